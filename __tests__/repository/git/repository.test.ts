import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { silentLog } from '../../../src/log.ts'
import { Repository } from '../../../src/repository/git/repository.ts'
import { blobsAt } from '../../../src/repository/git/trees.ts'
import { cleanEnvironment, git, Hosts } from './fixture.ts'

const hosts = new Hosts()
let url: string
let commit: string
let blob: string
beforeAll(async () => {
  url = await hosts.bare()
  await git(url, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  commit = await hosts.commit(url, { 'README.md': '# s\n', 'nar/aa/x': 'x' })
  blob = await git(url, 'rev-parse', 'main:nar/aa/x')
})
afterAll(() => {
  hosts.remove()
})

const make = (): Repository =>
  Repository.make({
    ...{ url: `file://${url}`, scratch: hosts.folder(), env: cleanEnvironment(), log: silentLog }
  })

describe('a commit with blobs that are expected of it', () => {
  test('comes in one connection, and nothing of it that was not asked for', async () => {
    const repository = make()
    const head = await repository.fetchCommit(commit, [blob])
    expect(await blobsAt(repository, head?.tree ?? '', ['nar/aa/x', 'nar'])).toEqual([blob])
    await repository.fetchBlobs([blob])
    const { content } = (await repository.objects.read('blob', [blob])).get(blob) ?? {}
    expect(content?.toString()).toBe('x')
    expect(repository.connections).toBe(1)
    const other = await git(url, 'rev-parse', 'main:README.md')
    expect(repository.lacks([other])).toBe(true)
  })

  test('comes without them when the target does not have one of them, and then has what it has', async () => {
    const repository = make()
    const head = await repository.fetchCommit(commit, [blob, '0123456789'.repeat(4)])
    expect(head?.commit).toBe(commit)
    expect(repository.lacks([blob])).toBe(true)
    await repository.fetchBlobs([blob])
    expect((await repository.objects.read('blob', [blob])).has(blob)).toBe(true)
    expect(repository.connections).toBe(3)
  })

  test('is not there, whatever is expected of it', async () => {
    expect(await make().fetchCommit('0123456789'.repeat(4), [blob])).toBeNull()
  })
})

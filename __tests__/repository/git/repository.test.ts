import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { silentLog } from '../../../src/log.ts'
import { commitFilesByGit } from '../../../src/repository/git/commit-files.ts'
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

const make = (address = `file://${url}`, env = cleanEnvironment()): Repository =>
  Repository.make({ url: address, scratch: hosts.folder(), env, log: silentLog })

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

  test('of a host that gives no file by its name has its files, though the branch is at another one by then', async () => {
    const place = await hosts.bare()
    await hosts.commit(place, { 'README.md': '# before\n' })
    const old = await git(place, 'rev-parse', 'main:README.md')
    const ssh = join(hosts.folder(), 'ssh')
    writeFileSync(ssh, '#!/bin/sh\nshift\nunset GIT_PROTOCOL\nexec sh -c "$*"\n', { mode: 0o755 })
    const env = { ...cleanEnvironment(), GIT_SSH: ssh, GIT_SSH_VARIANT: 'simple' }
    const repository = make(`ssh://host${place}`, env)
    await repository.fetchBranch('main')
    await hosts.commit(place, { 'README.md': '# after\n' })
    await repository.fetchBlobs([old])
    const { content } = (await repository.objects.read('blob', [old])).get(old) ?? {}
    expect(content?.toString()).toBe('# before\n')
  })

  test('comes without them, in whichever words a host refuses them', async () => {
    const folder = hosts.folder()
    // As JGit says it, which Gerrit is made with.
    const script = `#!/bin/sh
      PATH=\${PATH#*:}
      case " $* " in *" --stdin "*) ;; *) exec git "$@" ;; esac
      asked=$(cat)
      case $asked in *${blob}*) echo 'fatal: remote error: want ${blob} not valid' >&2; exit 128 ;; esac
      echo "$asked" | git "$@"\n`
    writeFileSync(join(folder, 'git'), script, { mode: 0o755 })
    const env = cleanEnvironment()
    const repository = make(undefined, { ...env, PATH: `${folder}:${env['PATH'] ?? ''}` })
    expect((await repository.fetchCommit(commit, [blob]))?.commit).toBe(commit)
    expect(repository.connections).toBe(2)
  })

  test('is asked for with nothing that is no name of an object', async () => {
    const repository = make()
    const odd = [`${blob}\n+refs/heads/*:refs/nar-publish/*`]
    const isRefused = {
      code: 'GIT_FAILED',
      reason: expect.stringContaining('no name of an object')
    }
    await expect(repository.fetchCommit(commit, odd)).rejects.toMatchObject(isRefused)
    await expect(repository.fetchBlobs(odd)).rejects.toMatchObject(isRefused)
    expect(repository.connections).toBe(0)
  })

  test('has what its own tree names, whatever was expected to stand there', async () => {
    const file = join(hosts.folder(), 'expected')
    writeFileSync(file, 'what this process wrote')
    const written = await git(url, 'hash-object', '-w', file)
    const copied = hosts.folder()
    const files = await commitFilesByGit(make(), commit, [written])
    const there = await files.copy(['nar/aa/x', 'hash.narinfo'], copied)
    expect([...there]).toEqual(['nar/aa/x'])
    expect(readFileSync(join(copied, 'nar/aa/x'), 'utf8')).toBe('x')
    expect(existsSync(join(copied, 'hash.narinfo'))).toBe(false)
  })

  test('is not there, whatever is expected of it', async () => {
    expect(await make().fetchCommit('0123456789'.repeat(4), [blob])).toBeNull()
  })
})

/** The index of debug information: through publishes, phases, both routes, release assets and prune. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatDebugInfo, isDebugInfoPath } from '../../src/binary-cache/debug-info.ts'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import type { Manifest } from '../../src/publish/packed-folder/manifest.ts'
import { debugInfoFiles } from '../../src/publish/debug-info.ts'
import { environmentWith, runPrune } from '../prune/support.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { removeFolder } from '../support/nix.ts'
import { output } from '../support/program.ts'
import { addStoreFolder, deleteStorePaths } from '../support/store-paths.ts'
import { runPhase } from './phases.ts'
import { snapshotOf } from './support.ts'

const store = 'alice/store'
const [own1, own2, shared] = ['a1', 'b2', 'c3'].map((first) => first.padEnd(40, '0')) as [
  string,
  string,
  string
]
const place = (id: string): string => `lib/debug/.build-id/${id.slice(0, 2)}/${id.slice(2)}.debug`

let folder: string
let github: GitHubServer
/** Two versions of a debug output that share a build-id; a path that has none is there as well. */
let [first, second, other] = ['', '', '']

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'debug-info-'))
  github = await startGitHub({
    repositories: [{ name: store }],
    tokens: { writer: { login: 'alice', access: 'write' } }
  })
  const debugOutput = (version: string, ids: string[]): string =>
    addStoreFolder(`tool-${version}-debug`, Object.fromEntries(ids.map((id) => [place(id), 5000])))
  first = debugOutput('1.0', [own1, shared])
  second = debugOutput('2.0', [own2, shared])
  other = addStoreFolder('tool-2.0', { 'bin/tool': 100 })
})
afterAll(async () => {
  await github.close()
  await removeFolder(folder)
  deleteStorePaths([first, second, other])
})

async function publish(
  branch: string,
  paths: string,
  more: Record<string, string> = {}
): Promise<void> {
  const given = { paths, token: 'writer', 'target-branch': branch, verify: 'narinfo' }
  const { error } = await runPhase({ ...given, unsigned: 'true', ...more }, { github, folder })
  expect(error).toBeNull()
}

/** The index of a branch: build-id → the file's text. */
async function indexOf(branch: string): Promise<Record<string, string>> {
  const paths = (await github.listFiles(store, branch)).filter(isDebugInfoPath)
  const texts = paths.map(async (path): Promise<[string, string]> => {
    return [
      path.slice('debuginfo/'.length),
      (await github.readFile(store, branch, path))?.toString() ?? ''
    ]
  })
  return Object.fromEntries(await Promise.all(texts))
}

async function narOf(branch: string, storePath: string): Promise<string> {
  const file = `${storePath.slice(11, 43)}.narinfo`
  return parseNarInfo((await github.readFile(store, branch, file))?.toString() ?? '', file).url
}

const naming = (id: string, nar: string): [string, string] => [
  id,
  formatDebugInfo(id, nar).toString()
]

/** What both publishes come to. */
async function whole(branch: string): Promise<Record<string, string>> {
  const [nar1, nar2] = [await narOf(branch, first), await narOf(branch, second)]
  const files = await github.listFiles(store, branch)
  expect(files).toEqual(expect.arrayContaining([nar1, nar2]))
  const [earlier = ''] = [nar1, nar2].sort()
  return Object.fromEntries([naming(own1, nar1), naming(own2, nar2), naming(shared, earlier)])
}

describe('of what is published', () => {
  test('names the NAR of each build-id, the same one whoever came first', async () => {
    await publish('in-order', `${first}\n${other}`)
    const nar = await narOf('in-order', first)
    expect(await indexOf('in-order')).toEqual(
      Object.fromEntries([naming(own1, nar), naming(shared, nar)])
    )
    await publish('in-order', second)
    expect(await indexOf('in-order')).toEqual(await whole('in-order'))

    const repository = join(folder, 'reversed.git')
    await output('git', ['init', '--quiet', '--bare', '--initial-branch=main', repository])
    const pushed = { 'target-repository': repository, token: '', 'target-branch': 'main' }
    await publish('', second, pushed)
    await publish('', first, pushed)
    const object = (id: string): Promise<string> =>
      output('git', ['-C', repository, 'cat-file', 'blob', `main:debuginfo/${id}`])
    for (const [id, text] of Object.entries(await whole('in-order'))) {
      expect(await object(id)).toBe(text)
    }
  })

  test('has nothing of a NAR beside the tree, whose address no reader follows', async () => {
    await publish('beside', `${first}\n${second}`, { 'release-above': '1 kB' })
    expect(await narOf('beside', first)).toMatch(/^https?:/)
    expect(await indexOf('beside')).toEqual({})
  })
})

describe('through two phases', () => {
  let packed: string
  beforeAll(async () => {
    packed = join(folder, 'packed')
    await publish('phases', `${first}\n${second}`, {
      phase: 'pack',
      'output-directory': packed
    })
  })

  test('is the same', async () => {
    await publish('phases', '', { paths: '', phase: 'commit', packed })
    expect(await indexOf('phases')).toEqual(await whole('phases'))
  })

  const claims: [string, (manifest: Manifest) => void, string][] = [
    [
      'a build-id that its NAR does not have',
      ({ paths }) =>
        (paths[0] = { ...paths[0], buildIds: ['0'.repeat(40)] } as Manifest['paths'][0]),
      'no debug information of 0000000000000000000000000000000000000000'
    ],
    [
      'one that is none',
      ({ paths }) =>
        (paths[0] = { ...paths[0], buildIds: ['../../README.md'] } as Manifest['paths'][0]),
      'it is no build-id'
    ],
    [
      'one twice',
      ({ paths }) =>
        (paths[0] = { ...paths[0], buildIds: [shared, shared] } as Manifest['paths'][0]),
      'they are not sorted'
    ]
  ]
  test.each(claims)(
    'is refused from a build job that announces %s',
    async (_what, change, reason) => {
      const copy = mkdtempSync(join(folder, 'copy-'))
      cpSync(packed, copy, { recursive: true })
      const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as Manifest
      change(manifest)
      writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest))
      await expect(
        publish('phases', '', { paths: '', phase: 'commit', packed: copy })
      ).rejects.toMatchObject({
        code: 'PACKED_INVALID',
        reason: expect.stringContaining(reason)
      })
    }
  )
})

describe('a prune', () => {
  const prune = async (branch: string, inputs: Record<string, string> = {}): Promise<void> => {
    const environment = environmentWith(
      { 'target-repository': store, 'target-branch': branch, ...inputs },
      {
        GITHUB_API_URL: github.apiUrl,
        GITHUB_SERVER_URL: github.serverUrl,
        PATH: process.env['PATH'] ?? ''
      }
    )
    const { error } = await runPrune(
      environment,
      mkdtempSync(join(folder, 'prune-')),
      Date.now() + 2000
    )
    expect(error).toBeNull()
  }

  test('takes what names a NAR that goes, and nothing of somebody else’s', async () => {
    await publish('pruned', first)
    const others = { [`debuginfo/${'d4'.padEnd(40, '0')}`]: 'mine', 'debuginfo/README.md': 'mine' }
    await github.commitFiles(store, 'pruned', others, 'by hand')
    await publish('pruned', second)
    await prune('pruned')
    const nar = await narOf('pruned', second)
    const { ['d4'.padEnd(40, '0')]: mine, ...index } = await indexOf('pruned')
    expect(mine).toBe('mine')
    expect(await github.listFiles(store, 'pruned')).toContain('debuginfo/README.md')
    // That of both goes with the NAR that it named.
    const isShared = formatDebugInfo(shared, nar).toString() === index[shared]
    expect(index).toEqual(
      Object.fromEntries([naming(own2, nar), ...(isShared ? [naming(shared, nar)] : [])])
    )
  })

  test('that moves NARs beside the tree takes what named them', async () => {
    await publish('moved', second)
    expect(Object.keys(await indexOf('moved'))).toEqual([own2, shared])
    await prune('moved', { 'move-large': 'true', 'release-above': '1 kB' })
    expect(await narOf('moved', second)).toMatch(/^https?:/)
    expect(await indexOf('moved')).toEqual({})
  })
})

describe('what is at its place already', () => {
  const path = `debuginfo/${shared}`
  const brought = (cachePath: string) => [{ buildIds: [shared], nar: { cachePath } }]
  const files = async (there: Record<string, Buffer>, cachePath: string): Promise<string[]> => {
    const snapshot = snapshotOf(new Map(Object.entries(there)))
    return [...(await debugInfoFiles(snapshot, brought(cachePath), new Map())).keys()]
  }

  test('stays when it is the same, or somebody else’s, or names the NAR that sorts first', async () => {
    const ours = formatDebugInfo(shared, 'nar/bb/b.nar')
    expect(await files({ [path]: ours }, 'nar/bb/b.nar')).toEqual([])
    expect(await files({ [path]: ours }, 'nar/cc/c.nar')).toEqual([])
    expect(await files({ [path]: Buffer.from('mine') }, 'nar/aa/a.nar')).toEqual([])
    expect(await files({ [path]: ours }, 'nar/aa/a.nar')).toEqual([path])
    expect(await files({}, 'nar/cc/c.nar')).toEqual([path])
  })

  test('is read together, however much it is', async () => {
    const buildIds = Array.from({ length: 200 }, (_, number) => String(number).padStart(40, '0'))
    const named = new Map(
      buildIds.map((id) => [`debuginfo/${id}`, formatDebugInfo(id, 'nar/bb/b.nar')])
    )
    const calls: number[] = []
    const snapshot = snapshotOf(named)
    const watched: typeof snapshot = {
      ...snapshot,
      readFiles: (paths) => {
        calls.push(paths.length)
        return snapshot.readFiles(paths)
      }
    }
    const written = await debugInfoFiles(
      watched,
      [{ buildIds, nar: { cachePath: 'nar/aa/a.nar' } }],
      new Map()
    )
    expect([written.size, calls]).toEqual([200, [200]])
  })
})

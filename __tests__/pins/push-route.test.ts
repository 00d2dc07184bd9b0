/** Pins in targets that git pushes to, in this process: a bare repository on the disk. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publicKeyText } from '../../src/binary-cache/signature.ts'
import type { PublishReport } from '../../src/publish/report/types.ts'
import type { Reported } from '../../src/run.ts'
import { runPhase } from '../publish/phases.ts'
import { someKey } from '../publish/support.ts'
import { git, Hosts } from '../repository/git/fixture.ts'
import { cacheAddress } from '../support/cache-address.ts'
import { testEnvironment } from '../support/nix.ts'
import { newStranger } from '../support/scenario.ts'
import { addStorePath, deleteStorePaths } from '../support/store-paths.ts'

const secret =
  'test-only-1:6A3EiMVeAg4k2zHATyDuMhcwpxrz3S9ffqMzt+hAmH6t/3H2NGpkf0Mfn0FT1fSnVLkPioeoboItNLvCSBkWyA=='
const hosts = new Hosts()
/** Nobody listens there: none of the runs talks to a GitHub. */
const github = { apiUrl: 'http://127.0.0.1:9', serverUrl: 'http://127.0.0.1:9' }

let folder: string
let tool: string
let nextTool: string
let library: string
let repository: string
beforeAll(() => {
  folder = hosts.folder()
  tool = addStorePath('tool-1.0', 500)
  nextTool = addStorePath('tool-2.0', 500)
  library = addStorePath('library-1.0', 500)
})
afterAll(() => {
  // With the roots of its runs.
  hosts.remove()
  deleteStorePaths([tool, nextTool, library])
})
beforeEach(async () => {
  repository = await hosts.bare()
})

function publish(
  inputs: Record<string, string>,
  refName = 'main'
): Promise<Reported<PublishReport>> {
  const all = { 'target-repository': repository, 'signing-key': secret, verify: 'none' }
  return runPhase({ ...all, ...inputs }, { github, folder, env: { GITHUB_REF_NAME: refName } })
}

function omResults(byName: Record<string, string>, outPaths: readonly string[] = []): string {
  const file = join(mkdtempSync(join(folder, 'om-')), 'om.json')
  const result = { ROOT: { build: { outPaths, byName } } }
  writeFileSync(file, JSON.stringify({ systems: ['x86_64-linux'], flake: '.', result }))
  return file
}

/** What a commit did to the files below `pins/` (`A` added, `M` modified, `D` deleted), and how many NARs it brought. */
async function changes(commit = 'main'): Promise<{ pins: string[]; nars: number }> {
  const args = ['show', '--format=', '--name-status', '--no-renames', '-z', commit]
  const words = (await git(repository, ...args)).split('\0').filter((word) => word !== '')
  const lines = words.flatMap((word, i) => (i % 2 === 0 ? [`${word} ${words[i + 1] ?? ''}`] : []))
  return {
    pins: lines.filter((line) => line.slice(2).startsWith('pins/')).sort(),
    nars: lines.filter((line) => line.startsWith('A nar/')).length
  }
}

const commits = async (): Promise<number> =>
  Number(await git(repository, 'rev-list', '--count', 'main'))

const text = (file: string): Promise<string> => git(repository, 'show', `main:${file}`)

describe('a pin in any Git repository', () => {
  test('of `om ci`, or by hand, lands in the commit of what it pins', async () => {
    const { report, error } = await publish(
      { 'om-results': omResults({ tool }, [library]), pin: `-rf\u202e=${library}` },
      'feat/$(x)'
    )
    expect(error).toBeNull()
    expect(report).toMatchObject({ outcome: 'published', route: 'push' })
    expect(await commits()).toBe(1)
    expect(await changes()).toEqual({
      pins: ['A pins/%2drf%e2%80%ae', 'A pins/feat%2f%24%28x%29-x86_64-linux-tool'],
      nars: 2
    })
    expect(await text('pins/feat%2f%24%28x%29-x86_64-linux-tool')).toBe(tool)
    expect(await text('README.md')).toContain(`| \`feat/$(x)-x86_64-linux-tool\` | \`${tool}\` |`)

    const clone = hosts.folder()
    await git(clone, 'clone', '--quiet', '--no-local', repository, '.')
    const nixEnv = { ...testEnvironment(), XDG_CACHE_HOME: join(folder, 'cache') }
    const copied = await newStranger({ folder, nixEnv }).copy({
      cache: cacheAddress(clone),
      publicKey: publicKeyText(someKey),
      paths: report.pins.map(({ storePath }) => storePath)
    })
    expect(copied).toMatchObject({ failure: '' })
  })

  test('moves, and goes with `unpin`, in one commit that has nothing else in it', async () => {
    await publish({
      paths: `${tool}\n${nextTool}`,
      pin: `main=${tool}\nold=${tool}\nstays=${tool}`
    })
    const { report } = await publish({ pin: `main=${nextTool}`, unpin: 'old\nnobody' })
    expect(report).toMatchObject({ route: 'push', unpinned: ['old'] })
    expect(await commits()).toBe(2)
    expect(await changes()).toEqual({ pins: ['D pins/old', 'M pins/main'], nars: 0 })
    expect(await text('README.md')).not.toContain('`old`')
    expect(await text('README.md')).toContain(`| \`stays\` | \`${tool}\` |`)
    const again = await publish({ pin: `main=${nextTool}`, unpin: 'old' })
    expect(again.report.outcome).toBe('nothing-new')
    expect(await commits()).toBe(2)
  })

  test('whose folder has files of other people: they stay, and those that are no pins are not listed', async () => {
    const others = { 'pins/Foreign/A': tool, 'pins/noise': Buffer.alloc(100_000, 0xff) }
    await publish({ paths: tool, pin: `main=${tool}` })
    await hosts.commit(repository, others)
    await publish({ paths: nextTool, pin: `main=${nextTool}` })
    expect((await changes()).pins).toEqual(['M pins/main'])
    expect(await text('pins/Foreign/A')).toBe(tool)
    const readme = await text('README.md')
    expect(readme).toContain(`| \`pins/Foreign/A\` | \`${tool}\` |`)
    expect(readme).not.toContain('noise')
  })
})

/** Publishes with pins and `om ci` results, in this process, against an embedded GitHub and this machine's Nix. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publicKeyText } from '../../src/binary-cache/signature.ts'
import { NarPublishError } from '../../src/errors.ts'
import { renderSummary } from '../../src/publish/report/summary.ts'
import type { PublishReport } from '../../src/publish/report/types.ts'
import type { Reported } from '../../src/run.ts'
import { environmentWith, runPrune } from '../prune/support.ts'
import { runPhase } from '../publish/phases.ts'
import { someKey } from '../publish/support.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { removeFolder, testEnvironment } from '../support/nix.ts'
import { newStranger } from '../support/scenario.ts'
import { addStorePath, deleteStorePaths } from '../support/store-paths.ts'

const repository = 'alice/store'
const secret =
  'test-only-1:6A3EiMVeAg4k2zHATyDuMhcwpxrz3S9ffqMzt+hAmH6t/3H2NGpkf0Mfn0FT1fSnVLkPioeoboItNLvCSBkWyA=='

let github: GitHubServer
let folder: string
let tool: string
let nextTool: string
let library: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pins-'))
  github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: { writer: { login: 'alice', access: 'write' } }
  })
  tool = addStorePath('tool-1.0', 500)
  nextTool = addStorePath('tool-2.0', 500)
  library = addStorePath('library-1.0', 500)
})
afterAll(async () => {
  await github.close()
  // With the roots of its runs.
  await removeFolder(folder)
  deleteStorePaths([tool, nextTool, library])
})

let branch = ''
let branches = 0
beforeEach(() => {
  branches += 1
  branch = `branch-${branches}`
})

/** To a branch of the test's own. */
function publish(
  inputs: Record<string, string>,
  refName?: string
): Promise<Reported<PublishReport>> {
  const all = { token: 'writer', 'signing-key': secret, verify: 'none', 'target-branch': branch }
  const env = refName === undefined ? {} : { GITHUB_REF_NAME: refName }
  return runPhase({ ...all, ...inputs }, { github, folder, env })
}

function omResults(result: unknown, systems = ['x86_64-linux']): string {
  const file = join(mkdtempSync(join(folder, 'om-')), 'om.json')
  writeFileSync(file, JSON.stringify({ systems, flake: '.', result }))
  return file
}

async function pins(): Promise<Record<string, string>> {
  const files = await github.listFiles(repository, branch)
  const found = files.filter((file) => file.startsWith('pins/'))
  const texts = found.map(async (file) => [file, await text(file)] as const)
  return Object.fromEntries(await Promise.all(texts))
}

const text = async (file: string): Promise<string> =>
  String(await github.readFile(repository, branch, file))

const head = (): Promise<string | null> => github.head(repository, branch)

async function message(): Promise<string> {
  const commit = await github.objects.commit(github.repository(repository), (await head()) ?? '')
  return commit?.message ?? ''
}

/** A run that ends with an error and leaves the branch as it was. */
async function refusal(inputs: Record<string, string>): Promise<NarPublishError> {
  const before = await head()
  github.reset()
  const error: unknown = await publish(inputs).then(
    () => null,
    (thrown: unknown) => thrown
  )
  if (!(error instanceof NarPublishError)) throw new Error('it was taken', { cause: error })
  expect(await head()).toBe(before)
  expect(github.counts()).toMatchObject({ writes: 0 })
  return error
}

describe('a pin', () => {
  test('lands in the commit of what it pins, and is told in log, summary, message and README', async () => {
    const { report, error } = await publish({ paths: tool, pin: `feat/$(x)=${tool}` })
    expect(error).toBeNull()
    expect(report.attempts).toBe(1)
    expect(await pins()).toEqual({ 'pins/feat%2f%24%28x%29': `${tool}\n` })
    expect(await message()).toMatch(/^publish tool 1\.0 /)
    expect(await message()).toContain(`\npin: feat/--x- => ${tool}\n`)
    expect(renderSummary(report)).toContain(`\nPin feat/$(x) => ${tool}\n`)
    expect(renderSummary(report)).toMatch(/^\*\*Published\*\* 1 artifact and 1 pin \(1 NAR/)
    expect(await text('README.md')).toContain(`| \`feat/$(x)\` | \`${tool}\` |`)
  })

  test('moves to the newest path, and the others stay, in the README too', async () => {
    await publish({ paths: `${tool}\n${library}`, pin: `main=${tool}\nlib=${library}` })
    const { report } = await publish({ paths: nextTool, pin: `main=${nextTool}` })
    expect(await pins()).toEqual({ 'pins/lib': `${library}\n`, 'pins/main': `${nextTool}\n` })
    expect(report.movedPins).toEqual([{ name: 'main', storePath: nextTool }])
    const readme = await text('README.md')
    expect(readme).toContain(`| \`lib\` | \`${library}\` |\n| \`main\` | \`${nextTool}\` |`)
    // A publish without pins does not lose them.
    await publish({ paths: addedLater() })
    expect(await text('README.md')).toContain(`| \`lib\` | \`${library}\` |\n| \`main\` |`)
  })

  test('that moves while nothing is new makes a commit of its own, and none when it is there', async () => {
    await publish({ paths: `${tool}\n${nextTool}`, pin: `main=${tool}` })
    const moved = await publish({ paths: nextTool, pin: `main=${nextTool}` })
    expect(moved.report).toMatchObject({ outcome: 'published', published: [] })
    expect(await message()).toBe(`pin main\n\npin: main => ${nextTool}\n\nrun: ${runUrl()}\n`)
    const files = await github.listFiles(repository, branch)
    const before = await head()
    const again = await publish({ paths: nextTool, pin: `main=${nextTool}` })
    expect(again.report).toMatchObject({ outcome: 'nothing-new', movedPins: [], attempts: 0 })
    expect(again.report.pins).toEqual([{ name: 'main', storePath: nextTool }])
    expect(await head()).toBe(before)
    expect(await github.listFiles(repository, branch)).toEqual(files)
  })

  test('needs nothing but a path that the target holds', async () => {
    await publish({ paths: tool })
    const { report } = await publish({ pin: `main=${tool}` })
    expect(report.outcome).toBe('published')
    expect(await pins()).toEqual({ 'pins/main': `${tool}\n` })
  })

  test('of a link, and of a path inside, is of their store path', async () => {
    mkdirSync(join(folder, branch))
    symlinkSync(tool, join(folder, branch, 'result'))
    await publish({ paths: tool, pin: `link=${branch}/result\na=b=${tool}/x` })
    expect(await pins()).toEqual({ 'pins/link': `${tool}\n`, 'pins/a%3db': `${tool}\n` })
  })

  test('of a path that nobody has is PIN_UNKNOWN_PATH before anything is written', async () => {
    const error = await refusal({ paths: tool, pin: `main=${library}` })
    expect(error.message).toMatch(
      /^PIN_UNKNOWN_PATH pin "main": the target does not hold .*-library/
    )
    const excluded = await refusal({ paths: tool, exclude: 'tool', pin: `main=${tool}` })
    expect(excluded.message).toContain('this run leaves it out: matches tool')
  })

  test('goes with `unpin`, and one that is not there is no error', async () => {
    await publish({ paths: tool, pin: `main=${tool}\nold/1=${tool}` })
    const { report } = await publish({ unpin: 'old/1\nnobody' })
    expect(report).toMatchObject({ outcome: 'published', unpinned: ['old/1'] })
    expect(await pins()).toEqual({ 'pins/main': `${tool}\n` })
    expect(await text('README.md')).not.toContain('old/1')
    await publish({ unpin: 'main' })
    expect(await text('README.md')).not.toContain('Pinned')
    const before = await head()
    expect((await publish({ unpin: 'main' })).report.outcome).toBe('nothing-new')
    expect(await head()).toBe(before)
  })

  test('is only said to be made in a dry run', async () => {
    const { report } = await publish({ paths: tool, pin: `main=${tool}`, 'dry-run': 'true' })
    expect(report).toMatchObject({ outcome: 'dry-run', movedPins: [{ name: 'main' }] })
    expect(await head()).toBeNull()
  })

  test('of two runs at once: both land, and one name has the path of who landed later', async () => {
    await publish({ paths: `${tool}\n${nextTool}` })
    await Promise.all([
      publish({ pin: `one=${tool}\nboth=${tool}` }),
      publish({ pin: `two=${nextTool}\nboth=${nextTool}` })
    ])
    const found = await pins()
    const last = (await message()).includes('pin: one') ? tool : nextTool
    expect(found).toEqual({
      'pins/one': `${tool}\n`,
      'pins/two': `${nextTool}\n`,
      'pins/both': `${last}\n`
    })
    expect((await text('README.md')).match(/^\| `(?:one|two|both)`/gm)).toHaveLength(3)
  })
})

describe('`om-results`', () => {
  test('publishes names and paths, and pins the names by the branch', async () => {
    const build = { outPaths: [tool, `${library}/lib/x`], byName: { tool } }
    const file = omResults({ ROOT: { build } })
    const { report, error } = await publish({ 'om-results': file }, 'feat/$(x)')
    expect(error).toBeNull()
    expect([...report.artifacts].sort()).toEqual([tool, library].sort())
    expect(report.pins).toEqual([{ name: 'feat/$(x)-x86_64-linux-tool', storePath: tool }])
    expect(await pins()).toEqual({ 'pins/feat%2f%24%28x%29-x86_64-linux-tool': `${tool}\n` })
    const copied = await newStranger({ folder, nixEnv: nixEnv() }).copy({
      cache: github.substituterUrl(repository, branch),
      publicKey: publicKeyText(someKey),
      paths: report.pins.map(({ storePath }) => storePath)
    })
    expect(copied).toMatchObject({ failure: '' })
  })

  test('with the same name in two subflakes publishes and tells both', async () => {
    const of = (path: string) => ({ build: { outPaths: [path], byName: { tool: path } } })
    const file = omResults({ next: of(nextTool), ROOT: of(tool) })
    const { report } = await publish({ 'om-results': file, 'pin-prefix': 'v1' })
    expect([...report.artifacts].sort()).toEqual([tool, nextTool].sort())
    expect(await pins()).toEqual({
      'pins/v1-x86_64-linux-tool': `${tool}\n`,
      'pins/v1-x86_64-linux-next-tool': `${nextTool}\n`
    })
    expect(report.notes).toContainEqual(expect.stringContaining('named "tool"'))
  })

  test('pins nothing with `pin-prefix: none`, nor outside of a branch', async () => {
    const file = omResults({ ROOT: { build: { outPaths: [], byName: { tool } } } })
    await publish({ 'om-results': file, 'pin-prefix': 'none' }, 'main')
    await publish({ 'om-results': file })
    expect(await pins()).toEqual({})
  })

  test('does not pin what is left out, and says so; by hand counts more', async () => {
    const build = { outPaths: [tool, library], byName: { tool, library } }
    const file = omResults({ ROOT: { build } })
    const { report, error } = await publish(
      {
        'om-results': file,
        exclude: 'library',
        paths: nextTool,
        pin: `main-x86_64-linux-tool=${nextTool}`
      },
      'main'
    )
    expect(error).toBeNull()
    expect(await pins()).toEqual({ 'pins/main-x86_64-linux-tool': `${nextTool}\n` })
    expect(report.notes).toContainEqual(
      `"main-x86_64-linux-library" is not pinned: ${library} is left out (matches library).`
    )
  })

  test('with names of any kind ends in harmless files', async () => {
    const names = [
      ...['$(id)', '../../x', '-rf', '--help', 'a\nb', 'a\u0000b', '`x`|y', '\u202egnp', ''],
      ...['Tool', 'tool', '__proto__', 'constructor', 'python3.11-"x"']
    ]
    const byName = Object.fromEntries(names.map((name) => [name, tool]))
    expect(Object.keys(byName)).toEqual(names)
    const { report } = await publish(
      { 'om-results': omResults({ ROOT: { build: { outPaths: [], byName } } }) },
      '..'
    )
    expect(Object.keys(await pins())).toHaveLength(names.length)
    for (const file of Object.keys(await pins())) {
      expect(file).toMatch(/^pins\/%2e\.-x86_64-linux-[a-z0-9%._-]*$/)
    }
    expect(renderSummary(report).match(/^Pin /gm)).toHaveLength(names.length)
  })

  test.each([
    ['of 10 MB', 'x'.repeat(10_000_000)],
    ['of half a character', '\ud800']
  ])('with a name %s is PIN_NAME_INVALID before anything is written', async (_, name) => {
    const byName = { [name]: tool }
    const file = omResults({ ROOT: { build: { outPaths: [], byName } } })
    const error = await refusal({ 'om-results': file, 'pin-prefix': 'main' })
    expect(error.code).toBe('PIN_NAME_INVALID')
    expect(error.message.length).toBeLessThan(1000)
  })
})

test('what `om ci` named is kept by a prune that keeps one generation, and copied from what is left', async () => {
  const [oldTool, otherOld] = [addedLater('tool-0.8'), addedLater('tool-0.9')]
  const build = { outPaths: [otherOld], byName: { tool: oldTool } }
  await publish({ 'om-results': omResults({ ROOT: { build } }), 'pin-prefix': 'v0' })
  await publish({ paths: nextTool })
  const environment = environmentWith(
    { 'target-repository': repository, 'target-branch': branch },
    { ...testEnvironment(), GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.serverUrl }
  )
  const { report } = await runPrune(environment, folder, Date.now())
  expect(report.removed.map(({ storePath }) => storePath)).toEqual([otherOld])
  expect(await pins()).toEqual({ 'pins/v0-x86_64-linux-tool': `${oldTool}\n` })
  expect(await text('README.md')).toContain(`| \`v0-x86_64-linux-tool\` | \`${oldTool}\` |`)
  const copy = (path: string) =>
    newStranger({ folder, nixEnv: nixEnv() }).copy({
      cache: github.substituterUrl(repository, branch),
      publicKey: publicKeyText(someKey),
      paths: [path]
    })
  expect(await copy(oldTool)).toMatchObject({ failure: '' })
  expect(await copy(nextTool)).toMatchObject({ failure: '' })
  expect((await copy(otherOld)).status).not.toBe(0)
})

describe('in phases', () => {
  let packs = 0
  async function pack(inputs: Record<string, string>): Promise<string> {
    packs += 1
    const packed = join(folder, 'packed', `${branch}-${packs}`)
    const all = { phase: 'pack', 'output-directory': packed, 'target-branch': branch }
    const { error } = await runPhase({ ...all, ...inputs }, { github, folder })
    expect(error).toBeNull()
    return packed
  }
  const commit = (packed: readonly string[], inputs: Record<string, string> = {}) =>
    publish({ phase: 'commit', packed: packed.join('\n'), ...inputs })

  test('what build jobs pin lands in the one commit', async () => {
    const om = omResults({ ROOT: { build: { outPaths: [], byName: { tool } } } })
    const one = await pack({ 'om-results': om, 'pin-prefix': 'main' })
    const two = await pack({ paths: library, pin: `lib=${library}` })
    await publish({ paths: nextTool, pin: `old=${nextTool}` })
    const { report } = await commit([one, two], { unpin: 'old' })
    expect(await pins()).toEqual({
      'pins/main-x86_64-linux-tool': `${tool}\n`,
      'pins/lib': `${library}\n`
    })
    expect(report.movedPins).toHaveLength(2)
    expect(report.unpinned).toEqual(['old'])
  })

  test('two jobs that pin one name to different paths are PACKED_CONFLICT', async () => {
    const one = await pack({ paths: tool, pin: `main=${tool}` })
    const two = await pack({ paths: nextTool, pin: `main=${nextTool}` })
    await expect(commit([one, two])).rejects.toMatchObject({
      code: 'PACKED_CONFLICT',
      subject: 'pin "main"'
    })
    expect(await head()).toBeNull()
  })

  test('so are two jobs that `om ci` gave one name for one system; of two systems there are two pins', async () => {
    const jobOf = (path: string, system: string): Promise<string> => {
      const om = omResults({ ROOT: { build: { outPaths: [], byName: { tool: path } } } }, [system])
      return pack({ 'om-results': om, 'pin-prefix': 'main' })
    }
    const one = await jobOf(tool, 'x86_64-linux')
    await expect(commit([one, await jobOf(nextTool, 'x86_64-linux')])).rejects.toMatchObject({
      code: 'PACKED_CONFLICT',
      subject: 'pin "main-x86_64-linux-tool"'
    })
    await commit([one, await jobOf(nextTool, 'aarch64-linux')])
    expect(await pins()).toEqual({
      'pins/main-aarch64-linux-tool': `${nextTool}\n`,
      'pins/main-x86_64-linux-tool': `${tool}\n`
    })
  })

  test('a job pins nothing that it was not asked for', async () => {
    await publish({ paths: library })
    await expect(pack({ paths: tool, pin: `main=${library}` })).rejects.toMatchObject({
      code: 'PIN_UNKNOWN_PATH'
    })
  })
})

function addedLater(name = 'later-1.0'): string {
  const path = addStorePath(name)
  later.push(path)
  return path
}
const later: string[] = []
afterAll(() => {
  deleteStorePaths(later)
})

function runUrl(): string {
  return `${github.serverUrl}/alice/project/actions/runs/4711`
}

function nixEnv(): Record<string, string> {
  return { ...testEnvironment(), XDG_CACHE_HOME: join(folder, 'cache') }
}

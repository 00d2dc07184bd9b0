/** Other people's text in every place where it can stand: it stays data, and no run ends without a code that says what it met. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import { cataloguePath } from '../../src/catalogue/catalogue.ts'
import { shardOf, shardPath } from '../../src/catalogue/shards.ts'
import { readCatalogue } from '../support/catalogue.ts'
import { readEnvironment } from '../../src/environment.ts'
import { startGitHub, type FileChanges, type GitHubServer } from '../support/github/server.ts'
import { nixConfig } from '../support/nix.ts'
import { commandsIn } from '../support/runner-commands.ts'
import { runAction, type RunResult } from '../support/runner.ts'
import { addStorePath, deleteStorePaths } from '../support/store-paths.ts'

const repository = 'alice/binstore'

let github: GitHubServer
let workspace: string
let storePath: string

beforeAll(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'hostile-'))
  writeFileSync(join(workspace, 'flake.nix'), hostileFlake())
  writeFileSync(join(workspace, 'registry.json'), '{"flakes":[],"version":2}')
  storePath = addStorePath('victim-1.0')
  github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: { 'write-token': { login: 'alice', access: 'write' } }
  })
})

afterAll(async () => {
  await github.close()
  deleteStorePaths([storePath])
  rmSync(workspace, { recursive: true })
})

async function run(inputs: Record<string, string>): Promise<RunResult> {
  const result = await runAction({
    github,
    workspace,
    inputs: { 'target-repository': repository, token: 'write-token', ...inputs },
    // A bare name would be looked up in the registry on the network.
    env: { NIX_CONFIG: `${nixConfig}\nflake-registry = ${join(workspace, 'registry.json')}` }
  })
  rmSync(dirname(result.runnerTemp), { recursive: true })
  return result
}

/** What our own log consists of. */
const ours = ['add-mask', 'debug', 'group', 'endgroup', 'stop-commands', 'warning', 'error']

function expectNothingForged(result: RunResult): void {
  expect(commandsIn(result.log).filter((command) => !ours.includes(command))).toEqual([])
  expect(commandsIn(result.log).filter((command) => command === 'error')).toHaveLength(
    result.exitCode === 0 ? 0 : 1
  )
  expect(
    [...result.errors, ...result.warnings].filter((text) => text.startsWith('forged'))
  ).toEqual([])
  expect(result.errors.join()).not.toContain('INTERNAL')
  expect(result.outputs).not.toHaveProperty('forged')
}

describe('an input', () => {
  const forgery =
    'x\n::error::forged\n  ::set-output name=forged::y\n##[error]forged\r::warning::forged'

  test.each([
    ['mode', 'MODE_UNKNOWN'],
    ['compression', 'INPUT_INVALID'],
    ['closure', 'INPUT_INVALID'],
    ['dry-run', 'INPUT_INVALID'],
    ['substituter-url', 'INPUT_INVALID'],
    ['upstream-keys', 'INPUT_INVALID'],
    ['systems', 'SYSTEM_UNKNOWN'],
    ['target-branch', 'BRANCH_INVALID'],
    ['target-repository', 'REPOSITORY_INVALID'],
    ['signing-key', 'SIGNING_KEY_INVALID'],
    ['paths', 'STORE_PATH_INVALID'],
    ['flake-attribute', 'EVALUATION_FAILED'],
    ['token', 'INPUT_INVALID']
  ])('%s with commands in it is refused, and makes none', async (name, code) => {
    const base: Record<string, string> = name === 'flake-attribute' ? {} : { paths: storePath }
    const result = await run({ ...base, [name]: forgery })
    expect(result.errors).toEqual([expect.stringMatching(new RegExp(`^${code} `))])
    expectNothingForged(result)
  })

  test('exclude with commands in it is an expression that matches nothing', async () => {
    const result = await run({ paths: storePath, exclude: '::error::forged', 'dry-run': 'true' })
    expect(result.exitCode).toBe(0)
    expectNothingForged(result)
  })
})

test('attributes are asked for as they are written, and reach no shell', async () => {
  const attributes = [
    `.#"odd name $(touch touched)'"`,
    `.#$(touch touched)`,
    `.#\`touch touched\``,
    `.#x; touch touched`,
    `.#x' "y`,
    '.#../../etc/passwd',
    '../#x',
    '.#☃ünïcode',
    '::error::forged',
    '##[error]forged',
    '.#::set-output name=forged::y',
    '.#%0A::error::forged',
    '.#a\u2028::error::forged',
    '.#a\u0001b'
  ]
  const result = await run({ 'flake-attribute': attributes.join('\n') })
  expect(existsSync(join(workspace, 'touched'))).toBe(false)
  expectNothingForged(result)
  // The first one exists.
  expect(result.exitCode).toBe(1)
  expect(JSON.parse(result.outputs['published'] ?? '')).toHaveLength(1)
  for (const attribute of ['☃ünïcode', 'etc/passwd', `x; touch touched`]) {
    expect(result.errors[0]).toContain(attribute)
  }
  expect(result.errors[0]).not.toContain('\u0001')
  expect(result.summary).toContain('13 installables failed')
})

test('a build’s log makes no annotation, whatever it prints, and whether the build fails or not', async () => {
  const result = await run({ 'flake-attribute': '.#loud\n.#loudAndBroken' })
  expectNothingForged(result)
  expect(result.errors).toEqual([
    expect.stringMatching(/^BUILD_FAILED \.#loudAndBroken: [^]*::error::forged/)
  ])
  expect(JSON.parse(result.outputs['published'] ?? '')).toHaveLength(1)
  // It is there, behind the fence.
  expect(result.log).toContain('::error::forged')
  expect(result.log.length).toBeGreaterThan(1_000_000)
  expect(result.errors[0]?.length).toBeLessThan(64 * 1024)
  expect(Buffer.byteLength(result.summary)).toBeLessThan(64 * 1024)
})

test('a system that is made of commands is told, and is none', async () => {
  const result = await run({ 'flake-attribute': '.#foreignSystem\n.#loud' })
  expectNothingForged(result)
  expect(result.errors).toEqual([expect.stringMatching(/^SYSTEM_FOREIGN \.#foreignSystem: /)])
  expect(result.log).toContain('set-output name=forged')
})

test('names and versions cannot leave their cell, their line or our block', async () => {
  for (const attribute of ['.#badlyNamed', '.#badlyNamedNext']) {
    const result = await run({ 'flake-attribute': attribute, 'target-branch': 'names' })
    expect(result).toMatchObject({ exitCode: 0, errors: [] })
    expectNothingForged(result)
    expect(result.summary.match(/<script|<!--|<img/g)).toBeNull()
  }
  const readme = (await github.readFile(repository, 'names', 'README.md'))?.toString() ?? ''
  expect(readme.match(/<!--.*?-->/gs)).toEqual([
    '<!-- nar-publish:begin -->',
    '<!-- nar-publish:end -->'
  ])
  expect(readme.match(/<script|<img|\]\(javascript|\]\(http:\/\/evil/g)).toBeNull()
  const rows = readme.split('\n').filter((line) => line.startsWith('|'))
  // Heading, border, and the newer one of the two.
  expect(rows).toHaveLength(3)
  for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(5)

  const head = (await github.head(repository, 'names')) ?? ''
  const message = (await github.objects.commit(github.repository(repository), head))?.message ?? ''
  expect(message).not.toMatch(/^(Co-authored-by|Signed-off-by|Fixes)/im)
  expect(message).not.toMatch(/\[skip ci\]|@everyone|#1\b/)
  expect((await readCatalogue(github, repository, 'names')).rows).toHaveLength(2)
})

describe('a target', () => {
  type Files = Record<string, string | Buffer>

  const marked = [
    '# Our cache',
    'Write <!-- nar-publish:begin --> and <!-- nar-publish:end --> on lines of their own.',
    '| `<!-- nar-publish:end -->` | `<!-- nar-publish:begin -->` |',
    '> <!-- nar-publish:begin -->'
  ].join('\r\n')

  test.each<[string, Files | (() => Files)]>([
    ['with our markers in its text', { 'README.md': marked }],
    ['with a README that is no text', { 'README.md': Buffer.from([0, 255, 254, 10, 13, 0x80]) }],
    [
      'with a narinfo of another store path',
      () => ({ [narInfoFile()]: narInfo(otherPath, 'nar/x.nar') })
    ],
    [
      'with a narinfo that points out of the cache',
      () => ({ [narInfoFile()]: narInfo(storePath, '../../x') })
    ],
    [
      'with a narinfo of 2 MB',
      () => ({ [narInfoFile()]: `StorePath: ${'x'.repeat(2_000_000)}\n` })
    ],
    ['with a narinfo that is no text', () => ({ [narInfoFile()]: randomBytes(1000) })],
    ['with an empty narinfo', () => ({ [narInfoFile()]: '' })]
  ])('%s is published to, and read back', async (name, files) => {
    const before = typeof files === 'function' ? files() : files
    const branch = name.replaceAll(' ', '-')
    await github.commitFiles(repository, branch, before, name)
    const result = await run({ paths: storePath, 'target-branch': branch })
    expect(result).toMatchObject({ exitCode: 0, errors: [] })
    expectNothingForged(result)

    const readme = (await github.readFile(repository, branch, 'README.md')) ?? Buffer.alloc(0)
    const old = Buffer.from(before['README.md'] ?? '')
    expect(readme.subarray(0, old.length)).toEqual(old)
    const file = narInfoFile()
    const published = await github.readFile(repository, branch, file)
    expect(parseNarInfo(published?.toString() ?? '', file).storePath).toBe(storePath)
  })

  /** Of the path that is published. */
  const shard = shardPath(shardOf('victim'))
  const link = (text: string) => ({ mode: '120000', text }) as const

  test.each<[string, FileChanges, string]>([
    ['10 MB of garbage', { [cataloguePath]: 'x'.repeat(10_000_000) }, 'CATALOGUE_INVALID'],
    ['100,000 brackets', { [cataloguePath]: '['.repeat(100_000) }, 'CATALOGUE_INVALID'],
    [
      'matched brackets',
      { [cataloguePath]: '['.repeat(100_000) + ']'.repeat(100_000) },
      'CATALOGUE_INVALID'
    ],
    [
      'a prototype',
      {
        [cataloguePath]:
          '{"version":1,"publicKeys":[],"artifacts":[],"__proto__":{"isHostile":true}}'
      },
      'CATALOGUE_INVALID'
    ],
    [
      'commands for names of fields',
      { [cataloguePath]: '{"version":1,"\\n::error::forged\\n":1}' },
      'CATALOGUE_INVALID'
    ],
    [
      'words that are no JSON',
      { [cataloguePath]: '\n::error::forged\n##[error]forged' },
      'CATALOGUE_INVALID'
    ],
    [
      'bytes that are no text',
      { [cataloguePath]: Buffer.from([0x7b, 0xff, 0x7d]) },
      'CATALOGUE_INVALID'
    ],
    ['a newer format', { [cataloguePath]: '{"version":99}' }, 'CATALOGUE_INVALID'],
    [
      'a shard that was cut',
      { [shard]: '{\n  "artifacts": [\n    {"name":"vic' },
      'CATALOGUE_INVALID'
    ],
    [
      'commands for a shard',
      { [shard]: '\n::error::forged\n##[error]forged' },
      'CATALOGUE_INVALID'
    ],
    ['a link of a shard’s name', { [shard]: link('README.md') }, 'CATALOGUE_INVALID'],
    ['a folder of a shard’s name', { [`${shard}/x`]: 'x' }, 'PATH_TAKEN'],
    ['a link to where shards lie', { catalogue: link('/etc') }, 'PATH_TAKEN'],
    ['a link to where names lie', { 'catalogue/names': link('..') }, 'PATH_TAKEN'],
    [
      'a shard that is not there',
      { [cataloguePath]: `{"version":2,"publicKeys":[],"shards":{"${shardOf('victim')}":1}}` },
      'CATALOGUE_INVALID'
    ],
    [
      'commands for a store directory',
      { 'nix-cache-info': 'StoreDir: /x\r::error::forged\r\n' },
      'STORE_DIR_MISMATCH'
    ],
    [
      'markers out of order',
      { 'README.md': '<!-- nar-publish:end -->\n<!-- nar-publish:begin -->' },
      'README_MARKERS'
    ]
  ])('that holds %s is refused as it stands', async (name, files, code) => {
    const branch = name.replace(/\W+/g, '-')
    const head = await github.commitFiles(repository, branch, files, name)
    const result = await run({ paths: storePath, 'target-branch': branch })
    expect(result.errors).toEqual([expect.stringMatching(new RegExp(`^${code} `))])
    expect(result.errors[0]?.length).toBeLessThan(2000)
    expectNothingForged(result)
    expect(await github.head(repository, branch)).toBe(head)
  })
})

const otherPath = `/nix/store/${'0'.repeat(32)}-other-1.0`

function narInfoFile(): string {
  return `${storePath.slice('/nix/store/'.length).slice(0, 32)}.narinfo`
}

function narInfo(path: string, url: string): string {
  return [
    `StorePath: ${path}`,
    `URL: ${url}`,
    'Compression: none',
    `NarHash: sha256:${'0'.repeat(52)}`,
    'NarSize: 120',
    'References: ',
    ''
  ].join('\n')
}

function hostileFlake(): string {
  const fixture = readFileSync(join(import.meta.dirname, '../fixtures/hostile/flake.nix'), 'utf8')
  return fixture
    .replaceAll('@salt@', randomBytes(6).toString('hex'))
    .replaceAll('@system@', readEnvironment({}).runnerSystem)
}

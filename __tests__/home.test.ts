/** Where the project lives is one constant; script/set-home.ts writes another one everywhere. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { homesIn, withHome } from '../script/set-home.ts'
import { home } from '../src/version.ts'
import { removeFolder } from './support/nix.ts'
import { output, runProgram, type ProgramResult } from './support/program.ts'

const root = join(import.meta.dirname, '..')
// Not as one word, which the script would rewrite here, too.
const old = ['org', 'nar-publish'].join('/')

test('package.json and the sources name the same', () => {
  const text = readFileSync(join(root, 'package.json'), 'utf8')
  expect((JSON.parse(text) as { repository: string }).repository).toBe(`github:${home}`)
})

test.each([
  '- uses: NAME@v1',
  '    uses: NAME/.github/workflows/publish.yml@v1',
  'nix run github:NAME -- --help',
  'inputs.x.url = "github:NAME?dir=nix"',
  'nix profile install github:NAME/v1.0.0',
  'git clone https://github.com/NAME && cd nar-publish',
  'git@github.com:NAME.git',
  'see https://github.com/NAME.',
  "repository: 'NAME'",
  '- dependency-name: NAME'
])('%s is an address', (text) => {
  expect(homesIn(text.replace('NAME', 'a-b/nar-publish'), 'nar-publish')).toEqual([
    'a-b/nar-publish'
  ])
})

test.each([
  'uses: a/nar-publish-more@v1',
  'the branch nar-publish/infer-0.76.1',
  'uses: a/b/nar-publish@v1',
  'import a/nar-publish'
])('%s is none', (text) => {
  expect(homesIn(text, 'nar-publish')).toEqual([])
})

test('only the whole name is another, and what says that it is none goes', () => {
  const text = `uses: ${old}@v1 x${old} ${old}-more\n<!-- placeholder -->\n\n\`org\` is nobody.\n\n<!-- /placeholder -->\n\nEnd $&.\n`
  expect(withHome(text, old, 'a/$&b')).toBe(`uses: a/$&b@v1 x${old} ${old}-more\nEnd $&.\n`)
})

describe('in a copy of the checkout', () => {
  let copy: string
  const script = (name: string, ...args: string[]): Promise<ProgramResult> =>
    runProgram(process.execPath, [join(copy, 'script', name), ...args], { cwd: copy })

  beforeAll(async () => {
    copy = mkdtempSync(join(tmpdir(), 'home-'))
    const listed = await output('git', ['ls-files', '-z', '--', ':(exclude)dist'], { cwd: root })
    for (const file of listed.split('\0').slice(0, -1)) {
      mkdirSync(dirname(join(copy, file)), { recursive: true })
      copyFileSync(join(root, file), join(copy, file))
    }
    await output('git', ['init', '--quiet'], { cwd: copy })
    await output('git', ['add', '--all'], { cwd: copy })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  })
  afterAll(() => removeFolder(copy))

  test('one address of another place is found, and its file named', async () => {
    expect((await script('set-home.ts', '--check')).failure).toBe('')
    const file = join(copy, 'docs/tokens.md')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(`uses: ${home}@`, 'uses: elsewhere/nar-publish@'))
    const { status, stderr } = await script('set-home.ts', '--check')
    writeFileSync(file, text)
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('docs/tokens.md names elsewhere/nar-publish')
    ])
  })

  test.each(['', 'nobody', 'a/b/c', 'a/b c', '--help', '$(id)/x'])(
    '%j is no home',
    async (name) => {
      expect((await script('set-home.ts', name)).status).toBe(1)
      expect(await output('git', ['diff', '--name-only'], { cwd: copy })).toBe('')
    }
  )

  test('another home is everywhere, the old one nowhere, and every check of it is content', async () => {
    const { stdout, failure } = await script('set-home.ts', 'acme-inc/store.tool')
    expect(failure).toBe('')
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        ...['README.md', 'package.json', 'src/version.ts', '.github/workflows/publish.yml'],
        ...['docs/workflows/prober.yml', 'docs/command-line.md', 'CONTRIBUTING.md']
      ])
    )
    const grep = await runProgram('git', ['grep', '-n', '--fixed-strings', home, '--', '.'], {
      cwd: copy
    })
    expect([grep.status, grep.stdout]).toEqual([1, ''])
    expect(readFileSync(join(copy, 'src/version.ts'), 'utf8')).toContain(
      "export const home = 'acme-inc/store.tool'"
    )
    for (const check of ['set-home.ts', 'check-workflows.ts']) {
      const args = check === 'set-home.ts' ? ['--check'] : []
      expect((await script(check, ...args)).failure).toBe('')
    }
    const placeholder = ['grep', '-n', '<!-- placeholder', '--', '*.md']
    expect((await runProgram('git', placeholder, { cwd: copy })).stdout).toBe('')
  })
})

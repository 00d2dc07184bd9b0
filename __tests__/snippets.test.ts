/** Every fenced block of README and docs: it is what its readers can paste. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { parseSecretKey } from '../src/binary-cache/signature.ts'
import { parseArguments } from '../src/cli/arguments.ts'
import { findCommand } from '../src/cli/find-command.ts'
import { commands } from '../src/commands.ts'
import { readEnvironment } from '../src/environment.ts'
import { parseInputs } from '../src/inputs.ts'
import { removeFolder } from './support/nix.ts'
import { runProgram } from './support/program.ts'
import { snippetsOf, wholeWorkflow } from './support/snippets.ts'

const root = join(import.meta.dirname, '..')
// nix-store --generate-binary-cache-key test-only-1 secret public
const secretKey =
  'test-only-1:6A3EiMVeAg4k2zHATyDuMhcwpxrz3S9ffqMzt+hAmH6t/3H2NGpkf0Mfn0FT1fSnVLkPioeoboItNLvCSBkWyA=='
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'snippets-'))
})
afterAll(() => removeFolder(folder))

const yaml = snippetsOf('yaml')

test('there are blocks of each kind', () => {
  expect(yaml.length).toBeGreaterThan(30)
  expect(snippetsOf('sh').length).toBeGreaterThan(25)
  expect(snippetsOf('nix').length).toBeGreaterThan(4)
  expect(snippetsOf('json').length).toBeGreaterThan(0)
})

/** Steps of ours, each with what it is given. */
const given = yaml.flatMap((snippet) =>
  ownSteps(parse(wholeWorkflow(snippet)) as unknown).map((inputs) => ({
    name: snippet.name,
    inputs
  }))
)

describe('YAML, in the workflow that it becomes', () => {
  let lines: string[]
  const place = (index: number): string => join(folder, String(index), 'workflow.yml')

  // One process for all: each starts the parser.
  beforeAll(async () => {
    for (const [index, snippet] of yaml.entries()) {
      mkdirSync(join(folder, String(index)))
      writeFileSync(place(index), wholeWorkflow(snippet))
    }
    const { stderr } = await runProgram(
      process.execPath,
      [join(root, 'script/check-workflows.ts'), ...yaml.map((_, index) => place(index))],
      { cwd: root, env: { ...process.env, NODE_OPTIONS: '' } }
    )
    lines = stderr.split('\n')
  })

  test.each(yaml.map((snippet, index) => ({ ...snippet, index })))(
    '$name is taken by GitHub’s own parser and by our rules',
    ({ index }) => {
      const found = lines.filter((line) => line.startsWith(place(index)))
      // What people paste names the others' actions by their version; ours and those to copy whole by commit.
      expect(found.filter((line) => !line.includes('is not pinned by a commit'))).toEqual([])
    }
  )

  test.each(given)('$name gives our action inputs that it takes together', ({ inputs }) => {
    const all: Given = {
      token: 'tok',
      ...(needsVersion(inputs) ? { version: '1.2.3' } : {}),
      ...inputs
    }
    const environment = readEnvironment({
      GITHUB_REPOSITORY: 'alice/project',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_WORKSPACE: '/work',
      GITHUB_ACTIONS: 'true',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      ...Object.fromEntries(
        Object.entries(all).map(([name, value]) => [
          `INPUT_${name.toUpperCase()}`,
          filledIn(String(value))
        ])
      )
    })
    expect(parseInputs(environment, () => undefined).mode).toBe(inputs['mode'] ?? 'publish')
  })

  // The action refuses it: SYSTEM_FOREIGN.
  const building = given.filter(
    ({ inputs: { mode = 'publish', phase } }) => mode === 'publish' && phase === undefined
  )
  test.each(building)('$name builds on its runner nothing of another system', ({ inputs }) => {
    const asked = `${inputs['flake-attribute'] ?? ''} ${inputs['systems'] ?? ''}`
    const systems = asked.match(/\b\w+-(linux|darwin)\b/g) ?? []
    expect(systems.filter((system) => system !== 'x86_64-linux')).toEqual([])
  })
})

type Given = Readonly<Record<string, string | number | boolean | undefined>>

/** What our action is given, wherever it stands. */
function ownSteps(value: unknown): Given[] {
  if (typeof value !== 'object' || value === null) return []
  const isOurs =
    'uses' in value && typeof value.uses === 'string' && value.uses.startsWith('org/nar-publish@')
  const own = isOurs ? [('with' in value ? value.with : {}) as Given] : []
  return [...own, ...Object.values(value).flatMap(ownSteps)]
}

/** A release's tag is the version where none is given; here is no event. */
function needsVersion({ mode, phase, package: name }: Given): boolean {
  const isMany = String(name).endsWith('*')
  return mode === 'version-sync' && !isMany && phase !== 'list' && phase !== 'commit'
}

/** As a run has them instead of expressions. */
function filledIn(text: string): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    if (expression.includes('SIGNING_KEY')) return secretKey
    if (expression === 'runner.temp') return '/runner/temp'
    if (expression === 'github.ref_name') return 'main'
    if (expression === 'matrix.row') return '0123456789ab'
    if (expression.startsWith('needs.matrix.outputs.expected')) return '{"include":[]}'
    if (/^(secrets|steps)\./.test(expression)) return 'from-elsewhere'
    throw new Error(`what a run has for ${expression} is not known here`)
  })
}

describe('shell', () => {
  test.each(snippetsOf('sh'))('$name is taken by bash', ({ text }) => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })

  const lines = snippetsOf('sh').flatMap(({ name, text }) =>
    text
      .split('\n')
      .flatMap((line) => line.replace(/\s+#.*/, '').split(/\s\|\s|&&/))
      .map((line) => line.replace(/\s[<>]+\s?\S.*/, '').trim())
      .filter((line) => line.startsWith('nar-publish '))
      .map((line) => ({ name, line }))
  )

  test('has lines of ours', () => {
    expect(lines.length).toBeGreaterThan(20)
  })

  test.each(lines)('$name: the command line takes $line', ({ line }) => {
    const found = findCommand(commands, wordsOf(line).slice(1))
    parseArguments(found.command, found.args)
    expect(line).toMatch(new RegExp(`^nar-publish ${found.command.name}( |$)`))
  })

  test.each(snippetsOf('sh'))('$name runs only programs of ours that are there', ({ text }) => {
    const scripts = [...text.matchAll(/^(script\/[\w-]+)/gm)].map(([script]) => script)
    expect(scripts.filter((script) => !existsSync(join(root, script)))).toEqual([])
  })

  test('the README’s road by hand makes a key and gives gh its content', () => {
    const block = snippetsOf('sh').find(
      ({ name, text }) => name.startsWith('README.md:') && text.includes('cache.secret')
    )
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    writeFileSync(join(bin, 'gh'), '#!/bin/sh\necho "$@" > gh-arguments\ncat > gh-input\n')
    chmodSync(join(bin, 'gh'), 0o755)
    execFileSync('bash', ['-e'], {
      cwd: folder,
      input: block?.text.replaceAll('OWNER/REPO', 'alice/project'),
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` }
    })
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
    expect(read('gh-arguments')).toBe('secret set NIX_SIGNING_KEY --repo alice/project\n')
    expect(parseSecretKey(read('gh-input').trim()).name).toBe('my-cache-1')
    // The workflow beside it reads the secret of that name.
    expect(yaml[0]?.text).toContain('secrets.NIX_SIGNING_KEY')
  })
})

/** A line's words, as bash has them. */
function wordsOf(line: string): string[] {
  const printed = execFileSync(
    'bash',
    [
      '-c',
      `workflow=o/r/.github/workflows/publish.yml; printf '%s\\0' ${line.replaceAll(/(?<!')\.#/g, '.\\#')}`
    ],
    {
      encoding: 'utf8'
    }
  )
  return printed.split('\0').slice(0, -1)
}

test.each(snippetsOf('nix'))('$name is taken by Nix', ({ text }) => {
  const parsed = ['', '{'].map((begin) =>
    spawnSync('nix-instantiate', ['--parse', '-'], {
      input: begin === '' ? text : `{\n${text}\n}`,
      encoding: 'utf8'
    })
  )
  expect(parsed.some(({ status }) => status === 0)).toBe(true)
})

test.each(snippetsOf('json'))('$name is JSON', ({ text }) => {
  expect(JSON.parse(text)).toEqual(expect.anything())
})

test.each(snippetsOf('ini'))('$name has settings of nix.conf', ({ text }) => {
  const wrong = text.split('\n').filter((line) => !/^(#.*|[a-z-]+ = \S.*|)$/.test(line))
  expect(wrong).toEqual([])
})

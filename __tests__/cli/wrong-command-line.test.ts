/** Whatever is wrong in what was typed ends with 2 and one error, before anything is looked at. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { allCommands } from '../../src/cli/find-command.ts'
import { commands } from '../../src/commands.ts'

const home = mkdtempSync(join(tmpdir(), 'wrong-'))
const before = { ...process.env }

beforeEach(() => {
  process.env = { PATH: '/nowhere', HOME: home, TMPDIR: home, GH_TOKEN: 'tok' }
})
afterEach(() => {
  process.env = { ...before }
  rmSync(join(home, '.state'), { recursive: true, force: true })
})

/** In this process, with no program to be found: what goes on to anything outside fails otherwise than by 2. */
async function run(args: readonly string[]): Promise<{ status: number; said: string }> {
  let said = ''
  const heard = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
  const shown = jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
  try {
    return { status: await runCommandLine(commands, args), said }
  } finally {
    heard.mockRestore()
    shown.mockRestore()
  }
}

/** Operands with which each command goes on. */
const operands: Readonly<Record<string, readonly string[]>> = {
  publish: ['.#hello', 'o/r'],
  matrix: ['.#hello', 'o/r'],
  doctor: ['o/r'],
  keys: ['o/r'],
  'keys retire': ['cache-1', 'o/r'],
  use: ['o/r'],
  prune: ['o/r'],
  'queue add': ['/nix/store/x'],
  'queue upload': ['--destination', 'file:///c'],
  'queue run': ['--destination', 'file:///c'],
  'version-sync': ['.#hello'],
  outdated: ['.#hello']
}

const all = allCommands(commands)
const rightOf = (name: string): string[] => [...name.split(' '), ...(operands[name] ?? [])]

describe.each(all)('$name', ({ name, options, operands: shown, subcommands = [] }) => {
  const right = rightOf(name)
  const expectWrong = async (args: readonly string[], words: string): Promise<void> => {
    const { status, said } = await run(args)
    expect({ status, said }).toEqual({ status: 2, said: expect.stringContaining(words) })
    expect(said.match(/^error: /gm)).toHaveLength(1)
  }

  test('an unknown option, one without its value, a switch with one', async () => {
    await expectWrong([...right, '--no-such-thing'], 'there is no such option')
    await expectWrong(
      [...right, '--json=yes'],
      options.some((one) => one.name === 'json') ? 'it takes no value' : 'no such option'
    )
    const valued = options.find(({ value }) => value !== null)
    if (valued !== undefined)
      await expectWrong([...right, `--${valued.name}`], 'its value is missing')
  })

  test('an option that is misspelt has the one that may be meant named', async () => {
    const [first] = options
    if (first === undefined) throw new Error('it has no options')
    await expectWrong([...right, `--${first.name}x`], `Did you mean \`--${first.name}\`?`)
  })

  test('an option that is given twice', async () => {
    expect(options.length).toBeGreaterThan(1)
    for (const option of options.filter(
      ({ value, repeats }) => value !== null && repeats !== true
    )) {
      const twice = [`--${option.name}`, 'a', `--${option.name}`, 'b']
      await expectWrong([...right, ...twice], `option --${option.name}: it is given twice`)
    }
  })

  test('an operand too few, or one that it does not take', async () => {
    await expectWrong([...name.split(' '), '--no-such-thing'], 'no such option')
    if (shown === '') await expectWrong([...right, 'x'], 'takes none')
    else if (!shown.startsWith('[')) await expectWrong(name.split(' '), 'USAGE arguments')
    if (subcommands.length > 0) await expectWrong(['help', 'nothing'], 'USAGE command')
  })

  // Nothing is a valid value of these kinds.
  const values: Readonly<Record<string, string>> = {
    ...{ SIZE: 'many', N: 'few', NUMBER: '-', TIME: '5', REGEX: '(', MAP: '=', 'NAME:KEY': 'x' },
    ...{ BRANCH: 'a..b', SYSTEMS: 'pdp11', READER: 'nobody' }
  }
  const refused = options.flatMap((option) => {
    const wrong = option.value === null ? undefined : values[option.value]
    const isWord = option.words !== undefined && !['SYSTEMS', 'SIZE'].includes(option.value ?? '')
    if (isWord) return [[option.name, 'no-such-word'] as const]
    return wrong === undefined ? [] : [[option.name, wrong] as const]
  })

  if (refused.length > 0) {
    test.each(refused)('--%s %s is no value of it', async (option, value) => {
      const needs: Readonly<Record<string, readonly string[]>> = {
        newest: ['--as-reader'],
        base: ['--pull-request', '--target-repository', 'o/r'],
        branch: ['--pull-request', '--target-repository', 'o/r'],
        'open-pull-requests-limit': ['--pull-request', '--target-repository', 'o/r'],
        'target-branch': name.startsWith('queue') ? ['--target-repository', 'o/r'] : []
      }
      const base = option === 'target-branch' && name.startsWith('queue') ? name.split(' ') : right
      const manyPackages = option === 'open-pull-requests-limit' ? ['.#packages.*'] : []
      await expectWrong(
        [...base, ...manyPackages, ...(needs[option] ?? []), `--${option}=${value}`],
        ''
      )
    })
  }
})

test.each<[string[], string]>([
  [
    ['publish', '.#a', 'o/r', '--closure', 'binry'],
    'INPUT_INVALID option --closure: "binry" is not accepted. Did you mean `binary`?'
  ],
  [
    ['publish', '.#a', 'o/r', '--phase', 'pack', '--verify', 'none', '--fail-on-empty'],
    'options --fail-on-empty and --phase'
  ],
  [['publish', '.#a', 'not a target'], 'REPOSITORY_INVALID'],
  [
    ['publish', '.#a', 'o/r', '--compression', 'none', '--compression-level', '3'],
    'option --compression-level'
  ],
  [['doctor', 'o/r', '--as-reader', '--fix'], 'options --as-reader and --fix'],
  [['doctor', 'o/r', '--newest', '3'], 'option --newest: it is for --as-reader'],
  [['doctor', 'not a target'], 'REPOSITORY_INVALID'],
  [['use', 'o/r', '--for', 'nixos', '--write'], 'options --for and --write'],
  [['use', 'o/r', '--file', 'x'], 'option --file: it is for --write'],
  [
    ['prune', 'o/r', '--dry-run', '--keep-generations', '0', '--keep-days', '0'],
    'KEEP_INVALID options --keep-generations and --keep-days'
  ],
  [['version-sync', '.#a', '1', '--commit', '--pull-request'], 'option --commit'],
  [['version-sync', '.#a', '1', '--draft'], 'option --draft'],
  [['version-sync', '.#a', '1', '2'], 'more than one VERSION'],
  [['version-sync', '.#a', 'nope'], 'VERSION_INVALID'],
  [['queue', 'upload', '--destination', 'c'], 'option --destination: "c" is neither'],
  [
    ['queue', 'upload', '--target-repository', 'not a target'],
    'REPOSITORY_INVALID option --target-repository'
  ],
  [['queue', 'list', '--config', '/no/such'], 'option --config: there is no file'],
  [['queue', 'list', '--queue', '../x'], 'option --queue'],
  [['publish', '.#a', 'o/r', '--token-file', '/no/such'], 'option --token-file'],
  [['queue', 'liist'], 'Did you mean `list`?'],
  [['pubish'], 'Did you mean `publish`?']
])('%j', async (args, words) => {
  const { status, said } = await run(args)
  expect({ status, said }).toEqual({ status: 2, said: expect.stringContaining(words) })
})

test.each([
  ['NAR_PUBLISH_ROUTE', 'psuh', ['publish', '.#a', 'o/r'], 'Did you mean `push`?'],
  ['NAR_PUBLISH_DRY_RUN', 'perhaps', ['prune', 'o/r'], '--dry-run'],
  ['NAR_PUBLISH_QUEUE_MAX_ATTEMPTS', 'few', ['queue', 'upload'], '--max-attempts']
])('%s=%s is as wrong as its option', async (name, value, args, words) => {
  process.env[name] = value
  const { status, said } = await run(args)
  expect({ status, said }).toEqual({ status: 2, said: expect.stringContaining(words) })
})

test.each<[Record<string, string>, string[], string]>([
  [{ GH_TOKEN: '' }, ['publish', '.#a', 'o/r'], 'TOKEN_MISSING token'],
  [{ GH_TOKEN: 'a b' }, ['publish', '.#a', 'o/r'], 'INPUT_INVALID token'],
  [{ NAR_PUBLISH_SIGNING_KEY: 'x' }, ['publish', '.#a', 'o/r'], 'SIGNING_KEY_INVALID'],
  [{}, ['doctor', '/no/such/folder'], 'FOLDER_INVALID'],
  [{}, ['queue', 'closure', '/nix/store/x'], 'NIX_MISSING']
])('with %j, %j is what surrounds it, and 1', async (env, args, words) => {
  Object.assign(process.env, env)
  const { status, said } = await run(args)
  expect({ status, said }).toEqual({ status: 1, said: expect.stringContaining(words) })
})

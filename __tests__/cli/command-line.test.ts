import { afterAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { allCommands } from '../../src/cli/find-command.ts'
import { commandHelp, mainHelp } from '../../src/cli/help.ts'
import { commands } from '../../src/commands.ts'
import { doctorCommand } from '../../src/doctor/options.ts'
import { publishCommand } from '../../src/publish/options.ts'
import { version } from '../../src/version.ts'
import { runCommandLine } from '../support/command-line.ts'

const cwd = mkdtempSync(join(tmpdir(), 'nar-publish-cli-'))
const root = join(import.meta.dirname, '../..')

afterAll(() => {
  rmSync(cwd, { recursive: true })
})

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

describe('help', () => {
  test.each<[string[], string]>([
    [['--help'], mainHelp(commands)],
    [['-h'], mainHelp(commands)],
    [['help'], mainHelp(commands)],
    [['help', 'doctor'], commandHelp(doctorCommand)],
    [['publish', '.#hello', '--help'], commandHelp(publishCommand)]
  ])('%j is on standard output, with status 0', async (args, text) => {
    expect(await runCommandLine(args, { cwd })).toMatchObject({
      status: 0,
      stdout: `${text}\n`,
      stderr: ''
    })
  })

  const helps = [
    { name: 'help', text: mainHelp(commands) },
    ...commands
      .flatMap((command) => [command, ...(command.subcommands ?? [])])
      .map((command) => ({ name: command.name, text: commandHelp(command) }))
  ]

  test.each(helps)('of $name is that of the golden file', ({ name, text }) => {
    expect(`${text}\n`).toBe(read(`__tests__/cli/golden/${name.replace(' ', '-')}.txt`))
  })

  test('of every command has a golden file, and no other has', () => {
    const files = helps.map(({ name }) => `${name.replace(' ', '-')}.txt`)
    expect(readdirSync(join(root, '__tests__/cli/golden')).sort()).toEqual(files.sort())
  })

  test.each(helps)('of $name fits into 80 columns', ({ text }) => {
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test.each([
    [['queue', 'list', '--help'], 'queue list'],
    [['queue', '--config', 'x', 'upload', '-h'], 'queue upload'],
    [['help', 'keys', 'retire'], 'keys retire'],
    [['help', 'queue'], 'queue']
  ])('%j is that of %s', async (args, name) => {
    const { status, stdout } = await runCommandLine(args, { cwd })
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: read(`__tests__/cli/golden/${name.replace(' ', '-')}.txt`)
    })
  })

  test('there is an option for each input of the action', () => {
    const { inputs } = z
      .object({ inputs: z.record(z.string(), z.unknown()) })
      .parse(parse(read('action.yml')))
    const options = allCommands(commands).flatMap((command) =>
      command.options.flatMap(({ input }) => input ?? [])
    )
    // Given by arguments, by the command’s name, or by files and the environment because they are secret.
    const others = ['flake-attribute', 'package', 'version', 'mode', 'token', 'signing-key']
    const ofJobs = [
      'annotate',
      'cached-branch',
      'comment',
      'on-pull-request',
      'repair',
      'cache',
      'cache-size',
      'drain-timeout',
      'fail-on-undrained',
      'interval',
      'rebuild-sample',
      'rebuild-timeout'
    ]
    // A queue has settings of its own, which are no inputs of the action.
    const given = options.filter((name) => !name.startsWith('queue-'))
    expect([...new Set([...given, ...others, ...ofJobs, 'max-attempts', 'queues'])].sort()).toEqual(
      Object.keys(inputs).sort()
    )
  })
})

test.each([
  [['--version']],
  [['-V']],
  [['publish', '-V']],
  [['queue', 'add', '--version']],
  [['version-sync', '--version']]
])('%j is the version of package.json', async (args) => {
  const { status, stdout } = await runCommandLine(args, { cwd })
  expect({ status, stdout }).toEqual({ status: 0, stdout: `${version}\n` })
  expect(version).toBe(
    z.object({ version: z.string() }).parse(JSON.parse(read('package.json'))).version
  )
})

describe('a wrong command line', () => {
  test.each<[string[], string]>([
    [[], 'command: none is given. `nar-publish --help`'],
    [['frobnicate'], 'the commands are init, publish, matrix, doctor'],
    [['hook'], 'command hook'],
    [
      ['publish', '--tokn', 'x'],
      'option "--tokn": there is no such option. `nar-publish publish --help`'
    ],
    [['publish', '.#a', 'o/r', '-x'], 'option "-x": there is no such option'],
    [['publish', '--systems'], 'option "--systems": its value is missing'],
    [['publish', '--json=yes', '.#a', 'o/r'], 'option "--json": it takes no value'],
    [['publish', '--closure', 'bare', '--closure', 'cache'], 'option --closure: it is given twice'],
    [['publish', '.#hello'], 'the target is missing'],
    [['publish', '--target-repository', 'o/r'], 'what to publish is missing'],
    [['doctor'], 'the store to check is missing'],
    [['doctor', 'o/r', 'o/s'], 'one store is checked at a time'],
    [['use'], 'the cache to use is missing'],
    [['use', 'o/r', 'o/s'], 'one cache is used at a time'],
    [['prune'], 'the store to prune is missing'],
    [['prune', 'o/r', 'o/s'], 'one store is pruned at a time']
  ])('%j is one line and status 2', async (args, words) => {
    const { status, stdout, stderr } = await runCommandLine(args, { cwd })
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(words)])
    expect(stderr).toMatch(/^error: USAGE /)
    expect(stderr).toContain('--help')
  })

  test.each(['--token', '--signing-key'])('%s is refused, without its value', async (option) => {
    for (const args of [[option, 'hunter2'], [`${option}=hunter2`]]) {
      const { status, stderr } = await runCommandLine(['publish', '.#a', 'o/r', ...args], { cwd })
      expect(status).toBe(2)
      expect(stderr).toContain(`${option}-file FILE`)
      expect(stderr).not.toContain('hunter2')
    }
  })
})

describe('what fails', () => {
  test.each<[string[], string, number]>([
    [
      ['publish', '.#a', 'o/r', '--compression', 'zip'],
      'INPUT_INVALID option --compression: "zip"',
      2
    ],
    [['publish', '.#a', 'not a target'], 'REPOSITORY_INVALID', 2],
    [
      ['publish', '.#a', 'o/r'],
      'TOKEN_MISSING token: it is empty, and this run writes to the target. Set GH_TOKEN',
      1
    ],
    [
      ['publish', '.#a', 'o/r', '--token-file', '/no/such'],
      'INPUT_INVALID option --token-file, "/no/such": it cannot be read (ENOENT)',
      2
    ],
    [
      ['publish', '.#a', 'o/r', '--signing-key-file', '/no/such'],
      'INPUT_INVALID option --signing-key-file',
      2
    ],
    [['doctor', '/no/such/folder'], 'FOLDER_INVALID "/no/such/folder"', 1],
    [['doctor', '.', '--public-key', 'x'], 'SIGNING_KEY_INVALID public key', 2],
    [['doctor', 'o/r'], 'TOKEN_MISSING', 1],
    [['prune', 'o/r'], 'TOKEN_MISSING', 1],
    [
      ['prune', 'o/r', '--dry-run', '--keep-generations', '0', '--keep-days', '0'],
      'KEEP_INVALID options --keep-generations and --keep-days',
      2
    ]
  ])('%j says why: %s, with status %d', async (args, words, status) => {
    const run = await runCommandLine(args, { cwd })
    expect(run).toMatchObject({ status, stdout: '' })
    expect(run.stderr).toContain(words)
  })

  test('is an object with --json', async () => {
    const { status, stdout } = await runCommandLine(['publish', '.#a', 'o/r', '--json'], { cwd })
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toEqual({
      error: {
        code: 'TOKEN_MISSING',
        subject: 'token',
        reason: expect.any(String),
        hint: expect.any(String)
      }
    })
  })

  test('a variable counts where no option is given, and an option goes before it', async () => {
    const env = { NAR_PUBLISH_COMPRESSION: 'zip', NAR_PUBLISH_TARGET_REPOSITORY: 'o/r' }
    const asSet = await runCommandLine(['publish', '.#a'], { cwd, env })
    expect(asSet.stderr).toContain('INPUT_INVALID option --compression')
    const given = await runCommandLine(['publish', '.#a', '--compression', 'xz'], { cwd, env })
    expect(given.stderr).toContain('TOKEN_MISSING')
  })
})

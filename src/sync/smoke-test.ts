import { mkdir, mkdtemp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { printCommand } from '../process/print-command.ts'
import { programFailure, runProgram } from '../process/program.ts'
import type { Check } from './types.ts'

export interface SmokeTest {
  /** Program and arguments. */
  argv: readonly string[]
  /** Store paths of what was built. */
  outputs: readonly string[]
  /** What child processes get; the test gets a part of it. */
  env: Readonly<Record<string, string>>
  /** Folder for the test's own. */
  scratch: string
  log: Log
  /** Milliseconds; default: 5 minutes. */
  timeLimit?: number
}

/** What a program may need that is no secret, and the mark by which the runner ends what it leaves running. The job’s environment holds whatever the workflow put there. */
const passedOn =
  /^(LANG|LC_\w+|TZ|TERM|USER|LOGNAME|SHELL|RUNNER_TRACKING_ID|(NIX_)?SSL_CERT_(FILE|DIR))$/

/**
 * Runs a command with the `bin` folders of what was built first in PATH, in an empty folder and with a home of its own. Throws
 * SMOKE_TEST_FAILED when it does not end with 0.
 */
export async function runSmokeTest(test: SmokeTest): Promise<Check> {
  const { argv, outputs, env, scratch, log, timeLimit = 300_000 } = test
  const [program = '', ...args] = argv
  const command = printCommand({ program, args })
  const folder = await mkdtemp(join(scratch, 'smoke-test-'))
  const own = (name: string): string => join(folder, name)
  for (const name of ['home', 'work', 'tmp']) await mkdir(own(name))
  const bins = outputs.map((path) => join(path, 'bin'))
  const ended = await runProgram({
    argv: [program, ...args],
    cwd: own('work'),
    env: {
      ...Object.fromEntries(Object.entries(env).filter(([name]) => passedOn.test(name))),
      PATH: [...bins, ...(env['PATH'] ? [env['PATH']] : [])].join(':'),
      HOME: own('home'),
      TMPDIR: own('tmp')
    },
    log,
    timeLimit
  })
  if (ended.kind === 'not-started') {
    throw notStarted(command, program, ended.code, await programsIn(bins))
  }
  if (ended.status !== 0) throw programFailure('SMOKE_TEST_FAILED', command, ended, timeLimit)
  const said = ended.firstLine === '' ? 'it said nothing' : ended.firstLine.slice(0, 200)
  return { name: 'smoke-test', result: 'passed', detail: `${command}: ${said}` }
}

function notStarted(
  command: string,
  program: string,
  code: string,
  found: readonly string[]
): NarPublishError {
  const what = found.length === 0 ? 'no program at all' : found.slice(0, 20).join(', ')
  const isMissing = code === 'ENOENT' && !found.includes(program) && !program.includes('/')
  return new NarPublishError({
    code: 'SMOKE_TEST_FAILED',
    subject: command,
    reason: isMissing
      ? `there is no program ${JSON.stringify(program)}, neither in what was built (${what}) nor in PATH`
      : `${JSON.stringify(program)} cannot be started (${code}): it is no program for this machine, or its interpreter is missing`,
    hint: 'Begin `smoke-test` with the name of a program that the package installs into `bin`.'
  })
}

async function programsIn(bins: readonly string[]): Promise<string[]> {
  const names = await Promise.all(bins.map((bin) => readdir(bin).catch(() => [])))
  return [...new Set(names.flat())].sort()
}

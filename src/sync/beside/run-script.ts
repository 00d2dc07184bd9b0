import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { NarPublishError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { passedOn } from '../../passed-on.ts'
import { printCommand } from '../../process/print-command.ts'
import { programFailure, runProgram } from '../../process/program.ts'

export interface Script {
  /** What it is called in messages: `before-hash`, `passthru.fetch-deps`. */
  title: string
  argv: readonly [string, ...string[]]
  /** The copy that it works in. */
  folder: string
  /** What it is told besides. */
  variables: Readonly<Record<string, string>>
  /** What child processes get; it gets a part. */
  env: Readonly<Record<string, string>>
  scratch: string
  log: Log
  /** Milliseconds; default: half an hour, as it downloads. */
  timeLimit?: number
}

/**
 * Of what any program may know the part that a download or Nix needs: nothing of the job but the mark by which the runner ends what it
 * leaves running, and no folder with anybody's settings.
 */
const needed =
  /^(?:PATH|LANG|LC_\w+|LOCALE_ARCHIVE|TZ|TZDIR|TERM|USER|LOGNAME|SHELL|RUNNER_TRACKING_ID|\w+_proxy|\w+_PROXY|(?:NIX_)?SSL_CERT_(?:FILE|DIR)|CURL_CA_BUNDLE)$/

/**
 * Runs a program in a copy of the checkout as the smoke test is run: no shell, no secrets, a home and a folder for temporary files of
 * its own. Throws SCRIPT_FAILED.
 */
export async function runScript(script: Script): Promise<void> {
  const { title, argv, folder, variables, env, scratch, log, timeLimit = 1_800_000 } = script
  const [program, ...args] = argv
  const command = printCommand({ program, args })
  const own = await mkdtemp(join(scratch, 'script-'))
  for (const name of ['home', 'tmp']) await mkdir(join(own, name))
  const given = Object.entries(passedOn(env, 'program')).filter(([name]) => needed.test(name))
  const nixPath = env['NIX_PATH']
  const ended = await runProgram({
    argv: [program, ...args],
    cwd: folder,
    env: {
      ...Object.fromEntries(given),
      ...(nixPath === undefined ? {} : { NIX_PATH: nixPath }),
      ...variables,
      HOME: join(own, 'home'),
      TMPDIR: join(own, 'tmp')
    },
    log,
    timeLimit
  })
  const subject = `${title}, ${command}`
  if (ended.kind === 'not-started') {
    throw new NarPublishError({
      code: 'SCRIPT_FAILED',
      subject,
      reason:
        ended.code === 'ENOENT'
          ? `there is no program ${JSON.stringify(program)}, neither in PATH nor from the checkout’s root on, or its interpreter is missing`
          : `${JSON.stringify(program)} cannot be started (${ended.code})`
    })
  }
  if (ended.status !== 0) throw programFailure('SCRIPT_FAILED', subject, ended, timeLimit)
}

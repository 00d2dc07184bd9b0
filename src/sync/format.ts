import { join, relative } from 'node:path'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { NixCommand } from '../nix/command.ts'
import { openNix } from '../nix/nix.ts'
import { nixFailure, runNix } from '../nix/run.ts'
import { passedOn } from '../passed-on.ts'
import { programFailure, runProgram } from '../process/program.ts'
import type { Formatter } from './inputs.ts'
import type { Check } from './types.ts'

interface Formatting {
  formatter: Formatter
  /** The scratch copy. */
  folder: string
  /** Of the flake inside the copy, for `nix fmt`; empty: the copy itself. */
  flakeFolder?: string
  /** Repository paths of what was changed; only `.nix` files are formatted. */
  files: readonly string[]
  env: Readonly<Record<string, string>>
  log: Log
}

/** Milliseconds. */
const timeLimit = 600_000

/** Formats the touched files where they stand. Throws FORMATTER_MISSING, FORMATTER_FAILED. */
export async function formatFiles(formatting: Formatting): Promise<Check> {
  const { formatter, folder, flakeFolder = '', files, env, log } = formatting
  const check = (result: Check['result'], detail: string): Check => ({
    name: 'format',
    result,
    detail
  })
  if (formatter === 'none') return check('skipped', 'no formatter was asked for')
  const nixFiles = files.filter((file) => file.endsWith('.nix'))
  if (nixFiles.length === 0) return check('skipped', 'no Nix file was changed')
  if (formatter === 'nix fmt') {
    const flake = join(folder, flakeFolder)
    const here = nixFiles.map((file) => relativeTo(flake, folder, file))
    // These files alone; the lock file stays as it is.
    const args = ['fmt', '--no-write-lock-file', '--', ...here]
    await runNixFmt(flake, { program: 'nix', args }, { env, log })
  } else {
    await runFormatter(
      formatter,
      nixFiles.map((file) => `./${file}`),
      { folder, env, log }
    )
  }
  return check('passed', `${formatter}: ${nixFiles.join(', ')}`)
}

/** `./` in front, so that no name is an option of the formatter. */
function relativeTo(flake: string, folder: string, file: string): string {
  const path = relative(flake, join(folder, file))
  return path.startsWith('../') ? path : `./${path}`
}

async function runFormatter(
  formatter: string,
  files: readonly string[],
  { folder, env, log }: Pick<Formatting, 'folder' | 'env' | 'log'>
): Promise<void> {
  const ended = await runProgram({
    argv: [formatter, ...files],
    cwd: folder,
    env: passedOn(env, 'program'),
    log,
    timeLimit
  })
  if (ended.kind === 'not-started') {
    const isMissing = ended.code === 'ENOENT'
    throw new NarPublishError({
      code: isMissing ? 'FORMATTER_MISSING' : 'FORMATTER_FAILED',
      subject: `formatter ${formatter}`,
      reason: isMissing
        ? `there is no program \`${formatter}\` in PATH`
        : `it cannot be started (${ended.code})`
    })
  }
  if (ended.status !== 0) {
    throw programFailure('FORMATTER_FAILED', `formatter ${formatter}`, ended, timeLimit)
  }
}

async function runNixFmt(
  flake: string,
  command: NixCommand,
  { env, log }: Pick<Formatting, 'env' | 'log'>
): Promise<void> {
  const nix = await openNix({ env, log, cwd: flake })
  const ended = await log.fenced((write) =>
    runNix(nix, command, { onStderr: write, onStdout: write })
  )
  if (ended.status === 0) return
  const hasNone = /does not provide attribute .*formatter/.test(ended.stderr)
  throw nixFailure(ended, {
    code: hasNone ? 'FORMATTER_MISSING' : 'FORMATTER_FAILED',
    subject: 'formatter nix fmt',
    ...(hasNone ? { reason: 'the flake has no output `formatter` for this system' } : {})
  })
}

import { StringDecoder } from 'node:string_decoder'
import { plainLines, shellWord } from '../harmless.ts'
import type { Log } from '../log.ts'
import type { Place } from '../process/start.ts'
import { withoutBlankRuns } from '../process/tail.ts'
import type { NixCommand } from './command.ts'
import { holdTraced } from './gc-roots.ts'
import { nixWords, runNix, type NixExit } from './run.ts'
import type { Nix } from './types.ts'

/** Characters. An older Nix says what is wrong first, and then whence it was called. */
const longestWords = 1024 * 1024

/**
 * Runs an evaluation. Its `stderr` has what Nix said from the beginning on, and its .drv files are kept as Nix tells of them. `onTrace`: see
 * holdTraced.
 */
export async function runEvaluation(
  nix: Nix,
  command: NixCommand,
  place: Partial<Place> = {},
  onTrace?: (line: string) => void
): Promise<NixExit & { stdout: string }> {
  const decoder = new StringDecoder('utf8')
  const hold = holdTraced(nix, onTrace)
  let said = ''
  const ended = await runNix({ ...nix, ...place }, command, {
    onStderr: (chunk) => {
      hold(chunk)
      if (said.length < longestWords) said += decoder.write(chunk)
    }
  })
  const begin = plainLines(said)
  return { ...ended, stderr: said.length < longestWords ? begin : `${begin}\n${ended.stderr}` }
}

/** Most lines of an evaluation's words in the log. */
const longestLog = 100

/** What Nix said of an evaluation that failed, fenced: with its trace, as far as that is of use. */
export async function logWords(log: Log, stderr: string): Promise<void> {
  const lines = withoutCredentials(stderr)
    .split('\n')
    .filter((line) => !line.startsWith('trace: /nix/store/'))
  const shown = lines.slice(0, longestLog / 2)
  const rest = lines.slice(longestLog / 2)
  const end = rest.slice(-longestLog / 2)
  const left = rest.length > end.length ? ['…'] : []
  await log.fenced((write) => {
    write(`${[...shown, ...left, ...end].join('\n').trimEnd()}\n`)
    return Promise.resolve()
  })
}

const positions = /^\s*at ([^«\s].*?):(\d+):(\d+):?\s*$/gm
const fetchedInputs = /^\s*… while fetching the input '([^']+)'/gm
const updatedInputs = /^\s*… while updating the flake input '([^']+)'/gm
/** So many of git's lines are told. */
const mostFatal = 4

/**
 * Why an evaluation failed: Nix's message; what git said, which Nix passes on as an exit status; which input was being fetched; and the
 * innermost place in a file, without the store path of the source. Passwords in addresses are left out.
 */
export function evaluationReason(stderr: string): string {
  const said = withoutBlankRuns(stderr)
  const start = [...said.matchAll(/^\s*error: /gm)].at(-1)?.index ?? 0
  // Newer versions say whence it was called before what is wrong, older ones after it; the place of the error itself comes after it in both.
  const innermost = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = [...said.matchAll(pattern)]
    return found.find(({ index }) => index >= start) ?? found.at(-1)
  }
  const words = nixWords(said)
  const fatal = new Set(said.match(/^fatal: .+$/gm) ?? [])
  const [, file, line, column] = innermost(positions) ?? []
  const input = innermost(fetchedInputs)?.[1]
  const name = innermost(updatedInputs)?.[1]
  const where = [
    ...(input === undefined
      ? []
      : [`while fetching ${name === undefined ? '' : `its input "${name}", `}${input}`]),
    ...(file === undefined ? [] : [`at ${inSource(file)}:${line ?? ''}:${column ?? ''}`])
  ]
  const message = [words, ...[...fatal].slice(0, mostFatal)].join(fatal.size > 0 ? ': ' : '')
  return withoutCredentials(where.length === 0 ? message : `${message} (${where.join(', ')})`)
}

/** Of the flake's own source or an input's, as people know it. */
function inSource(file: string): string {
  return file.replace(/^\/nix\/store\/[0-9a-z]{32}-source\//, '')
}

/** Without the names and passwords in addresses, but for the name that everybody uses with ssh. */
export function withoutCredentials(text: string): string {
  return text.replace(/(?<=:\/\/)(?!git@)[^\s/@'"]+@/g, '***@')
}

/**
 * A command to be pasted into a shell, that fails as this run did: from its folder, whatever the user's nix.conf says of flakes, and
 * without Nix's memory of an earlier failure, which has no words.
 */
export function pasteable({ program, args }: NixCommand, folder: string): string {
  const features = ['--extra-experimental-features', 'nix-command flakes']
  const memory = ['--option', 'eval-cache', 'false']
  const flags = program === 'nix' ? [...features, ...args.slice(0, 1), ...memory] : []
  const words = [program, ...flags, ...(program === 'nix' ? args.slice(1) : args)]
  const line = words.map(shellWord).join(' ')
  // Who reads it is there already, or at another machine.
  const isHere = folder === process.cwd()
  return withoutCredentials(isHere ? line : `cd ${shellWord(folder)} && ${line}`)
}

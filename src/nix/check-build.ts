import { createHash } from 'node:crypto'
import { formatSha256 } from '../binary-cache/hash.ts'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { BuildErrorCollector, buildFailureReasons } from './build-errors.ts'
import type { NixCommand } from './command.ts'
import { dumpNar } from './pack-nars.ts'
import { nixWords, runNix } from './run.ts'
import type { Nix } from './types.ts'

/** A derivation, and outputs of it that are valid in this machine's store. */
interface Checked {
  drvPath: string
  outputs: readonly { name: string; path: string; narHash: string }[]
}

export type BuildCheck =
  /** Every one of these outputs came out as it is in the store. */
  | { kind: 'same' }
  /** This output did not; the others were not compared after it. `other`: the NAR hash of what came out, which lies at `otherPath`. */
  | { kind: 'differs'; path: string; other: string; otherPath: string }
  | { kind: 'failed'; reason: string }

/** What Nix ends with when an output differs. https://nix.dev/manual/nix/2.26/command-ref/nix-store/realise#special-exit-codes-for-build-failure */
const notDeterministic = 104

/** `--keep-failed` has Nix keep an output that differs, beside the one that is valid. */
export function checkCommand({ drvPath, outputs }: Checked): NixCommand {
  const names = outputs.map(({ name }) => name).join(',')
  return {
    program: 'nix-store',
    args: [
      ...['--realise', '--check', '--keep-failed', '--log-format', 'bar-with-logs'],
      ...['--no-gc-warning', '--', `${drvPath}!${names}`]
    ]
  }
}

/**
 * Builds a derivation again and has Nix compare what comes out with the outputs in the store, which stay as they are. That one differs is
 * believed when the other one is there to be read, and not by Nix's words, which a builder can print and a daemon changes. Throws what is the machine's failure.
 */
export async function checkBuild(nix: Nix, checked: Checked, log: Log): Promise<BuildCheck> {
  const keptPath = (path: string): string => `${path}.check`
  // What an earlier check on this machine left is no answer.
  const before = new Map<string, string | null>()
  for (const { path } of checked.outputs) before.set(path, await hashOf(nix, keptPath(path)))
  const collector = new BuildErrorCollector()
  const ended = await log.fenced((write) =>
    runNix(nix, checkCommand(checked), {
      onStderr: (text) => {
        collector.push(text)
        write(text)
      }
    })
  )
  if (ended.status === 0) return { kind: 'same' }
  const kept: { path: string; other: string }[] = []
  for (const { path, narHash } of checked.outputs) {
    const other = await hashOf(nix, keptPath(path))
    if (other !== null && other !== narHash) kept.push({ path, other })
  }
  // What is the same as before can have come out again, where nothing else has.
  const differing =
    kept.find(({ path, other }) => other !== before.get(path)) ??
    (ended.status === notDeterministic ? kept[0] : undefined)
  if (differing !== undefined) {
    return { kind: 'differs', ...differing, otherPath: keptPath(differing.path) }
  }
  const reason = buildFailureReasons(collector.blocks).get(checked.drvPath)
  return { kind: 'failed', reason: reason ?? nixWords(ended.stderr) }
}

/** The NAR hash of whatever is at a path of the store, valid or not; null: nothing that Nix can read. */
async function hashOf(nix: Nix, path: string): Promise<string | null> {
  const { stream, done } = dumpNar(nix, path)
  const digest = createHash('sha256')
  for await (const chunk of stream as AsyncIterable<Buffer>) digest.update(chunk)
  try {
    await done
  } catch (error) {
    if (error instanceof NarPublishError && error.code === 'NIX_FAILED') return null
    throw error
  }
  return formatSha256(digest.digest())
}

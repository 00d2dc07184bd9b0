import { NarPublishError } from '../errors.ts'
import { queryClosure } from '../nix/closure.ts'
import { chunkOperands, type NixCommand } from '../nix/command.ts'
import { isAtLeast } from '../nix/nix.ts'
import { nixFailure, nixWords, runNix } from '../nix/run.ts'
import { byKind } from '../nix/substitute.ts'
import type { ClosureType, Nix } from '../nix/types.ts'
import { invalidPaths, missingStorePath } from '../nix/validity.ts'
import type { Send } from './send.ts'
import { isLasting, unreachableWords } from './store-words.ts'
import type { StoreDestination } from './types.ts'

/** Copies into any store of Nix's. `openNix` is called at each pass: it need not be there before. */
export function sendToStore(
  destination: StoreDestination,
  closure: ClosureType,
  openNix: () => Promise<Nix>
): Send {
  return async (paths) => {
    const nix = await openNix()
    for (const chunk of chunkOperands(await pathsToCopy(nix, paths, closure))) {
      for (const command of byKind(chunk, (operands) =>
        copyCommand(destination, closure, operands)
      )) {
        const ended = await runNix(nix, command)
        if (ended.status === 0) continue
        await expectStore(nix, destination, ended.stderr)
        throw nixFailure(ended, {
          code: 'STORE_COPY_FAILED',
          subject: destination.url,
          reason: nixWords(ended.stderr)
        })
      }
    }
    return { landing: { store: destination.url }, notes: [] }
  }
}

/** `nix copy` takes the runtime closure by itself. */
async function pathsToCopy(
  nix: Nix,
  paths: readonly string[],
  closure: ClosureType
): Promise<readonly string[]> {
  if (closure !== 'binary') return queryClosure(nix, paths, closure)
  const [missing] = await invalidPaths(nix, paths)
  if (missing !== undefined) throw missingStorePath(missing)
  return paths
}

// Older versions (2.8) take the flag and look at the setting alone for `ssh-ng://` (RemoteStore::queryValidPaths).
const substituting = ['--substitute-on-destination', '--option', 'builders-use-substitutes', 'true']

/** `operands`: `--` and paths, with `--derivation` before it for .drv files. */
export function copyCommand(
  { url, checkSigs, substituteOnDestination }: StoreDestination,
  closure: ClosureType,
  operands: readonly string[]
): NixCommand {
  return {
    program: 'nix',
    args: [
      ...['copy', '--to', url],
      ...(closure === 'bare' ? ['--no-recursive'] : []),
      ...(checkSigs ? [] : ['--no-check-sigs']),
      ...(substituteOnDestination ? substituting : []),
      ...operands
    ]
  }
}

/** A copy failed: was it the store? Throws STORE_UNREACHABLE when its words say so, or when it cannot be opened either. */
async function expectStore(nix: Nix, { url }: StoreDestination, stderr: string): Promise<void> {
  const wordsOf = (said: string): string => unreachableWords(url, nix.version.text, said)
  const unreachable = (reason: string): NarPublishError =>
    new NarPublishError({ code: 'STORE_UNREACHABLE', subject: url, reason })
  if (isLasting(wordsOf(stderr))) throw unreachable(wordsOf(stderr))
  const ping = isAtLeast(nix.version, 2, 19) ? 'info' : 'ping'
  const ended = await runNix(nix, { program: 'nix', args: ['store', ping, '--store', url] })
  if (ended.status !== 0) throw unreachable(wordsOf(ended.stderr))
}

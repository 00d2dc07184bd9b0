import { startNix, nixFailure } from './run.ts'
import { gatherOutput } from '../process/start.ts'
import type { Nix } from './types.ts'

/**
 * Brings what `nix-store --export` wrote into this machine's store, and answers with its store paths. What it holds is believed: nothing
 * of it need be signed. Throws NIX_FAILED, and what `stream` throws.
 */
export async function importPaths(nix: Nix, stream: AsyncIterable<Buffer>): Promise<string[]> {
  const started = startNix(nix, { program: 'nix-store', args: ['--import'] }, { input: stream })
  // Nix that is told no more says nothing of why.
  const [fed, ended] = await Promise.allSettled([started.fed, gatherOutput(started)])
  if (ended.status === 'rejected') throw ended.reason
  if (fed.status === 'rejected' && fed.reason instanceof SyntaxError) throw fed.reason
  const { status, stdout, stderr } = ended.value
  if (status === 0)
    return stdout
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
  const isUntrusted = /lacks a (?:valid signature|signature by a trusted key)/.test(stderr)
  throw nixFailure(
    ended.value,
    isUntrusted ? { reason: 'the Nix daemon takes it only from users whom it trusts' } : {}
  )
}

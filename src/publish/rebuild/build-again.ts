import { narEntries, type NarEntry } from '../../binary-cache/nar-entries.ts'
import { NarPublishError } from '../../errors.ts'
import { knownSecrets } from '../../known-secrets.ts'
import { needsOtherMachine } from '../../nix/build-errors.ts'
import { checkBuild } from '../../nix/check-build.ts'
import { readDerivations } from '../../nix/derivations.ts'
import { dumpNar } from '../../nix/pack-nars.ts'
import { realise } from '../../nix/realise.ts'
import { nixWords } from '../../nix/run.ts'
import type { Nix, Substituter } from '../../nix/types.ts'
import { compareTrees } from './compare-trees.ts'
import type { Candidate, Rebuilt } from './types.ts'

/** Differing files that are named. */
const mostFiles = 20

type Outcome = Pick<Rebuilt, 'result'> &
  Partial<
    Pick<Rebuilt, 'path' | 'narHash' | 'other' | 'files' | 'differences' | 'reason' | 'seconds'>
  >

/**
 * Builds a derivation again, whose packed outputs are in this machine's store with all of the run's that it needs. `seconds`: that it, and each that
 * it needs, may take. Throws what is the machine's failure.
 */
export async function buildAgain(
  nix: Nix,
  { drvPath, outputs }: Candidate,
  { seconds, substituters }: { seconds: number; substituters: readonly Substituter[] }
): Promise<Outcome> {
  const config = `${nix.env['NIX_CONFIG'] ?? ''}\ntimeout = ${seconds}`
  const limited = { ...nix, env: { ...nix.env, NIX_CONFIG: config } }
  const problem = await bringInputs(limited, drvPath, substituters)
  if (problem !== null) return { result: 'not-tried', reason: problem }
  const begin = Date.now()
  const check = await checkBuild(limited, { drvPath, outputs }, nix.log)
  const took = { seconds: Math.round((Date.now() - begin) / 1000) }
  switch (check.kind) {
    case 'same':
      return { result: 'same', ...took }
    case 'failed': {
      const result = needsOtherMachine(check.reason) ? 'not-tried' : 'failed'
      return { result, reason: knownSecrets.hide(check.reason), ...took }
    }
    case 'differs': {
      const { path, other, otherPath } = check
      const narHash = outputs.find((output) => output.path === path)?.narHash ?? ''
      const found = await compareBuilds(nix, path, otherPath)
      return { result: 'differs', path, narHash, other, ...found, ...took }
    }
  }
}

/** Why what it takes cannot be had; null: it is there. */
async function bringInputs(
  nix: Nix,
  drvPath: string,
  substituters: readonly Substituter[]
): Promise<string | null> {
  const derivation = (await readDerivations(nix, [drvPath], { closure: false })).get(drvPath)
  const needed = [...(derivation?.inputDrvs ?? [])]
  const inputs = await readDerivations(
    nix,
    needed.map(([input]) => input),
    { closure: false }
  )
  const wanted = needed.flatMap(([input, names]) => {
    const outputs = names.flatMap((name) => {
      const path = inputs.get(input)?.outputs.get(name)?.path ?? null
      // Of a floating one nobody knows it yet; the build itself brings it.
      return path === null ? [] : [{ name, path }]
    })
    return outputs.length === 0 ? [] : [{ drvPath: input, outputs }]
  })
  if (wanted.length === 0) return null
  const options = { substituters, gcRootsDirectory: nix.roots, log: nix.log }
  const { failed, unexplained, exit } = await realise(nix, wanted, options)
  const [culprit] = [...failed.values()].flat()
  if (culprit !== undefined) {
    return knownSecrets.hide(`it needs ${culprit.drvPath}: ${culprit.reason}`)
  }
  const [missing] = unexplained
  if (missing === undefined) return null
  const words = exit === null ? 'its outputs are not in the store' : nixWords(exit.stderr)
  return knownSecrets.hide(`it needs ${missing.drvPath}: ${words}`)
}

/** Of what Nix has in its store, valid or not. */
async function compareBuilds(
  nix: Nix,
  path: string,
  otherPath: string
): Promise<Pick<Rebuilt, 'files' | 'differences' | 'reason'>> {
  try {
    const built = entriesOf(nix, path)
    const { files, count } = await compareTrees(built, entriesOf(nix, otherPath), mostFiles)
    return { files, differences: count }
  } catch (error) {
    // That they differ is known by their hashes.
    if (error instanceof SyntaxError) return { reason: `not compared: ${error.message}` }
    if (!(error instanceof NarPublishError) || error.code !== 'NIX_FAILED') throw error
    return { reason: `not compared: ${error.reason}` }
  }
}

async function* entriesOf(nix: Nix, path: string): AsyncGenerator<NarEntry> {
  const { stream, done } = dumpNar(nix, path)
  try {
    yield* narEntries(stream as AsyncIterable<Buffer>)
    await done
  } finally {
    stream.destroy()
  }
}

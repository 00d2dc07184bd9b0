import { encodeDigest, sriOf, type Digest } from '../binary-cache/digest.ts'
import { NarPublishError } from '../errors.ts'
import { logWords } from '../nix/evaluation.ts'
import { fixedOutputOf, readDerivations } from '../nix/derivations.ts'
import type { HashMismatch } from '../nix/hash-mismatch.ts'
import { buildAhead, type BuildAhead } from './build-ahead.ts'
import { buildPackage } from './build-package.ts'
import type { Bumped } from './bump.ts'
import { editsOf } from './change.ts'
import { Definitions, fixedOutputs } from './definitions.ts'
import { dyeOf, graphOf } from './dyed-evaluation.ts'
import { hashFound } from './drift.ts'
import { formatFiles } from './format.ts'
import {
  placeOf,
  type Check,
  type ComputedHash,
  type EvaluatedPackage,
  type SyncChange
} from './types.ts'
import { evaluateSystems } from './side-by-side.ts'
import { runSmokeTest } from './smoke-test.ts'
import { replacementsOf, writeCopy, type Workshop } from './workshop.ts'

export interface Proved {
  checks: Check[]
  /** By system: the .drv of the package with the change in it. */
  derivations: ReadonlyMap<string, string>
}

/** Of no change. */
export const nothingProved: Proved = { checks: [], derivations: new Map() }

/**
 * Writes the change into the copy, formats it, and shows that it is right: it evaluates to the new version with the derivations
 * whose hashes were computed, builds, and runs. Throws FORMATTER_MISSING, FORMATTER_FAILED, EVALUATION_FAILED, HASH_UNTRACED,
 * HASH_DRIFT, BUILD_FAILED, SMOKE_TEST_FAILED.
 */
export async function proveChange(
  shop: Workshop,
  change: SyncChange,
  bumped: Bumped,
  hashes: readonly ComputedHash[]
): Promise<Proved> {
  await writeCopy(shop, replacementsOf(editsOf(change)))
  const files = editsOf(change).map(({ file }) => file)
  const checks: Check[] = [...(await formatCopy(shop, files))]
  const ahead = buildAhead(shop, bumped, hashes)
  try {
    const packages = await evaluateAll(shop, change)
    for (const [system, evaluated] of packages)
      await compareHashes(shop, bumped, hashes, system, evaluated)
    checks.push({
      name: 'evaluate',
      result: 'passed',
      detail: `version ${change.newVersion ?? '(none)'} on ${[...packages.keys()].join(', ')}`
    })
    const own = packages.get(shop.environment.runnerSystem)
    const found = (mismatch: HashMismatch): NarPublishError =>
      hashFound(mismatch, bumped.literals, hashes)
    return {
      checks: [...checks, ...(await buildAndRun(shop, own, found, ahead))],
      derivations: new Map([...packages].map(([system, { drvPath }]) => [system, drvPath]))
    }
  } finally {
    await ahead?.stop()
  }
}

/** Of the files those that are Nix's, if a formatter was asked for. */
export async function formatCopy(
  {
    work: { formatter },
    project,
    copy,
    environment,
    log
  }: Pick<ProvingPlace, 'work' | 'project' | 'copy' | 'environment' | 'log'>,
  files: readonly string[]
): Promise<Check[]> {
  if (formatter === 'none') return []
  const { flakeFolder } = project
  copy.handOver()
  const check = await formatFiles({
    formatter,
    folder: copy.folder,
    ...(flakeFolder === null ? {} : { flakeFolder }),
    files: [...new Set(files)],
    env: environment.childEnvironment,
    log
  })
  return [check]
}

async function evaluateAll(
  shop: Workshop,
  { newVersion }: SyncChange
): Promise<Map<string, EvaluatedPackage>> {
  const packages = new Map<string, EvaluatedPackage>()
  while (packages.size < shop.systems.length) {
    const waiting = shop.systems.slice(packages.size)
    for (const [system, evaluated] of await evaluateSystems(shop, waiting)) {
      if (!('drvPath' in evaluated)) {
        await logWords(shop.log, evaluated.stderr)
        throw evaluated.error
      }
      if (evaluated.version !== newVersion) {
        throw new NarPublishError({
          code: 'VERSION_UNTRACED',
          subject: `${shop.work.package.text} (${system})`,
          reason: `its version is ${evaluated.version ?? 'none'} after all edits, not ${newVersion ?? 'none'}`
        })
      }
      packages.set(system, evaluated)
    }
  }
  return packages
}

/** Each computed hash must belong to the derivation that it was computed for; its sources in the checkout have other edits by now. */
async function compareHashes(
  shop: Workshop,
  bumped: Bumped,
  hashes: readonly ComputedHash[],
  system: string,
  { drvPath }: EvaluatedPackage
): Promise<void> {
  const graph = await readDerivations(shop.nix, [drvPath], {
    closure: true,
    known: shop.derivations
  })
  const rewrite = withoutDigests(digestsOf(shop, bumped, hashes))
  const now = new Definitions(graph, { ignoreSources: true, rewrite })
  const before = new Definitions(graphOf(bumped.evaluation, system), {
    ignoreSources: true,
    rewrite
  })
  const computed = new Set(hashes.map(({ literal }) => literal))
  const kept = bumped.literals.flatMap((literal) =>
    literal.digest === null || computed.has(literal) ? [] : [{ literal, digest: literal.digest }]
  )
  // Two literals may have come to the same hash, or one to that of another, which stays.
  const byDigest = Map.groupBy([...hashes, ...kept], ({ digest }) => sriOf(digest))
  for (const derivation of fixedOutputs(graph)) {
    const fixed = fixedOutputOf(derivation)
    const meant = fixed === null ? [] : (byDigest.get(sriOf(fixed.digest)) ?? [])
    const expected = meant.flatMap(({ literal }) => bumped.fed.get(system)?.get(literal) ?? [])
    const definition = now.of(derivation.drvPath)
    if (expected.length === 0 || expected.some(({ drvPath }) => before.of(drvPath) === definition))
      continue
    throw new NarPublishError({
      code: 'HASH_AMBIGUOUS',
      subject: `${meant.map(({ literal }) => placeOf(literal)).join(', ')}, ${derivation.name} (${system})`,
      reason: 'with the edits it is another derivation than the one whose hash was computed'
    })
  }
}

/** All that stood, stands or was tried at the package's hash literals. */
function digestsOf(shop: Workshop, bumped: Bumped, hashes: readonly ComputedHash[]): Digest[] {
  return [
    ...hashes.map(({ digest }) => digest),
    ...bumped.evaluation.read.values(),
    ...bumped.literals.flatMap((literal) => [
      dyeOf(shop, literal),
      ...(literal.digest === null ? [] : [literal.digest])
    ])
  ]
}

/** A hash is often given to a derivation under its own attribute's name as well, in any of its forms. */
function withoutDigests(digests: readonly Digest[]): (text: string) => string {
  const forms = new Set(
    digests.flatMap((digest) =>
      (['base64', 'base32', 'base16'] as const).map((form) => encodeDigest(digest, form))
    )
  )
  return (text) =>
    text.replaceAll(/(?<![\w+/])[\w+/]{26,128}={0,2}/g, (word) => (forms.has(word) ? 'hash' : word))
}

/** Where changes are proved that were worked out. */
export type ProvingPlace = Pick<
  Workshop,
  'work' | 'environment' | 'nix' | 'log' | 'scratch' | 'counts' | 'project' | 'copy'
>

/** Builds the package and runs it. `own`: for this machine; `found`: what a wrong hash is told as; `ahead`: a build that has begun. */
export async function buildAndRun(
  place: ProvingPlace,
  own: EvaluatedPackage | undefined,
  found: (mismatch: HashMismatch) => NarPublishError,
  ahead: BuildAhead | null = null
): Promise<Check[]> {
  const { work, environment, log, scratch, counts } = place
  const wanted: Check['name'][] = [
    'build',
    ...(work.smokeTest === null ? [] : ['smoke-test' as const])
  ]
  const skip = (detail: string): Check[] =>
    wanted.map((name) => ({ name, result: 'skipped', detail }))
  if (!work.build) return skip('switched off')
  if (own === undefined) return skip(`this machine is ${environment.runnerSystem}`)
  const { failures, mismatches } = (await ahead?.resultOf(own)) ?? (await buildPackage(place, own))
  counts.builds++
  const [failure] = failures
  if (failure !== undefined) {
    const [mismatch] = mismatches
    if (mismatch !== undefined) throw found(mismatch)
    // The usual advice is for a run that publishes what could be built.
    const hint = 'It is no hash: mend what the log’s last lines name.'
    throw failure.error.with({ hint })
  }
  const checks: Check[] = [{ name: 'build', result: 'passed', detail: own.system }]
  if (work.smokeTest === null) return checks
  const smoked = await runSmokeTest({
    argv: work.smokeTest,
    outputs: own.outputs.map(({ path }) => path),
    env: environment.childEnvironment,
    scratch,
    log
  })
  return [...checks, smoked]
}

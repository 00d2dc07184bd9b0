import { sriOf } from '../../binary-cache/digest.ts'
import { NarPublishError } from '../../errors.ts'
import { fixedOutputOf, readDerivations, type KnownDerivations } from '../../nix/derivations.ts'
import { logWords } from '../../nix/evaluation.ts'
import type { Nix } from '../../nix/types.ts'
import type { Run } from '../../run.ts'
import { countEvaluation } from '../counts.ts'
import { Definitions, fixedOutputs, type Graph } from '../definitions.ts'
import { hashFound } from '../drift.ts'
import type { SyncWork } from '../inputs.ts'
import { evaluatePackage } from '../project/evaluate.ts'
import type { Copy } from '../project/copy.ts'
import { buildAndRun, formatCopy, type ProvingPlace } from '../prove.ts'
import type { Check, EvaluatedPackage, PackageReference, SyncCounts } from '../types.ts'
import type { Part } from './bringing.ts'
import { evaluateUnion } from './evaluate-union.ts'

/** A package that was worked out by itself, and proved. */
export interface ProvedPart extends Part {
  work: SyncWork
  /** By system: its .drv with its own changes alone. */
  proved: ReadonlyMap<string, string>
}

/** Where several packages' changes are proved together. */
export interface UnionPlace extends Pick<Run<unknown>, 'environment' | 'scratch' | 'log'> {
  nix: Nix
  derivations: KnownDerivations
  counts: SyncCounts
}

/** What stands in the way of a union is of one of its packages. */
export class FailedTogether extends NarPublishError {
  /** The package. */
  readonly reference: PackageReference

  constructor(error: NarPublishError, { work }: ProvedPart) {
    const { code, subject, reason, hint, builds } = error
    super({ code, subject, reason, hint, builds, cause: error })
    this.reference = work.package
  }
}

/**
 * Formats the files of a copy that holds the changes of several packages, and proves each package in it. One whose derivation is the very
 * one that was proved alone is proved. Any other is built, and run, again; what it is made of must be what was proved with one of them: a hash
 * that nobody made for it could be an old one, which Nix does not notice. Throws FailedTogether, FORMATTER_MISSING, FORMATTER_FAILED.
 *
 * @returns the parts, each with the checks that count now
 */
export async function proveUnion(
  place: UnionPlace,
  copy: Copy,
  parts: readonly ProvedPart[],
  files: readonly string[]
): Promise<ProvedPart[]> {
  await formatUnion(place, copy, parts, files)
  const known = await evaluateUnion(place, copy, parts)
  const proved: ProvedPart[] = []
  for (const part of parts) {
    try {
      proved.push(await provePart(place, copy, part, parts, known.get(part)))
    } catch (error) {
      throw error instanceof NarPublishError ? new FailedTogether(error, part) : error
    }
  }
  return proved
}

/** Formats the files of a copy, by each flake's own formatter if that is meant. Throws FORMATTER_MISSING, FORMATTER_FAILED. */
export async function formatUnion(
  { environment, log }: Pick<UnionPlace, 'environment' | 'log'>,
  copy: Copy,
  parts: readonly ProvedPart[],
  files: readonly string[]
): Promise<void> {
  for (const [, [first]] of Map.groupBy(parts, ({ project }) => project.flakeFolder)) {
    if (first === undefined) continue
    const { work, project } = first
    await formatCopy({ environment, log, copy, work, project }, files)
  }
}

function placeOf(place: UnionPlace, copy: Copy, { work, project }: ProvedPart): ProvingPlace {
  const { environment, scratch, log, nix, counts } = place
  return { environment, scratch, log, nix, counts, copy, work, project }
}

async function provePart(
  place: UnionPlace,
  copy: Copy,
  part: ProvedPart,
  all: readonly ProvedPart[],
  known?: ReadonlyMap<string, EvaluatedPackage>
): Promise<ProvedPart> {
  const { computed, proved } = part
  const packages = new Map<string, EvaluatedPackage>()
  for (const [system, drvPath] of proved) {
    const evaluated = known?.get(system) ?? (await evaluate(place, copy, part, system))
    expectVersion(part, evaluated)
    packages.set(system, evaluated)
    if (evaluated.drvPath !== drvPath) await expectKnown(place, evaluated, all)
  }
  if ([...packages].every(([system, { drvPath }]) => proved.get(system) === drvPath)) return part
  const own = packages.get(place.environment.runnerSystem)
  const checks = await buildAndRun(placeOf(place, copy, part), own, (mismatch) =>
    hashFound(mismatch, [], [])
  )
  return { ...part, computed: { ...computed, checks: replaced(computed.checks, checks) } }
}

async function evaluate(
  { nix, counts, log }: UnionPlace,
  copy: Copy,
  { work, project }: ProvedPart,
  system: string
): Promise<EvaluatedPackage> {
  countEvaluation(counts, system)
  const request = { package: work.package, nixpkgs: work.nixpkgs, system }
  const evaluated = await evaluatePackage(nix, copy, project, request)
  if ('drvPath' in evaluated) return evaluated
  await logWords(log, evaluated.stderr)
  throw evaluated.error
}

function expectVersion(
  { work, computed: { change } }: ProvedPart,
  { version, system }: EvaluatedPackage
): void {
  if (version === change.newVersion) return
  throw new NarPublishError({
    code: 'COMPUTED_CONFLICT',
    subject: `${work.package.text} (${system})`,
    reason: `with the other packages’ changes its version is ${version ?? 'none'}, not ${change.newVersion ?? 'none'}`
  })
}

/** Each hash that the derivation needs stands for what it was made for, or stood for, with the changes of one package alone. */
async function expectKnown(
  { nix, derivations: known }: UnionPlace,
  { drvPath, system }: EvaluatedPackage,
  parts: readonly ProvedPart[]
): Promise<void> {
  const read = (path: string): Promise<Graph> =>
    readDerivations(nix, [path], { closure: true, known })
  const together = await read(drvPath)
  const alone = await Promise.all(
    parts.flatMap(({ proved }) => proved.get(system) ?? []).map((path) => read(path))
  )
  const isSame = fixedIn(alone)
  const definitions = new Definitions(together, { ignoreSources: true })
  for (const derivation of fixedOutputs(together)) {
    if (
      isSame(derivation.drvPath, digestOf(derivation), () => definitions.of(derivation.drvPath))
    ) {
      continue
    }
    throw new NarPublishError({
      code: 'COMPUTED_CONFLICT',
      subject: `${derivation.name} (${system})`,
      reason:
        'with the other packages’ changes it is another derivation than the one whose hash was made'
    })
  }
}

/** Whether one of the graphs has the derivation, or one with its hash that fetches or makes the same. */
function fixedIn(
  graphs: readonly Graph[]
): (drvPath: string, digest: string, definition: () => string) => boolean {
  const byDigest = new Map<string, (() => string)[]>()
  for (const graph of graphs) {
    const definitions = new Definitions(graph, { ignoreSources: true })
    for (const derivation of fixedOutputs(graph)) {
      const digest = digestOf(derivation)
      const others = byDigest.get(digest) ?? []
      byDigest.set(digest, [...others, () => definitions.of(derivation.drvPath)])
    }
  }
  return (drvPath, digest, definition) =>
    graphs.some((graph) => graph.has(drvPath)) ||
    (byDigest.get(digest) ?? []).some((other) => other() === definition())
}

function digestOf(derivation: Parameters<typeof fixedOutputOf>[0]): string {
  const fixed = fixedOutputOf(derivation)
  return fixed === null ? '' : sriOf(fixed.digest)
}

/** Those that were done again instead of the old ones of their names. */
function replaced(checks: readonly Check[], again: readonly Check[]): Check[] {
  const names = new Set(again.map(({ name }) => name))
  return [...checks.filter(({ name }) => !names.has(name)), ...again]
}

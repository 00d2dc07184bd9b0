import { asNarPublishError, NarPublishError } from '../../errors.ts'
import { timed, type Reported, type Run } from '../../run.ts'
import { count, list } from '../../text.ts'
import { unifiedDiff } from '../diff.ts'
import { dyeOf } from '../dyed-evaluation.ts'
import type { SyncWork } from '../inputs.ts'
import { writeDigest } from '../literals/dye.ts'
import type { Project } from '../project/locate-package.ts'
import { readTextFiles } from '../project/project.ts'
import { invalidCheckout } from '../project/work-tree.ts'
import type { Check, TextFile } from '../types.ts'
import { openWorkshop, writeCopy, type Workshop } from '../workshop.ts'
import { changedPaths, mergeBase, openAt } from './base.ts'
import { changedOf, hiddenHashes, type Changed } from './changed.ts'
import { about, instantiateAll, type AllInstantiated, type Instantiated } from './evaluate-all.ts'
import { writeRepair } from './file.ts'
import type { RepairCompute } from './inputs.ts'
import { joinEdits, rewritten, type EditsOf } from './join.ts'
import { refuseCollateral } from './refuse-collateral.ts'
import { repairPackage } from './repair-package.ts'
import type { KeptHash } from './types.ts'
import { failureOf, nothingDone, type RepairReport } from './report.ts'
import { spansOfStored, storedFiles } from './stored.ts'

/**
 * Finds out which hashes the checkout, a pull request's head, needs, and leaves them as a file. Looks
 * only at packages that fetch something else than at the merge base. One that fails leaves the others' hashes as they are, and fails the
 * job in the end. Throws CHECKOUT_INVALID, TREE_DIRTY, PACKAGE_INVALID, EVALUATION_FAILED, HASH_AMBIGUOUS, COMPUTED_CONFLICT.
 */
export async function computeRepair(run: Run<RepairCompute>): Promise<Reported<RepairReport>> {
  const { inputs, log } = run
  const shop = await timed(run, 'open', () => openHead(run))
  const { looked, notes } = await timed(run, 'evaluate', () => lookAtAll(shop, inputs))
  const sources: EditsOf[] = []
  const kept: KeptHash[] = []
  const checks: { package: string; checks: Check[] }[] = []
  const failures: { package: string; error: NarPublishError }[] = []
  for (const [name, { project, changed }] of looked.toRepair) {
    try {
      const one = about(shop, project)
      const repaired = await timed(run, 'compute', () => repairPackage(one, changed))
      // All of it, or nothing of a package.
      await spansOfStored(one, repaired.edits)
      kept.push(...(await spansOfStored(one, repaired.kept)))
      sources.push({ file: name, edits: repaired.edits })
      if (repaired.checks.length > 0) checks.push({ package: name, checks: repaired.checks })
      notes.push(...repaired.notes)
    } catch (thrown) {
      const error = asNarPublishError(thrown)
      if (error.code === 'INTERNAL') throw error
      // The step's own error tells it at the end.
      log.info(`${name}: ${error.message}`)
      failures.push({ package: name, error })
    }
  }
  const edits = joinEdits(sources)
  const paths = new Set(edits.map(({ file }) => file))
  const files = textFilesAt(shop, paths)
  if (edits.length > 0) {
    const well = new Map(looked.all)
    for (const { package: name } of failures) well.delete(name)
    await timed(run, 'evaluate', () =>
      refuseCollateral(shop, inputs.packages, well, { edits, files })
    )
  }
  const { head } = shop.project
  // Without an edit as well: no file is no answer.
  const systems = shop.systems.toSorted()
  const stored = await spansOfStored({ project: shop.project, files }, edits)
  const file = await writeRepair(inputs.outputDirectory, {
    head,
    systems,
    edits: stored,
    kept: eachOnce(kept)
  })
  log.info(`computed: ${file}`)
  const report: RepairReport = {
    ...nothingDone,
    outcome: edits.length > 0 ? 'computed' : 'clean',
    edits: stored,
    patch: unifiedDiff(rewritten(await storedFiles(shop, paths), stored)),
    packages: looked.all.size,
    failures: failures.map(({ package: name, error: { code, reason } }) => {
      return { package: name, code, reason }
    }),
    checks,
    counts: shop.counts,
    notes: [...new Set([...notes, ...shop.notes])],
    timings: run.timings
  }
  return { report, error: failureOf(failures) }
}

/** Several packages may have one. */
function eachOnce(kept: readonly KeptHash[]): KeptHash[] {
  return [...new Map(kept.map((one) => [`${one.start} ${one.file}`, one])).values()]
}

/** Throws CHECKOUT_INVALID when another commit is checked out than the pull request's newest. */
async function openHead(run: Run<RepairCompute>): Promise<Workshop> {
  const { inputs } = run
  const { packages, pullRequest, nixpkgs, systems, build } = inputs
  const work: SyncWork = {
    package: packages[0].reference,
    nixpkgs,
    version: { kind: 'keep' },
    tagPrefix: '',
    versionRegex: null,
    allowDowngrade: false,
    allowSameSource: true,
    keepPlaces: [],
    systems,
    formatter: 'none',
    build,
    beforeHash: null,
    updateScript: false,
    smokeTest: null,
    token: ''
  }
  const shop = await openWorkshop(work, run)
  const { head, root } = shop.project
  if (head === pullRequest.head) return shop
  throw invalidCheckout(
    root,
    `commit ${head} is checked out, and the pull request’s head is ${pullRequest.head}`,
    'Give actions/checkout `ref: ${{ github.event.pull_request.head.sha }}`: by default it checks out a merge that is on no branch.'
  )
}

interface Looked {
  /** As they are at the head. */
  all: AllInstantiated
  toRepair: Map<string, { project: Project; changed: Changed }>
}

/** Which packages may need other hashes than they have. */
async function lookAtAll(
  shop: Workshop,
  { packages, pullRequest }: RepairCompute
): Promise<{ looked: Looked; notes: string[] }> {
  const { git, head } = shop.project
  const base = await mergeBase(git, pullRequest)
  // Of the head first: what evaluation fetches at the base is not in the store by then.
  const after = await instantiateAll(shop, packages)
  const before = base === null ? null : await instantiateAt(shop, base, packages)
  const isHidden =
    base === null
      ? () => false
      : await hiddenIn(shop, packages, after, await changedPaths(git, base, head))
  const toRepair: Looked['toRepair'] = new Map()
  for (const [name, { project, isNamed, drvPaths }] of after) {
    const was = before?.get(name)?.drvPaths ?? null
    // Of a whole set some may never have evaluated here, as those for other systems do not.
    if (!isNamed && failsAlike(was, drvPaths)) continue
    const changed = await changedOf(shop, was, drvPaths)
    if (changed.hashes?.size === 0 && !isHidden(name)) continue
    toRepair.set(name, { project, changed })
  }
  if (toRepair.size === 0) refuseNothing(shop, after)
  const skipped = [...after].flatMap(([name, { drvPaths }]) =>
    [...drvPaths.values()].some((made) => typeof made === 'string') || toRepair.has(name)
      ? []
      : [name]
  )
  if (skipped.length > 0) {
    shop.log.info(
      `not looked at, as they evaluate neither here nor at the base: ${list(skipped.slice(0, 100))}`
    )
  }
  shop.log.info(
    `${count(after.size, 'package')}, ${toRepair.size} of which fetch something else than at ${base?.slice(0, 12) ?? 'a base, which is not in the clone'}`
  )
  const notes =
    base === null
      ? [
          'The clone does not have the commit that the pull request began at, so that all hashes of all packages were looked at: give actions/checkout `fetch-depth: 0`.'
        ]
      : []
  return { looked: { all: after, toRepair }, notes }
}

/** Where nothing evaluates, nothing was looked at. Throws EVALUATION_FAILED. */
function refuseNothing({ systems }: Workshop, all: AllInstantiated): void {
  const made = [...all.values()]
  const barren = systems.find((system) => !made.some(({ drvPaths }) => drvPaths.get(system)))
  if (barren === undefined) return
  throw new NarPublishError({
    code: 'EVALUATION_FAILED',
    subject: `input package (${barren})`,
    reason: `none of ${count(made.length, 'package')} evaluates, neither here nor at the base, so that nothing would be looked at`
  })
}

/** null: nothing can be evaluated there; the package may be new. */
async function instantiateAt(
  shop: Workshop,
  commit: string,
  packages: RepairCompute['packages']
): Promise<AllInstantiated> {
  try {
    return await instantiateAll(await openAt(shop, commit), packages)
  } catch (error) {
    const isOfBase =
      error instanceof NarPublishError &&
      (error.code === 'PACKAGE_INVALID' || error.code === 'EVALUATION_FAILED')
    if (!isOfBase) throw error
    shop.log.info(`at ${commit.slice(0, 12)}: ${error.message}`)
    return new Map()
  }
}

function failsAlike(before: Instantiated | null, after: Instantiated): boolean {
  return [...after].every(
    ([system, made]) =>
      typeof made !== 'string' &&
      before?.has(system) === true &&
      typeof before.get(system) !== 'string'
  )
}

/** Which packages read a hash of a changed file that is no derivation's: one more evaluation, and only where there is such a hash. */
async function hiddenIn(
  shop: Workshop,
  packages: RepairCompute['packages'],
  plain: AllInstantiated,
  paths: ReadonlySet<string>
): Promise<(name: string) => boolean> {
  const files = textFilesAt(shop, paths)
  const hidden = await hiddenHashes(shop, files, plain)
  if (hidden.length === 0) return () => false
  const dyes = hidden.map((one) => [one, writeDigest(one, dyeOf(shop, one))] as const)
  const changed = { copy: shop.copy, files }
  await writeCopy(changed, new Map(dyes))
  const dyed = await instantiateAll(shop, packages).finally(() => writeCopy(changed, new Map()))
  return (name) => {
    const [one, other] = [plain.get(name)?.drvPaths, dyed.get(name)?.drvPaths]
    return [...(one ?? [])].some(([system, made]) => made !== other?.get(system))
  }
}

/** Those of the checkout's text files, whichever package they are near. */
function textFilesAt({ project }: Workshop, paths: ReadonlySet<string>): TextFile[] {
  return readTextFiles({ ...project, files: project.files.filter(({ path }) => paths.has(path)) })
}

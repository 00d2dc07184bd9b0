import { asNarPublishError, NarPublishError } from '../../errors.ts'
import { timed, type Reported, type Run } from '../../run.ts'
import { count } from '../../text.ts'
import { unifiedDiff } from '../diff.ts'
import { dyeOf } from '../dyed-evaluation.ts'
import type { SyncWork } from '../inputs.ts'
import { writeDigest } from '../literals/dye.ts'
import { readTextFiles } from '../project/project.ts'
import { invalidCheckout } from '../project/work-tree.ts'
import type { Check, PackageReference, TextFile } from '../types.ts'
import { openWorkshop, writeCopy, type Workshop } from '../workshop.ts'
import { changedPaths, mergeBase, openAt } from './base.ts'
import { changedOf, hiddenHashes, type Changed } from './changed.ts'
import { about, instantiateAll, type AllInstantiated, type Instantiated } from './evaluate-all.ts'
import { writeRepair } from './file.ts'
import type { RepairCompute } from './inputs.ts'
import { joinEdits, rewritten, type EditsOf } from './join.ts'
import { repairPackage } from './repair-package.ts'
import { failureOf, nothingDone, type RepairReport } from './report.ts'

/**
 * Finds out which hashes the checkout, a pull request's head, needs, and leaves them as a file; none where there is nothing to repair. Looks
 * only at packages that fetch something else than at the merge base. One that fails leaves the others' hashes as they are, and fails the
 * job in the end. Throws CHECKOUT_INVALID, TREE_DIRTY, PACKAGE_INVALID, HASH_AMBIGUOUS, COMPUTED_CONFLICT.
 */
export async function computeRepair(run: Run<RepairCompute>): Promise<Reported<RepairReport>> {
  const { inputs, log } = run
  const shop = await timed(run, 'open', () => openHead(run))
  const { looked, notes } = await timed(run, 'evaluate', () => lookAtAll(shop, inputs))
  const sources: EditsOf[] = []
  const checks: { package: string; checks: Check[] }[] = []
  const failures: { package: string; error: NarPublishError }[] = []
  for (const [name, { reference, changed }] of looked.toRepair) {
    try {
      const one = await about(shop, reference)
      const repaired = await timed(run, 'compute', () => repairPackage(one, changed))
      sources.push({ name, edits: repaired.edits })
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
  const { head } = shop.project
  if (edits.length > 0) {
    const systems = shop.systems.toSorted()
    const file = await writeRepair(inputs.outputDirectory, { head, systems, edits })
    log.info(`computed: ${file}`)
  }
  const report: RepairReport = {
    ...nothingDone,
    outcome: edits.length > 0 ? 'computed' : 'clean',
    edits,
    patch: unifiedDiff(rewritten(textFilesAt(shop, new Set(edits.map(({ file }) => file))), edits)),
    packages: looked.packages,
    failures: failures.map(({ package: name, error: { code, reason } }) => {
      return { package: name, code, reason }
    }),
    checks,
    counts: shop.counts,
    notes: [...new Set(notes)],
    timings: run.timings
  }
  return { report, error: failureOf(failures) }
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
  /** How many there are. */
  packages: number
  toRepair: Map<string, { reference: PackageReference; changed: Changed }>
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
  for (const [name, { reference, isNamed, drvPaths }] of after) {
    const was = before?.get(name)?.drvPaths ?? null
    // Of a whole set some may never have evaluated here, as those for other systems do not.
    if (!isNamed && failsAlike(was, drvPaths)) continue
    const changed = await changedOf(shop, was, drvPaths)
    if (changed.hashes?.size === 0 && !isHidden(name)) continue
    toRepair.set(name, { reference, changed })
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
  return { looked: { packages: after.size, toRepair }, notes }
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

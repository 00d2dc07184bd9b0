import { NarPublishError } from '../errors.ts'
import { timed, type Run } from '../run.ts'
import { withoutDoubtful } from './attempts.ts'
import { bringBeside } from './beside/bring.ts'
import { bumpBeside } from './beside/bump-beside.ts'
import { useFiles } from './beside/use-files.ts'
import { keepVersion, type Bumped } from './bump.ts'
import { changeOf, isEmpty } from './change.ts'
import { computeHashes } from './compute.ts'
import type { Worked } from './computed/types.ts'
import { graphOf } from './dyed-evaluation.ts'
import { versionByLock } from './flake-inputs/follow-input.ts'
import type { SyncWork } from './inputs.ts'
import { keptPlaces, type Stays } from './keep-places.ts'
import { foresee } from './foresee.ts'
import { linksOf, type Links } from './links.ts'
import { withTwins } from './pins/twin.ts'
import { nothingProved, proveChange, type Proved } from './prove.ts'
import type { Project } from './project/locate-package.ts'
import { refuseOtherCommit, type Followed } from './revision.ts'
import { proveSource } from './source-follows.ts'
import { sourceOrigin } from './source-origin.ts'
import { sourceUrls } from './sources.ts'
import { leftBeside } from './told.ts'
import { tracePackage, type Traced } from './trace.ts'
import type { HashLiteral, SyncChange } from './types.ts'
import { wantedVersion, type ChosenVersion } from './version/wanted.ts'
import { notesOf, openWorkshop, type Workshop, type WorkPlace } from './workshop.ts'

/** Where a package is worked out. */
export type WorkingRun = Pick<Run<unknown>, 'timings'> & WorkPlace

/** What was worked out here. */
export interface WorkedOut extends Worked {
  /** By system: the .drv of the package with the change in it; empty where there is none. */
  proved: Proved['derivations']
}

/**
 * Finds out what a package's version changes, and proves it; nothing is written but the copy. `goesOn`: before what takes long, about a
 * change without its hashes; false: it is left at that.
 */
export async function workOut(
  run: WorkingRun,
  work: SyncWork,
  goesOn: (change: SyncChange, project: Project) => Promise<boolean> = () => Promise.resolve(true)
): Promise<WorkedOut> {
  const shop = await timed(run, 'open', () => openWorkshop(work, run))
  try {
    return await workOutIn(run, shop, goesOn)
  } finally {
    await shop.ahead?.remove()
  }
}

async function workOutIn(
  run: WorkingRun,
  shop: Workshop,
  goesOn: (change: SyncChange, project: Project) => Promise<boolean>
): Promise<WorkedOut> {
  const stays = keptPlaces(shop.files, shop.work.keepPlaces)
  shop.ahead = foresee(shop, stays)
  const traced = await timed(run, 'trace', () => tracePackage(shop))
  const chosen = await timed(run, 'version', () => chooseVersion(shop, traced))
  const { pname } = traced.package
  let first: Bumped | null = await timed(run, 'bump', () => bump(shop, traced, chosen, stays))
  await shop.ahead?.stop()
  const alone = changeOf(shop, pname, first, [])
  if (!(await timed(run, 'bump', () => goesOn(alone, shop.project)))) {
    const { copy, systems, counts } = shop
    const notes = notesOf(shop)
    const left = { change: alone, told: [], source: 'kept' as const, systems, checks: [] }
    const computed = { ...left, counts, notes, ...linksTo(shop, first, chosen) }
    return { computed, copy, untraced: [], notes, proved: new Map() }
  }
  const { bumped, made, proved } = await withoutDoubtful(shop, stays, {
    bump: async () => {
      const again = (): Promise<Bumped> => bump(shop, traced, chosen, stays)
      const bumped = first ?? (await timed(run, 'bump', again))
      first = null
      return timed(run, 'beside', () => bringBeside(shop, traced, bumped))
    },
    compute: async (bumped) => {
      const hashes = await timed(run, 'compute', () => computeHashes(shop, bumped))
      const own = changeOf(shop, pname, bumped, hashes)
      const { change, notes } = withTwins(shop.files, own)
      return { hashes, own, change, notes }
    },
    prove: async (bumped, { hashes, change }) => {
      const source = bumped.source === null ? 'kept' : proveSource(shop, bumped.source, hashes)
      const isProved = isEmpty(change)
        ? nothingProved
        : await timed(run, 'prove', () => proveChange(shop, change, bumped, hashes))
      return { source, ...isProved } as const
    }
  })
  const { change, own } = made
  const { copy, systems, counts } = shop
  const notes = [...notesOf(shop), ...made.notes]
  const untraced = untracedOf(traced, own)
  const told = [...bumped.told, ...leftBeside(shop.files, own, untraced)]
  const links = linksTo(shop, bumped, chosen)
  const { source, checks, derivations } = proved
  const computed = { change, told, source, checks, systems, counts, notes, ...links }
  return { computed, copy, untraced, notes, proved: derivations }
}

/** Hashes in the package's own files (those that hold one that feeds it) that feed nothing. */
function untracedOf({ hashes, literals }: Traced, { versions, beside }: SyncChange): HashLiteral[] {
  const own = new Set([
    ...hashes.map(({ literal }) => literal.file),
    ...versions.map(({ file }) => file)
  ])
  const fed = new Set(hashes.map(({ literal }) => literal))
  // Files that were made anew have other lines by now.
  const made = new Set(beside.files.map(({ path }) => path))
  return literals.filter(
    (literal) => own.has(literal.file) && !made.has(literal.file) && !fed.has(literal)
  )
}

/** What the package is to be brought to. */
interface Wanted extends ChosenVersion {
  followed: Followed | null
}

/** null: the version stays. */
async function chooseVersion(shop: Workshop, traced: Traced): Promise<Wanted | null> {
  const { version, homepage } = traced.package
  const { follow, ...origin } = await sourceOrigin(shop, traced)
  const { pinned } = origin
  const current = { version, homepage, ...origin }
  const chosen = await wantedVersion(shop.work, current, shop)
  if (chosen === null) return null
  const { commit } = chosen
  const isOther = pinned !== null && commit !== null && !commit.startsWith(pinned.commit)
  const revision = isOther ? { old: pinned.commit, new: commit } : null
  const { version: newVersion, date = null } = chosen
  const step = { oldVersion: version, newVersion, revision, date }
  return { ...chosen, followed: await follow(step) }
}

/** A version that the package has already is as good as none: its hashes are looked at. */
async function bump(
  shop: Workshop,
  traced: Traced,
  wanted: Wanted | null,
  stays: Stays
): Promise<Bumped> {
  const { version } = traced.package
  if (wanted === null) return keepVersion(shop, traced)
  const { followed } = wanted
  if (wanted.version === version && followed === null) return keepVersion(shop, traced)
  if (version === null && followed === null) {
    throw new NarPublishError({
      code: 'VERSION_UNTRACED',
      subject: shop.work.package.text,
      reason: 'the package has no version that could be replaced'
    })
  }
  if (followed !== null) await useFiles(shop, followed.files)
  // A package without a version has none afterwards.
  const own =
    version === null || followed === null ? null : await versionByLock(shop, traced, followed)
  const newVersion = version === null ? null : (own ?? wanted.version)
  const step = { oldVersion: version, newVersion }
  const { unasked } = wanted
  const bumped = await bumpBeside(shop, traced, step, followed, stays).catch((error: unknown) => {
    throw unasked === undefined ? error : withUnasked(error, unasked)
  })
  if (unasked !== undefined) throw unasked
  if (followed !== null) refuseOtherCommit(shop, followed, bumped.evaluation)
  return bumped
}

/** That the source stays what it was says more than that its host was not to be asked; but that may be why it does. */
function withUnasked(error: unknown, { subject, reason }: NarPublishError): unknown {
  if (!(error instanceof NarPublishError) || error.code !== 'SOURCE_UNCHANGED') return error
  return error.with({
    reason: `${error.reason}; which commit the version’s tag is at could not be asked (${subject}: ${reason})`,
    hint: `When the host answers again, run it again. ${error.hint}`
  })
}

function linksTo(
  shop: Workshop,
  { oldVersion, newVersion, revision, evaluation }: Bumped,
  chosen: ChosenVersion | null
): Links {
  const [evaluated] = evaluation.packages.values()
  if (evaluated === undefined || chosen === null) return { releaseUrl: null, compareUrl: null }
  const urls = sourceUrls(evaluated.drvPath, graphOf(evaluation, evaluated.system))
  const { tag, releaseUrl } = chosen
  const step = { tag, releaseUrl, oldVersion, newVersion, revision }
  return linksOf(urls, step, shop.environment.serverUrl)
}

import { NarPublishError } from '../errors.ts'
import { timed, type Reported, type Run } from '../run.ts'
import { bumpVersion, keepVersion, type Bumped } from './bump.ts'
import { changeOf, isEmpty } from './change.ts'
import { computeHashes } from './compute.ts'
import { writeComputed } from './computed/files.ts'
import { takeComputed } from './computed/take.ts'
import type { Worked } from './computed/types.ts'
import { deliver } from './deliver.ts'
import { graphOf } from './dyed-evaluation.ts'
import type { SyncInputs, SyncWork } from './inputs.ts'
import { linksOf, sourceUrls, type Links } from './links.ts'
import { proveChange } from './prove.ts'
import { hashDrift, reportSync } from './report/report.ts'
import type { SyncReport } from './report/types.ts'
import { proveSource } from './source-follows.ts'
import { tracePackage, type Traced } from './trace.ts'
import type { Span, SyncChange } from './types.ts'
import { wantedVersion, type ChosenVersion } from './version/wanted.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

/** Brings a package to a version: finds out what to write, proves it, and writes it. What it throws left everything as it was. */
export async function sync(run: Run<SyncInputs>): Promise<Reported<SyncReport>> {
  const { inputs } = run
  switch (inputs.phase) {
    case 'all': {
      const { destination, dryRun, work } = inputs
      const formattedWith = work.formatter === 'none' ? null : work.formatter
      const worked = await workOut(run, work)
      const report = await timed(run, 'write', () =>
        deliver(run, { destination, dryRun, formattedWith }, worked)
      )
      // Somebody looks whether the hashes still hold.
      const isLook = dryRun && work.version.kind === 'keep'
      return { report, error: isLook ? hashDrift(report.hashes) : null }
    }
    case 'compute': {
      const worked = await workOut(run, inputs.work)
      const computedFile = await timed(run, 'write', () =>
        writeComputed(inputs.outputDirectory, worked.computed)
      )
      run.log.info(`computed: ${computedFile}`)
      return { report: reportSync(run, worked, { outcome: 'computed', computedFile }), error: null }
    }
    case 'commit': {
      const { destination, dryRun } = inputs
      const report = await timed(run, 'commit', async () => {
        const worked = await takeComputed(run, inputs)
        return isEmpty(worked.computed.change)
          ? reportSync(run, worked)
          : deliver(run, { destination, dryRun, formattedWith: null }, worked)
      })
      return { report, error: null }
    }
  }
}

async function workOut(run: Run<SyncInputs>, work: SyncWork): Promise<Worked> {
  const shop = await timed(run, 'open', () => openWorkshop(work, run))
  const traced = await timed(run, 'trace', () => tracePackage(shop))
  const chosen = await timed(run, 'version', () => chooseVersion(run, work, traced))
  const bumped = await timed(run, 'bump', () => bump(shop, traced, chosen))
  const hashes = await timed(run, 'compute', () => computeHashes(shop, bumped))
  const source = bumped.source === null ? 'kept' : proveSource(shop, bumped.source, hashes)
  const change = changeOf(shop, traced.package.pname, bumped, hashes)
  const checks = isEmpty(change)
    ? []
    : await timed(run, 'prove', () => proveChange(shop, change, bumped, hashes))
  const { copy, systems, counts, notes } = shop
  const computed = { change, source, systems, checks, counts, ...linksTo(shop, bumped, chosen) }
  return { computed, copy, untraced: untracedOf(traced, change), notes }
}

/** Hashes in the package's own files (those that hold one that feeds it) that feed nothing. */
function untracedOf({ hashes, literals }: Traced, { versions }: SyncChange): Span[] {
  const own = new Set([
    ...hashes.map(({ literal }) => literal.file),
    ...versions.map(({ file }) => file)
  ])
  const fed = new Set(hashes.map(({ literal }) => literal))
  return literals.filter((literal) => own.has(literal.file) && !fed.has(literal))
}

/** null: the version stays. */
function chooseVersion(
  { environment, scratch, log }: Run<SyncInputs>,
  work: SyncWork,
  { package: { version, homepage, drvPath, system }, evaluation }: Traced
): Promise<ChosenVersion | null> {
  const urls = sourceUrls(drvPath, graphOf(evaluation, system))
  const current = { version, homepage, sourceUrls: urls }
  return wantedVersion(work, current, { environment, scratch, log })
}

/** A version that the package has already is as good as none: its hashes are looked at. */
async function bump(shop: Workshop, traced: Traced, chosen: ChosenVersion | null): Promise<Bumped> {
  const { version } = traced.package
  if (chosen === null || chosen.version === version) return keepVersion(shop, traced)
  if (version === null) {
    throw new NarPublishError({
      code: 'VERSION_UNTRACED',
      subject: shop.work.package.text,
      reason: 'the package has no version that could be replaced'
    })
  }
  return bumpVersion(shop, traced, version, chosen.version)
}

function linksTo(
  shop: Workshop,
  { oldVersion, newVersion, evaluation }: Bumped,
  chosen: ChosenVersion | null
): Links {
  const [evaluated] = evaluation.packages.values()
  if (evaluated === undefined || chosen === null || oldVersion === null || newVersion === null) {
    return { releaseUrl: null, compareUrl: null }
  }
  const urls = sourceUrls(evaluated.drvPath, graphOf(evaluation, evaluated.system))
  return linksOf(urls, { ...chosen, oldVersion, newVersion }, shop.environment.serverUrl)
}

import { NarPublishError } from '../errors.ts'
import type { Reported, Run } from '../run.ts'
import { timed } from '../timings.ts'
import { bumpVersion, keepVersion, type Bumped } from './bump.ts'
import { commitComputed } from './commit-computed.ts'
import { computeHashes } from './compute.ts'
import { deliver, writeAnswer } from './deliver.ts'
import type { SyncInputs, SyncWork } from './inputs.ts'
import { linksOf, type Links } from './links.ts'
import { proveChange } from './prove.ts'
import type { SyncReport } from './report/types.ts'
import { changeOf, isEmpty } from './rewrite.ts'
import type { Worked } from './run.ts'
import { sourceUrls } from './source-urls.ts'
import { tracePackage, type Traced } from './trace.ts'
import { wantedVersion, type ChosenVersion } from './version/wanted.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

/** Brings a package to a version: finds out what to write, proves it, and writes it. What it throws left everything as it was. */
export async function sync(run: Run<SyncInputs>): Promise<Reported<SyncReport>> {
  const { inputs } = run
  if (inputs.phase === 'commit') return timed(run, 'commit', () => commitComputed(run, inputs))
  const worked = await workOut(run, inputs.work)
  return timed(run, 'write', () =>
    inputs.phase === 'compute'
      ? writeAnswer(run, inputs.outputDirectory, worked)
      : deliver(run, inputs, worked)
  )
}

async function workOut(run: Run<SyncInputs>, work: SyncWork): Promise<Worked> {
  const shop = await timed(run, 'open', () => openWorkshop(work, run))
  const traced = await timed(run, 'trace', () => tracePackage(shop))
  const chosen = await timed(run, 'version', () => chooseVersion(run, work, traced))
  const bumped = await timed(run, 'bump', () => bump(shop, traced, chosen))
  const hashes = await timed(run, 'compute', () => computeHashes(shop, bumped))
  const change = changeOf(shop, traced.package.pname, bumped, hashes)
  const checks = isEmpty(change)
    ? []
    : await timed(run, 'prove', () => proveChange(shop, change, bumped, hashes))
  return { shop, traced, change, checks, links: linksTo(shop, bumped, chosen) }
}

/** null: the version stays. */
function chooseVersion(
  { environment, scratch, log }: Run<SyncInputs>,
  work: SyncWork,
  { package: { version, homepage, drvPath, system }, evaluation }: Traced
): Promise<ChosenVersion | null> {
  const urls = sourceUrls(drvPath, evaluation.graphs.get(system) ?? new Map())
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
  const graph = evaluation.graphs.get(evaluated.system) ?? new Map()
  return linksOf(
    sourceUrls(evaluated.drvPath, graph),
    { ...chosen, oldVersion, newVersion },
    shop.environment.serverUrl
  )
}

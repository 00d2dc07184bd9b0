import { glanceAtIndex, glanceAtRows } from '../../catalogue/glance.ts'
import { NarPublishError } from '../../errors.ts'
import type { PullRequestEvent } from '../../pull-request-events.ts'
import { GitHubApi } from '../../repository/github/api.ts'
import { defaultLimits } from '../../repository/limits.ts'
import { realPace } from '../../repository/pace.ts'
import type { TargetSnapshot } from '../../repository/types.ts'
import { timed, type Reported } from '../../run.ts'
import { parseStorePath } from '../../store-path.ts'
import { closureInTarget } from '../closure-in-target.ts'
import type { PublishInputs } from '../inputs.ts'
import { manifestPathOf, unsignedNarInfo } from '../packed-folder/manifest.ts'
import { toldIn } from '../report/told.ts'
import type { PublishReport } from '../report/types.ts'
import { isOnlyBuilt, type PublishRun } from '../run.ts'
import { readNarInfo } from '../standing.ts'
import type { Verified } from '../verify.ts'
import { attributeViews, namesOf } from './attributes.ts'
import { makeCheckRuns } from './check-runs.ts'
import { closureChange, groupChanges, reachedFrom } from './closure-change.ts'
import { unpinAll } from './close.ts'
import { tellInComment } from './comment.ts'
import { isOpen } from './is-open.ts'
import { tryCommands } from './try-it.ts'
import type { AttributeView, PullRequestView } from './view.ts'

type TellingRun = PublishRun<Extract<PublishInputs, { phase: 'all' | 'commit' }>>

/** Closures of so many attributes are compared: each path of them is read once. */
const mostCompared = 100

/**
 * Adds to a report what there is to tell of the pull request that the run is for, and tells it there: in a comment, and in check runs where
 * they are asked for. What cannot be told is a note, and never fails the run.
 */
export async function tellPullRequest(
  run: TellingRun,
  verified: Verified,
  { report, error }: Reported<PublishReport>
): Promise<Reported<PublishReport>> {
  const { environment, inputs, log } = run
  const { pullRequest: about } = environment
  if (about === null) return { report, error }
  const notes: string[] = []
  const attempted = async <T>(what: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (cause) {
      if (!(cause instanceof NarPublishError)) throw cause
      const note = `${what}: ${cause.message}`
      log.warning(note)
      notes.push(note)
      return null
    }
  }
  const view = await attempted('The pull request is not compared with its base', () =>
    timed(run, 'compare', () => viewOf(run, about, verified, report))
  )
  if (view === null) return { report: { ...report, notes: [...report.notes, ...notes] }, error }
  const mayTell = !environment.isForkPullRequest && !inputs.dryRun && inputs.token !== ''
  const api = mayTell ? apiOf(run) : null
  let commentUrl: string | null = null
  if (api !== null && inputs.comment) {
    const call = [report.target.name, report.target.branch, ...systemsOf(run)]
    const told = (): Promise<string | null> => tellInComment(api, view, call)
    commentUrl = await attempted('The pull request has no comment of this run', told)
  }
  if (api !== null && inputs.annotate) {
    await attempted('Not all attributes have a check run', () => makeCheckRuns(api, view))
  }
  if (api !== null && verified.pins.length > 0) {
    await attempted('It is not known whether the pull request is open still', async () => {
      if (await isOpen(api, about.number)) return
      await unpinAll(run, about.number, verified.target, await verified.target.snapshot())
      notes.push(`#${about.number} was closed meanwhile: its pins are gone again.`)
    })
  }
  const told = { view, commentUrl }
  return {
    report: { ...report, pullRequest: told, notes: [...report.notes, ...notes] },
    error
  }
}

/** By which a job that publishes one system is told from that of another. */
function systemsOf({ inputs }: TellingRun): readonly string[] {
  return inputs.phase === 'all' ? inputs.systems.value : []
}

/** Of the repository that the pull request is in. */
function apiOf({ environment, inputs, log }: TellingRun): GitHubApi | null {
  const [owner, repo] = environment.repository?.split('/') ?? []
  if (owner === undefined || repo === undefined) return null
  const { apiUrl, isForkPullRequest } = environment
  const { token } = inputs
  const more = { limits: defaultLimits, pace: realPace }
  return new GitHubApi({ owner, repo, token, apiUrl, isForkPullRequest, log, ...more })
}

async function viewOf(
  run: TellingRun,
  about: PullRequestEvent,
  verified: Verified,
  report: PublishReport
): Promise<PullRequestView> {
  const { environment, inputs } = run
  const { before } = verified
  const expected = inputs.phase === 'commit' ? inputs.expected : null
  const index = await glanceAtIndex(before)
  const rows = await glanceAtRows(before, index, namesOf(verified, expected))
  const views = attributeViews(verified, expected, rows, about)
  const attributes = await withNarSizes(before, views)
  const { serverUrl, repository, runUrl } = environment
  const { substituterUrl } = verified.target
  return {
    number: about.number,
    head: {
      sha: about.head,
      url: `${serverUrl}/${repository ?? ''}/commit/${about.head}`
    },
    runUrl,
    attributes,
    ...(await closuresOf(verified, attributes)),
    failures: report.failures,
    tryIt: tryCommands(attributes, {
      serverUrl,
      repository: repository ?? '',
      head: about.head,
      cache:
        substituterUrl === null || isOnlyBuilt(run) || environment.isForkPullRequest
          ? null
          : { substituterUrl, publicKeys: toldIn(report) }
    })
  }
}

/** What an earlier run pinned has no row in the index; its narinfo tells how large it is. */
async function withNarSizes(
  before: TargetSnapshot,
  attributes: readonly AttributeView[]
): Promise<AttributeView[]> {
  const hashes = attributes.flatMap(({ state, storePath, narSize }) =>
    state === 'held' && storePath !== null && narSize === null
      ? [parseStorePath(storePath).hash]
      : []
  )
  const texts = await before.readNarInfos(hashes)
  return attributes.map((one) => {
    const { storePath } = one
    const text = storePath === null ? undefined : texts.get(parseStorePath(storePath).hash)
    if (storePath === null || text === undefined) return one
    return { ...one, narSize: readNarInfo(text, storePath)?.narSize ?? null }
  })
}

/** Of those that the base has otherwise; both as far as this run and the target know them. */
async function closuresOf(
  { before, packed }: Verified,
  attributes: readonly AttributeView[]
): Promise<Pick<PullRequestView, 'closures' | 'isCut'>> {
  const changed = attributes
    .flatMap(({ attribute, storePath, state, base }) =>
      storePath === null || base === null || base.storePath === storePath || state === 'failed'
        ? []
        : [{ attribute, storePath, old: base.storePath }]
    )
    .slice(0, mostCompared)
  if (changed.length === 0) return { closures: [], isCut: false }
  const own = new Map(
    packed.map((path) => [path.info.storePath, unsignedNarInfo(manifestPathOf(path))])
  )
  const roots = changed.flatMap(({ storePath, old }) => [storePath, old])
  const known = await closureInTarget(before, [...new Set(roots)], own)
  const changes = changed
    .filter(({ storePath, old }) => known.inCache.has(storePath) && known.inCache.has(old))
    .map(({ attribute, storePath, old }) => ({
      attribute,
      ...closureChange(reachedFrom(known, old), reachedFrom(known, storePath))
    }))
  return { closures: groupChanges(changes), isCut: known.upstream.length > 0 }
}

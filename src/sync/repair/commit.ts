import { timed, type Run } from '../../run.ts'
import { GitHubApi } from '../../repository/github/api.ts'
import { keepComment, removeComment } from '../../repository/github/own-comment.ts'
import { defaultLimits } from '../../repository/limits.ts'
import { realPace, type Pace } from '../../repository/pace.ts'
import { computedInvalid, mostEdits } from '../computed/schema.ts'
import { unifiedDiff } from '../diff.ts'
import { annotate } from './check-run.ts'
import { readEdited, readHead, refuseDrift } from './check.ts'
import { commentBody, marker } from './comment.ts'
import { readRepairs } from './file.ts'
import { findPullRequest } from './find-pull-request.ts'
import type { RepairCommit } from './inputs.ts'
import { joinEdits, refuseKept, rewritten } from './join.ts'
import { landRepair } from './land.ts'
import { nothingDone, type RepairReport } from './report.ts'
import type { RepairEdit } from './types.ts'

/**
 * Commits what the pull request's own job found out onto its branch; where that is not this repository's, says it in a comment; with `annotate`
 * in a check run. Which pull request it is tell the event and GitHub, never the file. Where the head has moved on, or nothing is open any
 * more, nothing is written. Nothing is checked out, evaluated or run. Throws COMPUTED_INVALID, COMPUTED_CONFLICT, HASH_AMBIGUOUS, HASH_DRIFT, and
 * what a request to GitHub may.
 */
export async function commitRepair(
  run: Run<RepairCommit>,
  pace: Pace = realPace
): Promise<RepairReport> {
  const { inputs, environment, log, timings } = run
  const { run: event, repository, token } = inputs
  const report = (more: Partial<RepairReport>): RepairReport => {
    return { ...nothingDone, outcome: 'clean', timings, ...more }
  }
  const left = (why: string): RepairReport => {
    log.info(`nothing was written: ${why}`)
    return report({ outcome: 'left', why })
  }
  if (event.event !== 'pull_request') {
    return left(`the run before this one was for \`${event.event}\`, not for a pull request`)
  }
  const { edits, systems } = await readLooked(inputs)
  const api = new GitHubApi({
    ...repository,
    token,
    apiUrl: environment.apiUrl,
    isForkPullRequest: false,
    limits: defaultLimits,
    pace,
    log
  })
  const found = await timed(run, 'find', () => findPullRequest(api, event))
  if (typeof found === 'string') {
    return edits.length === 0 && !inputs.annotate ? report({}) : left(found)
  }
  const { number, url } = found
  const about = { pullRequest: { number, url }, edits }
  const { runUrl } = environment
  if (edits.length === 0) {
    if (inputs.annotate) {
      const why = await annotate(api, event, { number, edits, systems, files: [] }, runUrl)
      return report({ ...about, outcome: 'annotated', why })
    }
    // A run that failed, or left no word, does not know that nothing is left.
    const isKnown = event.conclusion === 'success' && systems.length > 0
    const isGone = isKnown && found.shut !== null && (await removeComment(api, { number, marker }))
    return report(isGone ? { ...about, outcome: 'uncommented' } : {})
  }
  const head = await timed(run, 'check', () => readHead(api, event.head.commit))
  const files = await timed(run, 'check', () => readEdited(api, head, edits))
  const patch = unifiedDiff(rewritten(files, edits))
  if (inputs.annotate) {
    const why = await annotate(api, event, { number, edits, systems, files }, runUrl)
    return report({ ...about, patch, outcome: 'annotated', why })
  }
  if (found.shut !== null) {
    log.info(`#${number} gets a comment: ${found.shut}`)
    const body = commentBody({ head: head.sha, edits, patch, runUrl })
    await keepComment(api, { number, marker }, body)
    return report({ ...about, patch, outcome: 'commented' })
  }
  refuseDrift(head, edits)
  const sha = await timed(run, 'commit', () =>
    landRepair(api, found, { head, files, edits, runUrl })
  )
  if (sha === null) return left(`the pull request has moved on from ${head.sha.slice(0, 12)}`)
  log.info(`#${number} has its hashes by ${sha}`)
  const commit = {
    sha,
    url: `${environment.serverUrl}/${api.repository}/commit/${sha}`
  }
  return report({ ...about, patch, outcome: 'committed', commit })
}

interface Looked {
  edits: RepairEdit[]
  /** For which somebody looked; none where nothing was left. */
  systems: string[]
}

/** All machines' as one. Throws COMPUTED_INVALID when one is about another commit than the run was, or there are too many edits, HASH_AMBIGUOUS and COMPUTED_CONFLICT where they disagree. */
async function readLooked({ computed, run }: RepairCommit): Promise<Looked> {
  const repairs = await readRepairs(computed)
  for (const { head, file } of repairs) {
    if (head === run.head.commit) continue
    throw computedInvalid(
      file,
      `it is about commit ${head}, and the run that left it was for ${run.head.commit}`
    )
  }
  refuseKept(repairs)
  const edits = joinEdits(repairs)
  if (edits.length > mostEdits) {
    throw computedInvalid('computed', `it has ${edits.length} edits, over ${mostEdits}`)
  }
  return { edits, systems: [...new Set(repairs.flatMap(({ systems }) => systems))].sort() }
}

import { fencedText } from '../../markdown/markdown.ts'
import { oneLine } from '../../harmless.ts'
import type { GitHubApi } from '../../repository/github/api.ts'
import { makeCheckRun, type CheckRun } from '../../repository/github/check-runs.ts'
import { count } from '../../text.ts'
import { duration, stateText } from './blocks.ts'
import type { AttributeView, PullRequestView } from './view.ts'

/** A request each. */
const mostRuns = 50
/** characters of a log */
const longestLines = 10_000

/** A check run on the head for each attribute; of more than fifty the last one tells the rest. Throws TOKEN_FORBIDDEN. */
export async function makeCheckRuns(api: GitHubApi, view: PullRequestView): Promise<void> {
  for (const run of checkRunsOf(view)) await makeCheckRun(api, run)
}

/** Pure. What failed comes first, and so has a run of its own. */
export function checkRunsOf(view: PullRequestView): CheckRun[] {
  const { head, runUrl } = view
  const byName = Map.groupBy(view.attributes, nameOf)
  const isMore = byName.size > mostRuns
  const all = [...byName]
  const own = all.slice(0, isMore ? mostRuns - 1 : mostRuns)
  const others = all.slice(own.length)
  const common = { head: head.sha, detailsUrl: runUrl }
  return [
    ...own.map(([name, outputs]) => ({
      ...{ ...common, name: `nar-publish: ${name}`, conclusion: conclusionOf(outputs) },
      title: outputs[0] === undefined ? name : plainState(outputs[0]),
      summary: summaryOf(outputs, view)
    })),
    ...(others.length === 0
      ? []
      : [
          {
            ...{ ...common, name: 'nar-publish: all others' },
            conclusion: conclusionOf(others.flatMap(([, outputs]) => outputs)),
            title: count(others.length, 'more attribute'),
            summary: fencedText(
              others
                .map(
                  ([name, [first]]) => `${name}: ${first === undefined ? '' : plainState(first)}`
                )
                .join('\n')
                .slice(0, longestLines)
            )
          }
        ])
  ]
}

function nameOf({ attribute, system }: AttributeView): string {
  return oneLine(system === null ? attribute : `${attribute} (${system})`, 200)
}

function plainState(one: AttributeView): string {
  return stateText(one).replace(/[*`]/g, '')
}

function conclusionOf(outputs: readonly AttributeView[]): CheckRun['conclusion'] {
  if (outputs.some(({ state }) => state === 'failed' || state === 'missing')) return 'failure'
  const isThere = outputs.some(({ state }) => ['built', 'new', 'held'].includes(state))
  return isThere ? 'success' : 'neutral'
}

function summaryOf(outputs: readonly AttributeView[], { failures }: PullRequestView): string {
  const times = outputs.flatMap(({ buildSeconds }) => buildSeconds ?? [])
  const own = failures.filter(({ installable }) =>
    outputs.some(({ attribute }) => attribute === installable)
  )
  const logs = own.flatMap(({ reason, builds = [] }) =>
    builds.length === 0 ? [reason] : builds.map(({ lines }) => lines)
  )
  return [
    outputs.map(stateText).join('; '),
    ...(times[0] === undefined ? [] : [`Nix built it in ${duration(times[0])}.`]),
    ...logs.slice(0, 3).map((lines) => fencedText(lines.slice(-longestLines)))
  ].join('\n\n')
}

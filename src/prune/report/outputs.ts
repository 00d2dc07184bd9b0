import { firstFitting } from '../../publish/report/outputs.ts'
import { largestOutputs, type Outputs } from '../../report/outputs.ts'
import { whatWent } from './outcome.ts'
import { freedBytes, type PruneReport } from './types.ts'

/**
 * The outputs that `prune` sets; those of a dry run tell what would go. Where they would be too large, `kept` gives way first (it is
 * empty then), and after that `removed` ends early. `largest`: characters of both together; a terminal has no such limit.
 */
export function pruneOutputs(report: PruneReport, largest = largestOutputs): Outputs {
  const { commit, route, attempts } = report
  const removed = JSON.stringify(report.removedPaths)
  const kept = JSON.stringify(
    report.kept.map(({ row, reason }) => ({ storePath: row.storePath, reason }))
  )
  const fits = removed.length + kept.length <= largest
  return {
    removed:
      removed.length <= largest
        ? removed
        : JSON.stringify(firstFitting(report.removedPaths, largest)),
    kept: fits ? kept : '[]',
    changed: String(whatWent(report) !== ''),
    'freed-bytes': String(freedBytes(report)),
    'commit-sha': commit.sha,
    'commit-url': commit.url,
    route: route ?? '',
    attempts: String(attempts)
  }
}

import { largestOutputs, type Outputs } from '../../report/outputs.ts'
import type { SyncReport } from './types.ts'

/**
 * The outputs that version-sync sets. When they would be too large, `hashes` first loses its derivations' names and then its last
 * rows. `largest`: characters of all together; a terminal has no such limit.
 */
export function syncOutputs(report: SyncReport, largest = largestOutputs): Outputs {
  const whole = wholeOutputs(report)
  const room = largest - Object.values(whole).join('').length
  // `old` null: a placeholder stood there.
  const rows = report.hashes.map(({ file, line, derivations, systems, oldHash, newHash }) => {
    return { file, line, derivations, systems, old: oldHash, new: newHash }
  })
  const bare = rows.map((row) => ({ ...row, derivations: [] }))
  for (const candidate of [rows, bare]) {
    const text = JSON.stringify(candidate)
    if (text.length <= room) return { ...whole, hashes: text }
  }
  let length = 2
  const fitting = bare.filter((row) => (length += JSON.stringify(row).length + 1) <= room)
  return { ...whole, hashes: JSON.stringify(fitting) }
}

function wholeOutputs(report: SyncReport): Outputs {
  const { oldVersion, newVersion, pullRequest, commit } = report
  return {
    changed: String(isChanged(report) && !isLeft(report)),
    'old-version': oldVersion ?? '',
    'new-version': newVersion ?? '',
    'pull-request-number': pullRequest === null ? '' : String(pullRequest.number),
    'pull-request-url': pullRequest?.url ?? '',
    'pull-request-operation': pullRequest?.operation ?? '',
    'commit-sha': commit?.sha ?? '',
    'commit-url': commit?.url ?? ''
  }
}

/** A step that merges what was changed has nothing to do where people have the pull request in hand. */
function isLeft({ outcome }: SyncReport): boolean {
  return outcome === 'declined' || outcome === 'taken-over'
}

/** Whether anything in the checkout is to be other than it is. */
export function isChanged({ versions, hashes }: Pick<SyncReport, 'versions' | 'hashes'>): boolean {
  return versions.length + hashes.length > 0
}

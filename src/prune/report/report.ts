import prettyBytes from 'pretty-bytes'
import { mayWrite } from '../../publish/run.ts'
import { siteWarnings } from '../../report/site-size.ts'
import type { Reported } from '../../run.ts'
import type { Cleaned } from '../releases.ts'
import type { PruneRun } from '../inputs.ts'
import type { PruneReport } from './types.ts'

/** What happened, for people and for later steps. */
export function reportPrune(run: PruneRun, cleaned: Cleaned): Reported<PruneReport> {
  const { inputs, timings, log } = run
  const { target, composed, commit, plan, assets, error } = cleaned
  const { state, decision } = composed
  const head = commit?.commit ?? composed.from
  const gone = new Set(composed.change?.deletedFiles)
  const warnings = [
    ...(target.servedBy === 'pages' ? siteWarnings(composed.bytes.after) : []),
    ...budgetWarnings(
      {
        files: [...state.files.keys()].filter((path) => !gone.has(path)),
        treeBytes: composed.bytes.after,
        repositoryBytes: target.repositoryBytes
      },
      inputs.sizeBudget
    )
  ]
  for (const warning of warnings) log.warning(warning)
  const report: PruneReport = {
    outcome: outcomeOf(run, cleaned),
    target,
    rules: { keepGenerations: inputs.keepGenerations, keepDays: inputs.keepDays },
    removed: decision.removedRows,
    removedPaths: [...decision.removedNarInfos.values()].map(({ storePath }) => storePath),
    removedNars: decision.removedNars.length,
    removedLogs: decision.removedLogs.length,
    movedNars: composed.movedNars.length,
    removedAssets: assets.map(({ name, size }) => ({ name, size })),
    kept: decision.keptRows,
    keptPaths: decision.keptNarInfos.length,
    unreachable: decision.unreachable,
    bytes: { ...composed.bytes, assets: assets.reduce((sum, { size }) => sum + size, 0) },
    squashed: composed.isSquash ? composed.from : null,
    commit: { sha: head, url: target.commitUrl(head) },
    route: commit?.changed === true ? commit.route : null,
    ...(plan === null ? {} : { routeReason: plan.reason }),
    attempts: commit?.attempts ?? 0,
    requests: { ...target.requests },
    timings,
    notes: notesOf(run, cleaned),
    warnings
  }
  return { report, error }
}

function outcomeOf(run: PruneRun, { commit, assets }: Cleaned): PruneReport['outcome'] {
  if (run.environment.isForkPullRequest) return 'fork'
  if (!mayWrite(run)) return 'dry-run'
  return commit?.changed === true || assets.length > 0 ? 'pruned' : 'nothing'
}

function notesOf({ inputs }: PruneRun, cleaned: Cleaned): string[] {
  const { composed, releaseNotes, error } = cleaned
  const { state, decision, isSquash, from } = composed
  return [
    ...(state.catalogue === null
      ? [
          'The branch has no catalogue, so that nobody can tell which of its paths are whose: only pins count, and all narinfos stay.'
        ]
      : []),
    ...decision.notes,
    ...(inputs.squashHistory && !isSquash
      ? ['The branch has no history that could go: its commit has no parent.']
      : []),
    ...(isSquash
      ? [
          `The branch was at ${from} before its history went. The host frees the room of old files when it packs the repository the next time, and only what no other branch or tag holds.`
        ]
      : []),
    ...cleaned.moveNotes,
    ...releaseNotes,
    ...(error === null ? [] : [`Release assets were not all removed: ${error.message}`])
  ]
}

/** GitHub advises at most 3,000 entries in a folder; said from four fifths of that on. */
const advisedEntries = 3000
const shownFolders = 3

interface Sizes {
  /** Paths of the branch's files as they are after the prune. */
  files: Iterable<string>
  treeBytes: number
  /** Of the whole repository, history and other branches included, as the host said before the prune; null: it does not say. */
  repositoryBytes: number | null
}

/** What comes near a limit of the host's, as sentences. `budget`: bytes. Pure. */
export function budgetWarnings(
  { files, treeBytes, repositoryBytes }: Sizes,
  budget: number
): string[] {
  const allowed = `\`size-budget\` is ${prettyBytes(budget)}; GitHub advises repositories of at most 10 GB`
  return [
    ...(treeBytes > budget
      ? [
          `The branch’s files have ${prettyBytes(treeBytes)}, and ${allowed}: keep fewer generations or days, or publish to several repositories.`
        ]
      : []),
    ...(repositoryBytes !== null && repositoryBytes > budget
      ? [
          `The repository has ${prettyBytes(repositoryBytes)} with its history, as its host last counted, and ${allowed}: \`squash-history\` lets go of what earlier commits hold.`
        ]
      : []),
    ...fullFolders(files)
  ]
}

function fullFolders(files: Iterable<string>): string[] {
  const full = [...entriesOfFolders(files)]
    .filter(([, entries]) => entries.size > 0.8 * advisedEntries)
    .sort(([, a], [, b]) => b.size - a.size)
  return full
    .slice(0, shownFolders)
    .map(
      ([folder, entries]) =>
        `${folder === '' ? 'The branch’s root' : `The folder ${folder}`} has ${entries.size} entries, and GitHub advises at most ${advisedEntries} in a folder: each store path is a file in the root.`
    )
}

function entriesOfFolders(files: Iterable<string>): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>()
  for (const path of files) {
    const segments = path.split('/')
    for (const [depth, name] of segments.entries()) {
      const folder = segments.slice(0, depth).join('/')
      const entries = folders.get(folder) ?? new Set()
      folders.set(folder, entries.add(name))
    }
  }
  return folders
}

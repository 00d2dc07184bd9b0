import prettyBytes from 'pretty-bytes'

/** GitHub advises at most 3,000 entries in a folder; said from four fifths of that on. */
const advisedEntries = 3000
const shownFolders = 3

export interface Sizes {
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

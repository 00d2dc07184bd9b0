import prettyBytes from 'pretty-bytes'
import type { CatalogueRow } from '../../catalogue/types.ts'
import { commitAddress, commitWord } from '../../harmless.ts'
import { count, list } from '../../text.ts'

interface Pruned {
  rows: readonly CatalogueRow[]
  /** How many narinfos, and how many NARs, go. */
  paths: number
  nars: number
  /** How many build logs go; left out: none. */
  logs?: number
  /** How many NARs go from the tree into release assets; left out: none. */
  moved?: number
  /** Of all files that go, as far as it is known. */
  bytes: number
  /** The commit that the branch was at, when its history goes too; else null. */
  squashed: string | null
  /** The run's page; null outside of GitHub Actions. */
  runUrl: string | null
}

const longestList = 100

/**
 * The commit's message: `prune 3 artifacts, 7 paths (1.2 MB)`, an empty line, then each artifact that goes, and the run. At most 100
 * artifacts are listed. Names are other people's words: as in a publish, they cannot make lines.
 */
export function pruneMessage(pruned: Pruned): string {
  const { rows, squashed, runUrl } = pruned
  const omitted = rows.length - longestList
  const listed = rows.slice(0, longestList).map(artifactLine)
  const paragraphs = [
    subject(pruned),
    ...(listed.length === 0 ? [] : [listed.join('\n')]),
    ...(omitted > 0 ? [`and ${count(omitted, 'more artifact')}`] : []),
    ...(squashed === null
      ? []
      : [`history: replaced by this commit, the branch was at ${commitWord(squashed, 64)}`]),
    ...(runUrl === null ? [] : [`run: ${commitAddress(runUrl, 300)}`])
  ]
  return `${paragraphs.join('\n\n')}\n`
}

function subject({ rows, paths, nars, logs = 0, moved = 0, bytes, squashed }: Pruned): string {
  const what = [
    ...(rows.length === 0 ? [] : [count(rows.length, 'artifact')]),
    ...(paths === 0 ? [] : [count(paths, 'path')]),
    ...(rows.length + paths === 0 && nars > 0 ? [count(nars, 'NAR')] : []),
    ...(rows.length + paths + nars === 0 && logs > 0 ? [count(logs, 'build log')] : [])
  ]
  const move = `move ${count(moved, 'NAR')} to release assets`
  const history = squashed === null ? '' : ' and the history'
  if (what.length === 0) {
    if (moved === 0) return 'squash the history'
    return `${move} (${prettyBytes(bytes)})${squashed === null ? '' : ', squash the history'}`
  }
  return `prune ${list(what)} (${prettyBytes(bytes)})${history}${moved === 0 ? '' : `, ${move}`}`
}

function artifactLine({ name, version, system, storePath, fileSize }: CatalogueRow): string {
  const artifact = [name, ...(version === null ? [] : [version])].map((word) =>
    commitWord(word, 60)
  )
  const size = prettyBytes(fileSize)
  return `- ${artifact.join(' ')} (${commitWord(system, 40)}) ${commitAddress(storePath, 300)}, ${size}`
}

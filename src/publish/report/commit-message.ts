import prettyBytes from 'pretty-bytes'
import type { CatalogueRow } from '../../catalogue/types.ts'
import { commitAddress, commitWord } from '../../harmless.ts'
import type { Pin } from '../../pins/pin.ts'
import { count } from '../../text.ts'
import type { ClosurePath } from './types.ts'

interface Published {
  rows: readonly CatalogueRow[]
  /** Paths of the closure that come with them. */
  extraPaths: readonly ClosurePath[]
  /** How many paths that are there already get a signature. */
  signedPaths: number
  /** New and moved ones; left out: none. */
  pins?: readonly Pin[]
  unpinned?: readonly string[]
  /** The run's page; null outside of GitHub Actions. */
  runUrl: string | null
}

/** Git's habit for a commit's first line. */
const subjectWidth = 72
const longestList = 100

/**
 * The commit's message: `publish hello 2.12.1 (x86_64-linux)`, an empty line, then each artifact's store path, NAR, size and source,
 * and the run. At most 100 artifacts are listed. Names are other people's words: they cannot make lines, and so no trailers; nor
 * mentions, references to issues, or `[skip ci]` (workflows that start on a push to the store shall start).
 */
export function commitMessage(published: Published): string {
  const { rows, extraPaths, signedPaths, runUrl } = published
  const omitted = rows.length - longestList
  const paragraphs = [
    subject(published),
    ...rows.slice(0, longestList).map(artifactParagraph),
    ...(omitted > 0 ? [`and ${count(omitted, 'more artifact')}`] : []),
    ...(extraPaths.length === 0 ? [] : [closureParagraph(extraPaths)]),
    ...(signedPaths === 0 ? [] : [`signed: ${count(signedPaths, 'path')} published before`]),
    ...pinParagraph(published),
    ...(runUrl === null ? [] : [`run: ${commitAddress(runUrl, 300)}`])
  ]
  return `${paragraphs.join('\n\n')}\n`
}

function subject({ rows, extraPaths, signedPaths, pins = [], unpinned = [] }: Published): string {
  const names = unique(
    rows.map(({ name, version }) =>
      [name, version ?? '']
        .map((word) => commitWord(word, 40))
        .join(' ')
        .trim()
    )
  )
  const [first] = names
  if (first === undefined) {
    if (extraPaths.length === 0 && signedPaths > 0) return `sign ${count(signedPaths, 'path')}`
    if (extraPaths.length === 0 && pins.length + unpinned.length > 0) {
      return pinSubject(pins, unpinned)
    }
    return `publish ${count(extraPaths.length, 'path')}`
  }
  const systems = unique(rows.map(({ system }) => commitWord(system, 40)))
  const others = names.length - 1
  const short = others === 0 ? first : `${first} and ${others} more`
  const where = [systems.join(', '), count(systems.length, 'system')]
  const lines = [
    ...[names.join(', '), short].flatMap((what) => where.map((systems) => `${what} (${systems})`)),
    short
  ].map((line) => `publish ${line}`)
  return (
    lines.find((line) => line.length <= subjectWidth) ??
    `publish ${count(names.length, 'artifact')}`
  )
}

function pinSubject(pins: readonly Pin[], unpinned: readonly string[]): string {
  const [verb, names] =
    pins.length > 0 ? ['pin', pins.map(({ name }) => name)] : ['unpin', unpinned]
  const [only = ''] = names
  return `${verb} ${names.length === 1 ? commitWord(only, 60) : count(names.length, 'name')}`
}

function pinParagraph({ pins = [], unpinned = [] }: Published): string[] {
  const lines = [
    ...pins.map(({ name, storePath }) => `pin: ${commitWord(name, 300)} => ${storePath}`),
    ...unpinned.map((name) => `unpin: ${commitWord(name, 300)}`)
  ]
  const omitted = lines.length - longestList
  const more = omitted > 0 ? [`and ${count(omitted, 'more pin')}`] : []
  return lines.length === 0 ? [] : [[...lines.slice(0, longestList), ...more].join('\n')]
}

function artifactParagraph(row: CatalogueRow): string {
  const { storePath, nar, fileSize, narSize, source } = row
  return [
    commitAddress(storePath, 300),
    `  nar: ${commitAddress(nar, 300)}`,
    `  size: ${prettyBytes(fileSize)}, unpacked ${prettyBytes(narSize)}`,
    ...(source === null
      ? []
      : [`  source: ${commitWord(source.repository, 150)} ${commitWord(source.revision, 80)}`])
  ].join('\n')
}

function closureParagraph(paths: readonly ClosurePath[]): string {
  const bytes = paths.reduce((sum, { fileSize }) => sum + (fileSize ?? 0), 0)
  return `and ${count(paths.length, 'path')} of the closure, ${prettyBytes(bytes)}`
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '')
}

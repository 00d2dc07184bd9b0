import prettyBytes from 'pretty-bytes'
import { markdownCode, markdownLink, markdownText } from '../markdown/markdown.ts'
import { runPage, sourcePage } from './origin-pages.ts'
import type { CacheDescription, ShownRow } from './types.ts'

type Linkable = Pick<CacheDescription, 'webUrl'>

/**
 * What the README's and the summary's tables say of an artifact: name linked to where it comes from (`cache` null: not linked, as nothing
 * is there) and version above the store path, system, sizes of file and NAR. Two lines high, so that it is not wider than a page.
 */
export function artifactCells(row: ShownRow, cache: Linkable | null): string[] {
  const name = markdownText(row.name)
  const label = cache === null ? name : markdownLink(name, originPage(row, cache))
  const output = row.output === null || row.output === 'out' ? '' : ` (${markdownText(row.output)})`
  const version = row.version === null ? '' : ` ${markdownText(row.version)}`
  const [file, nar] = [row.fileSize, row.narSize].map((size) =>
    prettyBytes(size, { nonBreakingSpace: true })
  )
  return [
    `${label}${version}${output}<br>${markdownCode(row.storePath)}`,
    markdownText(row.system),
    `${file}<br>→\u{a0}${nar}`
  ]
}

/** A page for people: the source at its revision, else the run; empty when neither is on the cache's own server. */
function originPage({ source, runUrl }: ShownRow, linkable: Linkable): string {
  // As a method of its own: a target's asks the target.
  const page = linkable.webUrl('')
  if (!URL.canParse(page)) return ''
  const { origin } = new URL(page)
  return sourcePage(source, origin) ?? runPage(runUrl, origin) ?? ''
}

export const artifactHeadings = ['Artifact', 'System', 'Size'] as const

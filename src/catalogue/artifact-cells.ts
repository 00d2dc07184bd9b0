import prettyBytes from 'pretty-bytes'
import { markdownCode, markdownLink, markdownText } from '../markdown/markdown.ts'
import type { CacheDescription, CatalogueRow } from './types.ts'

type Linkable = Pick<CacheDescription, 'webUrl'>

/**
 * What the README's and the summary's tables say of an artifact: name linked to where it comes from (`cache` null: not linked, as nothing
 * is there), version, system, sizes of file and NAR, store path.
 */
export function artifactCells(row: CatalogueRow, cache: Linkable | null): string[] {
  const name = markdownText(row.name)
  const output = row.output === null || row.output === 'out' ? '' : ` (${markdownText(row.output)})`
  return [
    (cache === null ? name : markdownLink(name, originPage(row, cache))) + output,
    markdownText(row.version ?? ''),
    markdownText(row.system),
    `${prettyBytes(row.fileSize)} → ${prettyBytes(row.narSize)}`,
    markdownCode(row.storePath)
  ]
}

/**
 * A page for people: the source at its revision, else the run; empty when neither is on the cache's own server, whose pages are the only
 * ones that the catalogue is believed about.
 */
function originPage({ source, runUrl }: CatalogueRow, { webUrl }: Linkable): string {
  const page = webUrl('')
  if (!URL.canParse(page)) return ''
  const { origin } = new URL(page)
  if (source !== null && /^[\w.-]+\/[\w.-]+$/.test(source.repository)) {
    const { repository, revision } = source
    if (/^[0-9a-f]{7,64}$/.test(revision)) return `${origin}/${repository}/tree/${revision}`
  }
  return runUrl !== null && URL.canParse(runUrl) && new URL(runUrl).origin === origin ? runUrl : ''
}

export const artifactHeadings = ['Name', 'Version', 'System', 'Size', 'Store path'] as const

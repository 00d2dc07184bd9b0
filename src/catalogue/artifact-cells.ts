import prettyBytes from 'pretty-bytes'
import { markdownCode, markdownLink, markdownText } from '../markdown/markdown.ts'
import type { CacheDescription, CatalogueRow } from './types.ts'

type Linkable = Pick<CacheDescription, 'webUrl'>

/**
 * What the README's and the summary's tables say of an artifact: name linked to its NAR (`cache` null: not linked, as nothing
 * is there), version, system, sizes of file and NAR, store path.
 */
export function artifactCells(row: CatalogueRow, cache: Linkable | null): string[] {
  const name = markdownText(row.name)
  const output = row.output === null || row.output === 'out' ? '' : ` (${markdownText(row.output)})`
  return [
    (cache === null ? name : markdownLink(name, narAddress(row.nar, cache))) + output,
    markdownText(row.version ?? ''),
    markdownText(row.system),
    `${prettyBytes(row.fileSize)} → ${prettyBytes(row.narSize)}`,
    markdownCode(row.storePath)
  ]
}

function narAddress(nar: string, cache: Linkable): string {
  return /^https?:\/\//.test(nar) ? nar : cache.webUrl(nar)
}

export const artifactHeadings = ['Name', 'Version', 'System', 'Size', 'Store path'] as const

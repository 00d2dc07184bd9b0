import { details, markdownLink, markdownText, tableHead, tableRow } from '../markdown/markdown.ts'
import { count } from '../text.ts'
import { artifactCells, artifactHeadings } from './artifact-cells.ts'
import { cataloguePath } from './catalogue.ts'
import { usage } from './how-to-use.ts'
import { pinParagraphs } from './pin-list.ts'
import { beginMarker, endMarker } from './readme.ts'
import { currentRows } from './rows.ts'
import type { CacheDescription, Catalogue, CatalogueRow } from './types.ts'

export interface BlockLimits {
  /** Of the whole block, UTF-8. */
  bytes: number
  /** Of the table. */
  rows: number
}

// GitHub cuts a README silently at 512,000 bytes; the larger part is left to the people who write around the block.
const defaultLimits: BlockLimits = { bytes: 200 * 1024, rows: 1000 }

/**
 * What the README says of the cache, from marker to marker, lines ending in `\n`, none after the last. Depends on its arguments only.
 * Rows that do not fit into the limits are counted in a line that points to `catalogue.json`.
 */
export function renderReadmeBlock(
  catalogue: Catalogue,
  description: CacheDescription,
  limits: BlockLimits = defaultLimits
): string {
  const current = currentRows(catalogue)
  const head = [beginMarker, '## Nix binary cache', ...usage(current, catalogue, description)]
  const index = `Every artifact, older versions included: ${markdownLink(cataloguePath, description.webUrl(cataloguePath))}.`
  const tail = (shown: number): string[] => [
    shown < current.length
      ? `${current.length - shown} more artifacts are not shown. ${index}`
      : index,
    ...pinParagraphs(description.pins ?? []),
    endMarker
  ]
  const around = [...head, ...details(listTitle(limits.rows), ['']), ...tail(0)]
  const room = limits.bytes - Buffer.byteLength(around.join('\n\n'))
  const rows = fittingRows(current, description, { bytes: room, rows: limits.rows })
  const table = rows.length === 0 ? [] : [[...tableStart, ...rows].join('\n')]
  const list = rows.length > longestOpenList ? details(listTitle(rows.length), table) : table
  return [...head, ...list, ...tail(rows.length)].join('\n\n')
}

/** A longer one is folded, so that what people have written below it is found. */
const longestOpenList = 20

function listTitle(rows: number): string {
  return count(rows, 'artifact')
}

const tableStart = tableHead([...artifactHeadings, 'Published'])

function fittingRows(
  current: readonly CatalogueRow[],
  description: CacheDescription,
  limits: BlockLimits
): string[] {
  let bytes = Buffer.byteLength(tableStart.join('\n'))
  const rows: string[] = []
  for (const row of current.slice(0, limits.rows)) {
    const text = artifactRow(row, description)
    bytes += Buffer.byteLength(text) + '\n'.length
    if (bytes > limits.bytes) break
    rows.push(text)
  }
  return rows
}

function artifactRow(row: CatalogueRow, description: CacheDescription): string {
  const date = row.publishedAt.slice(0, 'YYYY-MM-DD'.length)
  return tableRow([...artifactCells(row, description), markdownText(date)])
}

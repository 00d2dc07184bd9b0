import { details, markdownLink, markdownText, tableHead, tableRow } from '../markdown/markdown.ts'
import { count } from '../text.ts'
import { artifactCells, artifactHeadings } from './artifact-cells.ts'
import { usage } from './how-to-use.ts'
import { badgeBlock } from './badge-block.ts'
import { mostShown } from './newest.ts'
import { pinParagraphs } from './pin-list.ts'
import { beginMarker, endMarker } from './readme.ts'
import { catalogueFolder } from './shards.ts'
import type { CacheDescription, ShownCatalogue, ShownRow } from './types.ts'

/**
 * bytes of the whole block, UTF-8. GitHub cuts a README silently at 512,000; the larger part is left to the people who write around the
 * block.
 */
const longestBlock = 200 * 1024

/**
 * What the README says of the cache, from marker to marker, lines ending in `\n`, none after the last. Depends on its arguments only.
 * Rows that do not fit into `longest` bytes are left out.
 */
export function renderReadmeBlock(
  catalogue: ShownCatalogue,
  description: CacheDescription,
  longest = longestBlock
): string {
  const { newest, artifacts } = catalogue
  const head = [
    beginMarker,
    '## Nix binary cache',
    badgeBlock(catalogue, description),
    ...usage(catalogue, description)
  ]
  const folder = catalogueFolder.slice(0, -1)
  const all = `${count(artifacts, 'artifact')} in all, older versions included, in the folder ${markdownLink(folder, description.webUrl(folder))}.`
  const tail = (shown: number): string[] => [
    ...(shown < newest.length || shown === mostShown
      ? [
          `${count(shown, 'artifact')} ${shown === 1 ? 'is' : 'are'} shown, each in its newest version: what is pinned, and what was published last. ${all}`
        ]
      : artifacts === 0
        ? []
        : [all]),
    ...pinParagraphs(description.pins ?? []),
    endMarker
  ]
  const around = [...head, ...details(listTitle(mostShown), ['']), ...tail(mostShown)]
  const rows = fittingRows(newest, description, longest - Buffer.byteLength(around.join('\n\n')))
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

/** As many as make no more than so many bytes. */
function fittingRows(
  shown: readonly ShownRow[],
  description: CacheDescription,
  most: number
): string[] {
  let bytes = Buffer.byteLength(tableStart.join('\n'))
  const rows: string[] = []
  for (const row of shown) {
    const text = artifactRow(row, description)
    bytes += Buffer.byteLength(text) + '\n'.length
    if (bytes > most) break
    rows.push(text)
  }
  return rows
}

function artifactRow(row: ShownRow, description: CacheDescription): string {
  const date = row.publishedAt.slice(0, 'YYYY-MM-DD'.length)
  return tableRow([...artifactCells(row, description), markdownText(date)])
}

import { tableHead, tableRow } from './markdown.ts'

/** A GFM table from cells that are Markdown already, as one block; none when there are no rows. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : [[...tableHead(headings), ...rows.map(tableRow)].join('\n')]
}

import prettyBytes from 'pretty-bytes'
import { nameHtml } from '../markdown/html.ts'
import type { ShownRow } from './types.ts'

/** characters of a cell */
const longestText = 100

const head = `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Newest artifacts</title>
<style>body{font:1rem/1.5 system-ui,sans-serif}table{border-collapse:collapse}caption{text-align:start}th,td{padding:.1em 1em .1em 0;text-align:start;vertical-align:top;white-space:nowrap}tbody th{min-width:8em;overflow-wrap:anywhere;white-space:normal}</style>
<table>
`

const headings = ['Name', 'Version', 'System', 'Size', 'Published']

/**
 * A table of the rows as they are shown first. What HTML understands without it is left out, as a publish sends it each time: end tags, and
 * that a heading beside cells is the row's.
 */
export function formatNewestPage(rows: readonly ShownRow[]): Buffer {
  const lines = rows.map(({ name, output, version, system, fileSize, publishedAt }) => {
    const label = output === null || output === 'out' ? name : `${name} (${output})`
    const cells = [version ?? '', system, prettyBytes(fileSize), publishedAt.slice(0, 10)]
    return `<tr><th>${cell(label)}${cells.map((text) => `<td>${cell(text)}`).join('')}\n`
  })
  const columns = headings.map((heading) => `<th scope=col>${heading}`).join('')
  const caption =
    rows.length === 0
      ? 'Nothing is published yet.'
      : 'The newest version of each artifact, pinned ones first; at most 100.'
  const body = rows.length === 0 ? '' : `<thead><tr>${columns}\n<tbody>\n${lines.join('')}`
  return Buffer.from(`${head}<caption>${caption}</caption>\n${body}</table>\n</html>\n`)
}

function cell(text: string): string {
  // A character has two units at most, and there may be megabytes of them.
  return nameHtml(text.slice(0, 2 * longestText + 2), longestText)
}

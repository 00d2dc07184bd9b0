import { NarPublishError } from '../errors.ts'
import { markdownText } from '../markdown/markdown.ts'

/** Where the README lies in the target. */
export const readmePath = 'README.md'

export const beginMarker = '<!-- nar-publish:begin -->'
export const endMarker = '<!-- nar-publish:end -->'

/**
 * The README with our block in its place. `block` is what `renderReadmeBlock` gives: from marker to marker, lines ending in `\n`.
 * Everything outside of the markers is kept byte for byte; the block takes the line ending that most lines outside have.
 * A README without markers gets the block at its end, after an empty line, or before the index that a script left there, which nobody
 * keeps up any more; `null` (there is none) becomes one with the name of `repository` (`owner/name`) as its heading.
 *
 * A marker counts only when it stands alone on its line (spaces and tabs around it do not matter), wherever that line is: in a
 * sentence, a list or a table cell it is text, in a fenced code block it counts. Throws README_MARKERS, about `path`, unless there are
 * none, or one begin before one end.
 */
export function placeBlock(
  readme: Buffer | null,
  block: string,
  repository: string,
  path = readmePath
): Buffer {
  if (readme === null) {
    const name = repository.slice(repository.lastIndexOf('/') + 1)
    return Buffer.from(`# ${markdownText(name)}\n\n${block}\n`)
  }
  // One character for each byte, so that what is not UTF-8 survives.
  const text = readme.toString('latin1')
  const split = splitAtBlock(text, path)
  const lineEnd = dominantLineEnd(split === null ? text : split.before + split.after)
  const bytes = Buffer.from(block.replaceAll('\n', lineEnd)).toString('latin1')
  if (split !== null) return Buffer.from(split.before + bytes + split.after, 'latin1')
  const index = text.search(scriptsIndex)
  const before = index === -1 ? text : text.slice(0, index)
  const after = index === -1 ? '' : lineEnd + text.slice(index)
  return Buffer.from(before + emptyLineAfter(before, lineEnd) + bytes + lineEnd + after, 'latin1')
}

/** The heading of the publishing script's index, when its first link stands below: `*   [FILE](FILE)`. */
const scriptsIndex = /(?:^|(?<=\n))## Index of Artifacts[ \t]*\r?\n(?:[ \t]*\r?\n)*\* {3}\[/

/** What stands between the markers, line by line, without blanks around; null: there is no block. */
export function blockLines(readme: Buffer | null): string[] | null {
  const lines = (readme?.toString() ?? '').split('\n').map((line) => line.trim())
  const begin = lines.findIndex((line) => line.replace(/^\uFEFF/, '') === beginMarker)
  const end = lines.indexOf(endMarker, begin)
  return begin === -1 || end === -1 ? null : lines.slice(begin + 1, end)
}

/** What stands around our block; null: there is none yet. */
function splitAtBlock(text: string, path: string): { before: string; after: string } | null {
  const begins = markerOffsets(text, beginMarker)
  const ends = markerOffsets(text, endMarker)
  if (begins.length === 0 && ends.length === 0) return null
  const [begin] = begins
  const [end] = ends
  if (
    begins.length > 1 ||
    ends.length > 1 ||
    begin === undefined ||
    end === undefined ||
    end < begin
  ) {
    throw new NarPublishError({
      code: 'README_MARKERS',
      subject: path,
      reason: `it has \`${beginMarker}\` on ${lines(text, begins)} and \`${endMarker}\` on ${lines(text, ends)}`
    })
  }
  return { before: text.slice(0, begin), after: text.slice(end + endMarker.length) }
}

function markerOffsets(text: string, marker: string): number[] {
  // A UTF-8 byte order mark (as latin1) may precede the first line.
  const line = new RegExp(
    `(?:^\\xEF\\xBB\\xBF|^|(?<=\\n))[ \\t]*${marker}[ \\t]*\\r?(?=\\n|$)`,
    'g'
  )
  return [...text.matchAll(line)].map((match) => match.index + match[0].indexOf(marker))
}

function lines(text: string, offsets: readonly number[]): string {
  const numbers = offsets.map((offset) => text.slice(0, offset).split('\n').length)
  if (numbers.length === 0) return 'no line'
  return `${numbers.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')}`
}

function dominantLineEnd(text: string): '\r\n' | '\n' {
  const all = text.split('\n').length - 1
  const carriageReturns = text.split('\r\n').length - 1
  return carriageReturns * 2 > all ? '\r\n' : '\n'
}

function emptyLineAfter(text: string, lineEnd: string): string {
  if (text === '' || /(?:^|\n)\r?\n$/.test(text)) return ''
  return text.endsWith('\n') ? lineEnd : lineEnd + lineEnd
}

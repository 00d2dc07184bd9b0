// Other people's text as words on one line. Free of Node, as the cache's page in a browser makes the same lines for readers.

/** JavaScript's white space, and U+0085: together all of .NET's Char.IsWhiteSpace. The runner is written in .NET. */
const whiteSpace = /[\s\u0085]+/gu

/**
 * What steers instead of being shown: control and format characters (escapes, directions of writing, zero width), and Unicode's two
 * line ends. Halves of surrogate pairs are no characters: String.prototype.toWellFormed sees to them.
 */
export const steering = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Words with single spaces between them, and none around. */
export function singleSpaced(text: string): string {
  return text.replace(whiteSpace, ' ').trim()
}

/** On one line, with single spaces; at most `longest` characters. */
export function oneLine(text: string, longest = Infinity): string {
  return shownName(text.replace(whiteSpace, ' ')).slice(0, longest).toWellFormed()
}

/** On one line, with U+FFFD for each character that does not show. */
export function shownName(text: string): string {
  return text.replace(steering, '\uFFFD').toWellFormed()
}

/** The name of a repository or a branch in a line of code: it has no blanks, and so is neither several lines nor a marker of ours. */
export function unspaced(name: string): string {
  return shownName(name).replace(/\s/gu, '')
}

/** `text` as one word for a shell, on one line. */
export function shellWord(text: string): string {
  const line = shownName(text)
  return /^[\w%+=:,./@-]+$/.test(line) ? line : `'${line.replaceAll("'", () => "'\\''")}'`
}

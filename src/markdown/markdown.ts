import { plainLines, shownName, singleSpaced } from '../harmless.ts'
import { plainUrl } from './plain-url.ts'

// An underscore inside of a word (`x86_64`) is text by itself.
const markup = /[&<>@#$:\\`*[\]|~^]|(?<=www)\.|(?<![a-z0-9])_|_(?![a-z0-9])/gi

/**
 * Other people's text as Markdown that shows just that text: on one line, at most `longest` characters, without links, mentions,
 * references, emphasis, HTML or table borders. For table cells and inside of a sentence (not for the start of a line).
 */
export function markdownText(text: string, longest = 120): string {
  return escapeMarkup(shorten(text, longest))
}

/** The same for sentences in which code stands between backticks: that is shown as code. */
export function markdownWords(text: string, longest = 120): string {
  return shorten(text, longest)
    .split(/(`[^`]+`)/)
    .map((piece, index) =>
      index % 2 === 1 ? markdownCode(piece.slice(1, -1)) : escapeMarkup(piece)
    )
    .join('')
}

/** Text as code. For table cells and inside of a sentence. */
export function markdownCode(text: string, longest = 300): string {
  const short = shorten(text, longest)
  // Between backticks nothing can be escaped, so that only text which needs no escaping goes there.
  return /^(?! )[ -~]+(?<! )$/.test(short) && !/[`|\\<>]/.test(short)
    ? `\`${short}\``
    : `<code>${markdownText(short, longest)}</code>`
}

/** `label` (Markdown) linked to `url`, or alone when that is no http(s) address of a sane length. */
export function markdownLink(label: string, url: string): string {
  if (!/^https?:\/\/[^/]/i.test(url) || url.length > 2000) return label
  // An entity such as `&copy;` would be decoded in a link's address too.
  return `[${label}](${plainUrl(url).replaceAll('&', '&amp;')})`
}

/**
 * Other people's text for what stands in a picture's place: an attribute in the end, in which tags would be read out.
 */
export function markdownAlternative(text: string, longest = 300): string {
  return shorten(text, longest).replace(markup, (character) =>
    '&<>'.includes(character) ? escapeMarkdown(character) : `\\${character}`
  )
}

/** A row of a GFM table from cells that are Markdown already. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** The first two lines of a GFM table. */
export function tableHead(headings: readonly string[]): string[] {
  return [tableRow(headings), tableRow(headings.map(() => '---'))]
}

function escapeMarkup(text: string): string {
  return text.replace(markup, escapeMarkdown)
}

function escapeMarkdown(character: string): string {
  if (character === '&') return '&amp;'
  if (character === '<') return '&lt;'
  if (character === '>') return '&gt;'
  // Mentions, issue references, emoji, maths and bare addresses are found in the text that remains when escapes are gone,
  // but only inside of one text node. https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
  if ('@#$:.'.includes(character)) return `<span>${character}</span>`
  return `\\${character}`
}

/** One line, without control characters, marks that change the direction of writing, and halves of surrogate pairs. */
function shorten(text: string, longest: number): string {
  const line = shownName(singleSpaced(text))
  const characters = Array.from(line)
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`
}

/** A GFM table from cells that are Markdown already, as one block; none when there are no rows. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return rows.length === 0 ? [] : [[...tableHead(headings), ...rows.map(tableRow)].join('\n')]
}

/** Folded. `heading`: HTML; `blocks`: Markdown. */
export function details(heading: string, blocks: readonly string[]): string[] {
  return [`<details><summary>${heading}</summary>`, ...blocks, '</details>']
}

/** Other people's lines as one block, which no line of theirs ends; escape sequences and whatever else steers are left out. */
export function fencedText(text: string): string {
  const plain = plainLines(text)
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(Math.max(3, longest + 1))
  return [`${fence}text`, plain.trimEnd(), fence].join('\n')
}

/** Code as one block. `lines` are our own: none of them begins with a fence. */
export function fenced(language: string, lines: readonly string[]): string {
  return [`\`\`\`${language}`, ...lines, '```'].join('\n')
}

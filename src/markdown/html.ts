import { inlineMarks, type Block, type Words } from './blocks.ts'
import { shownName } from '../words.ts'

/** Text as HTML that shows just that, between tags and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Other people's, on one line. */
export function nameHtml(name: string, longest = 300): string {
  const line = Array.from(shownName(name))
  return escapeHtml(
    line.length <= longest ? line.join('') : `${line.slice(0, longest - 1).join('')}…`
  )
}

/** What can be copied says so in `data-copy`, for the page's script. */
export function blocksHtml(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('\n')
}

function blockHtml(block: Block): string {
  switch (block.is) {
    case 'text':
      return `<p>${wordsHtml(block.words)}</p>`
    case 'list':
      return `<ul class="keys">${block.items.map((words) => `<li>${wordsHtml(words)}</li>`).join('\n')}</ul>`
    case 'code':
      return `<div class="code"><pre tabindex="0" data-copy="these lines"><code>${escapeHtml(block.lines.join('\n'))}</code></pre></div>`
    case 'folded':
      return `<details><summary>${wordsHtml(block.heading)}</summary>\n${blocksHtml(block.blocks)}\n</details>`
  }
}

function wordsHtml(words: Words): string {
  return words
    .map((piece) => {
      if (typeof piece === 'string') return ownHtml(piece)
      if ('name' in piece) return nameHtml(piece.name)
      const copied = piece.what === undefined ? '' : ` data-copy="${escapeHtml(piece.what)}"`
      return `<code${copied}>${nameHtml(piece.code, piece.longest)}</code>`
    })
    .join('')
}

/** The little Markdown of our own words. */
function ownHtml(words: string): string {
  const [before = '', code, strong, label, address = '', ...after] = splitAtMark(words)
  const mark =
    code !== undefined
      ? `<code>${escapeHtml(code)}</code>`
      : strong !== undefined
        ? `<strong>${ownHtml(strong)}</strong>`
        : label === undefined
          ? ''
          : `<a href="${escapeHtml(address)}" rel="noreferrer">${escapeHtml(label)}</a>`
  const rest = after.join('')
  return `${escapeHtml(before)}${mark}${rest === '' ? '' : ownHtml(rest)}`
}

/** What stands before the first mark, its groups, and what stands after it. */
function splitAtMark(words: string): (string | undefined)[] {
  const found = inlineMarks.exec(words)
  if (found === null) return [words]
  return [
    words.slice(0, found.index),
    ...found.slice(1),
    words.slice(found.index + found[0].length)
  ]
}

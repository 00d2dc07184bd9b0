import { details, fenced, markdownCode, markdownText } from './markdown.ts'

// What readers are told, before it is Markdown or HTML: said once for the README, a summary and the page.

/**
 * A sentence of ours, in pieces. A text is our own, in the little Markdown of `inlineMarks`; what others named is set apart. `what`: for who
 * copies it.
 */
export type Words = readonly (
  string | { name: string } | { code: string; longest?: number; what?: string }
)[]

export type Block =
  | { is: 'text'; words: Words }
  | { is: 'list'; items: readonly Words[] }
  /** `lines` are our own: none of them begins with a fence. */
  | { is: 'code'; language: string; lines: readonly string[] }
  | { is: 'folded'; heading: Words; blocks: readonly Block[] }

/** Code between backticks, strong text between two stars, links: each a group. */
export const inlineMarks = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https:[^)]+)\)/

export function text(...words: Words): Block {
  return { is: 'text', words }
}

export function codeBlock(language: string, lines: readonly string[]): Block {
  return { is: 'code', language, lines }
}

/** One block of Markdown each, or more. */
export function markdownBlocks(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.is) {
      case 'text':
        return [markdownOf(block.words)]
      case 'list':
        return [block.items.map((words) => `- ${markdownOf(words)}`).join('\n')]
      case 'code':
        return [fenced(block.language, block.lines)]
      case 'folded':
        return details(headingOf(block.heading), markdownBlocks(block.blocks))
    }
  })
}

function markdownOf(words: Words): string {
  return words
    .map((piece) => {
      if (typeof piece === 'string') return piece
      return 'name' in piece ? markdownText(piece.name) : markdownCode(piece.code, piece.longest)
    })
    .join('')
}

/** Within a summary there is HTML alone. */
function headingOf(words: Words): string {
  return words
    .map((piece) => {
      if (typeof piece === 'string') return piece.replace(/`([^`]+)`/g, '<code>$1</code>')
      return markdownText('name' in piece ? piece.name : piece.code)
    })
    .join('')
}

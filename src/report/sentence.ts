import { markdownCode, markdownLink, markdownText } from '../markdown/markdown.ts'

/** A sentence that is said in a job's summary and on a terminal: our words, and in between other people's, which stay just that. */
export type Sentence = readonly Piece[]

type Piece =
  | { kind: 'words' | 'text' | 'code'; text: string }
  | { kind: 'link'; text: string; url: string }
  | { kind: 'strong'; said: Sentence }
  | { kind: 'either'; summary: Sentence; terminal: Sentence }

/** The template's words are ours; a string in it is somebody's text. */
export function say(
  words: TemplateStringsArray,
  ...values: readonly (string | Sentence)[]
): Sentence {
  return words.flatMap((text, index): Sentence => {
    const value = values[index] ?? []
    const said: Sentence = typeof value === 'string' ? [{ kind: 'text', text: value }] : value
    return [{ kind: 'words', text }, ...said]
  })
}

/** As `say`, in bold. */
export function strong(
  words: TemplateStringsArray,
  ...values: readonly (string | Sentence)[]
): Sentence {
  return [{ kind: 'strong', said: say(words, ...values) }]
}

/** Our own words, worked out. */
export function words(text: string): Sentence {
  return [{ kind: 'words', text }]
}

export function code(text: string): Sentence {
  return [{ kind: 'code', text }]
}

export function link(text: string, url: string): Sentence {
  return [{ kind: 'link', text, url }]
}

/** What the two say differently: a terminal has options and no inputs, and what its next lines tell is not told twice. */
export function either(summary: Sentence, terminal: Sentence): Sentence {
  return [{ kind: 'either', summary, terminal }]
}

export const fromFork = either(
  say`the job runs for a pull request from a fork, whose token may only read.`,
  say`a pull request from a fork may only read.`
)

export function inMarkdown(sentence: Sentence): string {
  return sentence.map(markdownPiece).join('')
}

function markdownPiece(piece: Piece): string {
  switch (piece.kind) {
    case 'words':
      return piece.text
    case 'text':
      return markdownText(piece.text)
    case 'code':
      return markdownCode(piece.text)
    case 'link':
      return markdownLink(markdownText(piece.text), piece.url)
    case 'strong':
      return `**${inMarkdown(piece.said)}**`
    case 'either':
      return inMarkdown(piece.summary)
  }
}

/** Whoever prints it makes the whole line plain. */
export function onTerminal(sentence: Sentence): string {
  return sentence
    .map((piece) => {
      if (piece.kind === 'strong') return onTerminal(piece.said)
      return piece.kind === 'either' ? onTerminal(piece.terminal) : piece.text
    })
    .join('')
}

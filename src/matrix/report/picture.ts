import { fenced } from '../../markdown/markdown.ts'
import { count, shortList } from '../../text.ts'
import { weightText } from './row-text.ts'
import type { ReportedRow } from './types.ts'

/** More cannot be told apart. */
const mostNodes = 60
const mostNames = 4

/** Who hands on to whom, for Mermaid; nothing where nobody does. */
export function planPicture(rows: readonly ReportedRow[]): string[] {
  const joined = rows.filter(({ wave, takes = '' }) => wave === 1 || takes !== '')
  if (joined.length === 0) return []
  const shown = joined
    .toSorted((a, b) => a.wave - b.wave || b.weight - a.weight)
    .slice(0, mostNodes)
  const ids = new Map(shown.map(({ row = '' }, index) => [row, `r${index}`]))
  const nodes = shown.map(({ row = '', name, weight, handsOn }) => {
    const shared = handsOn.length === 0 ? [] : [`hands on ${shortList(handsOn, mostNames)}`]
    const lines = [name, `weight ${weightText(weight)}`, ...shared].map(label)
    return `  ${ids.get(row) ?? ''}["${lines.join('<br/>')}"]`
  })
  const edges = shown.flatMap(({ row = '', takes = '' }) =>
    takes.split('|').flatMap((giver) => {
      const from = ids.get(giver)
      return from === undefined ? [] : [`  ${from} --> ${ids.get(row) ?? ''}`]
    })
  )
  const left = joined.length - shown.length
  return [
    fenced('mermaid', ['graph LR', ...nodes, ...edges]),
    ...(left === 0 ? [] : [`${count(left, 'more job')} would not fit into the picture.`])
  ]
}

/** Text for what stands between quotes: anything else is a character's number, which Mermaid shows as that character. */
function label(text: string): string {
  return text.replace(/[^\w .,+@-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`)
}

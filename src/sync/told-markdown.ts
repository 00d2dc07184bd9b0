import { markdownCode, markdownWords } from '../markdown/markdown.ts'
import { count } from '../text.ts'
import { placeOf, type ToldPlace } from './types.ts'

/** What a reader should look at, for a pull request or a summary. `rows`: how much of each list is shown. */
export function toldBlocks(told: readonly ToldPlace[], rows: number): string[] {
  const of = (kind: ToldPlace['kind']): ToldPlace[] => told.filter((place) => place.kind === kind)
  const [unfed, assumed, comments] = [of('unfed'), of('assumed'), of('comment')]
  const left = [...of('left'), ...of('unseen')]
  return [
    ...unfed
      .slice(0, Math.min(rows, mostWarnings))
      .map(
        ({ why, ...place }) =>
          `> **Warning:** the hash at ${markdownCode(placeOf(place))} was left alone, and may be the old version’s: ${markdownWords(why, 500)}.`
      ),
    ...more(unfed.length, Math.min(rows, mostWarnings), 'hash', 'hashes', 'left alone'),
    ...listed(
      '**Assumed** to follow the version, beyond the version itself, the name and the main source; look at each:',
      assumed.map(placeLine),
      rows
    ),
    ...listed('**Left as it was**, as it seems to be somebody else’s:', left.map(placeLine), rows),
    ...commentLine(comments, rows)
  ]
}

/** A warning for each of more would be read by nobody. */
const mostWarnings = 10

/** A list under its heading, the first `rows` of it; nothing where it is empty. */
export function listed(heading: string, lines: readonly string[], rows: number): string[] {
  if (lines.length === 0) return []
  const shown = lines.slice(0, rows)
  const rest = lines.length - shown.length
  if (rest > 0) shown.push(shown.length === 0 ? count(rest, 'place') : `${rest} more`)
  return [`${heading}\n\n${shown.map((line) => `- ${line}`).join('\n')}`]
}

function placeLine({ text, why, ...place }: ToldPlace): string {
  return `${markdownCode(placeOf(place))}: ${markdownCode(text, 80)}, ${markdownWords(why, 500)}`
}

function more(all: number, shown: number, one: string, several: string, what: string): string[] {
  if (all <= shown) return []
  return [
    `> **Warning:** ${count(all - shown, `${shown > 0 ? 'more ' : ''}${one}`, `${shown > 0 ? 'more ' : ''}${several}`)} ${what}.`
  ]
}

function commentLine(comments: readonly ToldPlace[], rows: number): string[] {
  if (comments.length === 0) return []
  const places = [...new Set(comments.map(placeOf))]
  const shown = places.slice(0, Math.min(rows, 20)).map((place) => markdownCode(place))
  const rest = places.length - shown.length
  const names = [
    ...shown,
    ...(rest > 0 ? [count(rest, shown.length === 0 ? 'place' : 'more place')] : [])
  ]
  return [`Comments still say the old version: ${names.join(', ')}.`]
}

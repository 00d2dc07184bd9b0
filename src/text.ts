import { attempt } from './errors.ts'
import { shownName } from './harmless.ts'

/** `1 path`, `2 paths`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items.slice(-1).join('')}`
}

/** `list` of at most so many: `a, b and 3 more`. */
export function shortList(items: readonly string[], longest: number): string {
  const more = items.length - longest
  return list([...items.slice(0, longest), ...(more > 0 ? [`${more} more`] : [])])
}
/** A value of somebody's, on one line and bounded, for a message. */
export function quote(text: string): string {
  return shownName(JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text))
}

/** What a text is as JSON; null when it is none. */
export function parseJson(text: string): unknown {
  return attempt(() => JSON.parse(text) as unknown, null)
}

/** Percent-encoded text, decoded; as it stands when it is none. */
export function decoded(text: string): string {
  return attempt(() => decodeURIComponent(text), text)
}

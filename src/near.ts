import leven from 'leven'

/** Longer than anything that is asked for by name. */
const longest = 100

/** The one of `known` that somebody may have meant by `word`; undefined: none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > longest) return undefined
  const near = known
    .map((one) => ({ one, slips: slipsBetween(word.toLowerCase(), one.toLowerCase()) }))
    .filter(
      ({ one, slips }) => slips <= Math.min(2, Math.floor(Math.max(word.length, one.length) / 3))
    )
  return near.sort((a, b) => a.slips - b.slips)[0]?.one
}

/** ``Did you mean `--systems`? `` with a blank behind it, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known)
  return meant === undefined ? '' : `Did you mean \`${meant}\`? `
}

/** Letters that are missing, too many or others; in another order they are one slip. */
function slipsBetween(one: string, other: string): number {
  const letters = (text: string): string => Array.from(text).sort().join('')
  const slips = leven(one, other)
  return slips === 2 && letters(one) === letters(other) ? 1 : slips
}

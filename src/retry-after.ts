/** A year: what asks for more is no answer that anybody could obey. */
const longest = 31_536_000_000

/**
 * How long an answer asks to wait, in milliseconds: `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). null: it does not
 * say, or nothing that is either.
 */
export function retryAfterMs(value: string | number | undefined, now: number): number | null {
  const text = String(value ?? '').trim()
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, longest)
  // HTTP's dates begin with the day's name; Date.parse takes much else, such as `-5`.
  const date = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(date) ? null : Math.min(Math.max(0, date - now), longest)
}

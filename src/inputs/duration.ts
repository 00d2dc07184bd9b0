const units: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  minutes: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
  days: 86_400_000
}

/** A timer of Node's holds 24 days. */
const longest = 7 * 86_400_000

/** What is accepted, for messages. */
export const durationForms =
  'a number and a unit (`ms`, `s`, `min`, `h`, `d`) such as `5 min` or `30 s`, up to 7 days'

/** `5 min`, `30s`, `1.5 hours` in milliseconds; null when it is none of `durationForms`. */
export function parseDuration(text: string): number | null {
  const [, digits, unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?) ?([a-z]+)$/.exec(text) ?? []
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined
  const milliseconds = digits === undefined || factor === undefined ? NaN : Number(digits) * factor
  return milliseconds > 0 && milliseconds <= longest ? Math.ceil(milliseconds) : null
}

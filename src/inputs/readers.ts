import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { didYouMean } from '../near.ts'
import { quote } from '../text.ts'
import { durationForms, parseDuration } from './duration.ts'
import { defaultOf, type InputName, type NameOf } from './table.ts'

/** What was given, or the input's default. */
export function valueOf(environment: Pick<Environment, 'input'>, name: InputName): string {
  return environment.input(name) || defaultOf(name)
}

/** True or false by the spellings of YAML's core schema, as @actions/core takes them; `yes` and `1` are errors, not false. */
export function parseBoolean(environment: Environment, name: NameOf<'switch'>): boolean {
  const text = valueOf(environment, name)
  if (['true', 'True', 'TRUE'].includes(text)) return true
  if (['false', 'False', 'FALSE'].includes(text)) return false
  throw invalid(name, text, '`true` or `false`')
}

/** One of the accepted words. Throws INPUT_INVALID. */
export function oneOf<T extends string>(
  environment: Environment,
  name: NameOf<'choice'>,
  accepted: readonly T[]
): T {
  const text = valueOf(environment, name)
  if (!isOneOf(accepted, text)) throw invalid(name, text, accepted)
  return text
}

export function isOneOf<T extends string>(accepted: readonly T[], text: string): text is T {
  return (accepted as readonly string[]).includes(text)
}

/** Throws REGEX_INVALID. */
export function parseRegex(name: string, text: string): RegExp {
  try {
    return new RegExp(text, 'u')
  } catch (cause) {
    throw new NarPublishError({
      code: 'REGEX_INVALID',
      subject: `input ${name}, ${quote(text)}`,
      reason: cause instanceof Error ? cause.message : 'it cannot be compiled',
      cause
    })
  }
}

/** An input whose value is not among those accepted: words, or what they are. */
export function invalid(
  name: string,
  value: string,
  accepted: string | readonly string[]
): NarPublishError {
  const [meant, told] =
    typeof accepted === 'string'
      ? ['', accepted]
      : [didYouMean(value, accepted), accepted.map((word) => `\`${word}\``).join(', ')]
  return new NarPublishError({
    code: 'INPUT_INVALID',
    subject: `input ${name}`,
    reason: `${quote(value)} is not accepted`,
    hint: `${meant}Accepted: ${told}.`
  })
}

/** Two inputs that each are fine, and cannot be meant together. */
export function disagreement(
  [one, other]: readonly [string, string],
  reason: string,
  hint: string
): NarPublishError {
  return new NarPublishError({
    code: 'INPUT_INVALID',
    subject: `inputs ${one} and ${other}`,
    reason,
    hint
  })
}

/** Trimmed, without empty ones. */
export function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Between blanks and line ends. */
export function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40
}

/** `8 GB`, `500 MiB` or plain bytes → bytes. Throws INPUT_INVALID. */
export function parseSize(environment: Environment, name: NameOf<'size'>): number {
  const text = valueOf(environment, name)
  const [, digits, unit = ''] = /^(\d{1,15}(?:\.\d{1,3})?) ?([a-z]*)$/i.exec(text) ?? []
  const factor = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined
  const bytes = digits === undefined || factor === undefined ? NaN : Number(digits) * factor
  if (!(bytes > 0)) throw invalid(name, text, 'bytes, or a size such as `8 GB` or `500 MiB`')
  return Math.round(bytes)
}

/** A whole number from `from` to `to`. Throws INPUT_INVALID. */
export function parseCount(
  environment: Pick<Environment, 'input'>,
  name: NameOf<'count'>,
  from: number,
  to: number
): number {
  const text = valueOf(environment, name)
  const number = /^\d+$/.test(text) && text.length <= String(to).length ? Number(text) : NaN
  if (number >= from && number <= to) return number
  throw invalid(name, text, `a whole number from ${from} to ${to}`)
}

/** `5 min` or `30 s` → milliseconds. Throws INPUT_INVALID. */
export function parseTime(environment: Pick<Environment, 'input'>, name: NameOf<'time'>): number {
  const text = valueOf(environment, name)
  const milliseconds = parseDuration(text)
  if (milliseconds === null) throw invalid(name, text, durationForms)
  return milliseconds
}

import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'

/**
 * What this process must not show. The runner hides secrets in what a step prints; what is published, and what other jobs are handed, passes
 * it by. A secret is known in each form that programs print it in, line by line where it has several.
 */

/** A part of some bytes, from `begin` up to and without `end`. */
interface Span {
  begin: number
  end: number
}

/** Characters. What is shorter is a word such as `main`, and would be taken out of everywhere. */
export const shortestSecret = 6
/** Of base64 that stands inside of longer base64. */
const shortestPiece = 10

export const stars = '***'

export class KnownSecrets {
  readonly #forms = new Map<string, Buffer>()

  add(secret: string): void {
    for (const text of [secret, ...secret.split('\n')].map((line) => line.trim())) {
      if (text.length < shortestSecret) continue
      for (const form of formsOf(text)) this.#forms.set(form, Buffer.from(form))
    }
  }

  /**
   * Where secrets stand, in order, none overlapping; colours and line ends inside of one do not hide it. `isEnd`: what stood before is cut
   * off, and with it perhaps the beginning of a secret.
   */
  find(bytes: Buffer, { isEnd = false } = {}): Span[] {
    const spans = this.#search(bytes, isEnd)
    const joined = withoutBreaks(bytes)
    if (joined !== null) {
      for (const { begin, end } of this.#search(joined.bytes, isEnd)) {
        const [first, last] = [joined.places[begin] ?? 0, joined.places[end - 1] ?? 0]
        spans.push({ begin: begin === 0 && isEnd ? 0 : first, end: last + 1 })
      }
    }
    return merged(spans)
  }

  #search(bytes: Buffer, isEnd: boolean): Span[] {
    const spans: Span[] = []
    for (const form of this.#forms.values()) {
      const cut = isEnd ? cutLength(bytes, form) : 0
      if (cut > 0) spans.push({ begin: 0, end: cut })
      for (let at = bytes.indexOf(form); at !== -1; at = bytes.indexOf(form, at + 1)) {
        spans.push({ begin: at, end: at + form.length })
      }
    }
    return spans
  }

  /** The text with stars in the place of secrets. `isEnd`: as for `find`. */
  hide(text: string, { isEnd = false } = {}): string {
    const bytes = Buffer.from(text)
    const spans = this.find(bytes, { isEnd })
    return spans.length === 0 ? text : withStars(bytes, spans).toString()
  }
}

/** Those of this process. */
export const knownSecrets = new KnownSecrets()

/** `bytes` from `begin` on, which is inside of none of the spans, with stars in their place. */
export function withStars(bytes: Buffer, spans: readonly Span[], begin = 0): Buffer {
  const parts: Buffer[] = []
  let at = begin
  for (const span of spans) {
    if (span.begin < begin) continue
    parts.push(bytes.subarray(at, span.begin), Buffer.from(stars))
    at = span.end
  }
  return Buffer.concat([...parts, bytes.subarray(at)])
}

/** ECMA-48: with parameters, as colours are, or without. */
const escapeSequence = /^\u001b(?:\[[0-?]*[ -/]*[@-~]|[ -/]*[0-Z\\-~])/
const longestSequence = 40

/**
 * As `grep --color` paints a word that it finds, and as `base64` wraps what is long: the bytes without escape sequences and line ends, and
 * where each of them stands; null: they have none.
 */
function withoutBreaks(bytes: Buffer): { bytes: Buffer; places: Uint32Array } | null {
  if (!/[\n\r\u001b]/.test(bytes.toString('latin1'))) return null
  const kept = Buffer.alloc(bytes.length)
  const places = new Uint32Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0x0a || byte === 0x0d) continue
    if (byte === 0x1b) {
      const text = bytes.toString('latin1', at, at + longestSequence)
      const [sequence = text.charAt(0)] = escapeSequence.exec(text) ?? []
      at += sequence.length - 1
      continue
    }
    kept[length] = byte
    places[length] = at
    length += 1
  }
  return { bytes: kept.subarray(0, length), places }
}

/** How many of the first bytes are the end of a form whose beginning is not there. */
function cutLength(bytes: Buffer, form: Buffer): number {
  for (let length = Math.min(form.length - 1, bytes.length); length > 0; length--) {
    if (bytes.subarray(0, length).equals(form.subarray(form.length - length))) return length
  }
  return 0
}

function merged(spans: Span[]): Span[] {
  const all: Span[] = []
  for (const span of spans.sort((a, b) => a.begin - b.begin)) {
    const last = all.at(-1)
    if (last !== undefined && span.begin < last.end) last.end = Math.max(last.end, span.end)
    else all.push({ ...span })
  }
  return all
}

/** As it is, in JSON, in an address, and in base64 by itself or behind other bytes (`user:secret`), which shift it by one or two. */
function formsOf(secret: string): string[] {
  const percent = percentEncoded(secret)
  const pieces = [0, 1, 2]
    .map((shift) => base64Piece(secret, shift))
    .filter(({ length }) => length >= shortestPiece)
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
    ...pieces,
    ...pieces.map((piece) => piece.replaceAll('+', '-').replaceAll('/', '_'))
  ]
}

function percentEncoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

/** The characters that depend on nothing but the secret: none of those that it shares with the byte before or behind. */
function base64Piece(secret: string, shift: number): string {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)])
  const whole = Math.floor((bytes.length * 8) / 6)
  return bytes.toString('base64').slice(Math.ceil((shift * 8) / 6), whole)
}

/** The end of a variable's name that says that its value is a secret, in the words of those who name them. */
const secretName =
  /(?:TOKENS?|SECRETS?|PASSWORDS?|PASSWD|PASSPHRASE|CREDENTIALS?|KEYS?|(?:^|_)(?:PAT|PASS|PWD|AUTH))$/i
const shortestValue = 8

/** Whether it says where a secret is. Base64 begins with a slash as well. */
function isFile(value: string): boolean {
  return isAbsolute(value) && existsSync(value)
}

/** Secrets that a process is given by its environment: by what their variables are called, and Nix's `access-tokens`. */
export function secretsOfEnvironment(env: Readonly<Record<string, string | undefined>>): string[] {
  const values = Object.entries(env).flatMap(([name, value = '']) => {
    const isSecret = secretName.test(name) && !/PUBLIC/i.test(name)
    return isSecret && value.trim().length >= shortestValue && !isFile(value) ? [value] : []
  })
  const settings = (env['NIX_CONFIG'] ?? '').matchAll(/^\s*(?:extra-)?access-tokens\s*=(.*)$/gm)
  const tokens = [...settings].flatMap(([, pairs = '']) =>
    pairs.split(/\s+/).flatMap((pair) => {
      const value = pair.slice(pair.indexOf('=') + 1)
      // `host=PAT:token` says what kind of token it is.
      return pair.includes('=') ? [value, value.slice(value.indexOf(':') + 1)] : []
    })
  )
  return [...values, ...tokens]
}

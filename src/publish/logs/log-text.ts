import { shortestSecret, withStars, type KnownSecrets } from '../../known-secrets.ts'
import { defaultLimits } from '../../repository/limits.ts'

/** The end of a log, or all of it. */
export interface LogEnd {
  bytes: Buffer
  /** Of the log, bytes that stand before these. */
  before: number
  /** Whether the first of the bytes begins a line. */
  beginsLine: boolean
}

/**
 * Of one log, in the bytes of its JSON string: that is how it rides in the call that makes a tree, where a longer text would be a request of
 * its own. As a file it is not longer.
 */
export const largestLog = defaultLimits.longestTreeText

/** The first line of a log whose beginning is not there. */
const cutLine = /^… (\d{1,15}) bytes before this are cut by nar-publish …\n/

/**
 * A log as it is published: UTF-8 without NUL, in which stars stand for what is secret, and of which the end is kept where it is longer than
 * `longest`, from a line's begin on if there is one, and never from within a character or a secret. What is no UTF-8 becomes U+FFFD.
 */
export function publishedLog(
  { bytes, before, beginsLine }: LogEnd,
  secrets: Pick<KnownSecrets, 'find'>,
  longest = largestLog
): Buffer {
  // Who cut it at a line’s begin left nothing of a secret but by accident: a letter or two say nothing.
  const isChance = (span: { end: number }): boolean => beginsLine && span.end < shortestSecret
  const spans = secrets
    .find(bytes, { isEnd: before > 0 })
    .filter((span) => span.begin > 0 || before === 0 || !isChance(span))
  const spanAt = (at: number): { end: number } | undefined =>
    spans.find(({ begin, end }) => begin < at && at < end)
  /** The first place from `at` on that a log may begin at. */
  const placeFrom = (at: number): number => {
    let place = lineFrom(bytes, at)
    for (let span = spanAt(place); span !== undefined; span = spanAt(place)) {
      place = lineFrom(bytes, span.end)
    }
    return place
  }
  let from = beginsLine ? 0 : placeFrom(1)
  for (;;) {
    const cut = before + from
    const told = cut === 0 ? '' : `… ${cut} bytes before this are cut by nar-publish …\n`
    const text = told + textOf(withStars(bytes, spans, from))
    const size = Buffer.byteLength(JSON.stringify(text))
    const left = bytes.length - from
    if (size <= longest || left === 0) return Buffer.from(text)
    from = placeFrom(from + Math.max(1, Math.ceil(((size - longest) * left) / size)))
  }
}

/** A log that was made by `publishedLog`, with what its first line says. */
export function readPublishedLog(bytes: Buffer): LogEnd {
  const [line, before] = cutLine.exec(bytes.toString('utf8', 0, 100)) ?? []
  return line === undefined
    ? { bytes, before: 0, beginsLine: true }
    : { bytes: bytes.subarray(Buffer.byteLength(line)), before: Number(before), beginsLine: true }
}

/** The first begin of a line from `at` on; of the last line, which is too long, the first of a character. */
function lineFrom(bytes: Buffer, at: number): number {
  const end = bytes.indexOf('\n', at - 1)
  if (end !== -1 && end + 1 < bytes.length) return end + 1
  let place = at
  while (place < bytes.length && isContinued(bytes[place])) place++
  return place
}

/** Whether it is no first byte of a character in UTF-8. */
function isContinued(byte = 0): boolean {
  return (byte & 0xc0) === 0x80
}

// The mark at a file's begin is a part of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** A tree takes no NUL in a text. */
function textOf(bytes: Buffer): string {
  return decoder.decode(bytes).replaceAll('\0', '\uFFFD')
}

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { NarPublishError } from '../errors.ts'
import { oneLine } from '../harmless.ts'

/** bytes of the whole catalogue; some 75,000 rows that refer to eight paths each. A bound for what hostile files cost us. */
export const largestCatalogue = 64 * 1024 * 1024

/** characters of a parser's words, which may quote the file */
const longestWords = 300

/** CATALOGUE_INVALID. */
export function catalogueInvalid(
  subject: string,
  reason: string,
  more: { hint?: string; cause?: unknown } = {}
): NarPublishError {
  return new NarPublishError({ code: 'CATALOGUE_INVALID', subject, reason, ...more })
}

/** Throws CATALOGUE_INVALID when this is more than is read. `bytes`: of one file, or of all. */
export function refuseHuge(bytes: number, subject: string): void {
  if (bytes <= largestCatalogue) return
  throw catalogueInvalid(
    subject,
    `its ${bytes} bytes are more than the ${largestCatalogue} that are read`,
    {
      // What cannot be read can be pruned no more.
      hint: 'Publish to another repository or branch; or take rows of old artifacts out of the catalogue, in a clone.'
    }
  )
}

/** The JSON of a file of the catalogue. Throws CATALOGUE_INVALID about `subject`. */
export function parseJson(content: Uint8Array, subject: string): unknown {
  refuseHuge(content.length, subject)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause)
    throw catalogueInvalid(subject, oneLine(words, longestWords), { cause })
  }
}

/** Throws CATALOGUE_INVALID about `subject`, naming the place in it. */
export function parseAs<Value>(shape: z.ZodType<Value>, json: unknown, subject: string): Value {
  const parsed = shape.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = oneLine(z.core.toDotPath(issue?.path ?? []), longestWords) || 'the file'
  const words = oneLine(issue?.message ?? 'not a catalogue', longestWords)
  throw catalogueInvalid(subject, `${place}: ${words}`, { cause: parsed.error })
}

/** bytes of files whose values are kept: a whole catalogue of version 1 with 10,000 artifacts, or all that a publish reads many times over */
const mostKept = 8 * 1024 * 1024

/**
 * Parses each content once: a run asks for the same file in each of its steps, and again for each head that others have moved the branch
 * to. What was parsed must not be changed.
 */
export class ParsedOnce<Value> {
  readonly #known = new Map<string, { value: Value; bytes: number }>()
  readonly #parse: (content: Uint8Array, subject: string) => Value
  #bytes = 0

  constructor(parse: (content: Uint8Array, subject: string) => Value) {
    this.#parse = parse
  }

  /** Throws what parsing throws; that is not kept. */
  parse(content: Uint8Array, subject: string): Value {
    const hash = createHash('sha1').update(content).digest('base64')
    const known = this.#known.get(hash)
    if (known !== undefined) return known.value
    const value = this.#parse(content, subject)
    this.#known.set(hash, { value, bytes: content.length })
    this.#bytes += content.length
    for (const [oldest, { bytes }] of this.#known) {
      if (this.#bytes <= mostKept) break
      this.#known.delete(oldest)
      this.#bytes -= bytes
    }
    return value
  }
}

import { NarPublishError } from '../errors.ts'
import { oneLine } from '../harmless.ts'
import { quote } from '../text.ts'

/**
 * A value of the file, and where it stands. By hand and not by a schema: a key may be any text, `__proto__` too, which schemas leave out
 * to be safe; and a schema gathers every problem of the file, of which there may be a million.
 */
export class JsonPlace {
  readonly value: unknown
  /** `result.ROOT.build`; empty: the file itself. */
  readonly #where: string
  readonly #subject: string

  /** `subject` names the file in errors. */
  constructor(value: unknown, where: string, subject: string) {
    this.value = value
    this.#where = where
    this.#subject = subject
  }

  fields(): Map<string, JsonPlace> {
    const { value } = this
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw this.invalid('it is no object')
    }
    return new Map(Object.entries(value).map(([key, value]) => [key, this.#at(key, value)]))
  }

  field(key: string): JsonPlace {
    return this.fields().get(key) ?? this.#at(key, undefined)
  }

  items(): JsonPlace[] {
    const { value } = this
    if (!Array.isArray(value)) throw this.invalid('it is no list')
    return value.map(
      (item, index) => new JsonPlace(item, `${this.#where}[${index}]`, this.#subject)
    )
  }

  invalid(what: string): NarPublishError {
    return omResultsInvalid(this.#subject, `${this.#where || 'the file'}: ${what}`)
  }

  #at(key: string, value: unknown): JsonPlace {
    const isWord = /^[A-Za-z_][\w-]{0,63}$/.test(key)
    const step = isWord ? (this.#where === '' ? key : `.${key}`) : `[${quote(key)}]`
    return new JsonPlace(value, this.#where + step, this.#subject)
  }
}

/** `subject` names the file. */
export function omResultsInvalid(
  subject: string,
  reason: string,
  cause?: unknown
): NarPublishError {
  // The words of a parser may quote the file: no line of it gets into a log as a line.
  return new NarPublishError({
    code: 'OM_RESULTS_INVALID',
    subject,
    reason: oneLine(reason, 300),
    cause
  })
}

import { NarPublishError } from '../errors.ts'
import { decoded, quote } from '../text.ts'
import { splitAttributePath } from './pattern.ts'

/** A line of `exclude`: `packages.*.docs`, `nixosConfigurations.old-*`. */
export interface AttributeGlob {
  /** As written. */
  text: string
  /** Of each name of the path what stands between its `*`. */
  names: string[][]
}

/** `*` is any part of a name, `{system}` any system; what is below is meant, too. Throws INPUT_INVALID. */
export function parseExclude(text: string): AttributeGlob {
  const split = splitAttributePath(text.replace(/^\.?#/, '').replaceAll('{system}', '*'))
  if (typeof split === 'string' || split.length === 0 || split.some((name) => name.includes('#'))) {
    throw new NarPublishError({
      code: 'INPUT_INVALID',
      subject: `input exclude, ${quote(text)}`,
      reason: typeof split === 'string' ? split : 'it is no attribute path',
      hint: 'Write it as `packages.*.docs`, `checks.aarch64-linux.*` or `nixosConfigurations.old-*`.'
    })
  }
  return {
    text,
    names: split.map((name) => name.split('*').map(decoded))
  }
}

/** What `exclude` leaves out, and which of its lines did. */
export class Excluded {
  readonly #globs: readonly AttributeGlob[]
  readonly #used = new Set<AttributeGlob>()

  constructor(globs: readonly AttributeGlob[]) {
    this.#globs = globs
  }

  /** Whether an attribute is left out, by itself or with the set that it is in. */
  has(path: readonly string[]): boolean {
    const found = this.#globs.filter(
      ({ names }) => names.length <= path.length && isPrefix(names, path)
    )
    for (const glob of found) this.#used.add(glob)
    return found.length > 0
  }

  /** Whether some attribute of a set may be left out, and another one not. */
  mayHaveIn(place: readonly string[]): boolean {
    return this.#globs.some(({ names }) => names.length > place.length && isPrefix(names, place))
  }

  /** Lines that left nothing out. */
  unused(): string[] {
    return this.#globs.filter((glob) => !this.#used.has(glob)).map(({ text }) => text)
  }
}

/** As far as both go. */
function isPrefix(names: AttributeGlob['names'], path: readonly string[]): boolean {
  return names.every((parts, index) => {
    const name = path[index]
    return name === undefined || isMatch(parts, name)
  })
}

/** Without going back, so that no pattern is slow. */
function isMatch(parts: readonly string[], name: string): boolean {
  const [first = '', ...others] = parts
  const last = others.pop()
  if (last === undefined) return name === first
  if (!name.startsWith(first)) return false
  let at = first.length
  for (const part of others) {
    const found = name.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return name.length - last.length >= at && name.endsWith(last)
}

import type { HashLiteral } from '../types.ts'
import { nixTokens } from './nix-tokens.ts'
import type { Found } from './regions.ts'

/**
 * `lib.fakeHash`, `pkgs.lib.fakeSha256`, `fakeHash` alone as an attribute's whole value, and `"sha256:${lib.fakeSha256}"`: where
 * such an expression stands in a Nix file, so that a quoted string can take its place. Not where a name is bound or inherited,
 * nor in a string that says more.
 */
export function fakesOf(text: string): Found<HashLiteral>[] {
  return text.includes('fake') ? new FakeFinder(text).find() : []
}

class FakeFinder {
  readonly #text: string
  readonly #tokens: ReturnType<typeof nixTokens>

  constructor(text: string) {
    this.#text = text
    this.#tokens = nixTokens(text)
  }

  find(): Found<HashLiteral>[] {
    return this.#tokens.flatMap(({ kind }, index) => {
      if (kind !== 'word') return []
      const name = /^fake(?:Hash|Sha256|(Sha512))$/.exec(this.#textAt(index))
      const expression = name === null ? null : this.#expressionAt(index)
      if (expression === null) return []
      const { start, end } = expression
      return {
        start,
        end,
        text: this.#text.slice(start, end),
        form: 'fake',
        algorithm: name?.[1] === undefined ? 'sha256' : 'sha512',
        digest: null
      }
    })
  }

  /** The whole expression that the name at `last` ends; null: something else goes by that name. */
  #expressionAt(last: number): { start: number; end: number } | null {
    // `lib.fakeHash = …` binds it, `lib.fakeHash.x` selects from it.
    if (/^[=.]$/.test(this.#textAt(last + 1))) return null
    let first = last
    while (this.#textAt(first - 1) === '.' && this.#tokens[first - 2]?.kind === 'word') first -= 2
    const isPath = first < last && this.#textAt(last - 2) === 'lib'
    const isValue = this.#textAt(last - 1) === '=' && this.#textAt(last + 1) === ';'
    if (!(isPath || isValue) || this.#textAt(first - 1) === '.') return null
    if (this.#tokens[first - 1]?.kind !== 'open-interpolation') return this.#span(first, last)
    return this.#stringAround(first - 1, last + 1)
  }

  /** The string that an interpolation makes up, but for the name of an algorithm; in any other its hash would be in other text. */
  #stringAround(opening: number, closing: number): { start: number; end: number } | null {
    const before = /^(?:sha256|sha512)[-:]$/.test(this.#textAt(opening - 1))
      ? opening - 2
      : opening - 1
    const isWhole =
      this.#tokens[before]?.kind === 'open-string' &&
      this.#tokens[closing]?.kind === 'close-interpolation' &&
      this.#tokens[closing + 1]?.kind === 'close-string'
    return isWhole ? this.#span(before, closing + 1) : null
  }

  #span(first: number, last: number): { start: number; end: number } {
    return { start: this.#tokens[first]?.start ?? 0, end: this.#tokens[last]?.end ?? 0 }
  }

  #textAt(index: number): string {
    const token = this.#tokens[index]
    return token === undefined ? '' : this.#text.slice(token.start, token.end)
  }
}

import type { NixToken } from './nix-tokens.ts'

interface Place {
  /** The attribute whose value is being read, last part of its path first; empty in a list, an interpolation or an argument. */
  attribute: readonly string[]
  /** The attribute that takes the set around. */
  outer: string | undefined
}

/** Follows a file's brackets, token by token, to tell which attribute takes a value. */
export class NixAttributes {
  readonly #text: string
  readonly #tokens: readonly NixToken[]
  readonly #around: Place[] = []
  #place: Place

  /** `rootName` stands for the attribute that takes the file's own value. */
  constructor(text: string, tokens: readonly NixToken[], rootName: string) {
    this.#text = text
    this.#tokens = tokens
    this.#place = { attribute: [rootName], outer: undefined }
  }

  /** To be called with each index in turn. */
  pass(index: number): void {
    const token = this.#tokens[index]
    if (token?.kind === 'open-interpolation') this.#open([], undefined)
    if (token?.kind === 'close-interpolation') this.#close()
    if (token?.kind !== 'symbol') return
    switch (this.#text.slice(token.start, token.end)) {
      case '=':
        this.#place = { ...this.#place, attribute: this.#attributeBefore(index) }
        break
      case ';':
        this.#place = { ...this.#place, attribute: [] }
        break
      case '{':
        this.#open([], this.#place.attribute[0])
        break
      case '(':
        this.#open(this.#place.attribute, this.#place.outer)
        break
      case '[':
        this.#open([], undefined)
        break
      case '}':
      case ')':
      case ']':
        this.#close()
    }
  }

  /** The names of the value from token `first` to `last`, when it is the whole of what an attribute takes: innermost first. */
  namesOf(first: number, last: number): string[] {
    const isValue = this.isSymbol(first - 1, '=') && this.isSymbol(last + 1, ';')
    const isFile = first === 0 && last === this.#tokens.length - 1
    if (!isValue && !isFile) return []
    const { attribute, outer } = this.#place
    return outer === undefined ? [...attribute] : [...attribute, outer]
  }

  isSymbol(index: number, symbol: string): boolean {
    const token = this.#tokens[index]
    return token?.kind === 'symbol' && this.#text.slice(token.start, token.end) === symbol
  }

  #open(attribute: readonly string[], outer: string | undefined): void {
    this.#around.push(this.#place)
    this.#place = { attribute, outer }
  }

  #close(): void {
    this.#place = this.#around.pop() ?? this.#place
  }

  /** `a.b."c"` before `=`, last part first: at most two, which is where a hash's name is, and no part that is computed. */
  #attributeBefore(equals: number): string[] {
    const names: string[] = []
    let index = equals
    do {
      index--
      const token = this.#tokens[index]
      if (token?.kind === 'close-string') {
        index -= 2
        if (this.#tokens[index]?.kind !== 'open-string') break
      } else if (token?.kind !== 'word') break
      const name = this.#tokens[token.kind === 'word' ? index : index + 1]
      names.push(this.#text.slice(name?.start, name?.end))
      index--
    } while (names.length < 2 && this.isSymbol(index, '.'))
    return names
  }
}

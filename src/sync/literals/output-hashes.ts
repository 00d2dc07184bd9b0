import type { Edit, HashLiteral, Span, TextFile } from '../types.ts'
import { lineOf } from './edit.ts'
import { nixTokens, type NixToken } from './nix-tokens.ts'

/** Hashes by the names of a lock file's entries: `outputHashes = { "gitdep-0.4.0" = "sha256-…"; };`. */
export interface OutputHashes {
  file: string
  entries: OutputHash[]
  /** Where one more entry may stand: each takes one. */
  slots: { start: number; line: number }[]
  /** What comes before it. */
  indent: string
}

export interface OutputHash {
  name: string
  /** Of the name, without its quotes. */
  key: Span
  /** All of it, with its `;` and the line or blank before it. */
  entry: Span
}

/** Names of the entries: those of crates with their versions. */
export const entryName = /^[A-Za-z0-9_][\w.+-]{0,199}$/

/** The sets that go by `outputHashes` in a Nix file, in both ways to write them: as a set, and as `outputHashes."a-1.0" = …;`. */
export function findOutputHashes({ path, text }: TextFile): OutputHashes[] {
  if (!path.endsWith('.nix') || !text.includes('outputHashes')) return []
  const finder = new Finder(path, text)
  return finder.find()
}

/** The name of one is another. */
export function renameEdit({ key }: OutputHash, name: string): Edit {
  return { ...key, replacement: name }
}

export function removalEdit({ entry }: OutputHash): Edit {
  return { ...entry, replacement: '' }
}

/** A hash that is not there yet, as one more entry of that name. */
export function addition(
  { file, indent }: OutputHashes,
  { start, line }: OutputHashes['slots'][number],
  name: string
): HashLiteral {
  const around = { before: `${indent}"${name}" = "`, after: '";' }
  const span = { file, start, end: start, line, text: '' }
  return { ...span, form: 'empty', algorithm: 'sha256', digest: null, around }
}

class Finder {
  readonly #path: string
  readonly #text: string
  readonly #tokens: readonly NixToken[]

  constructor(path: string, text: string) {
    this.#path = path
    this.#text = text
    this.#tokens = nixTokens(text)
  }

  find(): OutputHashes[] {
    return this.#tokens.flatMap(({ kind }, index) => {
      if (kind !== 'word' || this.#at(index) !== 'outputHashes') return []
      if (this.#at(index + 1) === '=' && this.#at(index + 2) === '{') return this.#set(index + 3)
      if (this.#at(index + 1) !== '.') return []
      const entry = this.#entry(index + 2, this.#pathStart(index))
      if (entry === null) return []
      return this.#hashes(
        [entry],
        [entry.entry.end],
        `${this.#before(this.#pathStart(index))}${this.#pathText(index)}.`
      )
    })
  }

  /** `first`: the token after `{`. */
  #set(first: number): OutputHashes[] {
    const entries: OutputHash[] = []
    let index = first
    while (this.#at(index) !== '}') {
      const entry = this.#entry(index, index)
      // An entry that is computed, inherited or commented makes nothing of the others unknown, but where the set ends would be.
      if (entry === null) return []
      entries.push(entry)
      index = this.#after(index)
    }
    const opening = this.#tokens[first - 1]
    const ends = [...entries.map(({ entry }) => entry.end).reverse(), opening?.end ?? 0]
    const indent = entries.length > 0 ? this.#before(first) : ' '
    return this.#hashes(entries, ends, indent)
  }

  #hashes(entries: OutputHash[], ends: readonly number[], indent: string): OutputHashes[] {
    const slots = ends.map((start) => ({ start, line: lineOf(this.#text, start) }))
    return [{ file: this.#path, entries, slots, indent }]
  }

  /** `"name" = "value";` or `name = value;` with a value of one string or name. `start`: the token that the whole begins with. */
  #entry(index: number, start: number): OutputHash | null {
    const isQuoted = this.#tokens[index]?.kind === 'open-string'
    const name = this.#tokens[isQuoted ? index + 1 : index]
    if (name?.kind !== (isQuoted ? 'text' : 'word')) return null
    if (isQuoted && this.#tokens[index + 2]?.kind !== 'close-string') return null
    const equals = isQuoted ? index + 3 : index + 1
    const last = this.#after(index) - 1
    if (this.#at(equals) !== '=' || this.#at(last) !== ';') return null
    const begin = (this.#tokens[start]?.start ?? 0) - this.#before(start).length
    const text = this.#text.slice(name.start, name.end)
    return {
      name: text,
      key: this.#span(name.start, name.end),
      entry: this.#span(begin, this.#tokens[last]?.end ?? 0)
    }
  }

  /** The token after the next `;` of the same depth. */
  #after(index: number): number {
    let at = index
    let depth = 0
    for (; at < this.#tokens.length; at++) {
      const symbol = this.#tokens[at]?.kind === 'symbol' ? this.#at(at) : ''
      if (/^[{([]$/.test(symbol)) depth++
      if (/^[})\]]$/.test(symbol) && depth-- === 0) return at
      if (symbol === ';' && depth === 0) return at + 1
    }
    return at
  }

  /** `cargoLock.outputHashes` begins at `cargoLock`. */
  #pathStart(index: number): number {
    let start = index
    while (this.#at(start - 1) === '.' && this.#tokens[start - 2]?.kind === 'word') start -= 2
    return start
  }

  #pathText(index: number): string {
    return this.#text.slice(this.#tokens[this.#pathStart(index)]?.start, this.#tokens[index]?.end)
  }

  /** The white space in front of a token, from its line's end on. */
  #before(index: number): string {
    const end = this.#tokens[index]?.start ?? 0
    let start = end
    while (/[ \t]/.test(this.#text.charAt(start - 1))) start--
    if (this.#text.charAt(start - 1) === '\n')
      start -= this.#text.charAt(start - 2) === '\r' ? 2 : 1
    return this.#text.slice(start, end)
  }

  #at(index: number): string {
    const token = this.#tokens[index]
    return token === undefined ? '' : this.#text.slice(token.start, token.end)
  }

  #span(start: number, end: number): Span {
    const text = this.#text.slice(start, end)
    return { file: this.#path, start, end, line: lineOf(this.#text, start), text }
  }
}

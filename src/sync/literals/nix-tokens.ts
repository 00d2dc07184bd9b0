/** A piece of a Nix file. White space and comments are none. */
export interface NixToken {
  kind: NixTokenKind
  start: number
  /** Exclusive. */
  end: number
}

type NixTokenKind =
  /** A name or a keyword. */
  | 'word'
  | 'number'
  /** `./x`, `~/x`, `<nixpkgs>`; one with `${…}` in it is several. */
  | 'path'
  /** `https://…` without quotes: a string. */
  | 'uri'
  /** An operator or a bracket; whatever has no other kind. */
  | 'symbol'
  /** `"` or `''` */
  | 'open-string'
  /** What stands in a string and means itself. */
  | 'text'
  /** `\n`; `'''`, `''$`, `''\n` */
  | 'escape'
  /** `"` or `''` */
  | 'close-string'
  /** `${`, in a string, in a path or before an attribute's name. */
  | 'open-interpolation'
  /** The `}` of such a one. */
  | 'close-interpolation'

/**
 * A file's tokens, as Nix's own lexer cuts them (src/libexpr/lexer.l; 2.8 and 2.26 agree). Takes any text: of what Nix refuses
 * something is made too. Linear in the text's length, and as deep as its memory.
 */
export function nixTokens(text: string): NixToken[] {
  return new Lexer(text).tokens
}

type Frame = 'brace' | 'interpolation' | 'path interpolation' | 'string' | 'indented string'

// Each is tried at one place, and takes time in proportion to what it reads there.
const space = /[ \t\r\n]+/y
const lineComment = /[^\r\n]*/y
const word = /[A-Za-z_][\w'-]*/y
const number = /(?:[1-9][0-9]*\.[0-9]*|0?\.[0-9]+)(?:[Ee][+-]?[0-9]+)?|[0-9]+/y
const pathCharacters = /[\w.+-]*/y
const pathRest = /[\w.+/-]*/y
const bracketed = /<[\w.+/-]+>/y
const scheme = /[A-Za-z0-9+.-]*/y
const uriCharacters = /[A-Za-z0-9%/?:@&=+$,\-_.!~*']*/y
const operator = /\.\.\.|==|!=|<=|>=|&&|\|\||->|\/\/|\+\+|[^]/y
const stringText = /[^$"\\]*/y
const indentedText = /[^$']*/y

class Lexer {
  readonly tokens: NixToken[] = []
  readonly #text: string
  /** What is open, innermost last. */
  readonly #frames: Frame[] = []
  #at = 0
  /** Where the run of such characters ends that `#at` is in: looked for once a run. */
  #pathRunEnd = 0
  #schemeRunEnd = 0

  constructor(text: string) {
    this.#text = text
    while (this.#at < text.length) {
      const frame = this.#frames.at(-1)
      if (frame === 'string') this.#readString()
      else if (frame === 'indented string') this.#readIndentedString()
      else this.#readCode()
    }
  }

  #readCode(): void {
    const text = this.#text
    const at = this.#at
    switch (text.charAt(at)) {
      case ' ':
      case '\t':
      case '\r':
      case '\n':
        this.#at = endOf(space, text, at)
        return
      case '#':
        this.#at = endOf(lineComment, text, at)
        return
      case '"':
        this.#open('string', 'open-string', 1)
        return
      case '{':
        this.#open('brace', 'symbol', 1)
        return
      case '}':
        this.#closeBrace()
        return
    }
    if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2)
      this.#at = end === -1 ? text.length : end + 2
    } else if (text.startsWith("''", at)) {
      this.#open('indented string', 'open-string', 2)
    } else if (text.startsWith('${', at)) {
      this.#open('interpolation', 'open-interpolation', 2)
    } else {
      this.#readWord()
    }
  }

  #closeBrace(): void {
    const frame = this.#frames.pop()
    if (frame === undefined || frame === 'brace') {
      this.#push('symbol', this.#at + 1)
      return
    }
    this.#push('close-interpolation', this.#at + 1)
    if (frame === 'path interpolation') this.#readPath(endOf(pathRest, this.#text, this.#at))
  }

  /** What begins with a character that alone does not tell: the longest that matches, as in Nix. */
  #readWord(): void {
    const uriEnd = this.#uriEnd()
    if (uriEnd !== null) {
      this.#push('uri', uriEnd)
      return
    }
    const pathEnd = this.#pathEnd()
    if (pathEnd !== null) {
      this.#readPath(pathEnd)
      return
    }
    const wordEnd = endOf(word, this.#text, this.#at)
    const numberEnd = endOf(number, this.#text, this.#at)
    const bracketEnd = this.#bracketedPathEnd()
    if (wordEnd > this.#at) this.#push('word', wordEnd)
    else if (numberEnd > this.#at) this.#push('number', numberEnd)
    else if (bracketEnd > this.#at) this.#push('path', bracketEnd)
    else this.#push('symbol', endOf(operator, this.#text, this.#at))
  }

  #uriEnd(): number | null {
    const text = this.#text
    if (!/[A-Za-z]/.test(text.charAt(this.#at))) return null
    if (this.#at >= this.#schemeRunEnd) this.#schemeRunEnd = endOf(scheme, text, this.#at)
    if (text.charAt(this.#schemeRunEnd) !== ':') return null
    const end = endOf(uriCharacters, text, this.#schemeRunEnd + 1)
    return end > this.#schemeRunEnd + 1 ? end : null
  }

  #pathEnd(): number | null {
    const text = this.#text
    if (text.startsWith('~/', this.#at)) return this.#segmentsEnd(this.#at + 1)
    if (this.#at >= this.#pathRunEnd) this.#pathRunEnd = endOf(pathCharacters, text, this.#at)
    // A path cannot begin in the middle of what was no path before, so the run's end is the first slash for all of it.
    return text.charAt(this.#pathRunEnd) === '/' ? this.#segmentsEnd(this.#pathRunEnd) : null
  }

  /** `slash`: where the first is. null: no segment follows it, nor `${`. */
  #segmentsEnd(slash: number): number | null {
    const text = this.#text
    if (text.startsWith('/${', slash)) return slash + 1
    let end = slash
    while (text.charAt(end) === '/') {
      const segmentEnd = endOf(pathCharacters, text, end + 1)
      if (segmentEnd === end + 1) break
      end = segmentEnd
    }
    if (end === slash) return null
    return text.charAt(end) === '/' ? end + 1 : end
  }

  /** A path, or a piece of one, up to `end`; and the interpolation that may go on with it. */
  #readPath(end: number): void {
    if (end > this.#at) this.#push('path', end)
    if (!this.#text.startsWith('${', end)) return
    this.#open('path interpolation', 'open-interpolation', 2)
  }

  #bracketedPathEnd(): number {
    const end = endOf(bracketed, this.#text, this.#at)
    const inside = this.#text.slice(this.#at + 1, end - 1)
    return /^\/|\/\/|\/$/.test(inside) ? this.#at : end
  }

  #readString(): void {
    const text = this.#text
    const start = this.#at
    let end = start
    for (;;) {
      end = endOf(stringText, text, end)
      if (text.charAt(end) !== '$' || text.startsWith('${', end)) break
      // `$$` is two dollars, and so `$${` opens nothing.
      end += /["\\]/.test(text.charAt(end + 1)) ? 1 : 2
    }
    if (end > start) this.#push('text', Math.min(end, text.length))
    if (text.startsWith('${', end)) this.#open('interpolation', 'open-interpolation', 2)
    else if (text.startsWith('\\', end)) this.#push('escape', end + 2)
    else if (text.startsWith('"', end)) this.#closeString(1)
  }

  #readIndentedString(): void {
    const text = this.#text
    const start = this.#at
    let end = start
    for (;;) {
      end = endOf(indentedText, text, end)
      if (end >= text.length || text.startsWith('${', end) || text.startsWith("''", end)) break
      end += /^\$[^']/s.test(text.slice(end, end + 2)) ? 2 : 1
    }
    if (end > start) this.#push('text', Math.min(end, text.length))
    if (text.startsWith('${', end)) this.#open('interpolation', 'open-interpolation', 2)
    else if (text.startsWith("''\\", end)) this.#push('escape', end + 4)
    else if (text.startsWith("''$", end) || text.startsWith("'''", end))
      this.#push('escape', end + 3)
    else if (text.startsWith("''", end)) this.#closeString(2)
  }

  #closeString(length: number): void {
    this.#frames.pop()
    this.#push('close-string', this.#at + length)
  }

  #open(frame: Frame, kind: NixTokenKind, length: number): void {
    this.#frames.push(frame)
    this.#push(kind, this.#at + length)
  }

  #push(kind: NixTokenKind, end: number): void {
    const reached = Math.min(end, this.#text.length)
    this.tokens.push({ kind, start: this.#at, end: reached })
    this.#at = reached
  }
}

/** Where the match at `start` ends; `start` itself when there is none. */
function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start
  return pattern.test(text) ? pattern.lastIndex : start
}

import type { Region } from '../types.ts'
import { blankEscapes } from './escapes.ts'

interface Container {
  kind: 'table' | 'array'
  /** The key that takes it. */
  name: string | null
  /** The last part of the key that was read last. */
  key: string | null
  /** What comes next is a value, no key. */
  isValueNext: boolean
}

/** The string values of a TOML text. Takes any text: of what is no TOML something is made too. */
export function tomlRegions(text: string, rootName: string): Region[] {
  const regions: Region[] = []
  let table = newTable(rootName)
  /** Arrays and inline tables that are open. */
  const open: Container[] = []

  let at = 0
  while (at < text.length) {
    const container = open.at(-1) ?? table
    const piece = pieceAt(text, at)
    switch (piece.kind) {
      case 'string':
        if (container.isValueNext) regions.push(regionOf(piece, container))
        else container.key = piece.content
        break
      case 'word':
        if (!container.isValueNext) container.key = piece.content
        break
      case 'nothing':
        break
      case 'symbol':
        table = passSymbol(piece.content, table, open)
    }
    at = piece.next
  }
  return regions
}

/** Changes what is open; gives the table that the lines after it are in. */
function passSymbol(symbol: string, table: Container, open: Container[]): Container {
  const container = open.at(-1) ?? table
  switch (symbol) {
    case '\n':
      return open.length === 0 ? newTable(table.name) : table
    case '=':
      container.isValueNext = true
      return table
    case ',':
      container.isValueNext = container.kind === 'array'
      return table
    case '{':
      open.push(newTable(container.key))
      return table
    case '[':
      if (container.isValueNext) open.push({ ...newTable(null), kind: 'array', isValueNext: true })
      return table
    case ']':
      // An array's end, or a header's: `[a.b]`, `[[a]]`.
      if (open.pop() !== undefined || table.key === null || table.isValueNext) return table
      return newTable(table.key)
    case '}':
      open.pop()
  }
  return table
}

function newTable(name: string | null): Container {
  return { kind: 'table', name, key: null, isValueNext: false }
}

function regionOf({ start, content }: Piece, { kind, key, name }: Container): Region {
  const names = kind === 'array' ? [] : [key, name].filter((part) => part !== null)
  return { start, text: content, isWhole: true, names }
}

interface Piece {
  kind: 'string' | 'word' | 'symbol' | 'nothing'
  /** Of `content`. */
  start: number
  /** Of a string what is between its quotes, escapes blanked. */
  content: string
  /** Where the next one begins. */
  next: number
}

const bareWord = /[\w-]+/y
const spaceOrComment = /[ \t\r]+|#[^\n]*/y

function pieceAt(text: string, at: number): Piece {
  const character = text.charAt(at)
  if (character === '"' || character === "'") return stringAt(text, at, character)
  for (const [kind, pattern] of [
    ['word', bareWord],
    ['nothing', spaceOrComment]
  ] as const) {
    pattern.lastIndex = at
    if (pattern.test(text)) {
      const next = pattern.lastIndex
      return { kind, start: at, content: text.slice(at, next), next }
    }
  }
  return { kind: 'symbol', start: at, content: character, next: at + 1 }
}

/** One that is never closed ends with its line, or with the file when it has three quotes, and is nothing. */
function stringAt(text: string, at: number, quote: '"' | "'"): Piece {
  const isLong = text.startsWith(quote.repeat(3), at)
  const closing = isLong ? quote.repeat(3) : quote
  const start = at + closing.length
  for (let end = start; end < text.length; end++) {
    const character = text.charAt(end)
    if (character === '\\' && quote === '"') {
      end++
    } else if (character === '\n' && !isLong) {
      return { kind: 'nothing', start, content: '', next: end }
    } else if (text.startsWith(closing, end)) {
      // `"""a"""""` ends with two quotes of its own.
      if (isLong) for (let own = 0; own < 2 && text.startsWith(closing, end + 1); own++) end++
      const content = text.slice(start, end)
      return {
        kind: 'string',
        start,
        content: quote === '"' ? blankEscapes(content) : content,
        next: end + closing.length
      }
    }
  }
  return { kind: 'nothing', start, content: '', next: text.length }
}

import { basename, extname } from 'node:path/posix'
import type { HashAlgorithm } from '../../binary-cache/digest.ts'
import type { Region, Span, TextFile } from '../types.ts'
import { blankEscape, blankEscapes } from './escapes.ts'
import { NixAttributes } from './nix-attributes.ts'
import { nixTokens, type NixToken } from './nix-tokens.ts'
import { tomlRegions } from './toml-regions.ts'

/** A literal of a region. Its offsets are the file's. */
export type Found<Literal extends Span> = Omit<Literal, 'file' | 'line'>

/**
 * Where a file may hold literals, in order: the strings of `.nix` (URIs without quotes too), the string values of `.json` and
 * `.toml`, never a comment; of any other file the whole text. The file's name stands for the attribute that takes its outermost
 * set: `hashes.json`.
 */
export function regionsOf({ path, text }: TextFile): Region[] {
  const extension = extname(path)
  const name = basename(path, extension)
  switch (extension) {
    case '.nix':
      return nixRegions(text, name)
    case '.json':
      return jsonRegions(text, name)
    case '.toml':
      return tomlRegions(text, name)
    default: {
      const start = text.length - text.trimStart().length
      return [{ start, text: text.trim(), isWhole: true, names: [] }]
    }
  }
}

/**
 * The algorithm of the hash that goes by one of these names: `vendorHash`, `sha512`, `"hash"`, `hashes.x86_64-linux`. SHA-256
 * where the name says none; null: the names are not those of a hash.
 */
export function algorithmByNames(names: readonly string[]): HashAlgorithm | null {
  for (const name of names) {
    const ending = /(?:hash(?:es)?|md5|sha1|sha256|sha512)$/i.exec(name)?.[0].toLowerCase()
    if (ending === 'md5' || ending === 'sha1' || ending === 'sha512') return ending
    if (ending !== undefined) return 'sha256'
  }
  return null
}

/** The strings of a Nix file, cut at their interpolations; those that are names of attributes too. */
function nixRegions(text: string, rootName: string): Region[] {
  const tokens = nixTokens(text)
  const attributes = new NixAttributes(text, tokens, rootName)
  const regions: Region[] = []
  for (const [index, { kind, start, end }] of tokens.entries()) {
    attributes.pass(index)
    if (kind === 'uri') {
      const names = attributes.namesOf(index, index)
      regions.push({ start, text: text.slice(start, end), isWhole: true, names })
    }
    if (kind !== 'open-string' && kind !== 'close-interpolation') continue
    const content = contentFrom(tokens, index + 1)
    const after = tokens[index + 1 + content.length]
    const isWhole = kind === 'open-string' && after?.kind === 'close-string'
    // What is never closed is no string, but the rest of a broken file.
    if (after === undefined || (content.length === 0 && !isWhole)) continue
    regions.push({
      start: end,
      text: content.map((token) => blanked(text, token)).join(''),
      isWhole,
      names: isWhole ? attributes.namesOf(index, index + 1 + content.length) : []
    })
  }
  return regions
}

/** The tokens of a string from `index` on, up to its end or an interpolation. */
function contentFrom(tokens: readonly NixToken[], index: number): NixToken[] {
  let end = index
  while (tokens[end]?.kind === 'text' || tokens[end]?.kind === 'escape') end++
  return tokens.slice(index, end)
}

function blanked(text: string, { kind, start, end }: NixToken): string {
  const piece = text.slice(start, end)
  if (kind === 'text') return piece
  // `\n` and `''\n` mean a control character; any other says itself after `\` or `''`.
  return blankEscape(piece, /\\[nrt]$/.test(piece) ? ' ' : piece.slice(-1))
}

interface Container {
  kind: 'object' | 'array'
  /** The key that takes it. */
  name: string | null
  /** The key before the value that comes next. */
  key: string | null
}

/** The string values of a JSON text. Takes any text: of what is no JSON something is made too. */
function jsonRegions(text: string, rootName: string): Region[] {
  const regions: Region[] = []
  const containers: Container[] = []
  let container: Container | undefined
  const nameOfValue = (): string | null => (container === undefined ? rootName : container.key)
  for (let at = 0; at < text.length; at++) {
    switch (text.charAt(at)) {
      case '{':
      case '[':
        container = {
          kind: text.charAt(at) === '{' ? 'object' : 'array',
          name: nameOfValue(),
          key: null
        }
        containers.push(container)
        break
      case '}':
      case ']':
        containers.pop()
        container = containers.at(-1)
        break
      case '"': {
        const end = stringEnd(text, at + 1)
        const content = text.slice(at + 1, end)
        if (container?.kind === 'object' && isBeforeColon(text, end + 1)) {
          container.key = content
        } else if (text.charAt(end) === '"') {
          const names = container?.kind === 'array' ? [] : [nameOfValue(), container?.name ?? null]
          regions.push({
            start: at + 1,
            text: blankEscapes(content),
            isWhole: true,
            names: names.filter((name) => name !== null)
          })
        }
        at = end
      }
    }
  }
  return regions
}

/** Where the closing quote is, or the line's end where there is none. */
function stringEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '"' || character === '\n') return at
    if (character === '\\') at++
  }
  return text.length
}

const colon = /[ \t\r\n]*:/y

function isBeforeColon(text: string, at: number): boolean {
  colon.lastIndex = at
  return colon.test(text)
}

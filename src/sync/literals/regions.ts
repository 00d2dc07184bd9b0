import { basename, extname } from 'node:path/posix'
import type { HashAlgorithm } from '../../binary-cache/digest.ts'
import type { Region, Span, TextFile } from '../types.ts'
import { jsonRegions } from './json-regions.ts'
import { nixRegions } from './nix-regions.ts'
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

import { extname } from 'node:path/posix'
import type { Span, TextFile } from '../types.ts'
import { nixTokens } from './nix-tokens.ts'

/**
 * Whether two literals of a file stand beside each other: in one set or list (`hashes.x86_64-linux` and `hashes.jar`), or by one
 * name in sets beside each other (`sources.x86_64-linux.hash` and `sources.jar.hash`). In a TOML file all do.
 */
export function siblingsIn(file: TextFile): (one: Span, other: Span) => boolean {
  const extension = extname(file.path)
  if (extension === '.toml') return () => true
  if (extension !== '.nix' && extension !== '.json') return () => false
  const around = setsAround(file.text)
  return (one, other) => {
    const [a, b] = [around(one.start), around(other.start)]
    if (a.length === 0 || a.length !== b.length) return false
    if (a.at(-1) === b.at(-1)) return true
    const name = nameBefore(file.text, one.start)
    const areAlike = name !== null && name === nameBefore(file.text, other.start)
    return areAlike && a.length > 1 && a.at(-2) === b.at(-2)
  }
}

/** The attribute that takes what stands there. */
function nameBefore(text: string, offset: number): string | null {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return /([\w-]+)"?\s*[:=]\s*(?:"|'')?$/.exec(line)?.[1] ?? null
}

/** Where the sets and lists begin that a place is in, outermost first. JSON has the brackets and strings of Nix. */
function setsAround(text: string): (offset: number) => number[] {
  const brackets = nixTokens(text).filter(
    ({ kind, start, end }) => kind === 'symbol' && /^[{}[\]]$/.test(text.slice(start, end))
  )
  return (offset) => {
    const open: number[] = []
    for (const { start } of brackets) {
      if (start >= offset) break
      if (/[{[]/.test(text.charAt(start))) open.push(start)
      else open.pop()
    }
    return open
  }
}

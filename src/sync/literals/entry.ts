import { extname } from 'node:path/posix'
import type { TextFile } from '../types.ts'
import { nixTokens } from './nix-tokens.ts'

/** A piece of a file: a set `{ … }`, its brackets included. */
export interface Entry {
  file: string
  start: number
  /** Exclusive. */
  end: number
}

/** The sets around an offset, the innermost first: those of a Nix file, the objects of a JSON file; none of any other. Takes any text. */
export function entriesAround({ path, text }: TextFile, offset: number): Entry[] {
  const open: number[] = []
  const found: Entry[] = []
  for (const { bracket, at } of brackets({ path, text })) {
    if (bracket === '{') open.push(at)
    else {
      const start = open.pop()
      if (start !== undefined && start <= offset && offset < at) {
        found.push({ file: path, start, end: at + 1 })
      }
    }
  }
  return found
}

export function isInside(
  { file, start, end }: { file: string; start: number; end: number },
  entry: Entry
): boolean {
  return file === entry.file && entry.start <= start && end <= entry.end
}

function* brackets({ path, text }: TextFile): Generator<{ bracket: '{' | '}'; at: number }> {
  switch (extname(path)) {
    case '.nix':
      for (const { kind, start } of nixTokens(text)) {
        const bracket = text.charAt(start)
        if (kind === 'symbol' && (bracket === '{' || bracket === '}')) yield { bracket, at: start }
      }
      return
    case '.json':
      // A string goes first, whatever it holds.
      for (const { index, 0: found } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}]/g)) {
        if (found === '{' || found === '}') yield { bracket: found, at: index }
      }
  }
}

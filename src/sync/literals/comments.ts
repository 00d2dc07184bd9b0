import { extname } from 'node:path/posix'
import type { TextFile, VersionLiteral } from '../types.ts'
import { findVersionLiterals } from './find.ts'
import { nixTokens } from './nix-tokens.ts'

/** Where comments of a `.nix` or `.toml` file say a version, in order. */
export function versionsInComments(file: TextFile, version: string): VersionLiteral[] {
  const comments = commentsOf(file)
  // Blanks in place of all else, so that offsets and lines are the file's.
  let text = ''
  for (const { start, end } of comments) {
    text += file.text.slice(text.length, start).replace(/[^\n]/g, ' ') + file.text.slice(start, end)
  }
  return findVersionLiterals({ path: 'comments', text }, version).map((found) => ({
    ...found,
    file: file.path
  }))
}

interface Piece {
  start: number
  end: number
}

function commentsOf({ path, text }: TextFile): Piece[] {
  switch (extname(path)) {
    case '.nix': {
      // What is no token is white space or a comment.
      const tokens = [...nixTokens(text), { start: text.length, end: text.length }]
      return tokens.map(({ start }, index) => ({ start: tokens[index - 1]?.end ?? 0, end: start }))
    }
    case '.toml':
      return [...text.matchAll(/^((?:[^"'#\n]|"[^"\n]*"|'[^'\n]*')*)(#.*)$/gm)].map(
        ({ 1: before = '', 2: comment = '', index }) => {
          const start = index + before.length
          return { start, end: start + comment.length }
        }
      )
    default:
      return []
  }
}

import { markdownCode, markdownWords } from '../../markdown/markdown.ts'
import { listed } from '../told-markdown.ts'
import type { Beside, MadeFile } from '../types.ts'

const makers: Record<MadeFile['by'], string> = {
  source: 'out of the new version’s source',
  script: 'by the package’s own script',
  command: 'by the command of `before-hash`',
  lock: 'by `nix flake update`, with one input locked anew'
}

/** What became of the files beside a package. `code`: how each of them shows a name. */
export function besideWords(
  { files, keys, left }: Beside,
  code: (text: string) => string,
  words: (text: string) => string
): { made: string[]; left: string[] } {
  return {
    made: [
      ...files.map(
        ({ path, by, isNew }) =>
          `${code(path)}: ${isNew ? 'new, made' : 'made anew'} ${words(makers[by])}`
      ),
      ...keys.map(({ file, line, text, replacement }) =>
        replacement === ''
          ? `${code(`${file}:${line}`)}: ${code(text.trim())} is gone with the lock file’s entry`
          : `${code(`${file}:${line}`)}: ${code(text)} → ${code(replacement)}, as the lock file has it`
      )
    ],
    left: left.map(({ path, reason }) => `${code(path)}: ${words(reason)}`)
  }
}

/**
 * The same for a summary or a pull request, the first `rows` of them. Of those that were not made anew some are named in any case:
 * somebody has to look at them.
 */
export function besideBlocks(beside: Beside, rows: number): string[] {
  const longest = rows === 0 ? 80 : 300
  const { made, left } = besideWords(
    beside,
    (text) => markdownCode(text, longest),
    (text) => markdownWords(text, longest)
  )
  return [
    ...listed('Files beside the package:', made, rows),
    ...listed('Not made anew:', left, Math.max(rows, 20))
  ]
}

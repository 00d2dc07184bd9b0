import type { Beside, MadeFile } from '../types.ts'

const makers: Record<MadeFile['by'], string> = {
  source: 'out of the new version’s source',
  script: 'by the package’s own script',
  command: 'by the command of `before-hash`'
}

/** What became of the files beside a package, for summary, pull request and terminal. `code`: how each of them shows a name. */
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

/** Above the list of those that stay as they are. */
export const leftHeading = 'Not made anew'

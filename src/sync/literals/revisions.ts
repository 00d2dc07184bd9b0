import type { Edit, Region, Span, TextFile } from '../types.ts'
import { lineOf } from './edit.ts'
import { entriesAround } from './entry.ts'
import { isLockFile } from './find.ts'
import { regionsOf } from './regions.ts'

/** Digits that Git shows of a commit at least. */
export const shortestCommit = 7

/** Words of hexadecimal digits, as long as Git shows a commit; `g48358b9` is how `git describe` puts it. */
export const commitWords = /(?<=(?<![0-9A-Za-z])g?)[0-9a-f]{7,40}(?![0-9A-Za-z])/g

/** In full, or as short as Git shows one; those of a date or a number are rather a tag. */
export function isCommit(text: string): boolean {
  return /^(?:[0-9a-f]{40}|(?=.*[a-f])(?=.*[0-9])[0-9a-f]{7,39})$/.test(text)
}

/** Whether both may be the digits of one commit, of which one has fewer. */
export function isSameCommit(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a)
}

/**
 * Where a commit stands in a file, in 7 to 40 digits: one in 40 where the address has 7, or the other way round, is the same. None in
 * a package manager's lock file, where it is a dependency's.
 */
export function findRevisionLiterals({ path, text }: TextFile, commit: string): Span[] {
  if (!text.includes(commit.slice(0, shortestCommit)) || isLockFile(path)) return []
  return regionsOf({ path, text }).flatMap((region) =>
    [...region.text.matchAll(commitWords)]
      .filter(([word]) => isSameCommit(word, commit))
      .map((found): Span => {
        const start = region.start + found.index
        const end = start + found[0].length
        return { file: path, start, end, line: lineOf(text, start), text: found[0] }
      })
  )
}

/** `date = "2024-05-01"`: the day of the commit that stands in the same set. */
function isCommitDay({ text, isWhole, names: [name] }: Region): boolean {
  return isWhole && name === 'date' && wholeDay.test(text)
}

export const wholeDay = /^(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/

/** Where a file has such a day. */
export function findCommitDays(file: TextFile): Span[] {
  return regionsOf(file)
    .filter(isCommitDay)
    .map(({ start, text }) => {
      const line = lineOf(file.text, start)
      return { file: file.path, start, end: start + text.length, line, text }
    })
}

/** The days of commits that stand in one set with one of these, with the new one's in their place. */
export function dayEdits(
  files: readonly TextFile[],
  commits: readonly Span[],
  day: string
): Edit[] {
  return files.flatMap((file) => {
    const sets = commits
      .filter((commit) => commit.file === file.path)
      .map(({ start }) => entriesAround(file, start)[0]?.start)
    if (sets.length === 0) return []
    return findCommitDays(file)
      .filter(({ start, text }) => {
        const set = entriesAround(file, start)[0]?.start
        return set !== undefined && sets.includes(set) && text !== day
      })
      .map((span) => ({ ...span, replacement: day }))
  })
}

/** The new commit, in as many digits as stand there. */
export function commitEdit(span: Span, commit: string): Edit {
  return { ...span, replacement: commit.slice(0, span.text.length) }
}

import { commitAddress, commitWord } from '../../harmless.ts'
import { count } from '../../text.ts'
import type { HashEdit, SyncChange } from '../types.ts'

const longestList = 100

/**
 * A commit's message: the title, each hash with what it was, the files that were made anew, and, of a commit that is ours and not the
 * user's own, a last line by which a later run knows it:
 *
 *     Nar-Publish-Tree: <hash of the commit's whole tree>
 *
 * It says what this commit holds, so that it goes wrong as soon as somebody amends the commit, picks it onto another one or rebases
 * it: what a person made of it is theirs. Names are other people's words: they cannot make lines, and so no trailers, nor
 * mentions, references to issues or `[skip ci]`. What several changes share is told once.
 */
export function proposalMessage(
  title: string,
  changes: readonly SyncChange[],
  runUrl: string | null,
  tree: string | null
): string {
  const hashes = united(
    changes.map((change) => change.hashes),
    ({ file, start }) => `${start} ${file}`
  )
  const files = united(
    changes.map(({ beside }) => beside.files),
    ({ path }) => path
  )
  return [
    title,
    ...hashParagraphs(hashes),
    ...(files.length === 0
      ? []
      : [
          [
            'made anew:',
            ...files.slice(0, longestList).map(({ path }) => `  ${commitWord(path, 200)}`)
          ].join('\n')
        ]),
    ...(runUrl === null ? [] : [`run: ${commitAddress(runUrl, 300)}`]),
    ...(tree === null ? [] : [treeTrailer(tree)])
  ].join('\n\n')
}

/** Whether one of our runs made a commit with this message and tree. */
export function isOwnCommit({ message, tree }: { message: string; tree: string }): boolean {
  return message.trimEnd().endsWith(`\n\n${treeTrailer(tree)}`)
}

/** Each hash with what it was; of very many the first. */
export function hashParagraphs(hashes: readonly HashEdit[]): string[] {
  const omitted = hashes.length - longestList
  return [
    ...hashes.slice(0, longestList).map(hashParagraph),
    ...(omitted > 0 ? [`and ${count(omitted, 'more hash', 'more hashes')}`] : [])
  ]
}

/** The last line of a commit of ours; see proposalMessage. */
export function treeTrailer(tree: string): string {
  return `Nar-Publish-Tree: ${tree}`
}

/** All that the lists have, without what an earlier list has already. */
function united<T>(lists: readonly (readonly T[])[], key: (item: T) => string): T[] {
  const known = new Set<string>()
  return lists.flatMap((list) => {
    const added = list.filter((item) => !known.has(key(item)))
    for (const item of added) known.add(key(item))
    return added
  })
}

function hashParagraph({ file, line, derivations, systems, oldHash, newHash }: HashEdit): string {
  const whose = [...derivations, ...systems].slice(0, 8).map((name) => commitWord(name, 80))
  return [
    `${commitWord(file, 200)}:${line} (${whose.join(', ')})`,
    `  old: ${oldHash === null ? 'none' : commitAddress(oldHash, 120)}`,
    `  new: ${commitAddress(newHash, 120)}`
  ].join('\n')
}

import { isUtf8 } from 'node:buffer'
import { expectGit } from '../../repository/git/run.ts'
import { invalidCheckout } from '../project/work-tree.ts'
import type { Span, TextFile } from '../types.ts'
import type { Workshop } from '../workshop.ts'

/** Files of the checkout's commit as Git stores them, which is what GitHub has, whatever `.gitattributes` made of them on this disk. */
export async function storedFiles(
  { project: { git, head } }: Pick<Workshop, 'project'>,
  paths: Iterable<string>
): Promise<TextFile[]> {
  const files: TextFile[] = []
  for (const path of paths) {
    const blob = await expectGit(git, ['cat-file', 'blob', `${head}:${path}`])
    files.push({ path, text: isUtf8(blob) ? blob.toString('utf8') : '' })
  }
  return files
}

/**
 * Edits and other spans of the checkout's files as those of what Git stores: `eol=crlf` gives each line an end of its own. Throws CHECKOUT_INVALID where a
 * file differs otherwise.
 */
export async function spansOfStored<S extends Span>(
  shop: Pick<Workshop, 'project' | 'files'>,
  spans: readonly S[]
): Promise<S[]> {
  const stored = await storedFiles(shop, new Set(spans.map(({ file }) => file)))
  const moves = new Map(stored.map((file) => [file.path, moveTo(shop, file)]))
  return spans.map((span) => {
    const move = moves.get(span.file)
    if (move === undefined) return span
    return { ...span, start: move(span.start), end: move(span.end) }
  })
}

/** From an offset on the disk to that in the file as it is stored. */
function moveTo(
  { project, files }: Pick<Workshop, 'project' | 'files'>,
  { path, text }: TextFile
): (offset: number) => number {
  const here = files.find((file) => file.path === path)?.text
  if (here === text) return (offset) => offset
  if (here?.replaceAll('\r\n', '\n') === text)
    return (offset) => here.slice(0, offset).replaceAll('\r\n', '\n').length
  throw invalidCheckout(
    project.root,
    `${JSON.stringify(path)} is stored otherwise than it stands here, and by more than its line endings, so that no edit of it fits what GitHub has`,
    'Let `.gitattributes` give it no `filter`, `ident` or `working-tree-encoding`.'
  )
}

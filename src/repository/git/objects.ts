import { createReadStream, readFileSync } from 'node:fs'
import { internalError } from '../../errors.ts'
import type { Change, Head, LargeFile } from '../types.ts'
import { fastImport } from './fast-import.ts'
import type { Repository } from './repository.ts'
import { expectGitLine } from './run.ts'

/** Makes blobs of files on the disk, each streamed, and answers repository path → blob. */
export async function writeLargeFiles(
  { git }: Repository,
  files: readonly LargeFile[]
): Promise<Map<string, string>> {
  const unique = [...new Map(files.map((file) => [file.path, file])).values()]
  if (unique.length === 0) return new Map()
  const commands = async function* (): AsyncGenerator<string | Buffer> {
    for (const [index, file] of unique.entries()) {
      yield `blob\nmark :${index + 1}\ndata ${file.size}\n`
      yield* bytesOf(file)
      yield `\nget-mark :${index + 1}\n`
    }
  }
  // As it stands a NAR may be much like another one; compressed it never is.
  const areAlike = unique.some(({ path }) => path.endsWith('.nar'))
  const areCompressed = unique.every(({ path }) => /\.nar\.\w+$/.test(path))
  const blobs = await fastImport(git, commands, { areAlike, areCompressed })
  return new Map(unique.map(({ path }, index) => [path, blobs[index] ?? '']))
}

/**
 * Makes the commit that has `change` on top of `base` (null: nothing but the change, no parent). null: the tree would be the
 * base's, and its history stays. What the change does not touch is never looked at, so that none of it need be here. `executable`: paths
 * that keep that mode.
 */
export async function writeCommit(
  { git }: Repository,
  base: Head | null,
  change: Change,
  {
    largeBlobs,
    executable
  }: { largeBlobs: ReadonlyMap<string, string>; executable: ReadonlySet<string> }
): Promise<Head | null> {
  const written = (path: string, blob: string): string =>
    `M ${executable.has(path) ? '100755' : '100644'} ${blob} ${quoted(path)}\n`
  const [listed = ''] = await fastImport(git, function* () {
    const small = [...change.files]
    for (const [index, [, content]] of small.entries()) {
      yield `blob\nmark :${index + 1}\ndata ${content.length}\n`
      yield content
      yield '\n'
    }
    // For its tree: fast-import knows no other way to one.
    yield `commit refs/nar-publish/tree\ncommitter nobody <nobody> 0 +0000\ndata 0\n`
    if (base !== null) yield `from ${base.commit}\n`
    yield* (change.deletedFiles ?? []).map((path) => `D ${quoted(path)}\n`)
    yield* change.largeFiles.map(({ path }) => written(path, blobOf(path, largeBlobs)))
    yield* small.map(([path], index) => written(path, `:${index + 1}`))
    yield 'ls ""\n'
  })
  const tree = /^040000 tree ([0-9a-f]+)\b/.exec(listed)?.[1]
  if (tree === undefined) throw internalError('git', `fast-import has for a tree: ${listed}`)
  const isRoot = base === null || change.replacesHistory === true
  if (tree === base?.tree && !isRoot) return null
  const parents = isRoot ? [] : ['-p', base.commit]
  const commit = await expectGitLine(git, ['commit-tree', tree, ...parents, '-F', '-'], {
    stdin: change.message
  })
  return { commit, tree }
}

/** A file of more is streamed: less is read before a thread has been asked four times. */
const quickFile = 1024 * 1024

/** Throws INTERNAL for a file that has another size by now, and what reading throws. */
async function* bytesOf({ path, diskPath, size }: LargeFile): AsyncGenerator<Buffer> {
  let read = 0
  const chunks: Iterable<Buffer> | AsyncIterable<Buffer> =
    size <= quickFile
      ? [readFileSync(diskPath)]
      : createReadStream(diskPath, { highWaterMark: quickFile })
  for await (const bytes of chunks) {
    read += bytes.length
    if (read > size) break
    yield bytes
  }
  if (read !== size) throw internalError(path, `the packed file no longer has its ${size} bytes`)
}

function blobOf(path: string, blobs: ReadonlyMap<string, string>): string {
  const blob = blobs.get(path)
  if (blob === undefined) throw internalError(path, 'it is in the change, but was not written')
  return blob
}

/** As git reads it in every place, whatever characters it has. */
function quoted(path: string): string {
  const escaped = path.replace(/["\\]/g, (found) => `\\${found}`).replaceAll('\n', '\\n')
  return `"${escaped}"`
}

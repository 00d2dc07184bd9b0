import { z } from 'zod'
import { attempt, internalError } from '../../errors.ts'
import { defaultLimits as limits } from '../limits.ts'
import type { Change } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { readLeadingSha } from './leading-sha.ts'
import { uploadBuffer } from './blob-upload.ts'
import { blobSha } from './git-objects.ts'

/** Git's modes of a plain file and of one that is executable. */
type FileMode = '100644' | '100755'

/** A small file, whole. */
interface SmallFile {
  path: string
  mode: FileMode
  content: Buffer
}

/** One file of a tree: by its blob, or, small and text, with its content; or (`sha` null) without it. */
export type TreeEntry = { path: string; mode: FileMode; type: 'blob' } & (
  { sha: string | null } | { content: string }
)

const treeReply = z.object({ sha: z.string() })

/** Blobs that went up already, by their git hash: what is composed again after a moved ref is not sent again. */
export type KnownBlobs = Set<string>

interface TreeParts {
  /** Repository path → blob, for each of the change's large files. */
  largeBlobs: ReadonlyMap<string, string>
  /** Paths of files that keep that mode. */
  executable: ReadonlySet<string>
  known: KnownBlobs
}

/** Makes the tree that has `change` on top of `baseTree` (null: nothing but the change) and answers its hash. */
export async function writeTree(
  api: GitHubApi,
  baseTree: string | null,
  change: Change,
  { largeBlobs, executable, known }: TreeParts
): Promise<string> {
  const modeOf = (path: string): FileMode => (executable.has(path) ? '100755' : '100644')
  const entries: TreeEntry[] = change.largeFiles.map(({ path }) => {
    const sha = largeBlobs.get(path)
    if (sha === undefined) throw internalError(path, 'it is in the change, but was not uploaded')
    return { path, mode: modeOf(path), type: 'blob', sha }
  })
  for (const [path, content] of change.files) {
    entries.push(await fileEntry(api, { path, mode: modeOf(path), content }, known))
  }
  for (const path of change.deletedFiles ?? []) {
    entries.push({ path, mode: '100644', type: 'blob', sha: null })
  }
  return postEntries(api, baseTree, entries)
}

/** Makes the tree that has these files on top of `baseTree`, each with its mode, and answers its hash. */
export async function writeFiles(
  api: GitHubApi,
  baseTree: string,
  files: readonly SmallFile[]
): Promise<string> {
  const known: KnownBlobs = new Set()
  const entries: TreeEntry[] = []
  for (const file of files) entries.push(await fileEntry(api, file, known))
  return postEntries(api, baseTree, entries)
}

async function fileEntry(
  api: GitHubApi,
  { path, mode, content }: SmallFile,
  known: KnownBlobs
): Promise<TreeEntry> {
  const text = inlineText(content)
  const entry = { path, mode, type: 'blob' } as const
  return text === null
    ? { ...entry, sha: await blobOf(api, path, content, known) }
    : { ...entry, content: text }
}

async function postEntries(
  api: GitHubApi,
  baseTree: string | null,
  entries: readonly TreeEntry[]
): Promise<string> {
  let tree = baseTree
  for (const chunk of chunkEntries(entries)) {
    const reply = await api.call(
      {
        route: 'POST /repos/{owner}/{repo}/git/trees',
        // An empty base_tree is an error, so is null: it is left out.
        parameters: { ...(tree === null ? {} : { base_tree: tree }), tree: chunk },
        // GitHub answers with the whole root folder: some 300 bytes for each narinfo of the store.
        receive: readLeadingSha
      },
      treeReply
    )
    tree = reply.sha
  }
  if (tree === null) throw internalError('commit', 'the change for a new branch has no files')
  return tree
}

async function blobOf(
  api: GitHubApi,
  path: string,
  content: Buffer,
  known: KnownBlobs
): Promise<string> {
  const sha = blobSha(content)
  if (!known.has(sha)) known.add(await uploadBuffer(api, path, content))
  return sha
}

/** The text whose UTF-8 is exactly `content`, or null when there is none, or none that is safe in a JSON string of a tree. */
function inlineText(content: Buffer): string | null {
  if (content.length > limits.longestTreeText || content.includes(0)) return null
  // ignoreBOM: the mark is part of the file and must not be dropped.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return attempt(() => decoder.decode(content), null)
}

/** In order, nothing dropped; each chunk within both limits, unless a single entry is longer. */
export function chunkEntries(entries: readonly TreeEntry[]): TreeEntry[][] {
  const chunks: TreeEntry[][] = []
  let chunk: TreeEntry[] = []
  let bytes = 0
  for (const entry of entries) {
    const size = Buffer.byteLength(JSON.stringify(entry))
    if (
      chunk.length > 0 &&
      (chunk.length === limits.treeEntries || bytes + size > limits.treeBody)
    ) {
      chunks.push(chunk)
      chunk = []
      bytes = 0
    }
    chunk.push(entry)
    bytes += size
  }
  return chunk.length > 0 ? [...chunks, chunk] : chunks
}

import { createHash } from 'node:crypto'
import { ByteReader } from './byte-reader.ts'

/** A file, link or folder of a NAR. */
export interface NarEntry {
  /** Names from the root, which has none; a character for each byte. */
  path: readonly string[]
  kind: 'file' | 'program' | 'link' | 'folder'
  /** bytes of the content, of a link's target; 0 for a folder */
  size: number
  /** SHA-256 of the same in hex; empty for a folder. */
  hash: string
}

const longestKeyword = 'nix-archive-1'.length
/** bytes; what file systems allow */
const longestName = 255
const longestTarget = 4096
/** Names of one path: Nix itself goes down one call at a time. */
const deepest = 2000

/**
 * What is in a NAR, in its order: a folder before what is in it, by the bytes of the names. One entry is in memory at a time, and no content.
 * The grammar is told in nar-scanner.ts. Throws SyntaxError for what is no NAR, and what `source` throws.
 */
export async function* narEntries(source: AsyncIterable<Buffer>): AsyncGenerator<NarEntry> {
  const reader = new ByteReader(source)
  const path: string[] = []
  let folders = 0
  const expect = async <Word extends string>(...words: readonly Word[]): Promise<Word> => {
    const found = (await readText(reader, longestKeyword)).toString('latin1')
    const word = words.find((one) => one === found)
    if (word !== undefined) return word
    const wanted = words.join(' or ')
    throw new SyntaxError(`not a NAR: ${JSON.stringify(found)} where ${wanted} is expected`)
  }
  const readFile = async (): Promise<Omit<NarEntry, 'path'>> => {
    let word = await expect('contents', 'executable', ')')
    const kind = word === 'executable' ? 'program' : 'file'
    if (word === 'executable') {
      await expect('')
      word = await expect('contents', ')')
    }
    const content = word === 'contents' ? await readContents(reader) : contentOf(Buffer.alloc(0))
    if (word === 'contents') await expect(')')
    return { kind, ...content }
  }
  const readNode = async (): Promise<Omit<NarEntry, 'path'>> => {
    await expect('(')
    await expect('type')
    const type = await expect('regular', 'symlink', 'directory')
    if (type === 'directory') return { kind: 'folder', size: 0, hash: '' }
    if (type === 'regular') return readFile()
    await expect('target')
    const target = await readText(reader, longestTarget)
    await expect(')')
    return { kind: 'link', ...contentOf(target) }
  }
  const leaveEntry = async (): Promise<void> => {
    await expect(')')
    path.pop()
  }

  await expect('nix-archive-1')
  for (;;) {
    const node = await readNode()
    yield { path: [...path], ...node }
    if (node.kind === 'folder') folders += 1
    else if (folders > 0) await leaveEntry()
    while (folders > 0 && (await expect('entry', ')')) === ')') {
      folders -= 1
      if (folders > 0) await leaveEntry()
    }
    if (folders === 0) return
    await expect('(')
    await expect('name')
    path.push((await readText(reader, longestName)).toString('latin1'))
    if (path.length > deepest) throw new SyntaxError(`its folders are more than ${deepest} deep`)
    await expect('node')
  }
}

async function readLength(reader: ByteReader): Promise<bigint> {
  return (await reader.take(8)).readBigUInt64LE()
}

async function readText(reader: ByteReader, longest: number): Promise<Buffer> {
  const length = await readLength(reader)
  if (length > BigInt(longest)) throw new SyntaxError(`not a NAR: a string of ${length} bytes`)
  const bytes = await reader.take(Number(length))
  await reader.skip(paddingOf(bytes.length))
  return bytes
}

async function readContents(reader: ByteReader): Promise<Pick<NarEntry, 'size' | 'hash'>> {
  const length = await readLength(reader)
  if (length > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new SyntaxError(`not a NAR: a file of ${length} bytes`)
  }
  const digest = createHash('sha256')
  for await (const piece of reader.pieces(Number(length))) digest.update(piece)
  await reader.skip(paddingOf(Number(length)))
  return { size: Number(length), hash: digest.digest('hex') }
}

function contentOf(bytes: Buffer): Pick<NarEntry, 'size' | 'hash'> {
  return { size: bytes.length, hash: createHash('sha256').update(bytes).digest('hex') }
}

function paddingOf(length: number): number {
  return (8 - (length % 8)) % 8
}

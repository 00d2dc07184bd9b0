import { ByteReader } from '../binary-cache/byte-reader.ts'
import { NarScanner } from '../binary-cache/nar-scanner.ts'
import { finding, type Finding } from './findings.ts'
import type { PublishedStore } from './store.ts'

/** The old script's files: `<hash>-<name>.nar` at the root. */
export function isOldFile(path: string): boolean {
  return /^[0-9a-df-np-sv-z]{32}-[^/]+\.nar$/.test(path)
}

// Nix, src/libstore/export-import.cc.
const exportMagic = 0x4558494en
const longestText = 4096n

export type OldFile =
  { kind: 'export'; storePaths: string[] } | { kind: 'nar' } | { kind: 'damaged'; reason: string }

/**
 * Tells an export stream (`nix-store --export`: `1`, a NAR, a trailer with the path, …, `0`) from a NAR by how it begins, and whether it is
 * whole. `beginning`: looks no further than its first bytes.
 */
export async function readOldFile(
  source: AsyncIterable<Buffer>,
  { beginning = false } = {}
): Promise<OldFile> {
  const reader = new ByteReader(source)
  try {
    if (await reader.isAtEnd()) return { kind: 'damaged', reason: 'it is empty' }
    const first = await reader.take(8)
    const number = first.readBigUInt64LE()
    if (number === 1n) {
      return beginning
        ? { kind: 'export', storePaths: [] }
        : { kind: 'export', storePaths: await exportedPaths(reader) }
    }
    // Every NAR begins with a string of 13 bytes, "nix-archive-1".
    const scanner = new NarScanner()
    scanner.push(first)
    if (beginning) scanner.push(await reader.take(16))
    else {
      await passNar(reader, scanner)
      if (!(await reader.isAtEnd())) throw new SyntaxError('something follows the NAR')
    }
    return { kind: 'nar' }
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'damaged', reason: error.message }
    throw error
  }
}

async function exportedPaths(reader: ByteReader): Promise<string[]> {
  const number = async (): Promise<bigint> => (await reader.take(8)).readBigUInt64LE()
  const text = async (): Promise<string> => {
    const length = await number()
    if (length > longestText) throw new SyntaxError(`a text of ${length} bytes`)
    const padded = await reader.take(Math.ceil(Number(length) / 8) * 8)
    return padded.toString('utf8', 0, Number(length))
  }
  const paths: string[] = []
  do {
    await passNar(reader, new NarScanner())
    if ((await number()) !== exportMagic) throw new SyntaxError('the export’s magic is not there')
    paths.push(await text())
    for (let references = await number(); references > 0n; references--) await text()
    await text()
    if ((await number()) !== 0n) throw new SyntaxError('something follows the deriver')
  } while ((await number()) === 1n)
  return paths
}

async function passNar(reader: ByteReader, scanner: NarScanner): Promise<void> {
  for (;;) {
    const bytes = await reader.some()
    if (bytes === null) throw new SyntaxError('it breaks off')
    const end = scanner.push(bytes)
    if (end === null) continue
    reader.unread(bytes.subarray(end))
    return
  }
}

export async function checkOldFile(
  store: PublishedStore,
  file: string,
  options: { beginning: boolean }
): Promise<Finding> {
  const found = await readOldFile(store.open(file), options)
  switch (found.kind) {
    case 'export':
      return finding('OLD_EXPORT', file, found.storePaths.join(', '))
    case 'nar':
      return finding('OLD_NAR', file)
    case 'damaged':
      return finding('OLD_FILE_DAMAGED', file, found.reason)
  }
}

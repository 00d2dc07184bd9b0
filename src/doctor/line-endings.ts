import { createHash } from 'node:crypto'
import { formatSha256 } from '../binary-cache/hash.ts'
import type { NarInfo } from '../binary-cache/types.ts'
import { finding, type Finding } from './findings.ts'
import type { PublishedStore } from './store.ts'

/** bytes; a larger NAR is not held in memory for this */
const largestText = 64 * 1024 * 1024

/** As Git has a file of ours whose lines end as on Windows; the same content when none does. */
export function plainLineEndings(content: Buffer): Buffer {
  if (!content.includes('\r\n')) return content
  return Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
}

/** Contents as Git has them, and a finding for each file that has other line endings. */
export function readPlain(contents: ReadonlyMap<string, Buffer>): {
  contents: Map<string, Buffer>
  findings: Finding[]
} {
  const plain = new Map([...contents].map(([file, content]) => [file, plainLineEndings(content)]))
  const converted = [...contents].filter(([file, content]) => plain.get(file) !== content)
  return { contents: plain, findings: converted.map(([file]) => finding('LINE_ENDINGS', file)) }
}

/** Whether a NAR of another size is, but for its line endings, what its narinfo says: Git took it for a text. */
export async function isConvertedNar(
  store: PublishedStore,
  location: string,
  { fileSize, fileHash }: Pick<NarInfo, 'fileSize' | 'fileHash'>
): Promise<boolean> {
  const size = store.files.get(location) ?? NaN
  if (!store.isLocal || !(size > fileSize && size <= largestText)) return false
  const chunks: Buffer[] = []
  for await (const chunk of store.open(location)) chunks.push(chunk)
  const plain = plainLineEndings(Buffer.concat(chunks))
  if (plain.length !== fileSize) return false
  return formatSha256(createHash('sha256').update(plain).digest()) === fileHash
}

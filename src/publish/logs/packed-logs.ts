import { createHash } from 'node:crypto'
import { isUtf8 } from 'node:buffer'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatSha256 } from '../../binary-cache/hash.ts'
import { logFolder, logPath } from '../../binary-cache/log-name.ts'
import type { Manifest, ManifestLog } from '../packed-folder/manifest.ts'
import { largestLogs, type BuildLogs } from './build-logs.ts'

/** Writes the logs below a packed folder, and answers what its manifest says of them. */
export function writeLogs(folder: string, logs: BuildLogs): ManifestLog[] {
  if (logs.size > 0) mkdirSync(join(folder, logFolder), { recursive: true })
  return [...logs].map(([deriver, bytes]) => {
    writeFileSync(join(folder, logPath(deriver)), bytes)
    return { deriver, size: bytes.length, hash: hashOf(bytes) }
  })
}

/** What is wrong with the list of a folder's logs, before any is read; null: nothing. */
export function logsProblem({ logs = [], paths }: Pick<Manifest, 'logs' | 'paths'>): string | null {
  const derivers = new Set(paths.map(({ deriver }) => deriver))
  const stray = logs.find(({ deriver }) => !derivers.has(deriver))
  if (stray !== undefined) return `none of its paths is of ${stray.deriver}, of which it has a log`
  if (new Set(logs.map(({ deriver }) => deriver)).size < logs.length) return 'it has a log twice'
  const bytes = logs.reduce((sum, { size }) => sum + size, 0)
  return bytes > largestLogs
    ? `its logs have ${bytes} bytes, and ${largestLogs} are the most that they may`
    : null
}

/** What is wrong with a log's bytes; null: nothing. */
export function logProblem({ size, hash }: ManifestLog, bytes: Buffer): string | null {
  if (bytes.length !== size) return `it has ${bytes.length} bytes, announced are ${size}`
  const found = hashOf(bytes)
  if (found !== hash) return `its hash is ${found}, announced is ${hash}`
  return isUtf8(bytes) && !bytes.includes(0) ? null : 'it is no text in UTF-8'
}

function hashOf(bytes: Buffer): string {
  return formatSha256(createHash('sha256').update(bytes).digest())
}

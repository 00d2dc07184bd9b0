import { readFileSync } from 'node:fs'
import { attempt } from '../errors.ts'
import { exportNars } from './export.ts'
import type { Nix } from './types.ts'

/** bytes */
const largestFile = 64 * 1024 * 1024
/** Of a NAR that is one file, before that file's length: `nix-archive-1`, `(`, `type`, `regular`, `contents`. */
const narHeader = 88

/**
 * What these valid .drv files hold, by path: read as files, and of a store that is elsewhere by one process for all. Nix itself tells of
 * some kinds only with an experimental feature. Throws NIX_FAILED.
 */
export async function derivationBytes(
  nix: Nix,
  drvPaths: Iterable<string>
): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const unseen: string[] = []
  for (const path of new Set(drvPaths)) {
    const bytes = attempt(() => readFileSync(path), null)
    if (bytes === null) unseen.push(path)
    else files.set(path, bytes)
  }
  for await (const { storePath, nar } of exportNars(nix, unseen, largestFile)) {
    const size = Number(nar.readBigUInt64LE(narHeader))
    files.set(storePath, nar.subarray(narHeader + 8, narHeader + 8 + size))
  }
  return files
}

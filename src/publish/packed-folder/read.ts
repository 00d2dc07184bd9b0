import { closeSync, createReadStream, fstatSync, openSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import pMap from 'p-map'
import { buildIdAt } from '../../binary-cache/debug-info.ts'
import { measureNar } from '../../binary-cache/measure-nar.ts'
import { logPath } from '../../binary-cache/log-name.ts'
import { NarScanner } from '../../binary-cache/nar-scanner.ts'
import { formatNarInfo } from '../../binary-cache/narinfo.ts'
import type { PackedPath } from '../../binary-cache/types.ts'
import { NarPublishError } from '../../errors.ts'
import { readBounded, readNoFollow } from '../../job-files.ts'
import type { Log } from '../../log.ts'
import type { BuildLogs } from '../logs/build-logs.ts'
import { logProblem, logsProblem } from '../logs/packed-logs.ts'
import {
  largestManifest,
  manifestPath,
  narInfoPath,
  packedPathOf,
  parseManifest,
  unsignedNarInfo,
  type Manifest,
  type ManifestPath
} from './manifest.ts'

/** What one build job left, every byte of it checked. */
export interface PackedFolder {
  folder: string
  manifest: Manifest
  packed: PackedPath[]
  logs: BuildLogs
}

interface ReadOptions {
  childEnvironment: Record<string, string>
  log: Log
}

const narsAtOnce = 4

/**
 * Reads a folder that a build job left, trusting nothing of it: the files are exactly those that the manifest follows from, no link
 * among them; each narinfo is the one that its entry gives, unsigned; each NAR has the size and hash of its file and unpacks to the
 * content announced. Throws PACKED_INVALID, COMPRESSOR_MISSING.
 */
export async function readPackedFolder(
  folder: string,
  { childEnvironment, log }: ReadOptions
): Promise<PackedFolder> {
  const found = filesBelow(folder)
  if (!found.has(manifestPath)) throw packedInvalid(folder, manifestPath, 'it is not there')
  const manifest = parseManifest(
    readFile(folder, manifestPath, largestManifest),
    subjectOf(folder, manifestPath)
  )
  const entries = manifest.paths
  const expected = new Set([
    manifestPath,
    ...entries.map(narInfoPath),
    ...entries.map(({ nar }) => nar),
    ...(manifest.logs ?? []).map(({ deriver }) => logPath(deriver))
  ])
  if (new Set(entries.map(narInfoPath)).size < entries.length) {
    throw packedInvalid(folder, manifestPath, 'it has a store path twice')
  }
  const problem = logsProblem(manifest)
  if (problem !== null) throw packedInvalid(folder, manifestPath, problem)
  for (const file of found) {
    if (!expected.has(file)) throw packedInvalid(folder, file, 'the manifest does not name it')
  }
  for (const file of expected) {
    if (!found.has(file))
      throw packedInvalid(folder, file, 'the manifest names it, and it is not there')
  }
  for (const entry of entries) checkNarInfo(folder, entry)
  const logs = readLogs(folder, manifest)

  const total = entries.reduce((sum, { fileSize }) => sum + fileSize, 0)
  let done = 0
  await pMap(
    entries,
    (entry) =>
      checkNar(folder, entry, childEnvironment, (bytes) => {
        done += bytes
        log.progress(`Check ${basename(folder)}`, done, total)
      }),
    { concurrency: narsAtOnce }
  )
  return {
    folder,
    manifest,
    packed: entries.map((entry) => packedPathOf(entry, join(folder, entry.nar))),
    logs
  }
}

/** Three levels are all that a packed folder has: `nar/<ab>/<file>`. */
function filesBelow(folder: string, below = '', depth = 3): Set<string> {
  const files = new Set<string>()
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isFile()) files.add(path)
    else if (entry.isDirectory() && depth > 1) {
      for (const file of filesBelow(folder, path, depth - 1)) files.add(file)
    } else throw packedInvalid(folder, path, 'it is neither a file nor a folder of the layout')
  }
  return files
}

function checkNarInfo(folder: string, entry: ManifestPath): void {
  const file = narInfoPath(entry)
  const expected = Buffer.from(formatNarInfo(unsignedNarInfo(entry)))
  if (readFile(folder, file, expected.length).equals(expected)) return
  throw packedInvalid(folder, file, 'it is not the unsigned narinfo that the manifest gives')
}

function readLogs(folder: string, { logs = [] }: Manifest): BuildLogs {
  return new Map(
    logs.map((log): [string, Buffer] => {
      const file = logPath(log.deriver)
      const bytes = readFile(folder, file, log.size)
      const problem = logProblem(log, bytes)
      if (problem !== null) throw packedInvalid(folder, file, problem)
      return [log.deriver, bytes]
    })
  )
}

async function checkNar(
  folder: string,
  { nar, fileHash, fileSize, narHash, narSize, compression, buildIds = [] }: ManifestPath,
  childEnvironment: Record<string, string>,
  onProgress: (bytes: number) => void
): Promise<void> {
  const file = openSync(join(folder, nar), readNoFollow)
  const { size } = fstatSync(file)
  if (size !== fileSize) {
    closeSync(file)
    throw packedInvalid(folder, nar, `it has ${size} bytes, announced are ${fileSize}`)
  }
  const stream = createReadStream('', { fd: file }) as AsyncIterable<Buffer>
  const found = new Set<string>()
  const scanner = new NarScanner((path) => {
    const buildId = buildIdAt(path)
    if (buildId !== null) found.add(buildId)
  })
  const measured = await measureNar(stream, {
    compression,
    largestNar: narSize,
    childEnvironment,
    onProgress,
    // What it says of its build-ids is in the NAR, which few have.
    ...(buildIds.length === 0 ? {} : { onNar: (chunk) => void scanner.push(chunk) })
  })
  if (measured.fileHash !== fileHash) {
    throw packedInvalid(folder, nar, `its hash is ${measured.fileHash}, announced is ${fileHash}`)
  }
  if (measured.nar === null) throw packedInvalid(folder, nar, measured.problem)
  if (measured.nar.size !== narSize || measured.nar.hash !== narHash) {
    throw packedInvalid(
      folder,
      nar,
      `it unpacks to ${measured.nar.size} bytes with the hash ${measured.nar.hash}, announced are ${narSize} with ${narHash}`
    )
  }
  const missing = buildIds.find((buildId) => !found.has(buildId))
  if (missing === undefined) return
  throw packedInvalid(folder, nar, `it has no debug information of ${missing}, which is announced`)
}

function readFile(folder: string, path: string, largest: number): Buffer {
  return readBounded(join(folder, path), largest, (reason) => packedInvalid(folder, path, reason))
}

function subjectOf(folder: string, path: string): string {
  return JSON.stringify(join(folder, path).slice(-300))
}

/** About a file of a packed folder. */
export function packedInvalid(folder: string, path: string, reason: string): NarPublishError {
  return new NarPublishError({ code: 'PACKED_INVALID', subject: subjectOf(folder, path), reason })
}

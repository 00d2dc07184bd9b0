import { z } from 'zod'
import { buildIdPattern, mostBuildIds } from '../../binary-cache/debug-info.ts'
import { derivationOfLog, logPath } from '../../binary-cache/log-name.ts'
import { narCachePath, pnameOf } from '../../binary-cache/nar-name.ts'
import { compressions, type NarInfo, type PackedPath } from '../../binary-cache/types.ts'
import { errorGuide } from '../../error-guide.ts'
import { NarPublishError, type ErrorCode } from '../../errors.ts'
import {
  contentAddress,
  hash,
  parseStrictly,
  rowId,
  source,
  storePath,
  system,
  text
} from '../../job-files.ts'
import { closureTypes } from '../../nix/types.ts'
import { isPinName } from '../../pins/name.ts'
import type { ReportedFailure } from '../../report/types.ts'
import { isStorePath, parseStorePath, storeDirectory, storePathBaseName } from '../../store-path.ts'
import { largestLog } from '../logs/log-text.ts'
import { skipReasons } from '../report/types.ts'
import { longest, plain, plainName } from './plain.ts'

/** At the root of a folder that `phase: pack` leaves; written last, so that a folder without it is not whole. */
export const manifestPath = 'manifest.json'

const formatVersion = 1

/** bytes; some 25,000 paths */
export const largestManifest = 16 * 1024 * 1024
/** bytes; what a file unpacks to costs time, and is bounded by what it announces */
const largestNar = 64 * 1024 ** 3
/** bytes; a number that only readers see */
const largestClosure = 1024 ** 5

const bytes = z.int().positive()
const baseName = z
  .string()
  .refine((name) => isStorePath(`${storeDirectory}/${name}`), 'it is no store path’s base name')

const artifact = z.strictObject({
  storePath,
  name: text(longest.name),
  version: text(longest.name).nullable(),
  system,
  output: text(longest.name).nullable(),
  attribute: text(longest.installable).nullable(),
  mainProgram: text(longest.name).nullable(),
  /** Of all that it needs at run time; left out: not known. */
  closureSize: bytes.max(largestClosure).optional(),
  /** seconds that the build of its derivation took in this job; left out: it was not built, or nobody knows. */
  buildSeconds: z.int().min(0).max(1_000_000).optional(),
  origin: z.strictObject({
    source: source.nullable(),
    runUrl: z
      .string()
      .max(500)
      .regex(/^https?:\/\/[\x21-\x7e]+$/)
      .nullable()
  })
})

/** A path as its narinfo has it, without signatures: these are for who commits. */
const path = z.strictObject({
  storePath,
  nar: z.string(),
  compression: z.enum(compressions),
  fileHash: hash,
  fileSize: bytes,
  narHash: hash,
  narSize: bytes.max(largestNar),
  references: z.array(baseName),
  deriver: baseName.nullable(),
  ca: contentAddress.nullable(),
  /** Of the debug information in it; left out: none. */
  buildIds: z
    .array(z.string().regex(buildIdPattern, 'it is no build-id'))
    .min(1)
    .max(mostBuildIds)
    .refine((ids) => ids.every((id, index) => id > (ids[index - 1] ?? '')), 'they are not sorted')
    .optional()
})

/** A file below `log/`. What is no `.drv` a site could serve as a page of its own. */
const log = z.strictObject({
  deriver: baseName.refine(
    (name) => derivationOfLog(logPath(name)) !== null,
    'it is no derivation’s name'
  ),
  size: bytes.max(largestLog),
  hash
})

/** Of one failure. */
const mostBuilds = 10

const errorCodes = Object.keys(errorGuide) as [ErrorCode, ...ErrorCode[]]

const shape = z.strictObject({
  version: z.literal(formatVersion),
  /** Of nar-publish. */
  tool: text(50),
  /** What the run left out is what this target held. */
  target: z.strictObject({ name: text(300), branch: text(300) }),
  /** Of the plan, that the job was for; left out: there was none. */
  row: rowId.optional(),
  /** That the run was to pack for. */
  systems: z.array(system).max(100),
  closure: z.enum(closureTypes),
  /** Everything that was asked for and built, what the target held included. */
  artifacts: z.array(artifact),
  paths: z.array(path),
  skipped: z.array(
    z.strictObject({ storePath, reason: z.enum(skipReasons), detail: text(longest.detail) })
  ),
  /** Of the paths, those that other jobs of the run need; they are published where something published refers to them. Left out: none. */
  handed: z.array(storePath).optional(),
  /** Of derivations of the paths; left out: none. */
  logs: z.array(log).optional(),
  /** Each of one of the artifacts; left out: none. */
  pins: z
    .array(
      z.strictObject({
        name: z.string().refine(isPinName, 'it is no name of a pin'),
        storePath
      })
    )
    .optional(),
  failures: z.array(
    z.strictObject({
      installable: text(longest.installable),
      code: z.enum(errorCodes),
      reason: z.string().max(longest.reason),
      /** Left out: no build is to blame. */
      builds: z
        .array(z.strictObject({ drvPath: storePath, lines: z.string().max(longest.reason) }))
        .max(mostBuilds)
        .optional()
    })
  )
})

export type Manifest = z.infer<typeof shape>
/** As it is written: what it says of failures is as reports have it. */
type WrittenManifest = Omit<Manifest, 'version' | 'failures'> & {
  failures: readonly ReportedFailure[]
}
export type ManifestPath = z.infer<typeof path>
export type ManifestArtifact = z.infer<typeof artifact>
export type ManifestLog = z.infer<typeof log>

/**
 * The file's text. Other people's words come out on one line and bounded, as `parseManifest` wants them; it is read again before it is
 * given out, so that what nobody could commit is PACKED_INVALID where it was packed.
 */
export function formatManifest(manifest: WrittenManifest): Buffer {
  const content = Buffer.from(
    `${JSON.stringify({
      version: formatVersion,
      ...manifest,
      artifacts: manifest.artifacts.map((artifact) => ({
        ...artifact,
        name: plainName(artifact.name),
        version: artifact.version === null ? null : plain(artifact.version, longest.name),
        mainProgram:
          artifact.mainProgram === null ? null : plain(artifact.mainProgram, longest.name)
      })),
      skipped: manifest.skipped.map((path) => ({
        ...path,
        detail: plain(path.detail, longest.detail)
      })),
      failures: manifest.failures.map(({ installable, code, reason, builds = [] }) => ({
        installable: plain(installable, longest.installable),
        code,
        reason: reason.slice(0, longest.reason),
        ...(builds.length === 0 ? {} : { builds: builds.slice(0, mostBuilds) })
      }))
    })}\n`
  )
  parseManifest(content, manifestPath)
  return content
}

/** Strictly, as a build job may be anybody's. `subject` names the file. Throws PACKED_INVALID. */
export function parseManifest(content: Buffer, subject: string): Manifest {
  const invalid = (reason: string, cause: unknown): NarPublishError =>
    new NarPublishError({ code: 'PACKED_INVALID', subject, reason, cause })
  const manifest = parseStrictly(content, shape, invalid)
  for (const entry of manifest.paths) {
    const { name } = parseStorePath(entry.storePath)
    // The name follows from the content, so a manifest cannot choose where a file goes.
    const expected = narCachePath(entry.fileHash, pnameOf(name), entry.compression)
    if (entry.nar === expected) continue
    throw invalid(`the NAR of ${entry.storePath} must be called ${expected}`, undefined)
  }
  const packed = new Set(manifest.paths.map(({ storePath }) => storePath))
  const stray = manifest.handed?.find((path) => !packed.has(path))
  if (stray !== undefined) {
    throw invalid(`it hands on ${stray}, which is none of its paths`, undefined)
  }
  return manifest
}

export function manifestPathOf({ info, nar, buildIds }: PackedPath): ManifestPath {
  return {
    storePath: info.storePath,
    nar: nar.cachePath,
    compression: nar.compression,
    fileHash: nar.fileHash,
    fileSize: nar.fileSize,
    narHash: nar.narHash,
    narSize: nar.narSize,
    references: info.references.map(storePathBaseName).sort(),
    deriver: info.deriver === null ? null : storePathBaseName(info.deriver),
    ca: info.ca,
    ...(buildIds === undefined ? {} : { buildIds: [...buildIds] })
  }
}

/** The other way round, once the file at `diskPath` was checked. */
export function packedPathOf(entry: ManifestPath, diskPath: string): PackedPath {
  const { storePath, narHash, narSize, compression, fileHash, fileSize, ca, buildIds } = entry
  const fullPath = (name: string): string => `${storeDirectory}/${name}`
  return {
    info: {
      storePath,
      narHash,
      narSize,
      references: entry.references.map(fullPath),
      deriver: entry.deriver === null ? null : fullPath(entry.deriver),
      signatures: [],
      ca
    },
    nar: {
      storePath,
      diskPath,
      cachePath: entry.nar,
      compression,
      fileHash,
      fileSize,
      narHash,
      narSize
    },
    ...(buildIds === undefined ? {} : { buildIds })
  }
}

export function unsignedNarInfo({ nar, ...entry }: ManifestPath): NarInfo {
  const narInfo = { ...entry, url: nar, signatures: [] }
  delete narInfo.buildIds
  return narInfo
}

export function narInfoPath({ storePath }: Pick<ManifestPath, 'storePath'>): string {
  return `${parseStorePath(storePath).hash}.narinfo`
}

import type { PackedPath } from '../../binary-cache/types.ts'
import { NarPublishError } from '../../errors.ts'
import { knownSecrets } from '../../known-secrets.ts'
import type { InstallableFailure } from '../../nix/types.ts'
import type { Pin } from '../../pins/pin.ts'
import { quote } from '../../text.ts'
import type { Artifact } from '../artifact.ts'
import type { BuildLogs } from '../logs/build-logs.ts'
import type { SkippedPath } from '../report/types.ts'
import { publishedPaths } from './published.ts'
import type { PackedFolder } from './read.ts'

/** Several jobs' work as one. */
export interface MergedFolders {
  /** No two with the same store path. */
  artifacts: Artifact[]
  /** What is published. */
  packed: PackedPath[]
  /** Of several jobs that built one derivation, the first one's. */
  logs: BuildLogs
  skipped: SkippedPath[]
  failures: InstallableFailure[]
  /** No two of one name. */
  pins: Pin[]
}

/**
 * Two jobs may pack the same path, and then with the same content. Throws PACKED_CONFLICT when they disagree about a path's content, about
 * the path of an attribute's output, or about that of a pin.
 */
export function mergeFolders(folders: readonly PackedFolder[]): MergedFolders {
  const published = publishedPaths(folders)
  const packed = new Map<string, { folder: string; path: PackedPath }>()
  const artifacts = new Map<string, Artifact>()
  const outputs = new Map<string, Said>()
  const skipped = new Map<string, SkippedPath>()
  const pins = new Map<string, Said>()
  for (const { folder, manifest, packed: paths } of folders) {
    for (const path of paths) {
      const { storePath } = path.info
      const other = packed.get(storePath)
      if (other === undefined) packed.set(storePath, { folder, path })
      else refuseConflict(other, { folder, path })
    }
    for (const artifact of manifest.artifacts) {
      const { storePath, attribute, output } = artifact
      if (!artifacts.has(storePath)) artifacts.set(storePath, artifact)
      if (attribute === null) continue
      note(outputs, JSON.stringify([attribute, output]), { folder, storePath }, attribute)
    }
    for (const { name, storePath } of manifest.pins ?? []) {
      note(pins, name, { folder, storePath }, `pin ${quote(name)}`)
    }
    for (const path of manifest.skipped) {
      // Another folder has it, or says why not.
      if (path.reason !== 'handed' && !skipped.has(path.storePath))
        skipped.set(path.storePath, path)
    }
  }
  return {
    artifacts: [...artifacts.values()],
    packed: [...packed.values()].flatMap(({ path }) =>
      published.has(path.info.storePath) ? [path] : []
    ),
    logs: new Map(folders.toReversed().flatMap(({ logs }) => [...logs])),
    // One job may have left out what another one brings.
    skipped: [...skipped.values()].filter(({ storePath }) => !published.has(storePath)),
    failures: folders.flatMap(({ manifest }) =>
      manifest.failures.map(({ installable, code, reason, builds = [] }) => ({
        installable,
        error: new NarPublishError({
          ...{ code, subject: installable, reason: knownSecrets.hide(reason) },
          builds: builds.map(({ drvPath, lines }) => ({ drvPath, lines: knownSecrets.hide(lines) }))
        })
      }))
    ),
    pins: [...pins].map(([name, { storePath }]) => ({ name, storePath }))
  }
}

/** Throws PACKED_CONFLICT when two folders hold different content for a path. */
export function refuseConflict(
  one: { folder: string; path: PackedPath },
  other: { folder: string; path: PackedPath }
): void {
  if (contentOf(one.path) === contentOf(other.path)) return
  const { storePath } = one.path.info
  throw conflict(storePath, [one.folder, other.folder], 'hold different content for it')
}

interface Said {
  folder: string
  storePath: string
}

/** Which path a folder says that something is; another folder must not say otherwise. */
function note(known: Map<string, Said>, key: string, said: Said, what: string): void {
  const other = known.get(key)
  if (other === undefined) known.set(key, said)
  else if (other.storePath !== said.storePath) {
    const paths = `${other.storePath} and ${said.storePath}`
    throw conflict(what, [other.folder, said.folder], `say that it is ${paths}`)
  }
}

/** What is signed. */
function contentOf({ info: { narHash, narSize, references } }: PackedPath): string {
  return JSON.stringify([narHash, narSize, [...references].sort()])
}

function conflict(
  subject: string,
  folders: readonly [string, string],
  reason: string
): NarPublishError {
  const names = folders.map((folder) => JSON.stringify(folder.slice(-200))).join(' and ')
  return new NarPublishError({ code: 'PACKED_CONFLICT', subject, reason: `${names} ${reason}` })
}

import type { PackedPath } from '../../binary-cache/types.ts'
import { NarPublishError } from '../../errors.ts'
import type { InstallableFailure } from '../../nix/types.ts'
import type { Pin } from '../../pins/pin.ts'
import { quote } from '../../text.ts'
import type { Artifact } from '../artifact.ts'
import type { SkippedPath } from '../report/types.ts'
import type { PackedFolder } from './read.ts'

/** Several jobs' work as one. */
export interface MergedFolders {
  /** No two with the same store path. */
  artifacts: Artifact[]
  packed: PackedPath[]
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
  const packed = new Map<string, { folder: string; path: PackedPath }>()
  const artifacts = new Map<string, Artifact>()
  const outputs = new Map<string, { folder: string; storePath: string }>()
  const skipped = new Map<string, SkippedPath>()
  const pins = new Map<string, { folder: string; storePath: string }>()
  for (const { folder, manifest, packed: paths } of folders) {
    for (const path of paths) {
      const { storePath } = path.info
      const other = packed.get(storePath)
      if (other === undefined) packed.set(storePath, { folder, path })
      else if (contentOf(other.path) !== contentOf(path)) {
        throw conflict(storePath, [other.folder, folder], 'hold different content for it')
      }
    }
    for (const artifact of manifest.artifacts) {
      const { storePath, attribute, output } = artifact
      if (!artifacts.has(storePath)) artifacts.set(storePath, artifact)
      if (attribute === null) continue
      const key = JSON.stringify([attribute, output])
      const other = outputs.get(key)
      if (other === undefined) outputs.set(key, { folder, storePath })
      else if (other.storePath !== storePath) {
        const paths = `${other.storePath} and ${storePath}`
        throw conflict(attribute, [other.folder, folder], `say that it is ${paths}`)
      }
    }
    for (const { name, storePath } of manifest.pins ?? []) {
      const other = pins.get(name)
      if (other === undefined) pins.set(name, { folder, storePath })
      else if (other.storePath !== storePath) {
        const paths = `${other.storePath} and ${storePath}`
        throw conflict(`pin ${quote(name)}`, [other.folder, folder], `say that it is ${paths}`)
      }
    }
    for (const path of manifest.skipped) {
      if (!skipped.has(path.storePath)) skipped.set(path.storePath, path)
    }
  }
  return {
    artifacts: [...artifacts.values()],
    packed: [...packed.values()].map(({ path }) => path),
    // One job may have left out what another one brings.
    skipped: [...skipped.values()].filter(({ storePath }) => !packed.has(storePath)),
    failures: folders.flatMap(({ manifest }) => manifest.failures.map(readFailure)),
    pins: [...pins].map(([name, { storePath }]) => ({ name, storePath }))
  }
}

/** What is signed. */
function contentOf({ info: { narHash, narSize, references } }: PackedPath): string {
  return JSON.stringify([narHash, narSize, [...references].sort()])
}

function readFailure({
  installable,
  code,
  reason
}: PackedFolder['manifest']['failures'][number]): InstallableFailure {
  return { installable, error: new NarPublishError({ code, subject: installable, reason }) }
}

function conflict(
  subject: string,
  folders: readonly [string, string],
  reason: string
): NarPublishError {
  const names = folders.map((folder) => JSON.stringify(folder.slice(-200))).join(' and ')
  return new NarPublishError({ code: 'PACKED_CONFLICT', subject, reason: `${names} ${reason}` })
}

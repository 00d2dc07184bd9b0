import { blobSha } from '../repository/github/git-objects.ts'
import type { TargetSnapshot, TreeItem } from '../repository/types.ts'
import {
  artifactBadge,
  artifactBadgeStem,
  badgeFolder,
  cacheBadge,
  cacheBadgeStem,
  isBadgePath
} from './badge.ts'
import { badgeFiles, isOwnBadge } from './badge-file.ts'
import { compareBytes } from './byte-order.ts'
import type { CatalogueRow, ShownCatalogue } from './types.ts'

/** What badges say of a state of the catalogue. */
export interface Badged {
  /** For the cache's own; null: there is no catalogue. */
  shown: Pick<ShownCatalogue, 'newest' | 'artifacts'> | null
  /** Name → all its rows. */
  artifacts: ReadonlyMap<string, readonly CatalogueRow[]>
}

export interface BadgedChange {
  /** By what is told of it, badges of ours are known without being read. */
  before: Badged
  after: Badged
  /** Whether `artifacts` are all that there are. */
  isWhole: boolean
}

export interface ChangedBadges {
  /** Those whose bytes change. */
  files: Map<string, Buffer>
  /** Those of names without a row. */
  deletedFiles: string[]
  /** What somebody else has where a badge would be: it stays. */
  othersFiles: string[]
}

type Files = Pick<TargetSnapshot, 'itemsAt' | 'itemsIn' | 'readFiles'>

/**
 * Makes the badges of a state say what a change makes true. What is there is known by Git's name of it, and read only where that is neither
 * what it is to be nor what it was, all of them together. `beside`: other paths of the commit, about which the commit asks anyhow: asked for here, they spare it
 * the request.
 */
export async function changeBadges(
  snapshot: Files,
  { before, after, isWhole }: BadgedChange,
  beside: readonly string[] = []
): Promise<ChangedBadges> {
  const wanted = await filesFor(after)
  const items = await itemsOf(snapshot, wanted, before, { isWhole, beside })
  const changed: ChangedBadges = { files: new Map(), deletedFiles: [], othersFiles: [] }
  const folder = items.get(badgeFolder)
  const isOthersFolder = folder !== undefined && folder.kind !== 'folder'
  if (isOthersFolder) changed.othersFiles.push(badgeFolder)
  const paths = [...new Set([...wanted.keys(), ...items.keys()])].filter(
    (path) => isBadgePath(path) && !(isOthersFolder && path.includes('/'))
  )
  const isAs = (path: string, content: Buffer | undefined): boolean =>
    content !== undefined && blobSha(content) === items.get(path)?.object
  const others = paths.filter((path) => items.has(path) && !isAs(path, wanted.get(path)))
  const was = others.length === 0 ? new Map<string, Buffer>() : await filesFor(before)
  const unknown = others.filter(
    (path) => items.get(path)?.kind === 'file' && !isAs(path, was.get(path))
  )
  const read = unknown.length === 0 ? new Map<string, Buffer>() : await snapshot.readFiles(unknown)
  const isOwn = (path: string): boolean => {
    const content = read.get(path)
    return isAs(path, was.get(path)) || (content !== undefined && isOwnBadge(path, content))
  }
  for (const path of paths) {
    const content = wanted.get(path)
    if (!items.has(path)) {
      if (content !== undefined) changed.files.set(path, content)
    } else if (isAs(path, content)) continue
    else if (isOwn(path)) {
      if (content === undefined) changed.deletedFiles.push(path)
      // A folder has no names of Git's: its files are all read.
      else if (read.get(path)?.equals(content) !== true) changed.files.set(path, content)
    } else if (content !== undefined) changed.othersFiles.push(path)
  }
  return {
    files: new Map([...changed.files].sort(([a], [b]) => compareBytes(a, b))),
    deletedFiles: changed.deletedFiles.sort(),
    othersFiles: changed.othersFiles.sort()
  }
}

/** The files that say so. */
async function filesFor({ shown, artifacts }: Badged): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>(
    shown === null ? [] : await badgeFiles(cacheBadgeStem, cacheBadge(shown))
  )
  for (const [name, rows] of artifacts) {
    const stem = artifactBadgeStem(name)
    const badge = artifactBadge(rows)
    if (stem === null || badge === null) continue
    for (const [path, content] of await badgeFiles(stem, badge)) files.set(path, content)
  }
  return files
}

/** Where the badges of artifacts lie. */
export function badgePathsOf(names: readonly string[]): string[] {
  return [...new Set(names)].flatMap((name) => {
    const stem = artifactBadgeStem(name)
    return stem === null ? [] : [`${stem}.json`, `${stem}.svg`]
  })
}

async function itemsOf(
  snapshot: Files,
  wanted: ReadonlyMap<string, Buffer>,
  before: Badged,
  { isWhole, beside }: { isWhole: boolean; beside: readonly string[] }
): Promise<ReadonlyMap<string, TreeItem>> {
  const gone = badgePathsOf([...before.artifacts.keys()])
  const own = [`${cacheBadgeStem}.json`, `${cacheBadgeStem}.svg`, badgeFolder]
  if (!isWhole) {
    // One path is enough to ask about all of its folder.
    const folders = new Map(beside.map((path) => [path.slice(0, path.lastIndexOf('/') + 1), path]))
    const paths = [...own, ...wanted.keys(), ...gone, ...folders.values()]
    return snapshot.itemsAt([...new Set(paths)])
  }
  const root = await snapshot.itemsAt(own)
  if (root.get(badgeFolder)?.kind !== 'folder') return root
  const inFolder = await snapshot.itemsIn(badgeFolder)
  return new Map([
    ...root,
    ...[...inFolder].map(([name, item]) => [`${badgeFolder}/${name}`, item] as const)
  ])
}

/** Sentences about what is somebody's own. */
export function badgeNotes({ othersFiles }: Pick<ChangedBadges, 'othersFiles'>): string[] {
  return othersFiles.length === 0 ? [] : [othersNote(othersFiles)]
}

function othersNote(paths: readonly string[]): string {
  const [first = ''] = paths
  const more = paths.length === 1 ? '' : ` (and ${paths.length - 1} more)`
  return `${first}${more} of the branch is not of nar-publish and stays as it is: there is no badge in its place.`
}

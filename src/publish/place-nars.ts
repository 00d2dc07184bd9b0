import prettyBytes from 'pretty-bytes'
import type { PackedPath } from '../binary-cache/types.ts'
import type { LargeFile, Target, UploadRoom } from '../repository/types.ts'
import { count } from '../text.ts'
import { largeFilesOf } from './compose.ts'
import type { CommitInputs } from './inputs.ts'

/** Which NARs of a run go into the tree, and which beside it. */
export interface PlacedNars {
  files: LargeFile[]
  /** Of those beside it; null: there are none. */
  room: UploadRoom | null
  /** Sentences for the reader. */
  notes: string[]
}

/** Bytes. In the source's own repository every clone brings what is in any branch's tree: that is text and what hardly weighs more. */
const largestBesideSource = 64 * 1024

/**
 * Places each NAR that this run brings by its size: above `release-above` it becomes a release asset. `auto` keeps within what GitHub takes in an
 * hour, and sends the largest then. One listing when there is a NAR above the border, else no request. `isSource`: the target is the source's own
 * repository.
 */
export async function placeNars(
  {
    inputs: { releaseAbove },
    isSource
  }: { inputs: Pick<CommitInputs, 'releaseAbove'>; isSource: boolean },
  target: Pick<
    Target,
    'name' | 'branch' | 'largestTreeFile' | 'releasedFiles' | 'isPrivate' | 'repositoryBytes'
  >,
  packed: readonly PackedPath[]
): Promise<PlacedNars> {
  const { releasedFiles, largestTreeFile } = target
  const wished = releaseBorder({ releaseAbove }, isSource, target)
  const border = releasedFiles === null ? largestTreeFile : Math.min(wished, largestTreeFile)
  const files = largeFilesOf(packed)
  const place = (isBeside: (file: LargeFile) => boolean): LargeFile[] =>
    files.map((file) => (isBeside(file) ? { ...file, placement: 'release' } : file))
  const above = files.filter(({ size }) => size > border)
  if (releasedFiles === null) {
    const kept = files.filter(({ size }) => size > wished)
    const notes = target.isPrivate && kept.length > 0 ? [keptInTree(target, kept, isSource)] : []
    return { files: place(({ size }) => size > border), room: null, notes }
  }
  if (above.length === 0) return { files, room: null, notes: [] }
  const room = await releasedFiles.roomFor(above)
  const sizes = above
    .filter(({ path }) => !room.there.has(path))
    .map(({ size }) => size)
    .sort((a, b) => b - a)
  const mayRaise = releaseAbove === null && isSource
  const raised = mayRaise
    ? Math.min(Math.max(border, sizes[room.left] ?? 0), largestTreeFile)
    : border
  const placed = place(({ path, size }) => size > raised || room.there.has(path))
  const notes =
    sizes.length <= room.left
      ? []
      : [mayRaise ? raisedNote(sizes, raised, room) : waitNote(sizes, room)]
  return { files: placed, room, notes }
}

/** Bytes above which a NAR is to be beside the tree. */
export function releaseBorder(
  { releaseAbove }: Pick<CommitInputs, 'releaseAbove'>,
  isSource: boolean,
  { largestTreeFile }: Pick<Target, 'largestTreeFile'>
): number {
  return releaseAbove ?? (isSource ? largestBesideSource : largestTreeFile)
}

function keptInTree(
  { name, branch, repositoryBytes }: Pick<Target, 'name' | 'branch' | 'repositoryBytes'>,
  kept: readonly LargeFile[],
  isSource: boolean
): string {
  const bytes = prettyBytes(kept.reduce((sum, { size }) => sum + size, 0))
  const all = repositoryBytes === null ? '' : ` (it has ${prettyBytes(repositoryBytes)} so far)`
  const cost = isSource
    ? `, and every clone of the source brings them${all}; a repository of the cache’s own, as \`target-repository\`, spares it that`
    : ', whatever `release-above` says'
  return `${name} is private, and Nix cannot read its release assets: the tree of ${branch} gets ${count(kept.length, 'NAR')} of ${bytes}${cost}.`
}

function raisedNote(sizes: readonly number[], raised: number, { left }: UploadRoom): string {
  const beside = sizes.filter((size) => size > raised)
  return `Of ${count(sizes.length, 'NAR')} over ${prettyBytes(largestBesideSource, { binary: true })} the ${beside.length} over ${prettyBytes(raised)} become release assets, and the others go into the tree: GitHub takes ${count(left, 'more upload')} within this hour.`
}

function waitNote(sizes: readonly number[], { left }: UploadRoom): string {
  return `${count(sizes.length, 'NAR')} are to become release assets, and GitHub takes ${count(left, 'more upload')} within this hour: it will tell the run to wait. Run it again then, which sends no file twice; or give a larger \`release-above\`.`
}

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { formatSha256 } from '../binary-cache/hash.ts'
import { releaseBorder } from '../publish/place-nars.ts'
import type { LargeFile, Target, UploadRoom } from '../repository/types.ts'
import { count } from '../text.ts'
import type { ComposedPrune } from './compose.ts'
import type { PruneRun } from './inputs.ts'
import type { Looked } from './look.ts'
import { isNarFile } from './named-files.ts'

/** A NAR of the tree that is to become a release asset. */
export interface MovedNar {
  /** Repository path. */
  path: string
  /** bytes */
  size: number
  /** As its narinfo has it, by which the file is checked. */
  fileHash: string
}

export interface MovePlan {
  nars: MovedNar[]
  /** null: nothing is to be moved. */
  room: UploadRoom | null
  notes: string[]
}

/** Bytes of one run: they are on this machine's disk at once. */
const largestMove = 5e9

/**
 * Which NARs move: those over `release-above` that something kept names, the largest first, as many as GitHub takes within this hour. What
 * is left is the next run's. One listing when there is such a NAR.
 */
export async function planMoves(
  run: Pick<PruneRun, 'inputs' | 'scratch'> & { isSource: boolean },
  { target, composed }: Pick<Looked, 'target' | 'composed'>
): Promise<MovePlan> {
  const { inputs, isSource } = run
  const nothing: MovePlan = { nars: [], room: null, notes: [] }
  if (!inputs.moveLarge) return nothing
  const { releasedFiles } = target
  if (releasedFiles === null) {
    const note = `No NAR was moved: ${target.name} is private, and Nix cannot read its release assets.`
    return { ...nothing, notes: [note] }
  }
  const candidates = movableNars(composed, releaseBorder(inputs, isSource, target))
  if (candidates.length === 0) return nothing
  const room = await releasedFiles.roomFor(candidates.map((nar) => placedBeside(run, nar)))
  let uploads = room.left
  let bytes = 0
  const nars = candidates.filter(({ path, size }) => {
    bytes += size
    return bytes <= largestMove && (room.there.has(path) || uploads-- > 0)
  })
  const left = candidates.length - nars.length
  const note = `${count(left, 'NAR')} over \`release-above\` stay in the tree until a later run: GitHub takes ${count(room.left, 'more upload')} within this hour, and one run moves at most 5 GB.`
  return { nars, room, notes: left === 0 ? [] : [note] }
}

/** Largest first. */
function movableNars({ state, decision }: ComposedPrune, border: number): MovedNar[] {
  const nars = decision.keptNarInfos
    .filter(({ url }) => isNarFile(url) && state.files.has(url))
    // By what its narinfo does not say the file could not be checked: it stays.
    .flatMap(({ url, fileSize: size, fileHash }) =>
      size === null || fileHash === null || size <= border ? [] : [{ path: url, size, fileHash }]
    )
  return [...new Map(nars.map((nar) => [nar.path, nar])).values()].sort((a, b) => b.size - a.size)
}

/** The file that is uploaded. */
export function placedBeside(
  { scratch }: Pick<PruneRun, 'scratch'>,
  { path, size }: MovedNar
): LargeFile {
  return { path, size, diskPath: join(scratch, 'moved', path), placement: 'release' }
}

/** Brings the NARs of a commit to this disk, and answers those whose bytes are what their narinfos say. */
export async function fetchMoved(
  run: Pick<PruneRun, 'scratch'>,
  { releasedFiles }: Pick<Target, 'releasedFiles'>,
  commit: string,
  nars: readonly MovedNar[]
): Promise<LargeFile[]> {
  if (nars.length === 0 || releasedFiles === null) return []
  const paths = nars.map(({ path }) => path)
  const there = await releasedFiles.copyFromTree(commit, paths, join(run.scratch, 'moved'))
  const files: LargeFile[] = []
  for (const nar of nars) {
    const file = placedBeside(run, nar)
    if (there.has(nar.path) && (await isAsSaid(file, nar))) files.push(file)
  }
  return files
}

/** Nix reads no file by its `FileSize`, so that one may be wrong where the NAR is not; an upload would be cut by it. */
async function isAsSaid({ diskPath }: LargeFile, { size, fileHash }: MovedNar): Promise<boolean> {
  return (await stat(diskPath)).size === size && (await hashOf(diskPath)) === fileHash
}

/** `sha256:<base32>` */
async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return formatSha256(hash.digest())
}

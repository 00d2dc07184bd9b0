import prettyBytes from 'pretty-bytes'
import { NarPublishError } from '../errors.ts'
import { refuseForApi } from '../repository/file-size.ts'
import { defaultLimits, type Limits } from '../repository/limits.ts'
import type { LargeFile, Route, Target, UploadRoom } from '../repository/types.ts'
import { count } from '../text.ts'

/** What one commit takes, counted before the first write. */
export interface WritePlan {
  route: Route
  /** Why this route, as the end of a sentence. */
  reason: string
  /** NARs that go into the tree, and their bytes. */
  blobs: number
  blobBytes: number
  /** NARs that go beside it, as release assets. */
  assets: number
  assetBytes: number
  /** Of these, the ones that are to be uploaded, and how long that takes at least, in minutes. */
  uploads: number
  uploadMinutes: number
  /** By the API: requests that create content (blobs, trees, commit, ref); by a push: one. */
  writes: number
}

/** Files that are written as text. */
export interface Texts {
  count: number
  /** Bytes of the longest: a shard of the catalogue, or the README. */
  longest: number
  /** Of all. */
  bytes: number
}

/** `deleted`: so many files that go, which are entries, too. */
export function textsOf(files: Iterable<readonly [string, Buffer]>, deleted = 0): Texts {
  const lengths = [...files].map(([, { length }]) => length)
  return {
    count: lengths.length + deleted,
    longest: Math.max(0, ...lengths),
    bytes: lengths.reduce((sum, length) => sum + length, 0)
  }
}

const pushHint = 'Leave `route` out: a NAR of this size is then pushed by git.'

/**
 * Chooses the route and counts what it takes. `texts`: narinfos, catalogue, README, which ride in the tree calls. Throws
 * `room`: for the release assets; null: nothing is known of it. Throws
 * NAR_TOO_LARGE when the API is asked for and cannot carry a NAR, PUSH_TOO_LARGE when a push cannot carry all of them.
 */
export function planWrites(
  files: readonly LargeFile[],
  texts: Texts,
  target: Pick<Target, 'name' | 'routes'>,
  asked: 'auto' | Route,
  room: UploadRoom | null = null,
  limits: Limits = defaultLimits
): WritePlan {
  const inTree = files.filter(({ placement }) => placement === 'tree')
  const beside = files.filter(({ placement }) => placement === 'release')
  const uploads = beside.filter(({ path }) => room?.there.has(path) !== true).length
  const sizes = {
    uploads,
    // The first minute's are sent at once.
    uploadMinutes: Math.floor(uploads / limits.writesPerMinute),
    blobs: inTree.length,
    blobBytes: total(inTree),
    assets: beside.length,
    assetBytes: total(beside)
  }
  const trees = Math.max(
    Math.ceil((inTree.length + texts.count) / limits.treeEntries),
    Math.ceil(texts.bytes / limits.treeBody)
  )
  const longTexts = texts.longest > limits.longestTreeText ? 1 : 0
  const commitAndRef = 2
  const apiWrites = inTree.length + longTexts + trees + commitAndRef
  const largest = inTree.reduce<LargeFile | null>(
    (largest, file) => (file.size > (largest?.size ?? -1) ? file : largest),
    null
  )
  const obstacle = apiObstacle(largest, apiWrites, uploads, limits)
  const chosen = chooseRoute(target, asked, obstacle)
  const { route, reason } = chosen
  if (route === 'api') {
    if (largest !== null) refuseForApi(largest, limits, pushHint)
    return { ...sizes, route, reason, writes: apiWrites }
  }
  // Another host has limits of its own, which it tells when it refuses.
  if (target.routes.includes('api') && sizes.blobBytes > limits.largestPush) {
    throw new NarPublishError({
      code: 'PUSH_TOO_LARGE',
      subject: target.name,
      reason: `${count(sizes.blobs, 'NAR')} of ${prettyBytes(sizes.blobBytes)} would have to be pushed, as ${obstacle ?? 'asked for'}, and GitHub takes ${prettyBytes(limits.largestPush)} in one push`
    })
  }
  return { ...sizes, route, reason, writes: 1 }
}

/** `route: push; 3 NARs (1.2 MB) in one pack: …` */
export function writePlanLine(plan: WritePlan): string {
  const { route, reason, blobs, blobBytes, assets, assetBytes, uploads, uploadMinutes, writes } =
    plan
  const nars = `${count(blobs, 'NAR')} (${prettyBytes(blobBytes)})`
  const how =
    route === 'api' ? `${nars}, ${count(writes, 'request')} that write` : `${nars} in one pack`
  const told = [
    prettyBytes(assetBytes),
    ...(uploads < assets ? [`${assets - uploads} of them there already`] : []),
    ...(uploadMinutes > 0
      ? [
          `some ${count(uploadMinutes, 'minute')}, as GitHub takes ${defaultLimits.writesPerMinute} a minute`
        ]
      : [])
  ]
  const beside = assets === 0 ? '' : `, ${count(assets, 'release asset')} (${told.join('; ')})`
  return `route: ${route}; ${how}${beside}: ${reason}`
}

function chooseRoute(
  { routes }: Pick<Target, 'routes'>,
  asked: 'auto' | Route,
  obstacle: string | null
): { route: Route; reason: string } {
  if (asked !== 'auto') return { route: asked, reason: `as \`route: ${asked}\` says` }
  if (!routes.includes('api')) return { route: 'push', reason: 'the target is not on this GitHub' }
  if (obstacle === null) return { route: 'api', reason: 'all of it is within the API’s limits' }
  if (!routes.includes('push')) return { route: 'api', reason: 'there is no other' }
  return { route: 'push', reason: obstacle }
}

/** Why the API cannot carry this; null: it can. */
function apiObstacle(
  largest: LargeFile | null,
  writes: number,
  uploads: number,
  limits: Limits
): string | null {
  if (largest !== null && largest.size > limits.largestBlob) {
    return `${largest.path} has ${prettyBytes(largest.size, { binary: true })}, and the API takes files up to ${prettyBytes(limits.largestBlob, { binary: true })}`
  }
  const beside = uploads === 0 ? '' : ` beside ${count(uploads, 'upload')}`
  return writes + uploads > limits.writesPerHour
    ? `the API would need ${writes} requests that write${beside}, and GitHub allows ${limits.writesPerHour} an hour`
    : null
}

function total(files: readonly LargeFile[]): number {
  return files.reduce((sum, { size }) => sum + size, 0)
}

import { setTimeout } from 'node:timers/promises'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { parseStorePath } from '../store-path.ts'
import { count } from '../text.ts'
import { cacheRoot, readCache, type FileProblem } from './read-cache.ts'
import type { ReaderLogin } from './types.ts'
import { ReaderWeb } from './web.ts'

export interface WaitRequest {
  /** What readers put into `substituters`. */
  address: string
  login: ReaderLogin | null
  /** Full store paths that are to be served. */
  paths: readonly string[]
  /** Full store path → NarHash, where that is known. */
  narHashes: ReadonlyMap<string, string>
  /** `name:base64`: each path is to be signed by one of them; none: signatures are not asked for. */
  publicKeys: readonly string[]
  /** Of the target, which the address is to serve. */
  commit: string
  /** NARs are asked for and not read. Default: false. */
  isQuick?: boolean
  /** milliseconds */
  limit: number
  childEnvironment: Record<string, string>
  log: Log
}

/** Between two looks, milliseconds: doubled from the first to the longest. */
const firstPause = 2000
const longestPause = 30_000

/**
 * Waits until the address gives the narinfo and the NAR of every path to a reader, each read whole and held against its hashes (with `isQuick` the NAR against its size alone). Throws
 * NOT_SERVED after the limit, or at once when the address answers 429: to ask on would take from its readers what is left.
 */
export async function waitUntilServed(request: WaitRequest): Promise<void> {
  const { paths, limit, log } = request
  const end = Date.now() + limit
  let pending: readonly string[] = paths
  for (let round = 0; ; round++) {
    const look = await lookFor(request, pending, round)
    pending = look.pending
    if (pending.length === 0) return
    const [problem] = look.problems
    const reason = problem === undefined ? 'it is not there' : wordsOf(problem)
    const isLimited = look.problems.some(({ code }) => code === 'ADDRESS_LIMITED')
    const pause = Math.min(firstPause * 2 ** round, longestPause, Math.max(end - Date.now(), 0))
    if (isLimited || pause === 0) {
      const waited = isLimited ? 'it answers 429' : `after ${limit / 60_000} minutes`
      throw new NarPublishError({
        code: 'NOT_SERVED',
        subject: request.address,
        reason: `${count(pending.length, 'path')} of ${paths.length} published and committed, and readers do not get ${pending.length === 1 ? 'it' : 'them'} yet (${waited}); ${reason}`
      })
    }
    log.info(
      `${count(pending.length, 'path')} not served yet; ${reason}; again in ${pause / 1000} s`
    )
    await setTimeout(pause)
  }
}

interface Look {
  pending: readonly string[]
  problems: FileProblem[]
}

async function lookFor(
  request: WaitRequest,
  pending: readonly string[],
  round: number
): Promise<Look> {
  const { address, login, narHashes, publicKeys, commit, childEnvironment, log } = request
  // A new one each time: what it remembers of hosts that failed is no answer later.
  const web = new ReaderWeb({ login, log })
  const [first = ''] = pending
  const file = `${parseStorePath(first).hash}.narinfo`
  // All of a commit comes at once, so one file tells of all. By a query of its own: a cache on the way may keep the answer that a
  // file is not there, and readers would get that one for ten minutes more.
  const probe = await web.get(`${cacheRoot(address)}/${file}?${commit}-${round}`, { toRead: false })
  if (probe.kind === 'missing') {
    return {
      pending,
      problems: [{ file, code: 'ADDRESS_LATE', detail: 'it is not there' }]
    }
  }
  const read = await readCache({
    ...{ web, address, roots: pending, publicKeys, narHashes, childEnvironment },
    // Of the closures nothing else is asked for.
    committed: { has: () => false, isSame: () => true },
    isQuick: request.isQuick ?? false,
    onProgress: () => undefined
  })
  const good = new Set(read.good)
  return { pending: pending.filter((path) => !good.has(path)), problems: read.problems }
}

function wordsOf({ file, code, detail }: FileProblem): string {
  return [file, code, detail].filter((word) => word !== '').join(': ')
}

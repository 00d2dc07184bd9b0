import { cacheInfoPath } from '../binary-cache/cache-info.ts'
import type { SecretKey } from '../binary-cache/signature.ts'
import { changeBadges } from '../catalogue/change-badges.ts'
import type { PublishedStore } from '../doctor/store.ts'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { count, quote } from '../text.ts'
import { listKeys, type CacheKeys } from './list.ts'
import { contentOf, proveContent, type Proven } from './prove.ts'
import { composeRetirement, keyUnknown, orphans, type Retired, type Retirement } from './retire.ts'
import { readKeyState, type KeyState, type KnownContents } from './state.ts'

interface KeysRequest {
  /** Opens the cache as it is by then. */
  open: () => Promise<PublishedStore>
  childEnvironment: Record<string, string>
  log: Log
}

interface RetireRequest extends KeysRequest {
  name: string
  signWith: readonly SecretKey[]
  dryRun: boolean
}

export interface KeysReport extends CacheKeys {
  store: string
  state: string
}

export interface RetireReport extends Omit<Retired, 'change' | 'badges'> {
  store: string
  name: string
  /** Where the change is; null: it was not made, as this is a dry run or somebody else was quicker. */
  result: string | null
}

/** Throws CACHE_MISSING, and what opening and reading the cache throws. */
export async function readKeys({ open, log }: KeysRequest): Promise<KeysReport> {
  const store = await open()
  const { name, state } = store
  log.info(`${name}, ${state}`)
  return { store: name, state, ...listKeys(await readState(store, new Map(), log)) }
}

/** Each round but the first takes somebody who publishes with the key that is to go. */
const mostRounds = 8

/**
 * Takes a key away in one commit on top of whatever the branch is by then. What somebody publishes with it meanwhile has its content
 * checked, too, in another round. Throws SIGNING_KEY_INVALID, CACHE_MISSING, KEY_UNKNOWN, CONTENT_WRONG,
 * DOWNLOAD_FAILED, HEAD_MOVED, and what opening and reading throws.
 */
export async function retireKey(request: RetireRequest): Promise<RetireReport> {
  const { open, name, signWith, dryRun, log } = request
  refuseSameName(request)
  const retirement: Retirement = { name, signWith }
  const known: KnownContents = new Map()
  const proven: Proven = new Map()
  for (let round = 1; ; round++) {
    const store = await open()
    log.info(`${store.name}, ${store.state}`)
    const state = await readState(store, known, log)
    if (round === 1 && !dryRun && orphans(state, retirement).size > 0) {
      const refusal = await store.refusal()
      if (refusal !== null) throw refusal
    }
    if (signWith.length > 0) {
      for (const [file, content] of await proveContent(
        store,
        state,
        unproven(state, retirement, proven),
        request
      )) {
        proven.set(file, content)
      }
    }
    let retired = compose(store, state, retirement, proven)
    if (retired.change === null && round === 1) {
      throw keyUnknown(
        store.name,
        name,
        listKeys(state).keys.map((key) => key.name)
      )
    }
    const looked = new Map(
      [...orphans(state, retirement)].map(([file, narInfo]) => [file, contentOf(narInfo, state)])
    )
    if (dryRun) return reportOf(store, name, retired, null)
    let isOvertaken = false as boolean
    const result = await store.write(async (snapshot) => {
      const current = await readKeyState(snapshot, known)
      isOvertaken = [...unproven(current, retirement, proven)].some(
        ([file, narInfo]) => signWith.length > 0 && looked.get(file) !== contentOf(narInfo, current)
      )
      if (isOvertaken) return null
      retired = compose(store, current, retirement, proven)
      const { change, badges } = retired
      if (change === null || badges === null) return change
      const { files, deletedFiles } = await changeBadges(snapshot, badges)
      return {
        ...change,
        files: new Map([...change.files, ...files]),
        deletedFiles: [...change.deletedFiles, ...deletedFiles]
      }
    })
    if (!isOvertaken) return reportOf(store, name, retired, result)
    log.info('somebody has published with the key meanwhile; that is checked as well')
    if (round === mostRounds) {
      throw new NarPublishError({
        code: 'HEAD_MOVED',
        subject: store.name,
        reason: `in each of ${mostRounds} rounds somebody published with the key that is to go`,
        hint: 'Take the key away from what signs with it first, then retire it.'
      })
    }
  }
}

/** Signatures go by the name of their key, and its own, or those of a second one of its name, would go with them. */
function refuseSameName({ name, signWith }: Pick<RetireRequest, 'name' | 'signWith'>): void {
  if (signWith.every((key) => key.name !== name)) return
  throw new NarPublishError({
    code: 'SIGNING_KEY_INVALID',
    subject: 'signing key',
    reason: `it is called ${quote(name)}, as the key that is to go, and every signature of that name goes`,
    hint: 'Make the new key under a name of its own, such as one with the next number.'
  })
}

async function readState(store: PublishedStore, known: KnownContents, log: Log): Promise<KeyState> {
  return log.group('Read the narinfos and the index', async () => {
    const state = await readKeyState(store.snapshot, known)
    if (!state.files.has(cacheInfoPath)) {
      const subject = `${store.name}, ${store.state}`
      const reason = `it has no ${cacheInfoPath}`
      throw new NarPublishError({ code: 'CACHE_MISSING', subject, reason })
    }
    log.info(count(state.texts.size, 'narinfo'))
    return state
  })
}

function unproven(
  state: KeyState,
  retirement: Retirement,
  proven: Proven
): ReturnType<typeof orphans> {
  return new Map(
    [...orphans(state, retirement)].filter(
      ([file, narInfo]) => proven.get(file) !== contentOf(narInfo, state)
    )
  )
}

function compose(
  { description }: PublishedStore,
  state: KeyState,
  retirement: Retirement,
  proven: Proven
): Retired {
  const files = [...orphans(state, retirement)].flatMap(([file, narInfo]) =>
    proven.get(file) === contentOf(narInfo, state) ? [file] : []
  )
  return composeRetirement(state, retirement, new Set(files), description)
}

function reportOf(
  { name: store }: PublishedStore,
  name: string,
  { publicKeys, narInfos, signed, left, told }: Retired,
  result: string | null
): RetireReport {
  return { store, name, publicKeys, narInfos, signed, left, told, result }
}

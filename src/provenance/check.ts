import type { NarInfo } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import { parseStorePath } from '../store-path.ts'
import { count } from '../text.ts'
import { readBundle, type ProvenanceBundle } from './bundle.ts'
import {
  bundlePath,
  isServedAsNarInfo,
  largestBundle,
  longestPointer,
  narDigest,
  parsePointer,
  pointerPath
} from './files.ts'
import { identityProblem, type ProvenancePolicy } from './identity.ts'
import type { ProvenanceRequest } from './inputs.ts'
import { readTrustedRoots } from './trusted-roots.ts'
import { verifierOf, type VerifyBundle } from './verify.ts'

/** One state of a cache, as far as it is asked here. */
export interface ProvenanceStore {
  /** Every file and its bytes; null or NaN: not known. */
  sizes: ReadonlyMap<string, number | null>
  readFiles(paths: readonly string[]): Promise<Map<string, Buffer>>
}

type ProblemCode =
  | 'PROVENANCE_MISSING'
  | 'PROVENANCE_INVALID'
  | 'PROVENANCE_MISMATCH'
  | 'PROVENANCE_UNTRUSTED'
  | 'PROVENANCE_OTHER'

/** Why a path's provenance is not verified. */
export interface ProvenanceProblem {
  code: ProblemCode
  storePath: string
  /** In the cache: the narinfo, what names the bundle, or the bundle. */
  file: string
  detail: string
}

type Judged = Pick<ProvenanceProblem, 'code' | 'detail'> | ProvenanceBundle

/** Bytes of bundles in memory at once: a few of the largest, and thousands as they are. They are read together. */
const bytesAtOnce = 16 * largestBundle

/**
 * What is wrong with the provenance of paths, each of which one bundle is to name with the NarHash that its narinfo has, and what else readers
 * would take for a narinfo; nothing: every one is of whom the request asks for. A bundle is verified once. Throws TRUSTED_ROOT_MISSING, and what reading throws.
 */
export async function checkProvenance(
  store: ProvenanceStore,
  narInfos: readonly NarInfo[],
  { policy, trustedRoot }: ProvenanceRequest,
  scratch: string
): Promise<ProvenanceProblem[]> {
  const verify = verifierOf(await readTrustedRoots(trustedRoot, scratch))
  const pointers = await store.readFiles(
    narInfos
      .map(({ storePath }) => pointerPath(storePath))
      .filter((path) => isWithin(store, path, longestPointer))
  )
  const bundleOf = (storePath: string): string | null => {
    const content = pointers.get(pointerPath(storePath))
    return content === undefined ? null : parsePointer(content)
  }
  const byBundle = Map.groupBy(narInfos, ({ storePath }) => bundleOf(storePath))
  const problems = (byBundle.get(null) ?? []).map(({ storePath }): ProvenanceProblem => {
    const file = pointerPath(storePath)
    return store.sizes.has(file)
      ? { code: 'PROVENANCE_INVALID', storePath, file, detail: 'it names no bundle' }
      : { code: 'PROVENANCE_MISSING', storePath, file: narInfoPath(storePath), detail: storePath }
  })
  problems.push(...[...store.sizes.keys()].filter(isServedAsNarInfo).map(unseen))
  byBundle.delete(null)
  const bundles = [...byBundle].flatMap(([file, users]) => (file === null ? [] : [{ file, users }]))
  for (const some of inBatches(bundles, ({ file }) => store.sizes.get(file) ?? NaN)) {
    const wanted = some.map(({ file }) => file)
    const contents = await store.readFiles(
      wanted.filter((file) => isWithin(store, file, largestBundle))
    )
    for (const { file, users } of some) {
      const judged = judge(store, { file, content: contents.get(file), policy, verify })
      problems.push(...users.flatMap((narInfo) => problemOf(narInfo, file, judged)))
    }
  }
  return problems
}

/** `bytesOf`: NaN is as many as it may be. */
function* inBatches<Item>(
  items: readonly Item[],
  bytesOf: (item: Item) => number
): Generator<Item[]> {
  let batch: Item[] = []
  let bytes = 0
  for (const item of items) {
    const more = Math.min(bytesOf(item) || largestBundle, largestBundle)
    if (bytes + more > bytesAtOnce) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(item)
    bytes += more
  }
  if (batch.length > 0) yield batch
}

/** Nothing here reads it as a narinfo. */
function unseen(file: string): ProvenanceProblem {
  const detail = 'GitHub Pages serves it as a narinfo'
  return { code: 'PROVENANCE_MISSING', storePath: file, file, detail }
}

/** A bundle by itself, whatever path it is asked for. */
function judge(
  store: ProvenanceStore,
  {
    file,
    content,
    policy,
    verify
  }: { file: string; content: Buffer | undefined; policy: ProvenancePolicy; verify: VerifyBundle }
): Judged {
  const invalid = (detail: string): Judged => ({ code: 'PROVENANCE_INVALID', detail })
  if (content === undefined) {
    return invalid(store.sizes.has(file) ? 'it is too large for a bundle' : 'it is not there')
  }
  if (bundlePath(content) !== file) return invalid('its name is that of another content')
  let bundle: ProvenanceBundle
  try {
    bundle = readBundle(content, file)
  } catch (error) {
    if (!(error instanceof NarPublishError)) throw error
    return invalid(error.reason)
  }
  try {
    const other = identityProblem(verify(bundle), policy)
    return other === null ? bundle : { code: 'PROVENANCE_OTHER', detail: other }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { code: 'PROVENANCE_UNTRUSTED', detail: reason }
  }
}

function problemOf(narInfo: NarInfo, file: string, judged: Judged): ProvenanceProblem[] {
  const { storePath } = narInfo
  if ('code' in judged) return [{ ...judged, storePath, file }]
  const attested = judged.subjects.get(storePath)
  if (attested === narDigest(narInfo)) return []
  const detail =
    attested === undefined
      ? `${file} names ${count(judged.subjects.size, 'path')}, and not this one`
      : `${file} attests sha256:${attested}, and the narinfo has ${narInfo.narHash}`
  return [{ code: 'PROVENANCE_MISMATCH', storePath, file: narInfoPath(storePath), detail }]
}

function narInfoPath(storePath: string): string {
  return `${parseStorePath(storePath).hash}.narinfo`
}

/** Whether it is there and, as far as its size is known, no longer than that. */
function isWithin({ sizes }: ProvenanceStore, path: string, bytes: number): boolean {
  const size = sizes.get(path)
  return size !== undefined && !(Number(size) > bytes)
}

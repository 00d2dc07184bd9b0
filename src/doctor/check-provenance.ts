import type { NarInfo } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import type { ProvenanceProblem } from '../provenance/check.ts'
import { isBundlePath, isPointerPath, parsePointer, pointerPath } from '../provenance/files.ts'
import type { ProvenanceRequest } from '../provenance/inputs.ts'
import { count } from '../text.ts'
import { finding, type Finding } from './findings.ts'
import type { PublishedStore } from './store.ts'

/** What is asked of a store's provenance, and where a root that is fetched may lie. */
export interface ProvenanceQuestion {
  request: ProvenanceRequest
  scratch: string
}

type Files = Pick<PublishedStore, 'files' | 'readFiles'>

/** null: nobody asks whose it is, which is said where there is some. `narInfos`: file → what it says. */
export async function checkStoreProvenance(
  store: Files,
  narInfos: ReadonlyMap<string, NarInfo>,
  question: ProvenanceQuestion | null
): Promise<Finding[]> {
  const orphans = await orphanProvenance(store, narInfos)
  if (question !== null) return [...(await verified(store, narInfos, question)), ...orphans]
  const bundles = [...store.files.keys()].filter(isBundlePath)
  return bundles.length === 0
    ? orphans
    : [finding('PROVENANCE_UNVERIFIED', 'provenance/', count(bundles.length, 'bundle')), ...orphans]
}

async function verified(
  { files, readFiles }: Files,
  narInfos: ReadonlyMap<string, NarInfo>,
  { request, scratch }: ProvenanceQuestion
): Promise<Finding[]> {
  try {
    // Sigstore's library is only for who asks.
    const { checkProvenance } = await import('../provenance/check.ts')
    const store = { sizes: files, readFiles }
    return findingsOf(await checkProvenance(store, [...narInfos.values()], request, scratch))
  } catch (error) {
    if (!(error instanceof NarPublishError) || error.code !== 'TRUSTED_ROOT_MISSING') throw error
    return [finding('PROVENANCE_UNCHECKED', 'provenance/', `${error.subject}: ${error.reason}`)]
  }
}

/** What is wrong with a bundle is told once, however many paths have it. */
function findingsOf(problems: readonly ProvenanceProblem[]): Finding[] {
  const same = Map.groupBy(problems, ({ code, file }) => `${code} ${file}`)
  return [...same.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const of = isBundlePath(first.file)
      ? `; of ${count(group.length, 'path')}, ${first.storePath} among them`
      : ''
    return [finding(first.code, first.file, first.detail + of)]
  })
}

async function orphanProvenance(
  { files, readFiles }: Files,
  narInfos: ReadonlyMap<string, NarInfo>
): Promise<Finding[]> {
  const paths = [...files.keys()]
  const bundles = paths.filter(isBundlePath)
  const pointers = paths.filter(isPointerPath)
  if (bundles.length + pointers.length === 0) return []
  const of = new Set([...narInfos.values()].map(({ storePath }) => pointerPath(storePath)))
  const lost = pointers.filter((path) => !of.has(path))
  const named = new Set(
    [...(await readFiles(pointers))].flatMap(([path, content]) =>
      lost.includes(path) ? [] : (parsePointer(content) ?? [])
    )
  )
  return [...lost, ...bundles.filter((path) => !named.has(path))]
    .sort()
    .map((path) => finding('PROVENANCE_ORPHAN', path))
}

import { allOf } from '../all-of.ts'
import type { PathInfo } from '../binary-cache/types.ts'
import type { PathOrigin } from '../build-plan/plan.ts'
import { withoutCacheSignatures } from '../cache/trust.ts'
import { queryClosureInfos } from '../nix/closure.ts'
import { closureSizes } from '../nix/closure-size.ts'
import { floatingOutputs } from '../nix/floating-outputs.ts'
import { dropPaths, type DropReason } from '../nix/upstream.ts'
import { parseStorePath } from '../store-path.ts'
import { count, shortList } from '../text.ts'
import type { Artifact } from './artifact.ts'
import { withLost } from './damaged.ts'
import type { BuildInputs } from './inputs.ts'
import { keyTermsAt } from './key-terms.ts'
import type { SkippedPath } from './report/types.ts'
import type { PublishRun } from './run.ts'
import { refuseUnreadable, standingOf } from './standing.ts'
import type { Built, Selected } from './state.ts'

/** The closure of what was built, less what readers get elsewhere, what is excluded and what the target holds. */
export async function selectPaths(run: PublishRun<BuildInputs>, asked: Built): Promise<Selected> {
  const { inputs, log } = run
  let built = asked
  const heldArtifacts: SkippedPath[] = [...built.held].map((storePath) => ({
    storePath,
    reason: 'held',
    detail: 'published before'
  }))
  if (built.roots.length === 0)
    return { ...built, selected: [], toSign: [], dropped: heldArtifacts }
  return log.group('Select the closure', async () => {
    const { infos: known, lost } = await queryClosureInfos(built.nix, built.roots, inputs.closure)
    for (const error of lost.values()) log.warning(error.message)
    built = withLost(built, lost)
    const paths = built.artifacts.map(({ storePath }) => storePath)
    const sizes = closureSizes(known.values(), paths)
    built = { ...built, artifacts: built.artifacts.map((artifact) => sized(artifact, sizes)) }
    const origins = built.rowWork?.origins
    const infos = [...known.values()].map((info) =>
      withoutCacheSignatures(withOrigin(info, origins?.get(info.storePath)))
    )
    const { upstreamKeys, exclude } = inputs
    const handed = built.rowWork?.fromOthers
    const rules = { upstreamKeys, exclude, ...(handed === undefined ? {} : { handed }) }
    const wanted = dropPaths(infos, { ...rules, held: new Set() })
    // Asked only about what is left: most of a closure is upstream's.
    const [narInfos, terms] = await allOf([
      built.before.readNarInfos(wanted.kept.map(({ storePath }) => parseStorePath(storePath).hash)),
      keyTermsAt(inputs, built.before)
    ])
    const standing = new Map(
      wanted.kept.map((info) => [
        info.storePath,
        standingOf(narInfos.get(parseStorePath(info.storePath).hash), info, terms)
      ])
    )
    refuseUnreadable([...standing.values()])
    const held = new Set(
      [...standing].filter(([, { kind }]) => kind === 'held').map(([storePath]) => storePath)
    )
    const { kept, dropped } = dropPaths(infos, { ...rules, held })
    const toSign = kept.filter(({ storePath }) => standing.get(storePath)?.kind === 'unsigned')
    const selected = kept.filter(({ storePath }) => standing.get(storePath)?.kind === 'missing')
    log.info(
      `closure (${inputs.closure}): ${count(known.size, 'path')}, ${selected.length} to publish` +
        (toSign.length === 0 ? '' : `, ${toSign.length} to sign`)
    )
    const notes = await realisationNotes(built, selected)
    for (const note of notes) log.warning(note)
    return {
      ...built,
      notes: [...built.notes, ...notes],
      selected,
      toSign,
      references: new Map([...known].map(([path, { references }]) => [path, references])),
      dropped: [
        ...heldArtifacts,
        ...dropped.map(({ storePath, reason }) => ({ storePath, ...skipReason(reason) }))
      ]
    }
  })
}

/** What came by a plan is as where it was fetched or made. */
function withOrigin(info: PathInfo, origin?: PathOrigin): PathInfo {
  if (origin === undefined) return info
  const signatures = [...new Set([...info.signatures, ...origin.signatures])]
  return { ...info, signatures, ca: info.ca ?? origin.ca }
}

function sized(artifact: Artifact, sizes: ReadonlyMap<string, number>): Artifact {
  const closureSize = sizes.get(artifact.storePath)
  return closureSize === undefined ? artifact : { ...artifact, closureSize }
}

/** So many paths are named in one sentence. */
const longestList = 5

/** What `nix copy` brings beside such paths, and this does not. */
async function realisationNotes({ nix }: Built, selected: readonly PathInfo[]): Promise<string[]> {
  const paths = await floatingOutputs(nix, selected)
  return paths.length === 0
    ? []
    : [
        `Content-addressed derivations made ${shortList(paths, longestList)}: the cache gets these as store paths, without their realisations. Nix copies them by their store paths, and who builds the derivations does not get them from here.`
      ]
}

function skipReason(reason: DropReason): Omit<SkippedPath, 'storePath'> {
  switch (reason.kind) {
    case 'held':
      return { reason: 'held', detail: 'the target has it' }
    case 'upstream':
      return { reason: 'upstream', detail: `signed by ${reason.key}` }
    case 'handed':
      return { reason: 'handed', detail: `the job of row ${reason.row} packed it` }
    case 'excluded':
      return { reason: 'excluded', detail: `matches ${reason.pattern}` }
  }
}

import { createHash } from 'node:crypto'
import { NarPublishError } from '../errors.ts'
import { urlsOf } from '../nix/derivations.ts'
import type { Graph } from './definitions.ts'
import { evaluateDyed, graphOf, type DyedEvaluation } from './dyed-evaluation.ts'
import { isInside } from './literals/entry.ts'
import { findVersionLiterals } from './literals/find.ts'
import {
  commitEdit,
  commitWords,
  dayEdits,
  findRevisionLiterals,
  isCommit,
  isSameCommit,
  shortestCommit
} from './literals/revisions.ts'
import { ownTexts } from './own-texts.ts'
import { mainSources, refsOf } from './sources.ts'
import type { Traced } from './trace.ts'
import {
  placeOf,
  type Edit,
  type EvaluatedPackage,
  type MadeFile,
  type Revision,
  type Span,
  type SyncChange
} from './types.ts'
import { sourceHost } from './version/source-host.ts'
import type { PinnedSource } from './version/wanted.ts'
import { replacementsOf, type Workshop } from './workshop.ts'

/** What a source goes along with. */
export interface SourceStep extends Pick<SyncChange, 'oldVersion' | 'newVersion' | 'revision'> {
  /** Of the new commit, where it is a branch's newest: `2024-05-01`. */
  date: string | null
}

/** A source on its way to another commit or version, and where what pins it is to be another one. */
export interface Followed {
  /** null: what pins it is the version itself. */
  revision: Revision | null
  edits: Edit[]
  /** Lock files that have it so. */
  files: MadeFile[]
  /** The derivation that fetches it tells the commit. */
  isAddressed: boolean
}

/**
 * The source that is fetched by a commit, of those that a package is made of; the main one's repository alone counts: what stands
 * beside it has versions of its own. `isPin`: what is fetched by is a commit. null: the main one is fetched by a name.
 */
export function pinnedSource(
  { drvPath, version }: Pick<EvaluatedPackage, 'drvPath' | 'version'>,
  graph: Graph,
  serverUrl: string,
  isPin: (ref: string) => boolean = isCommit
): PinnedSource | null {
  for (const source of mainSources(drvPath, graph, version)) {
    const hosts = urlsOf(source).map((url) => sourceHost(url, serverUrl))
    const host = hosts.find((one) => one?.kind === 'github' || one?.kind === 'git')
    if (host?.kind !== 'github' && host?.kind !== 'git') continue
    const commit = refsOf(source).find(isPin)
    return commit === undefined ? null : { commit, host }
  }
  return null
}

/**
 * Where the pinned commit's digits are the package's own, with the new commit's in their place: as many as there were; and the new one's
 * day (`date`), where the old one's stands beside them. What is a part of the old version is left to that. Throws REVISION_UNTRACED, and what `evaluateDyed` throws.
 */
export async function followRevision(
  shop: Workshop,
  traced: Traced,
  pinned: PinnedSource,
  { new: commit, date }: { new: string; date: string | null }
): Promise<Followed> {
  const { version } = traced.package
  const all = shop.files.flatMap((file) => {
    const found = findRevisionLiterals(file, pinned.commit)
    // A version that is the commit is where the commit stands.
    if (found.length === 0 || version === null || version === pinned.commit) return found
    const versions = findVersionLiterals(file, version)
    return found.filter(
      ({ start, end }) => !versions.some((one) => one.start < end && start < one.end)
    )
  })
  const { entry } = pinned
  const beside = entry === undefined ? [] : all.filter((one) => isInside(one, entry))
  const rest = all.filter((one) => !beside.includes(one))
  const own =
    beside.length > 0
      ? [...beside, ...((await ownOccurrences(shop, traced, rest)) ?? [])]
      : all.length < 2
        ? all
        : ((await ownOccurrences(shop, traced, all)) ?? all)
  const [first] = own
  if (first === undefined) {
    throw new NarPublishError({
      code: 'REVISION_UNTRACED',
      subject: `${shop.work.package.text}, commit ${pinned.commit}`,
      reason:
        all.length === 0
          ? 'the source is fetched by it, and it stands in none of the tracked files'
          : `the source is fetched by it, and none of ${all.map(placeOf).join(', ')} is where it comes from`
    })
  }
  const days = date === null ? [] : dayEdits(shop.files, own, date)
  const edits = [...own.map((span) => commitEdit(span, commit)), ...days]
  shop.log.info(`${pinned.commit} → ${commit} at ${own.map(placeOf).join(', ')}`)
  const revision = { old: pinned.commit, new: commit }
  return { revision, edits, files: [], isAddressed: entry === undefined }
}

/** Those whose own dye comes out at the package; null, where it does not evaluate with a commit that nobody has. */
async function ownOccurrences(
  shop: Workshop,
  traced: Traced,
  all: readonly Span[]
): Promise<readonly Span[] | null> {
  if (all.length === 0) return []
  const dyes = all.map((span, index) => commitEdit(span, dyeCommit(shop, index)))
  const literals = traced.hashes.map(({ literal }) => literal)
  try {
    const evaluation = await evaluateDyed(shop, literals, {
      others: replacementsOf(dyes),
      takes: () => false
    })
    const texts = shop.systems.flatMap((system) => {
      const evaluated = evaluation.packages.get(system)
      return evaluated === undefined ? [] : ownTexts(evaluated, graphOf(evaluation, system))
    })
    const words = texts.flatMap(({ text }) => text.match(commitWords) ?? [])
    // What is cut to a few digits on the way is found by them.
    const comesOut = ({ replacement }: Edit): boolean =>
      words.some((word) => isSameCommit(word, replacement))
    return all.filter((_, index) => dyes.slice(index, index + 1).some(comesOut))
  } catch (error) {
    if (!(error instanceof NarPublishError)) throw error
    shop.log.debug(`with dyed commits: ${error.message}`)
    return null
  }
}

/** A commit that nobody has. */
function dyeCommit(shop: Workshop, index: number): string {
  const digits = createHash('sha256').update(JSON.stringify(['commit', shop.project.head, index]))
  return digits.digest('hex').slice(0, 40)
}

/** Throws REVISION_UNTRACED when the source is not fetched by the new commit: what was there is a piece of the old one. */
export function refuseOtherCommit(
  shop: Workshop,
  { revision, edits, isAddressed }: Followed,
  { packages, graphs }: DyedEvaluation
): void {
  if (revision === null || !isAddressed) return
  // Its first digits may be those of a number: it is known which commit is meant.
  const isPin = (ref: string): boolean =>
    isCommit(ref) || (ref.length >= shortestCommit && revision.new.startsWith(ref))
  for (const [system, evaluated] of packages) {
    const graph = graphs.get(system) ?? new Map()
    const now = pinnedSource(evaluated, graph, shop.environment.serverUrl, isPin)
    if (now !== null && isSameCommit(now.commit, revision.new)) continue
    throw new NarPublishError({
      code: 'REVISION_UNTRACED',
      subject: `${shop.work.package.text} (${system})`,
      reason: `with ${revision.new} at ${edits.map(placeOf).join(', ')} its source is fetched by ${now === null ? 'no commit' : `the commit ${now.commit}`}`
    })
  }
}

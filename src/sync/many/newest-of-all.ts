import pLimit from 'p-limit'
import { NarPublishError } from '../../errors.ts'
import { urlsOf } from '../../nix/derivations.ts'
import type { Run } from '../../run.ts'
import type { Graph } from '../definitions.ts'
import { sourcesOf } from '../fetched-sources.ts'
import { parseAttributePath } from '../project/package-reference.ts'
import { pinnedSource } from '../revision.ts'
import { mainSources, refsOf, sourceUrls } from '../sources.ts'
import type { EvaluatedPackage, PackageReference } from '../types.ts'
import { isOlder } from '../version/compare.ts'
import type { HostMemory } from '../version/hosts/memory.ts'
import { nameOf } from '../version/latest.ts'
import { sourceHost } from '../version/source-host.ts'
import { wantedVersion, type ChosenVersion, type CurrentPackage } from '../version/wanted.ts'
import type { EvaluationOrigin } from './evaluation-origins.ts'
import { ignoredOf, type Ignored } from './ignore.ts'
import type { ListedPackage, Look } from './types.ts'

/** Packages whose hosts are asked at the same time. */
const mostAtOnce = 4

type Place = Pick<Run<unknown>, 'environment' | 'scratch' | 'log'> & { memory: HostMemory }

export interface Present {
  reference: PackageReference
  evaluated: EvaluatedPackage
  /** null: evaluation did not fetch its source. */
  origin: EvaluationOrigin | null
}

/** Whether there is something that could be brought to another version. */
export function isFetched(
  { evaluated, origin }: Omit<Present, 'reference'>,
  graph: Graph
): boolean {
  if (origin !== null) return true
  const { fetched } = sourcesOf(evaluated, graph)
  return fetched.some((source) => urlsOf(source).length > 0 || refsOf(source).length > 0)
}

/**
 * The packages with the newest versions that their hosts know, as version-sync would choose them. A host that gives no answer leaves its
 * packages `unasked` and the others alone. In the order of `packages`.
 */
export function newestOfAll(
  place: Place,
  look: Look,
  ignored: readonly Ignored[],
  packages: readonly Present[],
  graph: Graph
): Promise<ListedPackage[]> {
  return pLimit(mostAtOnce).map(packages, (one) => listPackage(place, look, ignored, one, graph))
}

async function listPackage(
  place: Place,
  look: Look,
  ignored: readonly Ignored[],
  present: Present,
  graph: Graph
): Promise<ListedPackage> {
  const { reference, evaluated } = present
  const { pname, version } = evaluated
  const current = currentOf(place, present, graph)
  const source = sourceWords(place, look, current)
  const listed = { reference, name: pname, version, source, newest: null, tag: null, why: null }
  const unknown = (reason: string): ListedPackage => ({
    ...listed,
    state: 'unknown',
    why: { code: null, reason }
  })
  const followsBranch = look.version.kind === 'branch'
  if (version === null && !followsBranch) return unknown('it has no version')
  if (!isFetched(present, graph)) return unknown('it has no source that is fetched')
  const own = ignoredOf(ignored, namesOf({ reference, name: pname }))
  const whole = own.find((one) => one.version === null)
  if (whole !== undefined)
    return { ...listed, state: 'ignored', why: { code: null, reason: ignoreWords(whole) } }

  const passedOver = new Map<string, Ignored>()
  const passesOver = (text: string): boolean => {
    const by = own.find((one) => one.version?.(text) === true)
    if (by !== undefined && (version === null || isOlder(version, text))) passedOver.set(text, by)
    return by !== undefined
  }
  const answer = await wantedVersion(look, current, { ...place, passesOver }).catch(
    (error: unknown) => {
      if (error instanceof NarPublishError) return error
      throw error
    }
  )
  if (answer instanceof NarPublishError && isSilence(answer)) return unasked(listed, answer)
  const chosen = answer instanceof NarPublishError ? null : answer
  if (chosen !== null && isOutdated(chosen, current)) {
    const { tag, unasked: refusal } = chosen
    const newest = chosen.version ?? chosen.commit?.slice(0, 12) ?? null
    const found = { ...listed, newest, tag }
    // What was typed is passed over as well.
    if (chosen.version !== null && passesOver(chosen.version))
      return ignoredBy(found, passedOver.get(chosen.version) ?? null)
    return refusal === undefined ? { ...found, state: 'outdated' } : unasked(found, refusal)
  }
  const [highest] = [...passedOver.keys()].toSorted((a, b) => (isOlder(a, b) ? 1 : -1))
  if (highest !== undefined)
    return ignoredBy({ ...listed, newest: highest }, passedOver.get(highest) ?? null)
  if (answer instanceof NarPublishError && answer.code !== 'VERSION_OLDER') {
    const why = { code: answer.code, reason: answer.reason }
    return { ...listed, state: 'unknown', why }
  }
  const found = { newest: chosen?.version ?? null, tag: chosen?.tag ?? null }
  return { ...listed, ...found, state: 'current' }
}

type Listed = Omit<ListedPackage, 'state'>

function unasked(listed: Listed, { code, reason }: NarPublishError): ListedPackage {
  return { ...listed, state: 'unasked', why: { code, reason } }
}

function ignoredBy(listed: Listed, by: Ignored | null): ListedPackage {
  const words = by === null ? '' : `, ${ignoreWords(by)}`
  const reason = `${listed.newest ?? 'it'} is left alone${words}`
  return { ...listed, state: 'ignored', why: { code: null, reason } }
}

function ignoreWords({ line }: Ignored): string {
  return `by \`${line}\` in \`ignore\``
}

/** What `ignore` knows a package by. */
export function namesOf({ reference, name }: Pick<ListedPackage, 'reference' | 'name'>): string[] {
  return [name, ...(parseAttributePath(reference.attribute)?.slice(-1) ?? [])]
}

function currentOf(
  { environment: { serverUrl } }: Place,
  { evaluated, origin }: Present,
  graph: Graph
): CurrentPackage {
  const { drvPath, version, homepage } = evaluated
  const urls = sourceUrls(drvPath, graph)
  if (origin !== null) {
    const { refs, pinned } = origin
    return { version, homepage, sourceUrls: [...origin.sourceUrls, ...urls], refs, pinned }
  }
  return {
    version,
    homepage,
    sourceUrls: urls,
    refs: mainSources(drvPath, graph, version).flatMap(refsOf),
    pinned: pinnedSource(evaluated, graph, serverUrl)
  }
}

function sourceWords(
  { environment: { serverUrl } }: Place,
  { version }: Look,
  { sourceUrls, homepage, pinned }: CurrentPackage
): string | null {
  if (version.kind === 'branch' && pinned !== null) return nameOf(pinned.host)
  for (const address of homepage === null ? sourceUrls : [...sourceUrls, homepage]) {
    const host = sourceHost(address, serverUrl)
    if (host !== null) return nameOf(host)
  }
  return null
}

function isOutdated(chosen: ChosenVersion, { version, pinned }: CurrentPackage): boolean {
  const { commit } = chosen
  const isOther = pinned !== null && commit !== null && !commit.startsWith(pinned.commit)
  return isOther || chosen.version !== version
}

/** The host said nothing that could be understood. */
function isSilence({ code, cause }: NarPublishError): boolean {
  if (code === 'LATEST_UNKNOWN') return cause !== undefined
  return !['VERSION_INVALID', 'VERSION_OLDER', 'REVISION_UNTRACED', 'REGEX_INVALID'].includes(code)
}

import { NarPublishError } from '../../errors.ts'
import type { SyncWork } from '../inputs.ts'
import type { WantedVersion } from '../types.ts'
import { commitWords, isSameCommit } from '../literals/revisions.ts'
import type { Entry } from '../literals/entry.ts'
import {
  commitOfVersion,
  newestCommit,
  versionAtCommit,
  type Asker,
  type Commit
} from './commit.ts'
import { isOlder, isPreRelease } from './compare.ts'
import { formOf } from './form.ts'
import { latestVersion, nameOf, type LatestQuestion } from './latest.ts'
import { givenVersion } from './parse.ts'
import type { RepositoryHost } from './source-host.ts'

/** The version that the package is to have, and where it was said. */
export interface ChosenVersion {
  /** null: the package has none, and follows a branch. */
  version: string | null
  /** As the source's host has it; null when only a version is known. */
  tag: string | null
  /** The release's page. Data. */
  releaseUrl: string | null
  /** Of a source that is pinned by its commit: the one that goes with the version, 40 digits; null: it is not pinned, or none is known. */
  commit: string | null
  /** The day of that, of a branch's newest: `2024-05-01`. */
  date?: string
  /** Why that could not be asked: then the change is not to be had, whatever else it would be. */
  unasked?: NarPublishError
}

/** A source that is fetched by a commit and no name. */
export interface PinnedSource {
  /** Its digits as they stand in the address or `rev`; 40, or fewer. */
  commit: string
  host: RepositoryHost
  /** The set that has them beside the hash, of what evaluation fetches. */
  entry?: Entry
  /** The one that is followed, where the files say it; null: the repository's default. */
  branch?: string | null
  /** It only says which commit the tag is at that is fetched. */
  isOfTag?: boolean
  /** Its own way to ask for the newest. */
  newest?: (asker: Asker) => Promise<Commit>
}

/** The package as it stands. */
export interface CurrentPackage extends Pick<LatestQuestion, 'sourceUrls' | 'homepage'> {
  /** null: it has none. */
  version: string | null
  /** What its sources are called where they come from, the main one first: `refs/tags/v1.2.3`, `curl-8_10_1`. */
  refs: readonly string[]
  pinned: PinnedSource | null
}

type Place = Pick<
  LatestQuestion,
  'environment' | 'scratch' | 'log' | 'read' | 'memory' | 'passesOver'
>

/**
 * The version that was asked for; null: it stays as it is. Throws VERSION_INVALID, VERSION_OLDER, LATEST_UNKNOWN,
 * REVISION_UNTRACED, and what the source's host refuses.
 */
export async function wantedVersion(
  work: Pick<SyncWork, 'version' | 'tagPrefix' | 'versionRegex' | 'allowDowngrade' | 'token'>,
  current: CurrentPackage,
  place: Place
): Promise<ChosenVersion | null> {
  const asker = { ...place, token: work.token }
  const question: LatestQuestion = {
    ...asker,
    tagPrefix: work.tagPrefix,
    versionRegex: work.versionRegex,
    sourceUrls: current.sourceUrls,
    homepage: current.homepage,
    present: { version: current.version, form: formOf(current.version, current.refs) },
    // Who follows pre-releases goes on with them.
    allowPreRelease: current.version !== null && isPreRelease(current.version)
  }
  switch (work.version.kind) {
    case 'keep':
      return null
    case 'branch': {
      const { pinned, version } = current
      if (pinned === null || pinned.isOfTag === true) throw notPinned()
      const branch = work.version.name ?? pinned.branch ?? null
      const newest = await (pinned.newest?.(asker) ?? newestCommit(pinned.host, branch, asker))
      return followed(work, current, pinned, newest, version, place)
    }
    case 'given': {
      const chosen = chosenVersion(work.version, question)
      if (isDowngrade(chosen, current) && !work.allowDowngrade) {
        const subject = `version ${chosen.version}`
        throw new NarPublishError({ code: 'VERSION_OLDER', subject, reason: newerReason(current) })
      }
      return withCommit(chosen, current, question)
    }
    case 'latest': {
      const { version, tag, url } = await latestVersion(question)
      const chosen = { version, tag, releaseUrl: url }
      if (isDowngrade(chosen, current) && !work.allowDowngrade) {
        // Nobody asked for that very version: a run by the clock has nothing to do.
        place.log.info(`version: not ${version}, as ${newerReason(current)}`)
        return null
      }
      return withCommit(chosen, current, question)
    }
  }
}

type Chosen = Omit<ChosenVersion, 'commit' | 'version'> & { version: string }

function isDowngrade(chosen: { version: string }, { version }: CurrentPackage): boolean {
  return version !== null && isOlder(chosen.version, version)
}

function newerReason({ version }: CurrentPackage): string {
  return `the package has ${version ?? 'none'}, which is newer`
}

function chosenVersion(
  given: Extract<WantedVersion, { kind: 'given' }>,
  question: LatestQuestion
): Chosen {
  const { environment, log, present } = question
  const version = givenVersion(given, question, present.form)
  const { text, source } = given
  if (source === 'input') {
    log.info(`version: ${version} (as asked for)`)
    return { version, tag: text === version ? null : text, releaseUrl: null }
  }
  const { url = null, isPreRelease: isMarked = false } = environment.release ?? {}
  const mark = isMarked ? ', marked as a pre-release' : ''
  log.info(`version: ${version} (from the tag ${text} that started this run${mark})`)
  return { version, tag: text, releaseUrl: url }
}

/** Asks which commit the version's tag is at, where the source is pinned by one. */
async function withCommit(
  chosen: Chosen,
  { pinned, version, refs }: CurrentPackage,
  question: LatestQuestion
): Promise<ChosenVersion> {
  if (pinned === null || chosen.version === version) return { ...chosen, commit: null }
  const { log } = question
  const name = nameOf(pinned.host)
  const commitOf = (one: Pick<Chosen, 'version' | 'tag'>): ReturnType<typeof commitOfVersion> =>
    commitOfVersion(pinned.host, one, question)
  const ask = async (): ReturnType<typeof commitOfVersion> => {
    const old = { version: version ?? '', tag: refs[0] ?? null }
    if (pinned.isOfTag !== true || (await commitOf(old))?.commit === pinned.commit) {
      return commitOf(chosen)
    }
    return null
  }
  const found = await ask().catch((error: unknown) => {
    if (error instanceof NarPublishError) return error
    throw error
  })
  if (found instanceof NarPublishError) {
    log.info(`revision: ${pinned.commit} stays: ${found.message}`)
    return { ...chosen, commit: null, unasked: found }
  }
  if (found === null) {
    log.warning(`revision: ${name} has no tag for ${chosen.version}; ${pinned.commit} stays`)
    return { ...chosen, commit: null }
  }
  log.info(`revision: ${found.commit} (tag ${found.tag} of ${name})`)
  return { ...chosen, tag: found.tag, commit: found.commit }
}

/** The version at a branch's newest commit; null: that is the one which the source is at. */
function followed(
  { allowDowngrade }: Pick<SyncWork, 'allowDowngrade'>,
  current: CurrentPackage,
  pinned: PinnedSource,
  { branch, commit, date }: Commit,
  present: string | null,
  { log }: Place
): ChosenVersion | null {
  const at = `${branch} of ${nameOf(pinned.host)} is at ${commit}, of ${date}`
  if (commit.startsWith(pinned.commit)) {
    log.info(`version: ${present ?? '(none)'} stays: ${at}`)
    return null
  }
  const version = versionAtCommit(present, pinned.commit, { commit, date })
  // Digits of commits have no order.
  const ordered = (text: string | null): string =>
    (text ?? '').replaceAll(commitWords, (word) =>
      isSameCommit(word, pinned.commit) || isSameCommit(word, commit) ? '' : word
    )
  if (isOlder(ordered(version), ordered(present)) && !allowDowngrade) {
    log.info(`version: not ${version ?? '(none)'}, as ${newerReason(current)}: ${at}`)
    return null
  }
  log.info(`version: ${version ?? '(none)'}: ${at}`)
  return { version, tag: null, releaseUrl: null, commit, date }
}

function notPinned(): NarPublishError {
  return new NarPublishError({
    code: 'REVISION_UNTRACED',
    subject: 'version branch',
    reason: 'no source of the package is fetched from a Git host by the digits of a commit'
  })
}

import { readAtMost } from '../../bodies.ts'
import { downloaderOf } from '../../doctor/download.ts'
import { NarPublishError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { isOlder } from './compare.ts'
import { listedFiles } from './hosts/file-listing.ts'
import { gitVersions } from './hosts/git.ts'
import { gitHubVersions } from './hosts/github.ts'
import type { Asker, Listed, Lists } from './hosts/host.ts'
import {
  crateVersions,
  gemVersions,
  hackageVersions,
  npmVersions,
  pypiVersions
} from './hosts/registries.ts'
import { newestVersion, type ListedVersion, type PresentVersion } from './newest.ts'
import { prefixHint, type TagWords } from './parse.ts'
import { sourceHost, type SourceHost } from './source-host.ts'
import { shownTag } from './words.ts'

export interface LatestVersion {
  version: string
  tag: string
  /** The release's page; null when there is only a tag. */
  url: string | null
}

export interface LatestQuestion extends Omit<Asker, 'tagPrefix' | 'read'>, TagWords {
  allowPreRelease: boolean
  /** Versions that are left alone, whatever they are. */
  passesOver?: ((version: string) => boolean) | undefined
  present: PresentVersion
  /** Addresses that the package's sources are fetched from, the main one first. Data. */
  sourceUrls: readonly string[]
  homepage: string | null
  /** Tests' own way to the places. */
  read?: Asker['read']
}

/**
 * The newest version that the source's own host knows: the first of `sourceUrls`, else `homepage`, whose address tells how to ask.
 * Throws LATEST_UNKNOWN when none does or there is no version, and what the host refuses.
 */
export async function latestVersion(question: LatestQuestion): Promise<LatestVersion> {
  const { sourceUrls, homepage, environment, log } = question
  const addresses = homepage === null ? sourceUrls : [...sourceUrls, homepage]
  for (const address of addresses) {
    const host = sourceHost(address, environment.serverUrl)
    if (host === null) continue
    const name = nameOf(host)
    const { version, tag, url } = await newestOf(host, name, question)
    log.info(`latest version: ${version} (tag ${tag} of ${name})`)
    return { version, tag, url }
  }
  const [first] = addresses
  if (first === undefined) {
    throw latestUnknown('the package', 'it has no source that is fetched, and no homepage', {
      hint: 'Give `version`; or give the package a `meta.homepage` whose releases or tags tell it.'
    })
  }
  throw latestUnknown(
    // Without what a person may have put in front of the host.
    first.replace(/\/\/[^/]*@/, '//').slice(0, 300),
    'nothing in the addresses of its sources, or in its homepage, tells where its versions are published'
  )
}

/**
 * List by list, until one has a version that is not older than the package's: where releases ended years ago, tags go on. Throws
 * LATEST_UNKNOWN when no list has any.
 */
async function newestOf(
  host: SourceHost,
  name: string,
  question: LatestQuestion
): Promise<ListedVersion> {
  const { present } = question
  const seen: Listed[] = []
  let best: ListedVersion | null = null
  try {
    for await (const list of listsOf(host, askerOf(question))) {
      seen.push(...list.listed)
      const newest = newestVersion(list, question, present)
      if (newest === null) continue
      if (best === null || isOlder(best.version, newest.version)) best = newest
      if (present.version === null || !isOlder(best.version, present.version)) return best
    }
  } catch (cause) {
    // What GitHub and git refuse says so itself; anything else is an answer that nobody foresaw.
    if (cause instanceof NarPublishError && cause.code !== 'DOWNLOAD_FAILED') throw cause
    const reason =
      cause instanceof NarPublishError
        ? `${cause.subject}: ${cause.reason}`
        : 'its answer has no version'
    throw latestUnknown(name, reason, { cause })
  }
  if (best !== null) return best
  throw noVersion(name, seen, question)
}

function listsOf(host: SourceHost, asker: Asker): Lists {
  switch (host.kind) {
    case 'github':
      return gitHubVersions(host, asker)
    case 'git':
      return gitVersions(host, asker)
    case 'npm':
      return npmVersions(host, asker)
    case 'pypi':
      return pypiVersions(host, asker)
    case 'crates':
      return crateVersions(host, asker)
    case 'gems':
      return gemVersions(host, asker)
    case 'hackage':
      return hackageVersions(host, asker)
    case 'listing':
      return listedFiles(host, asker)
  }
}

/** For people. */
export function nameOf(host: SourceHost): string {
  switch (host.kind) {
    case 'github':
      return `${host.owner}/${host.repo} on GitHub`
    case 'git':
    case 'npm':
      return host.url
    case 'listing':
      return `${host.url}${host.name}*`
    case 'pypi':
      return `${host.name} on PyPI`
    case 'crates':
      return `${host.name} on crates.io`
    case 'gems':
      return `${host.name} on RubyGems`
    case 'hackage':
      return `${host.name} on Hackage`
  }
}

function askerOf(question: LatestQuestion): Asker {
  const { environment, token, scratch, log, memory, tagPrefix, versionRegex, present } = question
  const own = versionRegex === null ? (present.form.tag?.before ?? '') : ''
  const prefix = tagPrefix === '' ? own : tagPrefix
  const read = readOnce(question.read ?? reader(log), memory)
  return { environment, token, scratch, log, memory, tagPrefix: prefix, read }
}

/** Characters of an answer that is kept for another package. */
const largestKept = 1024 * 1024

function readOnce(read: Asker['read'], memory: Asker['memory']): Asker['read'] {
  if (memory === undefined) return read
  return async (url) => {
    const question = { server: new URL(url).origin, words: url, subject: url }
    const text = await memory.once(question, () => {
      memory.otherRequests++
      return read(url)
    })
    if (text.length > largestKept) memory.forget(question)
    return text
  }
}

/** Bytes; the answer may hold a description of each version. */
const largestAnswer = 64 * 1024 * 1024

function reader(log: Log): Asker['read'] {
  return async (url) => {
    const body = downloaderOf(log)({ url, credentials: null, mayRedirect: true })
    const text = await readAtMost(body, largestAnswer)
    if (text !== null) return text.toString('utf8')
    throw latestUnknown(url, `its answer has more than ${largestAnswer} bytes`)
  }
}

/** Names a tag as they are there, and what to give so that it is understood. */
function noVersion(
  name: string,
  seen: readonly Listed[],
  { tagPrefix, versionRegex }: TagWords
): NarPublishError {
  const tags = seen.map(({ tag }) => tag)
  const sample = tags.find((tag) => prefixHint(tag) !== undefined) ?? tags[0]
  if (sample === undefined) {
    return latestUnknown(name, 'it has no release and no tag', {
      hint: 'Give `version`; `version: branch` follows the newest commit.'
    })
  }
  const how =
    versionRegex !== null
      ? ` for \`version-regex\`, ${shownTag(versionRegex)}`
      : tagPrefix === ''
        ? ''
        : ` behind the prefix ${shownTag(tagPrefix)}`
  return latestUnknown(
    name,
    `it has no release and no tag that is a version${how}; one that it has is ${shownTag(sample)}`,
    {
      hint:
        prefixHint(sample) ??
        'Give `version`, or a `version-regex` that finds the version in such a tag.'
    }
  )
}

function latestUnknown(
  subject: string,
  reason: string,
  more: { hint?: string; cause?: unknown } = {}
): NarPublishError {
  return new NarPublishError({ code: 'LATEST_UNKNOWN', subject, reason, ...more })
}

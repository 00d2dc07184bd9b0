import { z } from 'zod'
import { readAtMost } from '../../bodies.ts'
import { downloaderOf } from '../../doctor/download.ts'
import { NarPublishError } from '../../errors.ts'
import { remote, Repository } from '../../repository/git/repository.ts'
import { latestOnGitHub, type LatestVersion, type LatestWish } from './github-release.ts'
import { newestVersion } from './newest.ts'
import { versionFromTag } from './parse.ts'
import { sourceHost, type SourceHost } from './source-host.ts'

export type { LatestVersion } from './github-release.ts'

export interface LatestQuestion extends LatestWish {
  /** Addresses that the package's sources are fetched from, the main one first. Data. */
  sourceUrls: readonly string[]
  homepage: string | null
  /** For a Git repository that is asked. */
  scratch: string
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
    const name = host.kind === 'github' ? `${host.owner}/${host.repo} on GitHub` : host.url
    const latest = await askHost(host, question)
    if (latest === null) {
      const prefix = question.tagPrefix
      throw latestUnknown(
        name,
        `it has no release and no tag that is a version${prefix === '' ? '' : ` behind the prefix ${JSON.stringify(prefix)}`}`
      )
    }
    log.info(`latest version: ${latest.version} (tag ${latest.tag} of ${name})`)
    return latest
  }
  const [first] = addresses
  throw latestUnknown(
    // Without what a person may have put in front of the host.
    first === undefined ? 'the package' : first.replace(/\/\/[^/]*@/, '//').slice(0, 300),
    first === undefined
      ? 'it has no source that is fetched, and no homepage'
      : 'nothing in the addresses of its sources, or in its homepage, tells where its versions are published'
  )
}

function askHost(host: SourceHost, question: LatestQuestion): Promise<LatestVersion | null> {
  switch (host.kind) {
    case 'github':
      return latestOnGitHub(host, question)
    case 'git':
      return latestTag(host.url, question)
    case 'registry':
      return latestInRegistry(host.url, question)
  }
}

async function latestTag(
  url: string,
  { environment, scratch, log, ...wish }: LatestQuestion
): Promise<LatestVersion | null> {
  const repository = await Repository.make({
    url,
    scratch,
    env: environment.childEnvironment,
    log
  })
  const answer = await repository.online(['ls-remote', '--tags', '--refs', '--', remote])
  if (answer.kind !== 'done') throw answer.error
  const lines = [...answer.exit.stdout.toString('utf8').matchAll(/\trefs\/tags\/(.+)$/gm)]
  const newest = newestVersion(
    lines.map(([, tag = '']) => tag),
    wish
  )
  return newest === null ? null : { ...newest, url: null }
}

const registryAnswer = z.object({ version: z.string() })
/** Bytes; the answer holds the package's whole description. */
const largestAnswer = 8 * 1024 * 1024

async function latestInRegistry(url: string, { log }: LatestQuestion): Promise<LatestVersion> {
  try {
    const body = downloaderOf(log)({ url, credentials: null, mayRedirect: true })
    const text = await readAtMost(body, largestAnswer)
    if (text === null) {
      throw latestUnknown(url, `its answer has more than ${largestAnswer} bytes`)
    }
    const answer = registryAnswer.parse(JSON.parse(text.toString('utf8')))
    // The registry's own word for its newest release, which has no tag.
    return { version: versionFromTag(answer.version, ''), tag: answer.version, url: null }
  } catch (cause) {
    const reason = cause instanceof NarPublishError ? cause.reason : 'its answer has no version'
    throw latestUnknown(url, reason, cause)
  }
}

function latestUnknown(subject: string, reason: string, cause?: unknown): NarPublishError {
  return new NarPublishError({ code: 'LATEST_UNKNOWN', subject, reason, cause })
}

import { NarPublishError } from '../../errors.ts'
import type { SyncWork } from '../inputs.ts'
import type { WantedVersion } from '../types.ts'
import { isOlder, isPreRelease } from './compare.ts'
import { givenVersion } from './parse.ts'
import { latestVersion, type LatestQuestion } from './latest.ts'

/** The version that the package is to have, and where it was said. */
export interface ChosenVersion {
  version: string
  /** As the source's host has it; null when only a version is known. */
  tag: string | null
  /** The release's page. Data. */
  releaseUrl: string | null
}

/** The package as it stands. */
interface CurrentPackage extends Pick<LatestQuestion, 'sourceUrls' | 'homepage'> {
  /** null: it has none. */
  version: string | null
}

/**
 * The version that was asked for; null: it stays as it is. Throws VERSION_INVALID, VERSION_OLDER, LATEST_UNKNOWN, and what the
 * source's host refuses.
 */
export async function wantedVersion(
  work: Pick<SyncWork, 'version' | 'tagPrefix' | 'allowDowngrade' | 'token'>,
  current: CurrentPackage,
  place: Pick<LatestQuestion, 'environment' | 'scratch' | 'log'>
): Promise<ChosenVersion | null> {
  if (work.version.kind === 'keep') return null
  const chosen =
    work.version.kind === 'given'
      ? chosenVersion(work.version, work.tagPrefix, place)
      : await newestVersion(work, current, place)
  const isDowngrade = current.version !== null && isOlder(chosen.version, current.version)
  if (!isDowngrade || work.allowDowngrade) return chosen
  const reason = `the package has ${current.version}, which is newer`
  if (work.version.kind === 'given') {
    const subject = `version ${chosen.version}`
    throw new NarPublishError({ code: 'VERSION_OLDER', subject, reason })
  }
  // Nobody asked for that very version: a run by the clock has nothing to do.
  place.log.info(`version: not ${chosen.version}, as ${reason}`)
  return null
}

function chosenVersion(
  { text, source }: Extract<WantedVersion, { kind: 'given' }>,
  tagPrefix: string,
  { environment, log }: Pick<LatestQuestion, 'environment' | 'log'>
): ChosenVersion {
  const version = givenVersion(text, source, tagPrefix)
  if (source === 'input') {
    log.info(`version: ${version} (from the input \`version\`)`)
    return { version, tag: text === version ? null : text, releaseUrl: null }
  }
  const { url = null, isPreRelease = false } = environment.release ?? {}
  const mark = isPreRelease ? ', marked as a pre-release' : ''
  log.info(`version: ${version} (from the tag ${text} that started this run${mark})`)
  return { version, tag: text, releaseUrl: url }
}

async function newestVersion(
  { tagPrefix, token }: Pick<SyncWork, 'tagPrefix' | 'token'>,
  current: CurrentPackage,
  place: Pick<LatestQuestion, 'environment' | 'scratch' | 'log'>
): Promise<ChosenVersion> {
  // Who follows pre-releases goes on with them.
  const allowPreRelease = current.version !== null && isPreRelease(current.version)
  const { sourceUrls, homepage } = current
  const wish = { sourceUrls, homepage, tagPrefix, token, allowPreRelease, ...place }
  const { version, tag, url } = await latestVersion(wish)
  return { version, tag, releaseUrl: url }
}

import { parseNarInfo } from '../binary-cache/narinfo.ts'
import type { NarInfo } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { FileRelease, ReleasedFile, ReleasedFiles } from '../repository/types.ts'
import { count } from '../text.ts'
import { namedFiles } from './named-files.ts'

/** Files that nobody ever named stay for so long (milliseconds): a publish uploads them before it commits. */
const uploadLife = 24 * 60 * 60 * 1000

/** What becomes of the files beside the tree. */
export interface ReleasePlan {
  /** Each with the tag of its release. */
  files: (ReleasedFile & { tag: string })[]
  /** Releases that go as a whole, with all of their files: they hold nothing else. */
  releases: FileRelease[]
  notes: string[]
}

interface ReleaseNames {
  /** What narinfos name by now, in this branch and in others. */
  now: ReadonlySet<string>
  /** What this branch named before the prune. */
  before: ReadonlySet<string>
}

/**
 * Which files go: those that were named and are no longer, and those that nobody named within a day, abandoned drafts among them. A
 * release goes with its last file. `now`: milliseconds since 1970. Pure.
 */
export function planReleases(
  releases: readonly FileRelease[],
  names: ReleaseNames,
  now: number
): ReleasePlan {
  const plan: ReleasePlan = { files: [], releases: [], notes: [] }
  for (const release of releases) {
    const isOld = (since: number): boolean => now - since > uploadLife
    const isUseless = ({ name, uploadedAt }: ReleasedFile): boolean => {
      const address = addressOf(release, name)
      return !names.now.has(address) && (names.before.has(address) || isOld(uploadedAt))
    }
    const useless = release.files.filter(isUseless)
    const isEmptied =
      useless.length === release.files.length && (useless.length > 0 || isOld(release.madeAt))
    if (isEmptied && (!release.isDraft || isOld(release.madeAt))) plan.releases.push(release)
    else if (!release.isDraft && !release.isImmutable)
      plan.files.push(...useless.map((file) => ({ ...file, tag: release.tag })))
    else if (!release.isDraft && useless.length > 0) {
      plan.notes.push(
        `Release ${release.tag} is immutable, and something still needs it: of its ${count(release.files.length, 'file')}, ${useless.length} that nothing names stay there.`
      )
    }
  }
  return plan
}

/** What these narinfos, of the branch or of others, may mean by their addresses. */
export function namesOf(narInfos: readonly NarInfo[], elsewhere: readonly string[]): Set<string> {
  // One that cannot be read cannot be read by Nix either.
  const others = elsewhere.flatMap((text) => {
    try {
      return [parseNarInfo(text, 'narinfo').url]
    } catch (error) {
      if (!(error instanceof NarPublishError)) throw error
      return /^URL: (.*)$/m.exec(text)?.[1] ?? []
    }
  })
  return namedFiles([...narInfos.map(({ url }) => url), ...others])
}

export function filesOf({ files, releases }: ReleasePlan): ReleasedFile[] {
  return [...files, ...releases.flatMap((release) => release.files)]
}

/** What its address ends with. */
function addressOf({ tag }: { tag: string }, name: string): string {
  return `${tag}/${name}`
}

/**
 * Adds each file to `gone` as it goes. `namesNow`: what is named by now, asked again before each deletion, as a publish that lands
 * meanwhile may use a file that it found there. Throws what GitHub refuses.
 */
export async function removeReleased(
  released: Pick<ReleasedFiles, 'deleteFile' | 'deleteRelease'>,
  plan: ReleasePlan,
  namesNow: () => Promise<ReadonlySet<string>>,
  gone: ReleasedFile[],
  log: Log
): Promise<void> {
  for (const file of plan.files) {
    if ((await namesNow()).has(addressOf(file, file.name))) {
      log.info(`release asset ${file.name} is named again, and stays`)
      continue
    }
    await released.deleteFile(file)
    log.info(`release asset ${file.name} is gone`)
    gone.push(file)
  }
  for (const release of plan.releases) {
    const names = await namesNow()
    if (release.files.some(({ name }) => names.has(addressOf(release, name)))) {
      log.info(`release ${release.tag} is named again, and stays`)
    } else if (await released.deleteRelease(release)) {
      log.info(`release ${release.tag} is gone`)
      gone.push(...release.files)
    } else {
      log.info(`release ${release.tag} has got a new file meanwhile, and stays`)
    }
  }
}

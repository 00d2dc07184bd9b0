import { isOlder, isPreRelease } from './compare.ts'
import { formOf, leadOf, type VersionForm } from './form.ts'
import type { List, Listed } from './hosts/host.ts'
import { readTags, type TagWords } from './parse.ts'

/** One of a list, and the version that it is. */
export interface ListedVersion extends Listed {
  version: string
}

/** The package that a newer version is looked for of. */
export interface PresentVersion {
  /** null: it has none. */
  version: string | null
  form: VersionForm
}

interface Choice extends TagWords {
  allowPreRelease: boolean
  /** Versions that are left alone. */
  passesOver?: ((version: string) => boolean) | undefined
}

/**
 * The highest version of a list; what is none, or is a pre-release, does not count. One of another kind of number than the package's
 * and than what the place calls its latest (2019.12 beside 1.5.0) is from before a change of numbering. Null: none is left.
 */
export function newestVersion(
  list: List,
  words: Choice,
  present: PresentVersion
): ListedVersion | null {
  const read = versionsIn(list, words, present)
  const found = list.listed.flatMap((one, index): ListedVersion[] => {
    const version = read[index] ?? null
    if (version === null) return []
    const isEarly =
      one.isPreRelease || isPreRelease(version) || isPreRelease(wholeIn(one.tag, version, present))
    return isEarly && !words.allowPreRelease ? [] : [{ ...one, version }]
  })
  const latest = found.find(({ isLatest }) => isLatest)
  const kinds = [latest?.version, present.version].map((version) => isCalendar(version ?? ''))
  return found
    .filter(({ version }) => latest === undefined || kinds.includes(isCalendar(version)))
    .filter(({ version }) => words.passesOver?.(version) !== true)
    .reduce<ListedVersion | null>(
      (best, one) => (best === null || isOlder(best.version, one.version) ? one : best),
      null
    )
}

/**
 * A version with what follows it in its tag, but for what follows all of the package's: `v(\d+\.\d+)` of `version-regex` leaves out
 * that `v2.0-rc1` is none yet.
 */
function wholeIn(tag: string, version: string, { form }: PresentVersion): string {
  const [spelled, core] = [tag, version.slice(leadOf(version).length)].map((text) =>
    text.replaceAll(/[_-]/g, '.')
  )
  const start = spelled?.indexOf(core ?? '') ?? -1
  const after = form.tag?.after ?? ''
  if (start === -1) return version
  return after !== '' && tag.endsWith(after) ? tag.slice(start, -after.length) : tag.slice(start)
}

/** What each of the list is for the package; null: no version. */
function versionsIn(
  { of, listed }: List,
  words: TagWords,
  { version, form }: PresentVersion
): (string | null)[] {
  const tags = listed.map(({ tag }) => tag)
  const plain: VersionForm = { ...form, tag: null }
  // A registry's versions have nothing around them, whatever the tags of the source have.
  if (of === 'versions') return readTags(tags, { tagPrefix: '', versionRegex: null }, plain)
  if (words.tagPrefix !== '' || words.versionRegex !== null) return readTags(tags, words, form)
  const inForm = readTags(tags, words, form)
  if (form.tag !== null && inForm.some((read) => read !== null)) return inForm
  const asTheyAre = readTags(tags, words, plain)
  if (version === null || asTheyAre.includes(version)) return asTheyAre
  // The tag of the present version is among them, or several things' tags of that number.
  const shapes = tags.flatMap((tag) => formOf(version, [tag]).tag ?? [])
  const [shape] = shapes
  const isOne = new Set(shapes.map((one) => JSON.stringify(one))).size === 1
  // A number of one part is in other names by chance.
  const isShort = form.separator === null && version.length < 4
  if (shape === undefined || !isOne || isShort) return asTheyAre
  return readTags(tags, words, { ...form, tag: shape })
}

/** `2024.1`, `20240501`; `24.05` is none. */
function isCalendar(version: string): boolean {
  return /^[a-z]*(?:19|20)[0-9]{2}(?:$|[-._0-9])/i.test(version)
}

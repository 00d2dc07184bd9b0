import { NarPublishError } from '../../errors.ts'
import type { WantedVersion } from '../types.ts'
import { asWritten, plainForm, versionInShape, type VersionForm } from './form.ts'
import { versionsByRegex } from './version-regex.ts'
import { isTagVersion, isVersion, shownTag } from './words.ts'

/** What tells a version in a tag. */
export interface TagWords {
  /** Stripped from tags, before `v`. */
  tagPrefix: string
  /** A regular expression whose group is the version; null: the prefix and the package's own form tell. */
  versionRegex: string | null
}

/**
 * The version that a tag names, which is a word that no shell, path, option or URL reads otherwise: begins with a digit, at most
 * 100 of `0-9 A-Z a-z . _ + -`, ends with a letter or digit, has no `..`.
 *
 *     v1.84.0                 1.84.0
 *     refs/tags/infer-0.76.1  0.76.1 with tag prefix `infer-`
 *     2024-05-01              2024-05-01
 *     1.2.3-beta+build.5      1.2.3-beta+build.5
 *
 * Throws VERSION_INVALID for any other tag, and for one without the prefix.
 */
export function versionFromTag(tag: string, tagPrefix: string): string {
  const name = nameOf(tag)
  const rest = name.startsWith(tagPrefix) ? name.slice(tagPrefix.length) : null
  if (rest === null) {
    throw invalid(tag, `it does not begin with ${shownTag(tagPrefix)}, the tag prefix`)
  }
  const version = rest.replace(/^[vV](?=[0-9])/, '')
  if (isTagVersion(version)) return version
  throw invalid(
    tag,
    `${rest === tag ? 'it' : `${shownTag(rest)}, which is left of it,`} is no version ` +
      '(a digit, then digits, letters and `._+-`, at most 100 of them, no `..`, no sign at the end)',
    prefixHint(tag, tagPrefix)
  )
}

/**
 * The versions that tags name, as the package writes its own; null for a tag that names none: a repository has tags of all kinds,
 * most of them not ours to complain about. Throws REGEX_INVALID when `versionRegex` takes too long.
 */
export function readTags(
  tags: readonly string[],
  { tagPrefix, versionRegex }: TagWords,
  form: VersionForm
): (string | null)[] {
  const names = tags.map(nameOf)
  if (versionRegex !== null) {
    return versionsByRegex(versionRegex, names).map((found) => found && asWritten(found, form))
  }
  return names.map((name) => {
    if (tagPrefix !== '') {
      return name.startsWith(tagPrefix) ? spelledIn(name.slice(tagPrefix.length), form) : null
    }
    const { tag } = form
    // With a shape of its own, a tag without it is of something else.
    const hasShape = tag !== null && tag.before + tag.after !== ''
    return versionInShape(name, form) ?? (hasShape ? null : spelledIn(name, form))
  })
}

function spelledIn(name: string, form: VersionForm): string | null {
  return asWritten(name.replace(/^[vV](?=[0-9])/, ''), form)
}

/**
 * The version that was asked for by its name: a tag, or what a person typed, who may leave out what stands around it in tags. Throws
 * VERSION_INVALID, and REGEX_INVALID when `versionRegex` takes too long.
 */
export function givenVersion(
  { text, source }: Pick<GivenVersion, 'text' | 'source'>,
  words: TagWords,
  form: VersionForm = plainForm
): string {
  const [read] = readTags([text], words, form)
  if (read !== null && read !== undefined) return read
  const { tagPrefix, versionRegex } = words
  const isBare = source === 'input' && /^(?:[vV]?[0-9]|unstable-[0-9])/.test(text)
  const mayLackShape = isBare || (tagPrefix === '' && versionRegex === null)
  const typed = mayLackShape ? spelledIn(nameOf(text), form) : null
  if (typed !== null) return typed
  if (versionRegex !== null) {
    throw invalid(text, `\`version-regex\`, ${shownTag(versionRegex)}, finds no version in it`)
  }
  return versionFromTag(text, isBare ? '' : tagPrefix)
}

type GivenVersion = Extract<WantedVersion, { kind: 'given' }>

/**
 * Refuses, before anything is evaluated, what can be no version whatever the package's form is: a word without a digit, anything that
 * is no tag, a tag without the prefix that was told. Throws VERSION_INVALID, and REGEX_INVALID when `versionRegex` takes too long.
 */
export function refuseNoVersion(
  given: Pick<GivenVersion, 'text' | 'source'>,
  words: TagWords
): void {
  const isOpen = words.tagPrefix === '' && words.versionRegex === null
  if (isOpen && /^[0-9A-Za-z][0-9A-Za-z._+/@=-]{0,199}$/.test(given.text)) {
    if (/[0-9]/.test(given.text) && !given.text.includes('..')) return
  }
  givenVersion(given, words)
}

function nameOf(tag: string): string {
  return tag.replace(/^refs\/tags\//, '')
}

/** `infer-0.76.1`: the prefix that would make it a version; undefined: none would. */
export function prefixHint(tag: string, tagPrefix = ''): string | undefined {
  const rest = nameOf(tag).slice(tagPrefix.length)
  const first = rest.search(/(?<![A-Za-z])[vV]?[0-9]+[._-][0-9]|[0-9]/)
  const version = rest.slice(first).replace(/^[vV]/, '')
  if (first <= 0 || !isVersion(version)) return undefined
  const prefix = tagPrefix + rest.slice(0, first)
  return `Set \`tag-prefix\` to ${shownTag(prefix)} if ${shownTag(version)} is meant.`
}

function invalid(tag: string, reason: string, hint?: string): NarPublishError {
  return new NarPublishError({
    code: 'VERSION_INVALID',
    subject: `tag ${shownTag(tag)}`,
    reason,
    hint
  })
}

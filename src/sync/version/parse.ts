import { NarPublishError } from '../../errors.ts'
import type { WantedVersion } from '../types.ts'

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
  const name = tag.replace(/^refs\/tags\//, '')
  const rest = name.startsWith(tagPrefix) ? name.slice(tagPrefix.length) : null
  if (rest === null) throw invalid(tag, `it does not begin with ${show(tagPrefix)}, the tag prefix`)
  const version = rest.replace(/^[vV](?=[0-9])/, '')
  if (isVersion(version)) return version
  throw invalid(
    tag,
    `${rest === tag ? 'it' : `${show(rest)}, which is left of it,`} is no version ` +
      '(a digit, then digits, letters and `._+-`, at most 100 of them, no `..`, no sign at the end)',
    prefixHint(rest, tagPrefix)
  )
}

/** The same for what a person typed, who may leave the prefix out: `0.76.1`. */
function versionFromInput(text: string, tagPrefix: string): string {
  const isBare = /^[vV]?[0-9]/.test(text) && !text.startsWith(tagPrefix)
  return versionFromTag(text, isBare ? '' : tagPrefix)
}

function isVersion(text: string): boolean {
  return /^[0-9](?:[0-9A-Za-z._+-]{0,98}[0-9A-Za-z])?$/.test(text) && !text.includes('..')
}

/** `infer-0.76.1`: the prefix that would make it a version. */
function prefixHint(rest: string, tagPrefix: string): string | undefined {
  const first = rest.search(/[vV]?[0-9]+\./)
  const version = rest.slice(first).replace(/^[vV]/, '')
  if (first <= 0 || !isVersion(version)) return undefined
  const prefix = tagPrefix + rest.slice(0, first)
  return `Set \`tag-prefix\` to ${show(prefix)} if ${show(version)} is meant.`
}

function invalid(tag: string, reason: string, hint?: string): NarPublishError {
  return new NarPublishError({ code: 'VERSION_INVALID', subject: `tag ${show(tag)}`, reason, hint })
}

/** A tag is somebody else's text, of any length. */
function show(text: string): string {
  return JSON.stringify(text.slice(0, 200))
}

type GivenVersion = Extract<WantedVersion, { kind: 'given' }>

/** The version that was asked for by its name. Throws VERSION_INVALID. */
export function givenVersion(
  text: string,
  source: GivenVersion['source'],
  tagPrefix: string
): string {
  return source === 'input' ? versionFromInput(text, tagPrefix) : versionFromTag(text, tagPrefix)
}

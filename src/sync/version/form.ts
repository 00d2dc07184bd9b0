import { isVersion } from './words.ts'

/** How a package writes its version, and how the tag of its present source does. */
export interface VersionForm {
  /** What stands before the first digit and stays there: `v`, `r`, `unstable-`; mostly nothing. */
  lead: string
  /** What separates its parts; null: it has one part. A date's own is its dash. */
  separator: '.' | '-' | null
  /** null: its source is fetched by no name that holds the version. */
  tag: TagShape | null
}

/** `REL_18_1` is 18.1 between `REL_` and nothing, with `_` for the dot. */
export interface TagShape {
  /** Without a `v` that ends it, which comes and goes. */
  before: string
  after: string
  /** Empty: the digits of a date stand together. */
  separator: '.' | '-' | '_' | ''
}

/** Nothing is known of it. */
export const plainForm: VersionForm = { lead: '', separator: null, tag: null }

/**
 * Reads the form off the package's version and the names that its source goes by, the main one first (`refs/tags/curl-8_10_1`,
 * `v1.2.3`, `hello-2.12`). Pure.
 */
export function formOf(version: string | null, refs: readonly string[]): VersionForm {
  if (version === null) return plainForm
  const lead = leadOf(version)
  const core = version.slice(lead.length)
  const separator = core.includes('.') ? '.' : isDate(core) ? '-' : null
  for (const ref of refs) {
    // A commit holds any digit somewhere.
    if (/^[0-9a-f]{7,40}$/.test(ref) && /[a-f]/.test(ref)) continue
    const tag = shapeOf(ref.replace(/^refs\/(?:tags|heads)\//, ''), core, separator)
    if (tag !== null) return { lead, separator, tag }
  }
  return { lead, separator, tag: null }
}

/** What stands before a version's first digit, when that is a word: `v`, `r`, `unstable-`, `jdk-`. */
export function leadOf(version: string): string {
  return /^[A-Za-z]{1,20}[-_.]?(?=[0-9])/.exec(version)?.[0] ?? ''
}

/** A day, and nothing else: `2024-05-01`. */
function isDate(text: string): boolean {
  return /^(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]$/.test(text)
}

function shapeOf(name: string, core: string, own: VersionForm['separator']): TagShape | null {
  const separators =
    own === null
      ? (['.'] as const)
      : own === '.'
        ? (['.', '_', '-'] as const)
        : (['-', '.', '_', ''] as const)
  for (const separator of separators) {
    const spelled = own === null ? core : core.replaceAll(own, () => separator)
    const start = name.lastIndexOf(spelled)
    const end = start + spelled.length
    if (start === -1 || /[0-9]$/.test(name.slice(0, start)) || /^[0-9]/.test(name.slice(end))) {
      continue
    }
    return { before: withoutV(name.slice(0, start)), after: name.slice(end), separator }
  }
  return null
}

/** `v`, `release-v`: the last letter alone; not that of `dev`. */
function withoutV(before: string): string {
  return before.replace(/(?<![A-Za-z])[vV]$/, '')
}

/** The version that a tag of the package's own shape names, as the package writes versions; null: it is of another shape. */
export function versionInShape(name: string, form: VersionForm): string | null {
  if (form.tag === null) return null
  const { before, after } = form.tag
  if (!name.startsWith(before) || !name.endsWith(after)) return null
  const spelled = name.slice(before.length, after === '' ? undefined : -after.length)
  return asWritten(spelled.replace(/^[vV](?=[0-9])/, ''), form)
}

/** A version that was found in a tag or typed, as the package writes its own; null: it is none. */
export function asWritten(spelled: string, form: VersionForm): string | null {
  // `unstable-2022-03-15`, also for a package that had a release before.
  if (spelled.startsWith('unstable-') && isDate(spelled.slice('unstable-'.length))) return spelled
  const { lead } = form
  const rest = lead !== '' && spelled.startsWith(lead) ? spelled.slice(lead.length) : spelled
  const core = respelled(rest, form)
  if (!/^[0-9]/.test(core) || !isVersion(core)) return null
  // Who goes on from a day to a release leaves the word for days behind.
  return lead === '' || (lead === 'unstable-' && !isDate(core)) ? core : lead + core
}

/** `18_1` is 18.1, where the package has dots. */
function respelled(text: string, { separator: own, tag }: VersionForm): string {
  if (own === null) {
    // A version of one part does not show what separates two: only an underscore never stays.
    return tag?.before.endsWith('_') === true ? text.replaceAll('_', '.') : text
  }
  if (own === '-') {
    const [, year, month, day, rest] =
      /^((?:19|20)[0-9]{2})[._-]?([01][0-9])[._-]?([0-3][0-9])(.*)$/.exec(text) ?? []
    return year === undefined ? text : `${year}-${month ?? ''}-${day ?? ''}${rest ?? ''}`
  }
  const separator = tag?.separator ?? (/^[0-9]+_[0-9]/.test(text) ? '_' : '.')
  if (text.includes('.') || isDate(text)) return text
  if (separator === '_') return text.replaceAll('_', '.')
  // A dash before a word begins a suffix: `1-86-0-beta1`.
  return separator === '-' ? text.replaceAll(/(?<=[0-9])-(?=[0-9])/g, '.') : text
}

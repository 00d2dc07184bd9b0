import { commitWord, fileWord, singleSpaced } from '../../harmless.ts'
import { isBranchName } from '../../repository/branch-name.ts'
import { revisionWords, type SyncChange } from '../types.ts'

/** GitHub refuses a longer title. */
const longestTitle = 256

/** What a pull request is named by. */
interface Named<Change> {
  changes: readonly Change[]
  group: string | null
}

/**
 * The commit's first line and the pull request's title, or what was given for it:
 *
 *     infer: 0.76.0 → 0.76.1                           in nixpkgs with its own arrow
 *     luna, luna-docs: 1.2.0 → 1.3.0                   a change of several packages
 *     GROUP: luna 1.2.0 → 1.3.0, sol 2.0 → 2.1, and 3 more
 *
 * `upstream`: name of the repository that the pull request goes to.
 */
export function proposalTitle(
  { changes, group }: Named<SyncChange>,
  upstream: string,
  given: string | null
): string {
  const ownWords = singleSpaced(given ?? '')
  return shortened(ownWords === '' ? ownTitle({ changes, group }, upstream) : ownWords)
}

function shortened(title: string): string {
  return Array.from(title).slice(0, longestTitle).join('')
}

function ownTitle({ changes, group }: Named<SyncChange>, upstream: string): string {
  // https://github.com/NixOS/nixpkgs/blob/master/pkgs/README.md#commit-conventions
  const arrow = changes.some((change) => isNixpkgs(change, upstream)) ? '->' : '→'
  const steps = changes.map((change) => stepWords(change, arrow))
  const names = changes.map(({ name }) => word(name))
  const [step = ''] = steps
  if (group === null && steps.every((one) => one === step)) {
    const end = `: ${step}`
    return `${fitting(names, longestTitle - end.length)}${end}`
  }
  const begin = group === null ? '' : `${word(group)}: `
  const items = changes.map((change, index) => `${names[index] ?? ''} ${shortStep(change, arrow)}`)
  return `${begin}${fitting(items, longestTitle - begin.length)}`
}

/** As many of them as there is room for, and how many more there are. */
function fitting(items: readonly string[], longest: number): string {
  for (let shown = items.length; shown > 1; shown--) {
    const rest = items.length - shown
    const text = [...items.slice(0, shown), ...(rest === 0 ? [] : [`and ${rest} more`])].join(', ')
    if (text.length <= longest) return text
  }
  const rest = items.length - 1
  return `${items[0] ?? ''}${rest > 0 ? `, and ${rest} more` : ''}`
}

/** What becomes of the version. */
function stepWords({ oldVersion, newVersion, revision }: SyncChange, arrow: string): string {
  if (newVersion === null || newVersion === oldVersion) {
    return revision === null ? 'recompute hashes' : revisionWords(revision, arrow)
  }
  if (oldVersion === null) return `update to ${word(newVersion)}`
  return `${word(oldVersion)} ${arrow} ${word(newVersion)}`
}

/** The same behind a name. */
function shortStep(change: SyncChange, arrow: string): string {
  const { oldVersion, newVersion, revision } = change
  if (newVersion !== oldVersion && newVersion !== null && oldVersion === null) {
    return `${arrow} ${word(newVersion)}`
  }
  const areHashes = revision === null && (newVersion === null || newVersion === oldVersion)
  return areHashes ? 'hashes' : stepWords(change, arrow)
}

/** Whether the package is one of nixpkgs', wherever that was forked to. */
export function isNixpkgs(
  { package: { text }, versions, hashes }: SyncChange,
  upstream: string
): boolean {
  return (
    upstream.toLowerCase() === 'nixpkgs' ||
    /^file:(\.\/)?pkgs\/by-name\//.test(text) ||
    [...versions, ...hashes].some(({ file }) => file.startsWith('pkgs/by-name/'))
  )
}

/**
 * `nar-publish/<name>-<version>`, by the first package of several, or `nar-publish/<group>`, with `-` for whatever Git does not take in a
 * branch's name.
 */
export function proposalBranch({
  changes: [first],
  group
}: Named<Pick<SyncChange, 'name' | 'newVersion' | 'revision'>>): string {
  const { name = '', newVersion = null, revision = null } = first ?? {}
  const branch =
    group !== null
      ? `${branchFolder}${refWord(group)}`
      : `${branchPrefix(name)}${refWord(newVersion ?? revision?.new.slice(0, 7) ?? 'hashes')}`
  return isBranchName(branch) ? branch : `${branchFolder}update`
}

/** What all branches begin with, unless another one was given. */
export const branchFolder = 'nar-publish/'

/** What the branches of a package begin with, unless others were given; those of other packages may too. */
export function branchPrefix(name: string): string {
  return `${branchFolder}${refWord(name)}-`
}

function refWord(text: string): string {
  return fileWord(text.slice(0, 100))
    .replace(/\.{2,}/g, '.')
    .replace(/^\.|\.$|\.lock$/g, '-')
}

function word(text: string): string {
  return commitWord(text, 80)
}

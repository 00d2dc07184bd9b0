import { commitWord, fileWord, singleSpaced } from '../../harmless.ts'
import { isBranchName } from '../../repository/branch-name.ts'
import { revisionWords, type SyncChange } from '../types.ts'

/** GitHub refuses a longer title. */
const longestTitle = 256

/**
 * The commit's first line and the pull request's title: `infer: 0.76.0 → 0.76.1`, in nixpkgs with its own arrow, or what was given for
 * it. `upstream`: name of the repository that the pull request goes to.
 */
export function proposalTitle(change: SyncChange, upstream: string, given: string | null): string {
  const ownWords = singleSpaced(given ?? '')
  if (ownWords !== '') return Array.from(ownWords).slice(0, longestTitle).join('')
  const name = word(change.name)
  const { oldVersion, newVersion, revision } = change
  // https://github.com/NixOS/nixpkgs/blob/master/pkgs/README.md#commit-conventions
  const arrow = isNixpkgs(change, upstream) ? '->' : '→'
  if (newVersion === null || newVersion === oldVersion) {
    return `${name}: ${revision === null ? 'recompute hashes' : revisionWords(revision, arrow)}`
  }
  if (oldVersion === null) return `${name}: update to ${word(newVersion)}`
  return `${name}: ${word(oldVersion)} ${arrow} ${word(newVersion)}`
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

/** `nar-publish/<name>-<version>`, with `-` for whatever Git does not take in a branch's name. */
export function proposalBranch({
  name,
  newVersion,
  revision
}: Pick<SyncChange, 'name' | 'newVersion' | 'revision'>): string {
  const branch = `${branchPrefix(name)}${refWord(newVersion ?? revision?.new.slice(0, 7) ?? 'hashes')}`
  return isBranchName(branch) ? branch : 'nar-publish/update'
}

/** What the branches of a package begin with, unless others were given; those of other packages may too. */
export function branchPrefix(name: string): string {
  return `nar-publish/${refWord(name)}-`
}

function refWord(text: string): string {
  return fileWord(text.slice(0, 100))
    .replace(/\.{2,}/g, '.')
    .replace(/^\.|\.$|\.lock$/g, '-')
}

function word(text: string): string {
  return commitWord(text, 80)
}

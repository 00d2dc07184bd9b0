import { shellWord } from '../../harmless.ts'
import { buildCommand } from '../../nix/flake-command.ts'
import type { SyncChange } from '../types.ts'
import { isNixpkgs } from './title.ts'

/** Where the changed branch is, for who wants to try it. */
export interface TryPlace {
  serverUrl: string
  /** `owner/name` of the repository that has the branch. */
  repository: string
  branch: string
  /** Repository that the pull request goes to, without its owner. */
  upstream: string
  isFork: boolean
}

/** Of many packages nobody types more. */
const mostPackages = 5

/**
 * Lines for a shell that build what the branch has; none for a package whose names would have to be escaped in more than one language. Of
 * many packages the first few.
 */
export function tryCommands(changes: readonly SyncChange[], place: TryPlace): string[] {
  const lines = changes.flatMap((change) => commandsOf(change, place))
  const [checkout, builds] = [lines.filter(isCheckout), lines.filter((line) => !isCheckout(line))]
  return [...new Set([...checkout, ...builds.slice(0, mostPackages)])]
}

function isCheckout(line: string): boolean {
  return line.startsWith('gh pr checkout ')
}

function commandsOf(change: SyncChange, place: TryPlace): string[] {
  const { package: reference, name } = change
  if (reference.kind === 'flake') {
    const { folder, attribute } = reference
    const line = buildCommand({ ...place, folder, at: { branch: place.branch } }, attribute)
    return line === null ? [] : [line]
  }
  const build = isNixpkgs(change, place.upstream)
    ? buildAttribute(null, reference.attribute || packageFolder(reference.path) || name)
    : buildFile(reference.path, reference.attribute)
  if (build === null) return []
  const [owner = ''] = place.repository.split('/')
  // `gh pr checkout` takes the branch as well as the number, which is not known before the text is written.
  const branch = place.isFork ? `${owner}:${place.branch}` : place.branch
  return [`gh pr checkout ${shellWord(branch)}`, build]
}

const plainPath = /^[\w./+-]+$/
const plainAttribute = /^[\w."'+-]*$/

/** `infer` of `pkgs/by-name/in/infer/package.nix`; empty for other files. */
function packageFolder(path: string): string {
  return /^(?:\.\/)?pkgs\/by-name\/[^/]+\/([^/]+)\//.exec(path)?.[1] ?? ''
}

function buildFile(path: string, attribute: string): string | null {
  const file = `./${path.replace(/^(\.\/)+/, '')}`
  if (attribute !== '') return buildAttribute(file, attribute)
  if (!plainPath.test(file)) return null
  // As it stands, or called with callPackage: the file tells which.
  return `nix-build -E 'let f = import ${file}; in if builtins.isFunction f then (import <nixpkgs> { }).callPackage f { } else f'`
}

function buildAttribute(file: string | null, attribute: string): string | null {
  if (!plainAttribute.test(attribute)) return null
  const words = ['nix-build', ...(file === null ? [] : [file]), '-A', attribute]
  return words.map(shellWord).join(' ')
}

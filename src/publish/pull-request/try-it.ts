import { trustingUrl } from '../../catalogue/reader-lines.ts'
import { shellWord } from '../../harmless.ts'
import { buildCommand } from '../../nix/flake-command.ts'
import type { AttributeView } from './view.ts'

/** Where what is told can be had. */
export interface TryPlace {
  serverUrl: string
  /** `owner/name` of the source. */
  repository: string
  /** The pull request's newest commit. */
  head: string
  /** What serves readers the pull request's paths; null: nothing does, and they are built. */
  cache: { substituterUrl: string; publicKeys: readonly string[] } | null
}

/** Nobody types more. */
const mostLines = 5

/** Lines for a shell that fetch the pull request's own paths, or build its own commit; of many attributes the first few. */
export function tryCommands(attributes: readonly AttributeView[], place: TryPlace): string[] {
  const lines = attributes
    .filter(({ state }) => state !== 'failed' && state !== 'missing')
    .flatMap((one) => lineOf(one, place) ?? [])
  return [...new Set(lines)].slice(0, mostLines)
}

function lineOf({ attribute, storePath, state }: AttributeView, place: TryPlace): string | null {
  const { cache, serverUrl, repository, head } = place
  const isThere = ['built', 'new', 'held'].includes(state)
  if (cache !== null && storePath !== null && isThere) {
    const { substituterUrl: url, publicKeys } = cache
    const [keys, address] = [publicKeys.join(' '), publicKeys.length === 0 ? trustingUrl(url) : url]
    const options = [
      ...['--extra-substituters', address],
      ...(keys === '' ? [] : ['--extra-trusted-public-keys', keys])
    ]
    return ['nix', 'build', storePath, ...options].map(shellWord).join(' ')
  }
  const [, folder, fragment = ''] = /^(\.(?:\/[^#?]*)?)(?:#(.*))?$/.exec(attribute) ?? []
  // Which outputs is a matter of quoting for some shells; all of them are as good for who tries it.
  const at = { commit: head }
  return folder === undefined
    ? null
    : buildCommand({ serverUrl, repository, folder, at }, fragment.replace(/\^[^^]*$/, ''))
}

import { shownName } from '../harmless.ts'
import { plainUrl } from '../markdown/plain-url.ts'
import type { CatalogueRow } from './types.ts'

export interface CacheAddress {
  /** null: nobody serves the files; Nix reads a clone of the branch, wherever the reader has put it. */
  substituterUrl: string | null
  /** `name:base64` each; none: the cache is unsigned. */
  publicKeys: readonly string[]
}

/** The lines for nix.conf, without line ends. */
export function nixConfLines(cache: CacheAddress): string[] {
  return settings(cache).map(([name, value]) => `${name} = ${value}`)
}

/** The lines for a flake.nix, inside of its outer braces. */
export function flakeConfigLines(cache: CacheAddress): string[] {
  // plainUrl leaves neither quotes, backslashes nor braces, so that the value is a Nix string as it stands.
  return settings(cache).map(([name, value]) => `nixConfig.${name} = [ "${value}" ];`)
}

/**
 * One line for a shell that gets the artifact from the cache: it runs its program, or leaves a link `result`. Works with any Nix
 * from 2.8 on that takes these options from its user (root, or one of `trusted-users`), flakes switched on or not.
 */
export function tryCommand(row: CatalogueRow, cache: CacheAddress): string {
  const program =
    row.mainProgram !== null && /^\w[\w.+-]*$/.test(row.mainProgram) ? row.mainProgram : null
  return [
    ...[
      'nix',
      program === null ? 'build' : 'shell',
      '--extra-experimental-features',
      'nix-command'
    ],
    ...settings(cache).flatMap(([name, value]) => [`--${name}`, value]),
    plainUrl(row.storePath),
    ...(program === null ? [] : ['--command', program])
  ]
    .map((word) => (/^[\w%+=:,./@-]+$/.test(word) ? word : `'${word}'`))
    .join(' ')
}

/** Stands for the folder of the reader's clone. */
export const cloneFolder = 'file:///path/to/the/clone'

/** The line that makes such a clone, and the one that brings it up to date. */
export function cloneCommands(cloneUrl: string, branch: string): string[] {
  return [
    `git clone --depth 1 --branch ${shellWord(branch)} -- ${shellWord(cloneUrl)} clone`,
    // No pull: where a prune has replaced the history there is nothing to merge with.
    "git -C clone fetch --depth 1 && git -C clone reset --hard '@{upstream}'"
  ]
}

/** `text` as one word for a shell, on one line. */
export function shellWord(text: string): string {
  const line = shownName(text)
  return /^[\w%+=:,./@-]+$/.test(line) ? line : `'${line.replaceAll("'", () => "'\\''")}'`
}

/** Nix's settings that make this cache usable beside those that the reader has. */
function settings({ substituterUrl, publicKeys }: CacheAddress): [name: string, value: string][] {
  const url = plainUrl(substituterUrl ?? cloneFolder)
  // `trusted` is a property of this one address: signatures stay required for every other cache. `nix copy` does not heed it, so the
  // command is `nix build` or `nix shell`. https://nix.dev/manual/nix/latest/store/types/http-binary-cache-store#store-setting-trusted
  if (publicKeys.length === 0) {
    return [['extra-substituters', `${url}${url.includes('?') ? '&' : '?'}trusted=true`]]
  }
  return [
    ['extra-substituters', url],
    ['extra-trusted-public-keys', publicKeys.map(plainUrl).join(' ')]
  ]
}

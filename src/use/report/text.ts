import {
  netrcLines,
  readerKinds,
  readerLines,
  type ReadableCache,
  type ReaderKind
} from '../../catalogue/reader-lines.ts'

const headings: Readonly<Record<ReaderKind, string>> = {
  'nix.conf': '/etc/nix/nix.conf, or ~/.config/nix/nix.conf of a user whom the Nix daemon trusts',
  nixos: 'NixOS: configuration.nix',
  'home-manager': 'Home Manager: home.nix (for a user whom the Nix daemon trusts)',
  darwin: 'nix-darwin: configuration.nix',
  flake: 'flake.nix, for all who use it',
  devenv: 'devenv, whose own files take caches of Cachix only',
  github: 'a job on GitHub',
  command: 'one command'
}

/** The lines for one kind of reader, and nothing else; for each of them under a heading when `kind` is null. */
export function useText(cache: ReadableCache, kind: ReaderKind | null, netrcFile: string): string {
  if (kind !== null) return readerLines[kind](cache).join('\n')
  const netrc = netrcLines(cache)
  return [
    ...readerKinds.map((each) => [`# ${headings[each]}`, ...readerLines[each](cache)]),
    ...(netrc.length === 0
      ? []
      : [[`# ${netrcFile}, readable by root only; ${netrcAdvice}`, ...netrc]])
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

export const netrcAdvice = 'TOKEN is a fine-grained one with “Contents: read” on the cache'

/** What to do where the daemon passes over this user's substituters. An administrator, not root by another name. */
export function administratorText(cache: ReadableCache): string {
  const keys = cache.publicKeys.join(' ')
  return [
    'Nix’s daemon does not trust this user, and passes over a substituter of theirs that it does not know. An administrator lets it be chosen with these lines in /etc/nix/nix.conf:',
    `  extra-trusted-substituters = ${cache.substituterUrl}`,
    `  extra-trusted-public-keys = ${keys}`
  ].join('\n')
}

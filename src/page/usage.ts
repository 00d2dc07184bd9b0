import { jobBlocks, lateness, stepsOf, whereItIs } from '../catalogue/how-to-use.ts'
import {
  placeOfSteps,
  readableCache,
  readerKinds,
  readerLines,
  readerNotes,
  type ReaderKind
} from '../catalogue/reader-lines.ts'
import type { CacheDescription } from '../catalogue/types.ts'
import { codeBlock, text, type Block } from '../markdown/blocks.ts'
import { blocksHtml, escapeHtml } from '../markdown/html.ts'

/** What stands on a tab, and above its lines; `where` null: it depends on these. */
const tabs: Readonly<
  Record<ReaderKind, { title: string; where: string | null; language: string }>
> = {
  'nix.conf': {
    title: 'nix.conf',
    where:
      'In `/etc/nix/nix.conf`, or `~/.config/nix/nix.conf` of a user whom the Nix daemon trusts:',
    language: 'ini'
  },
  nixos: { title: 'NixOS', where: 'In `configuration.nix`:', language: 'nix' },
  'home-manager': {
    title: 'Home Manager',
    where: 'In `home.nix`, of a user whom the Nix daemon trusts:',
    language: 'nix'
  },
  darwin: { title: 'nix-darwin', where: 'In `configuration.nix`:', language: 'nix' },
  flake: { title: 'Flake', where: 'In `flake.nix`, for all who use it:', language: 'nix' },
  devenv: {
    title: 'devenv',
    where: 'Its own files take only caches of Cachix, so this one is named on the command line:',
    language: 'sh'
  },
  github: { title: 'GitHub job', where: null, language: 'yaml' },
  command: {
    title: 'One command',
    where:
      'As root, or as a user whom the Nix daemon trusts; put a store path or an attribute of a flake in place of `INSTALLABLE`:',
    language: 'sh'
  }
}

/** How to use the cache, for each kind of reader, as the README tells some: it does not depend on what is published. */
export function usageHtml(description: CacheDescription, publicKeys: readonly string[]): string {
  const cache = readableCache(description, publicKeys, null)
  const kinds = readerKinds.filter(
    (kind) => kind !== 'github' || description.substituterUrl !== null
  )
  const whereOf = (kind: ReaderKind): string =>
    tabs[kind].where ?? `${placeOfSteps(stepsOf(cache, description))}:`
  const blocksOf = (kind: ReaderKind): Block[] =>
    kind === 'github'
      ? jobBlocks(cache, description)
      : [
          codeBlock(tabs[kind].language, readerLines[kind](cache)),
          ...(kind in readerNotes ? [text(readerNotes[kind as keyof typeof readerNotes])] : [])
        ]
  return [
    blocksHtml(whereItIs(description, publicKeys)),
    ...kinds.map(
      (kind) => `<section data-kind="${kind}"><h3>${escapeHtml(tabs[kind].title)}</h3>
${blocksHtml([text(whereOf(kind)), ...blocksOf(kind)])}
</section>`
    ),
    blocksHtml([lateness(description)])
  ].join('\n')
}

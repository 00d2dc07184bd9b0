import { jobBlocks, lateness, whereItIs } from '../catalogue/how-to-use.ts'
import {
  readableCache,
  readerKinds,
  readerLines,
  readerNotes,
  type ReaderKind
} from '../catalogue/reader-lines.ts'
import type { CacheDescription } from '../catalogue/types.ts'
import { codeBlock, text, type Block } from '../markdown/blocks.ts'
import { blocksHtml, escapeHtml } from '../markdown/html.ts'

/** What stands on a tab, and above its lines. */
const tabs: Readonly<Record<ReaderKind, { title: string; where: string; language: string }>> = {
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
    where:
      'Its own files take caches of Cachix only, so that this one is told on the command line:',
    language: 'sh'
  },
  github: { title: 'GitHub job', where: 'Steps of a job:', language: 'yaml' },
  command: {
    title: 'One command',
    where:
      'Of root, or of a user who may choose caches, with a store path or an attribute of a flake for `INSTALLABLE`:',
    language: 'sh'
  }
}

/** How to use the cache, for each kind of reader, as the README tells some: it does not depend on what is published. */
export function usageHtml(description: CacheDescription, publicKeys: readonly string[]): string {
  const cache = readableCache(description, publicKeys, null)
  const kinds = readerKinds.filter(
    (kind) => kind !== 'github' || description.substituterUrl !== null
  )
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
${blocksHtml([text(tabs[kind].where), ...blocksOf(kind)])}
</section>`
    ),
    blocksHtml([lateness(description)])
  ].join('\n')
}

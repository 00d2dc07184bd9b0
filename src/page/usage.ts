import { jobBlocks, lateness, readableCache, whereItIs } from '../catalogue/how-to-use.ts'
import {
  readerHeadings,
  readerKinds,
  readerLines,
  readerNotes,
  type ReaderKind
} from '../catalogue/reader-lines.ts'
import type { CacheDescription } from '../catalogue/types.ts'
import { codeBlock, text, type Block } from '../markdown/blocks.ts'
import { blocksHtml, escapeHtml } from './html.ts'

/** What stands on a tab. */
const titles: Readonly<Record<ReaderKind, string>> = {
  'nix.conf': 'nix.conf',
  nixos: 'NixOS',
  'home-manager': 'Home Manager',
  darwin: 'nix-darwin',
  flake: 'Flake',
  devenv: 'devenv',
  github: 'GitHub job',
  command: 'One command'
}

const languages: Readonly<Record<ReaderKind, string>> = {
  ...{ 'nix.conf': 'ini', nixos: 'nix', 'home-manager': 'nix', darwin: 'nix', flake: 'nix' },
  ...{ devenv: 'sh', github: 'yaml', command: 'sh' }
}

/** How to use the cache, for each kind of reader, as the README tells some: it does not depend on what is published. */
export function usageHtml(description: CacheDescription, publicKeys: readonly string[]): string {
  const cache = readableCache(description, publicKeys, undefined)
  const kinds = readerKinds.filter(
    (kind) => kind !== 'github' || description.substituterUrl !== null
  )
  const blocksOf = (kind: ReaderKind): Block[] =>
    kind === 'github'
      ? jobBlocks(cache, description)
      : [
          codeBlock(languages[kind], readerLines[kind](cache)),
          ...(kind in readerNotes ? [text(readerNotes[kind as keyof typeof readerNotes])] : [])
        ]
  return [
    blocksHtml(whereItIs(description, publicKeys)),
    ...kinds.map(
      (kind) => `<section data-kind="${kind}"><h3>${escapeHtml(titles[kind])}</h3>
<p>In ${escapeHtml(readerHeadings[kind])}:</p>
${blocksHtml(blocksOf(kind))}
</section>`
    ),
    blocksHtml([lateness(description)])
  ].join('\n')
}

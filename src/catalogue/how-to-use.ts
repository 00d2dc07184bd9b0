import { codeBlock, markdownBlocks, text, type Block } from '../markdown/blocks.ts'
import { plainUrl } from '../markdown/plain-url.ts'
import { isReadRaw, rawNotice } from './raw-limits.ts'
import {
  cloneCommands,
  cloneFolder,
  jobSteps,
  netrcLines,
  placeOfSteps,
  readableCache,
  readerLines,
  readerNotes,
  type ReadableCache
} from './reader-lines.ts'
import { newestRow } from './rows.ts'
import { serverNames } from './told-address.ts'
import type { CacheDescription, ShownCatalogue, ShownRow } from './types.ts'

/** What the block says above its table, one block of Markdown each: where the cache is, and how each kind of reader makes it known to Nix. */
export function usage(
  { newest: shown, publicKeys }: ShownCatalogue,
  description: CacheDescription
): string[] {
  const newest = newestRow(shown)
  const cache = readableCache(description, publicKeys, newest ?? null)
  return markdownBlocks([
    text(
      { name: description.repository },
      ' is a cache for [Nix](https://nixos.org): what is listed below is downloaded instead of built.'
    ),
    ...whereItIs(description, publicKeys),
    ...(newest === undefined
      ? [text('Nothing is published yet.')]
      : [
          text(
            'The newest artifact, ',
            ...artifactName(newest),
            ' for ',
            { name: newest.system },
            ', in one command (of root, or of a user who may choose caches):'
          ),
          codeBlock('sh', readerLines.command(cache)),
          text('To have the cache asked whenever it may help:'),
          ...readers(cache, description),
          lateness(description)
        ])
  ])
}

/** Its address and keys, and what its readers have to know before they use it. */
export function whereItIs(description: CacheDescription, publicKeys: readonly string[]): Block[] {
  const { repository, branch, substituterUrl, cloneUrl } = description
  return [
    addressList(description, publicKeys),
    ...(substituterUrl === null ? cloning(cloneUrl ?? repository, branch) : []),
    ...(publicKeys.length === 0 ? [text(unsignedNotice)] : []),
    ...privateNotice(readableCache(description, publicKeys, null)),
    ...(isReadRaw(description) ? rawNotice(description) : [])
  ]
}

function addressList(
  { substituterUrl, servedBy }: CacheDescription,
  publicKeys: readonly string[]
): Block {
  return {
    is: 'list',
    items: [
      substituterUrl === null
        ? ['Substituter: a clone of this branch, as ', { code: cloneFolder }]
        : [
            'Substituter: ',
            { code: plainUrl(substituterUrl), longest: 2000, what: 'the address of the cache' }
          ],
      ...(servedBy === null || servedBy === 'other'
        ? []
        : [[`Served by: ${serverNames[servedBy]}`]]),
      ...(publicKeys.length === 0
        ? [['Public key: none, **this cache is not signed**']]
        : publicKeys.map((key) => [
            'Public key: ',
            { code: plainUrl(key), what: 'the public key' }
          ]))
    ]
  }
}

const unsignedNotice =
  'Nix refuses what is not signed, unless it is told to trust the cache that it comes from. `trusted=true` in the address does so for this cache alone: whoever can write to its repository then decides what the machine runs.'

/** For a repository whose files nobody serves by HTTP. */
function cloning(cloneUrl: string, branch: string): Block[] {
  return [
    text('Nobody serves these files by HTTP; a clone of the branch is a cache as it stands:'),
    codeBlock('sh', cloneCommands(cloneUrl, branch))
  ]
}

function privateNotice(cache: ReadableCache): Block[] {
  if (cache.login === null) return []
  return [
    text(
      '**This cache is private.** Nix reads it with a token, a fine-grained one with “Contents: read” on ',
      { name: cache.repository },
      '. This line, with the token in place of `TOKEN`, goes into the machine’s `/etc/nix/netrc`, which only root should be able to read:'
    ),
    codeBlock('text', netrcLines(cache))
  ]
}

/** Folded, as each reader is of one kind. */
function readers(cache: ReadableCache, description: CacheDescription): Block[] {
  return [
    folded('NixOS, nix-darwin: `configuration.nix`', [codeBlock('nix', readerLines.nixos(cache))]),
    folded('A flake, for all who use it: `flake.nix`', [
      codeBlock('nix', readerLines.flake(cache)),
      text(readerNotes.flake)
    ]),
    ...(description.substituterUrl === null
      ? []
      : [folded(placeOfSteps(stepsOf(cache, description)), jobBlocks(cache, description))]),
    folded('Any other machine: `/etc/nix/nix.conf`', [
      codeBlock('ini', readerLines['nix.conf'](cache)),
      text(readerNotes['nix.conf'])
    ])
  ]
}

/** For a cache that has an address: no job finds a clone on its runner. */
export function jobBlocks(cache: ReadableCache, description: CacheDescription): Block[] {
  return [
    codeBlock('yaml', stepsOf(cache, description)),
    ...(cache.login === null ? [] : [text(readerNotes.github)])
  ]
}

export function stepsOf(cache: ReadableCache, description: CacheDescription): string[] {
  return jobSteps(cache, description.branch, description.webUrl('') !== '')
}

/** What to do about a path that is not there yet. */
export function lateness({ servedBy }: CacheDescription): Block {
  const late = {
    pages: 'GitHub Pages shows a commit up to 10 minutes late',
    raw: 'The raw files of a branch are up to 5 minutes late',
    other: 'A server may show a commit late',
    none: 'A clone has what it had when it was last brought up to date'
  }
  return folded('A path that was just published seems to be missing', [
    text(
      `${late[servedBy ?? 'none']}, and Nix remembers for an hour that a path was not there. After that time, ask past Nix’s memory: add \`--option narinfo-cache-negative-ttl 0\` to the command.`
    )
  ])
}

function folded(heading: string, blocks: readonly Block[]): Block {
  return { is: 'folded', heading: [heading], blocks }
}

function artifactName({ name, version }: ShownRow): (string | { name: string })[] {
  return ['**', { name }, '**', ...(version === null ? [] : [' ', { name: version }])]
}

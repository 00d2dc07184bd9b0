import { details, fenced, markdownCode, markdownText } from '../markdown/markdown.ts'
import { plainUrl } from '../markdown/plain-url.ts'
import { isReadRaw, rawNotice } from './raw-limits.ts'
import {
  cloneCommands,
  cloneFolder,
  netrcLines,
  readerLines,
  trustingUrl,
  useSteps,
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
  const { repository, branch, substituterUrl, cloneUrl } = description
  const newest = newestRow(shown)
  const cache = readableCache(description, publicKeys, newest)
  return [
    `${markdownText(repository)} is a cache for [Nix](https://nixos.org): what is listed below is downloaded instead of built.`,
    addressList(description, publicKeys),
    ...(substituterUrl === null ? cloning(cloneUrl ?? repository, branch) : []),
    ...(publicKeys.length === 0 ? [unsignedNotice] : []),
    ...privateNotice(cache),
    ...(isReadRaw(description) ? rawNotice(description) : []),
    ...(newest === undefined
      ? ['Nothing is published yet.']
      : [
          `The newest artifact, ${artifactName(newest)} for ${markdownText(newest.system)}, in one command (of root, or of a user who may choose caches):`,
          fenced('sh', readerLines.command(cache)),
          'To have the cache asked whenever it may help:',
          ...readers(cache, description),
          ...details('A path that was just published seems to be missing', [lateness(description)])
        ])
  ]
}

/** As the lines for readers take it. */
function readableCache(
  { repository, substituterUrl, login }: CacheDescription,
  publicKeys: readonly string[],
  newest: ShownRow | undefined
): ReadableCache {
  const url = substituterUrl ?? cloneFolder
  const program = newest?.mainProgram ?? ''
  return {
    repository,
    substituterUrl: publicKeys.length === 0 ? trustingUrl(url) : url,
    publicKeys,
    login,
    example:
      newest === undefined
        ? null
        : {
            storePath: newest.storePath,
            program: /^\w[\w.+-]*$/.test(program) ? program : null
          }
  }
}

function addressList(
  { substituterUrl, servedBy }: CacheDescription,
  publicKeys: readonly string[]
): string {
  const keys = publicKeys.map((key) => `- Public key: ${markdownCode(plainUrl(key))}`)
  const where =
    substituterUrl === null
      ? `a clone of this branch, as ${markdownCode(cloneFolder)}`
      : markdownCode(plainUrl(substituterUrl), 2000)
  return [
    `- Substituter: ${where}`,
    ...(servedBy === null || servedBy === 'other' ? [] : [`- Served by: ${serverNames[servedBy]}`]),
    ...(keys.length === 0 ? ['- Public key: none, **this cache is not signed**'] : keys)
  ].join('\n')
}

const unsignedNotice =
  'Nix refuses what is not signed, unless it is told to trust the cache that it comes from. `trusted=true` in the address does so for this cache alone: whoever can write to its repository then decides what the machine runs.'

/** For a repository whose files nobody serves by HTTP. */
function cloning(cloneUrl: string, branch: string): string[] {
  return [
    'Nobody serves these files by HTTP; a clone of the branch is a cache as it stands:',
    fenced('sh', cloneCommands(cloneUrl, branch))
  ]
}

function privateNotice(cache: ReadableCache): string[] {
  if (cache.login === null) return []
  return [
    `**This cache is private.** Nix reads it with a token, a fine-grained one with “Contents: read” on ${markdownText(cache.repository)}. With the token for \`TOKEN\`, this line goes into the machine’s \`/etc/nix/netrc\`, which only root can read:`,
    fenced('text', netrcLines(cache))
  ]
}

/** Folded, as each reader is of one kind. */
function readers(cache: ReadableCache, description: CacheDescription): string[] {
  // `mode: use` finds caches on this GitHub, and takes none that is not signed.
  const isHere = description.webUrl('') !== ''
  const steps =
    isHere && cache.publicKeys.length > 0
      ? useSteps(cache, description.branch)
      : readerLines.github({ ...cache, login: null })
  return [
    ...details('NixOS, nix-darwin: <code>configuration.nix</code>', [
      fenced('nix', readerLines.nixos(cache))
    ]),
    ...details('A flake, for all who use it: <code>flake.nix</code>', [
      fenced('nix', readerLines.flake(cache)),
      'Nix asks before it obeys them.'
    ]),
    // No job finds a clone on its runner.
    ...(description.substituterUrl === null
      ? []
      : details('A job on GitHub', [
          fenced('yaml', steps),
          ...(cache.login === null ? [] : ['The secret `CACHE_TOKEN` holds such a token.'])
        ])),
    ...details('Any other machine: <code>/etc/nix/nix.conf</code>', [
      fenced('ini', readerLines['nix.conf'](cache)),
      'Then restart the Nix daemon.'
    ])
  ]
}

function lateness({ servedBy }: CacheDescription): string {
  const late = {
    pages: 'GitHub Pages shows a commit up to 10 minutes late',
    raw: 'The raw files of a branch are up to 5 minutes late',
    other: 'A server may show a commit late',
    none: 'A clone has what it had when it was last brought up to date'
  }
  return `${late[servedBy ?? 'none']}, and Nix remembers for an hour that a path was not there. After that time, ask past Nix’s memory: add \`--option narinfo-cache-negative-ttl 0\` to the command.`
}

function artifactName(row: ShownRow): string {
  return `**${markdownText(row.name)}**${row.version === null ? '' : ` ${markdownText(row.version)}`}`
}

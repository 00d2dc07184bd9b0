import { shellWord, unspaced } from '../words.ts'
import { home, version } from '../version.ts'
import { plainUrl } from '../markdown/plain-url.ts'
import type { ReaderLogin } from './types.ts'

/** What readers have to know of a cache. */
export interface ReadableCache {
  /** `owner/name` */
  repository: string
  substituterUrl: string
  /** `name:base64` each; none: the cache is unsigned, and nothing here makes Nix take it. */
  publicKeys: readonly string[]
  /** What a private cache asks for at its address; null: anybody can read it. */
  login: ReaderLogin | null
  /** A store path that it holds, for the one command, and its program when it is to be run; null: the reader puts one in. */
  example: { storePath: string; program: string | null } | null
}

/** A program that a shell takes as it stands. */
const plainProgram = /^\w[\w.+-]*$/

/**
 * A cache as it is told of: `substituterUrl` null, readers have a clone. `artifact`: of what it holds, for the one command; null: the
 * reader puts a path in.
 */
export function readableCache(
  {
    repository,
    substituterUrl,
    login
  }: Pick<ReadableCache, 'repository' | 'login'> & { substituterUrl: string | null },
  publicKeys: readonly string[],
  artifact: { storePath: string; mainProgram: string | null } | null
): ReadableCache {
  const url = substituterUrl ?? cloneFolder
  const program = artifact?.mainProgram ?? ''
  return {
    repository,
    substituterUrl: publicKeys.length === 0 ? trustingUrl(url) : url,
    publicKeys,
    login,
    example: artifact && {
      storePath: artifact.storePath,
      program: plainProgram.test(program) ? program : null
    }
  }
}

type AddressAndKeys = Pick<ReadableCache, 'substituterUrl' | 'publicKeys'>

/** Columns that a line of code has on a page, before its reader has to scroll sideways. */
const width = 80

/** Where readers can make a cache known, in the order in which it is told. */
export const readerKinds = [
  'nix.conf',
  'nixos',
  'home-manager',
  'darwin',
  'flake',
  'devenv',
  'github',
  'command'
] as const
export type ReaderKind = (typeof readerKinds)[number]

/** What is to be known about some. `github`: of a private cache. */
export const readerNotes = {
  'nix.conf': 'Then restart the Nix daemon.',
  flake: 'Nix asks before it obeys them.',
  github: 'The secret `CACHE_TOKEN` holds such a token.'
} as const

/** The lines for each kind of reader, as they are pasted, without line ends. */
export const readerLines: Readonly<Record<ReaderKind, (cache: ReadableCache) => string[]>> = {
  'nix.conf': nixConfLines,
  nixos: nixSettings,
  // Home Manager checks the settings with a Nix, and has none of its own.
  'home-manager': (cache) => ['nix.package = lib.mkDefault pkgs.nix;', ...nixSettings(cache)],
  darwin: nixSettings,
  flake: (cache) => attributes('nixConfig', cache),
  devenv,
  github: gitHubSteps,
  command: oneCommand
}

/** Stands for the token where it is only told what to do. */
const tokenPlaceholder = 'TOKEN'

/** The line of a netrc file for a private cache; none for one that anybody can read. */
export function netrcLines({ login }: ReadableCache, token = tokenPlaceholder): string[] {
  return login === null ? [] : [`machine ${login.host} login ${login.name} password ${token}`]
}

/**
 * The address of an unsigned cache that makes Nix take it all the same. `trusted` is a property of this one address: signatures stay required
 * for every other cache. `nix copy` does not heed it. https://nix.dev/manual/nix/latest/store/types/http-binary-cache-store#store-setting-trusted
 */
export function trustingUrl(url: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}trusted=true`
}

/** Stands for the folder of the reader's clone, which is a cache as it stands. */
export const cloneFolder = 'file:///path/to/the/clone'

/** The line that makes such a clone, and the one that brings it up to date. */
export function cloneCommands(cloneUrl: string, branch: string): string[] {
  return [
    `git clone --depth 1 --branch ${shellWord(branch)} -- ${shellWord(cloneUrl)} clone`,
    // No pull: where a prune has replaced the history there is nothing to merge with.
    "git -C clone fetch --depth 1 && git -C clone reset --hard '@{upstream}'"
  ]
}

/** Nix's settings that make the cache usable beside those that the reader has; `extra-` goes before the name. */
export function readerSettings({
  substituterUrl,
  publicKeys
}: AddressAndKeys): { name: string; values: string[] }[] {
  // plainUrl leaves neither blanks nor quotes, backslashes, braces, `#` or line ends: a value stands anywhere as it is.
  return [
    { name: 'substituters', values: [plainUrl(substituterUrl)] },
    { name: 'trusted-public-keys', values: publicKeys.map(plainUrl) }
  ].filter(({ values }) => values.length > 0)
}

/** The lines for nix.conf. */
export function nixConfLines(cache: AddressAndKeys): string[] {
  return eachSetting(cache, (name, value) => `${name} = ${value}`)
}

/** One by one, as `extra-` adds to what stands before it: so a line is not longer than it has to be. */
function eachSetting(
  cache: AddressAndKeys,
  lineOf: (name: string, value: string) => string
): string[] {
  return readerSettings(cache).flatMap(({ name, values }) =>
    values.map((value) => lineOf(`extra-${name}`, value))
  )
}

function nixSettings(cache: ReadableCache): string[] {
  return attributes('nix.settings', cache)
}

/** Inside of the braces that the reader's file has. */
function attributes(set: string, cache: ReadableCache): string[] {
  return [
    `${set} = {`,
    ...readerSettings(cache).flatMap(({ name, values }) => {
      const line = `  extra-${name} = [ "${values.join('')}" ];`
      return values.length === 1 && line.length <= width
        ? [line]
        : [`  extra-${name} = [`, ...values.map((value) => `    "${value}"`), '  ];']
    }),
    '};'
  ]
}

/** devenv.nix and devenv.yaml take Cachix's caches only; its options reach Nix. */
function devenv(cache: ReadableCache): string[] {
  const options = readerSettings(cache).map(({ name, values }) => [
    `--nix-option extra-${name}`,
    shellWord(values.join(' '))
  ])
  return continued(['devenv'], ...options, ['shell'])
}

/**
 * Steps of a job that reads the cache: `mode: use` where it can, which finds caches on this GitHub (`isHere`) and takes none that is not
 * signed; else an install action's own input.
 */
export function jobSteps(cache: ReadableCache, branch: string, isHere: boolean): string[] {
  return isHere && cache.publicKeys.length > 0
    ? useSteps(cache, branch)
    : gitHubSteps({ ...cache, login: null })
}

/** Where in a job the steps belong. */
export function placeOfSteps(steps: readonly string[]): string {
  const install = steps.some((step) => step.includes('install-nix-action'))
  return `Steps of a job on GitHub${install ? '' : ', after the one that installs Nix'}`
}

/** Steps of a job: an install action's own input, or, as that has none for a netrc, `mode: use` for a private cache. */
function gitHubSteps(cache: ReadableCache): string[] {
  if (cache.login !== null) return useSteps(cache)
  return [
    '- uses: cachix/install-nix-action@v31',
    '  with:',
    ...block('extra_nix_config', nixConfLines(cache))
  ]
}

/** `mode: use`, which takes no cache that is not signed. `branch`: where it would not look for one by itself. */
function useSteps(cache: ReadableCache, branch: string | null = null): string[] {
  return [
    `- uses: ${home}@v${parseInt(version)}`,
    '  with:',
    '    mode: use',
    `    target-repository: ${yamlText(cache.repository)}`,
    ...(branch === null ? [] : [`    target-branch: ${yamlText(branch)}`]),
    ...(cache.login === null ? [] : ['    token: ${{ secrets.CACHE_TOKEN }}']),
    ...(cache.publicKeys.length === 0 ? [] : block('trusted-keys', cache.publicKeys.map(plainUrl)))
  ]
}

function block(name: string, lines: readonly string[]): string[] {
  return [`    ${name}: |`, ...lines.map((line) => `      ${line}`)]
}

/** YAML would read some names as something else than text; Actions would read `${{`. */
function yamlText(text: string): string {
  const line = unspaced(text)
  const isPlain =
    /^[a-z][\w./-]*$/i.test(line) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(line)
  return isPlain ? line : `'${line.replaceAll("'", "''").replaceAll('${{', '$ {{')}'`
}

function oneCommand(cache: ReadableCache): string[] {
  const { example } = cache
  if (example === null) return nixCommand('build', cache, ['INSTALLABLE'])
  const { storePath, program } = example
  const path = shellWord(plainUrl(storePath))
  return program === null
    ? nixCommand('build', cache, [path])
    : nixCommand('shell', cache, [path, `--command ${program}`])
}

/** A command that knows the cache, whatever stands in nix.conf. Works with any Nix from 2.8 on, flakes switched on or not. */
export function nixCommand(
  verb: string,
  cache: AddressAndKeys,
  operands: readonly string[]
): string[] {
  return continued([withCommands(verb)], ...options(cache, (name) => `--${name}`), operands)
}

/** From the cache and no other, into the reader's store. `nix copy` takes an address as it is, and does not heed `trusted`. */
export function copyCommand(cache: AddressAndKeys, storePath: string): string[] {
  const keys = cache.publicKeys.map(plainUrl).join(' ')
  return continued(
    [withCommands('copy'), `--from ${shellWord(plainUrl(cache.substituterUrl))}`],
    keys === '' ? ['--no-check-sigs'] : ['--extra-trusted-public-keys', shellWord(keys)],
    [storePath]
  )
}

function withCommands(verb: string): string {
  return `nix ${verb} --extra-experimental-features nix-command`
}

/** The same of a program from before there was `nix`: `nix-env`, `nix-store`. */
export function olderCommand(
  verb: string,
  cache: AddressAndKeys,
  operands: readonly string[]
): string[] {
  return continued([verb], ...options(cache, (name) => `--option ${name}`), operands)
}

function options(cache: AddressAndKeys, optionOf: (name: string) => string): string[][] {
  return readerSettings(cache).flatMap(({ name, values }) =>
    values.map((value) => [optionOf(`extra-${name}`), shellWord(value)])
  )
}

/** One command on several lines, so that nobody has to scroll sideways; the pieces of a part stay together where there is room. */
function continued(...parts: readonly (readonly string[])[]): string[] {
  const lines = parts.flatMap((pieces, index) => {
    const indent = index === 0 ? '' : '  '
    const line = indent + pieces.join(' ')
    return `${line} \\`.length <= width
      ? [line]
      : pieces.map((piece, place) => `${indent}${place === 0 ? '' : '  '}${piece}`)
  })
  return lines.map((line, index) => (index === lines.length - 1 ? line : `${line} \\`))
}

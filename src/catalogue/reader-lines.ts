import { plainUrl } from '../markdown/plain-url.ts'
import { shellWord } from './usage.ts'

/** What readers have to know of a cache. */
export interface ReadableCache {
  /** `owner/name` */
  repository: string
  substituterUrl: string
  /** `name:base64` each; none: the cache is unsigned, and nothing here makes Nix take it. */
  publicKeys: readonly string[]
  /** What a private cache asks for at its address; null: anybody can read it. */
  login: { host: string; name: string } | null
  /** A store path that it holds, for the one command; null: the reader puts one in. */
  example: string | null
}

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

/** The lines for each kind of reader, as they are pasted, without line ends. */
export const readerLines: Readonly<Record<ReaderKind, (cache: ReadableCache) => string[]>> = {
  'nix.conf': nixConf,
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
export const tokenPlaceholder = 'TOKEN'

/** The line of a netrc file for a private cache; none for one that anybody can read. */
export function netrcLines({ login }: ReadableCache, token = tokenPlaceholder): string[] {
  return login === null ? [] : [`machine ${login.host} login ${login.name} password ${token}`]
}

/** Nix's settings that make the cache usable beside those that the reader has; `extra-` goes before the name. */
export function readerSettings({
  substituterUrl,
  publicKeys
}: Pick<ReadableCache, 'substituterUrl' | 'publicKeys'>): { name: string; values: string[] }[] {
  // plainUrl leaves neither blanks nor quotes, backslashes, braces, `#` or line ends: a value stands anywhere as it is.
  return [
    { name: 'substituters', values: [plainUrl(substituterUrl)] },
    { name: 'trusted-public-keys', values: publicKeys.map(plainUrl) }
  ].filter(({ values }) => values.length > 0)
}

function nixConf(cache: ReadableCache): string[] {
  return readerSettings(cache).map(({ name, values }) => `extra-${name} = ${values.join(' ')}`)
}

function nixSettings(cache: ReadableCache): string[] {
  return attributes('nix.settings', cache)
}

/** Inside of the braces that the reader's file has. */
function attributes(set: string, cache: ReadableCache): string[] {
  return [
    `${set} = {`,
    ...readerSettings(cache).flatMap(({ name, values }) =>
      values.length === 1
        ? [`  extra-${name} = [ "${values.join()}" ];`]
        : [`  extra-${name} = [`, ...values.map((value) => `    "${value}"`), '  ];']
    ),
    '};'
  ]
}

/** devenv.nix and devenv.yaml take Cachix's caches only; its options reach Nix. */
function devenv(cache: ReadableCache): string[] {
  const options = readerSettings(cache).map(
    ({ name, values }) => `--nix-option extra-${name} ${shellWord(values.join(' '))}`
  )
  return continued(['devenv', ...options, 'shell'])
}

/** Steps of a job: an install action's own input, or, as that has none for a netrc, `mode: use` for a private cache. */
function gitHubSteps(cache: ReadableCache): string[] {
  const block = (name: string, lines: readonly string[]): string[] => [
    `    ${name}: |`,
    ...lines.map((line) => `      ${line}`)
  ]
  if (cache.login === null) {
    return [
      '- uses: cachix/install-nix-action@v31',
      '  with:',
      ...block('extra_nix_config', nixConf(cache))
    ]
  }
  return [
    '- uses: org/nar-publish@v1',
    '  with:',
    '    mode: use',
    `    target-repository: ${cache.repository}`,
    '    token: ${{ secrets.CACHE_TOKEN }}',
    ...(cache.publicKeys.length === 0 ? [] : block('trusted-keys', cache.publicKeys.map(plainUrl)))
  ]
}

/** Works with any Nix from 2.8 on, flakes switched on or not. */
function oneCommand(cache: ReadableCache): string[] {
  const options = readerSettings(cache).map(
    ({ name, values }) => `--extra-${name} ${shellWord(values.join(' '))}`
  )
  return continued([
    'nix build --extra-experimental-features nix-command',
    ...options,
    cache.example === null ? 'INSTALLABLE' : shellWord(plainUrl(cache.example))
  ])
}

/** One command on several lines, so that nobody has to scroll sideways. */
function continued(parts: readonly string[]): string[] {
  return parts.map((part, index) => {
    const end = index === parts.length - 1 ? '' : ' \\'
    return `${index === 0 ? '' : '  '}${part}${end}`
  })
}

import {
  copyCommand,
  jobSteps,
  nixCommand,
  olderCommand,
  placeOfSteps,
  readableCache,
  readerLines,
  type ReadableCache
} from '../catalogue/reader-lines.ts'
import { plainUrl } from '../markdown/plain-url.ts'
import { sourcePath } from '../catalogue/origin-pages.ts'
import { originOf, type PageCache } from './cache.ts'
import type { Row } from './shapes.ts'

/** One way to have an artifact: a tab. */
export interface Way {
  id: string
  title: string
  /** Names the cache on the command line, where Nix takes it from some users alone. */
  isCommand: boolean
  parts: { note: string; lines: string[] }[]
}

/** What of a row the commands depend on. */
export type Wanted = Pick<
  Row,
  'storePath' | 'system' | 'output' | 'attribute' | 'mainProgram' | 'source'
>

/** How a reader runs, installs, downloads or pins one store path of the cache. `isAlone`: it refers to nothing but itself. */
export function waysTo(row: Wanted, cache: PageCache, isAlone: boolean): Way[] {
  const readable = readableCache(cache, cache.publicKeys, row)
  const program = readable.example?.program ?? null
  return [
    {
      id: 'run',
      title: 'Run',
      isCommand: true,
      parts: [
        program === null
          ? {
              note: 'No main program is known. This opens a shell that has its programs:',
              lines: nixCommand('shell', readable, [row.storePath])
            }
          : { note: 'Without installing it:', lines: readerLines.command(readable) }
      ]
    },
    {
      id: 'install',
      title: 'Install',
      isCommand: true,
      parts: [
        {
          note: 'Into your profile:',
          lines: nixCommand('profile install', readable, [row.storePath])
        },
        {
          note: 'For a profile that nix-env keeps:',
          lines: olderCommand('nix-env --install', readable, [row.storePath])
        }
      ]
    },
    {
      id: 'substitute',
      title: 'Download',
      isCommand: true,
      parts: [
        {
          note: 'Into the store, with all that it needs; the link result keeps it there:',
          lines: nixCommand('build', readable, [row.storePath])
        },
        {
          note: 'The same with the older commands:',
          lines: olderCommand('nix-store --realise', readable, [row.storePath, '--add-root result'])
        },
        ...(isAlone
          ? [
              {
                note: 'From this cache and no other, as it needs nothing else:',
                lines: copyCommand(readable, row.storePath)
              }
            ]
          : [])
      ]
    },
    { id: 'flake', title: 'Flake', isCommand: false, parts: [flakeFile(row, cache, readable)] },
    { id: 'nixos', title: 'NixOS', isCommand: false, parts: [nixosModule(row, cache, readable)] },
    ...(cache.substituterUrl === null
      ? []
      : [
          {
            ...{ id: 'job', title: 'GitHub job', isCommand: false },
            parts: [job(row, cache, readable, program)]
          }
        ])
  ]
}

/** The flake that it was built from, and what it is called there; null: that is not known. */
export function pinnedFlake(row: Wanted, cache: PageCache): { url: string; value: string } | null {
  const server = originOf(cache)
  const origin = sourcePath(row.source)
  const value = valueIn(row)
  if (server === null || origin === null || row.source === null || value === null) return null
  const { repository, revision } = row.source
  // Nix takes whole hashes only.
  if (!/^[0-9a-f]{40}$/.test(revision)) return null
  return {
    url:
      server === 'https://github.com'
        ? `github:${repository}/${revision}`
        : `git+${server}/${repository}?rev=${revision}&allRefs=1`,
    value
  }
}

const ofAFlake = new Set([
  ...['packages', 'legacyPackages', 'checks', 'devShells', 'apps', 'formatter'],
  ...['nixosConfigurations', 'darwinConfigurations', 'homeConfigurations', 'hydraJobs']
])

/** `.packages.x86_64-linux.hello.out` for the attribute `.#hello`, as Nix finds it: in `packages`, else in `legacyPackages`. */
function valueIn({ attribute, system, output }: Wanted): string | null {
  const path = /^(?:\.|git\+file:\.)#([\w'-]+(?:\.[\w'-]+)*)?(?:\^[\w,*]+)?$/.exec(attribute ?? '')
  if (path === null || !/^[\w-]+$/.test(system)) return null
  const parts = (path[1] ?? 'default').split('.')
  if (output !== null && !/^[\w-]+$/.test(output)) return null
  const of = output === null ? '' : `.${attributeName(output)}`
  const selected = parts.map(attributeName).join('.')
  // What names an output itself has it already.
  if (ofAFlake.has(parts[0] ?? '')) return `SOURCE.${selected}${parts.at(-1) === output ? '' : of}`
  return `(SOURCE.packages.${system}.${selected} or SOURCE.legacyPackages.${system}.${selected})${of}`
}

/** Nix's own words, which are no names. */
const words = new Set(['assert', 'else', 'if', 'in', 'inherit', 'let', 'or', 'rec', 'then', 'with'])

function attributeName(name: string): string {
  return /^[a-z_][\w'-]*$/i.test(name) && !words.has(name) ? name : `"${name}"`
}

function flakeFile(row: Wanted, cache: PageCache, readable: ReadableCache): Way['parts'][number] {
  const pinned = pinnedFlake(row, cache)
  const system = /^[\w-]+$/.test(row.system) ? row.system : 'x86_64-linux'
  const config = readerLines.flake(readable).map((line) => `  ${line}`)
  if (pinned === null) {
    return {
      note: 'The flake that it comes from is not known, so this pins the store path itself. It takes Nix 2.18 or newer, with --extra-experimental-features fetch-closure. Nix asks before it obeys nixConfig:',
      lines: [
        '{',
        ...config,
        '',
        '  outputs = _: {',
        `    packages.${system}.default = builtins.fetchClosure {`,
        `      fromStore = "${plainUrl(cache.substituterUrl ?? readable.substituterUrl)}";`,
        `      fromPath = ${row.storePath};`,
        '      inputAddressed = true;',
        '    };',
        '  };',
        '}'
      ]
    }
  }
  return {
    note: 'A flake.nix that takes it from its source, at the revision that it was built from. Nix asks before it obeys nixConfig:',
    lines: [
      '{',
      ...config,
      '',
      `  inputs.cached.url = "${pinned.url}";`,
      '',
      '  outputs = { cached, ... }: {',
      `    packages.${system}.default =`,
      `      ${pinned.value.replaceAll('SOURCE', () => 'cached')};`,
      '  };',
      '}'
    ]
  }
}

function nixosModule(row: Wanted, cache: PageCache, readable: ReadableCache): Way['parts'][number] {
  const pinned = pinnedFlake(row, cache)
  const settings = readerLines.nixos(readable).map((line) => `  ${line}`)
  const value =
    pinned === null
      ? [`    (builtins.storePath "${row.storePath}")`]
      : [
          '    (',
          `      let source = builtins.getFlake "${pinned.url}";`,
          `      in ${pinned.value.replaceAll('SOURCE', () => 'source')}`,
          '    )'
        ]
  const note =
    pinned === null
      ? 'The flake that it comes from is not known, so this names the store path itself, which only a configuration without flakes can do. Switch with the settings alone first, so that the path is found:'
      : 'A NixOS module with the package from its source, at the revision that it was built from. Nix asks the cache only once the settings are active: switch with those alone first.'
  return {
    note,
    lines: ['{', ...settings, '', '  environment.systemPackages = [', ...value, '  ];', '}']
  }
}

function job(
  row: Wanted,
  cache: PageCache,
  readable: ReadableCache,
  program: string | null
): Way['parts'][number] {
  const steps = jobSteps(readable, cache.branch, cache.web !== '')
  const run =
    program === null
      ? `nix --extra-experimental-features nix-command build ${row.storePath}`
      : `nix --extra-experimental-features nix-command shell ${row.storePath} --command ${program}`
  const token =
    cache.login === null ? '' : '. The secret CACHE_TOKEN holds a token that may read the cache'
  return { note: `${placeOfSteps(steps)}${token}:`, lines: [...steps, `- run: ${run}`] }
}

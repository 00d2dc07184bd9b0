/**
 * Packages whose source another tool pins, in the files that it writes, through the whole of version-sync on a checkout: real Nix, and a
 * forge of this machine that serves repositories and archives.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeScratch, removeScratch } from '../../../src/scratch.ts'
import type { SyncReport } from '../../../src/sync/report/types.ts'
import { startGitHttp, type GitHttpServer } from '../../support/git-http.ts'
import { output } from '../../support/program.ts'
import { makePackageSet, ownSystem, type PackageSet } from '../../support/sync-packages.ts'
import { makeProject, syncProject } from '../../support/sync-project.ts'

const parent = realpathSync(tmpdir())
const folder = makeScratch(parent)
let set: PackageSet
let forge: GitHttpServer
type Ref = 'v1.2.3' | 'v1.3.0' | 'main'
let at: Record<Ref, { commit: string; sri: string; base32: string }>

beforeAll(async () => {
  set = makePackageSet(folder, randomBytes(6).toString('hex'))
  const hosts = join(folder, 'hosts')
  const bare = join(hosts, 'alice/luna')
  const tree = join(folder, 'upstream')
  mkdirSync(tree)
  mkdirSync(join(hosts, 'alice'), { recursive: true })
  const git = (date: string, ...args: string[]): Promise<string> =>
    output('git', ['-C', tree, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
      env: { ...process.env, GIT_COMMITTER_DATE: date }
    })
  await git('', 'init', '--quiet', '-b', 'main')
  const found: Partial<typeof at> = {}
  for (const [ref, date] of [
    ['v1.2.3', '2025-01-14T12:00:00Z'],
    ['v1.3.0', '2025-02-01T12:00:00Z'],
    ['main', '2025-03-09T23:30:00Z']
  ] as const) {
    writeFileSync(join(tree, 'README'), `${set.salt} ${ref}\n`)
    await git(date, 'add', '.')
    await git(date, 'commit', '--quiet', '-m', ref)
    if (ref !== 'main') await git(date, 'tag', '--annotate', '--message=x', ref)
    const unpacked = join(folder, `of-${ref}`)
    mkdirSync(unpacked)
    writeFileSync(join(unpacked, 'README'), `${set.salt} ${ref}\n`)
    const hash = (...args: string[]): Promise<string> =>
      output('nix', ['hash', 'path', ...args, unpacked], set)
    const commit = await git('', 'rev-parse', 'HEAD')
    found[ref] = { commit, sri: await hash(), base32: await hash('--base32') }
  }
  at = found as typeof at
  // Where an old Nix looks for a commit.
  await git('', 'branch', 'master')
  await output('git', ['clone', '--quiet', '--bare', tree, bare])
  forge = await startGitHttp({
    root: hosts,
    otherwise: (request, response) => {
      const ref = /\/alice\/luna\/archive\/(.+)\.tar\.gz$/.exec(request.url ?? '')?.[1]
      try {
        const args = ['-C', bare, 'archive', '--format=tar.gz', '--prefix=luna/', ref ?? '']
        response.end(execFileSync('git', args, { stdio: ['ignore', 'pipe', 'ignore'] }))
      } catch {
        response.writeHead(404).end()
      }
    }
  })
}, 60_000)

afterAll(async () => {
  await forge.close()
  removeScratch(folder, parent)
})

/** What of `npins/default.nix` fetches. https://github.com/andir/npins/blob/master/libnpins/src/default.nix */
const npins = `let
  data = builtins.fromJSON (builtins.readFile ./sources.json);
  mkGitSource =
    { repository, revision, url ? null, submodules ? false, hash, ... }:
    if url != null && !submodules then
      builtins.fetchTarball { inherit url; sha256 = hash; }
    else
      (builtins.fetchGit { url = repository.url; rev = revision; narHash = hash; }).outPath;
in
builtins.mapAttrs (_: spec: spec // { outPath = mkGitSource spec; }) data.pins
`

const repository = (): object => ({
  type: 'Forgejo',
  server: `${forge.url}/`,
  owner: 'alice',
  repo: 'luna'
})

const other = {
  type: 'GitRelease',
  repository: { type: 'GitHub', owner: 'bob', repo: 'audit' },
  pre_releases: false,
  version_upper_bound: null,
  release_prefix: null,
  submodules: false,
  version: 'v1.2.3',
  revision: '48358b91b776d0bd34cbbc4c70e7ac5ce827b916',
  url: 'https://api.github.com/repos/bob/audit/tarball/refs/tags/v1.2.3',
  hash: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
}

function pins(luna: object, zeta: object = other): string {
  return `${JSON.stringify({ pins: { audit: other, luna, zeta }, version: 5 }, null, 2)}\n`
}

const release = (ref: Ref): object => ({
  type: 'GitRelease',
  repository: repository(),
  pre_releases: false,
  version_upper_bound: null,
  release_prefix: null,
  submodules: false,
  version: ref,
  revision: at[ref].commit,
  url: `${forge.url}/api/v1/repos/alice/luna/archive/${ref}.tar.gz`,
  hash: at[ref].sri
})

const branchOf = (ref: Ref): object => ({
  type: 'Git',
  repository: repository(),
  branch: 'main',
  submodules: false,
  revision: at[ref].commit,
  url: `${forge.url}/alice/luna/archive/${at[ref].commit}.tar.gz`,
  hash: at[ref].sri
})

function packageOf(version: string): string {
  return `{ stdenv, lib }:
let
  sources = import ./npins;
in
stdenv.mkDerivation {
  pname = "luna";
  version = ${version};
  src = sources.luna;
}
`
}

async function bring(
  files: Record<string, string>,
  version: string
): Promise<{ files: Record<string, string>; report: SyncReport }> {
  const project = await makeProject(set, new Map(Object.entries(files)))
  const request = { package: 'file:package.nix', version, systems: ownSystem }
  const report = await syncProject(set, project, request)
  return { files: Object.fromEntries(project.read()), report }
}

describe('npins', () => {
  test.each(['lib.removePrefix "v" sources.luna.version', 'sources.luna.version', '"1.2.3"'])(
    'a release, where the version is %s',
    async (version) => {
      const of = (ref: Ref): Record<string, string> => ({
        'package.nix': packageOf(version.replace('1.2.3', ref.slice(1))),
        'npins/default.nix': npins,
        'npins/sources.json': pins(release(ref))
      })
      const { files } = await bring(of('v1.2.3'), 'latest')
      expect(files).toEqual(of('v1.3.0'))
    }
  )

  test('a branch, whose commit another pin has too', async () => {
    const of = (ref: Ref, day: string): Record<string, string> => ({
      'package.nix': packageOf(`"0-unstable-${day}"`),
      'npins/default.nix': npins,
      'npins/sources.json': pins(branchOf(ref), branchOf('v1.3.0'))
    })
    const { files, report } = await bring(of('v1.3.0', '2025-02-01'), 'branch')
    expect(files).toEqual(of('main', '2025-03-09'))
    expect(report.revision).toEqual({ old: at['v1.3.0'].commit, new: at.main.commit })
  })

  test('a repository that is cloned', async () => {
    const cloned = (ref: Ref): object => ({
      ...release(ref),
      repository: { type: 'Git', url: `${forge.url}/alice/luna` },
      url: null
    })
    const of = (ref: Ref): Record<string, string> => ({
      'package.nix': packageOf('sources.luna.version'),
      'npins/default.nix': npins,
      'npins/sources.json': pins(cloned(ref))
    })
    const { files } = await bring(of('v1.2.3'), 'v1.3.0')
    expect(files).toEqual(of('v1.3.0'))
  })
})

describe('niv', () => {
  /** What of `nix/sources.nix` fetches. https://github.com/nmattia/niv/blob/master/nix/sources.nix */
  const niv = `builtins.mapAttrs (
  name: spec:
  spec // { outPath = builtins.fetchTarball { name = "\${name}-src"; inherit (spec) url sha256; }; }
) (builtins.fromJSON (builtins.readFile ./sources.json))
`
  const files = (version: string, luna: object): Record<string, string> => {
    const audit = { branch: 'main', rev: at['v1.3.0'].commit, sha256: at['v1.3.0'].base32 }
    return {
      'package.nix': packageOf(version).replace('./npins', './nix/sources.nix'),
      'nix/sources.nix': niv,
      'nix/sources.json': `${JSON.stringify({ audit, luna }, null, 4)}\n`
    }
  }
  const source = (ref: string): object => ({
    branch: 'main',
    description: 'A moon',
    homepage: null,
    owner: 'alice',
    repo: 'luna',
    type: 'tarball',
    url: `${forge.url}/alice/luna/archive/${ref}.tar.gz`
  })

  test('a branch, of a package that says the commit in its version', async () => {
    const of = (ref: Ref): Record<string, string> =>
      files('"unstable-${builtins.substring 0 8 sources.luna.rev}"', {
        ...source(at[ref].commit),
        rev: at[ref].commit,
        sha256: at[ref].base32,
        url_template: `${forge.url}/<owner>/<repo>/archive/<rev>.tar.gz`
      })
    const ended = await bring(of('v1.3.0'), 'branch')
    expect(ended.files).toEqual(of('main'))
  })

  test('a version', async () => {
    const of = (ref: Ref): Record<string, string> =>
      files('sources.luna.version', {
        ...source(ref),
        sha256: at[ref].base32,
        url_template: `${forge.url}/<owner>/<repo>/archive/v<version>.tar.gz`,
        version: ref.slice(1)
      })
    const ended = await bring(of('v1.2.3'), 'latest')
    expect(ended.files).toEqual(of('v1.3.0'))
  })
})

describe('nvfetcher', () => {
  /** As its `NixExpr.hs` writes them; the fetcher of the tests' package set needs no network. */
  const generated = (
    luna: string
  ): string => `# This file was generated by nvfetcher, please do not modify it manually.
{
  fetchgit,
  fetchurl,
  fetchFromGitHub,
}:
{
  audit = {
    pname = "audit";
    version = "v1.2.3";
    src = fetchFromGitHub {
      owner = "bob";
      repo = "audit";
      rev = "v1.2.3";
      fetchSubmodules = false;
      sha256 = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    };
  };
  luna = {
    pname = "luna";
    ${luna}
  };
}
`
  const twin = (audit: string, luna: object): string =>
    `${JSON.stringify({ audit: { name: 'audit', src: { rev: audit }, version: audit }, luna }, null, 4)}\n`
  const caller = `{ callPackage, stdenv }:
stdenv.mkDerivation { inherit ((callPackage ./_sources/generated.nix { }).luna) pname version src; }
`
  /** Any right one of the old version. */
  const old = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
  const hashIn = (text = ''): string =>
    /sha256-[^"]+(?=";\n {4}\};\n(?: {4}date.*\n)? {2}\};\n\}\n$)/.exec(text)?.[0] ?? ''

  test('a release, with its hash and what nvfetcher itself keeps', async () => {
    const of = (tag: string, sha256: string, state = tag): Record<string, string> => ({
      'package.nix': caller,
      '_sources/generated.nix': generated(`version = "${tag}";
    src = fetchFromGitHub {
      owner = "alice";
      repo = "luna";
      rev = "${tag}";
      fetchSubmodules = false;
      sha256 = "${sha256}";
    };`),
      '_sources/generated.json': twin('v1.2.3', {
        cargoLock: null,
        date: null,
        extract: null,
        name: 'luna',
        passthru: null,
        pinned: false,
        src: {
          deepClone: false,
          fetchSubmodules: false,
          leaveDotGit: false,
          name: null,
          owner: 'alice',
          repo: 'luna',
          rev: state,
          sha256: state === tag ? sha256 : old,
          sparseCheckout: [],
          type: 'github'
        },
        version: state
      })
    })
    const { files, report } = await bring(of('v1.2.3', old), 'v1.3.0')
    const hash = hashIn(files['_sources/generated.nix'])
    expect(hash).not.toBe(old)
    expect(files).toEqual(of('v1.3.0', hash))
    expect(report.notes).toEqual([
      '`_sources/generated.json`, which Nix does not read, says the same of `luna` as `_sources/generated.nix`.'
    ])
    expect(report.untraced.filter(({ file }) => file.endsWith('.json'))).toEqual([])

    const ended = await bring(of('v1.2.3', old, 'v1.1.0'), 'v1.3.0')
    expect(ended.files).toEqual(of('v1.3.0', hash, 'v1.1.0'))
    expect(ended.report.notes).toEqual([
      '`_sources/generated.json` was left as it is: its entry `luna` has another `version` than `_sources/generated.nix` had.'
    ])
  })

  test('a commit of a branch, with its day', async () => {
    // The package set's own leaves no trace of the repository's address.
    const asForge = caller
      .replace('callPackage,', 'callPackage, fetchzip,')
      .replace(
        'generated.nix { }',
        'generated.nix { fetchgit = { url, rev, sha256, ... }: fetchzip { url = "${url}/archive/${rev}.tar.gz"; inherit sha256; }; }'
      )
    const of = (ref: Ref, sha256: string, date: string): Record<string, string> => ({
      'package.nix': asForge,
      '_sources/generated.nix': generated(`version = "${at[ref].commit}";
    src = fetchgit {
      url = "${forge.url}/alice/luna";
      rev = "${at[ref].commit}";
      fetchSubmodules = false;
      sha256 = "${sha256}";
    };
    date = "${date}";`),
      '_sources/generated.json': twin('v1.2.3', {
        date,
        name: 'luna',
        src: { rev: at[ref].commit, sha256, type: 'git', url: `${forge.url}/alice/luna` },
        version: at[ref].commit
      })
    })
    const { files } = await bring(of('v1.3.0', old, '2025-02-01'), 'branch')
    const hash = hashIn(files['_sources/generated.nix'])
    expect(hash).not.toBe(old)
    expect(files).toEqual(of('main', hash, '2025-03-09'))
  })
})

/** A look at packages whose sources evaluation fetches, and what version-sync makes of what it says: real Nix, and a forge of this machine. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTerminalEnvironment } from '../../../src/environment.ts'
import { silentLog } from '../../../src/log.ts'
import { makeScratch, removeScratch } from '../../../src/scratch.ts'
import { lookAt } from '../../../src/sync/many/look.ts'
import type { Listing } from '../../../src/sync/many/types.ts'
import { startGitHttp, type GitHttpServer } from '../../support/git-http.ts'
import { output } from '../../support/program.ts'
import { makePackageSet, ownSystem, type PackageSet } from '../../support/sync-packages.ts'
import { makeProject, syncProject, type Project } from '../../support/sync-project.ts'
import { lookFor, setsOf, states } from './looking.ts'

const parent = realpathSync(tmpdir())
const folder = makeScratch(parent)
let set: PackageSet
let forge: GitHttpServer
let project: Project
const tags = ['v1.2.3', 'v1.3.0'] as const
/** Repositories of one content; what an archive of one has is its own. */
const repositories = ['luna', 'pinned', 'tarball'] as const
/** By tag: of the archive of each. */
const hashes = new Map<string, Record<string, string>>()

beforeAll(async () => {
  set = makePackageSet(folder, randomBytes(6).toString('hex'))
  const [hosts, tree] = [join(folder, 'hosts'), join(folder, 'upstream')]
  for (const name of repositories) mkdirSync(join(tree, name), { recursive: true })
  const git = (...args: string[]): Promise<string> =>
    output('git', ['-C', tree, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args])
  await git('init', '--quiet', '-b', 'main')
  for (const tag of tags) {
    const own: Record<string, string> = {}
    for (const name of repositories) {
      writeFileSync(join(tree, name, 'README'), `${set.salt} ${name} ${tag}\n`)
      own[name] = await output('nix', ['hash', 'path', join(tree, name)], set)
    }
    hashes.set(tag, own)
    await git('add', '.')
    await git('commit', '--quiet', '-m', tag)
    await git('tag', tag)
  }
  for (const name of repositories)
    await output('git', ['clone', '--quiet', '--bare', tree, join(hosts, 'alice', name)])
  forge = await startGitHttp({
    root: hosts,
    otherwise: (request, response) => {
      const [, name = '', tag = ''] =
        /\/alice\/(\w+)\/archive\/(.+)\.tar\.gz$/.exec(request.url ?? '') ?? []
      const what = ['--prefix=it/', `${tag}:${name}`]
      response.end(execFileSync('git', ['-C', tree, 'archive', '--format=tar.gz', ...what]))
    }
  })
  project = await makeProject(set, new Map(Object.entries(files('v1.2.3'))))
}, 60_000)

afterAll(async () => {
  await forge.close()
  removeScratch(folder, parent)
})

/** The checkout, with its input at a tag. */
function files(tag: string): Record<string, string> {
  const hashOf = (name: string): string => hashes.get('v1.2.3')?.[name] ?? ''
  const luna = {
    version: 'v1.2.3',
    url: `${forge.url}/alice/pinned/archive/v1.2.3.tar.gz`,
    hash: hashOf('pinned')
  }
  return {
    'sources.json': `${JSON.stringify({ pins: { luna }, version: 5 }, null, 2)}\n`,
    'flake.nix': `{
  inputs.nixpkgs.url = "path:${set.nixpkgs}";
  inputs.luna-src = { url = "git+${forge.url}/alice/luna?ref=refs/tags/${tag}"; flake = false; };

  outputs = { self, nixpkgs, luna-src }:
    let
      inherit (nixpkgs.legacyPackages.${ownSystem}) stdenv lib;
      package = pname: version: src: stdenv.mkDerivation { inherit pname version src; };
      version = "${tag.slice(1)}";
      pins = (builtins.fromJSON (builtins.readFile ./sources.json)).pins;
      fetch = { url, hash, ... }: builtins.fetchTarball { inherit url; sha256 = hash; };
    in
    {
      packages.${ownSystem} = {
        luna = package "luna" version luna-src;
        docs = package "docs" version (builtins.path { name = "docs"; path = "\${luna-src}/luna"; });
        pinned = package "pinned" (lib.removePrefix "v" pins.luna.version) (fetch pins.luna);
        tarball =
          let
            version = "1.2.3";
          in
          package "tarball" version (builtins.fetchTarball {
            name = "tarball-source";
            url = "${forge.url}/alice/tarball/archive/v\${version}.tar.gz";
            sha256 = "${hashOf('tarball')}";
          });
        own = package "own" "1.2.3" ./.;
      };
    };
}
`
  }
}

describe('packages whose source is fetched while they are evaluated', () => {
  let listing: Listing

  beforeAll(async () => {
    const environment = {
      ...readTerminalEnvironment(new Map(), set.env),
      workspace: project.folder
    }
    const scratch = mkdtempSync(join(folder, 'scratch-'))
    const look = lookFor('.#packages.*')
    listing = await lookAt({ environment, scratch, log: silentLog }, look)
  }, 60_000)

  test('are listed with what the forge has by now, and those of the checkout alone are left out', () => {
    expect(states(listing)).toEqual({
      '.#docs': '1.2.3 → 1.3.0 outdated',
      '.#luna': '1.2.3 → 1.3.0 outdated',
      '.#pinned': '1.2.3 → 1.3.0 outdated',
      '.#tarball': '1.2.3 → 1.3.0 outdated'
    })
    expect(listing.notes).toEqual(['1 package without a version or a fetched source is left out.'])
  })

  test('are one change when an input of the flake is what they share', () => {
    expect(setsOf(listing)).toEqual([
      expect.stringMatching(
        /^\.#docs \.#luna \| 1\.3\.0 \| the flake’s input `luna-src` in flake\.lock/
      ),
      '.#pinned | 1.3.0 | alone',
      '.#tarball | 1.3.0 | alone'
    ])
  })

  test('take an evaluation besides where no file says in full where they are from', () => {
    expect(listing.counts.evaluations).toBe(3)
  })

  test('are brought to that by version-sync', async () => {
    const [{ packages, version } = { packages: [], version: null }] = listing.sets
    const name = packages[0]?.reference.text ?? ''
    await syncProject(set, project, { package: name, version: version ?? '', systems: ownSystem })
    expect(Object.fromEntries(project.read())).toEqual(files('v1.3.0'))
    const lock = readFileSync(join(project.folder, 'flake.lock'), 'utf8')
    expect(lock.match(/refs\/tags\/[^"]+/g)).toEqual(['refs/tags/v1.3.0', 'refs/tags/v1.3.0'])
  })
})

/**
 * Packages whose source is pinned by a commit, in the shapes that nixpkgs has, through the whole of version-sync on a checkout: real
 * Git, real Nix, a GitHub and another Git host that are asked, and hashes that were computed another way (fixtures/sync/README.md).
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pLimit from 'p-limit'
import type { NarPublishError } from '../../src/errors.ts'
import { makeScratch, removeScratch } from '../../src/scratch.ts'
import type { SyncReport } from '../../src/sync/report/types.ts'
import { createClient } from '../support-github/client.ts'
import { git, Hosts } from '../repository/git/fixture.ts'
import { startGitHttp, type GitHttpServer } from '../support/git-http.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { computeHashes, fillHashes, type Tree } from '../support/sync-hashes.ts'
import { makePackageSet, ownSystem, type PackageSet } from '../support/sync-packages.ts'
import { makeProject, syncProject } from '../support/sync-project.ts'

const parent = realpathSync(tmpdir())
const folder = makeScratch(parent)

let set: PackageSet
let github: GitHubServer
let hosts: Hosts
let forge: GitHttpServer
/** By name: what the places that are asked have. The old commit is in none of them: nobody asks for it. */
let commits: Record<'main' | 'dev' | 'numbered' | 'tagged' | 'ofForge' | 'ofBranch', string>
const old = '48358b91b776d0bd34cbbc4c70e7ac5ce827b916'

/** What a package is at. */
interface At {
  commit: string
  version: string
}

interface Given {
  version: string
  /** How the source is fetched; given the source's commit as Nix code. */
  files: (at: At) => Record<string, string>
  from: string
  /** null: everything stays. */
  to: (() => At) | null
}

const fromGitHub = (rev: string): string =>
  `fetchFromGitHub {
    owner = "alice";
    repo = "tool";
    githubBase = "${new URL(github.serverUrl).host}";
    rev = ${rev};
    hash = "@sri.src@";
  }`

const fromForge = (rev: string): string =>
  `fetchzip { url = "${forge.url}/alice/tool/archive/\${${rev}}.tar.gz"; hash = "@sri.src@"; }`

const packageOf = (version: string, src: string, more = ''): string =>
  `{ stdenv, fetchFromGitHub, fetchzip, fetchurl }:
stdenv.mkDerivation rec {
  pname = "tool";
  version = ${version};
  src = ${src};
${more}}
`

const newest = (version: string, commit: keyof typeof commits) => (): At => ({
  version,
  commit: commits[commit]
})

/** Shapes that package files have. */
const shapes: Readonly<Record<string, Given>> = {
  'a commit that was never in a release follows the default branch': {
    version: 'branch',
    from: '0-unstable-2025-01-14',
    to: newest('0-unstable-2025-03-09', 'main'),
    files: ({ commit, version }) => ({
      'package.nix': packageOf(`"${version}"`, fromGitHub(`"${commit}"`))
    })
  },
  'one after a release follows a branch by its name': {
    version: 'branch:dev',
    from: '1.2.3-unstable-2025-01-14',
    to: newest('1.2.3-unstable-2025-04-01', 'dev'),
    files: ({ commit, version }) => ({
      'package.nix': packageOf(`"${version}"`, fromGitHub(`"${commit}"`))
    })
  },
  'the old way of writing the day, and the commit in a JSON file, of another host': {
    version: 'branch',
    from: 'unstable-2022-03-15',
    to: newest('unstable-2025-05-06', 'ofForge'),
    files: ({ commit, version }) => ({
      'package.nix': packageOf(
        `"${version}"`,
        fromForge('(builtins.fromJSON (builtins.readFile ./source.json)).rev')
      ),
      'source.json': `{ "rev": "${commit}", "fetchSubmodules": false }\n`
    })
  },
  'the commit in the address, in TOML, with the version': {
    version: 'branch:next',
    from: '20220315',
    to: newest('20250607', 'ofBranch'),
    files: ({ commit, version }) => ({
      'package.nix': packageOf(
        '(builtins.fromTOML (builtins.readFile ./pin.toml)).version',
        'fetchzip { inherit (builtins.fromTOML (builtins.readFile ./pin.toml)) url hash; }'
      ),
      'pin.toml': `version = "${version}"\nurl = "${forge.url}/alice/tool/archive/${commit}.tar.gz"\nhash = "@sri.src@"\n`
    })
  },
  'short forms beside the whole, and the same commit of somebody else’s package': {
    version: 'branch',
    from: '0-unstable-2025-01-14',
    to: newest('0-unstable-2025-03-09', 'main'),
    files: ({ commit, version }) => ({
      'package.nix': packageOf(
        `"${version}"`,
        fromGitHub(`"${commit}"`),
        `  ldflags = [ "-X main.commit=${commit.slice(0, 7)}" "-X main.describe=1.0-3-g${commit.slice(0, 9)}" ];\n`
      ),
      'sibling.nix': packageOf('"3.0"', fromGitHub(`"${old}"`))
    })
  },
  'a short commit that is a part of the version, without a day': {
    version: 'branch',
    from: `0.1.0-${old.slice(0, 10)}`,
    to: () => ({ commit: commits.main, version: `0.1.0-${commits.main.slice(0, 10)}` }),
    files: ({ commit, version }) => ({
      'package.nix': packageOf(`"${version}"`, fromGitHub(`"${commit.slice(0, 10)}"`))
    })
  },
  'a short commit that could be a number': {
    version: 'branch:numbered',
    from: `0.1.0-${old.slice(0, 7)}`,
    to: () => ({ commit: commits.numbered, version: `0.1.0-${commits.numbered.slice(0, 7)}` }),
    files: ({ commit, version }) => ({
      'package.nix': packageOf(`"${version}"`, fromGitHub(`"${commit.slice(0, 7)}"`))
    })
  },
  'a version that is made of the commit': {
    version: 'branch',
    from: '0.1.0',
    to: newest('0.1.0', 'main'),
    files: ({ commit }) => ({
      'package.nix': packageOf(
        '"0.1.0-${builtins.substring 0 7 src.rev}"',
        fromGitHub(`"${commit}"`)
      )
    })
  },
  'another commit of the same day': {
    version: 'branch',
    from: '0-unstable-2025-03-09',
    to: newest('0-unstable-2025-03-09', 'main'),
    files: ({ commit, version }) => ({
      'package.nix': packageOf(`"${version}"`, fromGitHub(`"${commit}"`))
    })
  },
  'a release from which one goes on to the branch': {
    version: 'branch',
    from: '0.9.0',
    to: newest('0.9.0-unstable-2025-03-09', 'main'),
    files: ({ commit, version }) => ({
      'package.nix': packageOf(`"${version}"`, fromGitHub(`"${commit}"`))
    })
  },
  'the newest commit is there already': {
    version: 'branch',
    from: '0-unstable-2025-03-08',
    to: null,
    files: ({ version }) => ({
      'package.nix': packageOf(`"${version}"`, fromGitHub(`"${commits.main}"`))
    })
  },
  'a branch that is older than the package': {
    version: 'branch',
    from: '0-unstable-2026-01-01',
    to: null,
    files: ({ commit, version }) => ({
      'package.nix': packageOf(`"${version}"`, fromGitHub(`"${commit}"`))
    })
  },
  'a release that is pinned by its commit becomes that of the tag, which is annotated': {
    version: 'v1.3.0',
    from: '1.2.3',
    to: newest('1.3.0', 'tagged'),
    files: ({ commit, version }) => ({
      'package.nix': packageOf(`"${version}"`, fromGitHub(`"${commit}"`))
    })
  },
  'a version whose tag is found by the version': {
    version: '1.3.0',
    from: '1.2.3',
    to: newest('1.3.0', 'tagged'),
    files: ({ commit, version }) => ({
      'package.nix': packageOf(`"${version}"`, fromGitHub(`"${commit}"`))
    })
  },
  'the latest release, for a package that was never one': {
    version: 'latest',
    from: '0-unstable-2025-01-14',
    to: newest('1.3.0', 'tagged'),
    files: ({ commit, version }) => ({
      'package.nix': packageOf(`"${version}"`, fromGitHub(`"${commit}"`))
    })
  },
  'a tag of another host': {
    version: 'v2.0',
    from: '1.9',
    to: newest('2.0', 'ofForge'),
    files: ({ commit, version }) => ({
      'package.nix': packageOf(`"${version}"`, fromForge(`"${commit.slice(0, 12)}"`))
    })
  },
  'a commit of something beside the source stays': {
    version: 'v1.3.0',
    from: '1.2.3',
    to: newest('1.3.0', 'tagged'),
    files: ({ version }) => ({
      'package.nix': packageOf(
        `"${version}"`,
        fromGitHub('"refs/tags/v${version}"'),
        `  data = fetchFromGitHub { owner = "bob"; repo = "data"; rev = "${old}"; hash = "@sri.data@"; };\n`
      )
    })
  }
}

/** What cannot be done, and what is said. */
const refusals: Readonly<Record<string, { version: string; file: () => string; says: string }>> = {
  'no commit': {
    version: 'branch',
    file: () => packageOf('"1.2.3"', fromGitHub('"v${version}"')),
    says: 'version branch: no source of the package is fetched from a Git host by the digits of a commit'
  },
  'no such branch on GitHub': {
    version: 'branch:gone',
    file: () => packageOf('"1.2.3"', fromGitHub(`"${old}"`)),
    says: 'branch "gone" of alice/tool: there is no such branch'
  },
  'no such branch elsewhere': {
    version: 'branch:gone',
    file: () => packageOf('"1.2.3"', fromForge(`"${old}"`)),
    says: '/alice/tool: there is no such branch'
  },
  'a commit in pieces': {
    version: 'branch',
    file: () => packageOf('"1.2.3"', fromGitHub(`"${old.slice(0, 20)}" + "${old.slice(20)}"`)),
    says: 'its source is fetched by the commit'
  }
}

interface Run {
  before: Tree
  after: Tree
  files: Tree
  report: SyncReport | null
  error: unknown
}
let runs: Record<string, Promise<Run>>

beforeAll(async () => {
  set = makePackageSet(folder, randomBytes(6).toString('hex'))
  github = await startGitHub({
    repositories: [{ name: 'alice/tool' }],
    tokens: { 'app-token': { login: 'alice', access: 'write' } }
  })
  hosts = new Hosts()
  forge = await startGitHttp({ root: hosts.root })
  commits = { ...(await fillGitHub()), ...(await fillForge()) }

  const named = Object.entries(shapes)
  const trees = named.map(([, { files, from, to }]) => {
    const before = tree(files({ commit: old, version: from }))
    return { before, after: to === null ? before : tree(files(to())) }
  })
  const checkouts = trees.flatMap(({ before, after }) =>
    [before, after].map((one) => ({
      tree: one,
      package: 'file:package.nix',
      systems: [ownSystem],
      isNixpkgs: false
    }))
  )
  const hashes = await computeHashes(set, checkouts)
  const limit = pLimit(3)
  runs = Object.fromEntries(
    named.map(([name, { version }], index) => {
      const fill = (one: Tree | undefined, which: number): Tree =>
        new Map(
          [...(one ?? [])].map(([path, text]) => [
            path,
            path === 'sibling.nix'
              ? text.replace('@sri.src@', 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=')
              : fillHashes(text, hashes[which] ?? new Map())
          ])
        )
      const before = fill(trees[index]?.before, index * 2)
      const after = fill(trees[index]?.after, index * 2 + 1)
      return [name, limit(() => run(version, before, after))]
    })
  )
  for (const [name, { version, file }] of Object.entries(refusals)) {
    const text = file().replace('@sri.src@', `sha256-${'A'.repeat(43)}=`)
    const before = tree({ 'package.nix': text })
    runs[name] = limit(() => run(version, before, before))
  }
  await Promise.allSettled(Object.values(runs))
}, 240_000)

afterAll(async () => {
  await forge.close()
  await github.close()
  hosts.remove()
  removeScratch(folder, parent)
})

const tree = (files: Record<string, string>): Tree => new Map(Object.entries(files))

/** main and dev, and a release by an annotated tag, at a commit of its own. */
async function fillGitHub() {
  const client = createClient(github, 'app-token')
  const name = 'alice/tool'
  const head = (await github.head(name, 'main')) ?? ''
  const first = await github.objects.commit(github.repository(name), head)
  const commit = (message: string, date: string): Promise<string> =>
    client.make(name, 'commits', {
      message,
      tree: first?.tree.sha,
      parents: [head],
      author: { name: 'Bob', email: 'bob@example.org', date: '2020-01-01T00:00:00Z' },
      committer: { name: 'Bob', email: 'bob@example.org', date }
    })
  // The day before where it was committed.
  const main = await commit('main', '2025-03-10T01:30:00+02:00')
  const dev = await commit('dev', '2025-04-01T12:00:00Z')
  let numbered = 'none yet'
  for (let turn = 0; !/^[0-9]{7}/.test(numbered); turn++) {
    numbered = await commit(`turn ${turn}`, '2025-04-02T12:00:00Z')
  }
  const tagged = await commit('release', '2025-02-01T12:00:00Z')
  await client.updateRef(name, 'main', main)
  const tag = await client.make(name, 'tags', {
    tag: 'v1.3.0',
    message: 'v1.3.0',
    object: tagged,
    type: 'commit'
  })
  await client.make(name, 'refs', { ref: 'refs/heads/dev', sha: dev })
  await client.make(name, 'refs', { ref: 'refs/heads/numbered', sha: numbered })
  await client.make(name, 'refs', { ref: 'refs/tags/v1.3.0', sha: tag })
  github.makeRelease(name, { tag: 'v1.3.0' })
  return { main, dev, numbered, tagged }
}

/** As Gitea serves it: an annotated tag, and a branch that is not the default one. */
async function fillForge() {
  const path = await hosts.bare()
  const dated = async (branch: string, date: string): Promise<string> => {
    const sha = await hosts.commit(path, { [branch]: date }, branch)
    const text = await git(path, 'cat-file', 'commit', sha)
    const at = Date.parse(date) / 1000
    const changed = text.replace(/^committer .*$/m, `committer Bob <b@example.org> ${at} +0900`)
    const file = join(hosts.folder(), 'commit')
    writeFileSync(file, `${changed}\n`)
    const made = await git(path, 'hash-object', '-t', 'commit', '-w', file)
    await git(path, 'update-ref', `refs/heads/${branch}`, made)
    return made
  }
  const ofForge = await dated('main', '2025-05-06T22:00:00Z')
  const ofBranch = await dated('next', '2025-06-07T00:30:00Z')
  await git(path, 'tag', '--annotate', '--message=x', 'v2.0', 'main')
  mkdirSync(join(hosts.root, 'alice'))
  symlinkSync(path, join(hosts.root, 'alice', 'tool'))
  return { ofForge, ofBranch }
}

async function run(version: string, before: Tree, after: Tree): Promise<Run> {
  const project = await makeProject(set, before)
  const env = { GITHUB_SERVER_URL: github.serverUrl, GITHUB_API_URL: github.apiUrl }
  const own = { ...set, env: { ...set.env, ...env } }
  const request = { package: 'file:package.nix', version, systems: ownSystem, build: 'false' }
  try {
    const report = await syncProject(own, project, request)
    return { before, after, files: project.read(), report, error: null }
  } catch (error) {
    return { before, after, files: project.read(), report: null, error }
  }
}

async function ended(name: string): Promise<Run> {
  const found = await runs[name]
  if (found === undefined) throw new Error(`there is no run ${name}`)
  return found
}

describe('a source that is pinned by a commit', () => {
  test.each(Object.keys(shapes))('%s', async (name) => {
    const { after, files, report, error } = await ended(name)
    if (report === null) throw error
    expect(files).toEqual(after)
    expect(report.outcome).toBe(shapes[name]?.to === null ? 'unchanged' : 'written')
  })
})

describe('a source whose commit cannot follow is left as it was', () => {
  test.each(Object.entries(refusals))('%s', async (name, { says }) => {
    const { files, before, error } = await ended(name)
    expect(files).toEqual(before)
    expect((error as NarPublishError).code).toBe('REVISION_UNTRACED')
    expect((error as NarPublishError).message).toContain(says)
  })
})

/**
 * The repository of 40 packages (forty-packages.ts), and the hosts that publish their sources. What its pull requests must hold is computed
 * past the action.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '../support-github/client.ts'
import { fortyPackages, versionsFile, type OnePackage } from './forty-packages.ts'
import { startGitHttp, type GitHttpServer } from './git-http.ts'
import type { RepositorySetup } from './github/options.ts'
import type { GitHubServer } from './github/server.ts'
import { computeHashes, fillHashes, type NamedHashes, type Tree } from './sync-hashes.ts'
import { foreignSystem, ownSystem, type PackageSet } from './sync-packages.ts'

/** For `startGitHub`. */
export const upstreamRepositories: readonly RepositorySetup[] = fortyPackages
  .filter(({ tags }) => tags.length > 0)
  .map(({ name }) => ({ name: `up/${name}` }))

export interface FortyPackages {
  /** The repository's files, without its lock file. */
  before: Tree
  /** Files that a change writes, by the name of its set, as they are then. */
  after(set: string): Tree
}

/** A host of Git repositories, and a JavaScript registry, in one; each with one package. */
export async function startHost(folder: string): Promise<GitHttpServer> {
  const root = join(folder, 'host')
  mkdirSync(root)
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', join(root, 'by-git'), ...args], { encoding: 'utf8' }).trim()
  execFileSync('git', ['init', '--quiet', '--bare', join(root, 'by-git')])
  const tree = execFileSync('git', ['-C', join(root, 'by-git'), 'mktree'], { input: '' })
  const author = ['-c', 'user.name=up', '-c', 'user.email=up@example.org']
  const commit = git(...author, 'commit-tree', '-m', 'all', tree.toString().trim())
  for (const tag of ['v1.4.0', 'v1.5.0', 'v2.0.0-rc.1'])
    git('update-ref', `refs/tags/${tag}`, commit)
  const answers: Record<string, unknown> = {
    '/registry/latest': { version: '1.5.0' },
    '/registry': { versions: { '1.4.0': {}, '1.5.0': {} } }
  }
  return startGitHttp({
    root,
    otherwise: ({ url = '' }, response) => {
      const isThere = Object.hasOwn(answers, url)
      response.writeHead(isThere ? 200 : 404, { 'content-type': 'application/json' })
      response.end(JSON.stringify(isThere ? answers[url] : {}))
    }
  })
}

/** `host`: the server with the repository `by-git` and the registry. */
export async function makeFortyPackages(
  set: PackageSet,
  github: GitHubServer,
  host: string
): Promise<FortyPackages> {
  const old = (await github.head('up/pinned', 'main')) ?? ''
  const pinned = await github.commitFiles('up/pinned', 'main', { new: '1.5.0\n' }, 'v1.5.0')
  await createClient(github, 'app-token').make('up/pinned', 'refs', {
    ...{ ref: 'refs/tags/v1.5.0', sha: pinned }
  })
  for (const { name, tags } of fortyPackages) {
    for (const tag of tags.toReversed()) github.makeRelease(`up/${name}`, { tag })
  }
  const words: Record<string, string> = {
    ...{ '@github@': new URL(github.serverUrl).host, '@host@': host, '@nixpkgs@': set.nixpkgs },
    ...{ '@old@': old, '@pinned@': pinned }
  }
  const place = (text: string): string =>
    text.replace(/@(github|host|nixpkgs|old|pinned)@/g, (word) => words[word] ?? '')
  const named = new Map([...repositoryFiles()].map(([path, text]) => [path, place(text)] as const))
  const changed = (edits: OnePackage['edits'], tree: Tree): Map<string, string> => {
    const files = new Map<string, string>()
    for (const [file, from, to] of edits) {
      const text = files.get(file) ?? tree.get(file) ?? ''
      files.set(
        file,
        text.replaceAll(place(from), () => place(to))
      )
    }
    return files
  }
  const isMade = ({ fate }: OnePackage): boolean => fate !== 'does not evaluate'
  const isBrought = (each: OnePackage): boolean => isMade(each) && each.fate !== 'source gone'
  const all = fortyPackages.filter(isBrought)
  const allAfter = new Map([
    ...named,
    ...changed(
      all.flatMap(({ edits }) => edits),
      named
    )
  ])
  const hashesOf = async (tree: Tree, wanted: readonly OnePackage[]): Promise<NamedHashes> => {
    const [own, foreign] = await computeHashes(set, [
      {
        tree: withAll(tree, wanted),
        package: 'file:all.nix',
        systems: [ownSystem],
        isNixpkgs: false
      },
      ...[{ tree, package: 'file:pkgs/per-system.nix', systems: [foreignSystem], isNixpkgs: false }]
    ])
    return new Map([...(own ?? []), ...(foreign ?? [])])
  }
  const [oldHashes, newHashes] = [
    await hashesOf(named, fortyPackages.filter(isMade)),
    await hashesOf(allAfter, all)
  ]
  const before = new Map([...named].map(([path, text]) => [path, fillHashes(text, oldHashes)]))
  return {
    before,
    after: (name) => {
      const members = fortyPackages.filter((each) => each.set === name)
      const edits = members.flatMap((each) => each.edits)
      const touched = new Map([
        ...members.map(({ file }) => [file, named.get(file) ?? ''] as const),
        ...(name === 'orbit'
          ? [['pkgs/orbit-hash.nix', named.get('pkgs/orbit-hash.nix') ?? ''] as const]
          : []),
        ...changed(edits, named)
      ])
      const filled = [...touched].map(
        ([path, text]) => [path, fillHashes(text, newHashes)] as const
      )
      return new Map(filled.filter(([path, text]) => before.get(path) !== text))
    }
  }
}

/** With names for hashes. */
function repositoryFiles(): Tree {
  const calls = fortyPackages.map(({ name, file }) => `  ${name} = callPackage ./${file} { };`)
  const isOwn = (line: string): boolean => !line.includes('per-system')
  return new Map([
    [
      'flake.nix',
      `{
  inputs.nixpkgs.url = "path:@nixpkgs@";
  outputs = { self, nixpkgs }: {
    packages = nixpkgs.lib.genAttrs [ "${ownSystem}" "${foreignSystem}" ] (
      system: import ./packages.nix nixpkgs.legacyPackages.\${system}
    );
  };
}
`
    ],
    [
      'packages.nix',
      `pkgs:
let
  inherit (pkgs) callPackage;
in
{
${calls.filter((line) => !isOwn(line)).join('\n')}
}
// pkgs.lib.optionalAttrs (pkgs.system == "${ownSystem}") {
${calls.filter(isOwn).join('\n')}
}
`
    ],
    [versionsFile, '{\n  suite = "2.4.0";\n  duo = "0.9.1";\n}\n'],
    ['pkgs/orbit-hash.nix', '"@sri.orbit@"\n'],
    ...fortyPackages.map(({ file, text }) => [file, text] as const)
  ])
}

/** A file more: one derivation of all of these, so that one evaluation knows their hashes. */
function withAll(tree: Tree, packages: readonly OnePackage[]): Tree {
  const names = packages.map(({ name }) => `"${name}"`).join(' ')
  const text = `{ pkgs }: pkgs.linkFarm "all" (map (name: { inherit name; path = (import ./packages.nix pkgs).\${name}; }) [ ${names} ])\n`
  return new Map([...tree, ['all.nix', text]])
}

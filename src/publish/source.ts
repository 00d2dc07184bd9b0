import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Environment } from '../environment.ts'
import { attempt } from '../errors.ts'
import { askFlakeSource } from '../nix/flake-source.ts'
import { parseInstallable } from '../nix/installable.ts'
import type { Nix } from '../nix/types.ts'
import { askProgram } from '../process/ask.ts'
import { parseTargetAddress } from '../repository/address.ts'
import { workTreeEnvironment } from '../repository/git/environment.ts'
import type { Artifact, Origin } from './artifact.ts'

type Workflow = Pick<Environment, 'repository' | 'revision' | 'serverUrl' | 'workspace'>

/** What the index says of where an artifact comes from. A path that was given as such is taken for what the job built of its commit. */
export function originOf({ origin }: Artifact, environment: Environment): Origin {
  const { repository, revision, runUrl } = environment
  const source = repository === null || revision === null ? null : { repository, revision }
  return origin ?? { source, runUrl }
}

/**
 * The commits that installables were evaluated from, asked once for each flake after that was evaluated: the evaluation may have written a
 * lock file. null: not known to be a commit of the workflow's repository (a tree with changes, another repository, another flake, whose
 * revision the workflow does not say).
 */
export async function sourcesOf(
  nix: Nix,
  installables: readonly string[],
  workflow: Workflow
): Promise<Map<string, Origin['source']>> {
  const byFlake = Map.groupBy(installables, flakeOf)
  const sources = await Promise.all(
    [...byFlake].map(async ([flake, of]) => {
      const source = isLocal(flake) ? await sourceOf(nix, flake, workflow) : null
      return of.map((installable) => [installable, source] as const)
    })
  )
  return new Map(sources.flat())
}

function flakeOf(installable: string): string {
  return parseInstallable(installable).reference.split('#')[0] || '.'
}

/** On this machine: `.`, `./dir`, `/dir`, `.?dir=x`, `path:…`, `git+file:…`. */
function isLocal(flake: string): boolean {
  return /^(?:\.{0,2}(?:$|[/?])|path:|git\+file:)/.test(flake)
}

async function sourceOf(
  nix: Nix,
  flake: string,
  { repository, revision, ...workflow }: Workflow
): Promise<Origin['source']> {
  if (repository === null || revision === null) return null
  const found = await askFlakeSource(nix, flake)
  if (found === null) return null
  const root = found.kind === 'git' ? found.folder : workTreeOf(found.folder)
  // A checkout without Git: the runner fetched the commit as an archive.
  if (root === null) return { repository, revision }
  const git = (...args: string[]): Promise<string | null> =>
    askProgram(
      { program: 'git', args },
      { cwd: root, env: workTreeEnvironment(nix.env), log: nix.log }
    )
  const evaluated = found.kind === 'git' ? found.revision : await unchangedHead(git)
  if (evaluated === null || evaluated === revision)
    return evaluated === null ? null : { repository, revision }
  // Another commit: of the same repository, or of one that was checked out beside it.
  const url = (await git('config', '--get', 'remote.origin.url'))?.trim() ?? ''
  const address = attempt(() => parseTargetAddress(url, { ...workflow, repository: null }), null)
  const isOwn =
    address?.kind === 'github' &&
    `${address.owner}/${address.repo}`.toLowerCase() === repository.toLowerCase()
  return isOwn ? { repository, revision: evaluated } : null
}

/** The innermost folder above that has a `.git`. */
function workTreeOf(folder: string): string | null {
  if (existsSync(join(folder, '.git'))) return folder
  return dirname(folder) === folder ? null : workTreeOf(dirname(folder))
}

/** `path:` takes a folder with all in it, whatever Git knows of that; null: it is not as committed. */
async function unchangedHead(
  git: (...args: string[]) => Promise<string | null>
): Promise<string | null> {
  const changes = await git('status', '--porcelain', '--ignored', '--untracked-files=all')
  return changes === '' ? ((await git('rev-parse', 'HEAD'))?.trim() ?? null) : null
}

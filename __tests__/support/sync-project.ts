/** Checkouts for version-sync: made from files, synced by the action's own code, and read again. */
import { mkdtempSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readTerminalEnvironment } from '../../src/environment.ts'
import { readSecrets } from '../../src/inputs/secrets.ts'
import { silentLog } from '../../src/log.ts'
import { makeScratch, removeScratch } from '../../src/scratch.ts'
import { ofOne, parseSyncInputs } from '../../src/sync/inputs.ts'
import type { SyncReport } from '../../src/sync/report/types.ts'
import { sync } from '../../src/sync/sync.ts'
import { output } from './program.ts'
import { readTree } from './sync-cases.ts'
import { writeTree, type Tree } from './sync-hashes.ts'
import { writeNixpkgs, type PackageSet } from './sync-packages.ts'

const gitEnvironment = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Alice',
  GIT_AUTHOR_EMAIL: 'alice@example.org',
  GIT_COMMITTER_NAME: 'Alice',
  GIT_COMMITTER_EMAIL: 'alice@example.org'
}

export interface Project {
  folder: string
  /** Writes files over what is there, and commits nothing. */
  write(tree: Tree): void
  /** All files but Git's own, and those of nixpkgs in a fork of it. */
  read(): Tree
  /** Paths that differ from the commit. */
  changed(): Promise<string[]>
}

export interface ProjectOptions {
  /** It is a fork of nixpkgs. */
  isNixpkgs?: boolean
}

/** A Git repository with the files in one commit, and lock files for its flakes. */
export async function makeProject(
  set: PackageSet,
  tree: Tree,
  { isNixpkgs = false }: ProjectOptions = {}
): Promise<Project> {
  const folder = mkdtempSync(join(set.folder, 'project-'))
  const git = (...args: string[]): Promise<string> =>
    output('git', args, { cwd: folder, env: gitEnvironment })
  if (isNixpkgs) writeNixpkgs(folder, { salt: set.salt, fixed: true })
  writeTree(folder, tree)
  await git('init', '--quiet', '--initial-branch=main')
  await git('add', '--all')
  for (const path of tree.keys()) {
    if (!path.endsWith('flake.nix')) continue
    await output('nix', ['flake', 'lock'], { cwd: dirname(join(folder, path)), env: set.env })
    await git('add', '--all')
  }
  await git('commit', '--quiet', '--message=as it was')
  const committed = isNixpkgs ? new Set((await git('ls-files')).split('\n')) : new Set<string>()
  return {
    folder,
    write: (changes) => {
      writeTree(folder, changes)
    },
    read: () =>
      new Map(
        [...readTree(folder)].filter(
          ([path]) =>
            !path.startsWith('.git/') &&
            !path.endsWith('flake.lock') &&
            (tree.has(path) || !committed.has(path))
        )
      ),
    changed: async () => {
      const tracked = await git('diff', '--name-only', 'HEAD')
      const untracked = await git('ls-files', '--others')
      return `${tracked}\n${untracked}`.split('\n').filter((path) => path !== '')
    }
  }
}

/** What is asked for, by the names of the inputs. */
export type SyncRequest = Readonly<Record<string, string>>

/** One run of version-sync on the checkout, as from a terminal. Throws what the run throws. */
export async function syncProject(
  set: PackageSet,
  project: Project,
  request: SyncRequest
): Promise<SyncReport> {
  const environment = {
    ...readTerminalEnvironment(new Map(Object.entries(request)), set.env),
    workspace: project.folder
  }
  const secrets = readSecrets(environment, () => undefined)
  const scratch = makeScratch(set.folder)
  try {
    const { report, error } = await sync({
      inputs: ofOne(parseSyncInputs(environment, secrets, 'checkout')),
      environment,
      scratch,
      log: silentLog,
      timings: []
    })
    if (error !== null) throw error
    return report
  } finally {
    removeScratch(scratch, set.folder)
  }
}

/** Looks at checkouts that are made from packages, with a GitHub on loopback. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { readEnvironment, type Environment } from '../../../src/environment.ts'
import { silentLog } from '../../../src/log.ts'
import { lookAt } from '../../../src/sync/many/look.ts'
import { parsePackagePatterns } from '../../../src/sync/many/patterns.ts'
import type { ListedPackage, Listing, Look } from '../../../src/sync/many/types.ts'
import { startGitHub, type GitHubServer } from '../../support/github/server.ts'
import { nixConfig, removeFolder } from '../../support/nix.ts'
import { makeFolder, makeRepository, type Files } from '../project/support.ts'
import { flakeOf, library, packagesFile } from './luna-flake.ts'

export const token = 'writer'

/** A look, as phase list asks for it. */
export function lookFor(packages: string, more: Partial<Look> = {}): Look {
  return {
    packages: parsePackagePatterns(packages),
    ignore: [],
    systems: { value: null, source: 'default' },
    nixpkgs: null,
    version: { kind: 'latest' },
    tagPrefix: '',
    versionRegex: null,
    allowDowngrade: false,
    token,
    ...more
  }
}

export class Looking {
  readonly github: GitHubServer
  readonly folder = makeFolder()
  /** Of the looks so far. */
  readonly scratches: string[] = []

  private constructor(github: GitHubServer) {
    this.github = github
  }

  /** `releases`: by the repository of `luna`, its tags. */
  static async start(releases: Readonly<Record<string, readonly string[]>>): Promise<Looking> {
    const github = await startGitHub({
      repositories: Object.keys(releases).map((name) => ({ name: `luna/${name}` })),
      tokens: { [token]: { login: 'luna', access: 'write' } }
    })
    for (const [name, tags] of Object.entries(releases))
      for (const tag of tags) github.makeRelease(`luna/${name}`, { tag })
    return new Looking(github)
  }

  /** `packages`: see packagesFile. */
  checkout(
    name: string,
    packages: string,
    { files = {}, systems }: { files?: Files; systems?: readonly string[] } = {}
  ): Promise<string> {
    return makeRepository(join(this.folder, name), {
      'flake.nix': flakeOf(systems),
      'lib.nix': library(this.github.serverUrl),
      'packages.nix': packagesFile(packages),
      ...files
    })
  }

  environment(checkout: string): Environment {
    const { apiUrl, serverUrl } = this.github
    return {
      ...readEnvironment({ GITHUB_API_URL: apiUrl, GITHUB_SERVER_URL: serverUrl }),
      workspace: checkout,
      childEnvironment: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        NIX_CONFIG: nixConfig,
        XDG_CACHE_HOME: join(this.folder, 'cache')
      }
    }
  }

  look(checkout: string, look: Look, options: Parameters<typeof lookAt>[2] = {}): Promise<Listing> {
    const scratch = mkdtempSync(join(this.folder, 'scratch-'))
    this.scratches.push(scratch)
    const place = { environment: this.environment(checkout), scratch, log: silentLog }
    return lookAt(place, look, options)
  }

  async close(): Promise<void> {
    await this.github.close()
    await removeFolder(this.folder)
  }
}

/** By its line: what it has, and what it gets. */
export function states({ packages }: Listing): Record<string, string> {
  return Object.fromEntries(
    packages.map(({ reference, version, newest, state }: ListedPackage) => [
      reference.text,
      `${version ?? '-'} → ${newest ?? '-'} ${state}`
    ])
  )
}

export function setsOf({ sets }: Listing): string[] {
  return sets.map(({ packages, version, shared }) => {
    const texts = packages.map(({ reference }) => reference.text)
    return [texts.join(' '), version ?? '?', shared ?? 'alone'].join(' | ')
  })
}

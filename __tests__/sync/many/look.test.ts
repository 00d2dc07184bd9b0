import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { readEnvironment, type Environment } from '../../../src/environment.ts'
import { silentLog } from '../../../src/log.ts'
import { lookAt } from '../../../src/sync/many/look.ts'
import { parsePackagePatterns } from '../../../src/sync/many/patterns.ts'
import type { ListedPackage, Listing, Look } from '../../../src/sync/many/types.ts'
import { startGitHub, type GitHubServer } from '../../support/github/server.ts'
import { nixConfig } from '../../support/nix.ts'
import { makeFolder, makeRepository, type Files } from '../project/support.ts'
import { flakeOf, hashOf, library, packageOf, packagesFile } from './luna-flake.ts'

let github: GitHubServer
let folder: string

beforeAll(async () => {
  folder = makeFolder()
  const names = ['one', 'two', 'many', 'luna', 'other', 'cli', 'stub']
  github = await startGitHub({
    repositories: names.map((name) => ({ name: `luna/${name}` })),
    tokens: { writer: { login: 'luna', access: 'write' } }
  })
  github.makeRelease('luna/one', { tag: 'v1.3.0' })
  github.makeRelease('luna/two', { tag: 'v1.2.0' })
})

afterAll(() => github.close())

function look(packages: string, more: Partial<Look> = {}): Look {
  return {
    packages: parsePackagePatterns(packages),
    ignore: [],
    systems: { value: null, source: 'default' },
    nixpkgs: null,
    version: { kind: 'latest' },
    tagPrefix: '',
    versionRegex: null,
    allowDowngrade: false,
    token: 'writer',
    ...more
  }
}

async function lookIn(checkout: string, asked: Look): Promise<Listing> {
  const environment: Environment = {
    ...readEnvironment({ GITHUB_API_URL: github.apiUrl, GITHUB_SERVER_URL: github.serverUrl }),
    workspace: checkout,
    childEnvironment: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      NIX_CONFIG: nixConfig,
      XDG_CACHE_HOME: join(folder, 'cache')
    }
  }
  return lookAt(
    { environment, scratch: mkdtempSync(join(folder, 'scratch-')), log: silentLog },
    asked
  )
}

function states({ packages }: Listing): Record<string, string> {
  return Object.fromEntries(
    packages.map(({ reference, version, newest, state }: ListedPackage) => [
      reference.text,
      `${version ?? '-'} → ${newest ?? '-'} ${state}`
    ])
  )
}

/** By its line: what it has, and what it gets. */
function setsOf({ sets }: Listing): string[] {
  return sets.map(({ packages, version, shared }) =>
    [
      packages.map(({ reference }) => reference.text).join(' '),
      version ?? '?',
      shared ?? 'alone'
    ].join(' | ')
  )
}

async function checkoutOf(name: string, packages: string, more: Files = {}): Promise<string> {
  return makeRepository(join(folder, name), {
    'flake.nix': flakeOf(),
    'lib.nix': library(github.serverUrl),
    'packages.nix': packagesFile(packages),
    ...more
  })
}

describe('a look at a flake with more than 40 packages', () => {
  const plain = Array.from({ length: 40 }, (_, index) => `plain-${index}`)
  let listing: Listing

  beforeAll(async () => {
    for (const name of plain) github.makeRelease('luna/many', { tag: `${name}-v1.0.1` })
    const checkout = await checkoutOf(
      'many',
      `
      ${plain.map((name) => packageOf(name, '1.0.0', { repo: 'many', tag: `${name}-v1.0.0` })).join('\n')}
      ${packageOf('"$(touch x)"', '1.2.0', { repo: 'one' })}
      ${packageOf('"a b%41#*"', '1.2.0', { repo: 'one' })}
      ${packageOf('"a\\"b"', '1.2.0', { repo: 'one' })}
      ${packageOf('one', '1.2.0')}
      default = self.one;
      nested = { recurseForDerivations = true; ${packageOf('deep', '1.1.0', { repo: 'two' })} };
      thrown = throw "it is broken";
      local = lib.mkDerivation { pname = "local"; version = "1.0"; src = ./lib.nix; };
      versionless = derivation { name = "versionless"; inherit system; builder = "/bin/sh"; };
      other-versionless = derivation { name = "other"; inherit system; builder = "/bin/sh"; };
      script = "no derivation";`
    )
    github.reset()
    listing = await lookIn(checkout, look('.#packages.*\n.#versionless'))
  }, 60_000)

  test('tells of each what it has and what its host has, in one evaluation and one for the shared literals', () => {
    const told = states(listing)
    for (const name of plain) expect(told[`.#${name}`]).toBe('1.0.0 → 1.0.1 outdated')
    expect(told['.#one']).toBe('1.2.0 → 1.3.0 outdated')
    expect(told['.#nested.deep']).toBe('1.1.0 → 1.2.0 outdated')
    // And one for the words of what is thrown.
    expect(listing.counts.evaluations).toBe(3)
  })

  test('asks each repository once, however many packages it has', () => {
    expect(github.requests.map(({ path }) => path).toSorted()).toEqual([
      '/repos/luna/many/releases',
      '/repos/luna/one/releases',
      '/repos/luna/two/releases'
    ])
    expect(listing.counts).toMatchObject({ requests: 3, gitHubRequests: 3 })
  })

  test('tells why of a line’s own package, and leaves out what is no package, or has another name', () => {
    const why = listing.packages.flatMap(({ reference: { text }, state, why }) =>
      why === null ? [] : [`${text} ${state}: ${why.reason}`]
    )
    expect(why).toEqual([
      '.#thrown failed: it is broken',
      '.#versionless unknown: it has no version'
    ])
    expect(listing.packages.map(({ reference }) => reference.text)).not.toContain('.#default')
    expect(listing.notes).toEqual([
      'No line of `package` can name "a\\"b": left out.',
      '2 of the attributes are other names of packages in the list.',
      '2 packages without a version or a fetched source are left out.'
    ])
  })

  test('names each in a line that means it and nothing else', () => {
    const texts = listing.packages.map(({ reference }) => reference.text)
    expect(texts).toEqual(expect.arrayContaining(['.#"$(touch x)"', '.#"a b%2541#*"']))
    expect(parsePackagePatterns(texts.join('\n')).map(({ reference }) => reference)).toEqual(
      listing.packages.map(({ reference }) => reference)
    )
  })

  test('makes a set of each', () => {
    expect(setsOf(listing)).toContain('.#one | 1.3.0 | alone')
    expect(listing.sets).toHaveLength(plain.length + 4)
  })
})

test('one that ends the evaluation leaves the others as they are', async () => {
  const checkout = await checkoutOf(
    'aborts',
    `
    aborts = abort "it is broken";
    ${packageOf('one', '1.2.0')}
    unread = lib.mkDerivation {
      pname = "unread"; version = "1.2.0"; meta.homepage = { }.x;
      src = lib.fetchFromGitHub { owner = "luna"; repo = "two"; tag = "v1.2.0"; hash = "${hashOf('unread')}"; };
    };`
  )
  const listing = await lookIn(checkout, look('.#packages.*'))
  expect(states(listing)).toEqual({
    '.#aborts': '- → - failed',
    '.#one': '1.2.0 → 1.3.0 outdated',
    '.#unread': '1.2.0 → 1.2.0 current'
  })
  expect(listing.packages[0]?.why?.reason).toContain('it is broken')
})

describe('what is one change', () => {
  let listing: Listing

  beforeAll(async () => {
    for (const name of ['luna', 'other', 'cli', 'stub'])
      github.makeRelease(`luna/${name}`, { tag: 'v1.1.0' })
    const versions = `{
  luna = "1.0.0";
  other = "1.0.0";
}
`
    const checkout = await checkoutOf(
      'shared',
      `
      ${packageOf('luna', '${versions.luna}', { more: 'inherit common;' })}
      ${packageOf('luna-docs', '${versions.luna}', { repo: 'luna' })}
      ${packageOf('other', '${versions.other}', { more: 'inherit common;' })}
      ${packageOf('cli', '1.0.0', { hash: '${cliHash}' })}
      ${packageOf('cli-gui', '1.0.0', { repo: 'cli', hash: '${cliHash}' })}
      ${packageOf('cli-alone', '1.0.0', { repo: 'cli', hash: hashOf('cli') })}
      ${packageOf('stub', '1.0.0', { hash: '${stubHashes.${"1.0.0"}}' })}
      ${packageOf('stub-docs', '1.0.0', { repo: 'stub', hash: '${stubDocsHashes.${"1.0.0"}}' })}`,
      {
        'versions.nix': versions,
        'hashes.json': JSON.stringify({ cli: { hash: hashOf('cli') } }, null, 2)
      }
    )
    listing = await lookIn(checkout, look('.#packages.*'))
  }, 60_000)

  test('is what shares a version literal or the hash of a source, and nothing that only has the same text', () => {
    expect(setsOf(listing)).toEqual([
      '.#cli .#cli-gui | 1.1.0 | hash at hashes.json:3',
      '.#cli-alone | 1.1.0 | alone',
      '.#luna .#luna-docs | 1.1.0 | version at versions.nix:2',
      '.#other | 1.1.0 | alone',
      '.#stub .#stub-docs | 1.1.0 | both are luna/stub on GitHub at 1.0.0, and nothing tells their literals apart'
    ])
  })
})

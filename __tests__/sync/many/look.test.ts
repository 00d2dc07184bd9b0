import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { scratchInMemory } from '../../../src/scratch.ts'
import { parsePackagePatterns } from '../../../src/sync/many/patterns.ts'
import type { Listing } from '../../../src/sync/many/types.ts'
import { Looking, lookFor, setsOf, states } from './looking.ts'
import { hashOf, packageOf, system } from './luna-flake.ts'

const plain = Array.from({ length: 40 }, (_, index) => `plain-${index}`)
let looking: Looking

beforeAll(async () => {
  const [newer] = [['v1.1.0']]
  looking = await Looking.start({
    one: ['v1.3.0'],
    two: ['v1.2.0'],
    many: plain.map((name) => `${name}-v1.0.1`),
    ...{ luna: newer, other: newer, cli: newer, stub: newer },
    lines: ['v2.1.0', 'v2.0.1', 'v1.9.0']
  })
})

afterAll(() => looking.close())

describe('a look at a flake with more than 40 packages', () => {
  let listing: Listing

  beforeAll(async () => {
    const checkout = await looking.checkout(
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
    looking.github.reset()
    listing = await looking.look(checkout, lookFor('.#packages.*\n.#versionless'))
  }, 60_000)

  test('tells of each what it has and what its host has, in one evaluation and one for the shared literals', () => {
    const told = states(listing)
    for (const name of plain) expect(told[`.#${name}`]).toBe('1.0.0 → 1.0.1 outdated')
    expect(told['.#one']).toBe('1.2.0 → 1.3.0 outdated')
    expect(told['.#nested.deep']).toBe('1.1.0 → 1.2.0 outdated')
    // And one for the words of what is thrown.
    expect(listing.counts.evaluations).toBe(3)
  })

  test('leaves no copy of the checkout behind', () => {
    const [scratch = ''] = looking.scratches
    const trees = (folder: string) => globSync('**/flake.nix', { cwd: folder })
    expect(existsSync(join(scratch, 'gc-roots'))).toBe(true)
    expect([scratch, scratchInMemory(scratch)].flatMap(trees)).toEqual([])
  })

  test('asks each repository once, however many packages it has', () => {
    expect(looking.github.requests.map(({ path }) => path).toSorted()).toEqual([
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
  const checkout = await looking.checkout(
    'aborts',
    `
    aborts = abort "it is broken";
    ${packageOf('one', '1.2.0')}
    unread = lib.mkDerivation {
      pname = "unread"; version = "1.2.0"; meta.homepage = { }.x;
      src = lib.fetchFromGitHub { owner = "luna"; repo = "two"; tag = "v1.2.0"; hash = "${hashOf('unread')}"; };
    };`
  )
  const listing = await looking.look(checkout, lookFor('.#packages.*'))
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
    const versions = `{
  luna = "1.0.0";
  other = "1.0.0";
}
`
    const checkout = await looking.checkout(
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
        files: {
          'versions.nix': versions,
          'hashes.json': JSON.stringify({ cli: { hash: hashOf('cli') } }, null, 2)
        }
      }
    )
    listing = await looking.look(checkout, lookFor('.#packages.*'))
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

describe('versions that are left alone', () => {
  let checkout: string
  const packages = `
    ${packageOf('lines', '1.8.0')}
    ${packageOf('luna', '1.0.0')}
    luna-docs = self.luna // { pname = "luna-docs"; };`
  beforeAll(async () => {
    checkout = await looking.checkout('ignored', packages)
  })

  test.each([
    ['lines@2.x', '1.8.0 → 1.9.0 outdated'],
    ['lines@2.1.0', '1.8.0 → 2.0.1 outdated'],
    ['li*s@2.x\nlines@1.9.x', '1.8.0 → 2.1.0 ignored'],
    ['lines', '1.8.0 → - ignored']
  ])('by %j give the newest of the others, or that there is none', async (ignore, told) => {
    const listing = await looking.look(checkout, lookFor('.#lines', { ignore: ignore.split('\n') }))
    expect(states(listing)).toEqual({ '.#lines': told })
    expect(listing.notes).toEqual([])
  })

  test('of a package that nobody has are a note', async () => {
    const listing = await looking.look(checkout, lookFor('.#lines', { ignore: ['nobody@1.x'] }))
    expect(listing.notes).toEqual(['`nobody@1.x` in `ignore` names no package.'])
  })

  test('and a set that nobody has is an error that leads to its name', async () => {
    await expect(looking.look(checkout, lookFor('.#nobody.*'))).rejects.toMatchObject({
      code: 'EVALUATION_FAILED',
      subject: '.#nobody.*',
      hint: expect.stringContaining('nix flake show')
    })
  })
})

describe('a set whose packages do not go together', () => {
  test('goes nowhere, and says why', async () => {
    const checkout = await looking.checkout(
      'apart',
      `
      ${packageOf('luna', '${versions}')}
      ${packageOf('lines', '${versions}')}
      ${packageOf('two', '${versions}')}`,
      { files: { 'versions.nix': '"1.0.0"\n' } }
    )
    const listing = await looking.look(checkout, lookFor('.#packages.*', { ignore: ['two'] }))
    expect(setsOf(listing)).toEqual([
      '.#lines .#luna .#two | ? | version at versions.nix:1; but .#lines is to be 2.1.0, .#luna is to be 1.1.0, .#two is to stay at 1.0.0'
    ])
  })
})

describe('a set of a file', () => {
  test('and plain lines are looked at together, nested sets too', async () => {
    const checkout = await looking.checkout('file', '', {
      files: {
        'nix/tools.nix': `{ system ? builtins.currentSystem }:
          let lib = import ../lib.nix { inherit system; }; in {
            set = { ${packageOf('luna', '1.0.0')} };
            ${packageOf('two', '1.2.0')}
          }`,
        'tool.nix': `let lib = import ./lib.nix { system = "${system}"; }; in { ${packageOf('one', '1.0.0')} }.one`
      }
    })
    const listing = await looking.look(
      checkout,
      lookFor('file:nix/tools.nix#set.*\nfile:nix/tools.nix#two\nfile:tool.nix\nfile:gone.nix')
    )
    expect(states(listing)).toEqual({
      'file:nix/tools.nix#set.luna': '1.0.0 → 1.1.0 outdated',
      'file:nix/tools.nix#two': '1.2.0 → 1.2.0 current',
      'file:tool.nix': '1.0.0 → 1.3.0 outdated',
      'file:gone.nix': '- → - failed'
    })
    // Two files, as they stand and with marks in them.
    expect(listing.counts.evaluations).toBe(4)
  })
})

describe('machines', () => {
  const other = 'aarch64-darwin'

  test('of another system are for hashes that can be made there alone', async () => {
    const vendored = (hash: string): string =>
      `vendor = lib.vendor { inherit pname version; src = lib.fetchFromGitHub { owner = "luna"; repo = pname; tag = "v\${version}"; hash = "${hashOf('v')}"; }; hash = ${hash}; };`
    const vendor = (name: string, hash: string): string => `${name} = let
      pname = "${name}"; version = "1.0.0"; ${vendored(hash)}
    in lib.mkDerivation { inherit pname version vendor; src = vendor.src; };`
    const checkout = await looking.checkout(
      'machines',
      `
      ${packageOf('luna', '1.0.0')}
      ${vendor('other', `"${hashOf('same')}"`)}
      ${vendor('cli', `{ ${system} = "${hashOf('own')}"; ${other} = "${hashOf('other')}"; }.\${system}`)}
      } // (if system != "${system}" then { } else { ${packageOf('stub', '1.0.0')} }) // {
      ${packageOf('one', '1.0.0')}`,
      { systems: [system, other] }
    )
    const listing = await looking.look(checkout, lookFor('.#packages.*'), { forMachines: true })
    const machines = Object.fromEntries(
      listing.sets.map(({ packages, machines }) => [
        packages[0]?.name ?? '',
        machines.map(({ system, systems }) => `${system}: ${systems.join(' ')}`)
      ])
    )
    expect(machines).toEqual({
      luna: [`${system}: ${system} ${other}`],
      other: [`${system}: ${system} ${other}`],
      cli: [`${system}: ${system}`, `${other}: ${other}`],
      one: [`${system}: ${system} ${other}`],
      stub: [`${system}: ${system}`]
    })
  })
})

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sriOf } from '../../src/binary-cache/digest.ts'
import {
  derivationsCommand,
  fixedOutputOf,
  parseDerivations,
  readDerivations,
  urlsOf,
  type Derivation
} from '../../src/nix/derivations.ts'
import { parseNixVersion } from '../../src/nix/nix.ts'
import { expectLines } from '../../src/nix/run.ts'
import type { Nix } from '../../src/nix/types.ts'
import { removeFolder, testNixes } from '../support/nix.ts'

const fixtures = join(import.meta.dirname, '../fixtures/derivations')
const golden = (version: string): Map<string, Derivation> =>
  byName(
    parseDerivations(JSON.parse(readFileSync(join(fixtures, 'golden', `${version}.json`), 'utf8')))
  )

/** Without the salt. */
function byName(derivations: Iterable<Derivation>): Map<string, Derivation> {
  return new Map([...derivations].map((one) => [one.name.replace(/-[^-]*$/, ''), one]))
}

const multi = '/nix/store/9dand6f3y0xpydm9i1m612bfq1sf7acq-multi-golden.drv'

describe('parseDerivations', () => {
  test.each(['2.26', '2.34'])('reads the same from what Nix %s prints as from 2.8', (version) => {
    expect(golden(version).size).toBe(18)
    expect(golden(version)).toEqual(golden('2.8'))
  })

  test('has inputs, outputs and variables, with full paths', () => {
    expect(golden('2.34').get('not-first')).toEqual({
      drvPath: expect.stringMatching(/^\/nix\/store\/\w{32}-not-first-golden\.drv$/),
      name: 'not-first-golden',
      system: 'x86_64-linux',
      builder: '/bin/sh',
      args: [
        '-c',
        expect.stringMatching(/^echo \/nix\/store\/\w{32}-multi-golden-doc > \$lib; exit 0$/)
      ],
      env: {
        name: 'not-first-golden',
        system: 'x86_64-linux',
        builder: '/bin/sh',
        outputs: 'lib bin',
        lib: expect.stringMatching(/^\/nix\/store\/\w{32}-not-first-golden-lib$/),
        bin: expect.stringMatching(/^\/nix\/store\/\w{32}-not-first-golden-bin$/)
      },
      structuredAttrs: null,
      outputs: new Map([
        ['bin', { path: expect.stringMatching(/-not-first-golden-bin$/), fixed: null }],
        ['lib', { path: expect.stringMatching(/-not-first-golden-lib$/), fixed: null }]
      ]),
      inputDrvs: new Map([[multi, ['doc']]]),
      inputSrcs: []
    })
  })

  test('has structured attributes in place of the variable that holds them', () => {
    const { structuredAttrs, env, outputs, inputDrvs } = golden('2.8').get('structured') ?? {}
    expect(Object.keys(env ?? {})).toEqual(['man', 'out'])
    expect([...(outputs?.keys() ?? [])]).toEqual(['man', 'out'])
    expect(inputDrvs?.get(multi)).toEqual(['dev', 'out'])
    expect(structuredAttrs).toMatchObject({
      name: 'structured-golden',
      outputs: ['out', 'man'],
      nested: {
        deep: [
          1,
          2.5,
          true,
          null,
          [expect.any(String)],
          { 'odd key " \\ ${x}': 'grüße 🦊\n\t"\'$' }
        ],
        none: {}
      }
    })
  })

  test('keeps .drv files that are inputs as they are apart from those that are built', () => {
    const { inputSrcs, inputDrvs, env } = golden('2.8').get('graph') ?? {}
    expect(inputSrcs).toContain(env?.['recipe'])
    expect(inputDrvs?.has(env?.['recipe'] ?? '')).toBe(false)
  })

  // What the expression says, in SRI: nix hash to-sri.
  test.each([
    ['sri', 'flat', 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE='],
    ['base32', 'flat', 'sha256-AgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='],
    ['prefixed', 'flat', 'sha256-AwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='],
    ['base16', 'nar', 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQ='],
    ['base64', 'flat', 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAU='],
    [
      'sha512',
      'flat',
      'sha512-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQ=='
    ],
    ['sha1', 'flat', 'sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAY='],
    ['md5', 'flat', 'md5-AAAAAAAAAAAAAAAAAAAABw=='],
    ['structuredSource', 'nar', 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAg='],
    ['vendor', 'nar', 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAo=']
  ])('knows what %s must give', (name, method, sri) => {
    for (const version of ['2.8', '2.26', '2.34']) {
      const derivation = golden(version).get(name)
      const fixed = derivation === undefined ? null : fixedOutputOf(derivation)
      expect(fixed?.method).toBe(method)
      expect(fixed === null ? null : sriOf(fixed.digest)).toBe(sri)
      expect(derivation?.outputs.get('out')?.path).toMatch(/^\/nix\/store\/\w{32}-/)
    }
  })

  const entry = {
    ...{ outputs: {}, system: 's', builder: 'b', args: [], env: {} },
    ...{ inputDrvs: {}, inputSrcs: [] }
  }
  const withOutput = (output: object): unknown => ({
    [multi]: { ...entry, outputs: { out: output } }
  })

  test('knows an output whose path is not known yet, and methods of any version', () => {
    const outputOf = (output: object): unknown =>
      parseDerivations(withOutput(output))[0]?.outputs.get('out')
    expect(outputOf({ hashAlgo: 'r:sha256' })).toEqual({ path: null, fixed: null })
    const hash = '00'.repeat(32)
    const digest = { algorithm: 'sha256', bytes: Buffer.alloc(32) }
    expect(outputOf({ hashAlgo: 'text:sha256', hash })).toEqual({
      path: null,
      fixed: { digest, method: 'text' }
    })
    expect(outputOf({ hashAlgo: 'sha256', method: 'git', hash })).toMatchObject({
      fixed: { method: 'git' }
    })
  })

  test.each([
    ['no shape at all', 'text'],
    ['an entry without variables', { [multi]: { ...entry, env: undefined } }],
    ['a variable that is no text', { [multi]: { ...entry, env: { a: 1 } } }],
    ['a key that is no store path', { 'x.drv': entry }],
    ['structured attributes that are no JSON', { [multi]: { ...entry, env: { __json: '{' } } }],
    ['structured attributes that are no set', { [multi]: { ...entry, env: { __json: '[]' } } }],
    ['a hash of another length', withOutput({ hashAlgo: 'sha256', hash: '00' })],
    ['an unknown algorithm', withOutput({ hashAlgo: 'sha0', hash: '00' })],
    ['an unknown method', withOutput({ hashAlgo: 'sha256', method: 'x', hash: '00'.repeat(32) })]
  ])('refuses %s', (_what, json) => {
    expect(() => parseDerivations(json)).toThrow()
  })
})

test.each([
  ['nix (Nix) 2.8.0', ['show-derivation']],
  ['nix (Nix) 2.26.3', ['derivation', 'show']],
  ['nix (Lix, like Nix) 2.91.1', ['derivation', 'show']]
])('asks %s by its own name for it', (text, name) => {
  const version = parseNixVersion(text)
  expect(derivationsCommand({ version }, [multi], true).args).toEqual([
    ...name,
    ...['--recursive', '--', multi]
  ])
  expect(derivationsCommand({ version }, [multi], false).args).toEqual([...name, '--', multi])
})

test.each([
  ['one', { url: 'https://a/b' }, ['https://a/b']],
  ['several', { urls: 'https://a/b  mirror://c/d\nhttps://a/b' }, ['https://a/b', 'mirror://c/d']],
  ['none', { urls: '' }, []]
])('finds %s among the variables', (_what, env, urls) => {
  const [source] = golden('2.8').values()
  if (source === undefined) throw new Error('no derivation')
  expect(urlsOf({ ...source, env, structuredAttrs: null })).toEqual(urls)
})

test('finds URLs in structured attributes, where each stands alone', () => {
  const source = golden('2.34').get('structuredSource')
  expect(source === undefined ? null : urlsOf(source)).toEqual([
    'https://example.org/a b.tar.gz',
    'https://example.org/b.tar.gz'
  ])
})

describe.each(testNixes)('reading derivations with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let drvPaths: string[]

  beforeAll(async () => {
    folder = makeFolder()
    copyFileSync(join(fixtures, 'varied.nix'), join(folder, 'varied.nix'))
    nix = await open(folder)
    const args = [
      join(folder, 'varied.nix'),
      '--argstr',
      'salt',
      'golden',
      '-A',
      'graph',
      '-A',
      'bare'
    ]
    drvPaths = await expectLines(nix, { program: 'nix-instantiate', args })
  })
  afterAll(() => removeFolder(folder))

  test('gives the closure, or the derivations alone', async () => {
    const closure = await readDerivations(nix, drvPaths)
    for (const { drvPath, name } of byName(closure.values()).values()) {
      const known = golden('2.34').get(name.replace('-golden', ''))
      expect(closure.get(drvPath)).toEqual(known)
    }
    expect(closure.size).toBeGreaterThan(10)
    const alone = await readDerivations(nix, drvPaths, { closure: false })
    expect([...alone.keys()].sort()).toEqual(drvPaths.toSorted())
  })

  test('answers nothing for nothing', async () => {
    expect(await readDerivations(nix, [])).toEqual(new Map())
  })

  test('fails with Nix’s words for one that is not in the store', async () => {
    const missing = '/nix/store/00000000000000000000000000000000-missing.drv'
    await expect(readDerivations(nix, [missing])).rejects.toMatchObject({
      code: 'NIX_FAILED',
      reason: expect.stringContaining(missing)
    })
  })
})

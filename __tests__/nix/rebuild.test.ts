import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeDigest, sriOf, type Digest } from '../../src/binary-cache/digest.ts'
import { fixedOutputOf, readDerivations, type Derivation } from '../../src/nix/derivations.ts'
import { instantiateCommand } from '../../src/nix/instantiate.ts'
import { nothingRebuilt, rebuildDerivations, type DerivationChange } from '../../src/nix/rebuild.ts'
import { expectLines } from '../../src/nix/run.ts'
import type { Nix } from '../../src/nix/types.ts'
import { removeFolder, testNixes } from '../support/nix.ts'

const fixture = join(import.meta.dirname, '../fixtures/derivations/varied.nix')

/** How varied.nix writes each hash that is not in SRI. */
const written: Record<string, (digest: Digest) => string> = {
  base32: (digest) => encodeDigest(digest, 'base32'),
  prefixed: (digest) => `sha256:${encodeDigest(digest, 'base32')}`,
  base16: (digest) => encodeDigest(digest, 'base16'),
  base64: (digest) => `sha256:${encodeDigest(digest, 'base64')}`,
  sha1: (digest) => encodeDigest(digest, 'base16'),
  md5: (digest) => encodeDigest(digest, 'base16')
}

test('instantiates by a list of arguments, the recipes in a file', () => {
  const { program, args } = instantiateCommand('/scratch/recipes.json')
  expect(program).toBe('nix-instantiate')
  expect(args.slice(0, -1)).toEqual([
    ...['--eval', '--strict', '--json', '--read-write-mode'],
    ...['--option', 'pure-eval', 'false', '--option', 'restrict-eval', 'false'],
    ...['--argstr', 'recipesFile', '/scratch/recipes.json', '--expr']
  ])
})

describe.each(testNixes)('rebuilding with $name', ({ makeFolder, open }) => {
  let folder: string
  let scratch: string
  let nix: Nix
  let top: string
  let closure: Map<string, Derivation>

  beforeAll(async () => {
    folder = makeFolder()
    scratch = join(folder, 'scratch')
    copyFileSync(fixture, join(folder, 'varied.nix'))
    nix = await open(folder)
    top = await evaluate('test')
    closure = await readDerivations(nix, [top])
  })
  afterAll(() => removeFolder(folder))

  /** The .drv that the expression gives. */
  const evaluate = async (
    salt: string,
    hashes: Record<string, string> = {},
    attribute = 'top'
  ): Promise<string> => {
    const bindings = Object.entries(hashes).map(([name, hash]) => `${name} = "${hash}";`)
    const options = ['--argstr', 'salt', salt, '--arg', 'hashes', `{ ${bindings.join(' ')} }`]
    return instantiateFile('varied.nix', [...options, '-A', attribute])
  }
  const instantiateFile = async (file: string, options: string[] = []): Promise<string> => {
    const args = [...options, join(folder, file)]
    const [drvPath = ''] = await expectLines(nix, { program: 'nix-instantiate', args })
    return drvPath.replace(/!.*/, '')
  }
  const named = (name: string): Derivation => {
    const found = [...closure.values()].find((one) => one.name === `${name}-test`)
    if (found === undefined) throw new Error(`no derivation ${name}`)
    return found
  }
  const rebuild = async (
    changes: Iterable<readonly [string, DerivationChange]>,
    wanted = top
  ): Promise<string | undefined> => {
    const rebuilt = await rebuildDerivations(nix, closure, new Map(changes), [wanted], scratch)
    expect([...rebuilt.keys()]).toEqual([wanted])
    return rebuilt.get(wanted)?.drvPath
  }

  test('gives the very same derivations when nothing changes', async () => {
    const changes = new Map([...closure.keys()].map((drvPath) => [drvPath, {}]))
    const all = [...closure.keys()]
    const rebuilt = await rebuildDerivations(nix, closure, changes, all, scratch)
    for (const { drvPath, outputs } of closure.values()) {
      expect(rebuilt.get(drvPath)).toEqual({
        drvPath,
        outputs: new Map([...outputs].map(([name, { path }]) => [name, path]))
      })
    }
    expect(closure.size).toBe(21)
  })

  test('leaves nothing in its scratch folder', () => {
    expect(readdirSync(scratch)).toEqual([])
  })

  test('gives what evaluation gives with other hashes in its source, for any of them', async () => {
    const sources = [...closure.values()].flatMap((derivation) => {
      const fixed = fixedOutputOf(derivation)
      return fixed === null ? [] : [{ derivation, digest: fixed.digest }]
    })
    expect(sources).toHaveLength(12)
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(sources, { minLength: 1 }),
        fc.uint8Array({ minLength: 64, maxLength: 64 }),
        async (changed, random) => {
          const hashes: Record<string, string> = {}
          const changes = new Map<string, DerivationChange>()
          for (const [index, { derivation, digest: old }] of changed.entries()) {
            const bytes = Buffer.from(random.map((byte) => byte ^ index))
            const digest = { ...old, bytes: bytes.subarray(0, old.bytes.length) }
            changes.set(derivation.drvPath, { digest })
            const name = derivation.name.replace('-test', '').replace('builtin', 'builtinFetch')
            hashes[name] = (written[name] ?? sriOf)(digest)
          }
          const expected = await evaluate('test', hashes)
          expect(expected).not.toBe(top)
          expect(await rebuild(changes)).toBe(expected)
        }
      ),
      { numRuns: 8, examples: [[sources, new Uint8Array(64).fill(7)]] }
    )
  })

  test('gives what evaluation gives with another text in its source', async () => {
    const replaceText = (text: string): string => text.replaceAll('test', 'other')
    const changes = [...closure.keys()].map((drvPath) => [drvPath, { replaceText }] as const)
    expect(await rebuild(changes)).toBe(await evaluate('other'))
  })

  test('makes one more of a chain without those before it, and gives the same', async () => {
    const length = 6
    const chain = `builtins.foldl' (before: index: derivation {
      name = "link-test";
      system = "x86_64-linux";
      builder = "/bin/sh";
      inherit before;
      outputHash = "sha256:\${builtins.hashString "sha256" (toString index)}";
    }) "" (builtins.genList toString ${length})`
    writeFileSync(join(folder, 'chain.nix'), chain)
    const links = await readDerivations(nix, [await instantiateFile('chain.nix')])
    // The last one first, as it is what was asked for.
    const drvPaths = [...links.keys()].toReversed()
    const roots = join(scratch, 'roots')
    const before = nothingRebuilt()
    const changes = new Map<string, DerivationChange>()
    for (const [index, drvPath] of drvPaths.entries()) {
      const wanted = [drvPath]
      rmSync(roots, { recursive: true, force: true })
      const own = { ...nix, roots }
      const made = await rebuildDerivations(own, links, changes, wanted, scratch, before)
      // As it was and as it is, and the one before it with its hash, of which the first was made neither way yet.
      expect(existsSync(roots) ? readdirSync(roots).length : 0).toBeLessThanOrEqual(4)
      expect(made).toEqual(await rebuildDerivations(nix, links, changes, wanted, scratch))
      changes.set(drvPath, { digest: { algorithm: 'sha256', bytes: Buffer.alloc(32, index) } })
    }
    expect(changes.size).toBe(length)
  })

  test('makes again only what needs what changed', async () => {
    const digest = { algorithm: 'sha256', bytes: Buffer.alloc(32, 9) } as const
    const { drvPath } = named('structuredSource')
    const bare = named('bare').drvPath
    const changes = new Map([[drvPath, { digest }]])
    const wanted = [bare, drvPath]
    const rebuilt = await rebuildDerivations(nix, closure, changes, wanted, scratch)
    expect(rebuilt.get(bare)?.drvPath).toBe(bare)
    expect(rebuilt.get(drvPath)?.drvPath).toBe(
      await evaluate('test', { structuredSource: sriOf(digest) }, 'structuredSource')
    )
    const read = await readDerivations(nix, [rebuilt.get(drvPath)?.drvPath ?? ''])
    const [made] = read.values()
    expect(made === undefined ? null : fixedOutputOf(made)).toEqual({ digest, method: 'nar' })
    expect(rebuilt.get(drvPath)?.outputs).toEqual(
      new Map([['out', made?.outputs.get('out')?.path]])
    )
  })

  test('leaves the hash of another derivation that has the same one', async () => {
    const placeholder = `sha256-${'A'.repeat(43)}=`
    const both = { sri: placeholder, vendor: placeholder }
    const twins = await readDerivations(nix, [await evaluate('test', both, 'multi')])
    const [multi, sri] = ['multi', 'sri'].map(
      (name) => [...twins.values()].find((one) => one.name === `${name}-test`)?.drvPath ?? ''
    )
    const digest = { algorithm: 'sha256', bytes: Buffer.alloc(32, 5) } as const
    const changes = new Map([[sri ?? '', { digest }]])
    const rebuilt = await rebuildDerivations(nix, twins, changes, [multi ?? ''], scratch)
    const read = await readDerivations(nix, [rebuilt.get(multi ?? '')?.drvPath ?? ''])
    const hashes = new Map([...read.values()].map((one) => [one.name, one.env['outputHash']]))
    expect(hashes.get('sri-test')).toBe(sriOf(digest))
    expect(hashes.get('vendor-test')).toBe(placeholder)
  })

  test('makes a derivation for another system', async () => {
    const { drvPath } = named('foreign')
    const rebuilt = (await rebuild([[drvPath, { system: 'x86_64-linux' }]], drvPath)) ?? ''
    const made = (await readDerivations(nix, [rebuilt])).get(rebuilt)
    expect(made?.system).toBe('x86_64-linux')
    expect(made?.env).toMatchObject({ system: 'x86_64-linux', name: 'foreign-test' })
  })

  test.each([
    ['numbers that JavaScript does not have', 'big = 9007199254740993;'],
    [
      'what is only known once it is built',
      '__contentAddressed = true; outputHashMode = "flat"; outputHashAlgo = "sha256";'
    ]
  ])('says that it cannot rebuild %s', async (_what, attributes) => {
    writeFileSync(join(folder, 'odd.nix'), oddDerivation(attributes))
    const own = {
      ...nix,
      env: {
        ...nix.env,
        NIX_CONFIG: `${nix.env['NIX_CONFIG'] ?? ''}\nextra-experimental-features = ca-derivations`
      }
    }
    const [drvPath = ''] = await expectLines(own, {
      program: 'nix-instantiate',
      args: [join(folder, 'odd.nix')]
    })
    const odd = await readDerivations(own, [drvPath])
    const rebuilding = rebuildDerivations(own, odd, new Map([[drvPath, {}]]), [drvPath], scratch)
    await expect(rebuilding).rejects.toMatchObject({ code: 'REBUILD_FAILED', subject: drvPath })
  })

  test('tells Nix’s words when it refuses what a change gives', async () => {
    const { drvPath } = named('sri')
    const replaceText = (text: string): string => text.replace('sri-test', 'no name $(x)')
    await expect(rebuild([[drvPath, { replaceText }]], drvPath)).rejects.toMatchObject({
      code: 'REBUILD_FAILED',
      subject: 'sri-test, no name $(x)',
      reason: expect.stringMatching(/illegal|invalid|not allowed|contains/)
    })
  })

  test('works where nix.conf restricts evaluation', async () => {
    const config = `${nix.env['NIX_CONFIG'] ?? ''}\npure-eval = true\nrestrict-eval = true`
    const strict = { ...nix, env: { ...nix.env, NIX_CONFIG: config } }
    const { drvPath } = named('sri')
    const changes = new Map([[drvPath, {}]])
    const rebuilt = await rebuildDerivations(strict, closure, changes, [drvPath], scratch)
    expect(rebuilt.get(drvPath)?.drvPath).toBe(drvPath)
  })

  test('answers nothing for nothing', async () => {
    expect(await rebuildDerivations(nix, closure, new Map(), [], scratch)).toEqual(new Map())
  })

  test('gives the very same derivations for any texts and nested values', async () => {
    // Nix knows no NUL, and no halves of surrogate pairs.
    const text = fc.string({ unit: 'grapheme' }).map((made) => made.replaceAll('\0', ''))
    const key = text.map((made) => `k${made}`)
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        ...[text, fc.boolean(), fc.constant(null), fc.integer()],
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 3 })
      )
    }))
    const samples = fc
      .sample(fc.record({ env: fc.dictionary(key, text), nested: fc.dictionary(key, value) }), 40)
      .map((sample, index) => ({
        env: { ...sample.env, index: String(index) },
        nested: { ...sample.nested, index }
      }))
    mkdirSync(join(folder, 'random'), { recursive: true })
    writeFileSync(join(folder, 'random/samples.json'), JSON.stringify(samples))
    writeFileSync(join(folder, 'random/default.nix'), randomDerivations)
    const args = [join(folder, 'random')]
    const drvPaths = await expectLines(nix, { program: 'nix-instantiate', args })
    expect(drvPaths.length).toBe(80)
    const all = await readDerivations(nix, drvPaths)
    const changes = new Map(drvPaths.map((drvPath) => [drvPath, {}]))
    const rebuilt = await rebuildDerivations(nix, all, changes, drvPaths, scratch)
    expect([...rebuilt.values()].map(({ drvPath }) => drvPath)).toEqual(drvPaths)
  })
})

const randomDerivations = `
  let
    samples = builtins.fromJSON (builtins.readFile ./samples.json);
    make = extra: derivation (extra // {
      name = "random";
      system = "x86_64-linux";
      builder = "/bin/sh";
    });
  in
  builtins.concatMap (sample: [
    (make sample.env)
    (make (sample.nested // { __structuredAttrs = true; }))
  ]) samples`

const oddDerivation = (attributes: string): string => `
  derivation {
    name = "odd";
    system = "x86_64-linux";
    builder = "/bin/sh";
    __structuredAttrs = true;
    ${attributes}
  }`

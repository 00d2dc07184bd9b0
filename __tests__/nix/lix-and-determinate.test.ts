/**
 * What Lix and Determinate Nix say where they differ from Nix, as their documents, tests and sources have it: neither was run here. Lix is at
 * commit 049cc4e13 (2.96-dev; 2.95.3 is its newest release), Determinate Nix at 3.22.2, which is Nix 2.35.2. The JSON files are their own tests' data.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sriOf } from '../../src/binary-cache/digest.ts'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import { silentLog } from '../../src/log.ts'
import { buildFailureReasons, errorBlocks, needsOtherMachine } from '../../src/nix/build-errors.ts'
import { isTrustedClient } from '../../src/nix/client-trust.ts'
import { fixedOutputOf, parseDerivations } from '../../src/nix/derivations.ts'
import { plannedBuilds, plannedFetches } from '../../src/nix/dry-run.ts'
import { hashMismatches } from '../../src/nix/hash-mismatch.ts'
import { openNix } from '../../src/nix/nix.ts'
import { parsePathInfo, pathInfoCommand } from '../../src/nix/path-info.ts'
import { expectNix } from '../../src/nix/run.ts'
import { readNixSettings } from '../../src/nix/settings.ts'

const recorded = (name: string): Record<string, unknown> =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../fixtures/recorded', `${name}.json`), 'utf8')
  ) as Record<string, unknown>

const lix = 'nix (Lix, like Nix) 2.95.3'
const determinate = 'nix (Determinate Nix 3.22.2) 2.35.2'
const foo = '/nix/store/n5wkd9frr45pa74if5gpz9j7mifg27fh-foo'
const bar = '/nix/store/g1w7hy3qg1w7hy3qg1w7hy3qg1w7hy3q-bar'
const signatures = ['asdf', 'qwer'].map((name) => `${name}:${'A'.repeat(86)}==`)
const info = {
  storePath: foo,
  narHash: expect.stringMatching(/^sha256:[0-9a-z]{52}$/),
  narSize: 34878,
  references: [bar, foo],
  deriver: `${bar}.drv`,
  signatures,
  ca: 'fixed:r:sha256:1lr187v6dck1rjh2j6svpikcfz53wyl3qrlcbb405zlh13x0khhh',
  ultimate: true
}

describe('a program that answers', () => {
  let bin: string
  beforeAll(() => {
    bin = mkdtempSync(join(tmpdir(), 'other-nix-'))
  })
  afterAll(() => {
    rmSync(bin, { recursive: true })
  })

  /** A `nix` of that version; `answer`: lines of sh. */
  async function open(version: string, answer = '') {
    const program = join(bin, 'nix')
    writeFileSync(
      program,
      `#!/bin/sh\n[ "$*" != --version ] || exec echo '${version}'\n${answer}\n`
    )
    chmodSync(program, 0o755)
    return openNix({ env: { PATH: `${bin}:/usr/bin:/bin` }, cwd: bin, log: silentLog })
  }

  test.each([
    [lix, 2, 95],
    // lix/version.json, of what its main branch builds
    ['nix (Lix, like Nix) 2.96.0-dev-pre20260821-049cc4e', 2, 96],
    [determinate, 2, 35]
  ])('%s tells its version', async (text, major, minor) => {
    expect((await open(text)).version).toEqual({ text, major, minor })
  })

  test.each([
    // lix/libutil/experimental-features.cc
    [
      lix,
      `experimental Lix feature 'nix-command' is disabled; use '--extra-experimental-features nix-command' to override`
    ],
    // src/libutil/experimental-features.cc
    [
      determinate,
      `experimental Nix feature 'nix-command' is disabled; add '--extra-experimental-features nix-command' to enable it`
    ]
  ])('%s without its features is told from any other failure', async (version, words) => {
    const nix = await open(version, `echo "error: ${words}" >&2; exit 1`)
    await expect(expectNix(nix, { program: 'nix', args: ['eval'] })).rejects.toMatchObject({
      code: 'FLAKES_DISABLED',
      subject: 'nix-command'
    })
  })

  test.each([
    // lix/nix/ping-store.cc and src/nix/store-info.cc put the C++ enum there.
    [lix, '{"trusted":1,"url":"daemon","version":"2.95.3"}'],
    [determinate, '{"trusted":1,"url":"daemon","version":"2.35.2"}']
  ])('%s says whether it trusts us', async (version, json) => {
    // Determinate has `store ping` as another name of `store info` (tests/functional/store-info.sh).
    const nix = await open(version, `[ "$*" = 'store ping --json' ] && echo '${json}'`)
    expect(await isTrustedClient(nix, new Map())).toBe(true)
  })

  test.each([lix, determinate])('%s shows its settings', async (version) => {
    const nix = await open(version, `[ "$*" = 'config show' ] && echo 'lazy-trees = false'`)
    expect((await readNixSettings(nix)).get('lazy-trees')).toBe('false')
  })

  test('Lix is not asked for a format of path-info, and Determinate Nix is', async () => {
    const flagged = async (version: string): Promise<boolean> =>
      pathInfoCommand(await open(version), [foo], 'outputs').args.includes('--json-format')
    expect([await flagged(lix), await flagged(determinate)]).toEqual([false, true])
  })
})

describe('path info', () => {
  test('of Determinate Nix, by the store path', () => {
    expect(parsePathInfo({ [foo]: recorded('determinate-3.22.2-path-info-1') })).toEqual([info])
  })

  test.each([2, 3])('of Determinate Nix in format %i, with names in place of paths', (version) => {
    const one = recorded(`determinate-3.22.2-path-info-${version}`)
    const json = { version, storeDir: '/nix/store', info: { [foo.slice(11)]: one } }
    expect(parsePathInfo(json)).toEqual([info])
  })

  test('of Determinate Nix with its feature `provenance`', () => {
    const one = { ...recorded('determinate-3.22.2-path-info-1'), provenance: { type: 'flake' } }
    expect(parsePathInfo({ [foo]: one })).toEqual([info])
  })

  // lix/libstore/store-api.cc, pathInfoToJSON
  test('of Lix, a list in which each has its path, and whether it is valid', () => {
    // The same values: Lix's own tests have none.
    const one = recorded('determinate-3.22.2-path-info-1')
    expect(
      parsePathInfo([
        { ...one, path: foo, valid: true },
        { path: bar, valid: false }
      ])
    ).toEqual([info])
  })
})

describe('derivations', () => {
  // Its tests keep an output by itself; it stands among a derivation's.
  const withOutput = (derivation: object, output: unknown): object => ({
    ...derivation,
    outputs: { out: output }
  })

  test('of Determinate Nix: names, inputs in one place, an SRI hash with its method', () => {
    const derivation = recorded('determinate-3.22.2-derivation-4')
    const name = 'vj2i49jm2868j2fmqvxm70vlzmzvgv14-top.drv'
    const [read] = parseDerivations({ version: 4, derivations: { [name]: derivation } })
    expect(read).toMatchObject({
      drvPath: `/nix/store/${name}`,
      system: 'my-system',
      inputSrcs: ['/nix/store/vj2i49jm2868j2fmqvxm70vlzmzvgv14-bar.drv']
    })
    expect(read?.outputs.get('out')).toEqual({
      path: '/nix/store/ymqmybkq5j4nd1xplw6ccdpbjnfi017v-advanced-attributes',
      fixed: null
    })
    expect(read?.inputDrvs.get('/nix/store/afc3vbjbzql750v2lp8gxgaxsajphzih-foo.drv')).toEqual([
      'dev',
      'out'
    ])
    const fixed = withOutput(derivation, recorded('determinate-3.22.2-output'))
    const [other] = parseDerivations({ version: 4, derivations: { [name]: fixed } })
    expect(other && fixedOutputOf(other)).toMatchObject({ method: 'nar' })
  })

  test('of Lix: paths, and a hash in base 16 whose algorithm has the method', () => {
    const derivation = recorded('lix-2.96-derivation')
    const path = '/nix/store/c015dhfh5l0lp6wxyvdn7bmwhbbr6hr9-simple-derivation.drv'
    const [read] = parseDerivations({ [path]: derivation })
    expect(read).toMatchObject({ drvPath: path, system: 'wasm-sel4', env: { BIG_BAD: 'WOLF' } })
    expect([...(read?.inputDrvs ?? [])]).toEqual([
      ['/nix/store/c015dhfh5l0lp6wxyvdn7bmwhbbr6hr9-dep2.drv', ['cat', 'dog']]
    ])
    const fixed = withOutput(derivation, recorded('lix-2.96-output'))
    const [other] = parseDerivations({ [path]: fixed })
    const output = other === undefined ? null : fixedOutputOf(other)
    expect(output?.method).toBe('nar')
    // The two projects' tests describe the same output.
    expect(output && sriOf(output.digest)).toBe(recorded('determinate-3.22.2-output')['hash'])
  })
})

describe('hash mismatches', () => {
  test.each([
    [
      // doc/manual/src/release-notes/rl-2.91.md
      'Lix',
      `error: hash mismatch in fixed-output derivation '/nix/store/sjfw324j4533lwnpmr5z4icpb85r63ai-x1.drv':
        likely URL: https://meow.puppy.forge/puppy.tar.gz
         specified: sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            got:    sha256-a1Qvp3FOOkWpL9kFHgugU1ok5UtRPSu+NwCZKbbaEro=`,
      '/nix/store/sjfw324j4533lwnpmr5z4icpb85r63ai-x1.drv',
      'sha256-a1Qvp3FOOkWpL9kFHgugU1ok5UtRPSu+NwCZKbbaEro='
    ],
    [
      // doc/manual/source/release-notes-determinate/v3.14.0.md
      'Determinate Nix, between its marks of what failed',
      `❌ git+file:///Users/grahamc/src/github.com/DeterminateSystems/samples#oneFakeHash
error: hash mismatch in fixed-output derivation '/nix/store/58pp1y74j4f5zxfq50xncv2wvnxf7w3y-one-fake-hash.drv':
         specified: sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            got:    sha256-i7j83d71sibS/ssSjLJ5PMKmbhjAM+BHW0aElvkgEwY=
❌ git+file:///Users/grahamc/src/github.com/DeterminateSystems/samples#badSystem`,
      '/nix/store/58pp1y74j4f5zxfq50xncv2wvnxf7w3y-one-fake-hash.drv',
      'sha256-i7j83d71sibS/ssSjLJ5PMKmbhjAM+BHW0aElvkgEwY='
    ]
  ])('of %s', (_who, stderr, drvPath, got) => {
    expect(
      hashMismatches(stderr).map((found) => [
        found.drvPath,
        sriOf(found.specified),
        sriOf(found.got)
      ])
    ).toEqual([[drvPath, 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', got]])
  })

  // lix/libfetchers/fetchers.cc and src/libfetchers/fetchers.cc: with the store path, and without it
  test.each([
    ['Lix', ` (/nix/store/d72xlsnfva2pnqh185jknvlfl5rkqm3k-source), expected '%s', got '%s'`],
    ['Determinate Nix', `, expected '%s' but got '%s'`]
  ])('of an input, by %s', (_who, words) => {
    const hashes = ['A', 'B'].map((letter) => `sha256-${letter.repeat(42)}A=`)
    const said = hashes.reduce((text, hash) => text.replace('%s', hash), words)
    const found = hashMismatches(`error: NAR hash mismatch in input 'github:a/b'${said}`)
    expect(found.map(({ got }) => sriOf(got))).toContain(hashes[1])
  })
})

describe('builds', () => {
  test('that need another machine are known by what Determinate Nix says', () => {
    // doc/manual/source/release-notes-determinate/v3.14.0.md; src/libstore/build/derivation-building-goal.cc of 3.22.2
    const drvPath = '/nix/store/5vsaxi730yl2icngkyvn8wiflik5wfmq-bad-system.drv'
    for (const reason of [
      'required system or feature not available',
      'platform mismatch',
      'missing system features'
    ]) {
      const stderr = `❌ git+file:///x#badSystem
error: Cannot build '${drvPath}'.
       Reason: ${reason}
       Required system: 'bogus' with features {}
       Current system: 'aarch64-darwin' with features {apple-virt, benchmark, big-parallel, nixos-test}`
      const found = buildFailureReasons(errorBlocks(stderr)).get(drvPath) ?? ''
      expect([reason, found]).toEqual([reason, expect.stringContaining(reason)])
      expect(needsOtherMachine(found)).toBe(true)
    }
  })

  test('that need another machine are known by what Lix says', () => {
    // lix/libstore/build/local-derivation-goal.cc
    const drvPath = '/nix/store/5vsaxi730yl2icngkyvn8wiflik5wfmq-bad-system.drv'
    const stderr = `error: a 'bogus' with features {} is required to build '${drvPath}', but I am a 'x86_64-linux' with features {benchmark}

       Hint: the failing derivation has allowSubstitutes set to false, forcing it to be built rather than substituted.`
    const found = buildFailureReasons(errorBlocks(stderr)).get(drvPath) ?? ''
    expect(needsOtherMachine(found)).toBe(true)
  })

  test.each([
    // lix/libmain/shared.cc and src/libmain/shared.cc
    ['Lix', 'these 2 paths will be fetched (0.50 MiB download, 1.50 MiB unpacked):'],
    ['Determinate Nix', 'these 2 paths will be fetched (512.0 KiB download, 1.5 MiB unpacked):']
  ])('are foreseen by %s', (_who, fetches) => {
    const stderr = `this derivation will be built:\n  ${bar}.drv\n${fetches}\n  ${foo}\n  ${bar}\n`
    expect([plannedBuilds(stderr), plannedFetches(stderr)]).toEqual([[`${bar}.drv`], 1572864])
  })
})

test('a narinfo with the field `Provenance` of Determinate Nix is read as without it', () => {
  // src/libstore/nar-info.cc: the last line, JSON
  const { narHash } =
    parsePathInfo({ [foo]: recorded('determinate-3.22.2-path-info-1') })[0] ?? info
  const text = `StorePath: ${foo}\nURL: nar/x.nar.xz\nCompression: xz\nNarHash: ${String(narHash)}\nNarSize: 34878\nReferences: \n`
  const provenance = `Provenance: {"type":"build","next":null,"drv":"x.drv"}\n`
  expect(parseNarInfo(text + provenance, 'x')).toEqual(parseNarInfo(text, 'x'))
})

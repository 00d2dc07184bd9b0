import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { hashMismatches } from '../../../src/nix/hash-mismatch.ts'
import { runNix } from '../../../src/nix/run.ts'
import { invalidPaths } from '../../../src/nix/validity.ts'
import type { Copy } from '../../../src/sync/project/copy.ts'
import type { UnreadMeta } from '../../../src/sync/project/evaluate.ts'
import { testNixes, thisMachine } from '../../support/nix.ts'
import { derivation, dyedSource, Evaluating, salt } from './evaluating.ts'
import { writeFiles } from './support.ts'

/** A nixpkgs that takes nothing of the user's own, and whose packages tell which one they are of (`from`). */
function nixpkgs(which: string, packages = 'pkgs: { }'): string {
  return `{
    system ? builtins.currentSystem,
    config ? { user = true; },
    overlays ? [ "the user's" ],
  }:
  assert config == { } && overlays == [ ];
  let
    call = function: given: function (builtins.intersectAttrs (builtins.functionArgs function) pkgs // given);
    pkgs = rec {
      inherit pkgs system;
      which = "${which}";
      callPackage = file: call (if builtins.isFunction file then file else import file);
      mkPackage = { name, meta ? { }, ... }@attributes:
        derivation ({ inherit system; builder = "/bin/sh"; from = which; salt = "${salt}"; } // removeAttrs attributes [ "meta" ])
        // { inherit meta; };
    } // (${packages}) pkgs;
  in
  pkgs
  `
}

const infer = `{ mkPackage, which, suffix ? "" }:
mkPackage {
  name = "infer-\${which}\${suffix}-0.76.0";
  meta = {
    homepage = [ "https://infer.example" "https://other.example" ];
    changelog = "https://infer.example/0.76.0";
    mainProgram = "infer";
    platforms = [ "riscv64-linux" "x86_64-darwin" "aarch64-linux" { cpu.bits = 64; } "x86_64-linux" ];
    badPlatforms = [ "x86_64-darwin" ];
  };
}
`
const files = {
  'nix/infer.nix': infer,
  'nix/value.nix': 'let system = "x86_64-linux"; in ' + derivation('value-1.0'),
  'nix/of-pkgs.nix': 'pkgs: pkgs.mkPackage { name = "of-${pkgs.which}-1.0"; }',
  'nix/no-arguments.nix': '{ }: import ./value.nix',
  'nix/reads.nix': `{ mkPackage }: mkPackage {
    name = "reads-\${(builtins.fromJSON (builtins.readFile ./version.json)).version}";
    text = builtins.readFile ../.version;
  }`,
  'nix/version.json': '{ "version": "2.5" }',
  '.version': '1.2.3\n',
  'default.nix': `{ system ? builtins.currentSystem, pkgs ? import ./pinned.nix { inherit system; config = { }; overlays = [ ]; } }:
  {
    infer = pkgs.callPackage ./nix/infer.nix { suffix = "-default"; };
    "odd name".deep = pkgs.callPackage ./nix/infer.nix { suffix = "-deep"; };
    other = pkgs.callPackage ./nix/infer.nix { };
    function = { mkPackage }: 1;
  }`,
  'pinned.nix': nixpkgs('pinned'),
  'current/default.nix': 'let system = builtins.currentSystem; in ' + derivation('current-1.0'),
  'searched.nix':
    '{ pkgs ? import <nixpkgs> { config = { }; overlays = [ ]; } }: pkgs.callPackage ./nix/infer.nix { }',
  'meta.nix': `{ mkPackage, which }:
  mkPackage {
    name = "infer-\${which}-0.76.0";
    meta = {
      homepage = "https://infer.example";
      changelog = { }.broken;
      mainProgram = [ ].x;
      platforms = [ "aarch64-linux" ];
    };
  }`,
  'throws.nix': '{ mkPackage }: throw "not today"',
  'needs.nix': '{ mkPackage, notThere }: mkPackage { name = "x-1"; }',
  'text.nix': '"infer"',
  'broken.nix': '{ a = ',
  'source.nix': `let system = builtins.currentSystem; in ${derivation('x-1.0', `text = builtins.readFile ${dyedSource};`)}`
}

describe.each(testNixes)('a file, with $name', (testNix) => {
  let lab: Evaluating
  let copy: Copy
  let fork: Copy
  let given: string
  /** `<nixpkgs>`, where the first Nix looks for it; the chroot's has another idea of the path. */
  let searched: Evaluating['nix']

  beforeAll(async () => {
    lab = await Evaluating.with(testNix)
    copy = await lab.copy(await lab.repository(files), 'file:nix/infer.nix')
    given = join(lab.folder, 'given nixpkgs #')
    writeFiles(given, { 'default.nix': nixpkgs('given') })
    writeFiles(lab.folder, { 'searched/default.nix': nixpkgs('searched') })
    searched = { ...lab.nix, env: { ...lab.nix.env, NIX_PATH: `nixpkgs=../../searched` } }
    const own = `pkgs: {
      infer = pkgs.callPackage ./pkgs/by-name/in/infer/package.nix { suffix = "-own"; };
      old = pkgs.callPackage ./pkgs/tools/old.nix { suffix = "-own"; };
    }`
    const root = await lab.repository({
      'default.nix': nixpkgs('fork', own),
      'pkgs/top-level/default.nix': '{ }',
      'pkgs/by-name/in/infer/package.nix': infer,
      'pkgs/tools/old.nix': infer
    })
    fork = await lab.copy(root, 'file:default.nix')
  })
  afterAll(() => lab.remove())

  /** The copy with another of its files as the package. */
  function of(reference: string, from = copy): Promise<Copy> {
    return lab.copy(from.project.root, reference)
  }

  test('called with callPackage tells all there is to know', async () => {
    const found = await lab.evaluated(copy, 'file:nix/infer.nix', { nixpkgs: given })
    expect(found).toEqual({
      system: 'x86_64-linux',
      drvPath: expect.stringMatching(/-infer-given-0\.76\.0\.drv$/),
      name: 'infer-given-0.76.0',
      pname: 'infer-given',
      version: '0.76.0',
      outputs: [{ name: 'out', path: expect.stringMatching(/-infer-given-0\.76\.0$/) }],
      mainProgram: 'infer',
      homepage: 'https://infer.example',
      changelog: 'https://infer.example/0.76.0',
      platforms: ['riscv64-linux', 'aarch64-linux', 'x86_64-linux']
    })
    expect(await invalidPaths(lab.nix, [found.drvPath])).toEqual(new Set())
  })

  test('what of its meta does not evaluate is left out, and told', async () => {
    const unread: UnreadMeta = new Map()
    const meta = await of('file:meta.nix')
    const found = await lab.evaluated(meta, 'file:meta.nix', { nixpkgs: given, unread })
    expect(found).toMatchObject({
      name: 'infer-given-0.76.0',
      mainProgram: null,
      homepage: 'https://infer.example',
      changelog: null,
      platforms: ['aarch64-linux']
    })
    expect([...unread].sort()).toEqual([
      ['changelog', expect.stringMatching(/attribute 'broken' missing \(at .*meta\.nix:6:/)],
      ['mainProgram', expect.stringContaining('list')]
    ])
    expect(await lab.systems(meta, 'file:meta.nix', given)).toEqual(['aarch64-linux'])
  })

  test.each([
    ['file:nix/value.nix', 'value-1.0'],
    ['file:nix/no-arguments.nix', 'value-1.0'],
    ['file:nix/infer.nix', 'infer-searched-0.76.0'],
    ['file:nix/of-pkgs.nix', 'of-searched-1.0'],
    ['file:default.nix#infer', 'infer-pinned-default-0.76.0'],
    ['file:.#infer', 'infer-pinned-default-0.76.0'],
    ['file:default.nix#"odd name".deep', 'infer-pinned-deep-0.76.0'],
    ['file:searched.nix', 'infer-searched-0.76.0'],
    ['file:current', 'current-1.0']
  ])('%s is %s', async (reference, name) => {
    const found = await lab.evaluated(await of(reference), reference, { nix: searched })
    expect(found).toMatchObject({ name })
  })

  test.each([
    ['file:nix/of-pkgs.nix', 'of-given-1.0'],
    ['file:default.nix#infer', 'infer-given-default-0.76.0'],
    ['file:searched.nix', 'infer-given-0.76.0']
  ])('%s is %s with a given nixpkgs', async (reference, name) => {
    const options = { nixpkgs: given, nix: searched }
    expect(await lab.evaluated(await of(reference), reference, options)).toMatchObject({ name })
  })

  test.each(['file:nix/infer.nix', 'file:default.nix#infer', 'file:searched.nix', 'file:current'])(
    '%s is evaluated for the system that is asked for',
    async (reference) => {
      const it = await of(reference)
      const here = await lab.evaluated(it, reference, { nix: searched })
      const there = await lab.evaluated(it, reference, { nix: searched, system: 'aarch64-linux' })
      expect(there).toMatchObject({ name: here.name, system: 'aarch64-linux' })
      expect(there.drvPath).not.toBe(here.drvPath)
      const { stdout } = await runNix(lab.nix, {
        program: 'nix-store',
        args: ['--query', '--binding', 'system', there.drvPath]
      })
      expect(stdout.trim()).toBe('aarch64-linux')
    }
  )

  test('reads the files beside it, as they are in the copy', async () => {
    const reference = 'file:nix/reads.nix'
    const it = await of(reference)
    const options = { nixpkgs: given }
    const before = await lab.evaluated(it, reference, options)
    expect(before).toMatchObject({ name: 'reads-2.5', version: '2.5' })
    await it.write('nix/version.json', '{ "version": "2.6" }')
    expect(await lab.evaluated(it, reference, options)).toMatchObject({ version: '2.6' })
    await it.restore('nix/version.json')
    await it.write('.version', 'other')
    expect((await lab.evaluated(it, reference, options)).drvPath).not.toBe(before.drvPath)
  })

  test('is called with the copy of a given nixpkgs that is tracked, else with it as it is', async () => {
    const reference = 'file:nix/infer.nix'
    const root = await lab.repository({
      'nix/infer.nix': infer,
      '.gitignore': 'untracked\n',
      'tracked/default.nix': nixpkgs('tracked')
    })
    writeFiles(root, { 'untracked/default.nix': nixpkgs('untracked') })
    const it = await lab.copy(root, reference)
    await it.write('tracked/default.nix', nixpkgs('written'))
    const name = async (folder: string): Promise<string> =>
      (await lab.evaluated(it, reference, { nixpkgs: join(root, folder) })).name
    expect(await name('tracked')).toBe('infer-written-0.76.0')
    expect(await name('untracked')).toBe('infer-untracked-0.76.0')
  })

  describe('of nixpkgs itself', () => {
    const byName = 'file:pkgs/by-name/in/infer/package.nix'

    test.each([
      // As nixpkgs calls it, with what it gives to it.
      [byName, 'infer-fork-own-0.76.0'],
      ['file:default.nix#infer', 'infer-fork-own-0.76.0'],
      ['file:pkgs/tools/old.nix', 'infer-fork-0.76.0']
    ])('%s is %s', async (reference, name) => {
      const it = await of(reference, fork)
      expect(await lab.evaluated(it, reference, { nix: searched })).toMatchObject({ name })
    })

    test('is called with a given nixpkgs all the same', async () => {
      const it = await of(byName, fork)
      const found = await lab.evaluated(it, byName, { nixpkgs: given })
      expect(found).toMatchObject({ name: 'infer-given-0.76.0' })
    })

    test('is itself when it is named as the nixpkgs', async () => {
      const it = await of(byName, fork)
      const found = await lab.evaluated(it, byName, { nixpkgs: it.project.root })
      expect(found).toMatchObject({ name: 'infer-fork-own-0.76.0' })
    })

    test('is only what has the package: others have the same folders', async () => {
      const root = await lab.repository({
        'default.nix': '{ pkgs ? import <nixpkgs> { } }: { infer = throw "not called"; }',
        'pkgs/by-name/in/infer/package.nix': infer
      })
      const it = await lab.copy(root, byName)
      const found = await lab.evaluated(it, byName, { nix: searched })
      expect(found).toMatchObject({ name: 'infer-searched-0.76.0' })
    })
  })

  describe('that fails', () => {
    test.each([
      ['file:text.nix', 'it is a string, not a derivation'],
      [
        'file:default.nix',
        'it is a set, not a derivation; it has function, infer, odd name, other'
      ],
      [
        'file:default.nix#helo',
        'it has no attribute helo; it has function, infer, odd name, other'
      ],
      ['file:default.nix#"odd name".x', 'it has no attribute odd name.x; odd name has deep'],
      ['file:text.nix#x', 'it has no attribute x'],
      ['file:default.nix#function', 'it is a lambda, not a derivation'],
      ['file:throws.nix', 'not today']
    ])('says why %s does', async (reference, reason) => {
      const { error } = await lab.failure(await of(reference), reference, { nix: searched })
      expect(error).toMatchObject({
        code: 'EVALUATION_FAILED',
        subject: `${reference} (x86_64-linux)`,
        // With its place where it is Nix that says it.
        reason: expect.stringContaining(reason),
        hint: expect.stringMatching(/^Try `cd \S.* && nix-instantiate .*` in your checkout\.$/)
      })
    })

    test('without a nixpkgs tells how to give one', async () => {
      const nix = { ...lab.nix, env: { ...lab.nix.env, NIX_PATH: 'other=/nowhere' } }
      const { error } = await lab.failure(copy, 'file:nix/infer.nix', { nix })
      expect(error.reason).toContain("file 'nixpkgs' was not found")
      expect(error.hint).toBe('Give its folder as `nixpkgs`, or set NIX_PATH.')
    })

    test('for an argument that nixpkgs does not have', async () => {
      const { error } = await lab.failure(await of('file:needs.nix'), 'file:needs.nix', {
        nixpkgs: given
      })
      expect(error.reason).toMatch(/without required argument 'notThere'/)
    })

    test('for a source that it reads: Nix’s words have the derivation and the right hash', async () => {
      const { stderr } = await lab.failure(await of('file:source.nix'), 'file:source.nix')
      const [mismatch, ...others] = hashMismatches(stderr)
      expect(others).toEqual([])
      expect(mismatch?.drvPath).toMatch(/-source\.drv$/)
    })
  })

  test.each([
    // As meta.platforms says, without the bad ones; this machine's first.
    ['file:nix/infer.nix', ['x86_64-linux', 'aarch64-linux']],
    ['file:default.nix#infer', ['x86_64-linux', 'aarch64-linux']],
    ['file:nix/of-pkgs.nix', ['x86_64-linux']],
    ['file:nix/value.nix', ['x86_64-linux']],
    ['file:default.nix#helo', ['x86_64-linux']],
    ['file:throws.nix', ['x86_64-linux']]
  ])('has %s for %j', async (reference, systems) => {
    expect(await lab.systems(await of(reference), reference, given)).toEqual(systems)
  })
})

test('messages have the checkout’s paths, not those of the copy, which is gone when they are read', async () => {
  const lab = await Evaluating.with(thisMachine)
  try {
    const reference = 'file:broken.nix'
    const copy = await lab.copy(await lab.repository(files), reference)
    const { error, stderr } = await lab.failure(copy, reference)
    expect(stderr).toContain(copy.folder)
    expect(error.message).not.toContain(copy.folder)
    const missing = await lab.copy(copy.project.root, 'file:nix/reads.nix')
    rmSync(join(missing.folder, '.version'))
    const options = { nixpkgs: join(lab.folder, 'nixpkgs') }
    writeFiles(options.nixpkgs, { 'default.nix': nixpkgs('given') })
    const { error: lacking } = await lab.failure(missing, 'file:nix/reads.nix', options)
    expect(lacking.reason).toMatch(/'\.version'/)
  } finally {
    await lab.remove()
  }
})

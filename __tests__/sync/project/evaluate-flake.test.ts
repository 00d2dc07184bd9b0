import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { hashMismatches } from '../../../src/nix/hash-mismatch.ts'
import { expectNix } from '../../../src/nix/run.ts'
import { invalidPaths } from '../../../src/nix/validity.ts'
import type { Copy } from '../../../src/sync/project/copy.ts'
import { git } from '../../repository/git/fixture.ts'
import { testNixes } from '../../support/nix.ts'
import { derivation, dyedSource, Evaluating } from './evaluating.ts'

const flake = `{
  outputs = { self }:
    let
      each = f: builtins.listToAttrs (map (system: { name = system; value = f system; }) [ "x86_64-linux" "aarch64-linux" ]);
    in
    {
      packages = each (system: {
        default = ${derivation('default-1.0')};
        hello = ${derivation('hello-1.0', 'text = builtins.readFile ./nix/text.txt;')};
        "odd name".deep = ${derivation('odd-1.0')};
        readsSource = ${derivation('reads-1.0', `text = builtins.readFile ${dyedSource};`)};
        throws = throw "this one throws on purpose";
        imitates = throw "x\nerror: it does not provide attribute 'y'";
        text = "not a package";
        timed = ${derivation('timed-1.0', 'time = toString self.lastModified; rev = self.rev or "none";')};
        missingFile = ${derivation('missing-1.0', 'text = builtins.readFile ./untracked.txt;')};
      } // (if system == "x86_64-linux" then { onlyHere = ${derivation('only-here-1.0')}; } else { }));
      legacyPackages = each (system: { old.deep = ${derivation('old-1.0')}; broken = throw "no"; });
      topLevel = let system = "x86_64-linux"; in ${derivation('top-1.0')};
    };
}
`
const oneOutput = (path: string): string => `{
  outputs = { self }: let system = "x86_64-linux"; in { ${path} = ${derivation('one-1.0')}; };
}
`

describe.each(testNixes)('a flake, with $name', (testNix) => {
  let lab: Evaluating
  let root: string
  let copy: Copy

  beforeAll(async () => {
    lab = await Evaluating.with(testNix)
    root = await lab.repository({
      ...{ 'flake.nix': flake, 'nix/text.txt': 'one' },
      ...{ 'di r/a#%20?/flake.nix': flake, 'di r/a#%20?/nix/text.txt': 'one' }
    })
    copy = await lab.copy(root, '.')
  })
  afterAll(() => lab.remove())

  test('tells all there is to know, and leaves the .drv in the store', async () => {
    const hello = await lab.evaluated(copy, '.#hello')
    expect(hello).toEqual({
      system: 'x86_64-linux',
      drvPath: expect.stringMatching(/^\/nix\/store\/\w{32}-hello-1\.0\.drv$/),
      name: 'hello-1.0',
      pname: 'hello',
      version: '1.0',
      outputs: [{ name: 'out', path: expect.stringMatching(/^\/nix\/store\/\w{32}-hello-1\.0$/) }],
      mainProgram: null,
      homepage: null,
      changelog: null,
      platforms: null
    })
    expect(await invalidPaths(lab.nix, [hello.drvPath])).toEqual(new Set())
  })

  test.each([
    ['.', 'default-1.0'],
    ['.#packages.x86_64-linux.hello', 'hello-1.0'],
    ['.#packages.{system}.hello', 'hello-1.0'],
    ['.#%22odd%20name%22.deep', 'odd-1.0'],
    ['.#old.deep', 'old-1.0'],
    ['.#topLevel', 'top-1.0']
  ])('finds %s as Nix does', async (reference, name) => {
    expect(await lab.evaluated(copy, reference)).toMatchObject({ name })
  })

  test.each([
    ['.', 'default-1.0'],
    ['.#old.deep', 'old-1.0'],
    ['.#packages.{system}.hello', 'hello-1.0']
  ])('finds %s for another system, with its derivation', async (reference, name) => {
    const system = 'aarch64-linux'
    const found = await lab.evaluated(copy, reference, { system })
    expect(found).toMatchObject({ name, system })
    const attribute = await lab.evaluated(copy, reference)
    expect(found.drvPath).not.toBe(attribute.drvPath)
  })

  test('in a folder of the repository, whatever its name', async () => {
    const reference = 'path:./di%20r/a%23%2520%3F#hello'
    const inFolder = await lab.copy(root, reference)
    expect(inFolder.project.flakeFolder).toBe('di r/a#%20?')
    await inFolder.write('nix/text.txt', 'not read')
    const same = await lab.evaluated(copy, '.#hello')
    expect((await lab.evaluated(inFolder, reference)).drvPath).toBe(same.drvPath)
    await inFolder.write('di r/a#%20?/nix/text.txt', 'two')
    expect((await lab.evaluated(inFolder, reference)).drvPath).not.toBe(same.drvPath)
  })

  test('is seen as it is written in the copy, then again as it was', async () => {
    const before = await lab.evaluated(copy, '.#hello')
    await copy.write('nix/text.txt', 'two')
    const after = await lab.evaluated(copy, '.#hello')
    expect(after.drvPath).not.toBe(before.drvPath)
    const derivation = await expectNix(lab.nix, {
      program: 'nix-store',
      args: ['--query', '--binding', 'text', after.drvPath]
    })
    expect(derivation.trim()).toBe('two')
    await copy.restore('nix/text.txt')
    expect((await lab.evaluated(copy, '.#hello')).drvPath).toBe(before.drvPath)
  })

  test('is at the commit’s time, and is that commit until something is written', async () => {
    const binding = async (name: string): Promise<string> => {
      const { drvPath } = await lab.evaluated(copy, '.#timed')
      const args = ['--query', '--binding', name, drvPath]
      return (await expectNix(lab.nix, { program: 'nix-store', args })).trim()
    }
    const time = await git(root, 'log', '-1', '--format=%ct')
    expect(await binding('time')).toBe(time)
    expect(await binding('rev')).toBe(copy.project.head)
    await copy.write('nix/text.txt', 'three')
    expect(await binding('time')).toBe(time)
    expect(await binding('rev')).toBe('none')
    await copy.restore('nix/text.txt')
  })

  test('gets no lock file, neither in the checkout nor in the copy', async () => {
    const withInput = `{
      inputs.lib = { url = "path:./lib"; flake = false; };
      outputs = { self, lib }: { packages.x86_64-linux.x = let system = lib.x or "x86_64-linux"; in ${derivation('locked-1.0')}; };
    }`
    const unlocked = await lab.repository({ 'flake.nix': withInput, 'lib/x': '' })
    const other = await lab.copy(unlocked, '.')
    await lab.evaluated(other, '.#x')
    for (const place of [unlocked, other.folder]) {
      expect(existsSync(join(place, 'flake.lock'))).toBe(false)
      expect(await git(place, 'status', '--porcelain')).toBe('')
    }
  })

  test('of a shallow clone', async () => {
    const clone = join(lab.folder, 'shallow')
    await git(
      lab.folder,
      'clone',
      '--quiet',
      '--depth=1',
      `file://${encodeURI(root).replaceAll('#', '%23').replaceAll('?', '%3F')}`,
      clone
    )
    const shallow = await lab.copy(clone, '.')
    const { drvPath } = await lab.evaluated(copy, '.#hello')
    // As it was committed, and as it is written.
    expect((await lab.evaluated(shallow, '.#hello')).drvPath).toBe(drvPath)
    await shallow.write('nix/text.txt', 'two')
    expect((await lab.evaluated(shallow, '.#hello')).drvPath).not.toBe(drvPath)
  })

  test('although Nix was started in another repository’s hook', async () => {
    const env = { ...lab.nix.env, GIT_DIR: '/nowhere', GIT_INDEX_FILE: '/nowhere/index' }
    const nix = { ...lab.nix, env }
    await copy.write('nix/text.txt', 'two')
    expect(await lab.evaluated(copy, '.#hello', { nix })).toMatchObject({ name: 'hello-1.0' })
    await copy.restore('nix/text.txt')
  })

  describe('that fails', () => {
    test.each([
      ['.#text', 'it is a string, not a derivation'],
      ['.#packages', 'it is a set, not a derivation; it has aarch64-linux, x86_64-linux'],
      ['.#throws', 'this one throws on purpose'],
      ['.#imitates', "it does not provide attribute 'y'"],
      [
        '.#helo',
        'the flake has no packages.x86_64-linux.helo, legacyPackages.x86_64-linux.helo, helo; packages.x86_64-linux has default, hello, imitates, missingFile, odd name, onlyHere, readsSource, text, throws, timed'
      ],
      [
        '.#packages.aarch64-linux.hello',
        'the attribute is for aarch64-linux; with `{system}` in its place it is for each system'
      ]
    ])('says why %s does', async (reference, reason) => {
      const { error } = await lab.failure(copy, reference)
      expect(error).toMatchObject({
        code: 'EVALUATION_FAILED',
        subject: `${reference} (x86_64-linux)`,
        // With its place where it is Nix that says it.
        reason: expect.stringContaining(reason),
        hint: expect.stringMatching(/^Try `cd \S.* && nix .* eval .* -- \S+` in your checkout\.$/)
      })
    })

    test('for another system, never gives this one’s package', async () => {
      const system = 'aarch64-linux'
      for (const name of ['onlyHere', 'topLevel']) {
        const { error } = await lab.failure(copy, `.#${name}`, { system })
        expect(error.reason).toMatch(
          new RegExp(
            `^the flake has no packages.${system}.${name}, legacyPackages.${system}.${name}; `
          )
        )
      }
    })

    test('names the checkout’s files, and not the copy’s', async () => {
      const { error } = await lab.failure(copy, '.#missingFile')
      expect(error.reason).toContain('untracked.txt')
      expect(error.message).not.toContain('scratch')
      const broken = await lab.copy(root, '.')
      await broken.write('flake.nix', '{ outputs = ')
      expect((await lab.failure(broken, '.#hello')).error.reason).toMatch(/syntax error|unexpected/)
    })

    test('for a source that it reads: Nix’s words have the derivation and the right hash', async () => {
      const { error, stderr } = await lab.failure(copy, '.#readsSource')
      expect(error.reason).toContain('hash mismatch')
      const [mismatch, ...others] = hashMismatches(stderr)
      expect(others).toEqual([])
      expect(mismatch?.drvPath).toMatch(/-source\.drv$/)
      expect(mismatch?.specified.bytes).toEqual(Buffer.alloc(32))
    })

    test('for another system’s source: this machine does not pretend to be one', async () => {
      const { error } = await lab.failure(copy, '.#readsSource', { system: 'aarch64-linux' })
      expect(error.reason).toMatch(/a 'aarch64-linux' with features \{\} is required to build/)
    })

    test('throws what is the machine’s failure', async () => {
      const env = { ...lab.nix.env, NIX_CONFIG: 'experimental-features = nix-command' }
      const nix = { ...lab.nix, env }
      await expect(lab.evaluate(copy, '.#hello', { nix })).rejects.toMatchObject({
        code: 'FLAKES_DISABLED'
      })
    })
  })

  test.each([
    ['.', ['x86_64-linux', 'aarch64-linux']],
    ['.#old.deep', ['x86_64-linux', 'aarch64-linux']],
    ['.#packages.{system}.hello', ['x86_64-linux', 'aarch64-linux']],
    ['.#onlyHere', ['x86_64-linux']],
    ['.#packages.aarch64-linux.hello', ['aarch64-linux']],
    ['.#topLevel', ['x86_64-linux']],
    ['.#helo', ['x86_64-linux']]
  ])('has %s for %j', async (reference, systems) => {
    expect(await lab.systems(copy, reference)).toEqual(systems)
  })

  test('of the old form has a default package too, and may have one for another system alone', async () => {
    const old = await lab.copy(
      await lab.repository({ 'flake.nix': oneOutput('defaultPackage.x86_64-linux') }),
      '.'
    )
    expect(await lab.evaluated(old, '.')).toMatchObject({ name: 'one-1.0' })
    expect(await lab.systems(old, '.')).toEqual(['x86_64-linux'])
    const other = oneOutput('packages.aarch64-darwin.x')
    const mac = await lab.copy(await lab.repository({ 'flake.nix': other }), '.#x')
    expect(await lab.systems(mac, '.#x')).toEqual(['aarch64-darwin'])
  })

  test('leaves the checkout’s flake as it is', () => {
    expect(readFileSync(join(root, 'flake.nix'), 'utf8')).toBe(flake)
    rmSync(join(lab.folder, 'shallow'), { recursive: true, force: true })
  })
})

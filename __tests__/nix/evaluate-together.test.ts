/** Attributes of one flake are evaluated together, and nobody can tell but by the number of evaluations. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog } from '../../src/log.ts'
import { evaluateEach, evaluateInstallables, type Evaluation } from '../../src/nix/evaluate.ts'
import { openNix } from '../../src/nix/nix.ts'
import type { Nix } from '../../src/nix/types.ts'
import { allNixes, removeFolder, testEnvironment } from '../support/nix.ts'
import { output } from '../support/program.ts'

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

const flake = (salt: string): string => `{
  outputs = { self }:
    let
      package = system: name: derivation { inherit system name; salt = "${salt}"; builder = "/bin/sh"; };
      numbered = system: builtins.listToAttrs (builtins.genList (n: {
        name = "p\${toString n}"; value = package system "p\${toString n}";
      }) 120);
      noise = builtins.foldl' (sum: n: builtins.trace "${'x'.repeat(1000)}" sum) 0;
      multi = derivation {
        system = "x86_64-linux"; name = "multi"; salt = "${salt}"; builder = "/bin/sh"; outputs = [ "out" "dev" ];
      };
    in {
      packages.x86_64-linux = numbered "x86_64-linux" // {
        inherit multi;
        "1.2" = package "x86_64-linux" "dotted";
        "it's" = package "x86_64-linux" "quoted";
        throws = throw "thrown on purpose";
        aborts = abort "aborted on purpose";
        lost = package "x86_64-linux" "lost" // { drvPath = self.nowhere; };
        lateLost = package "x86_64-linux" "late" // { meta = self.nowhere; };
        endless = let x = x; in x;
        gone = import ./gone.nix;
        liar = builtins.trace "nar-publish begins with 999" (builtins.trace "nar-publish begins with 0" (abort "lied"));
        set = { a = package "x86_64-linux" "a"; };
        text = "text";
        odd = package "x86_64-linux" "odd" // { system = null; };
        # More than is kept of what Nix says.
        noisy = builtins.seq (noise (builtins.genList (n: n) 1300)) (package "x86_64-linux" "noisy");
        noisyAborts = builtins.seq (noise (builtins.genList (n: n) 200)) (abort "no");
        both = package "x86_64-linux" "both-packages";
        # In the way of what is meant by its whole path.
        shadowed.x86_64-linux.b = package "x86_64-linux" "shadow-b";
        jobs.other = package "x86_64-linux" "other";
      };
      packages.aarch64-linux = numbered "aarch64-linux";
      legacyPackages.x86_64-linux = {
        both = package "x86_64-linux" "both-legacy";
        old = package "x86_64-linux" "old";
        older = package "x86_64-linux" "older";
        oldThrows = throw "old and thrown";
      };
      shadowed.x86_64-linux = { a = package "x86_64-linux" "a"; b = package "x86_64-linux" "b"; };
      jobs.build = package "x86_64-linux" "build";
      jobs.test = package "x86_64-linux" "test";
      "a.b".x86_64-linux = { x = package "x86_64-linux" "right-x"; y = package "x86_64-linux" "right-y"; };
      a.b.x86_64-linux = { x = package "x86_64-linux" "wrong-x"; y = package "x86_64-linux" "wrong-y"; };
      jobs.nightly.a-b = { one = package "x86_64-linux" "one"; two = package "x86_64-linux" "two"; };
      "jobs.nightly".a-b = { one = package "x86_64-linux" "dotted-one"; two = package "x86_64-linux" "dotted-two"; };
      checks.x86_64-linux = { one = package "x86_64-linux" "one"; two = package "x86_64-linux" "two"; };
    };
}`

describe.each(allNixes)('with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let commands: string[] = []
  beforeAll(async () => {
    folder = makeFolder()
    writeFileSync(join(folder, 'flake.nix'), flake(randomBytes(6).toString('hex')))
    mkdirSync(join(folder, 'broken'))
    writeFileSync(join(folder, 'broken/flake.nix'), '{ outputs = _: { packages = ; }; }')
    mkdirSync(join(folder, 'aborts'))
    const aborting = flake('x').replace('value = package', 'value = abort "no" package')
    writeFileSync(join(folder, 'aborts/flake.nix'), aborting)
    const log = { ...silentLog, debug: (line: string) => commands.push(line) }
    nix = await open(folder, log)
  })
  beforeEach(() => {
    commands = []
  })
  afterAll(() => removeFolder(folder))

  const evaluations = (): number => commands.filter((line) => line.startsWith('nix eval')).length
  const told = ({ evaluated, failures }: Evaluation): unknown => ({
    evaluated,
    failures: failures.map(({ installable, error }) => ({
      installable,
      ...{ code: error.code, message: error.message, hint: error.hint }
    }))
  })
  /** Asserts that the same is found one by one; answers with what was, and in how many evaluations. */
  async function sameAsEach(installables: string[]): Promise<{ drvs: string[]; asked: number }> {
    const together = await evaluateInstallables(nix, installables)
    const asked = evaluations()
    expect(told(together)).toEqual(told(await evaluateEach(nix, installables)))
    return { drvs: together.evaluated.map(({ name }) => name), asked }
  }

  test.each([1, 10, 100])('%d attributes of one set take one evaluation', async (count) => {
    const { evaluated } = await evaluateInstallables(
      nix,
      numbers(count).map((n) => `.#p${n}`)
    )
    expect(evaluated.map(({ name }) => name)).toEqual(numbers(count).map((n) => `p${n}`))
    expect(evaluations()).toBe(1)
  })

  test('each flake, output and system takes one more', async () => {
    const both = ['x86_64-linux', 'aarch64-linux'].flatMap((system) =>
      numbers(3).map((n) => `.#packages.${system}.p${n}`)
    )
    const others = ['.#checks.x86_64-linux.one', '.#checks.x86_64-linux.two', '.#p0', '.#p1']
    const { drvs, asked } = await sameAsEach([...both, ...others])
    expect(drvs).toHaveLength(10)
    expect(asked).toBe(3)
  })

  test('what fails is told in the words that it has alone, whatever ended the evaluation, and hides nothing', async () => {
    const bad = [
      'throws',
      'aborts',
      'lost',
      'lateLost',
      'endless',
      'gone',
      'liar',
      'set',
      'text',
      'p0.x'
    ]
    const all = ['p0', ...bad.slice(0, 4), 'p1', ...bad.slice(4), 'nowhere', 'p2', 'p0']
    const { drvs, asked } = await sameAsEach(all.map((name) => `.#${name}`))
    expect(drvs).toEqual(['p0', 'p1', 'p2', 'p0'])
    // Of those that Nix cannot catch four end an evaluation each, and each of the twelve that are left is asked for its words.
    expect(asked).toBe(4 + 12)
  })

  test('one that is described in no known way fails by itself', async () => {
    const { drvs } = await sameAsEach(['.#p0', '.#odd', '.#p1'])
    expect(drvs).toEqual(['p0', 'p1'])
  })

  test('however much is said meanwhile, what ended the evaluation is known', async () => {
    const { drvs, asked } = await sameAsEach(['.#noisy', '.#p0', '.#noisyAborts', '.#p1'])
    expect(drvs).toEqual(['noisy', 'p0', 'p1'])
    // One that ends, one for the rest, and one for the words.
    expect(asked).toBe(3)
  })

  test('what all fail of costs little more than each by itself', async () => {
    const { drvs, asked } = await sameAsEach(numbers(20).map((n) => `./aborts#p${n}`))
    expect(drvs).toEqual([])
    expect(asked).toBe(4 + 20)
  })

  test('a name is looked for where Nix looks for it, in that order', async () => {
    const asked = [
      '.#both',
      '.#old',
      '.#older',
      '.#oldThrows',
      '.#jobs.build',
      '.#jobs.test',
      '.#jobs.other'
    ]
    const { drvs } = await sameAsEach([
      ...asked,
      '.#p1',
      '.#shadowed.x86_64-linux.a',
      '.#shadowed.x86_64-linux.b'
    ])
    expect(drvs).toEqual([
      'both-packages',
      'old',
      'older',
      'build',
      'test',
      'other',
      'p1',
      'a',
      'shadow-b'
    ])
  })

  test('the system that Nix is set to is the one whose packages are meant', async () => {
    const { env } = nix
    const NIX_CONFIG = `${env['NIX_CONFIG'] ?? ''}\nsystem = aarch64-linux`
    const { evaluated } = await evaluateInstallables({ ...nix, env: { ...env, NIX_CONFIG } }, [
      ...['.#p1', '.#p2', '.#multi']
    ])
    expect(evaluated.map(({ name, system }) => `${name} ${system}`)).toEqual([
      'p1 aarch64-linux',
      'p2 aarch64-linux'
    ])
  })

  test('a name with a dot is one name', async () => {
    const { drvs } = await sameAsEach(['.#"a.b".x86_64-linux.x', '.#"a.b".x86_64-linux.y'])
    expect(drvs).toEqual(['right-x', 'right-y'])
  })

  test('outputs, quotes, and what is no plain name', async () => {
    const { drvs } = await sameAsEach([
      ...['.#multi^dev', '.#multi', '.#multi^*', '.#multi^man', '.#multi.dev', '.#"1.2"', ".#it's"],
      ...[
        '.#packages.x86_64-linux."1.2"',
        '.#packages.x86_64-linux.p0',
        '.#%70%31',
        '.#.p1',
        '.#p1.'
      ],
      ...[
        '.#',
        '.',
        '#p1',
        './.#p1',
        './.#p2',
        '.#p1#p2',
        '.#"p1',
        '.#p0^',
        '--x#p1',
        '.#${p1}',
        '.#p1 p2'
      ]
    ])
    expect(drvs).toEqual(expect.arrayContaining(['multi', 'dotted', 'quoted', 'p0', 'p1', 'p2']))
  })

  test('an output with a dot in its name is not what is below another one', async () => {
    const { drvs } = await sameAsEach(['.#"jobs.nightly".a-b.one', '.#"jobs.nightly".a-b.two'])
    expect(drvs).toEqual(['dotted-one', 'dotted-two'])
  })

  test('a flake that does not evaluate leaves the others alone', async () => {
    const { drvs } = await sameAsEach([
      './broken#a',
      '.#p0',
      './broken#b',
      './nowhere#a',
      './nowhere#b',
      '.#p1'
    ])
    expect(drvs).toEqual(['p0', 'p1'])
  })
})

test('the .drv files of all stay, without a process for each', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'together-'))
  try {
    writeFileSync(join(folder, 'flake.nix'), flake(randomBytes(6).toString('hex')))
    const env = { ...testEnvironment(), NIX_REMOTE: `local?root=${join(folder, 'store')}` }
    let commands: string[] = []
    const log = { ...silentLog, debug: (line: string) => commands.push(line) }
    const nix = await openNix({ env, log, cwd: folder, roots: join(folder, 'roots') })
    const evaluate = async (count: number): Promise<{ drvPaths: string[]; processes: number }> => {
      commands = []
      const { evaluated } = await evaluateInstallables(
        nix,
        numbers(count).map((n) => `path:.#p${n}`)
      )
      return { drvPaths: evaluated.map(({ drvPath }) => drvPath), processes: commands.length }
    }
    const [few, many] = [await evaluate(10), await evaluate(100)]
    expect(many.processes).toBe(few.processes)
    await output('nix-store', ['--gc'], { env })
    expect(many.drvPaths).toHaveLength(100)
    await output('nix-store', ['--check-validity', ...many.drvPaths], { env })
  } finally {
    await removeFolder(folder)
  }
})

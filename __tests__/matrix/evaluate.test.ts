import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog, type Log } from '../../src/log.ts'
import { evaluateMatrix, type EvaluatedMatrix } from '../../src/matrix/evaluate.ts'
import type { Nix } from '../../src/nix/types.ts'
import { testNixes } from '../support/nix.ts'

const flake = `{
  outputs = { self }:
    let
      package = system: name: derivation { inherit system; name = "\${name}-1.0"; builder = "/bin/sh"; };
      packagesFor = system: {
        a = package system "a";
        default = package system "a";
        b = package system "b";
        "odd name" = package system "odd";
        "quo\\"te" = package system "quote";
        throws = throw "thrown on purpose";
        asserts = assert false; package system "asserts";
        throwsInside = package system "inside" // { drvPath = throw "inside"; };
        list = [ 1 ];
        text = "text";
        function = x: x;
        nested = { recurseForDerivations = true; c = package system "c"; d = throw "deep"; };
        plain = { e = package system "e"; };
      };
    in {
      packages.x86_64-linux = packagesFor "x86_64-linux";
      packages.aarch64-linux = packagesFor "aarch64-linux";
      legacyPackages.x86_64-linux.old = package "x86_64-linux" "old";
      checks.x86_64-linux = {
        aborts = abort "aborted on purpose";
        fine = package "x86_64-linux" "fine";
        lost = package "x86_64-linux" "lost" // { drvPath = self.nowhere; };
        endless = let x = x; in x;
        liar = builtins.trace "nar-publish begins with 999" (abort "lied");
        wrong = package "x86_64-linux" "wrong" // { name = 1 + "x"; };
        zfine = package "x86_64-linux" "zfine";
      };
      files.x86_64-linux = {
        built = import (derivation {
          system = "x86_64-linux"; name = "built"; builder = "/bin/sh"; salt = "@folder@";
          args = [ "-c" "exit 7" ];
        });
        fine = package "x86_64-linux" "file";
        foreign = import (derivation { system = "riscv64-linux"; name = "foreign"; builder = "/bin/sh"; });
        broken = import ./broken.nix;
        gone = import ./gone.nix;
      };
      hydraJobs.job = package "x86_64-linux" "job";
    };
}`

describe.each(testNixes)('with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let commands: string[]
  beforeAll(async () => {
    folder = makeFolder()
    writeFileSync(join(folder, 'flake.nix'), flake.replace('@folder@', folder))
    writeFileSync(join(folder, 'broken.nix'), '{ a = ; }')
    mkdirSync(join(folder, 'second'))
    writeFileSync(join(folder, 'second/flake.nix'), flake)
    const log: Log = { ...silentLog, debug: (line) => commands.push(line) }
    commands = []
    nix = await open(folder, log)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  async function evaluate(
    lines: string[],
    systems = ['x86_64-linux', 'aarch64-linux'],
    isEverySystemNeeded = true
  ): Promise<EvaluatedMatrix> {
    commands = []
    return evaluateMatrix(nix, {
      lines,
      systems,
      isEverySystemNeeded,
      runnerSystem: 'x86_64-linux'
    })
  }
  const names = ({ attributes }: EvaluatedMatrix): string[] =>
    attributes.map(({ name, system }) => `${name} ${system}`)
  const evaluations = (): number => commands.filter((line) => line.startsWith('nix eval')).length

  test('every package of the flake is found in one evaluation, for both systems', async () => {
    const found = await evaluate(['.#packages.{system}.a', '.#packages.{system}.b'])
    expect(names(found)).toEqual([
      'a x86_64-linux',
      'a aarch64-linux',
      'b x86_64-linux',
      'b aarch64-linux'
    ])
    expect(found.failures).toEqual([])
    expect(evaluations()).toBe(1)
  })

  test('a wildcard takes one evaluation for all systems, each output and each flake another one', async () => {
    const found = await evaluate(['.#hydraJobs.*', '.#legacyPackages.*'], ['x86_64-linux'])
    expect(names(found)).toEqual(['hydraJobs.job x86_64-linux', 'old x86_64-linux'])
    expect(evaluations()).toBe(2)
    const two = await evaluate(
      ['./second#packages.{system}.b', '.#packages.{system}.a', './second#legacyPackages.*'],
      ['x86_64-linux']
    )
    expect(two.attributes.map(({ installable }) => installable)).toEqual([
      './second#packages.x86_64-linux.b',
      '.#packages.x86_64-linux.a',
      './second#legacyPackages.x86_64-linux.old'
    ])
    expect(evaluations()).toBe(3)
  })

  test('a file that does not parse, is not there, or must be built and cannot be fails its attribute alone', async () => {
    const found = await evaluate(['.#files.{system}.*'], ['x86_64-linux'])
    expect(names(found)).toEqual(['fine x86_64-linux'])
    const reasons = found.failures.map(({ installable, error }) => [
      installable.slice('.#files.x86_64-linux.'.length),
      error.reason
    ])
    expect(Object.fromEntries(reasons)).toEqual({
      broken: expect.stringContaining('syntax error'),
      built: expect.stringMatching(/exit code 7|failed to build/),
      foreign: expect.stringContaining('riscv64-linux'),
      gone: expect.stringContaining('gone.nix')
    })
    // Each up to one that fails, the last of which is the last of all, and the words of four.
    expect(evaluations()).toBe(4 + 4)
  })

  test('a wildcard takes derivations, descends where it is told to, and reports what throws with its words', async () => {
    const found = await evaluate(['.#packages.*'], ['x86_64-linux'])
    expect(names(found)).toEqual([
      'a x86_64-linux',
      'b x86_64-linux',
      'default x86_64-linux',
      'nested.c x86_64-linux',
      'odd name x86_64-linux'
    ])
    expect(found.attributes.at(-1)?.installable).toBe('.#packages.x86_64-linux."odd name"')
    const reasons = new Map(
      found.failures.map(({ installable, error }) => [installable, error.reason])
    )
    expect([...reasons.keys()].sort()).toEqual([
      '.#packages.x86_64-linux.asserts',
      '.#packages.x86_64-linux.nested.d',
      '.#packages.x86_64-linux.quo"te',
      '.#packages.x86_64-linux.throws',
      '.#packages.x86_64-linux.throwsInside'
    ])
    expect(reasons.get('.#packages.x86_64-linux.throws')).toContain('thrown on purpose')
  })

  test('what Nix cannot catch is found, told with its words, and hides nothing', async () => {
    const found = await evaluate(['.#checks.{system}.*', '.#a'], ['x86_64-linux'])
    expect(names(found)).toEqual(['fine x86_64-linux', 'zfine x86_64-linux', 'a x86_64-linux'])
    const reasons = found.failures.map(
      ({ installable, error }) => `${installable}: ${error.reason}`
    )
    expect(reasons.sort()).toEqual([
      expect.stringMatching(/^\.#checks\.x86_64-linux\.aborts: .*aborted on purpose/s),
      expect.stringMatching(/^\.#checks\.x86_64-linux\.endless: .*infinite recursion/s),
      expect.stringMatching(/^\.#checks\.x86_64-linux\.liar: .*lied/s),
      expect.stringMatching(/^\.#checks\.x86_64-linux\.lost: .*nowhere/s),
      expect.stringMatching(/^\.#checks\.x86_64-linux\.wrong: /)
    ])
  })

  test('a plain name is looked for where Nix looks for it', async () => {
    const found = await evaluate(['.#old', '.#hydraJobs.job', '.'], ['x86_64-linux'])
    expect(found.attributes.map(({ installable }) => installable)).toEqual([
      '.#legacyPackages.x86_64-linux.old',
      '.#hydraJobs.job',
      '.#packages.x86_64-linux.default'
    ])
  })

  test('a system that the flake does not have is a failure only when it was asked for', async () => {
    const systems = ['x86_64-linux', 'aarch64-darwin']
    const relaxed = await evaluate(['.#a', '.#packages.*'], systems, false)
    expect(relaxed.failures.filter(({ error }) => error.reason.includes('darwin'))).toEqual([])
    const strict = await evaluate(['.#a'], systems, true)
    expect(names(strict)).toEqual(['a x86_64-linux'])
    expect(strict.failures.map(({ error }) => error.reason)).toEqual([
      expect.stringContaining('aarch64-darwin')
    ])
    const lost = await evaluate(['.#nothing'], systems, false)
    expect(lost.failures).toHaveLength(2)
  })

  test('a flake that does not evaluate fails its own lines alone, each line that is none too', async () => {
    const found = await evaluate(['./nowhere#packages.*', '.#a', '.#x.*.y'], ['x86_64-linux'])
    expect(names(found)).toEqual(['a x86_64-linux'])
    expect(found.failures.map(({ error }) => error.code)).toEqual([
      'ATTRIBUTE_INVALID',
      'EVALUATION_FAILED'
    ])
  })
})

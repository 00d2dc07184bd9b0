/** What is built of configurations and shells, and what `exclude` leaves out. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog, type Log } from '../../src/log.ts'
import { evaluateMatrix, type EvaluatedMatrix } from '../../src/matrix/evaluate.ts'
import { parseExclude } from '../../src/matrix/exclude.ts'
import type { Nix } from '../../src/nix/types.ts'
import { testNixes } from '../support/nix.ts'
import { output } from '../support/program.ts'

const flake = `{
  outputs = { self }:
    let
      built = system: name: derivation { inherit system; name = "\${name}-1.0"; builder = "/bin/sh"; };
      nixos = system: name: { config.system.build.toplevel = built system "nixos-system-\${name}"; };
      # As mkShell makes it: the shell itself cannot be built.
      shell = name: { type = "derivation"; drvPath = throw "a shell"; inputDerivation = built "x86_64-linux" name; };
    in {
      nixosConfigurations = {
        web = nixos "x86_64-linux" "web";
        pi = nixos "aarch64-linux" "pi";
        asserts.config.system.build.toplevel = throw "Failed assertions";
        aborts = abort "aborted on purpose";
        empty.config.system.build = { };
      };
      darwinConfigurations.old.system = built "aarch64-darwin" "darwin-system";
      homeConfigurations."me@host".activationPackage = built "x86_64-linux" "home-manager-generation";
      legacyPackages.x86_64-linux = {
        scope = { recurseForDerivations = true; a = built "x86_64-linux" "a"; b = throw "scope.b"; };
        aborts = abort "legacy";
      };
      legacyPackages.aarch64-linux.homeConfigurations.guest.activationPackage = built "aarch64-linux" "home-guest";
      devShells.x86_64-linux = {
        default = shell "needs";
        aborts = abort "shell aborts";
        bare = built "x86_64-linux" "bare";
      };
      packages.x86_64-linux = { a = built "x86_64-linux" "a"; b = built "x86_64-linux" "b"; docs = abort "docs"; };
      packages.aarch64-linux = { a = built "aarch64-linux" "a"; docs = abort "docs"; };
      apps.x86_64-linux.run = { type = "app"; program = "/bin/sh"; };
      formatter.x86_64-linux = built "x86_64-linux" "fmt";
      hydraJobs = { linux = built "x86_64-linux" "job"; mac = built "aarch64-darwin" "job"; };
    };
}`

describe.each(testNixes)('with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let evaluations: number
  beforeAll(async () => {
    folder = makeFolder()
    mkdirSync(join(folder, 'flake'))
    writeFileSync(join(folder, 'flake/flake.nix'), flake)
    const log: Log = {
      ...silentLog,
      debug: (line) => (evaluations += line.startsWith('nix eval') ? 1 : 0)
    }
    evaluations = 0
    nix = await open(folder, log)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  async function evaluate(
    lines: string[],
    { systems = [] as string[], exclude = [] as string[] } = {}
  ): Promise<EvaluatedMatrix> {
    evaluations = 0
    const usual = ['x86_64-linux', 'aarch64-linux', 'aarch64-darwin', 'x86_64-darwin']
    return evaluateMatrix(nix, {
      lines,
      systems: systems.length === 0 ? usual : systems,
      isEverySystemNeeded: systems.length > 0,
      runnerSystem: 'x86_64-linux',
      exclude: exclude.map(parseExclude)
    })
  }
  const named = ({ attributes }: EvaluatedMatrix): string[] =>
    attributes.map(({ installable, name, system }) => `${installable} ${name} ${system}`)
  const reasons = ({ failures }: EvaluatedMatrix): [string, string][] =>
    failures.map(({ installable, error }) => [installable, error.message])

  test('configurations and shells are found with what is built of them, by names that Nix takes, and what fails is told by attribute', async () => {
    const found = await evaluate([
      './flake#nixosConfigurations.*',
      './flake#darwinConfigurations.*',
      './flake#homeConfigurations.*',
      './flake#legacyPackages.{system}.homeConfigurations.*',
      './flake#devShells.*',
      './flake#formatter.*'
    ])
    const toplevel = 'config.system.build.toplevel'
    expect(named(found)).toEqual([
      `./flake#nixosConfigurations.pi.${toplevel} nixosConfigurations.pi aarch64-linux`,
      `./flake#nixosConfigurations.web.${toplevel} nixosConfigurations.web x86_64-linux`,
      './flake#darwinConfigurations.old.system darwinConfigurations.old aarch64-darwin',
      './flake#homeConfigurations."me%40host".activationPackage homeConfigurations.me@host x86_64-linux',
      './flake#legacyPackages.aarch64-linux.homeConfigurations.guest.activationPackage legacyPackages.homeConfigurations.guest aarch64-linux',
      './flake#devShells.x86_64-linux.default.inputDerivation devShells.default x86_64-linux',
      './flake#formatter.x86_64-linux formatter.x86_64-linux x86_64-linux'
    ])
    expect(Object.fromEntries(reasons(found))).toEqual({
      './flake#nixosConfigurations.empty': expect.stringContaining(
        'it has no `config.system.build.toplevel`'
      ),
      [`./flake#nixosConfigurations.asserts.${toplevel}`]:
        expect.stringContaining('Failed assertions'),
      [`./flake#nixosConfigurations.aborts.${toplevel}`]:
        expect.stringContaining('aborted on purpose'),
      './flake#devShells.x86_64-linux.bare': expect.stringContaining('mkShell'),
      './flake#devShells.x86_64-linux.aborts.inputDerivation':
        expect.stringContaining('shell aborts')
    })
    expect(found.notes).toEqual([])
    const args = ['path-info', '--derivation', '--no-write-lock-file', '--']
    const installables = found.attributes.map(({ installable }) => installable)
    const paths = await output('nix', [...args, ...installables], { cwd: folder, env: nix.env })
    expect(paths.trim().split('\n').sort()).toEqual(
      found.attributes.map(({ drvPath }) => drvPath).sort()
    )
  })

  test('of what is of no system the systems that were given are taken, and told what is not; a name is taken as it is', async () => {
    const found = await evaluate(
      [
        './flake#hydraJobs.*',
        './flake#darwinConfigurations.*',
        './flake#nixosConfigurations.pi',
        './flake#devShells.{system}.default',
        './flake#apps.*'
      ],
      { systems: ['x86_64-linux', 'x86_64-darwin'] }
    )
    expect(found.attributes.map(({ name, system }) => [name, system])).toEqual([
      ['hydraJobs.linux', 'x86_64-linux'],
      ['nixosConfigurations.pi', 'aarch64-linux'],
      ['devShells.default', 'x86_64-linux']
    ])
    expect(reasons(found)).toEqual([
      ['./flake#devShells.{system}.default', expect.stringContaining('devShells.x86_64-darwin')],
      ['./flake#apps.*', expect.stringContaining('apps.x86_64-darwin')]
    ])
    expect(found.notes).toEqual([
      '`systems` does not name aarch64-darwin, and leaves out 2 attributes: `./flake#hydraJobs.mac` and `./flake#darwinConfigurations.old.system`.'
    ])
    const none = await evaluate(['./flake#apps.*'])
    expect(none.notes).toEqual(['Nothing to build was found for `./flake#apps.*`.'])
  })

  test('what `exclude` names is not even evaluated, and a line that names nothing is told', async () => {
    const found = await evaluate(
      [
        './flake#packages.*',
        './flake#nixosConfigurations.*',
        './flake#legacyPackages.*',
        './flake#nixosConfigurations.empty',
        './flake#a',
        './flake#hydraJobs.*'
      ],
      {
        // What is in a set in a set is left out when it was evaluated.
        exclude: [
          ...['packages.*.docs', 'packages.aarch64-linux.a', '.#nixosConfigurations.a*s'],
          ...['nixosConfigurations.e{system}', 'legacyPackages.{system}.aborts', 'hydraJobs'],
          ...['legacyPackages.*.scope.b', 'legacyPackages.*.gone', 'checks.*.x']
        ]
      }
    )
    expect(found.attributes.map(({ name, system }) => [name, system])).toEqual([
      ['a', 'x86_64-linux'],
      ['b', 'x86_64-linux'],
      ['nixosConfigurations.pi', 'aarch64-linux'],
      ['nixosConfigurations.web', 'x86_64-linux'],
      ['scope.a', 'x86_64-linux'],
      ['a', 'x86_64-linux']
    ])
    expect(found.failures).toEqual([])
    expect(found.notes.filter((note) => note.includes('exclude'))).toEqual([
      '`exclude` names `legacyPackages.*.gone`, and nothing that was asked for is that.',
      '`exclude` names `checks.*.x`, and nothing that was asked for is that.'
    ])
    const plain = await evaluate(['./flake#packages.*'], { exclude: ['packages.*.docs'] })
    expect(plain.failures).toEqual([])
    // The names, and the rest.
    expect(evaluations).toBe(2)
  })
})

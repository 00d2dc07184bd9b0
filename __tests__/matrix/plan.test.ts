/** `mode: matrix` with `output-directory`: who builds what, and what the jobs are given. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importStreams } from '../../src/build-plan/import.ts'
import { readPlan } from '../../src/build-plan/parse.ts'
import type { BuildPlan } from '../../src/build-plan/plan.ts'
import { readEnvironment } from '../../src/environment.ts'
import { readSecrets } from '../../src/inputs/secrets.ts'
import { silentLog } from '../../src/log.ts'
import { parseMatrixInputs } from '../../src/matrix/inputs.ts'
import { makeMatrix } from '../../src/matrix/matrix.ts'
import type { MatrixReport } from '../../src/matrix/report/types.ts'
import { dryRun } from '../../src/nix/dry-run.ts'
import { expectNix } from '../../src/nix/run.ts'
import { makeStore } from '../../src/nix/substitute.ts'
import type { Nix } from '../../src/nix/types.ts'
import { invalidPaths } from '../../src/nix/validity.ts'
import { allNixes, removeFolder } from '../support/nix.ts'
import { output } from '../support/program.ts'

/** 40 packages that share 12, of which one is never the same; one package of another system is needed by two; one is imported from. */
const flake = (salt: string): string => `{
  outputs = { self }:
    let
      build = name: more: derivation ({
        inherit name;
        system = "x86_64-linux";
        builder = "/bin/sh";
        args = [ "-c" "echo \$name ${salt} > \$out; exit 0" ];
      } // more);
      shared = n: build "shared-\${toString n}" (
        if n == 0 then { random = "yes"; }
        else if n == 1 then {
          outputHashMode = "flat"; outputHashAlgo = "sha256";
          outputHash = builtins.hashString "sha256" "\${toString n} ${salt}\\n";
          args = [ "-c" "echo '\${toString n} ${salt}' > \$out; exit 0" ];
        }
        else if n == 2 then { requiredSystemFeatures = [ "big-parallel" ]; }
        else { });
      foreign = build "foreign" { system = "aarch64-linux"; };
      imported = build "imported" { args = [ "-c" "echo 3 > \$out; exit 0" ]; };
    in {
      packages.x86_64-linux = builtins.listToAttrs (builtins.genList (n: {
        name = "p\${toString n}";
        value = build "p\${toString n}" {
          cached = if n == 39 then self.cached else "";
          inputs = builtins.genList (k: shared (builtins.bitAnd (n + k) 3 + 4 * (n / 14))) 3
            ++ (if n < 2 then [ foreign ] else [ ])
            ++ (if n == 3 then [ imported ] else [ ]);
          text = if n == 3 then toString (import imported)
            else if n == 4 then builtins.toFile "text" "${salt}" else "";
        };
      }) 40);
      cached = build "cached" { args = [ "-c" "head -c 3000000 /dev/zero > \$out; exit 0" ]; PATH = "/bin:/usr/bin"; };
      late.x86_64-linux.late = build "late" {
        arm = build "middle" { system = "aarch64-linux"; x86 = build "early" { }; };
      };
      late.x86_64-linux.early = build "early" { };
      twice = build "twice" { outputs = [ "out" "dev" ]; args = [ "-c" "echo ${salt} > \$out; echo > \$dev; exit 0" ]; };
      packages.aarch64-linux.arm = build "arm" { system = "aarch64-linux"; inputs = [ foreign ]; };
    };
}`

describe.each(allNixes)('with $name', ({ makeFolder, open, root }) => {
  let folder: string
  /** The target and scratch lie beside the flake: Nix copies the flake's folder while Git still writes there. */
  let beside: string
  let nix: Nix
  let report: MatrixReport
  let plan: BuildPlan
  beforeAll(async () => {
    folder = makeFolder()
    writeFileSync(join(folder, 'flake.nix'), flake(folder))
    beside = makeFolder()
    const opened = await open(folder)
    // A cache that has one thing, and this machine's store has it as well.
    const cache = `file://${join(folder, 'cache').slice(root.length)}`
    const config = `${opened.env['NIX_CONFIG'] ?? ''}\nsubstituters = ${cache}\nrequire-sigs = false`
    nix = { ...opened, env: { ...opened.env, NIX_CONFIG: config } }
    await expectNix(nix, { program: 'nix', args: ['build', '--no-link', '.#cached'] })
    await expectNix(nix, { program: 'nix', args: ['copy', '--to', cache, '.#cached'] })
    await output('git', [
      ...['init', '--quiet', '--bare', '--initial-branch=main', join(beside, 'target')]
    ])
    ;({ report } = await matrix({
      'row-weight': '12',
      'output-directory': 'plan',
      'runner-map': 'x86_64-linux+big-parallel=big'
    }))
    plan = readPlan(join(folder, 'plan'))
  })
  afterAll(async () => {
    for (const each of [folder, beside]) await removeFolder(each)
  })

  function matrix(inputs: Record<string, string>): ReturnType<typeof makeMatrix> {
    const given = Object.entries({
      ...{ 'flake-attribute': '.#packages.*', 'target-repository': join(beside, 'target') },
      ...{ systems: 'x86_64-linux aarch64-linux', ...inputs }
    }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    const environment = readEnvironment({
      ...nix.env,
      GITHUB_WORKSPACE: folder,
      ...(Object.fromEntries(given) as Record<string, string>)
    })
    return makeMatrix({
      inputs: parseMatrixInputs(
        environment,
        readSecrets(environment, () => undefined)
      ),
      scratch: mkdtempSync(join(beside, 'scratch-')),
      environment,
      log: silentLog,
      timings: []
    })
  }

  test('each derivation is built by one row, what several rows need by the first wave, and what is here or in a cache by none', () => {
    expect(report.failures).toEqual([])
    const builds = report.rows.flatMap((row) => row.builds)
    const shared = Array.from({ length: 12 }, (_, n) => `shared-${n}`)
    const packages = Array.from({ length: 40 }, (_, n) => `p${n}`)
    expect(builds.toSorted()).toEqual([...packages, ...shared, 'arm', 'foreign'].sort())
    const first = report.rows.filter(({ wave }) => wave === 1)
    expect(first.flatMap(({ handsOn }) => handsOn).sort()).toEqual([...shared, 'foreign'].sort())
    expect(first.map(({ system, os }) => [system, os]).sort()).toEqual([
      ['aarch64-linux', 'ubuntu-24.04-arm'],
      ['x86_64-linux', 'big'],
      ['x86_64-linux', 'ubuntu-24.04']
    ])
    expect(report.rows.every(({ weight }) => weight <= 12)).toBe(true)
  })

  test('the row that needs what a cache has tells how much it fetches', () => {
    const fetching = report.rows.filter(({ fetches }) => fetches !== 0)
    expect(fetching.map(({ builds }) => builds.includes('p39'))).toEqual([true])
    expect(fetching[0]?.fetches).toBeGreaterThan(2_900_000)
    expect(fetching[0]?.fetches).toBeLessThan(3_100_000)
  })

  test('the plan says of each row what it takes and from whom', () => {
    expect(plan.rows.map(({ id }) => id)).toEqual(report.rows.map(({ row }) => row))
    const handed = new Map(
      plan.rows.flatMap(({ id, handsOn }) => handsOn.map((path) => [path, id] as const))
    )
    const takes = plan.rows.flatMap((row) => row.takes)
    expect(new Set(takes.map(({ storePath }) => storePath))).toEqual(new Set(handed.keys()))
    for (const { storePath, row } of takes) expect(handed.get(storePath)).toBe(row)
    const rows = new Map(report.rows.map(({ row, takes: text = '' }) => [row, text]))
    for (const row of plan.rows) {
      const givers = [...new Set(row.takes.map((taken) => taken.row))].sort()
      expect(rows.get(row.id)).toBe(givers.join('|'))
    }
  })

  test('the plan tells of a source what an export leaves out', () => {
    const origins = plan.streams.flatMap((stream) => stream.origins)
    expect(origins).toEqual([
      {
        storePath: expect.stringMatching(/-text$/),
        signatures: [],
        ca: expect.stringMatching(/^text:sha256:/)
      }
    ])
  })

  test('its streams bring every derivation of a row into an empty store, and what evaluation built', async () => {
    const files = plan.streams.map(({ file }) => file)
    expect(files).toContain('common.export.zst')
    expect(files).toContain('system-x86_64-linux.export.zst')
    expect(files).toContain(`row-${plan.rows.at(-1)?.id ?? ''}.export.zst`)
    const row = plan.rows.find(({ attributes }) => attributes.some(({ name }) => name === 'p3'))
    if (row === undefined) throw new Error('no row')
    const { store, env } = await makeStore(join(folder, 'imported'))
    const place: Nix = { ...nix, env: { ...nix.env, ...env, NIX_REMOTE: store } }
    await importStreams(place, join(folder, 'plan'), plan, row)
    const wanted = [...row.builds, ...row.attributes.map(({ drvPath }) => drvPath)]
    expect(await invalidPaths(place, wanted)).toEqual(new Set())
    const { builds } = await dryRun(
      place,
      row.attributes.map(({ drvPath }) => `${drvPath}!out`)
    )
    const taken = row.takes.map(({ drvPath }) => drvPath)
    expect([...builds].filter((path) => !taken.includes(path)).sort()).toEqual(row.builds)
  })

  test('two attributes of one derivation are one row, and what would take three waves is told and has none', async () => {
    await expectNix(nix, {
      program: 'nix',
      args: ['build', '--no-link', '.#twice.out', '.#twice.dev']
    })
    const lines = ['.#twice^out', '.#twice^dev', '.#late.x86_64-linux.*']
    const { report: odd, error } = await matrix({
      'flake-attribute': lines.join('\n'),
      'output-directory': 'odd'
    })
    expect(odd.rows.map(({ attribute, builds }) => [attribute, builds])).toEqual([
      ['.#twice^out\n.#twice^dev', []],
      ['.#late.x86_64-linux.early', ['early']]
    ])
    expect(readPlan(join(folder, 'odd')).rows).toHaveLength(2)
    expect(error).toMatchObject({ code: 'SYSTEM_FOREIGN', subject: '.#late.x86_64-linux.late' })
    expect(error?.reason).toContain('it needs middle for aarch64-linux, which needs early')
  })

  test('a plan of nothing is one, and has no rows', async () => {
    const { report: nothing } = await matrix({
      'flake-attribute': '.#packages.*',
      exclude: '*',
      'output-directory': 'nothing'
    })
    expect(nothing.rows).toEqual([])
    expect(readPlan(join(folder, 'nothing'))).toEqual({ rows: [], streams: [] })
  })

  test('without a folder for it the parts are the rows, and what is too heavy is told', async () => {
    const { report: without } = await matrix({ 'row-weight': '12' })
    expect(without.rows.map(({ pnames }) => pnames.length)).toEqual([14, 14, 12, 1])
    expect(without.rows.every(({ row, takes, wave }) => !row && !takes && wave === 2)).toBe(true)
    expect(without.notes).toEqual([
      expect.stringMatching(/^3 rows weigh more than `row-weight` \(12\): 14 attributes, p0/)
    ])
  })
})

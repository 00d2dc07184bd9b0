/** `mode: matrix` with `output-directory`: who builds what, and what the jobs are given. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { planPath, type BuildPlan } from '../../src/build-plan/plan.ts'
import { readEnvironment } from '../../src/environment.ts'
import { readSecrets } from '../../src/inputs/secrets.ts'
import { silentLog } from '../../src/log.ts'
import { parseMatrixInputs } from '../../src/matrix/inputs.ts'
import { makeMatrix } from '../../src/matrix/matrix.ts'
import type { MatrixReport } from '../../src/matrix/report/types.ts'
import type { Nix } from '../../src/nix/types.ts'
import { testNixes, removeFolder } from '../support/nix.ts'
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
      imported = build "imported" { args = [ "-c" "echo '{ text = ''yes''; }' > \$out; exit 0" ]; };
    in {
      packages.x86_64-linux = builtins.listToAttrs (builtins.genList (n: {
        name = "p\${toString n}";
        value = build "p\${toString n}" {
          inputs = builtins.genList (k: shared (builtins.bitAnd (n + k) 3 + 4 * (n / 14))) 3
            ++ (if n < 2 then [ foreign ] else [ ])
            ++ (if n == 3 then [ imported ] else [ ]);
          text = if n == 3 then (import imported).text else "";
        };
      }) 40);
      packages.aarch64-linux.arm = build "arm" { system = "aarch64-linux"; inputs = [ foreign ]; };
    };
}`

describe.each(testNixes)('with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let report: MatrixReport
  let plan: BuildPlan
  beforeAll(async () => {
    folder = makeFolder()
    writeFileSync(join(folder, 'flake.nix'), flake(folder))
    mkdirSync(join(folder, 'scratch'))
    nix = await open(folder)
    const target = join(folder, 'target')
    await output('git', ['init', '--quiet', '--bare', '--initial-branch=main', target])
    ;({ report } = await matrix({ 'row-weight': '12', 'output-directory': 'plan' }))
    plan = JSON.parse(readFileSync(join(folder, 'plan', planPath), 'utf8')) as BuildPlan
  })
  afterAll(() => removeFolder(folder))

  async function matrix(inputs: Record<string, string>): ReturnType<typeof makeMatrix> {
    const given = Object.entries({
      ...{ 'flake-attribute': '.#packages.*', 'target-repository': join(folder, 'target') },
      ...{ systems: 'x86_64-linux aarch64-linux', ...inputs }
    }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    const environment = readEnvironment({
      ...nix.env,
      GITHUB_WORKSPACE: folder,
      ...(Object.fromEntries(given) as Record<string, string>)
    })
    const secrets = readSecrets(environment, () => undefined)
    return makeMatrix({
      inputs: parseMatrixInputs(environment, secrets),
      scratch: mkdtempSync(join(folder, 'scratch/')),
      environment,
      log: silentLog,
      timings: []
    })
  }

  test('each derivation is built by one row, and what several rows need by the first wave', () => {
    const builds = report.rows.flatMap((row) => row.builds)
    expect(builds.filter((name) => !/^p\d+$/.test(name)).sort()).toEqual(
      ['arm', 'foreign', ...Array.from({ length: 12 }, (_, n) => `shared-${n}`)].sort()
    )
    expect(new Set(builds).size).toBe(builds.length)
    expect(plan.rows.map(({ id }) => id)).toEqual(report.rows.map(({ row }) => row))
  })
})

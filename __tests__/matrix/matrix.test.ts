/** `mode: matrix` without a runner: a flake, a target, and what the jobs of its rows find. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEnvironment } from '../../src/environment.ts'
import { readSecrets } from '../../src/inputs/secrets.ts'
import { silentLog, type Log } from '../../src/log.ts'
import { parseMatrixInputs } from '../../src/matrix/inputs.ts'
import { makeMatrix } from '../../src/matrix/matrix.ts'
import { heldIn, matrixOutputs, renderMatrixSummary } from '../../src/matrix/report/summary.ts'
import type { MatrixReport } from '../../src/matrix/report/types.ts'
import { evaluateInstallables } from '../../src/nix/evaluate.ts'
import type { Nix } from '../../src/nix/types.ts'
import type { MatrixRow } from '../../src/publish/expected-rows.ts'
import { parsePublishInputs } from '../../src/publish/inputs.ts'
import { publish } from '../../src/publish/publish.ts'
import type { PublishRun } from '../../src/publish/run.ts'
import type { Reported } from '../../src/run.ts'
import { testNixes } from '../support/nix.ts'
import { output } from '../support/program.ts'

/** More than GitHub takes as rows, in several parts of an evaluation; each of these takes seconds. */
const howMany = process.env['NAR_PUBLISH_LONG_TESTS'] === '1' ? 5000 : 1500

/** What names may be called, and GitHub and Nix must carry: each is the salt of its derivation. */
const hostileNames = [
  ...[
    'plain',
    'a.b',
    'a b',
    ' lead',
    '100%',
    'a%20b',
    'a#b',
    'a?b',
    'a^out',
    '{system}',
    '*',
    '..'
  ],
  ...['$(touch pwned)', '`id`', '${{ secrets.X }}', '-x', "it's", 'back\\slash', 'two\nlines'],
  ...['::error::no', 'ünï', '日本', '\u2028', '\u200b', '<b>&amp;</b>']
]

/** `names.json` beside it has the names of `hostile`. */
const flake = (salt: string): string => `{
  outputs = { self }:
    let
      package = system: name: salt: derivation {
        inherit system salt;
        name = "\${name}-1.0";
        builder = "/bin/sh";
        args = [ "-c" "echo ${salt} > $out; exit 0" ];
      };
      of = system: {
        packages = rec {
          default = same;
          same = package system "same" "";
          also-same = same;
          other = package system "other" "";
          throws = throw "thrown on purpose";
        };
        good = { inherit (self.packages.\${system}) same other; };
        hostile = builtins.listToAttrs (map (name: { inherit name; value = package system "x" name; })
          (builtins.fromJSON (builtins.readFile ./names.json)));
        many = builtins.listToAttrs (builtins.genList (n: {
          name = "a-package-with-a-long-name-\${toString n}";
          value = package system "many" (toString n);
        }) ${howMany});
        elsewhere.strange = package "riscv64-linux" "strange" "";
      };
      systems = map of [ "x86_64-linux" "aarch64-linux" ];
      bySystem = what: { x86_64-linux = (of "x86_64-linux").\${what}; aarch64-linux = (of "aarch64-linux").\${what}; };
    in {
      packages = bySystem "packages";
      hydraJobs = bySystem "good";
      hostile = bySystem "hostile";
      many = bySystem "many";
      elsewhere = bySystem "elsewhere";
    };
}`

describe.each(testNixes)('with $name', ({ makeFolder, open }) => {
  let folder: string
  /** Targets and scratch lie beside the flake: Nix copies the flake's folder while Git still writes there. */
  let beside: string
  let nix: Nix
  /** Of the run before. */
  let commands: string[]
  beforeAll(async () => {
    folder = makeFolder()
    writeFileSync(join(folder, 'flake.nix'), flake(folder))
    writeFileSync(join(folder, 'names.json'), JSON.stringify(hostileNames))
    beside = makeFolder()
    nix = await open(folder)
  })
  afterAll(() => {
    for (const each of [folder, beside]) rmSync(each, { recursive: true })
  })

  async function newTarget(): Promise<string> {
    const target = mkdtempSync(join(beside, 'target-'))
    await output('git', ['init', '--quiet', '--bare', '--initial-branch=main', target])
    await output('git', ['-C', target, 'config', 'uploadpack.allowFilter', 'true'])
    return target
  }

  /** Of a step with these inputs. */
  function place(inputs: Record<string, string>) {
    const given = Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.toUpperCase()}`,
      value
    ])
    const environment = readEnvironment({
      ...nix.env,
      GITHUB_WORKSPACE: folder,
      ...(Object.fromEntries(given) as Record<string, string>)
    })
    const scratch = mkdtempSync(join(beside, 'scratch-'))
    const log: Log = { ...silentLog, debug: (line) => commands.push(line) }
    return { environment, scratch, log, timings: [] }
  }

  function matrix(inputs: Record<string, string>): Promise<Reported<MatrixReport>> {
    commands = []
    const run = place({ systems: 'x86_64-linux', ...inputs })
    const secrets = readSecrets(run.environment, () => undefined)
    return makeMatrix({ ...run, inputs: parseMatrixInputs(run.environment, secrets) })
  }

  function publishRun(inputs: Record<string, string>): PublishRun {
    const run = place(inputs)
    const secrets = readSecrets(run.environment, () => undefined)
    return { ...run, inputs: parsePublishInputs(run.environment, secrets) }
  }

  /** As fromJSON gives it to the jobs. */
  function rowsOf({ report }: Reported<MatrixReport>): MatrixRow[] {
    const { matrix: text = '' } = matrixOutputs(report)
    return (JSON.parse(text) as { include: MatrixRow[] }).include
  }

  test('names of one derivation make one row, and `default` names none that has another name', async () => {
    const target = await newTarget()
    const found = await matrix({ 'target-repository': target, 'flake-attribute': '.#packages.*' })
    expect(rowsOf(found).map(({ name }) => name)).toEqual(['also-same', 'other'])
  })

  test('a system that no line is for is told', async () => {
    const { report } = await matrix({
      ...{ 'target-repository': await newTarget(), systems: 'x86_64-linux aarch64-linux' },
      'flake-attribute': '.#packages.x86_64-linux.same'
    })
    expect(report.rows).toHaveLength(1)
    const said = 'Nothing that was asked for is for aarch64-linux, which'
    expect(report.notes).toEqual([expect.stringContaining(said)])
    expect(renderMatrixSummary(report)).toContain(`> **Note:** ${said} \`systems\` names`)
  })

  test('what does not evaluate fails the run when the others are in the matrix, or is a warning', async () => {
    const target = await newTarget()
    const inputs = { 'target-repository': target, 'flake-attribute': '.#packages.*\n.#nowhere' }
    const strict = await matrix(inputs)
    expect(rowsOf(strict)).toHaveLength(2)
    expect(strict.error).toMatchObject({ code: 'EVALUATION_FAILED' })
    expect(strict.error?.reason).toContain('thrown on purpose')
    expect(strict.error?.reason).toContain('the flake has nothing at')
    const relaxed = await matrix({ ...inputs, 'fail-on-eval-error': 'false' })
    expect(relaxed.error).toBeNull()
    expect(relaxed.report.failures).toEqual(strict.report.failures)
    expect(relaxed.report.failures).toHaveLength(2)
  })

  test('whatever an attribute is called, the job of its row evaluates that attribute', async () => {
    const target = await newTarget()
    const found = await matrix({
      'target-repository': target,
      'flake-attribute': '.#hostile.{system}.*'
    })
    expect(found.error).toBeNull()
    const rows = rowsOf(found)
    expect(rows).toHaveLength(hostileNames.length)
    for (const { name, attribute } of rows) {
      expect(name).toMatch(/^[\w.+@-]+$/)
      expect(attribute).toMatch(/^[ -~]+$/)
    }
    const expression = 'set: builtins.mapAttrs (_: value: value.drvPath) set'
    const wanted = JSON.parse(
      await output('nix', ['eval', '--json', '--apply', expression, '.#hostile.x86_64-linux'], {
        cwd: folder,
        env: nix.env
      })
    ) as Record<string, string>
    const { inputs } = publishRun({
      phase: 'pack',
      'target-repository': target,
      'output-directory': 'out',
      'flake-attribute': rows.map(({ attribute }) => attribute).join('\n')
    })
    if (inputs.phase !== 'pack') throw new Error('another phase')
    const { evaluated, failures } = await evaluateInstallables(nix, inputs.installables)
    expect(failures).toEqual([])
    expect(evaluated.map(({ drvPath }) => drvPath).sort()).toEqual(Object.values(wanted).sort())
  })

  test('more attributes than rows are found in parts of 250 and fit into 256 rows, the same each time', async () => {
    const target = await newTarget()
    const inputs = { 'target-repository': target, 'flake-attribute': '.#many.{system}.*' }
    const [first, second] = [await matrix(inputs), await matrix(inputs)]
    const evaluations = commands.filter((line) => line.startsWith('nix eval'))
    expect(evaluations.length).toBeLessThanOrEqual(1 + howMany / 250)
    const rows = rowsOf(first)
    expect(rows.length).toBeLessThanOrEqual(256)
    const lines = rows.flatMap(({ attribute }) => attribute.split('\n'))
    expect(new Set(lines).size).toBe(howMany)
    const each = Math.ceil(howMany / 256)
    expect(rows.every(({ attribute }) => Math.abs(attribute.split('\n').length - each) <= 1)).toBe(
      true
    )
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
    expect(matrixOutputs(second.report)).toEqual(matrixOutputs(first.report))
    // As UTF-16, of what all outputs of a job may have together.
    const { matrix: json = '', expected = '' } = matrixOutputs(first.report)
    expect(2 * (json.length + expected.length)).toBeLessThan(2 ** 20)
  })

  test('what the target holds with such a closure has no row, and when that is all there is no job', async () => {
    const target = await newTarget()
    const own = '.#hydraJobs.x86_64-linux.'
    const inputs = { 'target-repository': target, 'flake-attribute': `${own}same\n${own}other` }
    const names = async (more: Record<string, string> = {}) => {
      const found = await matrix({ ...inputs, ...more })
      expect(found.report.failures).toEqual([])
      return rowsOf(found).map(({ name }) => name)
    }
    const bring = async (attribute: string, closure: string) => {
      const more = { 'flake-attribute': attribute, closure, verify: 'none' }
      const { error } = await publish(publishRun({ ...inputs, ...more }))
      expect(error).toBeNull()
    }
    expect(await names()).toEqual(['same', 'other'])
    await bring(`${own}same`, 'bare')
    expect(await names({ closure: 'bare' })).toEqual(['other'])
    expect(await names({ closure: 'binary' })).toEqual(['same', 'other'])
    await bring(`${own}same\n${own}other`, 'binary')
    const none = await matrix(inputs)
    expect(matrixOutputs(none.report)).toMatchObject({
      matrix: '{"include":[]}',
      'any-jobs': 'false'
    })
    expect(none.error).toBeNull()
    expect(heldIn(none.report)).toEqual([`${own}same`, `${own}other`])
    expect(await names({ closure: 'cache' })).toEqual(['same', 'other'])
  })

  test('the runner is that of the derivation’s own system, and one without a runner is told', async () => {
    const target = await newTarget()
    const inputs = {
      'target-repository': target,
      'flake-attribute': '.#elsewhere.{system}.*\n.#packages.{system}.other'
    }
    const found = await matrix(inputs)
    expect(rowsOf(found).map(({ name }) => name)).toEqual(['other'])
    expect(found.error).toMatchObject({ code: 'SYSTEM_FOREIGN' })
    const both = await matrix({ ...inputs, 'runner-map': 'riscv64-linux=[self-hosted, riscv64]' })
    expect(both.error).toBeNull()
    expect(rowsOf(both).map(({ system, os }) => [system, os])).toEqual([
      ['riscv64-linux', ['self-hosted', 'riscv64']],
      ['x86_64-linux', 'ubuntu-24.04']
    ])
  })
})

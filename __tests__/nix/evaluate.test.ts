import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluateInstallables, type Evaluation } from '../../src/nix/evaluate.ts'
import type { EvaluatedInstallable, Nix } from '../../src/nix/types.ts'
import { expectNix } from '../../src/nix/run.ts'
import { invalidPaths } from '../../src/nix/validity.ts'
import { output } from '../support/program.ts'
import { copyFlake, removeFolder, testNixes, thisMachine } from '../support/nix.ts'

const oddName = `.#"odd name $(x)'"`

describe.each(testNixes)('evaluating with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let result: Evaluation

  const asked = [
    '.#hello',
    '.',
    '.#multi',
    '.#multi^dev,doc',
    '.#multi^*',
    '.#multi^dev,man',
    '.#split',
    '.#split.dev',
    '.#split.dev^*',
    '.#split.dev^out',
    '.#multi.dev',
    oddName,
    '.#oddFields',
    '.#handMade',
    '.#packages.aarch64-linux.hello',
    '.#contentAddressed',
    '.#throws',
    '.#list',
    '.#text',
    '.#attributes',
    '.#helo',
    '.#$(touch pwned)',
    '.#`touch pwned`; touch pwned',
    './no such dir#x',
    '--impure',
    ''
  ]

  beforeAll(async () => {
    folder = makeFolder()
    copyFlake(folder)
    nix = await open(folder)
    result = await evaluateInstallables(nix, asked)
  })
  afterAll(() => removeFolder(folder))

  const evaluated = (installable: string): EvaluatedInstallable | undefined =>
    result.evaluated.find((one) => one.installable === installable)
  const failure = (installable: string): { code: string; reason: string } | undefined =>
    result.failures.find((one) => one.installable === installable)?.error

  test('says of a file that is missing in a checkout that Git may not track it', async () => {
    const checkout = join(folder, 'checkout')
    mkdirSync(checkout)
    writeFileSync(join(checkout, 'new.nix'), '1')
    writeFileSync(
      join(checkout, 'flake.nix'),
      '{ outputs = _: { missing = import ./new.nix; thrown = throw "no"; }; }'
    )
    await output('git', ['init', '--quiet', checkout])
    await output('git', ['-C', checkout, 'add', 'flake.nix'])
    const { failures } = await evaluateInstallables(await open(checkout), ['.#missing', '.#thrown'])
    expect(failures.map(({ error }) => error.hint.includes('(`git add`)'))).toEqual([true, false])
  })

  test('says what is built of a configuration, which is a set', async () => {
    const flake = join(folder, 'machines')
    mkdirSync(flake)
    writeFileSync(
      join(flake, 'flake.nix'),
      '{ outputs = _: { nixosConfigurations."a.b".config = { }; homeConfigurations.al.x = 1; sets.a.b = 1; }; }'
    )
    const names = ['.#nixosConfigurations."a.b"', '.#homeConfigurations.al', '.#sets.a']
    const { failures } = await evaluateInstallables(await open(flake), names)
    expect(
      failures.map(({ error }) => /^What .*?\. (?=Try)/.exec(error.hint)?.[0] ?? null)
    ).toEqual([
      'What is built of it is `.#nixosConfigurations."a.b".config.system.build.toplevel`. ',
      'What is built of it is `.#homeConfigurations.al.activationPackage`. ',
      null
    ])
  })

  test('answers for each installable once, in the order asked', () => {
    const order = (installable: string): number => asked.indexOf(installable)
    const good = result.evaluated.map(({ installable }) => order(installable))
    const bad = result.failures.map(({ installable }) => order(installable))
    expect(good).toEqual(good.toSorted((a, b) => a - b))
    expect(bad).toEqual(bad.toSorted((a, b) => a - b))
    expect([...good, ...bad].sort((a, b) => a - b)).toEqual([...asked.keys()])
  })

  test('tells names, system, outputs and main program of a package', () => {
    expect(evaluated('.#hello')).toEqual({
      installable: '.#hello',
      drvPath: expect.stringMatching(/^\/nix\/store\/\w{32}-hello-1\.0-\w+\.drv$/),
      name: expect.stringMatching(/^hello-1\.0-\w+$/),
      pname: 'hello',
      version: '1.0',
      system: 'x86_64-linux',
      outputs: [
        { name: 'out', path: expect.stringMatching(/^\/nix\/store\/\w{32}-hello-1\.0-\w+$/) }
      ],
      mainProgram: 'hello'
    })
    expect(evaluated('.')?.drvPath).toBe(evaluated('.#hello')?.drvPath)
  })

  test('leaves the .drv files in the store and nothing else', async () => {
    const drvPaths = result.evaluated.map(({ drvPath }) => drvPath)
    expect(await invalidPaths(nix, drvPaths)).toEqual(new Set())
    const outputs = result.evaluated.flatMap(({ outputs }) => outputs.map(({ path }) => path))
    expect(await invalidPaths(nix, outputs)).toEqual(new Set(outputs))
    expect(readdirSync(folder).filter((name) => /result|pwned/.test(name))).toEqual([])
  })

  test('takes all outputs, or those after ^, in the derivation’s order', () => {
    const names = (installable: string): string[] | undefined =>
      evaluated(installable)?.outputs.map(({ name }) => name)
    expect(names('.#multi')).toEqual(['out', 'dev', 'doc'])
    expect(names('.#multi^*')).toEqual(['out', 'dev', 'doc'])
    expect(names('.#multi^dev,doc')).toEqual(['dev', 'doc'])
    expect(names('.#split')).toEqual(['out', 'dev', 'doc'])
    expect(failure('.#multi^dev,man')).toMatchObject({
      code: 'EVALUATION_FAILED',
      reason: 'it has no output "man"; it has out, dev, doc'
    })
  })

  test('takes the output that nixpkgs marks as the one that the attribute is, as `nix build` does', async () => {
    const names = (installable: string): string[] | undefined =>
      evaluated(installable)?.outputs.map(({ name }) => name)
    expect(names('.#split.dev')).toEqual(['dev'])
    expect(names('.#split.dev^*')).toEqual(['out', 'dev', 'doc'])
    expect(names('.#split.dev^out')).toEqual(['out'])
    const args = ['build', '--json', '--dry-run', '--', '.#split.dev', '.#multi.dev']
    const json = await expectNix(nix, { program: 'nix', args })
    const [marked, unmarked] = JSON.parse(json) as { outputs: Record<string, string> }[]
    expect(Object.keys(marked?.outputs ?? {})).toEqual(['dev'])
    // Before 2.9 Nix took any output's attribute for that output, and since then for the derivation.
    const isOldNix = nix.version.major === 2 && nix.version.minor < 9
    expect(Object.keys(unmarked?.outputs ?? {})).toEqual([isOldNix ? 'dev' : 'out'])
    expect(names('.#multi.dev')).toEqual(isOldNix ? ['dev'] : ['out', 'dev', 'doc'])
  })

  test('falls back to the derivation’s name where fields are missing or of another type', () => {
    expect(evaluated('.#multi')).toMatchObject({ pname: 'multi', mainProgram: null })
    expect(evaluated('.#multi')?.version).toMatch(/^2\.0-\w+$/)
    expect(evaluated('.#oddFields')).toMatchObject({ pname: 'odd-fields', mainProgram: null })
    expect(evaluated('.#oddFields')?.version).toMatch(/^3\.1-\w+$/)
    expect(evaluated('.#oddFields')?.outputs).toHaveLength(1)
    expect(evaluated('.#handMade')?.outputs).toEqual(evaluated('.#hello')?.outputs)
    expect(evaluated(oddName)?.name).toMatch(/^odd\+name_\?=1\.0-/)
  })

  test('evaluates for a system that this machine is not', () => {
    expect(evaluated('.#packages.aarch64-linux.hello')?.system).toBe('aarch64-linux')
  })

  test.each([
    ['.#list', /^it is a list, not a derivation$/],
    ['.#text', /^it is a string, not a derivation$/],
    ['.#attributes', /^it is a set, not a derivation; it has hello, multi$/],
    ['.#throws', /^this one throws on purpose( \(at flake\.nix:\d+:\d+\))?$/]
  ])('says of %s: %s', (installable, reason) => {
    expect(failure(installable)).toMatchObject({
      code: 'EVALUATION_FAILED',
      reason: expect.stringMatching(reason)
    })
  })

  test('refuses outputs whose path is not known before the build', () => {
    expect(failure('.#contentAddressed')?.reason).toContain('content-addressed derivations')
  })

  test('gives Nix’s reason for a missing attribute, with its proposal', () => {
    const { reason } = failure('.#helo') ?? {}
    expect(reason).toMatch(/does not provide attribute 'packages.x86_64-linux.helo'/)
    expect(reason).toMatch(/Did you mean hello\?$/)
  })

  test('passes shell syntax to Nix as data', () => {
    expect(failure('.#$(touch pwned)')?.code).toBe('EVALUATION_FAILED')
    expect(failure('.#`touch pwned`; touch pwned')?.code).toBe('EVALUATION_FAILED')
    expect(failure('./no such dir#x')?.code).toBe('EVALUATION_FAILED')
    expect(existsSync(`${folder}/pwned`)).toBe(false)
  })

  test('refuses options and empty text', () => {
    expect(failure('--impure')?.code).toBe('ATTRIBUTE_INVALID')
    expect(failure('')?.code).toBe('ATTRIBUTE_INVALID')
  })
})

test.each([
  ['nix-command', ''],
  ['flakes', 'nix-command']
])(
  'throws when the feature %s is switched off, as no installable can be evaluated',
  async (feature, features) => {
    const folder = thisMachine.makeFolder()
    try {
      copyFlake(folder)
      const nix = await thisMachine.open(folder)
      const env = { ...nix.env, NIX_CONFIG: `experimental-features = ${features}` }
      await expect(evaluateInstallables({ ...nix, env }, ['.#hello'])).rejects.toMatchObject({
        code: 'FLAKES_DISABLED',
        subject: feature
      })
    } finally {
      await removeFolder(folder)
    }
  }
)

test('asks again without Nix’s cache of evaluations when that is said to be torn', async () => {
  const folder = thisMachine.makeFolder()
  try {
    copyFlake(folder)
    const nix = await thisMachine.open(folder)
    const bin = join(folder, '.bin')
    mkdirSync(bin)
    const script = `#!/bin/sh
case "$*" in
  *eval-cache*) PATH=\${PATH#*:} exec nix "$@" ;;
esac
echo "error: attribute 'packages.x86_64-linux.hello' is unexpectedly missing" >&2
exit 1
`
    writeFileSync(join(bin, 'nix'), script, { mode: 0o755 })
    const env = { ...nix.env, PATH: `${bin}:${nix.env['PATH'] ?? ''}` }
    const { evaluated, failures } = await evaluateInstallables({ ...nix, env }, ['.#hello'])
    expect(failures).toEqual([])
    expect(evaluated).toHaveLength(1)
  } finally {
    await removeFolder(folder)
  }
})

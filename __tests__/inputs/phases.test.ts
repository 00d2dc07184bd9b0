import { describe, expect, test } from '@jest/globals'
import { readEnvironment } from '../../src/environment.ts'
import { NarPublishError } from '../../src/errors.ts'
import { parseInputs, type Inputs } from '../../src/inputs.ts'

const secretKey =
  'test-only-1:6A3EiMVeAg4k2zHATyDuMhcwpxrz3S9ffqMzt+hAmH6t/3H2NGpkf0Mfn0FT1fSnVLkPioeoboItNLvCSBkWyA=='

function inputsOf(inputs: Record<string, string>): Inputs {
  const environment = readEnvironment({
    GITHUB_REPOSITORY: 'alice/project',
    GITHUB_WORKSPACE: '/work',
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    )
  })
  return parseInputs(environment, () => undefined)
}

function errorOf(inputs: Record<string, string>): NarPublishError {
  try {
    inputsOf(inputs)
  } catch (error) {
    if (error instanceof NarPublishError) return error
    throw error
  }
  throw new Error('no error')
}

const pack = { phase: 'pack', 'flake-attribute': '.#hello' }
const commit = { phase: 'commit', packed: 'packed', token: 'tok' }
// As action.yml has them when a workflow leaves them out.
const defaults = { 'dry-run': 'false', 'fail-on-empty': 'false', closure: 'binary' }

describe('phase pack', () => {
  test('needs neither token nor key, and leaves its folder in the workspace', () => {
    expect(inputsOf({ ...defaults, ...pack })).toMatchObject({
      mode: 'publish',
      phase: 'pack',
      outputDirectory: '/work/nar-publish-out',
      installables: ['.#hello'],
      signingKeys: [],
      token: ''
    })
  })

  test.each([
    ['out', '/work/out'],
    ['./a/../b', '/work/b'],
    ['/tmp/out', '/tmp/out']
  ])('its folder %s is %s', (given, folder) => {
    expect(inputsOf({ ...pack, 'output-directory': given })).toMatchObject({
      outputDirectory: folder
    })
  })

  test.each(['..', '../out', 'a/../../out', '.'])('its folder is not %s', (given) => {
    expect(errorOf({ ...pack, 'output-directory': given })).toMatchObject({
      code: 'INPUT_INVALID',
      subject: 'input output-directory'
    })
  })
})

describe('phase commit', () => {
  test('takes folders, each once, and what is expected of them', () => {
    const row = { name: 'a', system: 'x86_64-linux', os: ['x'], attribute: '.#a\n.#b' }
    expect(
      inputsOf({
        ...defaults,
        ...commit,
        packed: 'one\n./one\n/two',
        systems: 'x86_64-linux',
        expected: JSON.stringify({ include: [row] })
      })
    ).toMatchObject({
      phase: 'commit',
      packed: ['/work/one', '/two'],
      expected: {
        systems: ['x86_64-linux'],
        rows: [{ name: 'a', system: 'x86_64-linux', attributes: ['.#a', '.#b'] }]
      }
    })
    expect(inputsOf(commit)).toMatchObject({ expected: { systems: null, rows: null } })
  })

  test.each(['[]', '{', '{"include":[{}]}', 'null'])('does not expect %s', (expected) => {
    expect(errorOf({ ...commit, expected })).toMatchObject({
      code: 'INPUT_INVALID',
      subject: 'input expected'
    })
  })

  test('needs folders, and a token', () => {
    expect(errorOf({ ...commit, packed: '' }).code).toBe('INPUT_MISSING')
    expect(errorOf({ ...commit, token: '' }).code).toBe('TOKEN_MISSING')
  })
})

describe('phase rebuild', () => {
  const rebuild = { phase: 'rebuild', plan: 'plan', packed: 'packed' }

  test('takes a plan and folders, and neither token nor target', () => {
    expect(inputsOf({ ...defaults, ...rebuild, systems: 'aarch64-linux' })).toEqual({
      ...{ mode: 'publish', phase: 'rebuild', plan: '/work/plan', packed: ['/work/packed'] },
      ...{ systems: ['aarch64-linux'], sample: 10, timeLimit: 3_600_000 },
      outputDirectory: '/work/nar-publish-out'
    })
  })

  test.each<[Record<string, string>, string, string]>([
    [{ plan: '' }, 'INPUT_MISSING', 'input plan'],
    [{ packed: '' }, 'INPUT_MISSING', 'input packed'],
    [{ 'rebuild-sample': '0' }, 'INPUT_INVALID', 'input rebuild-sample'],
    [{ 'rebuild-timeout': '5' }, 'INPUT_INVALID', 'input rebuild-timeout'],
    [{ 'signing-key': secretKey }, 'INPUT_INVALID', 'inputs signing-key and phase'],
    [{ 'target-repository': 'a/b' }, 'INPUT_INVALID', 'inputs target-repository and phase']
  ])('with %j is refused', (given, code, subject) => {
    expect(errorOf({ ...rebuild, ...given })).toMatchObject({ code, subject })
  })
})

describe('an input that a phase has no use for is refused, and both are named', () => {
  test.each<[Record<string, string>, string]>([
    [{ ...pack, 'signing-key': secretKey }, 'signing-key'],
    [{ ...pack, 'dry-run': 'true' }, 'dry-run'],
    [{ ...pack, packed: 'x' }, 'packed'],
    [{ ...commit, 'flake-attribute': '.#a' }, 'flake-attribute'],
    [{ ...commit, paths: '/nix/store/x' }, 'paths'],
    [{ ...commit, 'output-directory': 'x' }, 'output-directory'],
    [{ 'flake-attribute': '.#a', token: 'tok', packed: 'x' }, 'packed'],
    [{ 'flake-attribute': '.#a', token: 'tok', expected: '{}' }, 'expected']
  ])('%#', (inputs, name) => {
    const error = errorOf(inputs)
    expect(error).toMatchObject({ code: 'INPUT_INVALID', subject: `inputs ${name} and phase` })
    expect(error.message).not.toContain(secretKey)
  })
})

describe('mode matrix', () => {
  const matrix = { mode: 'matrix', 'flake-attribute': '.#a\n\n .#b\n.#a' }

  test('asks for the usual systems, reads a public target without a token, and fails on errors', () => {
    expect(inputsOf({ ...defaults, ...matrix })).toMatchObject({
      attributes: ['.#a', '.#b'],
      systems: {
        value: ['x86_64-linux', 'aarch64-linux', 'aarch64-darwin', 'x86_64-darwin'],
        source: 'default'
      },
      closure: 'binary',
      failOnEvalError: true,
      token: ''
    })
    expect(inputsOf({ ...matrix, 'fail-on-eval-error': 'false' })).toMatchObject({
      failOnEvalError: false
    })
  })

  test('wants a runner for each system that is named', () => {
    const riscv = { ...matrix, systems: 'riscv64-linux' }
    expect(errorOf(riscv)).toMatchObject({ code: 'INPUT_INVALID' })
    expect(inputsOf({ ...riscv, 'runner-map': 'riscv64-linux=mine' })).toMatchObject({
      systems: { value: ['riscv64-linux'], source: 'input' }
    })
  })

  test('wants attributes', () => {
    expect(errorOf({ mode: 'matrix' }).code).toBe('INPUT_MISSING')
  })
})

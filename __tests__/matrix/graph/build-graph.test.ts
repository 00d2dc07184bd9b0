import { expect, test } from '@jest/globals'
import { buildGraph, featuresOf, weightOf } from '../../../src/matrix/graph/build-graph.ts'
import { parseDerivations, type Derivation } from '../../../src/nix/derivations.ts'

const pathOf = (name: string): string => `/nix/store/${'0'.repeat(32)}-${name}.drv`

function derivation(
  name: string,
  more: { env?: Record<string, string>; system?: string; inputs?: string[]; hash?: string } = {}
): Derivation {
  const { env = {}, system = 'x86_64-linux', inputs = [], hash } = more
  const out = {
    path: pathOf(name).replace('.drv', ''),
    ...(hash ? { hash, hashAlgo: 'sha256' } : {})
  }
  const [read] = parseDerivations({
    [pathOf(name)]: {
      ...{ outputs: { out }, system, builder: '/bin/sh', args: [], env, inputSrcs: [] },
      inputDrvs: Object.fromEntries(inputs.map((input) => [pathOf(input), ['out']]))
    }
  })
  if (read === undefined) throw new Error('no derivation')
  return read
}

test.each<[string, number, Derivation]>([
  ['a build', 1, derivation('a')],
  [
    'what nixpkgs calls big',
    10,
    derivation('a', { env: { requiredSystemFeatures: 'kvm big-parallel' } })
  ],
  ['a download', 0.05, derivation('a', { hash: '0'.repeat(64) })],
  ['what is quicker made than fetched', 0.05, derivation('a', { env: { preferLocalBuild: '1' } })],
  ['what no cache is asked for', 0.05, derivation('a', { env: { allowSubstitutes: '' } })],
  [
    'the same with structured attributes',
    0.05,
    derivation('a', { env: { __json: '{"allowSubstitutes":false}' } })
  ],
  [
    'a build that says the opposite',
    1,
    derivation('a', { env: { preferLocalBuild: '', allowSubstitutes: '1' } })
  ]
])('%s weighs %d', (_what, weight, one) => {
  expect(weightOf(one)).toBe(weight)
})

test.each([
  ['kvm  big-parallel kvm', ['big-parallel', 'kvm']],
  ['', []]
])('the features of %j are %j', (text, features) => {
  expect(featuresOf(derivation('a', { env: { requiredSystemFeatures: text } }))).toEqual(features)
  const json = JSON.stringify({ requiredSystemFeatures: text.split(' ') })
  expect(featuresOf(derivation('a', { env: { __json: json } }))).toEqual(features)
})

test('what has no runner of its own is built where it is needed, and what is not to be built leads no further', () => {
  const derivations = new Map(
    [
      derivation('app', { inputs: ['source', 'wine', 'cached'] }),
      derivation('wine', { system: 'i686-linux', inputs: ['source'] }),
      derivation('source', { system: 'builtin' }),
      derivation('cached', { inputs: ['deep'] }),
      derivation('deep')
    ].map((one) => [one.drvPath, one])
  )
  const builds = new Set(['app', 'wine', 'source', 'deep'].map(pathOf))
  const graph = buildGraph({
    ...{ derivations, builds, targets: [pathOf('app'), pathOf('cached')] },
    hasRunner: (system) => system === 'x86_64-linux'
  })
  expect([...graph.values()].map(({ name, system, inputs }) => [name, system, inputs])).toEqual([
    ['app', 'x86_64-linux', [pathOf('source'), pathOf('wine')]],
    ['wine', 'x86_64-linux', [pathOf('source')]],
    ['source', 'x86_64-linux', []]
  ])
})

import { expect, test } from '@jest/globals'
import { readEnvironment } from '../../src/environment.ts'
import { parseRunnerMap, runnerFor, systemsOf } from '../../src/inputs/runner-map.ts'

const parse = (text: string) => parseRunnerMap(readEnvironment({ 'INPUT_RUNNER-MAP': text }))

const runners = parse(
  `x86_64-linux+kvm=metal x86_64-linux+nixos-test+kvm=[self-hosted, vm]
   x86_64-linux+big-parallel=large riscv64-linux=rv riscv64-linux+kvm=rv-metal`
)

test.each<[string, string[], unknown]>([
  ['x86_64-linux', [], 'ubuntu-24.04'],
  ['x86_64-linux', ['kvm'], 'metal'],
  ['x86_64-linux', ['nixos-test'], 'ubuntu-24.04'],
  ['x86_64-linux', ['nixos-test', 'kvm', 'uid-range'], ['self-hosted', 'vm']],
  ['x86_64-linux', ['uid-range'], 'ubuntu-24.04'],
  // Each has one of the two: the first that is written.
  ['x86_64-linux', ['big-parallel', 'kvm'], 'metal'],
  ['aarch64-linux', ['kvm'], 'ubuntu-24.04-arm'],
  ['riscv64-linux', ['kvm'], 'rv-metal'],
  ['s390x-linux', ['kvm'], undefined]
])('%s with %j is built on %j', (system, features, label) => {
  expect(runnerFor(runners, system, features)).toEqual(label)
})

test('a feature makes no system', () => {
  expect(systemsOf(runners)).toEqual([...systemsOf(parse('')), 'riscv64-linux'])
})

test('of two entries for the same features, in any order, the last one counts', () => {
  const twice = parse('x86_64-linux+b+a=one x86_64-linux+a+b+a=two')
  expect(runnerFor(twice, 'x86_64-linux', ['a', 'b'])).toBe('two')
  expect(twice.size).toBe(parse('').size + 1)
})

test.each([
  'x86_64-linux+=a',
  'x86_64-linux+k$m=a',
  '+kvm=a',
  'x86_64+kvm=a',
  // Nothing builds what does not need it.
  'riscv64-linux+kvm=a'
])('%j is refused', (text) => {
  expect(() => parse(text)).toThrow('INPUT_INVALID')
})

import { expect, test } from '@jest/globals'
import { readEnvironment, type Environment } from '../../src/environment.ts'
import { parseOmInputs, parsePins, parseUnpin } from '../../src/publish/pin-inputs.ts'

function environmentWith(inputs: Record<string, string>, refName?: string): Environment {
  return readEnvironment({
    GITHUB_WORKSPACE: '/work',
    ...(refName === undefined ? {} : { GITHUB_REF_NAME: refName }),
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    )
  })
}

const pinsOf = (pin: string, systems = ['x86_64-linux', 'aarch64-linux']) =>
  parsePins(environmentWith({ pin }), systems).map(({ name, path }) => `${name} → ${path}`)

test('the last `=` ends the name: a branch’s name cannot lead another pin elsewhere', () => {
  expect(pinsOf('main=./result')).toEqual(['main → ./result'])
  const branch = `main=/nix/store/${'a'.repeat(32)}-old/x`
  expect(pinsOf(`${branch}=./result`)).toEqual([`${branch} → ./result`])
})

test('`{system}` stands for each of the systems, in name and path', () => {
  expect(pinsOf('v1-{system}=.#packages.{system}.tool')).toEqual([
    'v1-x86_64-linux → .#packages.x86_64-linux.tool',
    'v1-aarch64-linux → .#packages.aarch64-linux.tool'
  ])
  expect(() => pinsOf('v1=.#packages.{system}.tool')).toThrow('one path for each name')
})

test('the same line twice is one pin, and names to unpin are told once', () => {
  expect(pinsOf('a=./x\n a = ./x \n\n')).toEqual(['a → ./x'])
  expect(parseUnpin(environmentWith({ unpin: 'b\na b\nb' }), [])).toEqual(['b', 'a b'])
})

test.each([
  [{}, 'feat/x', 'feat/x'],
  [{}, undefined, null],
  [{ 'pin-prefix': 'v1' }, 'main', 'v1'],
  [{ 'pin-prefix': 'none' }, 'main', null],
  [{}, 'none', 'none']
])('with %j on %s, the prefix is %s', (inputs, refName, pinPrefix) => {
  const environment = environmentWith({ 'om-results': 'om.json', ...inputs }, refName)
  expect(parseOmInputs(environment)).toEqual({ file: '/work/om.json', subflakes: [], pinPrefix })
})

test('without `om-results` there is nothing to read', () => {
  expect(parseOmInputs(environmentWith({}, 'main'))).toBeNull()
})

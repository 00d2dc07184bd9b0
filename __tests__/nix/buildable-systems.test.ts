import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { builderSystems, buildableSystems } from '../../src/nix/buildable-systems.ts'
import type { Nix } from '../../src/nix/nix.ts'
import { nixConfig, testNixes, thisMachine } from '../support/nix.ts'

describe.each(testNixes)('with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  beforeAll(async () => {
    folder = makeFolder()
    nix = await open(folder)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const systemsWith = async (...settings: string[]): Promise<string[]> => {
    const env = { ...nix.env, NIX_CONFIG: [nixConfig, ...settings].join('\n') }
    return [...((await buildableSystems({ ...nix, env })) ?? [])]
  }

  test('a machine builds for itself, and i686 on x86_64', async () => {
    const systems = await systemsWith()
    expect(systems).toEqual(expect.arrayContaining(['x86_64-linux', 'i686-linux']))
    expect(systems).not.toContain('aarch64-linux')
  })

  test('emulation and remote builders count', async () => {
    expect(await systemsWith('extra-platforms = aarch64-linux riscv64-linux')).toEqual(
      expect.arrayContaining(['aarch64-linux', 'riscv64-linux'])
    )
    expect(await systemsWith('builders = ssh://mac aarch64-darwin,x86_64-darwin')).toEqual(
      expect.arrayContaining(['aarch64-darwin', 'x86_64-darwin'])
    )
  })
})

test.each(['{}', 'nonsense'])('a Nix that says %s does not say', async (words) => {
  const folder = thisMachine.makeFolder()
  const nix = await thisMachine.open(folder)
  writeFileSync(join(folder, 'nix'), `#!/bin/sh\necho '${words}'\n`, { mode: 0o755 })
  expect(await buildableSystems({ ...nix, env: { ...nix.env, PATH: folder } })).toBeNull()
  rmSync(folder, { recursive: true })
})

test('the file of `builders` is read when there is one', async () => {
  const folder = thisMachine.makeFolder()
  const file = join(folder, 'machines')
  writeFileSync(file, '# ours\nssh://one aarch64-linux /key 4 # fast\nssh://two - /key\n')
  const nix = await thisMachine.open(folder)
  const env = { ...nix.env, NIX_CONFIG: `${nixConfig}\nbuilders = @${file}` }
  expect(await buildableSystems({ ...nix, env })).toContain('aarch64-linux')
  rmSync(folder, { recursive: true })
})

test.each<[string, string[]]>([
  ['', []],
  [
    'ssh://a aarch64-linux ; ssh://b x86_64-darwin,aarch64-darwin',
    ['aarch64-linux', 'x86_64-darwin', 'aarch64-darwin']
  ],
  ['ssh://a', ['x86_64-linux']],
  ['ssh://a - key', ['x86_64-linux']],
  ['# ssh://a riscv64-linux', []]
])('builders %j give %j', (machines, systems) => {
  expect(builderSystems(machines, 'x86_64-linux')).toEqual(systems)
})

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildableSystems, builderSystems } from '../../src/nix/buildable-systems.ts'
import type { Nix } from '../../src/nix/types.ts'
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

/** A Nix that says this whatever it is asked, which is kept. */
async function systemsOf(
  words: string,
  version: string
): Promise<{ systems: unknown; asked: string }> {
  const folder = thisMachine.makeFolder()
  const nix = await thisMachine.open(folder)
  writeFileSync(join(folder, 'words'), words)
  const script = `#!/bin/sh\necho "$*" > '${folder}/asked'\nwhile read -r line; do printf '%s\\n' "$line"; done < '${folder}/words'\n`
  writeFileSync(join(folder, 'nix'), script, { mode: 0o755 })
  const [major = 2, minor = 0] = version.split('.').map(Number)
  const systems = await buildableSystems({
    ...nix,
    version: { ...nix.version, major, minor },
    env: { ...nix.env, PATH: folder }
  })
  const asked = readFileSync(join(folder, 'asked'), 'utf8').trim()
  rmSync(folder, { recursive: true })
  return { systems: systems === null ? null : [...systems], asked }
}

describe('the settings as versions print them', () => {
  const common = { aliases: [], description: 'words', documentDefault: true }
  const settingsWith = (more: object, builders: object) =>
    `${JSON.stringify({
      'accept-flake-config': { ...common, ...more, defaultValue: false, value: false },
      system: { ...common, ...more, defaultValue: 'x86_64-linux', value: 'x86_64-linux' },
      'extra-platforms': {
        ...common,
        ...more,
        defaultValue: ['i686-linux'],
        value: ['i686-linux']
      },
      builders: { ...common, ...more, defaultValue: '@/etc/nix/machines', ...builders }
    })}\n`

  test.each<[string, string, object, object, string[]]>([
    ['2.8', 'show-config --json', {}, { value: '@/nowhere/machines' }, []],
    ['2.19', 'show-config --json', {}, { value: 'ssh://a riscv64-linux' }, ['riscv64-linux']],
    [
      '2.26',
      'config show --json',
      { experimentalFeature: null },
      { value: 'ssh://a aarch64-linux\nssh://b x86_64-darwin' },
      ['aarch64-linux', 'x86_64-darwin']
    ],
    [
      '2.34',
      'config show --json',
      { experimentalFeature: 'some' },
      { value: '@/nowhere/machines ; ssh-ng://a aarch64-linux' },
      ['aarch64-linux']
    ]
  ])('%s is asked by %s', async (version, command, more, builders, others) => {
    const { systems, asked } = await systemsOf(settingsWith(more, builders), version)
    expect(asked).toBe(command)
    expect(systems).toEqual(['x86_64-linux', 'i686-linux', ...others])
  })
})

test.each(['{}', 'nonsense', '{"system":{"value":7}}'])(
  'a Nix that says %s does not say',
  async (words) => {
    expect((await systemsOf(`${words}\n`, '2.26')).systems).toBeNull()
  }
)

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

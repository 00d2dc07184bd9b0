import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog } from '../../src/log.ts'
import { formatFiles } from '../../src/sync/format.ts'
import type { Formatter } from '../../src/sync/inputs.ts'
import { removeFolder, testEnvironment, thisMachine } from '../support/nix.ts'

let folder: string
let bin: string
let env: Record<string, string>

/** Says what it was given, and writes `formatted` into each file. */
const formatter = `#!/bin/sh
echo "formatting $*"
for file in "$@"; do
  case "$file" in -*) exit 9;; esac
  test -e fail && { echo 'error: unexpected token' >&2; exit 2; }
  echo formatted > "$file"
done
exit 0
`

const flake = (attribute: string): string => `{
  outputs = _: {
    ${attribute} = derivation {
      name = "fmt";
      system = "${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux";
      builder = "/bin/sh";
      PATH = "/usr/bin:/bin";
      args = [ "-c" "mkdir -p $out/bin; cp \${./fmt.sh} $out/bin/fmt; chmod +x $out/bin/fmt; exit 0" ];
    };
  };
}
`
const system = `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux`

beforeAll(() => {
  folder = thisMachine.makeFolder()
  bin = join(folder, 'bin')
  mkdirSync(bin)
  for (const name of ['nixfmt', 'alejandra']) {
    writeFileSync(join(bin, name), formatter)
    chmodSync(join(bin, name), 0o755)
  }
  env = { ...testEnvironment(), PATH: `${bin}:${process.env['PATH'] ?? ''}` }
})

afterAll(async () => {
  await removeFolder(folder)
})

let projects = 0

/** A git repository, as the scratch copy is one. */
function project(files: Record<string, string>): string {
  const root = join(folder, `project-${++projects}`)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  execFileSync('git', ['init', '--quiet', root])
  execFileSync('git', ['-C', root, 'add', '--all'])
  return root
}

const format = (root: string, name: Formatter, files: string[], flakeFolder = '') =>
  formatFiles({ formatter: name, folder: root, flakeFolder, files, env, log: silentLog })

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8')

describe('a formatter from PATH', () => {
  test('gets the changed Nix files and no others, and no name that is an option', async () => {
    const root = project({ '-rf.nix': 'a', 'b c.nix': 'b', 'hashes.json': '{}', 'other.nix': 'o' })
    expect(await format(root, 'nixfmt', ['-rf.nix', 'b c.nix', 'hashes.json'])).toEqual({
      name: 'format',
      result: 'passed',
      detail: 'nixfmt: -rf.nix, b c.nix'
    })
    expect(
      ['-rf.nix', 'b c.nix', 'hashes.json', 'other.nix'].map((path) => read(root, path))
    ).toEqual(['formatted\n', 'formatted\n', '{}', 'o'])
  })

  test('that is not there is FORMATTER_MISSING, and says so by name', async () => {
    const root = project({ 'a.nix': 'a' })
    await expect(format(root, 'nixpkgs-fmt', ['a.nix'])).rejects.toMatchObject({
      code: 'FORMATTER_MISSING',
      subject: 'formatter nixpkgs-fmt'
    })
  })

  test('that fails is FORMATTER_FAILED, with its last lines', async () => {
    const root = project({ 'a.nix': 'a', fail: '' })
    await expect(format(root, 'alejandra', ['a.nix'])).rejects.toMatchObject({
      code: 'FORMATTER_FAILED',
      reason: expect.stringMatching(/exited with 2.*\nformatting .*\nerror: unexpected token/)
    })
  })

  test.each<[Formatter, string[]]>([
    ['none', ['a.nix']],
    ['nixfmt', ['hashes.json']]
  ])('is not run when there is nothing to do: %s on %j', async (name, files) => {
    const root = project({ 'a.nix': 'a', 'hashes.json': '{}' })
    expect(await format(root, name, files)).toMatchObject({ result: 'skipped' })
    expect(read(root, 'a.nix')).toBe('a')
  })
})

describe('nix fmt', () => {
  test('runs the flake’s own formatter, and makes no lock file', async () => {
    const root = project({
      'flake/flake.nix': flake(`formatter.${system}`),
      'flake/fmt.sh': formatter,
      'flake/-a.nix': 'a',
      'b.nix': 'b'
    })
    await format(root, 'nix fmt', ['flake/-a.nix', 'b.nix'], 'flake')
    expect([read(root, 'flake/-a.nix'), read(root, 'b.nix')]).toEqual([
      'formatted\n',
      'formatted\n'
    ])
    expect(() => read(root, 'flake/flake.lock')).toThrow('ENOENT')
  })

  test('of a flake that has none is FORMATTER_MISSING', async () => {
    const root = project({ 'flake.nix': flake(`packages.${system}.x`), 'fmt.sh': formatter })
    await expect(format(root, 'nix fmt', ['flake.nix'])).rejects.toMatchObject({
      code: 'FORMATTER_MISSING',
      reason: 'the flake has no output `formatter` for this system'
    })
  })

  test('that fails is FORMATTER_FAILED', async () => {
    const root = project({
      'flake.nix': flake(`formatter.${system}`),
      'fmt.sh': formatter,
      fail: ''
    })
    await expect(format(root, 'nix fmt', ['flake.nix'])).rejects.toMatchObject({
      code: 'FORMATTER_FAILED',
      reason: expect.stringContaining('unexpected token')
    })
  })
})

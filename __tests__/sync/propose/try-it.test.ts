import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { tryCommands, type TryPlace } from '../../../src/sync/propose/try-it.ts'
import type { SyncChange } from '../../../src/sync/types.ts'
import { changeTo } from './fixture.ts'

const run = promisify(execFile)

const place: TryPlace = {
  serverUrl: 'https://github.com',
  repository: 'alice/tool',
  branch: 'nar-publish/infer-0.76.1',
  upstream: 'tool',
  isFork: false
}

function flake(attribute: string, folder = '.', where: Partial<TryPlace> = {}): string[] {
  const reference = { kind: 'flake' as const, text: '', folder, attribute }
  return tryCommands([{ ...changeTo('0.76.1'), package: reference }], { ...place, ...where })
}

function file(path: string, attribute = '', where: Partial<TryPlace> = {}): string[] {
  const change: SyncChange = {
    ...changeTo('0.76.1'),
    package: { kind: 'file', text: `file:${path}`, path, attribute },
    versions: [],
    hashes: []
  }
  return tryCommands([change], { ...place, ...where })
}

describe('tryCommands', () => {
  test.each([
    ['infer', '.', {}, "nix build 'github:alice/tool?ref=nar-publish/infer-0.76.1#infer'"],
    ['', '.', {}, "nix build 'github:alice/tool?ref=nar-publish/infer-0.76.1'"],
    [
      'packages.x86_64-linux."a.b"',
      './nix/flake/',
      { serverUrl: 'https://ghe.example.com' },
      `nix build 'github:alice/tool?dir=nix/flake&host=ghe.example.com&ref=nar-publish/infer-0.76.1#packages.x86_64-linux."a.b"'`
    ]
  ])('builds the branch’s flake: %j in %s', (attribute, folder, where, command) => {
    expect(flake(attribute, folder, where)).toEqual([command])
  })

  test('checks out and builds a file, as it stands or with callPackage', () => {
    expect(file('nix/infer.nix')).toEqual([
      'gh pr checkout nar-publish/infer-0.76.1',
      "nix-build -E 'let f = import ./nix/infer.nix; in if builtins.isFunction f then (import <nixpkgs> { }).callPackage f { } else f'"
    ])
    expect(file('default.nix', 'tools.infer')).toEqual([
      'gh pr checkout nar-publish/infer-0.76.1',
      'nix-build ./default.nix -A tools.infer'
    ])
  })

  test('builds a package of nixpkgs by its name, from the fork', () => {
    const where = { upstream: 'nixpkgs', repository: 'bob/nixpkgs', isFork: true }
    const checkout = 'gh pr checkout bob:nar-publish/infer-0.76.1'
    expect(file('pkgs/by-name/in/infer/package.nix', '', where)).toEqual([
      checkout,
      'nix-build -A infer'
    ])
    expect(file('default.nix', 'python3Packages.infer', where)).toEqual([
      checkout,
      'nix-build -A python3Packages.infer'
    ])
  })

  test('quotes a branch, and gives no command that would have to be escaped twice', () => {
    expect(file('default.nix', 'x', { branch: "feat$(x)';`" })[0]).toBe(
      "gh pr checkout 'feat$(x)'\\'';`'"
    )
    expect(flake('x', '.', { branch: 'feat$(x)' })).toEqual([])
    expect(flake('x y')).toEqual([])
    expect(flake('x', 'a b')).toEqual([])
    expect(file("nix/it's.nix")).toEqual([])
    expect(file('default.nix', 'x`y')).toEqual([])
  })
})

describe('the command for a file, run by a shell and read by Nix', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nar-publish-try-'))
    const derivation =
      'derivation { name = "infer"; system = builtins.currentSystem; builder = "/bin/sh"; args = [ "-c" "echo > $out; exit 0" ]; }'
    const files = {
      'nix/called.nix': `{ infer }: infer`,
      'nix/plain.nix': derivation,
      'default.nix': `{ }: { tools.infer = ${derivation}; }`,
      'nixpkgs/default.nix': `{ }: rec { infer = ${derivation}; callPackage = f: args: f ({ inherit infer; } // args); }`
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test.each([
    ['nix/called.nix', ''],
    ['nix/plain.nix', ''],
    ['default.nix', 'tools.infer']
  ])('finds the package of %s', async (path, attribute) => {
    const command = file(path, attribute)[1]?.replace(/^nix-build/, 'nix-instantiate')
    const { stdout } = await run('sh', ['-c', String(command)], {
      cwd: folder,
      env: { ...process.env, NIX_PATH: `nixpkgs=${join(folder, 'nixpkgs')}` }
    })
    expect(stdout).toMatch(/-infer\.drv\n$/)
  })

  test('for a flake is an address that Nix takes', async () => {
    // Nothing is reached from here: Nix has read the address once it says where it asked.
    for (const [command] of [flake('infer'), flake('infer', 'nix')]) {
      const [, , address] = /^(nix build) '(.*)'$/.exec(String(command)) ?? []
      const options = ['--option', 'connect-timeout', '1', '--option', 'download-attempts', '1']
      await expect(
        run('nix', ['build', '--no-link', ...options, String(address)], { cwd: folder })
      ).rejects.toMatchObject({
        stderr: expect.stringContaining(
          'https://api.github.com/repos/alice/tool/commits/nar-publish/infer-0.76.1'
        )
      })
    }
  })
})

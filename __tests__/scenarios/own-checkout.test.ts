/** From a terminal, in a checkout of the repository that is the target: the cache is on a branch of its own. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { git, Hosts } from '../repository/git/fixture.ts'
import { runCommandLine } from '../support/command-line.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { copyFlake, removeFolder } from '../support/nix.ts'
import { addStorePath, deleteStorePaths } from '../support/store-paths.ts'

const source = 'alice/source'
const hosts = new Hosts()
const storePath = addStorePath('own-1.0')
const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'
const half = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'

let github: GitHubServer
let folder: string
let checkout: string
let keyFile: string
let main: string | null

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'own-checkout-'))
  checkout = join(folder, 'source')
  mkdirSync(checkout)
  copyFlake(checkout)
  keyFile = join(folder, 'secret')
  writeFileSync(keyFile, `test-1:${Buffer.from(seed + half, 'hex').toString('base64')}\n`)
  github = await startGitHub({
    repositories: [{ name: source }],
    tokens: { writer: { login: 'alice', access: 'write' } }
  })
  await github.commitFiles(source, 'main', { 'flake.nix': '{ }' }, 'source')
  main = await github.head(source, 'main')
  await git(checkout, 'init', '--quiet')
  await git(checkout, 'remote', 'add', 'origin', `${github.serverUrl}/${source}.git`)
})

afterAll(async () => {
  await github.close()
  hosts.remove()
  deleteStorePaths([storePath])
  await removeFolder(folder)
})

async function run(args: readonly string[], cwd = checkout) {
  const ran = await runCommandLine([...args, '--json'], {
    cwd,
    env: {
      TMPDIR: folder,
      XDG_CACHE_HOME: join(folder, 'cache'),
      GITHUB_API_URL: github.apiUrl,
      GITHUB_SERVER_URL: github.serverUrl,
      GH_TOKEN: 'writer'
    }
  })
  return { ...ran, json: JSON.parse(ran.stdout || 'null') as Record<string, unknown> | null }
}

describe('the source’s own repository', () => {
  test('gets no cache on its default branch from elsewhere, unless that is named', async () => {
    const ran = await run(['publish', storePath, source, '--signing-key-file', keyFile], folder)
    expect(ran).toMatchObject({ status: 1 })
    expect(ran.stderr).toMatch(
      /BRANCH_TAKEN alice\/source, branch "main": it holds files \("flake\.nix"\)/
    )
    expect(ran.stderr).toContain('`--target-branch nix-cache`')
    expect(await github.head(source, 'main')).toBe(main)
  })

  test('with people’s work on its nix-cache is told of another branch than that', async () => {
    const bare = await hosts.bare()
    await hosts.commit(bare, { 'main.c': 'int main;' })
    const clone = hosts.folder()
    await git(clone, 'clone', '--quiet', bare, '.')
    await git(clone, 'push', '--quiet', 'origin', 'HEAD:nix-cache')
    const ran = await run(['publish', storePath, bare, '--signing-key-file', keyFile], clone)
    expect(ran.stderr).toMatch(
      /BRANCH_TAKEN .*, branch "nix-cache": .*`--target-branch binary-cache`/
    )
  })

  test('has nothing to check, and nobody is told to publish there', async () => {
    const ran = await run(['doctor', source], folder)
    expect(ran.stderr).toMatch(/CACHE_MISSING alice\/source, branch "main" and branch "nix-cache"/)
    expect(ran.stderr).not.toMatch(/publish anything/i)
  })

  test('gets the cache on `nix-cache` from its checkout', async () => {
    const ran = await run(['publish', storePath, source, '--signing-key-file', keyFile])
    expect(ran).toMatchObject({ status: 0 })
    expect(await github.head(source, 'main')).toBe(main)
    expect(await github.listFiles(source, 'nix-cache')).toContain('nix-cache-info')
  })

  test.each<[string, string[]]>([
    ['doctor', ['doctor', source]],
    ['keys', ['keys', source]],
    ['use', ['use', source, '--for', 'nix.conf']],
    ['prune', ['prune', source, '--keep-generations', '1', '--dry-run']],
    ['doctor --as-reader', ['doctor', source, '--as-reader']]
  ])('`%s` finds it there, in the checkout and from elsewhere', async (_name, args) => {
    for (const cwd of [checkout, folder]) {
      const ran = await run(args, cwd)
      expect(ran).toMatchObject({ status: 0 })
      expect(ran.stdout + ran.stderr).toMatch(/branch nix-cache|"branch": ?"nix-cache"/)
    }
  })

  test('holds there what a publish from elsewhere has', async () => {
    const ran = await run(['publish', storePath, source, '--signing-key-file', keyFile], folder)
    expect(ran).toMatchObject({ status: 0 })
    expect(ran.stderr).toContain('branch nix-cache')
    expect(await github.head(source, 'main')).toBe(main)
  })

  test('may be named, in its full form too', async () => {
    const before = await github.listFiles(source, 'main')
    const args = ['publish', storePath, source, '--target-branch', 'refs/heads/main']
    const ran = await run([...args, '--signing-key-file', keyFile])
    expect(ran).toMatchObject({ status: 0 })
    const after = await github.listFiles(source, 'main')
    expect(after).toEqual(expect.arrayContaining([...before, 'nix-cache-info']))
    expect(await github.objects.branches(github.repository(source))).toEqual(
      expect.not.arrayContaining([expect.stringContaining('refs/heads/refs')])
    )
  })
})

test('a fork’s checkout is the source of what it was forked from: large NARs do not go into its tree', async () => {
  const fork = hosts.folder()
  await git(fork, 'init', '--quiet')
  await git(fork, 'remote', 'add', 'origin', `${github.serverUrl}/bob/fork.git`)
  await git(fork, 'remote', 'add', 'upstream', `${github.serverUrl}/${source}.git`)
  const large = addStorePath('large-1.0', 200 * 1024)
  try {
    const args = ['publish', large, source, '--signing-key-file', keyFile]
    const ran = await run([...args, '--compression', 'none'], fork)
    expect(ran).toMatchObject({ status: 0 })
    expect(ran.stderr).toContain('branch nix-cache')
    expect(github.releases(source).flatMap(({ assets }) => assets)).toHaveLength(1)
  } finally {
    deleteStorePaths([large])
  }
})

test('any Git host’s repository gets the cache on `nix-cache` from its clone', async () => {
  const bare = await hosts.bare()
  await hosts.commit(bare, { 'main.c': 'int main;' })
  const clone = hosts.folder()
  await git(clone, 'clone', '--quiet', bare, '.')
  const elsewhere = await run(['publish', storePath, bare, '--signing-key-file', keyFile], folder)
  expect(elsewhere.stderr).toContain('BRANCH_TAKEN')
  const ran = await run(['publish', storePath, bare, '--signing-key-file', keyFile], clone)
  expect(ran).toMatchObject({ status: 0 })
  expect(await git(bare, 'ls-tree', '--name-only', 'main')).toBe('main.c')
  expect(await git(bare, 'ls-tree', '--name-only', 'nix-cache')).toContain('nix-cache-info')
  const keys = await run(['keys', bare], folder)
  expect(keys.json).toMatchObject({ state: expect.stringMatching(/^branch nix-cache at /) })
})

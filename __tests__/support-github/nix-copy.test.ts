import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startGitHub } from '../support/github/server.ts'
import type { GitHubServer } from '../support/github/server.ts'
import { writer } from './client.ts'

const run = promisify(execFile)
const branch = 'cache/v1'
let github: GitHubServer
let folder: string
let storePath: string
let publicKey: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nix-copy-'))
  const [secret, pub] = [join(folder, 'secret'), join(folder, 'public')]
  await nix('nix-store', '--generate-binary-cache-key', 'test-1', secret, pub)
  publicKey = (await readFile(pub, 'utf8')).trim()
  storePath = await nix('nix-build', '--no-out-link', '--expr', derivation(folder))
  const cache = join(folder, 'cache')
  const destination = `file://${cache}?compression=none&secret-key=${secret}`
  await nix('nix', 'copy', '--to', destination, storePath)

  github = await startGitHub({
    repositories: [{ name: 'alice/store' }, { name: 'alice/secret', private: true }],
    tokens: { writer }
  })
  const names = await readdir(cache, { recursive: true, withFileTypes: true })
  const files: Record<string, Buffer> = {}
  for (const entry of names.filter((name) => name.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files[path.slice(cache.length + 1)] = await readFile(path)
  }
  await github.commitFiles('alice/store', branch, files, 'cache')
  await github.commitFiles('alice/secret', branch, files, 'cache')
})
afterAll(async () => {
  await github.close()
  await nix('nix-store', '--delete', storePath)
  // A store's folders are read-only.
  await run('chmod', ['-R', 'u+w', folder])
  await rm(folder, { recursive: true })
})

// Built, and not `nix-store --add`: a path that is addressed by its content needs no signature.
const derivation = (text: string) => `derivation {
  name = "hello";
  system = builtins.currentSystem;
  builder = "/bin/sh";
  args = [ "-c" "echo hello ${text} > $out; exit 0" ];
}`

/** Runs Nix with settings and caches of its own. */
async function nix(command: string, ...args: string[]): Promise<string> {
  const settings = [
    'experimental-features = nix-command flakes',
    'substituters =',
    'sandbox = false'
  ]
  const { stdout } = await run(command, args, {
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      XDG_CACHE_HOME: await mkdtemp(join(folder, 'cache-home-')),
      NIX_CONFIG: [...settings, 'build-users-group ='].join('\n')
    }
  })
  return stdout.trim()
}

async function copy(repository: string, key: string, ...options: string[]): Promise<string> {
  const root = await mkdtemp(join(folder, 'root-'))
  const from = github.substituterUrl(repository, branch)
  const trust = ['--option', 'trusted-public-keys', key, '--option', 'require-sigs', 'true']
  await nix(
    'nix',
    'copy',
    '--from',
    from,
    '--to',
    `local?root=${root}`,
    ...trust,
    ...options,
    storePath
  )
  return readFile(join(root, storePath), 'utf8')
}

test('Nix substitutes from the raw files of a branch, signatures required', async () => {
  expect(await copy('alice/store', publicKey)).toBe(`hello ${folder}\n`)
  expect(github.requests.every(({ kind, status }) => kind === 'raw' && status === 200)).toBe(true)
})

test('Nix refuses them with another key', async () => {
  const other = `test-1:${Buffer.alloc(32, 1).toString('base64')}`
  await expect(copy('alice/store', other)).rejects.toThrow(/signature|lacks a valid/)
})

test('Nix reads a private repository with the token from a netrc file, and not without', async () => {
  await expect(copy('alice/secret', publicKey)).rejects.toThrow()
  const netrc = join(folder, 'netrc')
  await writeFile(netrc, 'machine 127.0.0.1 login x password writer\n')
  const text = await copy('alice/secret', publicKey, '--option', 'netrc-file', netrc)
  expect(text).toBe(`hello ${folder}\n`)
})

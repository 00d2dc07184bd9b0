import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { signingAddress } from '../support/cache-address.ts'
import { githubLimits, startGitHub, type GitHubServer } from '../support/github/server.ts'
import { writer } from './client.ts'

const run = promisify(execFile)
const branch = 'cache/v1'
let github: GitHubServer
let folder: string
let storePath: string
/** 41 paths that are asked for by the last of them. */
let closure: string[]
let publicKey: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nix-copy-'))
  const [secret, pub] = [join(folder, 'secret'), join(folder, 'public')]
  await nix('nix-store', '--generate-binary-cache-key', 'test-1', secret, pub)
  publicKey = (await readFile(pub, 'utf8')).trim()
  storePath = await nix('nix-build', '--no-out-link', '--expr', derivation(folder))
  const outputs = await nix('nix-build', '--no-out-link', '--expr', manyOutputs(folder))
  closure = (await nix('nix-store', '--query', '--requisites', outputs)).split('\n')
  const filesOf = async (name: string, path: string): Promise<Record<string, Buffer>> => {
    const cache = join(folder, name)
    const destination = `${signingAddress(cache, secret)}&compression=none`
    await nix('nix', 'copy', '--to', destination, path)
    return readFiles(cache)
  }

  github = await startGitHub({
    repositories: [
      { name: 'alice/store' },
      { name: 'alice/secret', private: true },
      { name: 'alice/served', pages: { branch } },
      { name: 'alice/released', pages: { branch } }
    ],
    tokens: { writer }
  })
  const files = await filesOf('cache', storePath)
  await github.commitFiles('alice/store', branch, files, 'cache')
  await github.commitFiles('alice/secret', branch, files, 'cache')
  const many = { ...(await filesOf('many', outputs)), '.nojekyll': Buffer.alloc(0) }
  await github.commitFiles('alice/served', branch, many, 'many')
  await github.commitFiles('alice/released', branch, intoRelease(many), 'many')
})
afterEach(() => {
  github.change({ rawClosedTo: 'nobody', rawLimit: null })
})
afterAll(async () => {
  await github.close()
  await nix('nix-store', '--delete', storePath, ...closure)
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

/** One build of 41 paths: an output that names 40 others. */
const manyOutputs = (text: string) => `let
  names = builtins.genList (n: "o\${toString n}") 40;
in derivation {
  name = "many";
  system = builtins.currentSystem;
  builder = "/bin/sh";
  outputs = [ "out" ] ++ names;
  inherit names;
  args = [ "-c" "for name in $names; do eval \\"echo ${text} $name > \\\\$$name; echo \\\\$$name >> $out\\"; done" ];
}`

async function readFiles(root: string): Promise<Record<string, Buffer>> {
  const names = await readdir(root, { recursive: true, withFileTypes: true })
  const files: Record<string, Buffer> = {}
  for (const entry of names.filter((name) => name.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files[path.slice(root.length + 1)] = await readFile(path)
  }
  return files
}

/** The NARs become assets, and what is left names them by their whole addresses. */
function intoRelease(files: Readonly<Record<string, Buffer>>): Record<string, Buffer> {
  const nars = Object.entries(files).filter(([path]) => path.startsWith('nar/'))
  const assets = nars.map(([path, bytes]) => ({
    name: path.slice('nar/'.length),
    state: 'uploaded' as const,
    bytes
  }))
  github.makeRelease('alice/released', { tag: 'nars' }, assets)
  const download = `${github.serverUrl}/alice/released/releases/download/nars/`
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => !path.startsWith('nar/'))
      .map(([path, bytes]) => [
        path,
        path.endsWith('.narinfo')
          ? Buffer.from(bytes.toString().replace(/^URL: nar\//m, `URL: ${download}`))
          : bytes
      ])
  )
}

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

/** Into a new, empty store, which it gives; signatures required. */
async function copyFrom(
  from: string,
  path: string,
  key: string,
  ...options: string[]
): Promise<string> {
  const root = await mkdtemp(join(folder, 'root-'))
  const trust = ['--option', 'trusted-public-keys', key, '--option', 'require-sigs', 'true']
  await nix(
    'nix',
    'copy',
    '--from',
    from,
    '--to',
    `local?root=${encodeURIComponent(root)}`,
    ...trust,
    ...options,
    path
  )
  return root
}

async function copy(repository: string, key: string, ...options: string[]): Promise<string> {
  const from = github.substituterUrl(repository, branch)
  return readFile(join(await copyFrom(from, storePath, key, ...options), storePath), 'utf8')
}

test('Nix substitutes from the raw files of a branch, signatures required', async () => {
  github.reset()
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

/** The whole closure by its last path, which names all the others. */
const top = () => closure.at(-1) ?? ''
const otherKey = `test-1:${Buffer.alloc(32, 1).toString('base64')}`

test('Nix reads a closure of 41 paths from Pages, signatures required, with raw closed', async () => {
  github.change({ rawClosedTo: 'everybody' })
  github.reset()
  const root = await copyFrom(github.pagesUrl('alice/served'), top(), publicKey)
  const all = (await readFile(join(root, top()), 'utf8')).trim().split('\n')
  expect([...all, top()].sort()).toEqual(closure.toSorted())
  // `nix copy` asks for HEAD of the path that it is told, besides what any reader asks.
  const { calls } = github.counts()
  expect([calls['GET pages'], calls['GET raw'] ?? 0]).toEqual([1 + 2 * 41, 0])
  await expect(copyFrom(github.pagesUrl('alice/served'), top(), otherKey)).rejects.toThrow(
    /signature|lacks a valid/
  )
})

test('Nix takes narinfos from Pages and NARs from a release, through its redirects', async () => {
  github.reset()
  const root = await copyFrom(github.pagesUrl('alice/released'), top(), publicKey)
  expect((await readFile(join(root, top()), 'utf8')).split('\n')).toHaveLength(41)
  const { calls } = github.counts()
  expect([calls['GET pages'], calls['GET asset'], calls['GET raw'] ?? 0]).toEqual([
    1 + 41,
    2 * 41,
    0
  ])
})

test('from raw, which gives a stranger 60 files an hour, the same closure cannot be read', async () => {
  github.change({ rawLimit: githubLimits.raw })
  github.reset()
  const raw = github.substituterUrl('alice/served', branch)
  const once = ['--option', 'download-attempts', '1']
  await expect(copyFrom(raw, top(), publicKey, ...once)).rejects.toThrow(/429/)
  const statuses = github.requests.map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(60)
  expect(new Set(statuses)).toEqual(new Set([200, 429]))
})

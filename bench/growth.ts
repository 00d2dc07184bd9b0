/**
 * How a store grows with the versions of a package, by compression:
 *
 *     node bench/growth.ts [--long]
 *
 * Versions of two real packages from npm (3 of each, or with `--long` 10) become store paths, and each is published to a local bare
 * repository by the command line, which pushes it. A row gives what a reader downloads for the newest version and for all, the
 * repository as the pushes left it and after `git repack -adf --window=10 --depth=50`, and what is left of that after a prune to one
 * generation that lets the history go. npm's own configuration decides where packages come from; without them there is no row.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseShard, shardAt } from '../src/catalogue/shards.ts'
import { compressions, type Compression } from '../src/binary-cache/types.ts'
import { git } from './support/git-store.ts'

interface Package {
  /** npm's name, and what its store paths are called. */
  npm: string
  pname: string
  kind: string
  /** Oldest first. */
  versions: string[]
}

const packages: Package[] = [
  {
    npm: '@esbuild/linux-x64',
    pname: 'esbuild',
    kind: 'a Go binary',
    versions: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((patch) => `0.25.${patch}`)
  },
  {
    npm: 'typescript',
    pname: 'typescript',
    kind: 'JavaScript',
    versions: '5.4.5 5.5.2 5.5.3 5.5.4 5.6.2 5.6.3 5.7.2 5.7.3 5.8.2 5.8.3'.split(' ')
  }
]
const published = process.argv.includes('--long') ? 10 : 3
const project = join(import.meta.dirname, '..')

const scratch = mkdtempSync(join(tmpdir(), 'nar-publish-bench-'))
const environment = {
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
  TMPDIR: scratch,
  NIX_CONFIG:
    'experimental-features = nix-command flakes\nbuild-users-group =\nsubstituters =\nsandbox = false\n'
}
/** In the machine's own store, as `nix-store --dump` reads no other; they are deleted at the end. */
const added: string[] = []
console.log(
  '| package | compression | newest, download | all, download | repository as pushed | repacked | one generation, squashed, repacked |'
)
console.log('|---|---|--:|--:|--:|--:|--:|')
try {
  for (const each of packages) await measure(each)
} finally {
  if (added.length > 0) run('nix-store', ['--delete', ...added])
  rmSync(scratch, { recursive: true })
}

async function measure({ npm, pname, kind, versions }: Package): Promise<void> {
  const storePaths: string[] = []
  for (const version of versions.slice(-published)) {
    const folder = unpack(npm, version, `${pname}-${version}`)
    if (folder === null) return
    storePaths.push(run('nix-store', ['--add', folder]).trim())
    added.push(...storePaths.slice(-1))
    rmSync(folder, { recursive: true })
  }
  for (const compression of compressions) {
    const store = join(scratch, `${pname}-${compression}.git`)
    await git(scratch, ['init', '--quiet', '--bare', '--initial-branch=main', store])
    await git(store, ['config', 'uploadpack.allowFilter', 'true'])
    for (const storePath of storePaths) publish(storePath, store, compression)
    const sizes = await downloads(store)
    const pushed = await sizeOf(store)
    const repacked = await repack(store)
    nodeCli(['prune', store, '--keep-generations=1', '--keep-days=0', '--squash-history'])
    await git(store, ['reflog', 'expire', '--expire=now', '--all'])
    const cells = [
      `\`${npm}\`, ${kind}, ${storePaths.length} versions`,
      compression,
      ...[sizes.newest, sizes.all, pushed, repacked, await repack(store)].map(megabytes)
    ]
    console.log(`| ${cells.join(' | ')} |`)
    rmSync(store, { recursive: true })
  }
}

/** The files of a package in a folder of that name; null: npm does not give it. */
function unpack(npm: string, version: string, name: string): string | null {
  const download = mkdtempSync(join(scratch, 'npm-'))
  try {
    const args = ['pack', `${npm}@${version}`, '--silent', '--pack-destination', download]
    const file = execFileSync('npm', args, { cwd: project, stdio: ['ignore', 'pipe', 'ignore'] })
    execFileSync('tar', ['-xzf', join(download, file.toString().trim()), '-C', download])
  } catch {
    console.error(`npm did not give ${npm} ${version}: it is left out`)
    return null
  }
  const folder = join(scratch, name)
  renameSync(join(download, 'package'), folder)
  rmSync(download, { recursive: true })
  return folder
}

function publish(storePath: string, store: string, compression: Compression): void {
  nodeCli([
    ...['publish', '--paths', storePath, '--target-repository', store, '--closure', 'bare'],
    ...['--compression', compression, '--verify', 'none', '--upstream-keys', 'none']
  ])
}

function nodeCli(args: readonly string[]): void {
  run(process.execPath, [join(project, 'src/cli.ts'), ...args])
}

function run(program: string, args: readonly string[]): string {
  mkdirSync(join(scratch, 'cwd'), { recursive: true })
  const options = { cwd: join(scratch, 'cwd'), env: environment, maxBuffer: 1 << 28 }
  return execFileSync(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }).toString()
}

/** bytes, as the catalogue has them */
async function downloads(store: string): Promise<{ newest: number; all: number }> {
  const listed = await git(store, ['ls-tree', '--name-only', 'main', 'catalogue/'])
  const paths = listed.split('\n').filter((path) => shardAt(path) !== null)
  const shards = await Promise.all(paths.map((path) => git(store, ['show', `main:${path}`])))
  const rows = shards.flatMap((text) => parseShard(Buffer.from(text), store))
  const all = rows.reduce((sum, { fileSize }) => sum + fileSize, 0)
  return { newest: rows.at(-1)?.fileSize ?? 0, all }
}

async function repack(store: string): Promise<number> {
  await git(store, ['repack', '-adf', '--quiet', '--window=10', '--depth=50'])
  await git(store, ['prune', '--expire=now'])
  return sizeOf(store)
}

/** bytes of a repository's objects */
async function sizeOf(store: string): Promise<number> {
  const counts = await git(store, ['count-objects', '-v'])
  const kibibytes = (name: string): number =>
    Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(counts)?.[1])
  return (kibibytes('size') + kibibytes('size-pack')) * 1024
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

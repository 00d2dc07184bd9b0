/**
 * What a reader of a closure asks for, and how many bytes that is, by a real Nix, from each place that can serve him:
 *
 *     node bench/readers.ts [--long]
 *
 * Closures of 10 and 100 paths, with `--long` of 1,000: NARs of 16 KiB, signatures required. raw: the branch's raw files, without their limit;
 * Pages: the branch as a site; Pages and releases: the narinfos there, the NARs as release assets at absolute addresses, each asked for twice, as
 * the first answer is a redirect. Bytes are those of bodies.
 *
 * Ends with 1 when a reader asks for more than 1 + 2N files, or for anything elsewhere.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { narOf, newKey, sha256 } from '../__tests__/doctor/fixture.ts'
import { startGitHub, type GitHubServer } from '../__tests__/support/github/server.ts'
import { removeFolder, testEnvironment } from '../__tests__/support/nix.ts'
import { runProgram } from '../__tests__/support/program.ts'
import { inventedStorePath } from '../__tests__/support/publisher-process.ts'
import { formatCacheInfo } from '../src/binary-cache/cache-info.ts'
import { narCachePath } from '../src/binary-cache/nar-name.ts'
import { formatNarInfo } from '../src/binary-cache/narinfo.ts'
import { publicKeyText, sign } from '../src/binary-cache/signature.ts'

const sizes = process.argv.includes('--long') ? [10, 100, 1000] : [10, 100]
const narBytes = 16 * 1024
const ways = ['raw', 'Pages', 'Pages and releases'] as const
const repository = 'alice/store'
const key = newKey('bench-1')

console.log('| paths | from | requests | of these: raw | Pages | releases | bytes |')
console.log('|--:|---|--:|--:|--:|--:|--:|')
for (const size of sizes) {
  for (const way of ways) await measure(size, way)
}

async function measure(size: number, way: (typeof ways)[number]): Promise<void> {
  const github = await startGitHub({
    repositories: [{ name: repository, initialized: true, pages: {} }]
  })
  try {
    const { files, root } = cacheOf(size, way === 'Pages and releases' ? github : null)
    await github.commitFiles(repository, 'main', Object.fromEntries(files), 'cache')
    github.reset()
    const address =
      way === 'raw' ? github.substituterUrl(repository, 'main') : github.pagesUrl(repository)
    await readByNix(address.replace(/\/$/, ''), root)
    const { api, rawAnonymous: raw, pages, asset } = github.traffic()
    const requests = raw.requests + pages.requests + asset.requests
    const bytes = raw.down + pages.down + asset.down
    console.log(
      `| ${size} | ${way} | ${requests} | ${raw.requests} | ${pages.requests} | ${asset.requests} | ${bytes} |`
    )
    const redirects = way === 'Pages and releases' ? size : 0
    if (requests > 1 + 2 * size + redirects || api.requests > 0) {
      console.error(
        `a reader of ${size} paths asked ${requests} times, and the API ${api.requests} times`
      )
      process.exitCode = 1
    }
  } finally {
    await github.close()
  }
}

/** One path that refers to all others. `beside`: where the NARs are assets of a release. */
function cacheOf(
  size: number,
  beside: GitHubServer | null
): { files: Map<string, Buffer>; root: string } {
  const files = new Map<string, Buffer>([['nix-cache-info', Buffer.from(formatCacheInfo())]])
  const assets: { name: string; state: 'uploaded'; bytes: Buffer }[] = []
  const paths = Array.from({ length: size }, (_, index) => inventedStorePath(`path-${index}`))
  const tag = 'nars'
  for (const [index, storePath] of paths.entries()) {
    const nar = narOf(Buffer.alloc(narBytes, `${storePath}\n`))
    const hash = sha256(nar)
    const inTree = narCachePath(hash, `path-${index}`, 'none')
    const name = inTree.slice(inTree.lastIndexOf('/') + 1)
    const url =
      beside === null
        ? inTree
        : `${beside.serverUrl}/${repository}/releases/download/${tag}/${name}`
    const references =
      index === 0 ? paths.slice(1).map((path) => path.slice('/nix/store/'.length)) : []
    const info = {
      ...{ storePath, url, compression: 'none', references, deriver: null, ca: null },
      ...{ fileHash: hash, fileSize: nar.length, narHash: hash, narSize: nar.length }
    }
    const text = formatNarInfo({ ...info, signatures: [sign(key, info)] })
    files.set(`${storePath.slice('/nix/store/'.length).slice(0, 32)}.narinfo`, Buffer.from(text))
    if (beside === null) files.set(inTree, nar)
    else assets.push({ name, state: 'uploaded', bytes: nar })
  }
  beside?.makeRelease(repository, { tag }, assets)
  return { files, root: paths[0] ?? '' }
}

async function readByNix(address: string, root: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nar-publish-bench-'))
  try {
    const args = [
      ...['build', '--no-link', '--store', `local?root=${join(folder, 'store')}`],
      ...['--option', 'substituters', address, '--option', 'require-sigs', 'true'],
      ...['--option', 'trusted-public-keys', publicKeyText(key), '--', root]
    ]
    const env = { ...testEnvironment(), XDG_CACHE_HOME: join(folder, 'cache') }
    const { failure } = await runProgram('nix', args, { env, cwd: folder })
    if (failure !== '') throw new Error(failure)
  } finally {
    await removeFolder(folder)
    rmSync(folder, { recursive: true, force: true })
  }
}

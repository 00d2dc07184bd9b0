import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { encodeBase32 } from '../../src/binary-cache/base32.ts'
import { formatCacheInfo } from '../../src/binary-cache/cache-info.ts'
import { formatSha256 } from '../../src/binary-cache/hash.ts'
import { narCachePath } from '../../src/binary-cache/nar-name.ts'
import { formatNarInfo } from '../../src/binary-cache/narinfo.ts'
import { git } from './git-store.ts'

/** As many shards of rows as the catalogue has, and the bytes of a row in them; files of names, and the bytes of a name. */
const shards = 1024
const rowBytes = 630
const nameFiles = 64
const nameBytes = 50

/** What is written anew by each publish, with its bytes: a hundred rows in three forms, and what tells of all. */
const changedTexts = {
  'README.md': 25_000,
  'catalogue.json': 10_000,
  'catalogue/newest.json': 37_000,
  'catalogue/newest.html': 12_000
}

/** Of a bundle of provenance, the part that no other has. */
const bundleBytes = 10_400

/** `<hash>-<name>`, with as much chance in the hash as Nix's have. */
function baseName(name: string): string {
  const digest = createHash('sha256').update(`path ${name}`).digest()
  return `${encodeBase32(digest.subarray(0, 20))}-${name}`
}

/**
 * The files of one artifact: a tool and its library, each a signed narinfo, a NAR and a log of its build; and the tool's badges. NARs and logs
 * are short: their bytes are reckoned apart. `isAttested`: with provenance, of a run of its own, whose bundle is as short.
 */
export function artifactFiles(
  index: number,
  isAttested = false
): [path: string, content: string][] {
  const digest = createHash('sha256').update(`run ${index}`).digest('hex')
  const bundle = `provenance/${digest}.sigstore.json`
  const files = ['lib-tool', 'tool'].flatMap((kind): [string, string][] => {
    const name = `${kind}${index}-1.0`
    const base = baseName(name)
    const digest = createHash('sha256').update(name).digest()
    const hash = formatSha256(digest)
    const url = narCachePath(hash, `${kind}${index}`, 'zstd')
    const narinfo = formatNarInfo({
      storePath: `/nix/store/${base}`,
      url,
      compression: 'zstd',
      fileHash: hash,
      fileSize: 1_000_000,
      narHash: hash,
      narSize: 3_000_000,
      references: kind === 'tool' ? [baseName(`lib-tool${index}-1.0`)] : [],
      deriver: baseName(`${name}.drv`),
      signatures: [`bench-1:${Buffer.concat([digest, digest]).toString('base64')}`],
      ca: null
    })
    return [
      [`${base.slice(0, 32)}.narinfo`, narinfo],
      [url, digest.toString('hex')],
      [`log/${baseName(`${name}.drv`)}`, `built ${name}\n`],
      ...(isAttested
        ? [[`${base.slice(0, 32)}.provenance`, `${bundle}\n`] as [string, string]]
        : [])
    ]
  })
  const badge = `badge/tool${index}`
  files.push([`${badge}.json`, `{"message":"1.0"}`], [`${badge}.svg`, `<svg>tool${index}</svg>`])
  if (isAttested) files.push([bundle, digest])
  return files
}

/** Text that compresses as rows do: half of each is hashes. */
function rows(seed: string, bytes: number): string {
  let text = ''
  for (let line = 0; text.length < bytes; line++) {
    const hash = createHash('sha256').update(`${seed}${line}`).digest('hex')
    const words = `{"name":"tool","version":"1.0","system":"x86_64-linux","attribute":".#tool","storePath":"/nix/store/`
    text += `${words}${hash}","nar":"nar/${hash.slice(0, 2)}/","revision":"${hash}","publishedAt":"2026-11-29T12:00:00Z","closures":["binary"],"fileSize":1000000,"narSize":3000000,"references":1}\n`
  }
  return text.slice(0, bytes)
}

/** `number`: of the shard. */
const shardPath = (number: number): string => `catalogue/${number.toString(36)}.json`
const namesPath = (number: number): string => `catalogue/names/${number.toString(36)}.json`

/** The texts that a publish of an artifact writes anew, in a store of so many, before it does. */
function textsOf(shard: number, artifacts: number): [path: string, content: string][] {
  const texts: Record<string, number> = {
    ...changedTexts,
    [shardPath(shard)]: Math.ceil(artifacts / shards) * rowBytes,
    [namesPath(shard % nameFiles)]: Math.ceil(artifacts / nameFiles) * nameBytes
  }
  return Object.entries(texts).map(([path, bytes]) => [path, rows(path, bytes)])
}

/** And after it: what stood there stays, and a row is added. */
function changedFiles(index: number, artifacts: number): [path: string, content: string][] {
  const shard = createHash('sha256').update(`tool${index}`).digest().readUInt16BE() % shards
  const row = rows(`tool${index}`, rowBytes)
  return textsOf(shard, artifacts).map(([path, content]) => [path, content + row])
}

/**
 * A bare repository whose branch `main` holds the files of so many artifacts, in one pack; its index has them, too. The folders are made by the
 * index: fast-import looks through a folder from its begin for each file of it.
 */
export async function makeLargeStore(
  path: string,
  artifacts: number,
  isAttested: boolean
): Promise<void> {
  await git('/', ['init', '--quiet', '--bare', '--initial-branch=main', path])
  await git(path, ['config', 'uploadpack.allowFilter', 'true'])
  const marks = join(path, 'marks')
  await git(
    path,
    ['fast-import', '--quiet', `--export-marks=${marks}`],
    blobsOf(artifacts, isAttested)
  )
  const blobs = new Map(
    readFileSync(marks, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string])
  )
  rmSync(marks)
  await git(
    path,
    ['update-index', '--add', '--index-info'],
    entriesOf(artifacts, isAttested, blobs)
  )
  await commitIndex(path, 'fill', [])
  await git(path, ['repack', '-adq'])
}

function* filesOf(
  artifacts: number,
  isAttested: boolean
): Generator<[path: string, content: string]> {
  yield ['nix-cache-info', formatCacheInfo()]
  for (let index = 0; index < artifacts; index++) yield* artifactFiles(index, isAttested)
  const texts = Array.from({ length: shards }, (_, shard) => textsOf(shard, artifacts))
  yield* new Map(texts.flat())
}

function* blobsOf(artifacts: number, isAttested: boolean): Generator<string> {
  let mark = 0
  for (const [, content] of filesOf(artifacts, isAttested)) {
    yield `blob\nmark :${++mark}\ndata ${Buffer.byteLength(content)}\n${content}\n`
  }
}

function* entriesOf(
  artifacts: number,
  isAttested: boolean,
  blobs: ReadonlyMap<string, string>
): Generator<string> {
  let mark = 0
  for (const [path] of filesOf(artifacts, isAttested)) {
    yield `100644 ${blobs.get(`:${++mark}`) ?? ''}\t${path}\n`
  }
}

async function commitIndex(path: string, message: string, parents: string[]): Promise<void> {
  const tree = await git(path, ['write-tree', '--missing-ok'])
  const of = parents.flatMap((parent) => ['-p', parent])
  const commit = await git(path, ['commit-tree', tree, ...of, '-m', message])
  await git(path, ['update-ref', 'refs/heads/main', commit])
}

/** Text that compresses as a bundle does: certificate, signature and proof are base64. */
function bundle(index: number): string {
  const parts = Array.from({ length: Math.ceil(bundleBytes / 43) }, (_, part) =>
    createHash('sha256').update(`bundle ${index} ${part}`).digest('base64url')
  )
  return parts.join('').slice(0, bundleBytes)
}

/** Publishes one artifact more: its commit's objects lie loose in the repository, as a host has them of a small push. */
export async function addArtifact(
  path: string,
  index: number,
  artifacts: number,
  isAttested: boolean
): Promise<void> {
  const files = [...artifactFiles(index, isAttested), ...changedFiles(index, artifacts)]
  const lines: string[] = []
  for (const [name, short] of files) {
    const content = name.startsWith('provenance/') ? bundle(index) : short
    const blob = await git(path, ['hash-object', '-w', '--stdin'], [content])
    lines.push(`100644 ${blob}\t${name}\n`)
  }
  await git(path, ['update-index', '--add', '--index-info'], lines)
  await commitIndex(path, `publish ${index}`, ['main'])
}

/** Bytes of a repository's objects, packs and loose ones. */
export function objectBytes(path: string): number {
  return readdirSync(join(path, 'objects'), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && !entry.name.endsWith('.idx') && !entry.name.endsWith('.rev')
    )
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}

/** A small store made of bytes: three store paths, signed, with catalogue, README and a pin. */
import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { formatCacheInfo } from '../../src/binary-cache/cache-info.ts'
import { compress } from '../../src/binary-cache/compress.ts'
import { formatSha256 } from '../../src/binary-cache/hash.ts'
import { narCachePath } from '../../src/binary-cache/nar-name.ts'
import { formatNarInfo } from '../../src/binary-cache/narinfo.ts'
import {
  parseSecretKey,
  publicKeyText,
  sign,
  type SecretKey
} from '../../src/binary-cache/signature.ts'
import type { Compression, NarInfo } from '../../src/binary-cache/types.ts'
import { badgesOf, catalogueFiles, shown } from '../support/catalogue.ts'
import { renderReadmeBlock } from '../../src/catalogue/readme-block.ts'
import { placeBlock } from '../../src/catalogue/readme.ts'
import { refersTo } from '../../src/catalogue/rows.ts'
import type { CacheDescription, Catalogue } from '../../src/catalogue/types.ts'
import { diagnose, type Diagnosis, type DoctorRequest } from '../../src/doctor/doctor.ts'
import { openFolderStore } from '../../src/doctor/folder-store.ts'
import { silentLog } from '../../src/log.ts'
import { formatPin, pinFile } from '../../src/pins/pin.ts'
import { siteFiles } from '../../src/repository/site-files.ts'
import { testEnvironment } from '../support/nix.ts'

export type Files = Map<string, Buffer>

export const description: CacheDescription = {
  substituterUrl: 'https://alice.github.io/store',
  servedBy: 'pages',
  login: null,
  repository: 'alice/store',
  branch: 'main',
  webUrl: (path) => `https://github.com/alice/store/blob/main/${path}`
}

export function newKey(name = 'cache-1'): SecretKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32)
  const half = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  return parseSecretKey(`${name}:${Buffer.concat([seed, half]).toString('base64')}`)
}

/** A NAR of one regular file. */
export function narOf(content: Buffer | string): Buffer {
  const text = (bytes: Buffer | string): Buffer => {
    const body = Buffer.from(bytes)
    const length = Buffer.alloc(8)
    length.writeBigUInt64LE(BigInt(body.length))
    return Buffer.concat([length, body, Buffer.alloc((8 - (body.length % 8)) % 8)])
  }
  const words = ['nix-archive-1', '(', 'type', 'regular', 'contents', content, ')']
  return Buffer.concat(words.map(text))
}

/** `nix-store --export` of one path. */
export function exportOf(storePath: string, nar: Buffer): Buffer {
  const number = (value: bigint): Buffer => {
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64LE(value)
    return bytes
  }
  const text = (value: string): Buffer =>
    Buffer.concat([
      number(BigInt(value.length)),
      Buffer.from(value),
      Buffer.alloc((8 - (value.length % 8)) % 8)
    ])
  return Buffer.concat([
    ...[number(1n), nar, number(0x4558494en), text(storePath), number(0n), text('')],
    ...[number(0n), number(0n)]
  ])
}

export function sha256(bytes: Buffer): string {
  return formatSha256(createHash('sha256').update(bytes).digest())
}

/** 32 characters of Nix's base32 that are the same for the same name. */
export function pathOf(name: string): string {
  return `/nix/store/${sha256(Buffer.from(name)).slice('sha256:'.length, 'sha256:'.length + 32)}-${name}`
}

export function hashOf(name: string): string {
  return pathOf(name).slice('/nix/store/'.length, '/nix/store/'.length + 32)
}

interface Part {
  name: string
  compression: Compression
  content: Buffer
  references: string[]
}

/** Over 4 MiB, so that it is of two zstd frames. */
const large = Buffer.alloc(5 * 1024 * 1024, 'all work and no play ')

export const parts: Part[] = [
  { name: 'hello-1.0', compression: 'zstd', content: large, references: ['lib-2.0', 'glibc-2.40'] },
  { name: 'lib-2.0', compression: 'xz', content: Buffer.from('library'), references: [] },
  { name: 'data-3.0', compression: 'none', content: Buffer.from('data'), references: ['data-3.0'] }
]

export interface SoundStore {
  files: Files
  catalogue: Catalogue
}

/** `key` null: unsigned. `about`: what its README says of itself. */
export async function soundStore(
  key: SecretKey | null,
  about: CacheDescription = description
): Promise<SoundStore> {
  const files: Files = new Map([['nix-cache-info', Buffer.from(formatCacheInfo())]])
  const rows: Catalogue['rows'][number][] = []
  for (const { name, compression, content, references } of parts) {
    const nar = narOf(content)
    const packed: Buffer[] = []
    for await (const chunk of compress(bytesOf(nar), compression, null)) packed.push(chunk)
    const file = Buffer.concat(packed)
    const [pname = '', version = ''] = name.split('-')
    const unsigned: NarInfo = {
      storePath: pathOf(name),
      url: narCachePath(sha256(file), pname, compression),
      compression,
      fileHash: sha256(file),
      fileSize: file.length,
      narHash: sha256(nar),
      narSize: nar.length,
      references: references.map((other) => pathOf(other).slice('/nix/store/'.length)),
      deriver: null,
      signatures: [],
      ca: null
    }
    const info = key === null ? unsigned : { ...unsigned, signatures: [sign(key, unsigned)] }
    files.set(info.url, file)
    files.set(`${hashOf(name)}.narinfo`, Buffer.from(formatNarInfo(info)))
    // The library is only of somebody's closure.
    if (name === 'lib-2.0') continue
    rows.push({
      ...{ name: pname, version, system: 'x86_64-linux', output: 'out', attribute: `.#${pname}` },
      ...{ storePath: info.storePath, nar: info.url, narSize: info.narSize, fileSize: file.length },
      ...{ references: references.length, refersTo: refersTo(unsigned), closureSize: null },
      ...{ mainProgram: null, closures: ['binary'], source: null },
      ...{ publishedAt: '2026-11-21T04:05:06Z', runUrl: null }
    })
  }
  rows.sort((a, b) => (a.name < b.name ? -1 : 1))
  const catalogue = { rows, publicKeys: key === null ? [] : [publicKeyText(key)] }
  const pin = { name: 'main-x86_64-linux-hello', storePath: pathOf('hello-1.0') }
  const pins = new Set([pin.storePath])
  for (const [path, content] of catalogueFiles(catalogue, [pin])) files.set(path, content)
  for (const [path, content] of await badgesOf(catalogue, [pin])) files.set(path, content)
  files.set(pinFile(pin.name), Buffer.from(formatPin(pin.storePath)))
  const block = renderReadmeBlock(shown(catalogue, pins), { ...about, pins: [pin] })
  files.set('README.md', placeBlock(Buffer.from('# Ours\n'), block, about.repository))
  const { repository: name, branch } = about
  for (const [path, content] of siteFiles({ name, branch })) files.set(path, content)
  return { files, catalogue }
}

async function* bytesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) {
    yield await Promise.resolve(bytes.subarray(at, at + 65_536))
  }
}

export function narInfoFile(name: string): string {
  return `${hashOf(name)}.narinfo`
}

/** Rewrites a text file of the store. */
export function edit(files: Files, path: string, change: (text: string) => string): void {
  const before = files.get(path)?.toString() ?? ''
  const after = change(before)
  if (after === before) throw new Error(`nothing changed in ${path}`)
  files.set(path, Buffer.from(after))
}

export function narPath(files: Files, name: string): string {
  const url = /^URL: (.*)$/m.exec(files.get(narInfoFile(name))?.toString() ?? '')?.[1]
  if (url === undefined) throw new Error(`no narinfo of ${name}`)
  return url
}

export function writeFiles(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'nar-publish-doctor-'))
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

export function examine(
  folder: string,
  options: Partial<Omit<DoctorRequest, 'store'>> & { about?: CacheDescription | null } = {}
): Promise<Diagnosis> {
  const { about = description, ...rest } = options
  return diagnose({
    store: openFolderStore(folder, { description: about, serverUrl: 'https://github.com' }),
    publicKeys: [],
    trustedKeys: [],
    isQuick: false,
    fix: false,
    childEnvironment: testEnvironment(),
    log: silentLog,
    ...rest
  })
}

/** `CODE file` of each finding, sorted. */
export function shortFindings({ findings }: Diagnosis): string[] {
  return findings.map(({ code, file }) => `${code} ${file}`).sort()
}

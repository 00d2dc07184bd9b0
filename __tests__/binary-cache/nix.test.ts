/** The machine's Nix judges what we write. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { cacheInfoPath, formatCacheInfo } from '../../src/binary-cache/cache-info.ts'
import { pnameOf } from '../../src/binary-cache/nar-name.ts'
import { formatNarInfo } from '../../src/binary-cache/narinfo.ts'
import { packFiles, packNar, type NarSource } from '../../src/binary-cache/pack.ts'
import { parseSecretKey, publicKeyText, sign } from '../../src/binary-cache/signature.ts'
import {
  compressions,
  type Compression,
  type NarInfo,
  type PathInfo
} from '../../src/binary-cache/types.ts'
import { parsePathInfo } from '../../src/nix/path-info.ts'
import { parseStorePath, storePathBaseName } from '../../src/store-path.ts'
import { golden } from './golden.ts'
import { cacheAddress, signingAddress } from '../support/cache-address.ts'

const secretKeyFile = join(import.meta.dirname, 'golden', 'test-only.secret')
const key = parseSecretKey(golden('test-only.secret'))
const scratch = mkdtempSync(join(tmpdir(), 'binary-cache-'))
let paths: PathInfo[]

function nix(args: string[], settings = ''): string {
  const common =
    'experimental-features = nix-command flakes\nsandbox = false\nbuild-users-group =\nsubstituters ='
  return execFileSync('nix', args, {
    env: { ...process.env, NIX_CONFIG: `${common}\n${settings}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8'
  })
}

function dump(storePath: string): NarSource {
  const child = spawn('nix-store', ['--dump', storePath], { stdio: ['ignore', 'pipe', 'inherit'] })
  const done = once(child, 'close').then(([code]) => {
    expect(code).toBe(0)
  })
  return { stream: child.stdout, done }
}

/** An application that refers to a library of 9 MB and to itself: more than two of zstd's frames, and each kind of reference. */
function buildPaths(): PathInfo[] {
  // Built in the machine's store, because a store elsewhere has no shell; the salt keeps an earlier run's path from answering.
  const expression = `{ node, salt }:
    let
      build = name: script: inputs: derivation (inputs // {
        inherit name salt;
        system = builtins.currentSystem;
        builder = "/bin/sh";
        args = [ "-c" "\${script}; exit 0" ];
      });
      library = build "library-1.0" "/usr/bin/head -c 9000000 \${node} > $out" { };
    in build "application-2.0" "echo $library $out > $out" { inherit library; }`
  const args = ['--argstr', 'node', process.execPath, '--argstr', 'salt', scratch]
  const built = nix(['build', '--impure', '--no-link', '--json', '--expr', expression, ...args])
  const [{ outputs }] = z
    .tuple([z.object({ outputs: z.object({ out: z.string() }) })])
    .parse(JSON.parse(built))
  // What Nix says of each, in the shape of its version.
  return parsePathInfo(JSON.parse(nix(['path-info', '--json', '-r', outputs.out])))
}

/** A binary cache of all paths, as a publish writes it. */
async function writeCache(cache: string, compression: Compression): Promise<Map<string, NarInfo>> {
  const directory = join(cache, 'scratch')
  mkdirSync(directory, { recursive: true })
  const narInfos = new Map<string, NarInfo>()
  for (const info of paths) {
    const { hash, name } = parseStorePath(info.storePath)
    const level = compression === 'xz' ? 0 : null
    const options = { directory, pname: pnameOf(name), compression, level }
    const packed = await packNar(dump(info.storePath), info, options)
    mkdirSync(dirname(join(cache, packed.cachePath)), { recursive: true })
    copyFileSync(packed.diskPath, join(cache, packed.cachePath))
    const narInfo: NarInfo = {
      ...info,
      url: packed.cachePath,
      compression,
      fileHash: packed.fileHash,
      fileSize: packed.fileSize,
      references: info.references.map(storePathBaseName),
      deriver: info.deriver === null ? null : storePathBaseName(info.deriver),
      signatures: [sign(key, info)]
    }
    writeFileSync(join(cache, `${hash}.narinfo`), formatNarInfo(narInfo))
    narInfos.set(hash, narInfo)
  }
  writeFileSync(join(cache, cacheInfoPath), formatCacheInfo())
  return narInfos
}

beforeAll(() => {
  paths = buildPaths()
})
afterAll(() => {
  execFileSync('chmod', ['-R', 'u+w', scratch])
  rmSync(scratch, { recursive: true })
})

describe.each(compressions)('a cache packed as %s', (compression) => {
  const cache = join(scratch, compression)
  let narInfos: Map<string, NarInfo>
  beforeAll(async () => {
    narInfos = await writeCache(cache, compression)
  })

  test('is the same when the files are read without Nix', async () => {
    const directory = join(cache, 'direct')
    mkdirSync(directory, { recursive: true })
    for (const info of paths) {
      const { hash, name } = parseStorePath(info.storePath)
      const level = compression === 'xz' ? 0 : null
      const options = { directory, pname: pnameOf(name), compression, level }
      const { cachePath, fileHash } = await packFiles(info.storePath, info, options)
      expect([cachePath, fileHash]).toEqual([narInfos.get(hash)?.url, narInfos.get(hash)?.fileHash])
    }
  })

  const copyBack = (store: string, trustedKey: string): string =>
    nix(
      ['copy', '--from', cacheAddress(cache), '--to', `local?root=${store}`].concat(
        paths.map(({ storePath }) => storePath)
      ),
      `trusted-public-keys = ${trustedKey}\nrequire-sigs = true`
    )

  test('is copied from by Nix with signatures required', () => {
    const store = join(scratch, `${compression}-store`)
    copyBack(store, publicKeyText(key))
    for (const { storePath } of paths) {
      expect(readFileSync(join(store, storePath)).equals(readFileSync(storePath))).toBe(true)
    }
  })

  test('is refused by a Nix that trusts another key of the same name', () => {
    const stranger = `${key.name}:${Buffer.alloc(32, 7).toString('base64')}`
    expect(() => copyBack(join(scratch, `${compression}-refused`), stranger)).toThrow(
      /lacks a (valid )?signature/
    )
  })

  test('has narinfos that only differ from Nix’s in what the compressor made', () => {
    const theirs = join(scratch, `${compression}-nix`)
    const url = `${signingAddress(theirs, secretKeyFile)}&compression=${compression}`
    nix(['copy', '--to', url, ...paths.map(({ storePath }) => storePath)])
    expect(narInfos.size).toBe(2)
    for (const [hash, narInfo] of narInfos) {
      const written = readFileSync(join(theirs, `${hash}.narinfo`), 'utf8')
      const field = (name: string): string =>
        new RegExp(`^${name}: (.*)$`, 'm').exec(written)?.[1] ?? ''
      const [fileHash, fileSize] = [field('FileHash'), Number(field('FileSize'))]
      const same = compression === 'none' ? {} : { fileHash, fileSize }
      expect(formatNarInfo({ ...narInfo, url: field('URL'), ...same })).toBe(written)
    }
  })
})

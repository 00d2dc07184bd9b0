import pLimit from 'p-limit'
import { cacheInfoPath, parseCacheInfo } from '../binary-cache/cache-info.ts'
import { measureNar } from '../binary-cache/measure-nar.ts'
import { compressions, type NarInfo } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import { parseStorePath, storeDirectory } from '../store-path.ts'
import { narProblem } from './judge-nar.ts'
import { readNarInfoFile, signatureProblems } from './judge-narinfo.ts'
import type { Problem } from './types.ts'
import { isBroken, type ReaderWeb, type Served } from './web.ts'

export interface ReadRequest {
  web: ReaderWeb
  /** What readers put into `substituters`. */
  address: string
  /** Store paths whose closures are read. */
  roots: readonly string[]
  /** `name:base64`; none: signatures are not asked for. */
  publicKeys: readonly string[]
  /** The files of the commit that the address is to serve; null: not known, and what is 404 is not there. */
  committed: CommittedFiles | null
  /** Full store path → NarHash that its narinfo is to have; left out: any. */
  narHashes?: ReadonlyMap<string, string>
  /** NARs are asked for and not read. */
  isQuick: boolean
  childEnvironment: Record<string, string>
  onProgress: (done: number, total: number) => void
}

/** What a commit has. */
export interface CommittedFiles {
  has(file: string): boolean
  /** Whether the commit's file is this one, byte for byte. */
  isSame(file: string, content: Buffer): boolean
}

export interface FileProblem extends Problem {
  file: string
}

export interface CacheRead {
  problems: FileProblem[]
  /** Read whole and found right: narinfo, signature and NAR; with `isQuick` the NAR was only there. */
  good: string[]
  /** Not asked for any more, or in vain, once the address refused: store paths, those of closures as far as they are known. */
  unread: string[]
  /** Referred to, and left to other caches. */
  upstream: string[]
  nars: number
}

const pathsAtOnce = 4

/**
 * Reads closures from an address as Nix does: `nix-cache-info`, then of each path its narinfo and its NAR, each NAR once. A NAR is right when
 * its file and what it unpacks to have the sizes and hashes that the narinfo says. Throws COMPRESSOR_MISSING.
 */
export async function readCache(request: ReadRequest): Promise<CacheRead> {
  const reading = new Reading(request)
  if (await reading.readInfo()) await reading.readClosures()
  return reading.result
}

/** `address` without what Nix takes for settings, and without slashes at its end. */
export function cacheRoot(address: string): string {
  return address.replace(/[?#].*$/, '').replace(/\/+$/, '')
}

class Reading {
  readonly result: CacheRead = { problems: [], good: [], unread: [], upstream: [], nars: 0 }
  readonly #request: ReadRequest
  readonly #root: string
  readonly #nars = new Map<string, Promise<(narInfo: NarInfo) => Problem | null>>()
  /** Hosts and reasons that were told. */
  readonly #told = new Set<string>()

  constructor(request: ReadRequest) {
    this.#request = request
    this.#root = cacheRoot(request.address)
  }

  /** False: Nix would ask for nothing more. */
  async readInfo(): Promise<boolean> {
    const found = await this.#read(cacheInfoPath)
    if (Buffer.isBuffer(found)) {
      try {
        parseCacheInfo(found.toString('utf8'), cacheInfoPath)
        return true
      } catch (error) {
        if (!(error instanceof NarPublishError)) throw error
        this.#add(cacheInfoPath, { code: 'CACHE_INFO_INVALID', detail: error.reason })
      }
    } else {
      this.#addRefusal(cacheInfoPath, found, { code: 'CACHE_INFO_MISSING', detail: '' })
    }
    this.result.unread.push(...this.#request.roots)
    return false
  }

  /** Level by level, as references lead. */
  async readClosures(): Promise<void> {
    const { roots, committed, onProgress } = this.#request
    const rootSet = new Set(roots)
    const seen = new Set(roots)
    const limit = pLimit(pathsAtOnce)
    let level = [...seen]
    let done = 0
    while (level.length > 0) {
      const references = await limit.map(level, async (path) => {
        const file = fileOf(path)
        // What the commit does not have Nix asks for as well, and gets elsewhere.
        const isLeft = !rootSet.has(path) && committed?.has(file) === false
        if (isLeft) this.result.upstream.push(path)
        const found = isLeft ? [] : await this.#readPath(path, rootSet.has(path))
        onProgress(++done, seen.size)
        return found
      })
      level = [...new Set(references.flat())].filter((path) => !seen.has(path))
      for (const path of level) seen.add(path)
    }
    for (const paths of [this.result.good, this.result.unread, this.result.upstream]) paths.sort()
  }

  /** Gives what it refers to. */
  async #readPath(path: string, isRoot: boolean): Promise<string[]> {
    const file = fileOf(path)
    const content = await this.#read(file)
    if (!Buffer.isBuffer(content)) {
      if (content.kind === 'missing' && !isRoot && this.#request.committed === null) {
        this.result.upstream.push(path)
        return []
      }
      if (content.kind !== 'missing') this.result.unread.push(path)
      this.#addRefusal(file, content, { code: 'NARINFO_MISSING', detail: path })
      return []
    }
    const narInfo = readNarInfoFile(content.toString('utf8'), file)
    const isSame = this.#request.committed?.isSame(file, content) ?? true
    const add = ({ code, detail }: Problem): void => {
      // What the branch has by now may be right.
      this.#add(
        file,
        isSame ? { code, detail } : { code: 'ADDRESS_LATE', detail: `${code} ${detail}` }
      )
    }
    if ('code' in narInfo) {
      add(narInfo)
      return []
    }
    if (narInfo.storePath !== path) {
      add({ code: 'NARINFO_MISNAMED', detail: narInfo.storePath })
      return []
    }
    const narHash = this.#request.narHashes?.get(path) ?? narInfo.narHash
    if (narInfo.narHash !== narHash) {
      add({ code: 'ADDRESS_LATE', detail: `its NarHash is ${narInfo.narHash}` })
      return []
    }
    const problems = signatureProblems(narInfo, this.#request.publicKeys)
    const judge = await this.#nar(narInfo)
    const problem = judge === null ? null : judge(narInfo)
    for (const found of [...problems, ...(problem === null ? [] : [problem])]) add(found)
    if (judge === null) this.result.unread.push(path)
    else if (
      problems.length === 0 &&
      (problem === null || problem.code === 'COMPRESSION_UNKNOWN')
    ) {
      this.result.good.push(path)
    }
    return narInfo.references.map((name) => `${storeDirectory}/${name}`)
  }

  /** Reads the NAR once, whoever refers to it. Gives what to hold a narinfo against; null: it was not read, which is told. */
  async #nar(narInfo: NarInfo): Promise<((narInfo: NarInfo) => Problem | null) | null> {
    const { url, compression } = narInfo
    const key = `${compression} ${url}`
    const known = this.#nars.get(key)
    const reading = known ?? this.#readNar(narInfo)
    this.#nars.set(key, reading)
    return reading.catch((error: unknown) => {
      if (!(error instanceof Unread)) throw error
      return null
    })
  }

  async #readNar(narInfo: NarInfo): Promise<(narInfo: NarInfo) => Problem | null> {
    const { web, isQuick, childEnvironment, committed } = this.#request
    const { url, compression, narSize, fileSize: announced } = narInfo
    const isBeside = /^https?:\/\//.test(url)
    const address = isBeside ? url : `${this.#root}/${url}`
    for (let attempt = 1; ; attempt++) {
      const served = await web.get(address, { toRead: !isQuick })
      if (served.kind === 'missing') {
        this.result.nars++
        const isLate = !isBeside && committed?.has(url) === true
        return () => ({ code: isLate ? 'ADDRESS_LATE' : 'NAR_MISSING', detail: url })
      }
      if (served.kind !== 'found') {
        this.#addRefusal(url, served, { code: 'NAR_MISSING', detail: '' })
        throw new Unread()
      }
      this.result.nars++
      if (isQuick) {
        const { size } = served
        return ({ fileSize }) =>
          size === null || size === fileSize
            ? null
            : {
                code: 'NAR_FILE_DIFFERS',
                detail: `${url} has ${size} bytes, announced are ${fileSize}`
              }
      }
      try {
        const measured = await measureNar(served.body, {
          compression: compressions.find((name) => name === compression) ?? null,
          // Of whoever names it: a file is hardly larger than its NAR.
          largestFile: Math.max(announced, narSize) + 1_048_576,
          largestNar: narSize,
          childEnvironment,
          onProgress: () => undefined
        })
        return (other) => narProblem(other, measured)
      } catch (error) {
        if (!isBroken(error)) throw error
        this.result.nars--
        if (attempt < downloadAttempts) continue
        this.#addRefusal(
          url,
          { kind: 'failed', reason: error.reason },
          { code: 'NAR_MISSING', detail: '' }
        )
        throw new Unread()
      }
    }
  }

  #read(file: string): ReturnType<ReaderWeb['read']> {
    return this.#request.web.read(`${this.#root}/${file}`)
  }

  #addRefusal(file: string, served: Exclude<Served, { kind: 'found' }>, missing: Problem): void {
    switch (served.kind) {
      case 'missing': {
        const isLate = this.#request.committed?.has(file) === true
        this.#add(file, isLate ? { code: 'ADDRESS_LATE', detail: missing.detail } : missing)
        return
      }
      case 'limited': {
        const { host, retryAfter } = served
        // Told once for a host: it is asked no more.
        if (this.#told.has(host)) return
        this.#told.add(host)
        const wait = retryAfter === null ? 'no Retry-After' : `Retry-After: ${retryAfter}`
        this.#add(file, { code: 'ADDRESS_LIMITED', detail: `${host}, ${wait}` })
        return
      }
      case 'failed':
        this.#add(file, { code: 'ADDRESS_FAILS', detail: served.reason })
    }
  }

  #add(file: string, problem: Problem): void {
    this.result.problems.push({ file, ...problem })
  }
}

/** Times that a download which breaks off is begun again. */
const downloadAttempts = 4

/** The address would not give it, and that was told. */
class Unread extends Error {}

function fileOf(storePath: string): string {
  return `${parseStorePath(storePath).hash}.narinfo`
}

import { NarScanner } from '../binary-cache/nar-scanner.ts'
import { NarPublishError } from '../errors.ts'
import { chunkOperands } from './command.ts'
import { nixFailure, startNix, type NixExit } from './run.ts'
import type { Nix } from './types.ts'

interface ExportedNar {
  storePath: string
  /** The whole NAR, uncompressed. */
  nar: Buffer
}

// Nix, src/libstore/export-import.cc.
const exportMagic = 0x4558494en
const longestPath = 4096
const mostReferences = 1_000_000n

/**
 * The NARs of many small store paths from one process, in Nix's order, one in memory at a time: a process for each path takes a hundred
 * times as long. `largest`: bytes of the largest NAR; a stream that has a larger one is no export of these paths.
 * Throws NIX_FAILED, NAR_HASH_MISMATCH.
 */
export async function* exportNars(
  nix: Nix,
  storePaths: readonly string[],
  largest: number,
  signal?: AbortSignal
): AsyncGenerator<ExportedNar> {
  for (const chunk of chunkOperands(storePaths)) {
    const { child, stdout, exit } = startNix(
      nix,
      { program: 'nix-store', args: ['--export', '--', ...chunk] },
      { signal }
    )
    try {
      yield* readExport(stdout as AsyncIterable<Buffer>, largest)
      const ended = await exit
      if (ended.status !== 0) throw exportFailure(ended)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      // A stream that breaks off is Nix's failure, which Nix tells better. It waits for its reader until then, and compares a path's
      // hash only after the path's last byte.
      await stdout.forEach(() => undefined).catch(() => undefined)
      const ended = await exit
      if (ended.status !== 0) throw exportFailure(ended)
      throw new NarPublishError({
        code: 'NIX_FAILED',
        subject: 'nix-store --export',
        reason: error.message,
        cause: error
      })
    } finally {
      stdout.destroy()
      child.kill()
    }
  }
}

/** Unlike `--dump`, the export compares each path with Nix's database itself. */
function exportFailure(ended: NixExit): NarPublishError {
  const changed = /hash of path '([^']+)' has changed from (.*)/.exec(ended.stderr)
  return changed?.[1] === undefined
    ? nixFailure(ended)
    : nixFailure(ended, {
        code: 'NAR_HASH_MISMATCH',
        subject: changed[1],
        reason: `the hash of its NAR has changed from ${changed[2] ?? 'what Nix knows'}`
      })
}

/**
 * Splits an export stream: for each path `1`, the NAR, the magic, the path, its references, its deriver, `0`; and `0` at the end.
 * Numbers have 64 bits, little-endian; texts have their length before them and zeros after them, up to a multiple of 8.
 * Throws SyntaxError.
 */
export async function* readExport(
  stream: AsyncIterable<Buffer>,
  largest: number
): AsyncGenerator<ExportedNar> {
  const reader = new ExportReader(stream)
  while ((await reader.number()) !== 0n) {
    const nar = await reader.nar(largest)
    if ((await reader.number()) !== exportMagic) throw new SyntaxError('the magic is not there')
    const storePath = await reader.text()
    const references = await reader.number()
    if (references > mostReferences) throw new SyntaxError(`${references} references`)
    for (let reference = 0n; reference < references; reference++) await reader.text()
    await reader.text()
    // Once an (unused) signature could follow.
    if ((await reader.number()) !== 0n) throw new SyntaxError('something follows the deriver')
    yield { storePath, nar }
  }
}

class ExportReader {
  readonly #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]()
  }

  async number(): Promise<bigint> {
    return (await this.#bytes(8)).readBigUInt64LE()
  }

  async text(): Promise<string> {
    const length = await this.number()
    if (length > longestPath) throw new SyntaxError(`a path of ${length} bytes`)
    const padded = await this.#bytes(Math.ceil(Number(length) / 8) * 8)
    return padded.toString('utf8', 0, Number(length))
  }

  async nar(largest: number): Promise<Buffer> {
    const scanner = new NarScanner()
    const parts: Buffer[] = []
    let size = 0
    for (;;) {
      if (this.#rest.length === 0) await this.#more()
      const end = scanner.push(this.#rest)
      const part = this.#rest.subarray(0, end ?? undefined)
      parts.push(part)
      size += part.length
      if (size > largest) throw new SyntaxError(`a NAR of more than ${largest} bytes`)
      this.#rest = this.#rest.subarray(part.length)
      if (end !== null) return Buffer.concat(parts)
    }
  }

  async #bytes(count: number): Promise<Buffer> {
    while (this.#rest.length < count) await this.#more()
    const bytes = this.#rest.subarray(0, count)
    this.#rest = this.#rest.subarray(count)
    return bytes
  }

  async #more(): Promise<void> {
    const next = await this.#chunks.next()
    if (next.done === true) throw new SyntaxError('the export stream breaks off')
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value])
  }
}

import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { startProgram } from '../process/start.ts'

/** Bytes of a source that are read at most: a text in the rest is not found. */
const mostRead = 2 * 1024 ** 3

/**
 * Which of the texts a source holds: a folder in the store, of which `files` alone are read when they are all there, or an archive, read
 * as `tar` unpacks it and written nowhere. null: it is an archive that tar cannot read.
 */
export async function textsInSource(
  source: string,
  texts: readonly string[],
  files: readonly string[],
  env: Readonly<Record<string, string>>
): Promise<Set<string> | null> {
  const search = new TextSearch(texts)
  if ((await stat(source)).isDirectory()) {
    for (const file of await chosenFiles(source, files)) {
      await search.read(createReadStream(file))
      search.endFile()
    }
    return search.found
  }
  const args = ['-xOf', source]
  const { child, stdout, exit } = startProgram({ program: 'tar', args }, { env })
  await search.read(stdout)
  child.kill()
  const { status, signal } = await exit.catch(() => ({ status: 127, signal: null }))
  return status === 0 || (signal !== null && search.isDone) ? search.found : null
}

async function chosenFiles(folder: string, files: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const all = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  const named = files.map((file) => join(folder, file))
  const areThere = named.length > 0 && named.every((file) => all.includes(file))
  return areThere ? named : all
}

class TextSearch {
  readonly found = new Set<string>()
  readonly #texts: readonly [text: string, bytes: Buffer][]
  readonly #overlap: number
  #rest = Buffer.alloc(0)
  #read = 0

  constructor(texts: readonly string[]) {
    this.#texts = texts.map((text) => [text, Buffer.from(text)])
    this.#overlap = Math.max(0, ...this.#texts.map(([, bytes]) => bytes.length - 1))
  }

  get isDone(): boolean {
    return this.found.size === this.#texts.length || this.#read > mostRead
  }

  async read(stream: Readable): Promise<void> {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      this.#read += chunk.length
      const bytes = Buffer.concat([this.#rest, chunk])
      for (const [text, wanted] of this.#texts) if (bytes.includes(wanted)) this.found.add(text)
      this.#rest = bytes.subarray(Math.max(0, bytes.length - this.#overlap))
      if (this.isDone) break
    }
  }

  /** What the next one begins with does not go on with what this one ends with. */
  endFile(): void {
    this.#rest = Buffer.alloc(0)
  }
}

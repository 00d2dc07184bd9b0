import { constants } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { NarPublishError } from '../../errors.ts'
import { leftName, writeWhole } from './left-file.ts'
import { computedInvalid, formatComputed } from './schema.ts'
import type { Computed } from './types.ts'

/**
 * Writes the answer into a folder, which is made when it is missing, and gives its file: `<name>-<system>.json`. `name`: that of the package,
 * unless another one of its change has it as well.
 */
export async function writeComputed(
  folder: string,
  computed: Computed,
  name = computed.change.name
): Promise<string> {
  return writeLeft(folder, `${name}-${computed.systems.join('+')}`, formatComputed(computed))
}

/** Writes `<name>.json` for another job: whole, or not at all. */
export async function writeLeft(folder: string, wanted: string, text: string): Promise<string> {
  const file = join(folder, `${leftName(wanted)}.json`)
  await writeWhole(file, text)
  return file
}

/** Bytes of one file: a thousand edits have some 600 KB, and there may be whole lock files in it. */
const largest = 50_000_000
/** Folders in folders: each downloaded artifact has one of its own. */
const deepest = 3

/** What other jobs left, each parsed as it is read, so that one is in memory at a time; none where there is none. Throws COMPUTED_INVALID, COMPUTED_MISSING. */
export async function readLeft<T>(
  paths: readonly string[],
  { largest, mostFiles }: { largest: number; mostFiles: number },
  parse: (text: string, file: string) => T
): Promise<(T & { file: string })[]> {
  const read: (T & { file: string })[] = []
  for (const file of await filesLeft(paths, mostFiles)) {
    read.push({ ...parse(await readText(file, largest), file), file })
  }
  return read
}

/** The `.json` files at all of the paths, each once. Throws COMPUTED_INVALID when there are more than `most`, and COMPUTED_MISSING. */
export async function filesLeft(paths: readonly string[], most: number): Promise<string[]> {
  const files = [...new Set((await Promise.all(paths.map((path) => filesAt(path)))).flat())]
  if (files.length <= most) return files
  throw computedInvalid(paths.join(', '), `there are over ${most} files in it`)
}

/** The `.json` files in a folder and those below it, in the order of their names, or the file itself. Throws COMPUTED_MISSING, COMPUTED_INVALID. */
async function filesAt(path: string): Promise<string[]> {
  const found = await lstat(path).catch(() => null)
  if (found === null) throw computedMissing(path, 'it does not exist')
  return found.isDirectory() ? filesBelow(path, deepest) : [path]
}

async function filesBelow(folder: string, depth: number): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = await Promise.all(
    entries
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(async (entry) => {
        const path = join(folder, entry.name)
        if (entry.isDirectory()) {
          if (depth > 1) return filesBelow(path, depth - 1)
          // What is in it would be passed over, and is perhaps somebody's answer.
          throw computedInvalid(path, 'it is a folder below those that artifacts are downloaded to')
        }
        return entry.name.endsWith('.json') ? [path] : []
      })
  )
  return found.flat()
}

/** What another job left in a file, as it stands; `most`: bytes that it may have. Throws COMPUTED_INVALID. */
export async function readText(file: string, most = largest): Promise<string> {
  // Neither a link, which may lead anywhere, nor a pipe, which may never end.
  const handle = await open(
    file,
    constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  ).catch((cause: unknown) => {
    throw computedInvalid(file, 'it cannot be read as a file of its own', cause)
  })
  try {
    const { size, isFile } = await handle.stat().then((stat) => ({
      size: stat.size,
      isFile: stat.isFile()
    }))
    if (!isFile) throw computedInvalid(file, 'it is not a file')
    if (size > most) throw computedInvalid(file, `it has ${size} bytes, over ${most}`)
    return new TextDecoder('utf-8', { fatal: true }).decode(await handle.readFile())
  } catch (cause) {
    if (cause instanceof NarPublishError) throw cause
    throw computedInvalid(file, 'it is not text in UTF-8', cause)
  } finally {
    await handle.close()
  }
}

export function computedMissing(subject: string, reason: string): NarPublishError {
  return new NarPublishError({ code: 'COMPUTED_MISSING', subject, reason })
}

import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  read,
  readdirSync,
  readlinkSync,
  readSync
} from 'node:fs'
import { promisify } from 'node:util'
import { isTurnDue, letOthersRun } from './event-loop.ts'
import { NarChunks, narWords } from './nar-chunks.ts'

/** A file of more bytes is read while others run: the disk may let it wait, and the way to a thread and back is little beside that. */
const quickFile = 64 * 1024
/** Nothing but a file's contents takes more at once: a name and a link's target of PATH_MAX, and the words around them. */
const nodeSize = 16 * 1024

const words = {
  magic: narWords('nix-archive-1'),
  symlink: narWords('(', 'type', 'symlink', 'target'),
  regular: narWords('(', 'type', 'regular', 'contents'),
  executable: narWords('(', 'type', 'regular', 'executable', '', 'contents'),
  directory: narWords('(', 'type', 'directory'),
  entry: narWords('entry', '(', 'name'),
  node: narWords('node'),
  end: narWords(')')
}

/**
 * The NAR of what is at `path`, uncompressed, as `nix-store --dump` gives it (Nix, src/libutil/archive.cc; the grammar is in
 * nar-scanner.ts). Read here, the bytes spare themselves the way through a pipe. With `reuse`, a chunk may be written over when the
 * next one is asked for. `size`: bytes that the NAR should have; one of less than a chunk comes as one, unless others had their turn.
 *
 * By synchronous calls: four awaited ones take 0.17 of the 0.18 ms that a small file costs with them. The thread is let go
 * (event-loop.ts) between two files, links or folders as soon as that is due; what was gathered by then is given before, for its taker
 * to see that it should stop. What does not end earlier is the listing of one folder: 25 ms for 50,000 names, half of it their sorting.
 *
 * Throws what reading throws, and an error for what no store path holds (a socket, a file that changes).
 */
export async function* narOf(
  path: string,
  { reuse, size = Infinity }: { reuse: boolean; size?: number }
): AsyncGenerator<Buffer> {
  const nar = new NarChunks(size + nodeSize, reuse)
  nar.put(words.magic)
  // Those that are open, and what of them is still to come, backwards.
  const folders: { path: string; names: string[] }[] = []
  // A character for each byte: names are bytes, and stand in the order of their bytes.
  let next: string | undefined = Buffer.from(path).toString('latin1')
  do {
    const found = next === undefined ? null : lstatSync(asPath(next))
    const isQuick = found?.isFile() === true && found.size <= quickFile
    const wanted = nodeSize + (isQuick ? found.size : 0)
    const isDue = isTurnDue()
    if (nar.roomSize < wanted || (isDue && nar.size > 0)) yield nar.take(wanted)
    if (isDue) await letOthersRun()

    if (next === undefined || found === null) {
      folders.pop()
      nar.put(words.end)
    } else if (found.isDirectory()) {
      nar.put(words.directory)
      folders.push({ path: next, names: readdirSync(asPath(next), 'latin1').sort().reverse() })
    } else if (found.isSymbolicLink()) {
      nar.put(words.symlink)
      nar.text(readlinkSync(asPath(next), 'latin1'))
      nar.put(words.end)
    } else if (found.isFile()) {
      // As Nix does: the owner's bit alone.
      nar.put((found.mode & 0o100) === 0 ? words.regular : words.executable)
      nar.length(found.size)
      if (isQuick) readQuickly(nar, next, found.size)
      else yield* readLarge(nar, next, found.size)
      nar.padding(found.size)
      nar.put(words.end)
    } else {
      throw new Error(`${shown(next)} is neither a file, a folder nor a symbolic link`)
    }

    if (found?.isDirectory() !== true && folders.length > 0) nar.put(words.end)
    const folder = folders.at(-1)
    const name = folder?.names.pop()
    if (folder === undefined || name === undefined) next = undefined
    else {
      nar.put(words.entry)
      nar.text(name)
      nar.put(words.node)
      next = `${folder.path}/${name}`
    }
  } while (folders.length > 0)
  yield nar.take(0)
}

function readQuickly(nar: NarChunks, path: string, size: number): void {
  if (size === 0) return
  const file = openSync(asPath(path), flags)
  try {
    for (let left = size; left > 0;) {
      const count = readSync(file, nar.room(left))
      nar.wrote(given(count, path, left))
      left -= count
    }
  } finally {
    closeSync(file)
  }
}

async function* readLarge(nar: NarChunks, path: string, size: number): AsyncGenerator<Buffer> {
  const file = openSync(asPath(path), flags)
  try {
    for (let left = size; left > 0;) {
      if (nar.roomSize === 0) yield nar.take(1)
      const room = nar.room(left)
      const { bytesRead } = await readAsync(file, room, 0, room.length, null)
      nar.wrote(given(bytesRead, path, left))
      left -= bytesRead
    }
    if (nar.roomSize < nodeSize) yield nar.take(nodeSize)
  } finally {
    closeSync(file)
  }
}

const readAsync = promisify(read)

// What takes a file's place between two calls is neither followed, nor waited for as a pipe would be.
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

function given(count: number, path: string, left: number): number {
  if (count === 0) throw new Error(`${shown(path)} ended ${left} bytes early`)
  return count
}

/** A text costs a third of what bytes do, and is the same for Node as long as no byte is over 127. */
function asPath(path: string): string | Buffer {
  return /^[\0-\x7f]*$/.test(path) ? path : Buffer.from(path, 'latin1')
}

function shown(path: string): string {
  return Buffer.from(path, 'latin1').toString()
}

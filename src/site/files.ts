/** The files of the branch, as the page gets them: from the server that it came from, or out of a folder that its reader opened. */
export interface Files {
  /** null: it is not there. Throws FileError. */
  read(path: string, most: number): Promise<Uint8Array<ArrayBuffer> | null>
}

/** Why a file could not be read, as words that follow its path. */
export class FileError extends Error {}

/** Below the page's own address. Whoever serves a private cache has asked for a login already. */
export const served: Files = {
  async read(path, most) {
    // A store path's name, and so a log's, may have a question mark.
    const address = path.split('/').map(encodeURIComponent).join('/')
    const answer = await fetch(address, { credentials: 'same-origin' }).catch(() => {
      throw new FileError('the server could not be reached')
    })
    if (answer.status === 404) return null
    if (!answer.ok) throw new FileError(`the server answered ${answer.status}`)
    const reader = answer.body?.getReader()
    if (reader === undefined) return new Uint8Array()
    const chunks: Uint8Array<ArrayBuffer>[] = []
    let size = 0
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
      if (size > most) {
        await reader.cancel()
        throw new FileError(tooLong(most))
      }
      chunks.push(value)
    }
    return joined(chunks, size)
  }
}

/** A file of a folder that was opened, by which it has a path. */
type FolderFile = Pick<File, 'size' | 'arrayBuffer'> & { webkitRelativePath: string }

/** Of a folder that was opened: all that is in it, in whatever order. */
export function openedFolder(list: Iterable<FolderFile>): Files {
  const files = new Map<string, FolderFile>()
  for (const file of list) {
    // The first part is the folder's own name.
    files.set(file.webkitRelativePath.replace(/^[^/]*\//, ''), file)
  }
  return {
    async read(path, most) {
      const file = files.get(path)
      if (file === undefined) return null
      if (file.size > most) throw new FileError(tooLong(most))
      return new Uint8Array(await file.arrayBuffer())
    }
  }
}

function tooLong(most: number): string {
  return `it is longer than ${Math.round(most / 1024)} KiB`
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

/** Calls `work` for each, so many at once, in their order. Throws what it throws. */
export async function eachOf<T>(
  items: readonly T[],
  together: number,
  work: (item: T) => Promise<void>
): Promise<void> {
  const left = items.values()
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(together, items.length) }, worker))
}

import { mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileWord } from '../../harmless.ts'

/** What a file is called that is left for another job, without its ending. */
export function leftName(wanted: string): string {
  // Names are data; an artifact of GitHub's takes no file with a colon or a quote in its name either.
  return fileWord(wanted).replace(/^\.+/, '').slice(0, 200)
}

/** Whole or not at all; its folder is made when it is missing. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const folder = dirname(file)
  await mkdir(folder, { recursive: true })
  const unfinished = join(folder, `.${basename(file)}.${process.pid}`)
  await writeFile(unfinished, text)
  await rename(unfinished, file)
}

import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileWord } from '../../harmless.ts'
import { formatComputed } from './schema.ts'
import type { Computed } from './types.ts'

/** Writes the answer into a folder, which is made when it is missing, and gives its file: `<name>-<system>.json`. */
export async function writeComputed(folder: string, computed: Computed): Promise<string> {
  const { change, systems } = computed
  // Names are data; an artifact of GitHub's takes no file with a colon or a quote in its name either.
  const name = fileWord(`${change.name}-${systems.join('+')}`)
    .replace(/^\.+/, '')
    .slice(0, 200)
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${name}.json`)
  const unfinished = join(folder, `.${name}.${process.pid}`)
  await writeFile(unfinished, formatComputed(computed))
  await rename(unfinished, file)
  return file
}

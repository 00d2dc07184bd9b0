import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { attempt } from '../errors.ts'

/** The file that a command of this name starts in this environment; null: there is none. */
export function findProgram(
  name: string,
  { PATH = '' }: Readonly<Record<string, string>>
): string | null {
  const files = PATH.split(delimiter).map((folder) => join(folder, name))
  const isExecutable = (file: string): boolean => {
    accessSync(file, constants.X_OK)
    return true
  }
  return files.find((file) => attempt(() => isExecutable(file), false)) ?? null
}

import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The file that a command of this name starts in this environment; null: there is none. */
export function findProgram(
  name: string,
  { PATH = '' }: Readonly<Record<string, string>>
): string | null {
  const files = PATH.split(delimiter).map((folder) => join(folder, name))
  return files.find(isExecutable) ?? null
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

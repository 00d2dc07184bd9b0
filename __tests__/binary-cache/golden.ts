import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'golden')

/** A file that Nix wrote; golden/README.md tells by which command. */
export function golden(path: string): string {
  return readFileSync(join(folder, path), 'utf8')
}

export function goldenJson(path: string): unknown {
  return JSON.parse(golden(path))
}

/** Paths of all narinfos that Nix wrote, for `golden`. */
export function goldenNarInfos(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.narinfo'))
    .sort()
}

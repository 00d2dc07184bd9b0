import { lstatSync, readdirSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { buildIdAt, buildIdFolder, mostBuildIds } from '../binary-cache/debug-info.ts'

/**
 * The build-ids of a store path whose files can be read here, sorted, as Nix finds them: of any path that has the folder, whatever its output
 * is called; in real folders and files, and through no link. Where there is none, as nearly everywhere, it costs one look.
 */
export function buildIdsIn(storePath: string): string[] {
  let folder = ''
  for (const name of [storePath, ...buildIdFolder.split('/')]) {
    folder = join(folder, name)
    if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  }
  const found = entriesOf(folder)
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: first }) =>
      entriesOf(join(folder, first))
        .filter((entry) => entry.isFile())
        .flatMap(({ name }) => buildIdAt(`${buildIdFolder}/${first}/${name}`) ?? [])
    )
  return found.sort().slice(0, mostBuildIds)
}

function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true })
}

import type { PathInfo } from '../../binary-cache/types.ts'
import { holdPaths } from '../../nix/gc-roots.ts'
import { queryPathInfo } from '../../nix/path-info.ts'
import { count } from '../../text.ts'
import type { PublishRun } from '../run.ts'
import type { Selected } from '../state.ts'

/**
 * With what other rows need of what this one has built, and with all that it has built when something failed: then another attempt need
 * not build that again. Whatever the target holds of it: who needs it may not have the target to fetch from.
 */
export async function addHanded<S extends Selected>({ log }: PublishRun, selected: S): Promise<S> {
  const { nix, rowWork, failures } = selected
  if (rowWork === undefined || rowWork.own.size === 0) return selected
  const outputs = [...rowWork.own.keys()]
  const invalid = await holdPaths(nix, outputs)
  const built = await queryPathInfo(
    nix,
    outputs.filter((path) => !invalid.has(path))
  )
  const wanted = failures.length > 0 ? [...built.keys()] : reachable(rowWork.row.handsOn, built)
  const published = new Set(selected.selected.map(({ storePath }) => storePath))
  const handed = wanted.flatMap((path) => {
    const info = published.has(path) ? undefined : built.get(path)
    return info === undefined ? [] : [info]
  })
  if (handed.length === 0) return selected
  log.info(`${count(handed.length, 'path')} for other jobs of this run`)
  return {
    ...selected,
    selected: [...selected.selected, ...handed],
    handed: new Set(handed.map(({ storePath }) => storePath))
  }
}

/** Of these paths, those that some of them lead to. */
function reachable(from: readonly string[], infos: ReadonlyMap<string, PathInfo>): string[] {
  const found = new Set(from.filter((path) => infos.has(path)))
  // A set gives what is added to it while it is read.
  for (const path of found) {
    for (const reference of infos.get(path)?.references ?? []) {
      if (infos.has(reference)) found.add(reference)
    }
  }
  return [...found]
}

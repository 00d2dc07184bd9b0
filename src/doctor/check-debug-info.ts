import { isDebugInfoPath, narOfDebugInfo } from '../binary-cache/debug-info.ts'
import { finding, type Finding } from './findings.ts'
import type { StoreState } from './store.ts'

/**
 * Files of the index of debug information that name a NAR which the store does not have, sorted; another's is no business of the
 * doctor's. A reading of all of them, where there are some. Throws what reading throws.
 */
export async function debugInfoAstray(
  snapshot: Pick<StoreState, 'readFiles'>,
  files: { has(path: string): boolean; keys(): Iterable<string> }
): Promise<string[]> {
  const paths = [...files.keys()].filter(isDebugInfoPath)
  if (paths.length === 0) return []
  return [...(await snapshot.readFiles(paths))]
    .filter(([path, content]) => {
      const nar = narOfDebugInfo(path, content)
      return nar !== null && !files.has(nar)
    })
    .map(([path]) => path)
    .sort()
}

/** The same as findings. */
export async function checkDebugInfo(
  ...store: Parameters<typeof debugInfoAstray>
): Promise<Finding[]> {
  return (await debugInfoAstray(...store)).map((path) => finding('DEBUG_INFO_ASTRAY', path))
}

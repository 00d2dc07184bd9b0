import { debugInfoPath, formatDebugInfo, narOfDebugInfo } from '../binary-cache/debug-info.ts'
import type { PackedNar, PackedPath } from '../binary-cache/types.ts'
import { compareBytes } from '../catalogue/byte-order.ts'
import { blobSha } from '../repository/github/git-objects.ts'
import type { Released, TargetSnapshot } from '../repository/types.ts'

/**
 * The files of the index of debug information that a state lacks. A NAR beside the tree gets none, as no reader follows its address. Of two NARs
 * with one build-id the one that sorts first is named, whoever comes later: they have the same program’s. What somebody else
 * has at such a path stays. Without build-ids nothing is asked.
 */
export async function debugInfoFiles(
  snapshot: Pick<TargetSnapshot, 'itemsAt' | 'readFiles'>,
  brought: readonly (Pick<PackedPath, 'buildIds'> & { nar: Pick<PackedNar, 'cachePath'> })[],
  released: Released
): Promise<Map<string, Buffer>> {
  const nars = new Map<string, string>()
  for (const { buildIds = [], nar } of brought) {
    if (released.has(nar.cachePath)) continue
    for (const buildId of buildIds) {
      nars.set(buildId, earlier(nar.cachePath, nars.get(buildId) ?? null))
    }
  }
  if (nars.size === 0) return new Map()
  const items = await snapshot.itemsAt([...nars.keys()].map(debugInfoPath))
  const wanted = [...nars]
    .sort(([a], [b]) => compareBytes(a, b))
    .map(([buildId, nar]) => {
      return { path: debugInfoPath(buildId), nar, content: formatDebugInfo(buildId, nar) }
    })
    .filter(({ path, content }) => items.get(path)?.object !== blobSha(content))
  const others = wanted.map(({ path }) => path).filter((path) => items.has(path))
  const found = others.length === 0 ? new Map<string, Buffer>() : await snapshot.readFiles(others)
  const files = new Map<string, Buffer>()
  for (const { path, nar, content } of wanted) {
    const there = found.get(path) ?? null
    const other = there === null ? null : narOfDebugInfo(path, there)
    // What is no file is for the commit to refuse.
    if (there === null || (other !== null && earlier(nar, other) === nar)) files.set(path, content)
  }
  return files
}

function earlier(nar: string, other: string | null): string {
  return other === null || compareBytes(nar, other) < 0 ? nar : other
}

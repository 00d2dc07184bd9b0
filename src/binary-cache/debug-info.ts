/**
 * The index of debug information, as Nix writes it with `index-debug-info` (Nix, src/libstore/binary-cache-store.cc), and nixseparatedebuginfod,
 * nixseparatedebuginfod2 and dwarffs read it: for each build-id a file that names the NAR which has it, and the place in that.
 *
 * All three ask for `debuginfo/<build-id>`, as cache.nixos.org has it; `nix copy` adds `.debug`, which the last of them does not ask for.
 */

const debugInfoFolder = 'debuginfo/'

/** 40 digits: other lengths of a build-id are not asked for by any of them. */
export const buildIdPattern = /^[0-9a-f]{40}$/

/** Of one path. The largest that people have split have some hundred; each is a file of the branch. */
export const mostBuildIds = 1000

/** Where files of debug information lie in a store path. Nix takes no others. */
export const buildIdFolder = 'lib/debug/.build-id'
const firstDigits = /^[0-9a-f]{2}$/
const otherDigits = /^[0-9a-f]{38}\.debug$/

/** The build-id that a file of a store path is for, by its path below that; null: it is another file. */
export function buildIdAt(path: string): string | null {
  const below = path.startsWith(`${buildIdFolder}/`) ? path.slice(buildIdFolder.length + 1) : ''
  const [first = '', second = '', ...others] = below.split('/')
  const isOne = firstDigits.test(first) && otherDigits.test(second) && others.length === 0
  return isOne ? first + second.slice(0, -'.debug'.length) : null
}

export function debugInfoPath(buildId: string): string {
  return debugInfoFolder + buildId
}

/** Whether a path is that of such a file. */
export function isDebugInfoPath(path: string): boolean {
  return path.startsWith(debugInfoFolder) && buildIdPattern.test(path.slice(debugInfoFolder.length))
}

/** The file's text. `nar`: path in the cache; an absolute address none of the readers follows. */
export function formatDebugInfo(buildId: string, nar: string): Buffer {
  const member = `${buildIdFolder}/${buildId.slice(0, 2)}/${buildId.slice(2)}.debug`
  return Buffer.from(JSON.stringify({ archive: `../${nar}`, member }))
}

/** The NAR, as a path in the cache, that a file at such a path names; null: it is none of ours. */
export function narOfDebugInfo(path: string, content: Buffer): string | null {
  const [, nar = ''] =
    /^\{"archive":"\.\.\/(nar\/[\w.+/-]{1,400})",/.exec(content.toString('latin1')) ?? []
  const buildId = path.slice(debugInfoFolder.length)
  return nar !== '' && content.equals(formatDebugInfo(buildId, nar)) ? nar : null
}

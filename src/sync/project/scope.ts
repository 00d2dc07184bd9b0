import { isUtf8 } from 'node:buffer'
import { parseAttributePath } from './package-reference.ts'
import type { Project } from './types.ts'
import type { TrackedFile } from './work-tree.ts'

/** Up to so many tracked files all are looked into. */
const mostFiles = 2000

/**
 * All tracked files of a repository of ordinary size. Of a large one (nixpkgs has 45,000) those below the package's folder, and
 * those that stand directly in the folders above it (`../VERSION`). When even that is too much (a flake at the root), of the folders
 * below it only those that hold a Nix file.
 */
export function filesInScope(
  project: Pick<Project, 'files' | 'package' | 'packageFile'>
): TrackedFile[] {
  const files = project.files.filter(({ kind, name }) => isPlain(kind) && isUtf8(name))
  if (project.files.length <= mostFiles) return files
  const home = packageFolder(project)
  const below = files.filter(({ path }) => path.startsWith(home))
  const nixFolders = new Set(
    below.filter(({ path }) => path.endsWith('.nix')).map(({ path }) => folderOf(path))
  )
  const chosen =
    below.length <= mostFiles ? below : below.filter(({ path }) => nixFolders.has(folderOf(path)))
  const above = files.filter(
    ({ path }) => !path.startsWith(home) && home.startsWith(folderOf(path))
  )
  return [...chosen, ...above]
}

/** With a slash at its end; empty: the root. A package of nixpkgs is at home in its own folder, whichever file leads to it. */
function packageFolder({
  files,
  package: { attribute },
  packageFile
}: Pick<Project, 'files' | 'package' | 'packageFile'>): string {
  const name = parseAttributePath(attribute)?.at(-1) ?? ''
  const byName = `pkgs/by-name/${name.slice(0, 2).toLowerCase()}/${name}/`
  const isByName = name !== '' && files.some(({ path }) => path === `${byName}package.nix`)
  return isByName ? byName : folderOf(packageFile)
}

function isPlain(kind: TrackedFile['kind']): boolean {
  return kind === 'file' || kind === 'executable'
}

/** With a slash at its end; empty: the root. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

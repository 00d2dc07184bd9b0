import { mostFiles, packageFolder } from '../project/project.ts'
import type { Project } from '../project/locate-package.ts'

/** Files that are made for one change, and the characters that all of them have: the rest of it is read by people. */
export const mostMade = 100
export const largestMade = 24_000_000

/**
 * Why a file may not be written beside the package; null: it may. What begins with a dot steers Git, GitHub or an editor. In a
 * repository of ordinary size the rest may be, in a large one (nixpkgs) what is in the package's own folder: as hashes are looked for.
 */
export function whyNotBeside(
  project: Pick<Project, 'files' | 'package' | 'packageFile'>,
  path: string
): string | null {
  const parts = path.split('/')
  if (parts.some((part) => part.startsWith('.') || part === '')) {
    return 'a name in its path begins with a dot'
  }
  if (/\p{Cc}/u.test(path)) return 'its name holds a control character'
  const home = packageFolder(project)
  const isAllowed = project.files.length <= mostFiles || path.startsWith(home)
  return isAllowed ? null : `it is not in the package’s own folder, ${home}`
}

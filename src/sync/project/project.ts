import { isUtf8 } from 'node:buffer'
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allOf } from '../../all-of.ts'
import { NarPublishError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { folderOf } from '../../repository/tree-item.ts'
import type { PackageReference, TextFile } from '../types.ts'
import { locatePackage, type PackagePlace, type Project } from './locate-package.ts'
import { parseAttributePath } from './package-reference.ts'
import { expectCleanTree, gitIn, headOf, listTracked, type TrackedFile } from './work-tree.ts'

/** Bytes. Package files are far smaller, the lock files beside them sometimes not. */
export const largestFile = 4 * 1024 * 1024

interface ProjectRequest {
  /** Folder that the package's reference is about. */
  workspace: string
  package: PackageReference
  /** Of child processes. */
  env: Readonly<Record<string, string>>
  log: Log
}

/**
 * Finds the checkout that holds the package, which must be as it was committed; files that Git does not track do not matter.
 * Throws PACKAGE_INVALID, CHECKOUT_INVALID, TREE_DIRTY, GIT_MISSING, GIT_FAILED.
 */
export async function openProject(request: ProjectRequest): Promise<Project> {
  const { workspace, package: reference, env, log } = request
  const place = await locatePackage(reference, workspace, (folder) => gitIn(folder, env, log))
  const git = gitIn(place.root, env, log)
  const [head, , files] = await allOf([headOf(git), expectCleanTree(git), listTracked(git)])
  expectTracked(place, reference, files)
  return { ...place, package: reference, head, files, git, env }
}

/** Throws PACKAGE_INVALID. */
export function expectTracked(
  { packageFile, flakeFolder }: PackagePlace,
  { text }: PackageReference,
  files: readonly TrackedFile[]
): void {
  const needed = [
    packageFile,
    // Nix reads this one, which may be a link to the other.
    ...(flakeFolder === null ? [] : [[flakeFolder, 'flake.nix'].filter(Boolean).join('/')])
  ]
  const missing = needed.find((path) => !isTracked({ files }, path))
  if (missing === undefined) return
  throw new NarPublishError({
    code: 'PACKAGE_INVALID',
    subject: text,
    reason: `Git does not track ${missing}`,
    hint: `Add it with \`git add ${missing}\`, and commit it.`
  })
}

/** The checkout is a nixpkgs: what a package of it needs comes out of itself. */
export function isNixpkgs(project: Pick<Project, 'files'>): boolean {
  return isTracked(project, 'default.nix') && isTracked(project, 'pkgs/top-level/default.nix')
}

export function isTracked({ files }: { files: readonly TrackedFile[] }, path: string): boolean {
  return files.some((file) => file.path === path)
}

/** The tracked text files in which the package's literals are looked for, read strictly as UTF-8; see filesInScope. */
export function readTextFiles(project: Project): TextFile[] {
  return filesInScope(project).flatMap(({ path }) => {
    const text = readText(join(project.root, path))
    return text === null ? [] : [{ path, text }]
  })
}

/** null: it is no text, too large, no plain file, or not on the disk (a sparse checkout). */
function readText(path: string): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found?.isFile() !== true || found.size > largestFile) return null
  const bytes = readFileSync(path)
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : null
}

/** Up to so many tracked files all are looked into. */
export const mostFiles = 2000

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
export function packageFolder({
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

import { realpath, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { codeOf, NarPublishError } from '../../errors.ts'
import type { Git } from '../../repository/git/run.ts'
import type { PackageReference } from '../types.ts'
import { findRoot, invalidCheckout, type TrackedFile } from './work-tree.ts'

/** The work tree that holds the package, as it was committed. It is only read. */
export interface Project extends PackagePlace {
  package: PackageReference
  /** The commit that is checked out. */
  head: string
  /** What Git tracks, in its order. */
  files: TrackedFile[]
  /** For commands in the work tree. */
  git: Git
  env: Readonly<Record<string, string>>
}

/** Where a package is, as repository paths: `/` between names, empty for the root. */
export interface PackagePlace {
  /** Of the work tree that holds the package; absolute, without symbolic links. */
  root: string
  /** The file that makes the package: the flake's `flake.nix`, or the one that was named; never a symbolic link. */
  packageFile: string
  /** Of a flake: the folder that its `flake.nix` is in. */
  flakeFolder: string | null
}

/**
 * Finds the package's file and the work tree that it is in: that of the workspace, or one below the workspace. Links are followed
 * inside of the work tree only. Throws PACKAGE_INVALID, CHECKOUT_INVALID.
 */
export async function locatePackage(
  reference: PackageReference,
  workspace: string,
  gitIn: (folder: string) => Git
): Promise<PackagePlace> {
  const invalid = (reason: string): NarPublishError =>
    new NarPublishError({ code: 'PACKAGE_INVALID', subject: reference.text, reason })
  const home = await realpath(workspace).catch(() => {
    throw invalidCheckout(workspace, 'the folder does not exist')
  })
  const asked = resolve(home, reference.kind === 'flake' ? reference.folder : reference.path)
  const found = await follow(asked, invalid)
  const isFolder = (await stat(found)).isDirectory()
  if (reference.kind === 'flake' && !isFolder) throw invalid('it is a file; a flake is a folder')
  const isFile = reference.kind === 'file'
  const file = isFile && isFolder ? await follow(join(found, 'default.nix'), invalid) : found

  const folder = isFile ? dirname(file) : file
  // Both are asked at once; what the package's folder says is looked at below.
  const rootOfFolder = findRoot(gitIn(folder))
  rootOfFolder.catch(() => null)
  const rootOfHome = folder === home ? rootOfFolder : findRoot(gitIn(home))
  const checkout = (await rootOfHome.catch(() => null)) ?? home
  if (!isWithin(checkout, file)) {
    const what = isWithin(checkout, asked) ? 'a symbolic link leads' : 'it is'
    throw invalid(`${what} out of the checkout ${checkout}`)
  }
  const root = await rootOfFolder
  if (root === null) throw invalidCheckout(folder, 'it is in no Git repository')
  if (reference.kind === 'file') {
    return { root, packageFile: repositoryPath(root, file), flakeFolder: null }
  }
  return findFlake(root, folder, invalid)
}

/** As Nix looks for a flake: in the folder, then in those above it, up to the root. */
async function findFlake(
  root: string,
  folder: string,
  invalid: (reason: string) => NarPublishError
): Promise<PackagePlace> {
  for (let place = folder; isWithin(root, place); place = dirname(place)) {
    const file = await realpath(join(place, 'flake.nix')).catch(() => null)
    if (file === null) continue
    if (!isWithin(root, file)) throw invalid('its flake.nix is a symbolic link out of the checkout')
    return {
      root,
      packageFile: repositoryPath(root, file),
      flakeFolder: repositoryPath(root, place)
    }
  }
  throw invalid(`there is no flake.nix in ${repositoryPath(root, folder) || 'the checkout'}`)
}

async function follow(path: string, invalid: (reason: string) => NarPublishError): Promise<string> {
  return realpath(path).catch((cause: unknown) => {
    const isCircle = codeOf(cause) === 'ELOOP'
    throw invalid(
      isCircle ? `${path} is a symbolic link that leads in a circle` : `there is no ${path}`
    )
  })
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

function repositoryPath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/')
}

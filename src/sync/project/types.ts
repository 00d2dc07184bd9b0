import type { Git } from '../../repository/git/run.ts'
import type { PackageReference } from '../types.ts'
import type { PackagePlace } from './locate-package.ts'
import type { TrackedFile } from './work-tree.ts'

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

import { NarPublishError } from '../../errors.ts'
import type { Run } from '../../run.ts'
import { computedInvalid } from '../computed/schema.ts'
import { locatePackage, type Project } from '../project/locate-package.ts'
import { expectTracked, mostFiles, openProject, readTextFiles } from '../project/project.ts'
import { gitIn } from '../project/work-tree.ts'
import type { PackageReference, TextFile } from '../types.ts'

type Place = Pick<Run<unknown>, 'environment' | 'log'>

/** The checkout, about one package after the other; it is read once. */
export class Checkouts {
  readonly #place: Place
  #opened: { project: Project; files: TextFile[] } | null = null

  constructor(place: Place) {
    this.#place = place
  }

  /** Throws PACKAGE_INVALID, CHECKOUT_INVALID, TREE_DIRTY, and COMPUTED_INVALID for a package of another repository than those before. */
  async of(reference: PackageReference): Promise<{ project: Project; files: TextFile[] }> {
    const { environment, log } = this.#place
    const { workspace, childEnvironment: env } = environment
    if (this.#opened === null) {
      const project = await openProject({ workspace, package: reference, env, log })
      this.#opened = { project, files: readTextFiles(project) }
      return this.#opened
    }
    const { project: first, files } = this.#opened
    const place = await locatePackage(reference, workspace, (folder) => gitIn(folder, env, log))
    if (place.root !== first.root) {
      throw computedInvalid(reference.text, `it is not in ${first.root}, as others are`)
    }
    expectTracked(place, reference, first.files)
    const project = { ...first, ...place, package: reference }
    // Of a repository of ordinary size all files are looked into, whichever package it is.
    return { project, files: first.files.length <= mostFiles ? files : readTextFiles(project) }
  }

  /** The commit that is checked out, by the first of the packages that is there; null: none is. */
  async head(references: readonly PackageReference[]): Promise<string | null> {
    for (const reference of references) {
      try {
        return (await this.of(reference)).project.head
      } catch (error) {
        if (!(error instanceof NarPublishError) || error.code !== 'PACKAGE_INVALID') throw error
      }
    }
    return null
  }
}

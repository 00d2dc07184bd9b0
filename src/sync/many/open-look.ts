import { join } from 'node:path'
import { allOf } from '../../all-of.ts'
import { NarPublishError } from '../../errors.ts'
import { openNix } from '../../nix/nix.ts'
import type { Nix } from '../../nix/types.ts'
import type { Run } from '../../run.ts'
import { makeCopy, type Copy } from '../project/copy.ts'
import { locatePackage, type PackagePlace, type Project } from '../project/locate-package.ts'
import { expectTracked, mostFiles, openProject, readTextFiles } from '../project/project.ts'
import { currentSystem } from '../project/systems.ts'
import { gitIn } from '../project/work-tree.ts'
import type { TextFile } from '../types.ts'
import type { Look, PackagePattern } from './types.ts'

/** What a look works with: the checkout, which is only read, and its copy, which is evaluated. */
export interface LookedAt {
  nix: Nix
  /** The first line's. */
  project: Project
  copy: Copy
  lines: readonly LocatedLine[]
  /** For which lines are evaluated that do not say it themselves. */
  system: string
  /** As they were given; null: the usual ones. */
  systems: readonly string[] | null
  nixpkgs: string | null
  counts: { evaluations: number }
}

/** A line of `package`. */
export interface LocatedLine {
  pattern: PackagePattern
  /** Why it is nowhere; else where. */
  project: Project | NarPublishError
}

type Place = Pick<Run<unknown>, 'environment' | 'scratch' | 'log'>

/**
 * Opens the checkout that holds all lines, and copies it. A line that leads to no package leaves the others alone. Throws
 * CHECKOUT_INVALID, TREE_DIRTY, NIX_MISSING, and PACKAGE_INVALID when no line leads anywhere.
 */
export async function openLook(place: Place, look: Look): Promise<LookedAt> {
  const { environment, scratch, log } = place
  const env = environment.childEnvironment
  const [lines, nix] = await allOf([
    locateLines(place, look.packages),
    openNix({ env, log, cwd: scratch, roots: join(scratch, 'gc-roots') })
  ])
  const projects = lines.flatMap(({ project }) => (isLocated(project) ? [project] : []))
  // A flake's copy is prepared for more.
  const project = projects.find(({ flakeFolder }) => flakeFolder !== null) ?? projects[0]
  if (project === undefined) throw firstError(lines)
  const copy = await makeCopy(project, join(scratch, 'copy'), { inMemoryOf: scratch })
  const own = await currentSystem(nix)
  const { value } = look.systems
  const system = value === null || value.includes(own) ? own : (value[0] ?? own)
  const { nixpkgs } = look
  return { nix, project, copy, lines, system, systems: value, nixpkgs, counts: { evaluations: 0 } }
}

function isLocated(project: LocatedLine['project']): project is Project {
  return !(project instanceof NarPublishError)
}

function firstError(lines: readonly LocatedLine[]): NarPublishError {
  const error = lines.map(({ project }) => project).find((one) => !isLocated(one))
  if (error instanceof NarPublishError) return error
  return new NarPublishError({
    code: 'PACKAGE_INVALID',
    subject: 'input package',
    reason: 'it names no package'
  })
}

/** Throws CHECKOUT_INVALID, TREE_DIRTY. */
export async function locateLines(
  { environment, log }: Omit<Place, 'scratch'>,
  patterns: readonly PackagePattern[]
): Promise<LocatedLine[]> {
  const { workspace, childEnvironment: env } = environment
  const places = new Map<string, Promise<PackagePlace>>()
  let opened: Project | null = null
  const lines: LocatedLine[] = []
  for (const pattern of patterns) {
    const { reference } = pattern
    const key = JSON.stringify(
      reference.kind === 'flake' ? ['flake', reference.folder] : ['file', reference.path]
    )
    try {
      const locating =
        places.get(key) ?? locatePackage(reference, workspace, (folder) => gitIn(folder, env, log))
      places.set(key, locating)
      const place = await locating
      opened ??= await openProject({ workspace, package: reference, env, log })
      if (place.root !== opened.root) throw otherCheckout(reference.text, place.root, opened.root)
      expectTracked(place, reference, opened.files)
      lines.push({ pattern, project: { ...opened, ...place, package: reference } })
    } catch (error) {
      if (!(error instanceof NarPublishError) || error.code !== 'PACKAGE_INVALID') throw error
      lines.push({ pattern, project: error })
    }
  }
  return lines
}

/** `root`, `others`: work trees of the package and of those before it. */
export function otherCheckout(text: string, root: string, others: string): NarPublishError {
  return new NarPublishError({
    code: 'CHECKOUT_INVALID',
    subject: text,
    reason: `it is in the Git repository ${root}, and others are in ${others}`,
    hint: 'Give the packages of one repository in one run.'
  })
}

/** The tracked text files in which literals of any of the packages are looked for. */
export function textFilesOf(projects: readonly Project[]): TextFile[] {
  const [first] = projects
  // Of a repository of ordinary size all files are looked into, whichever package it is.
  const isSmall = first !== undefined && first.files.length <= mostFiles
  const files = (isSmall ? [first] : projects).flatMap(readTextFiles)
  return [...new Map(files.map((file) => [file.path, file])).values()]
}

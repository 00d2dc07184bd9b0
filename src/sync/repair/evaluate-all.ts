import { NarPublishError } from '../../errors.ts'
import { holdDerivations } from '../../nix/gc-roots.ts'
import { locateLines } from '../many/open-look.ts'
import { allMeta } from '../many/evaluate-each.ts'
import { describeLines, textOf, type DescribedLine } from '../many/find-packages.ts'
import type { PackagePattern } from '../many/types.ts'
import type { Project } from '../project/locate-package.ts'
import { mostFiles, readTextFiles } from '../project/project.ts'
import type { Workshop } from '../workshop.ts'

/** What a package came to: its .drv file by system; null: it does not evaluate for it. */
export type Instantiated = Map<string, string | null>

/** By the package's text. `project`: its own. `isNamed`: a line names it, and not only a pattern. */
export type AllInstantiated = Map<
  string,
  { project: Project; isNamed: boolean; drvPaths: Instantiated }
>

/**
 * Evaluates all packages as the copy has them now: in one evaluation for a system, however many there are. Throws what is the machine's
 * failure, PACKAGE_INVALID, and EVALUATION_FAILED where a set has not even names.
 */
export async function instantiateAll(
  shop: Workshop,
  patterns: readonly PackagePattern[]
): Promise<AllInstantiated> {
  const all: AllInstantiated = new Map()
  const lines = await locateLines(shop, patterns)
  const { nix, copy, project, work } = shop
  const { nixpkgs } = work
  for (const system of shop.systems) {
    const counts = { evaluations: 0 }
    const look = { nix, copy, project, lines, system, systems: [system], nixpkgs, counts }
    const described = await describeLines(look, shop.notes, { unread: allMeta })
    shop.counts.evaluations[system] = (shop.counts.evaluations[system] ?? 0) + counts.evaluations
    const found = described.flatMap((line) => membersOf(line, system))
    const lost = await holdDerivations(
      nix,
      found.flatMap(({ drvPath }) => drvPath ?? [])
    )
    for (const { own, isNamed, drvPath } of found) {
      const { text } = own.package
      const known = all.get(text) ?? { project: own, isNamed: false, drvPaths: new Map() }
      all.set(text, known)
      known.isNamed ||= isNamed
      known.drvPaths.set(system, drvPath === null || lost.has(drvPath) ? null : drvPath)
    }
  }
  return all
}

interface Member {
  own: Project
  isNamed: boolean
  drvPath: string | null
}

function membersOf({ pattern, candidates }: DescribedLine, system: string): Member[] {
  const isNamed = pattern.kind === 'one'
  if (candidates.length === 0) {
    throw new NarPublishError({
      code: 'PACKAGE_INVALID',
      subject: `${textOf(pattern)} (${system})`,
      reason: 'there is no package in it, so that nothing would be looked at'
    })
  }
  return candidates.flatMap(({ project: own, place, evaluated }): Member[] => {
    const isError = evaluated instanceof NarPublishError
    if (isError && (own === null || (place === null && !isNamed))) throw evaluated
    if (own === null) return []
    const drvPath = evaluated === null || isError ? null : evaluated.drvPath
    return [{ own, isNamed, drvPath }]
  })
}

/** The workshop about another package of the same checkout. */
export function about(shop: Workshop, project: Project): Workshop {
  const { work } = shop
  // Of a large repository each package has its own part in view.
  const files = project.files.length > mostFiles ? readTextFiles(project) : shop.files
  return {
    ...shop,
    project,
    files,
    work: { ...work, package: project.package },
    unreadMeta: new Map()
  }
}

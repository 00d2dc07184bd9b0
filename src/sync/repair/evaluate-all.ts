import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import type { PackagePattern } from '../many/types.ts'
import { askPackage } from '../project/evaluate.ts'
import { parsePackageReference } from '../project/package-reference.ts'
import { mostFiles, openProject, readTextFiles } from '../project/project.ts'
import type { EvaluationFailure } from '../project/question.ts'
import type { PackageReference } from '../types.ts'
import { evaluateCopy, type Workshop } from '../workshop.ts'

const setExpression = readFileSync(new URL('./describe-set.nix', import.meta.url), 'utf8')

const setAnswer = z.record(z.string(), z.union([z.string(), z.null(), z.literal(false)])).nullable()

/** What a package came to: its .drv file by system, or why there is none. */
export type Instantiated = Map<string, string | EvaluationFailure>

/** By the package's text. `isNamed`: a line names it, and not only a pattern. */
export type AllInstantiated = Map<
  string,
  { reference: PackageReference; isNamed: boolean; drvPaths: Instantiated }
>

/**
 * Evaluates all packages as the copy has them now: of a set in one evaluation for a system, however many it has. One of a set that fails
 * is evaluated once more by itself, so that it is known why. Throws what is the machine's failure, and PACKAGE_INVALID.
 */
export async function instantiateAll(
  shop: Workshop,
  patterns: readonly PackagePattern[]
): Promise<AllInstantiated> {
  const all: AllInstantiated = new Map()
  for (const { kind, reference } of patterns) {
    for (const system of shop.systems) {
      const found =
        kind === 'one'
          ? [[reference, null] as const]
          : await instantiateSet(shop, reference, system)
      for (const [one, drvPath] of found) {
        const known = all.get(one.text) ?? { reference: one, isNamed: false, drvPaths: new Map() }
        all.set(one.text, known)
        known.isNamed ||= kind === 'one'
        known.drvPaths.set(system, drvPath ?? (await instantiate(shop, one, system)))
      }
    }
  }
  return all
}

/** The workshop about another package of the same checkout. Throws PACKAGE_INVALID. */
export async function about(shop: Workshop, reference: PackageReference): Promise<Workshop> {
  if (shop.work.package.text === reference.text) return shop
  const { environment, log, work } = shop
  const { workspace, childEnvironment: env } = environment
  const project = await openProject({ workspace, package: reference, env, log })
  // Of a large repository each package has its own part in view.
  const files = project.files.length > mostFiles ? readTextFiles(project) : shop.files
  return { ...shop, project, files, work: { ...work, package: reference }, unreadMeta: new Map() }
}

async function instantiate(
  shop: Workshop,
  reference: PackageReference,
  system: string
): Promise<string | EvaluationFailure> {
  const evaluated = await evaluateCopy(await about(shop, reference), system)
  return 'drvPath' in evaluated ? evaluated.drvPath : evaluated
}

/** null: of this one it is not known. Throws PACKAGE_INVALID when there is no set, EVALUATION_FAILED when nothing of it evaluates. */
async function instantiateSet(
  shop: Workshop,
  set: PackageReference,
  system: string
): Promise<[PackageReference, string | null][]> {
  const { nix, copy, work, counts } = shop
  const place = withSystem(set)
  const { project } = await about(shop, place)
  const request = { package: place, nixpkgs: work.nixpkgs, system }
  counts.evaluations[system] = (counts.evaluations[system] ?? 0) + 1
  const whole = await askPackage(nix, copy, project, request, setExpression)
  // An error that nothing catches: their names, at least.
  const names = `set: if builtins.isAttrs set && !(set ? drvPath) then builtins.mapAttrs (_: _: null) set else null`
  const answer = 'json' in whole ? whole : await askPackage(nix, copy, project, request, names)
  if (!('json' in answer)) throw answer.error
  const found = setAnswer.safeParse(JSON.parse(answer.json)).data ?? null
  if (found === null) {
    throw new NarPublishError({
      code: 'PACKAGE_INVALID',
      subject: `${set.text}.*`,
      reason: 'it is no set of packages'
    })
  }
  return Object.entries(found).flatMap(([name, drvPath]): [PackageReference, string | null][] =>
    drvPath === false ? [] : [[memberOf(set, name), drvPath]]
  )
}

const outputsOfSystems = ['packages', 'legacyPackages', 'checks']

/** An output of a flake has a set for each system. */
function withSystem(set: PackageReference): PackageReference {
  if (set.kind === 'file' || !outputsOfSystems.includes(set.attribute)) return set
  return { ...set, attribute: `${set.attribute}.{system}` }
}

/** `.#luna` of `.#packages`, `./dir#tools.luna` of `./dir#tools`, `file:default.nix#luna` of `file:default.nix#`. */
function memberOf(set: PackageReference, name: string): PackageReference {
  const isPlain = /^[A-Za-z_][\w'-]*$/.test(name)
  const place = set.text.replace(/#.*$/su, '')
  const attribute = set.kind === 'flake' && set.attribute === 'packages' ? '' : set.attribute
  const path = [...(attribute === '' ? [] : [attribute]), isPlain ? name : `"${name}"`].join('.')
  // What follows the `#` of a flake is percent-encoded, and of a file it is not.
  const encoded = set.kind === 'file' ? path : path.replaceAll(/[^\w.{}'"-]/gu, encodeURIComponent)
  return parsePackageReference(`${place}#${encoded}`)
}

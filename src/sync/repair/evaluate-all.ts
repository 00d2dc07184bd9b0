import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import type { PackagePattern } from '../many/types.ts'
import { askPackage } from '../project/evaluate.ts'
import { parsePackageReference } from '../project/package-reference.ts'
import { mostFiles, openProject, readTextFiles } from '../project/project.ts'
import type { Answer, EvaluationFailure } from '../project/question.ts'
import type { PackageReference } from '../types.ts'
import { evaluateCopy, type Workshop } from '../workshop.ts'

const setExpression = readFileSync(new URL('./describe-set.nix', import.meta.url), 'utf8')

const namesExpression =
  'set: if builtins.isAttrs set && !(set ? drvPath) then builtins.mapAttrs (_: _: null) set else null'

const memberExpression =
  'value: if (value.type or null) == "derivation" then builtins.unsafeDiscardStringContext value.drvPath else false'

/** false: it is no derivation. null: it fails. */
const memberAnswer = z.union([z.string(), z.null(), z.literal(false)])
const setAnswer = z.record(z.string(), memberAnswer).nullable()

/** What a package came to: its .drv file by system; null: it does not evaluate for it. */
export type Instantiated = Map<string, string | null>

/** By the package's text. `isNamed`: a line names it, and not only a pattern. */
export type AllInstantiated = Map<
  string,
  { reference: PackageReference; isNamed: boolean; drvPaths: Instantiated }
>

/**
 * Evaluates all packages as the copy has them now: of a set in one evaluation for a system, however many it has. Throws what is the machine's
 * failure, PACKAGE_INVALID, and EVALUATION_FAILED where a set has not even names.
 */
export async function instantiateAll(
  shop: Workshop,
  patterns: readonly PackagePattern[]
): Promise<AllInstantiated> {
  const all: AllInstantiated = new Map()
  for (const { kind, reference } of patterns) {
    const isNamed = kind === 'one'
    for (const system of shop.systems) {
      const found = isNamed
        ? [[reference, await instantiate(shop, reference, system)] as const]
        : await instantiateSet(shop, reference, system)
      for (const [one, drvPath] of found) {
        const known = all.get(one.text) ?? { reference: one, isNamed: false, drvPaths: new Map() }
        all.set(one.text, known)
        known.isNamed ||= isNamed
        known.drvPaths.set(system, drvPath)
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
): Promise<string | null> {
  const evaluated = await evaluateCopy(await about(shop, reference), system)
  return 'drvPath' in evaluated ? evaluated.drvPath : null
}

type Member = readonly [reference: PackageReference, drvPath: string | null]

/** Throws PACKAGE_INVALID when there is no set, or no package in it; EVALUATION_FAILED when nothing of it evaluates. */
async function instantiateSet(
  shop: Workshop,
  set: PackageReference,
  system: string
): Promise<Member[]> {
  const members = await membersOf(shop, set, system)
  if (members.length > 0) return members
  throw new NarPublishError({
    code: 'PACKAGE_INVALID',
    subject: `${set.text}.* (${system})`,
    reason: 'there is no package in it, so that nothing would be looked at'
  })
}

async function membersOf(shop: Workshop, set: PackageReference, system: string): Promise<Member[]> {
  const whole = await askSet(shop, set, system, setExpression)
  if ('found' in whole) {
    return Object.entries(whole.found).flatMap(([name, drvPath]): Member[] =>
      drvPath === false ? [] : [[memberOf(set, name), drvPath]]
    )
  }
  // An error that nothing catches: one by one, by their names.
  const names = await askSet(shop, set, system, namesExpression)
  if (!('found' in names)) throw whole.error
  const members: Member[] = []
  for (const name of Object.keys(names.found)) {
    const one = memberOf(set, name)
    const answer = await ask(shop, one, system, memberExpression)
    const drvPath = 'json' in answer ? memberAnswer.parse(JSON.parse(answer.json)) : null
    if (drvPath !== false) members.push([one, drvPath])
  }
  return members
}

async function ask(
  shop: Workshop,
  reference: PackageReference,
  system: string,
  describe: string
): Promise<Answer> {
  const { nix, copy, work, counts } = shop
  const { project } = await about(shop, reference)
  const request = { package: reference, nixpkgs: work.nixpkgs, system }
  counts.evaluations[system] = (counts.evaluations[system] ?? 0) + 1
  return askPackage(nix, copy, project, request, describe)
}

async function askSet(
  shop: Workshop,
  set: PackageReference,
  system: string,
  describe: string
): Promise<{ found: NonNullable<z.infer<typeof setAnswer>> } | EvaluationFailure> {
  const answer = await ask(shop, withSystem(set), system, describe)
  if (!('json' in answer)) return answer
  const found = setAnswer.safeParse(JSON.parse(answer.json)).data ?? null
  if (found !== null) return { found }
  throw new NarPublishError({
    code: 'PACKAGE_INVALID',
    subject: `${set.text}.*`,
    reason: 'it is no set of packages'
  })
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

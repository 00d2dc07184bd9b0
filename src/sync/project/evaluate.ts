import { existsSync, readFileSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { z } from 'zod'
import type { NixCommand } from '../../nix/command.ts'
import {
  describeAndTellExpression,
  description,
  noDerivation,
  noDerivationReason,
  whatItHas
} from '../../nix/describe.ts'
import { holdEvaluated } from '../../nix/gc-roots.ts'
import { hashMismatches } from '../../nix/hash-mismatch.ts'
import { nixString } from '../../nix/list-attributes.ts'
import type { Nix } from '../../nix/types.ts'
import type { EvaluatedPackage, PackageReference } from '../types.ts'
import type { Copy } from './copy.ts'
import { askFlake, flakeSystems } from './flake.ts'
import { parseAttributePath } from './package-reference.ts'
import { isNixpkgs, isTracked } from './project.ts'
import {
  answerOf,
  ask,
  failed,
  systemSetting,
  type Answer,
  type EvaluationFailure,
  type Question
} from './question.ts'
import { currentSystem, fillIn, usualSystems } from './systems.ts'
import type { Project } from './locate-package.ts'

const packageExpression = readFileSync(new URL('./describe-package.nix', import.meta.url), 'utf8')

const meta = z.object({
  homepage: z.string().nullable(),
  changelog: z.string().nullable(),
  platforms: z.array(z.string()).nullable()
})
const missing = z.object({ missing: z.array(z.string()), attributes: z.array(z.string()) })
const packageDescription = description.extend(meta.shape)
/** What `packageExpression` says of anything that is there. */
export const describedPackage = z.union([packageDescription, noDerivation])
const answer = z.union([describedPackage, missing])

/**
 * Evaluates the package as it is in the copy now, for one system, without building it; its .drv files are in the store afterwards.
 * Throws what is the machine's failure and not the package's: NIX_MISSING, FLAKES_DISABLED, DISK_FULL.
 */
export async function evaluatePackage(
  nix: Nix,
  copy: Copy,
  project: Project,
  request: Pick<Question, 'package' | 'nixpkgs' | 'system'>,
  unread: UnreadMeta = new Map()
): Promise<EvaluatedPackage | EvaluationFailure> {
  for (;;) {
    // Another system's evaluation may find out something meanwhile.
    const left = new Set(unread.keys())
    const evaluated = await holdEvaluated(nix, () =>
      evaluateOnce(nix, copy, project, request, left)
    )
    if ('drvPath' in evaluated) return evaluated
    const found = unreadBy(evaluated)
    if (found === null || left.has(found)) return evaluated
    if (!unread.has(found)) unread.set(found, evaluated.error.reason)
  }
}

/** Attributes of `meta` that do not evaluate, with Nix's words; what is found out is remembered in it. */
export type UnreadMeta = Map<string, string>

/** The attribute of `meta` whose failure it is, and of nothing that has to be built for it first. */
function unreadBy({ stderr }: EvaluationFailure): string | null {
  const name = /while nar-publish reads meta\.(\w+)/.exec(stderr)?.[1]
  return name === undefined || hashMismatches(stderr).length > 0 ? null : name
}

async function evaluateOnce(
  nix: Nix,
  copy: Copy,
  project: Project,
  request: Pick<Question, 'package' | 'nixpkgs' | 'system'>,
  unread: ReadonlySet<string>
): Promise<EvaluatedPackage | EvaluationFailure> {
  const describe = describeWithout(unread.keys())
  const question: Question = { nix, copy, project, ...request, describe }
  const isFlake = question.package.kind === 'flake'
  const answered = isFlake ? await askFlake(question) : await askFile(question)
  if (!('json' in answered)) return answered
  const read = answer.safeParse(JSON.parse(answered.json))
  if (!read.success) {
    const reason = 'Nix described it in a way that this version does not know'
    return failed(question, { reason, cause: read.error })
  }
  if ('notDerivation' in read.data)
    return failed(question, { reason: noDerivationReason(read.data) })
  if ('missing' in read.data) return failed(question, { reason: missingReason(read.data) })
  return readPackage(read.data, request.system)
}

/** Nix code of a function that says what `describedPackage` reads. `unread`: names of attributes of `meta` that are not asked for. */
export function describeWithout(unread: Iterable<string> = []): string {
  const names = [...unread].map((name) => nixString(name)).join(' ')
  return `((${packageExpression}) ${describeAndTellExpression} [ ${names} ])`
}

/** `system`: for which it was evaluated. */
export function readPackage(
  { specified, outputs, ...described }: z.infer<typeof packageDescription>,
  system: string
): EvaluatedPackage {
  const wanted = outputs.filter(({ name }) => specified === null || name === specified)
  return { ...described, outputs: wanted, system }
}

/** Something else about the package in the copy. `describe`: Nix code of a function from its value; JSON comes of it. */
export function askPackage(
  nix: Nix,
  copy: Copy,
  project: Project,
  request: Pick<Question, 'package' | 'nixpkgs' | 'system'>,
  describe: string
): Promise<Answer> {
  const question: Question = { nix, copy, project, ...request, describe: `(${describe})` }
  return question.package.kind === 'flake' ? askFlake(question) : askFile(question)
}

/**
 * Those of the usual four systems that have the package, this machine's first: those of the flake's attributes, or those of
 * `meta.platforms`. This machine's alone when neither says anything, as evaluating for it tells what is wrong.
 */
export async function packageSystems(
  nix: Nix,
  copy: Copy,
  project: Project,
  reference: PackageReference,
  nixpkgs: string | null = null
): Promise<string[]> {
  const system = await currentSystem(nix)
  // Without `describe` nothing is instantiated. Of `meta` only `platforms` is asked for.
  const unread = '[ "homepage" "changelog" "mainProgram" ]'
  const describe = `((${packageExpression}) (value: { }) ${unread})`
  const question: Question = { nix, copy, project, package: reference, nixpkgs, system, describe }
  const systems =
    reference.kind === 'flake'
      ? await flakeSystems(question, usualSystems)
      : await fileSystems(question, usualSystems)
  if (systems.length === 0) return [system]
  return systems.toSorted((a, b) => Number(b === system) - Number(a === system))
}

async function fileSystems(question: Question, systems: readonly string[]): Promise<string[]> {
  const answered = await askFile(question)
  if (!('json' in answered)) return []
  const platforms = meta.safeParse(JSON.parse(answered.json)).data?.platforms ?? []
  return systems.filter((system) => platforms.includes(system))
}

function missingReason({ missing: path, attributes }: z.infer<typeof missing>): string {
  const owner = path.slice(0, -1).join('.') || 'it'
  return `it has no attribute ${path.join('.')}${whatItHas(owner, attributes)}`
}

const fileExpression = readFileSync(new URL('./package-file.nix', import.meta.url), 'utf8')

/** Asks about the package that a file of the copy makes; see package-file.nix. */
async function askFile(question: Question): Promise<Answer> {
  const located = await withNixpkgsInCopy(question)
  return answerOf(question, await ask(question, fileCommand(located)))
}

/** The question as it is to be asked. */
export async function withNixpkgsInCopy(question: Question): Promise<Question> {
  return { ...question, nixpkgs: await nixpkgsInCopy(question) }
}

/** A nixpkgs that is tracked in the checkout has a copy of its own, in which things are written; the checkout's is what it is. */
async function nixpkgsInCopy({ nixpkgs, project, copy }: Question): Promise<string | null> {
  if (nixpkgs === null) return null
  const path = relative(project.root, await realpath(nixpkgs).catch(() => nixpkgs))
  const copied = join(copy.folder, path)
  const isInside = !/^\.\.(?:\/|$)/.test(path)
  return isInside && existsSync(copied) ? copied : nixpkgs
}

export function fileCommand(question: Question): NixCommand {
  const { nix, copy, project, package: reference, nixpkgs, system, describe } = question
  const { packageFile } = project
  const byName = /(?:^|\/)pkgs\/by-name\/[^/]+\/([^/]+)\/package\.nix$/.exec(packageFile)?.[1]
  const mayBeNixpkgs =
    isNixpkgs(project) || (byName !== undefined && isTracked(project, 'default.nix'))
  const given = {
    file: join(copy.folder, packageFile),
    attributePath: JSON.stringify(parseAttributePath(fillIn(reference.attribute, system)) ?? []),
    system,
    // The checkout itself is no other one.
    nixpkgs: mayBeNixpkgs && nixpkgs === copy.folder ? '' : (nixpkgs ?? ''),
    checkout: mayBeNixpkgs ? copy.folder : '',
    byName: byName ?? ''
  }
  return {
    program: 'nix-instantiate',
    args: [
      ...['--eval', '--strict', '--json', '--read-write-mode', '--show-trace'],
      ...['--log-format', 'bar-with-logs'],
      ...['--option', systemSetting(nix), system],
      ...Object.entries(given).flatMap(([name, value]) => ['--argstr', name, value]),
      ...['--expr', `(${fileExpression}) { describe = ${describe}; }`]
    ]
  }
}

import { join } from 'node:path'
import { NarPublishError } from '../../errors.ts'
import type { NixCommand } from '../../nix/command.ts'
import { evaluationReason, pasteable, runEvaluation } from '../../nix/evaluation.ts'
import { nixString } from '../../nix/list-attributes.ts'
import { isAtLeast } from '../../nix/nix.ts'
import { nixFailure, type NixExit } from '../../nix/run.ts'
import type { Nix } from '../../nix/types.ts'
import type { Place } from '../../process/start.ts'
import { withoutRepository } from '../../repository/git/environment.ts'
import type { PackageReference } from '../types.ts'
import type { Copy } from './copy.ts'
import { encodePath } from './package-reference.ts'
import { isNixpkgs } from './project.ts'
import { fillIn } from './systems.ts'
import type { Project } from './locate-package.ts'

/** Something that Nix is asked about the package in the copy. */
export interface Question {
  nix: Nix
  copy: Copy
  project: Project
  package: PackageReference
  /** Absolute; null: `<nixpkgs>`, or the checkout when it is nixpkgs itself. */
  nixpkgs: string | null
  system: string
  /** Nix code of a function from the package's value to what is wanted of it. */
  describe: string
}

/** JSON as Nix printed it, or why it printed none. */
export type Answer = { json: string } | EvaluationFailure

/** How a command of the question ended. Throws what is the machine's failure: NIX_MISSING, FLAKES_DISABLED, DISK_FULL. */
export function ask(
  { nix, copy }: Pick<Question, 'nix' | 'copy'>,
  command: NixCommand
): Promise<NixExit & { stdout: string }> {
  return runEvaluation(nix, command, placeIn(nix, copy))
}

/** Where an evaluation of the copy runs. */
export function placeIn(nix: Nix, { folder, cache }: Copy): Pick<Place, 'env' | 'cwd'> {
  // What an address held when somebody last asked is no answer, and it is asked once in a run.
  const env = { ...withoutRepository(nix.env), XDG_CACHE_HOME: cache, NIX_CACHE_HOME: cache }
  return { env, cwd: folder }
}

export function answerOf(question: Question, ended: NixExit & { stdout: string }): Answer {
  if (ended.status === 0) return { json: ended.stdout }
  return failed(question, {
    reason: wordsOf(question, ended),
    // As it was looked for in the copy: for another system it is spelled out.
    attribute: decodeURIComponent(ended.command.args.at(-1)?.split('#')[1] ?? ''),
    stderr: ended.stderr,
    cause: nixFailure(ended)
  })
}

/** EVALUATION_FAILED about the package. */
export function failed(
  question: Question,
  {
    reason,
    attribute = question.package.attribute,
    stderr = '',
    cause
  }: { reason: string; attribute?: string; stderr?: string; cause?: unknown }
): EvaluationFailure {
  const lacksNixpkgs = reason.includes("file 'nixpkgs' was not found in the Nix search path")
  return {
    stderr,
    error: new NarPublishError({
      code: 'EVALUATION_FAILED',
      subject: `${question.package.text} (${question.system})`,
      reason,
      hint: lacksNixpkgs
        ? 'Give its folder as `nixpkgs`, or set NIX_PATH.'
        : `Try \`${ownCommand(question, attribute)}\` in your checkout.`,
      cause
    })
  }
}

/** Nix's, with the checkout's paths in place of the copy's, which is gone when somebody reads them. */
function wordsOf({ copy: { folder }, project: { root } }: Question, { stderr }: NixExit): string {
  return evaluationReason(stderr)
    .replaceAll(`${folder}/`, '')
    .replaceAll(folder, () => root)
    .replaceAll(encodePath(folder), () => encodePath(root))
}

/** What a person would type to see the same. */
function ownCommand(question: Question, asked: string): string {
  const { nix, package: reference, project, nixpkgs, system } = question
  const { root, packageFile, flakeFolder } = project
  if (reference.kind === 'flake') {
    const flags = ['--no-write-lock-file', '--show-trace', '--apply', 'drv: drv.drvPath']
    const args = ['eval', ...flags, '--', `.#${fillIn(asked, system)}`]
    return pasteable({ program: 'nix', args }, join(root, flakeFolder ?? ''))
  }
  const attribute = fillIn(reference.attribute, system)
  const selected = attribute === '' ? [] : ['-A', attribute]
  const packages =
    nixpkgs === null ? (isNixpkgs(project) ? './.' : '<nixpkgs>') : pathExpression('/', nixpkgs)
  const what = /(?:^|\/)default\.nix$/.test(packageFile)
    ? [`./${packageFile}`]
    : [
        '--expr',
        `with import ${packages} { }; callPackage ${pathExpression('./', packageFile)} { }`
      ]
  const flags = ['--show-trace', '--option', systemSetting(nix), system]
  return pasteable({ program: 'nix-instantiate', args: [...flags, ...what, ...selected] }, root)
}

/** `path`: below the folder that `from` is. */
function pathExpression(from: './' | '/', path: string): string {
  const below = path.replace(/^\//, '')
  return /^[\w./+-]+$/.test(below) ? `${from}${below}` : `(${from}. + ${nixString(`/${below}`)})`
}

/** What `builtins.currentSystem` is; the older setting also changes what this machine builds. */
export function systemSetting({ version }: Nix): string {
  return isAtLeast(version, 2, 20) ? 'eval-system' : 'system'
}

/** The package could not be evaluated. */
export interface EvaluationFailure {
  /** EVALUATION_FAILED, with the checkout's paths in place of the copy's. */
  error: NarPublishError
  /** What Nix said, as it came: hash mismatches of what it built on the way are in it. */
  stderr: string
}

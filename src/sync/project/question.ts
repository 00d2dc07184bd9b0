import { dirname, join } from 'node:path'
import { NarPublishError } from '../../errors.ts'
import type { NixCommand } from '../../nix/command.ts'
import { nixFailure, nixWords, runNix, type NixExit } from '../../nix/run.ts'
import type { Nix } from '../../nix/types.ts'
import { printCommand } from '../../process/print-command.ts'
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
  // What an address held when somebody last asked is no answer, and it is asked once in a run.
  const cache = join(dirname(copy.gitDir), 'cache')
  const env = { ...withoutRepository(nix.env), XDG_CACHE_HOME: cache, NIX_CACHE_HOME: cache }
  return runNix({ ...nix, env, cwd: copy.folder }, command)
}

export function answerOf(question: Question, ended: NixExit & { stdout: string }): Answer {
  if (ended.status === 0) return { json: ended.stdout }
  return failed(question, {
    reason: wordsOf(question, ended),
    stderr: ended.stderr,
    cause: nixFailure(ended)
  })
}

/** EVALUATION_FAILED about the package. */
export function failed(
  question: Question,
  { reason, stderr = '', cause }: { reason: string; stderr?: string; cause?: unknown }
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
        : `Try \`${printCommand(ownCommand(question))}\` in your checkout.`,
      cause
    })
  }
}

/** Nix's, with the checkout's paths in place of the copy's, which is gone when somebody reads them. */
function wordsOf({ copy: { folder }, project: { root } }: Question, { stderr }: NixExit): string {
  return nixWords(stderr)
    .replaceAll(`${folder}/`, '')
    .replaceAll(folder, () => root)
    .replaceAll(encodePath(folder), () => encodePath(root))
}

/** What a person would type to see the same. */
function ownCommand({ package: reference, project, nixpkgs, system }: Question): NixCommand {
  const { packageFile } = project
  const attribute = fillIn(reference.attribute, system)
  if (reference.kind === 'flake') {
    return { program: 'nix', args: ['eval', '--', fillIn(reference.text, system)] }
  }
  const selected = attribute === '' ? [] : ['-A', attribute]
  const packages = nixpkgs ?? (isNixpkgs(project) ? './.' : '<nixpkgs>')
  return {
    program: 'nix-instantiate',
    args: /(?:^|\/)default\.nix$/.test(packageFile)
      ? [`./${packageFile}`, ...selected]
      : ['--expr', `with import ${packages} { }; callPackage ./${packageFile} { }`, ...selected]
  }
}
/** The package could not be evaluated. */
export interface EvaluationFailure {
  /** EVALUATION_FAILED, with the checkout's paths in place of the copy's. */
  error: NarPublishError
  /** What Nix said, as it came: hash mismatches of what it built on the way are in it. */
  stderr: string
}

import { existsSync, readFileSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { NixCommand } from '../../nix/command.ts'
import { isAtLeast } from '../../nix/nix.ts'
import { parseAttributePath } from './package-reference.ts'
import { isNixpkgs, isTracked } from './project.ts'
import { answerOf, ask, type Answer, type Question } from './question.ts'
import { fillIn } from './systems.ts'

const fileExpression = readFileSync(new URL('./package-file.nix', import.meta.url), 'utf8')

/** Asks about the package that a file of the copy makes; see package-file.nix. */
export async function askFile(question: Question): Promise<Answer> {
  const nixpkgs = await nixpkgsInCopy(question)
  return answerOf(question, await ask(question, fileCommand({ ...question, nixpkgs })))
}

/** A nixpkgs that is tracked in the checkout has a copy of its own, in which things are written; the checkout's is what it is. */
async function nixpkgsInCopy({ nixpkgs, project, copy }: Question): Promise<string | null> {
  if (nixpkgs === null) return null
  const path = relative(project.root, await realpath(nixpkgs).catch(() => nixpkgs))
  const copied = join(copy.folder, path)
  const isInside = !/^\.\.(?:\/|$)/.test(path)
  return isInside && existsSync(copied) ? copied : nixpkgs
}

function fileCommand(question: Question): NixCommand {
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
      ...['--eval', '--strict', '--json', '--read-write-mode', '--log-format', 'bar-with-logs'],
      // What `builtins.currentSystem` is; the older setting also changes what this machine builds.
      ...['--option', isAtLeast(nix.version, 2, 20) ? 'eval-system' : 'system', system],
      ...Object.entries(given).flatMap(([name, value]) => ['--argstr', name, value]),
      ...['--expr', `(${fileExpression}) { describe = ${describe}; }`]
    ]
  }
}

import { existsSync, mkdirSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readlink } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { attempt, codeOf } from '../errors.ts'
import { withoutEscapes } from '../harmless.ts'
import { isStorePath, parseStorePath } from '../store-path.ts'
import { chunkOperands, type NixCommand } from './command.ts'
import { nixFailure, runNix } from './run.ts'
import type { Nix } from './types.ts'
import { invalidPaths } from './validity.ts'

/**
 * Nix's folder of indirect roots: each link in it leads to a link that leads into the store. Nix itself takes those out whose
 * link is gone (findRoots in libstore/gc.cc), so that who empties a queue, or ends a run, need not be able to write here.
 */
export function rootsFolder(env: Readonly<Record<string, string>>): string {
  return join(stateDirectory(env), 'gcroots', 'auto')
}

function stateDirectory(env: Readonly<Record<string, string>>): string {
  const given = env['NIX_STATE_DIR']
  if (given !== undefined && given !== '') return given
  // A folder is a store of its own, too.
  const [, folder, query = ''] =
    /^(?:local|(\/[^?]*))(?:\?(.*))?$/.exec(env['NIX_REMOTE'] ?? '') ?? []
  const parameters = new URLSearchParams(query)
  return parameters.get('state') ?? join(parameters.get('root') ?? folder ?? '/', 'nix/var/nix')
}

/** What the names of a folder's roots begin with: another folder may hold the same path. */
export function rootPrefix(folder: string): string {
  return `nar-publish-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}-`
}

export function rootOf(nix: Pick<Nix, 'env'>, folder: string, storePath: string): string {
  const { hash } = parseStorePath(storePath)
  return join(rootsFolder(nix.env), `${rootPrefix(folder)}${hash}`)
}

/**
 * Puts a link into a folder and makes it an indirect root by a link of Nix's own, in no time. false: who may not write to Nix's folder
 * has to ask the daemon for it.
 */
export function linkRoot(nix: Pick<Nix, 'env'>, folder: string, storePath: string): boolean {
  const link = join(folder, basename(storePath))
  replaceLink(storePath, link)
  try {
    const root = rootOf(nix, folder, storePath)
    // Nix makes its folder with the first root.
    if (existsSync(dirname(dirname(root)))) mkdirSync(dirname(root), { recursive: true })
    replaceLink(link, root)
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(codeOf(error))) return false
    throw error
  }
}

/** Then it is not made anew, for a moment in which there would be none. */
function isLinked(nix: Nix, folder: string, storePath: string): boolean {
  const link = join(folder, basename(storePath))
  const targetOf = (path: string): string | null => attempt(() => readlinkSync(path), null)
  return targetOf(link) === storePath && targetOf(rootOf(nix, folder, storePath)) === link
}

function replaceLink(target: string, link: string): void {
  try {
    symlinkSync(target, link)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    unlinkSync(link)
    symlinkSync(target, link)
  }
}

/**
 * Makes roots by Nix itself, which tells a collection that runs at this moment: `root`, `root-2`, … of paths that are all outputs, or all
 * .drv files. A .drv that is not there is passed over; an output makes it fail.
 */
export function rootCommand(root: string, storePaths: readonly string[]): NixCommand {
  if (storePaths[0]?.endsWith('.drv') !== true) {
    return {
      program: 'nix-store',
      // What is gone is not fetched: nobody asked for that.
      args: [
        '--realise',
        '--option',
        'substitute',
        'false',
        '--add-root',
        root,
        '--',
        ...storePaths
      ]
    }
  }
  return {
    program: 'nix-instantiate',
    // `nix-store` would build it, and `nix build` did so before 2.15.
    args: [
      ...['--option', 'pure-eval', 'false', '--option', 'restrict-eval', 'false'],
      ...['--add-root', root, '--expr', '--'],
      ...storePaths.map((path) => `if builtins.pathExists "${path}" then import "${path}" else [ ]`)
    ]
  }
}

/**
 * Keeps valid store paths, .drv files among them, from the garbage collector as long as the run's folder is there, with all that they
 * refer to. Answers with those that are not valid, before or by now. Throws NIX_FAILED when the roots cannot be made.
 */
export async function holdPaths(nix: Nix, storePaths: readonly string[]): Promise<Set<string>> {
  const { roots } = nix
  if (roots === undefined) return invalidPaths(nix, storePaths)
  const isDerivation = (path: string): boolean => path.endsWith('.drv')
  const lost = new Set<string>()
  for (const kind of [
    storePaths.filter((path) => !isDerivation(path)),
    storePaths.filter(isDerivation)
  ]) {
    for (const chunk of chunkOperands([...new Set(kind)])) {
      for (const path of await holdChunk(nix, roots, chunk)) lost.add(path)
    }
  }
  return lost
}

async function holdChunk(nix: Nix, roots: string, paths: readonly string[]): Promise<string[]> {
  let wanted = [...paths]
  while (wanted.length > 0) {
    // A folder of its own for each call, as Nix replaces a root of the same name.
    const folder = await rootFolder(roots)
    const ended = await runNix(nix, rootCommand(join(folder, 'r'), wanted))
    const held = await linkTargets(folder)
    if (ended.status === 0) return paths.filter((path) => !held.has(path))
    const invalid = await invalidPaths(nix, wanted)
    if (invalid.size === 0) throw nixFailure(ended)
    wanted = wanted.filter((path) => !invalid.has(path))
  }
  return [...paths]
}

/** A new folder for roots. */
export async function rootFolder(roots: string): Promise<string> {
  await mkdir(roots, { recursive: true })
  return mkdtemp(join(roots, 'held-'))
}

async function linkTargets(folder: string): Promise<Set<string>> {
  const names = await readdir(folder)
  return new Set(await Promise.all(names.map((name) => readlink(join(folder, name)))))
}

/** Characters of one line. */
const longestTrace = 1024 * 1024

/**
 * For the standard error of an evaluation that tells its .drv files by `builtins.trace`: makes roots of them while Nix itself still holds
 * them, which it does to its own end. `onTrace` is told what else is traced, a line at a time.
 */
export function holdTraced(nix: Nix, onTrace?: (line: string) => void): (chunk: Buffer) => void {
  let rest = ''
  return (chunk) => {
    const lines = (rest + chunk.toString('utf8')).split('\n')
    // What is longer is no path, and no answer of one attribute.
    rest = (lines.pop() ?? '').slice(0, longestTrace)
    for (const line of lines) {
      const traced = /^trace: (.*)$/.exec(withoutEscapes(line))?.[1]
      if (traced === undefined) continue
      if (traced.endsWith('.drv') && isStorePath(traced)) linkDerivation(nix, traced)
      else onTrace?.(traced)
    }
  }
}

/** The same afterwards, for what a command just wrote. Answers with those that a collection was quicker to take. */
export async function holdDerivations(nix: Nix, drvPaths: readonly string[]): Promise<Set<string>> {
  if (nix.roots === undefined) return new Set()
  const unlinked = drvPaths.filter((path) => !linkDerivation(nix, path))
  // A link to what is gone holds nothing; where no file is to be seen, Nix may have its store elsewhere.
  const unseen = drvPaths.filter((path) => !existsSync(path))
  return new Set([...(await holdPaths(nix, unlinked)), ...(await invalidPaths(nix, unseen))])
}

function linkDerivation(nix: Nix, drvPath: string): boolean {
  if (nix.roots === undefined || isLinked(nix, nix.roots, drvPath)) return true
  mkdirSync(nix.roots, { recursive: true })
  return linkRoot(nix, nix.roots, drvPath)
}

/** So often a .drv may be collected before it can be rooted. */
const mostEvaluations = 10

/** An evaluation whose .drv stays: one that a collection was quicker to take is made again. */
export async function holdEvaluated<Answer extends object>(
  nix: Nix,
  evaluate: () => Promise<Answer>
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await evaluate()
    const drvPath = 'drvPath' in answer ? String(answer.drvPath) : null
    if (drvPath === null || attempt === mostEvaluations) return answer
    if ((await holdDerivations(nix, [drvPath])).size === 0) return answer
  }
}

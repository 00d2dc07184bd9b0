import { createHash } from 'node:crypto'
import { symlinkSync, unlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { codeOf } from '../errors.ts'
import { expectNix } from '../nix/run.ts'
import type { Nix } from '../nix/types.ts'
import { parseStorePath } from '../store-path.ts'

/**
 * Nix's folder of indirect roots: each link in it leads to a link that leads into the store. Nix itself takes those out whose
 * link is gone (findRoots in libstore/gc.cc), so that who empties a queue need not be able to write here.
 */
export function rootsFolder(env: Readonly<Record<string, string>>): string {
  return join(stateDirectory(env), 'gcroots', 'auto')
}

function stateDirectory(env: Readonly<Record<string, string>>): string {
  const given = env['NIX_STATE_DIR']
  if (given !== undefined && given !== '') return given
  const [, query = ''] = /^local\?(.*)$/.exec(env['NIX_REMOTE'] ?? '') ?? []
  const parameters = new URLSearchParams(query)
  return parameters.get('state') ?? join(parameters.get('root') ?? '/', 'nix/var/nix')
}

/** What the names of a folder's roots begin with: another folder may queue the same path. */
export function rootPrefix(folder: string): string {
  return `nar-publish-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}-`
}

function rootOf(nix: Pick<Nix, 'env'>, folder: string, storePath: string): string {
  const { hash } = parseStorePath(storePath)
  return join(rootsFolder(nix.env), `${rootPrefix(folder)}${hash}`)
}

/**
 * Puts a link into a queue's folder and makes it an indirect root, as the hook does. Who may not write to Nix's folder asks the
 * daemon for it, which takes ten times as long.
 */
export async function enqueue(nix: Nix, folder: string, storePath: string): Promise<void> {
  const link = join(folder, basename(storePath))
  replaceLink(storePath, link)
  try {
    replaceLink(link, rootOf(nix, folder, storePath))
  } catch (error) {
    if (!isRefused(error)) throw error
    const args = ['--add-root', link, '--realise', storePath]
    await expectNix(nix, { program: 'nix-store', args })
  }
}

/** Takes a root away where that is allowed; else the next garbage collection does. */
export function forgetRoot(nix: Pick<Nix, 'env'>, folder: string, storePath: string): void {
  try {
    unlinkSync(rootOf(nix, folder, storePath))
  } catch {
    // It is stale now, and in nobody's way.
  }
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

function isRefused(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS', 'ENOENT'].includes(codeOf(error))
}

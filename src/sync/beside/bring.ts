import { basename } from 'node:path/posix'
import { bumpWithFiles, type Bumped } from '../bump.ts'
import { sameKeys, type KeyChange } from '../key-change.ts'
import type { Traced } from '../trace.ts'
import type { Beside, LeftFile, MadeFile, TextFile } from '../types.ts'
import { replacementsOf, type Workshop } from '../workshop.ts'
import { followLock } from './cargo-keys.ts'
import { filesRead, ownNixFiles } from './files-read.ts'
import { isLock } from './known-files.ts'
import { lockFromSource } from './lock-from-source.ts'
import { runScripts } from './scripts.ts'
import { fetchSource } from './source-tree.ts'
import { useFiles } from './use-files.ts'

/**
 * Makes the files of dependencies beside the package anew where there is a way: out of the new source, by the package's own scripts, by the
 * command of `before-hash`, in this order. What is made is the workshop's from then on, and the package is evaluated with it once
 * more. What the package reads and nothing made is told. Throws SCRIPT_FAILED, SCRIPT_REFUSED, and what `bumpWithFiles` throws.
 */
export async function bringBeside(shop: Workshop, traced: Traced, bumped: Bumped): Promise<Bumped> {
  const { work } = shop
  // The version stays, and so do they.
  if (bumped.source === null) return bumped
  const read = await filesRead(shop, traced, bumped)
  // The command came first, as nothing could be evaluated without it: the rest was its to make.
  if (bumped.beside.files.some(({ by }) => by !== 'lock')) return withoutMaking(bumped, read)
  if (read.length === 0 && work.beforeHash === null && !work.updateScript) return bumped
  const { files, left } = await makeFiles(shop, bumped, read)
  for (const { path, by } of files) shop.log.info(`${path}: made anew (${by})`)
  for (const { path, reason } of left) shop.log.warning(`${path} was not made anew: ${reason}`)
  if (files.length === 0) return { ...bumped, beside: { ...bumped.beside, left } }
  const keys = keysOf(shop, traced, bumped, files)
  await useFiles(shop, files)
  return bumpWithFiles(shop, traced, bumped, { files, left }, keys)
}

function withoutMaking(bumped: Bumped, read: readonly TextFile[]): Bumped {
  const { files } = bumped.beside
  const left = read
    .filter(({ path }) => !files.some((made) => made.path === path))
    .map(({ path }) => ({ path, reason: 'the command of `before-hash` left it as it was' }))
  return { ...bumped, beside: { ...bumped.beside, left } }
}

async function makeFiles(
  shop: Workshop,
  bumped: Bumped,
  read: readonly TextFile[]
): Promise<Omit<Beside, 'keys'>> {
  const now = await fetchSource(shop, bumped.literals, bumped.evaluation.replacements)
  const old = read.some(({ path }) => isLock(path)) ? await fetchSource(shop, [], new Map()) : null
  const files = new Map<string, MadeFile>()
  const left = new Map<string, LeftFile>()
  for (const file of read) {
    const found = await lockFromSource(file, old, now)
    if (found.kind === 'made') files.set(file.path, found.file)
    if (found.kind === 'left') left.set(file.path, found.file)
  }
  const edits = replacementsOf([...bumped.versions, ...bumped.beside.keys])
  await runScripts(shop, bumped, {
    replacements: new Map([...edits, ...(now?.hash ?? [])]),
    source: now?.root ?? null,
    locks: bumped.beside.files,
    files,
    left
  })
  // What the version or a stale hash stands in is not left as it is.
  const edited = [...bumped.versions, ...bumped.stale.map(({ literal }) => literal)]
  for (const path of [...files.keys(), ...edited.map(({ file }) => file)]) left.delete(path)
  const inOrder = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  return { files: inOrder, left: [...left.values()] }
}

/** What `outputHashes` of files that stay otherwise as they are have to be called. */
function keysOf(
  shop: Workshop,
  traced: Traced,
  bumped: Bumped,
  files: readonly MadeFile[]
): KeyChange {
  const own = ownNixFiles(shop, traced, bumped).filter(
    ({ path }) => !files.some((made) => made.path === path)
  )
  for (const { path, text } of files) {
    const before = shop.files.find((file) => file.path === path)
    if (basename(path) !== 'Cargo.lock' || before === undefined) continue
    const keys = followLock(own, bumped.literals, { before: before.text, after: text })
    if (keys !== null) return keys
  }
  return sameKeys
}

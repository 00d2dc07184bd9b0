import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { lstatSync, type Stats } from 'node:fs'
import { readdir, readFile, readlink, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { NarPublishError } from '../../errors.ts'
import { shownName } from '../../harmless.ts'
import { expectGit } from '../../repository/git/run.ts'
import { applyEdits } from '../literals/edit.ts'
import { usersGit } from '../project/changed-files.ts'
import { makeCopy, type Copy } from '../project/copy.ts'
import { largestFile } from '../project/project.ts'
import { expectCleanTree, nulSeparated } from '../project/work-tree.ts'
import type { Edit, MadeFile } from '../types.ts'
import { writeCopy, type Replacements, type Workshop } from '../workshop.ts'
import { largestMade, mostMade, whyNotBeside } from './zone.ts'

/**
 * A copy of the checkout for one program to work in. What that changed is looked at, and only what may be taken is taken: the copy that
 * is evaluated, and the checkout, never see the rest.
 */
export interface Bench {
  copy: Copy
  /** What stood in the files when the program began, of those that differ from the checkout. */
  written: ReadonlyMap<string, string>
  stats: ReadonlyMap<string, string>
  /** Of the copy's own Git files. */
  git: string
}

let benches = 0

/** The checkout with these replacements, and with files that were made anew already. */
export async function openBench(
  shop: Workshop,
  replacements: Replacements,
  made: readonly MadeFile[]
): Promise<Bench> {
  const copy = await makeCopy(shop.project, join(shop.scratch, `bench-${benches++}`))
  for (const { path, text } of made) await copy.make(path, Buffer.from(text))
  const whole = new Map(made.map(({ path, text }) => [path, text]))
  const files = shop.files.filter(({ path }) => !whole.has(path))
  await writeCopy({ copy, files }, replacements)
  const edits = Map.groupBy(
    [...replacements].map(([span, replacement]): Edit => ({ ...span, replacement })),
    ({ file }) => file
  )
  const written = files.flatMap(({ path, text }) =>
    edits.has(path) ? [[path, applyEdits(text, edits.get(path) ?? [])] as const] : []
  )
  return {
    copy,
    written: new Map([...whole, ...written]),
    stats: statsOf(shop, copy),
    git: await gitFiles(copy)
  }
}

/** Nobody can set the time of a change. */
function statsOf({ project }: Workshop, { folder }: Copy): Map<string, string> {
  return new Map(
    project.files.map(({ path }) => [
      path,
      stateOf(lstatSync(join(folder, path), { throwIfNoEntry: false }))
    ])
  )
}

function stateOf(found: Stats | undefined): string {
  if (found === undefined) return 'missing'
  const { mode, size, ino, ctimeMs } = found
  return found.isDirectory() ? 'folder' : [mode, size, ino, ctimeMs].join(' ')
}

/** The link to the repository, and what steers Git there. */
async function gitFiles({ folder, gitDir }: Copy): Promise<string> {
  const hash = createHash('sha256')
  for (const file of [join(folder, '.git'), join(gitDir, 'HEAD'), join(gitDir, 'config')]) {
    hash.update(await readFile(file).catch(() => 'missing')).update('\n')
  }
  hash.update(JSON.stringify(await readdir(join(gitDir, 'hooks')).catch(() => [])))
  return hash.digest('hex')
}

/**
 * What the program left otherwise than it found it, of files that Git tracks or would track. `isWanted`: anything else is passed over;
 * default: everything is wanted, and what may not be written is an error. Throws SCRIPT_REFUSED.
 */
export async function changesIn(
  shop: Workshop,
  bench: Bench,
  {
    title,
    by,
    isWanted
  }: {
    title: string
    by: MadeFile['by']
    isWanted?: (path: string) => boolean
  }
): Promise<MadeFile[]> {
  const { project } = shop
  await expectCleanTree(project.git).catch((cause: unknown) => {
    if (!(cause instanceof NarPublishError) || cause.code !== 'TREE_DIRTY') throw cause
    throw refused(title, project.root, `it changed the checkout itself: ${cause.reason}`)
  })
  if ((await gitFiles(bench.copy)) !== bench.git) {
    throw refused(
      title,
      '.git',
      'it changed the repository itself: its commit, configuration or hooks'
    )
  }
  const now = statsOf(shop, bench.copy)
  const changed = [...now].flatMap(([path, state]) =>
    state === bench.stats.get(path) ? [] : [path]
  )
  const tracked = new Set(now.keys())
  const added = (await newPaths(bench)).filter((path) => !bench.written.has(path))
  const found: MadeFile[] = []
  for (const path of [
    ...changed,
    ...added,
    ...[...bench.written.keys()].filter((one) => !tracked.has(one))
  ]) {
    if (isWanted?.(path) === false) continue
    const text = await textOf(bench.copy, path, title)
    if (text === null || text === (await textBefore(shop, bench, path))) continue
    const why = whyNotBeside(project, path)
    if (why !== null) throw refused(title, path, why)
    found.push({ path, text, isNew: !tracked.has(path), by })
    if (found.length > mostMade)
      throw refused(title, path, `it changed more than ${mostMade} files`)
  }
  const size = found.reduce((sum, { text }) => sum + text.length, 0)
  if (size <= largestMade) return found
  throw refused(title, `${found.length} files`, `they have ${size} characters, over ${largestMade}`)
}

async function textBefore(
  { project }: Workshop,
  { written }: Bench,
  path: string
): Promise<string | null> {
  const known = written.get(path)
  return known ?? (await readFile(join(project.root, path), 'utf8').catch(() => null))
}

/** null: it leads into the store, as `nix build` leaves a link behind. */
async function textOf({ folder }: Copy, path: string, title: string): Promise<string | null> {
  const file = join(folder, path)
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (found === undefined) throw refused(title, path, 'it removed the file')
  if (found.isSymbolicLink()) {
    if ((await readlink(file)).startsWith('/nix/store/')) return null
    throw refused(title, path, 'it made a symbolic link of it')
  }
  if (!found.isFile() || (await realpath(file)) !== file) {
    throw refused(title, path, 'it is no plain file')
  }
  if (found.size > largestFile) {
    throw refused(title, path, `it has ${found.size} bytes, over ${largestFile}`)
  }
  const bytes = await readFile(file)
  if (isUtf8(bytes) && !bytes.includes(0)) return bytes.toString('utf8')
  throw refused(title, path, 'it is no text in UTF-8')
}

/** Files that Git would track: what is ignored (`node_modules`) is not listed. */
async function newPaths({ copy }: Bench): Promise<string[]> {
  const args = ['ls-files', '--others', '--exclude-standard', '-z']
  const listed = await expectGit(await usersGit(copy), args)
  return nulSeparated(listed).map((path) => path.toString('utf8'))
}

function refused(title: string, path: string, reason: string): NarPublishError {
  return new NarPublishError({
    code: 'SCRIPT_REFUSED',
    subject: `${title}, ${shownName(path)}`,
    reason
  })
}

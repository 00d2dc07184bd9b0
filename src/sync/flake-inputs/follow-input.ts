import { join } from 'node:path/posix'
import { findVersionLiterals } from '../literals/find.ts'
import { commitEdit, findRevisionLiterals } from '../literals/revisions.ts'
import { regionsOf } from '../literals/regions.ts'
import { bumpEdit, piecesOf } from '../literals/version-spelling.ts'
import type { Followed } from '../revision.ts'
import type { Traced } from '../trace.ts'
import type { Edit, Span, TextFile } from '../types.ts'
import { dayOf, type Commit } from '../version/commit.ts'
import type { PinnedSource } from '../version/wanted.ts'
import { evaluateCopy, replacementsOf, writeCopy, type Workshop } from '../workshop.ts'
import type { LockStep } from './lock-change.ts'
import { moveInput, type MovedLock } from './move-input.ts'
import { followedBranch, inputCommit, inputWords, type SourceInput } from './source-input.ts'

/** The commit of an input, as of `inputCommit`: the lock file's next one is that of the branch. */
export function inputPin(shop: Workshop, input: SourceInput): PinnedSource | null {
  const { work, environment } = shop
  const pinned = inputCommit(input, work.version, environment.serverUrl)
  if (pinned?.newest === undefined || work.version.kind !== 'branch') return pinned
  const { name } = work.version
  return { ...pinned, newest: () => newestOfInput(shop, input, name) }
}

/** What the input is locked at when it is locked anew. Throws REVISION_UNTRACED where it follows another branch. */
async function newestOfInput(
  shop: Workshop,
  input: SourceInput,
  wanted: string | null
): Promise<Commit> {
  const { name, node, path } = input
  const branch = followedBranch(input, wanted) ?? 'the default branch'
  const moved = await moveInput(shop, path, name, [], nothingElse)
  const locked = (moved?.after ?? node).locked ?? {}
  const date = dayOf(Number(locked['lastModified']) * 1000)
  return { branch, commit: String(locked['rev']), date }
}

const nothingElse: LockStep = { oldVersion: null, newVersion: null, revision: null }

/**
 * The input at another version or commit: what changes in its address in `flake.nix`, and the lock file. null: nothing of it goes with
 * either, as it follows a branch. Throws FETCH_FAILED, LOCK_REFUSED.
 */
export async function followInput(
  shop: Workshop,
  input: SourceInput,
  step: LockStep
): Promise<Followed | null> {
  const { revision } = step
  const edits = editsAt(shop, input, step)
  const isOfBranch = revision !== null && input.node.original?.['rev'] === undefined
  if (edits.length === 0 && !isOfBranch) return null
  const moved = await moveInput(shop, input.path, input.name, edits, step)
  if (moved === null) return null
  shop.log.info(`${inputWords(input.name)} is locked at ${placeWords(moved)}`)
  return { revision, edits, files: [moved.file], isAddressed: false }
}

function placeWords({ after: { locked = {} } }: MovedLock): string {
  return [locked['ref'], locked['rev'] ?? locked['narHash']].filter(Boolean).join(', ')
}

/** In what says where the input comes from: `url`, or `ref` and `rev` beside each other. */
function editsAt(
  { files, project }: Workshop,
  { name, node }: SourceInput,
  { oldVersion, newVersion, revision }: LockStep
): Edit[] {
  const path = join(project.flakeFolder ?? '', 'flake.nix')
  const file = files.find((one) => one.path === path)
  if (file === undefined) return []
  const isAddress = addressIn(file, name)
  const commits =
    revision !== null && node.original?.['rev'] !== undefined
      ? findRevisionLiterals(file, revision.old).filter(isAddress)
      : []
  const pieces =
    oldVersion === null || newVersion === null || oldVersion === newVersion
      ? []
      : piecesOf(oldVersion, newVersion)
  for (const piece of pieces) {
    const found = findVersionLiterals(file, piece.old).filter(isAddress)
    if (found.length === 0) continue
    return [
      ...found.map((literal) => bumpEdit(literal, piece.new)),
      ...commits.map((span) => commitEdit(span, revision?.new ?? ''))
    ]
  }
  return commits.map((span) => commitEdit(span, revision?.new ?? ''))
}

/** A flake's inputs are written out, without any computing. */
function addressIn(file: TextFile, input: string): (span: Span) => boolean {
  const regions = regionsOf(file).filter(
    ({ names: [key = '', owner] }) => ['url', 'ref', 'rev'].includes(key) && owner === input
  )
  return ({ start, end }) =>
    regions.some((region) => region.start <= start && end <= region.start + region.text.length)
}

/** The version that the package gets from the lock file alone: one that is made of the commit, or of its time. null: none. */
export async function versionByLock(
  shop: Workshop,
  { package: { version, system } }: Traced,
  { revision, edits, files }: Followed
): Promise<string | null> {
  if (revision === null || files.length === 0) return null
  await writeCopy(shop, replacementsOf(edits))
  const evaluated = await evaluateCopy(shop, system)
  return 'drvPath' in evaluated && evaluated.version !== version ? evaluated.version : null
}

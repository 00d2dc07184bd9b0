import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { KnownDerivations } from '../../nix/derivations.ts'
import { openNix } from '../../nix/nix.ts'
import { timed, type Run } from '../../run.ts'
import { emptyMemory, removeFolder } from '../../scratch.ts'
import { isEmpty } from '../change.ts'
import { writeEdits } from '../computed/take.ts'
import { addCounts, noCounts } from '../counts.ts'
import type { SyncWork } from '../inputs.ts'
import type { Copy } from '../project/copy.ts'
import type { SyncCounts } from '../types.ts'
import { workOut } from '../work-out.ts'
import { copiesFolder, sharedCopy } from '../workshop.ts'
import { otherCheckout, textFilesOf } from './open-look.ts'
import type { Bringing, WorkedSet } from './bringing.ts'
import { formatUnion, proveUnion, type ProvedPart, type UnionPlace } from './prove-union.ts'
import { unite } from './union.ts'

/** A run that works several packages out, each by itself and from the same commit. */
export interface ManyRun extends Pick<Run<unknown>, 'environment' | 'scratch' | 'log' | 'timings'> {
  derivations: KnownDerivations
  /** The copy of a package that is done. */
  spare: Copy | null
  /** Of all packages, and of what is proved together. */
  counts: SyncCounts
}

/** Makes a run out of one that several packages share. */
export function manyRun({
  environment,
  scratch,
  log,
  timings
}: Pick<ManyRun, 'environment' | 'scratch' | 'log' | 'timings'>): ManyRun {
  return {
    environment,
    scratch,
    log,
    timings,
    derivations: new Map(),
    spare: null,
    counts: noCounts()
  }
}

/** As other jobs need it, which may have found changes of what this machine has none of. */
interface WorkedHere extends WorkedSet<ProvedPart> {
  /** Of packages that change nothing. */
  still: readonly ProvedPart[]
}

/**
 * Works out the packages of one change, each by itself, and proves them together. What one leaves on this machine goes before the next begins.
 * Throws what any of them throws, COMPUTED_CONFLICT, FailedTogether.
 */
export async function workOutSet(run: ManyRun, works: readonly SyncWork[]): Promise<WorkedHere> {
  const parts: ProvedPart[] = []
  const still: ProvedPart[] = []
  const notes: string[] = []
  for (const work of works) {
    const { part, copy, said, remove } = await workOutOne(run, work)
    const isStill = isEmpty(part.computed.change)
    if (isStill) still.push(part)
    else parts.push(part)
    if (works.length === 1)
      return { parts, still, copy: isStill ? null : copy, notes: said, remove }
    remove()
    notes.push(...said.map((note) => `${work.package.text}: ${note}`))
  }
  return { ...(await together(run)(parts, { proves: true })), still, notes }
}

/** The checkout with the changes of packages that were worked out already. What it makes throws COMPUTED_CONFLICT, FailedTogether. */
export function together(run: ManyRun): Bringing<ProvedPart>['together'] {
  return async (parts, { proves }) => {
    if (parts.length === 0) return { parts: [], copy: null, remove: () => undefined }
    const { copy, files, remove } = await writeUnion(run, parts)
    try {
      if (!proves) {
        await formatUnion(run, copy, parts, files)
        return { parts, copy, remove }
      }
      const place = await unionPlace(run)
      const proved = await timed(run, 'prove together', () => proveUnion(place, copy, parts, files))
      return { parts: proved, copy, remove }
    } catch (error) {
      remove()
      throw error
    }
  }
}

/** A copy of the checkout with the changes of all parts in it. `files`: those that are written. Throws COMPUTED_CONFLICT. */
async function writeUnion(
  run: ManyRun,
  parts: readonly ProvedPart[]
): Promise<{ copy: Copy; files: string[]; remove: () => void }> {
  const union = unite(parts.map(({ computed }) => computed))
  const project = projectOf(parts)
  const copy = await sharedCopy(project, run)
  await writeEdits(copy, textFilesOf(parts.map(({ project }) => project)), union)
  return {
    copy,
    files: union.edits.map(({ file }) => file),
    remove: () => {
      giveBack(run, copy)
    }
  }
}

/** The work tree of all. Throws CHECKOUT_INVALID. */
function projectOf(parts: readonly ProvedPart[]): ProvedPart['project'] {
  const [first, ...others] = parts.map(({ project }) => project)
  const other = others.find(({ root }) => root !== first?.root)
  if (first !== undefined && other === undefined) return first
  throw otherCheckout(other?.package.text ?? '', other?.root ?? '', first?.root ?? '')
}

async function unionPlace(run: ManyRun): Promise<UnionPlace> {
  const { environment, scratch, log } = run
  const env = environment.childEnvironment
  const nix = await openNix({ env, log, cwd: scratch, roots: join(scratch, 'gc-roots') })
  return { ...run, nix }
}

interface WorkedOne {
  part: ProvedPart
  copy: Copy
  said: readonly string[]
  remove: () => void
}

async function workOutOne(run: ManyRun, work: SyncWork): Promise<WorkedOne> {
  const { environment, log, timings } = run
  const scratch = await mkdtemp(join(run.scratch, 'package-'))
  log.info(`package ${work.package.text}`)
  try {
    const worked = await workOut({ environment, log, timings, scratch, shared: run }, work)
    const { computed, copy, proved, notes } = worked
    addCounts(run.counts, computed.counts)
    return {
      part: { work, computed, proved, project: copy.project },
      copy,
      said: notes,
      remove: () => {
        removeFolder(scratch)
        giveBack(run, copy)
      }
    }
  } catch (error) {
    // Whatever copies it had: no other package is worked out meanwhile.
    run.spare = null
    emptyMemory(run.scratch)
    removeFolder(join(run.scratch, copiesFolder))
    removeFolder(scratch)
    throw error
  }
}

/** Nobody uses it from now on. */
function giveBack(run: ManyRun, copy: Copy): void {
  run.spare?.remove()
  run.spare = copy
}

import pLimit, { type LimitFunction } from 'p-limit'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { allOf } from '../all-of.ts'
import type { Digest } from '../binary-cache/digest.ts'
import type { Environment } from '../environment.ts'
import type { Log } from '../log.ts'
import type { Derivation, KnownDerivations } from '../nix/derivations.ts'
import { evaluatorsAtOnce } from '../nix/evaluators.ts'
import { openNix } from '../nix/nix.ts'
import { nothingRebuilt, type Rebuilt } from '../nix/rebuild.ts'
import type { Nix } from '../nix/types.ts'
import { countEvaluation, noCounts } from './counts.ts'
import { list } from '../text.ts'
import type { SyncWork } from './inputs.ts'
import { applyEdits } from './literals/edit.ts'
import { makeCopy, type Copy } from './project/copy.ts'
import { evaluatePackage, packageSystems, type UnreadMeta } from './project/evaluate.ts'
import { openProject, readTextFiles } from './project/project.ts'
import type { EvaluationFailure } from './project/question.ts'
import type { Project } from './project/locate-package.ts'
import type { Edit, EvaluatedPackage, Span, SyncCounts, TextFile } from './types.ts'

/** What the steps work with: the checkout, which is only read, and its copy, which is written and evaluated. */
export interface Workshop {
  work: SyncWork
  environment: Environment
  scratch: string
  /** The scratch folder whose part in memory has the copy. */
  inMemoryOf: string
  log: Log
  nix: Nix
  project: Project
  copy: Copy
  files: TextFile[]
  /** This machine's first, when the package has it. */
  systems: string[]
  counts: SyncCounts
  /** Evaluations take their turns, as many at once as the machine does. */
  turns: LimitFunction
  /** null: nothing was evaluated yet. false: something did not evaluate. */
  evaluatesWell: boolean | null
  unreadMeta: UnreadMeta
  /** By .drv path: hashes of what was fetched already, apart from its wrong one. */
  told: Map<string, Digest>
  /** By .drv path: what evaluations gave, and what it needs. */
  derivations: KnownDerivations
  /** What was made of them without an evaluation. */
  rebuilt: Rebuilt
  /** Sentences that the reader should see. */
  notes: string[]
  /** null: what is asked for next is not foreseen. */
  ahead: EvaluationAhead | null
}

/** An evaluation that runs before it is asked for. */
export interface EvaluationAhead {
  /** Starts it, once, beside one that is asked for: it is under way when this resolves. */
  begin(system: string): Promise<void>
  /** What an evaluation of what the copy holds now would give; null: that is to be evaluated, and nothing runs that is another. */
  answer(system: string): Promise<EvaluatedPackage | null>
  /** Ends it: no answer comes of it any more. */
  stop(): Promise<void>
  /** The same, and takes away what it used. */
  remove(): Promise<void>
}

/** Where packages are worked out. */
export interface WorkPlace {
  environment: Environment
  scratch: string
  log: Log
  /** Of runs with several packages, each of which has a scratch folder of its own: what they share. */
  shared?: {
    /** The run's scratch folder, whose part in memory has the copies. */
    scratch: string
    derivations: KnownDerivations
    /** A copy that nobody uses any more. */
    spare: Copy | null
  }
}

/** Opens the checkout and copies it. Throws CHECKOUT_INVALID, TREE_DIRTY, PACKAGE_INVALID, NIX_MISSING. */
export async function openWorkshop(
  work: SyncWork,
  { environment, scratch, log, shared }: WorkPlace
): Promise<Workshop> {
  const inMemoryOf = shared?.scratch ?? scratch
  const env = environment.childEnvironment
  const { workspace } = environment
  const [project, nix] = await allOf([
    openProject({ workspace, package: work.package, env, log }),
    openNix({ env, log, cwd: scratch, roots: join(scratch, 'gc-roots') })
  ])
  const copy = await (shared === undefined
    ? makeCopy(project, join(scratch, 'copy'), { inMemoryOf })
    : sharedCopy(project, shared))
  const shop: Workshop = {
    work,
    ...{ environment, scratch, log, inMemoryOf },
    nix,
    project,
    copy,
    files: readTextFiles(project),
    systems: [],
    counts: noCounts(),
    turns: pLimit(evaluatorsAtOnce()),
    evaluatesWell: null,
    unreadMeta: new Map(),
    told: new Map(),
    derivations: shared?.derivations ?? new Map<string, Derivation>(),
    rebuilt: nothingRebuilt(),
    notes: [],
    ahead: null
  }
  shop.systems =
    work.systems.value ?? (await packageSystems(nix, copy, project, work.package, work.nixpkgs))
  log.info(
    `package: ${work.package.text} of ${project.root} at ${project.head.slice(0, 12)}, ${shop.files.length} files; ` +
      `systems: ${shop.systems.join(', ')}`
  )
  return shop
}

/** In a run's scratch folder: the copies on the disk that are no single package's. */
export const copiesFolder = 'copies'

/** A copy of the checkout as it is; the spare one where that can be it again. */
export async function sharedCopy(
  project: Project,
  shared: Pick<NonNullable<WorkPlace['shared']>, 'scratch' | 'spare'>
): Promise<Copy> {
  const { spare, scratch } = shared
  shared.spare = null
  if ((await spare?.reopen(project)) === true && spare !== null) return spare
  spare?.remove()
  const copies = join(scratch, copiesFolder)
  await mkdir(copies, { recursive: true })
  return makeCopy(project, await mkdtemp(join(copies, 'copy-')), { inMemoryOf: scratch })
}

/**
 * The copy as it was when it was opened: what an attempt made there goes with the old one. It is not the package's alone: the next one may
 * get it.
 */
export async function renewCopy(
  shop: Pick<Workshop, 'project' | 'inMemoryOf' | 'copy' | 'files'>,
  files: TextFile[]
): Promise<void> {
  shop.files = files
  shop.copy = await sharedCopy(shop.project, { scratch: shop.inMemoryOf, spare: shop.copy })
}

/** What stands at spans of the checkout's files instead of what stands there now. */
export type Replacements = ReadonlyMap<Span, string>

export function replacementsOf(edits: readonly Edit[]): Replacements {
  return new Map(edits.map((edit) => [edit, edit.replacement]))
}

/** Makes the copy the checkout with these replacements, and nothing else. */
export async function writeCopy(
  { copy, files }: Pick<Workshop, 'copy' | 'files'>,
  replacements: Replacements
): Promise<void> {
  const edits = Map.groupBy(
    [...replacements].map(([span, replacement]): Edit => ({ ...span, replacement })),
    ({ file }) => file
  )
  for (const { path, text } of files) {
    const wanted = applyEdits(text, edits.get(path) ?? [])
    if (wanted === text) await copy.restore(path)
    else await copy.write(path, wanted)
  }
}

/** One evaluation of what the copy holds now, counted; or the one that was made ahead, which was counted when it began. */
export async function evaluateCopy(
  shop: Workshop,
  system: string
): Promise<EvaluatedPackage | EvaluationFailure> {
  const { nix, copy, project, work, counts, unreadMeta, ahead } = shop
  const foreseen = (await ahead?.answer(system)) ?? null
  if (foreseen !== null) return foreseen
  countEvaluation(counts, system)
  const request = { package: work.package, nixpkgs: work.nixpkgs, system }
  const asked = evaluatePackage(nix, copy, project, request, unreadMeta)
  const [evaluated] = await allOf([asked, ahead?.begin(system) ?? Promise.resolve()])
  // What it tells is learned first, and then other things are asked.
  if (!('drvPath' in evaluated)) await ahead?.stop()
  return evaluated
}

/** All that the reader should see, each once: some steps are taken more than once. */
export function notesOf({ unreadMeta, notes }: Workshop): string[] {
  const unread = Map.groupBy(unreadMeta, ([, reason]) => reason)
  const ofMeta = [...unread].map(([reason, entries]) => {
    const names = list(entries.map(([name]) => `\`meta.${name}\``))
    const does = entries.length === 1 ? 'does not evaluate and was' : 'do not evaluate and were'
    return `${names} ${does} not read: ${reason}`
  })
  return [...new Set([...ofMeta, ...notes])]
}

import { asNarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Nix } from '../nix/types.ts'
import { count } from '../text.ts'
import { queuedTimes, readQueue, removeEntries } from './entries.ts'
import { forgetRoot } from './gc-roots.ts'
import type { Journal } from './journal.ts'
import { pauseAfter, type Pauses } from './pauses.ts'
import type { BuiltPath, Role } from './roles.ts'
import { sendAll, type Landing, type Send } from './send.ts'
import type { Queue } from './types.ts'

/** A queue at work: what it is told, its folder, its memory and its way to the destination. */
export interface OpenQueue {
  queue: Queue
  /** Of its links. */
  folder: string
  journal: Journal
  send: Send
  /** See rolesOf; left out where the destination has no index. */
  rolesOf?: (
    candidates: readonly BuiltPath[],
    others: readonly string[]
  ) => Promise<Map<string, Role>>
  log: Log
  /** Where Nix's roots are. */
  nix: Pick<Nix, 'env'>
}

interface PassRules {
  pauses: Pauses
  /** Paths whose pause is not over are tried as well. */
  isImpatient: boolean
  /** The job is over: what is not built by now will not be. */
  isLast?: boolean
  /** Asked before each attempt of the pass. */
  goesOn: () => boolean
}

/** What is in the queue and not set aside, each path once. */
export function waitingPaths({ folder, journal }: Pick<OpenQueue, 'folder' | 'journal'>): string[] {
  const { failures } = journal.read()
  return [...queuedPaths(folder)].filter((path) => failures.get(path)?.retryAt !== null)
}

function queuedPaths(folder: string): Set<string> {
  return new Set(readQueue(folder).entries.map(({ storePath }) => storePath))
}

/** So long a path stays without a row, in milliseconds, for something that could be made with it, where no job's end tells. */
const longestOpen = 86_400_000

/** What a pass brought, and where to. */
export type Landed = Landing & { paths: readonly string[] }

/**
 * Sends once what waits: what lands leaves the queue, unless its place in the index is open; what fails is noted with the time of its
 * next attempt, or set aside.
 */
export async function sendOnce(open: OpenQueue, rules: PassRules): Promise<Landed[]> {
  const { queue, folder, journal, log } = open
  const { failures } = journal.read()
  const now = Date.now()
  const waiting = waitingPaths(open).filter(
    (path) => rules.isImpatient || (failures.get(path)?.retryAt ?? 0) <= now
  )
  if (waiting.length === 0) return []
  const roles = await settleRoles(open, waiting, rules.isLast === true)
  const isOpen = (path: string): boolean => roles.get(path) === 'open'
  const landedBefore = journal.open()
  const due = waiting.filter((path) => !(isOpen(path) && landedBefore.has(path)))
  if (due.length === 0) return []
  const landed: Landed[] = []
  const artifacts = new Set(due.filter((path) => (roles.get(path) ?? 'artifact') === 'artifact'))
  await log.group(`Queue ${queue.name}: ${count(due.length, 'path')}`, async () => {
    const { failed, stopped } = await sendAll((paths) => open.send(paths, artifacts), due, {
      goesOn: rules.goesOn,
      onLanded: (paths, { landing, notes }) => {
        landed.push({ ...landing, paths })
        // First the note: a link that stays is sent again, which does no harm.
        journal.append({ event: 'landed', paths: [...paths], open: paths.filter(isOpen) })
        const known = journal.read().notes
        for (const text of new Set(notes))
          if (!known.has(text)) journal.append({ event: 'note', text })
        const settled = paths.filter((path) => !isOpen(path))
        // The roots first: what is queued anew in between has its root, or has landed.
        for (const path of settled) forgetRoot(open.nix, folder, path)
        removeEntries(folder, settled)
        log.info(`${count(paths.length, 'path')} landed`)
      }
    })
    const before = failed.length === 0 ? failures : journal.read().failures
    const events = failed.map(({ storePath, error }) => {
      const attempts = (before.get(storePath)?.attempts ?? 0) + 1
      const isLast = attempts >= queue.maxAttempts
      const retryAt = isLast ? null : Date.now() + pauseAfter(attempts, rules.pauses)
      const { code, reason, hint } = error
      log.warning(
        `${storePath}, attempt ${attempts}${isLast ? ', set aside' : ''}: ${error.message}`
      )
      return { event: 'failed', path: storePath, code, reason, hint, retryAt } as const
    })
    journal.append(...events)
    if (stopped !== null) {
      const { code, reason, hint, message } = stopped.error
      const { isFinal } = stopped
      journal.append({ event: 'destination-failed', code, reason, hint, isFinal })
      log.warning(`queue ${queue.name}: ${message}`)
    }
  })
  journal.shorten(queuedPaths(folder))
  return landed
}

/** Where Nix does not tell, nothing gets a row for now, and everything in the last pass. */
async function settleRoles(
  { folder, journal, rolesOf, log }: OpenQueue,
  paths: readonly string[],
  isLast: boolean
): Promise<Map<string, Role>> {
  if (rolesOf === undefined) return new Map()
  const times = queuedTimes(folder)
  const named = journal.named()
  const candidates = paths
    .filter((path) => !named.has(path))
    .map((storePath) => ({ storePath, queuedAt: times.get(storePath) ?? Date.now() }))
  if (candidates.length === 0) return new Map()
  const since = Math.min(...candidates.map(({ queuedAt }) => queuedAt))
  const others = [...times.keys(), ...journal.landedSince(since)]
  const roles = await rolesOf(candidates, others).catch((thrown: unknown) => {
    const { message } = asNarPublishError(thrown)
    log.warning(`what is made with what cannot be told: ${message}`)
    return new Map(candidates.map(({ storePath }): [string, Role] => [storePath, 'open']))
  })
  for (const { storePath, queuedAt } of candidates) {
    const isOver = isLast || Date.now() - queuedAt > longestOpen
    if (isOver && roles.get(storePath) === 'open') roles.set(storePath, 'artifact')
  }
  return roles
}

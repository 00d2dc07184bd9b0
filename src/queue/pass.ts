import type { Log } from '../log.ts'
import type { Nix } from '../nix/types.ts'
import { count } from '../text.ts'
import { readQueue, removeEntries } from './entries.ts'
import { forgetRoot } from './gc-roots.ts'
import type { Journal } from './journal.ts'
import { pauseAfter, type Pauses } from './pauses.ts'
import { sendAll, type Send } from './send.ts'
import type { Queue } from './types.ts'

/** A queue at work: what it is told, its folder, its memory and its way to the destination. */
export interface OpenQueue {
  queue: Queue
  /** Of its links. */
  folder: string
  journal: Journal
  send: Send
  log: Log
  /** Where Nix's roots are. */
  nix: Pick<Nix, 'env'>
}

interface PassRules {
  pauses: Pauses
  /** Paths whose pause is not over are tried as well. */
  isImpatient: boolean
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

/** Sends once what waits: what lands leaves the queue, what fails is noted with the time of its next attempt, or set aside. */
export async function sendOnce(open: OpenQueue, rules: PassRules): Promise<void> {
  const { queue, folder, journal, log } = open
  const { failures } = journal.read()
  const now = Date.now()
  const due = waitingPaths(open).filter(
    (path) => rules.isImpatient || (failures.get(path)?.retryAt ?? 0) <= now
  )
  if (due.length === 0) return
  await log.group(`Queue ${queue.name}: ${count(due.length, 'path')}`, async () => {
    const { failed, stopped } = await sendAll(open.send, due, {
      goesOn: rules.goesOn,
      onLanded: (paths, notes) => {
        // First the note: a link that stays is sent again, which does no harm.
        journal.append({ event: 'landed', paths: [...paths] })
        const known = journal.read().notes
        for (const text of new Set(notes))
          if (!known.has(text)) journal.append({ event: 'note', text })
        // The roots first: what is queued anew in between has its root, or has landed.
        for (const path of paths) forgetRoot(open.nix, folder, path)
        removeEntries(folder, paths)
        log.info(`${count(paths.length, 'path')} landed`)
      }
    })
    for (const { storePath, error } of failed) {
      const attempts = (journal.read().failures.get(storePath)?.attempts ?? 0) + 1
      const isLast = attempts >= queue.maxAttempts
      const retryAt = isLast ? null : Date.now() + pauseAfter(attempts, rules.pauses)
      const { code, reason } = error
      journal.append({ event: 'failed', path: storePath, code, reason, retryAt })
      log.warning(
        `${storePath}, attempt ${attempts}${isLast ? ', set aside' : ''}: ${error.message}`
      )
    }
    if (stopped !== null) {
      const { code, reason, message } = stopped.error
      journal.append({ event: 'destination-failed', code, reason, isFinal: stopped.isFinal })
      log.warning(`queue ${queue.name}: ${message}`)
    }
  })
  journal.shorten(queuedPaths(folder))
}

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { attempt, codeOf, NarPublishError } from '../errors.ts'
import { isAlive, startOf, type Holder } from '../holder.ts'

const holderSchema = z.object({ pid: z.int().positive(), startedAt: z.string() })

interface Lock {
  release(): void
}

/** Takes the lock, over from a process that is dead if need be. Throws QUEUE_BUSY. */
export function takeLock(file: string, what: string): Lock {
  const own: Holder = { pid: process.pid, startedAt: startOf(process.pid) }
  for (let attempt = 0; attempt < 5; attempt++) {
    if (create(file, own)) {
      return {
        release: () => {
          const holder = readHolder(file)
          if (holder?.pid === own.pid) rmSync(file, { force: true })
        }
      }
    }
    const holder = livingHolder(file)
    if (holder !== null) throw busy(what, holder)
    removeStale(file)
  }
  throw busy(what, null)
}

/** The living process that holds the lock; null when nobody does. */
export function livingHolder(file: string): Holder | null {
  const holder = readHolder(file)
  return holder !== null && isAlive(holder) ? holder : null
}

function create(file: string, holder: Holder): boolean {
  // Whole from its first moment on: who finds it can read it.
  const made = `${file}.${process.pid}`
  writeFileSync(made, JSON.stringify(holder), { mode: 0o600 })
  try {
    linkSync(made, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(made, { force: true })
  }
}

/** Of two that find the same dead lock, one may move the other's new one away: it sees that, and puts it back. */
function removeStale(file: string): void {
  const moved = `${file}.stale-${process.pid}`
  try {
    renameSync(file, moved)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  if (livingHolder(moved) !== null) {
    try {
      linkSync(moved, file)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
  rmSync(moved, { force: true })
}

function readHolder(file: string): Holder | null {
  return attempt(() => holderSchema.parse(JSON.parse(readFileSync(file, 'utf8'))), null)
}

function busy(what: string, holder: Holder | null): NarPublishError {
  return new NarPublishError({
    code: 'QUEUE_BUSY',
    subject: what,
    reason:
      holder === null
        ? 'other processes took its lock each time'
        : `the process ${holder.pid} is at work on it`
  })
}

import { appendFileSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { codeOf } from '../errors.ts'
import { parseJson } from '../text.ts'

/** What happened to a queue: one JSON object a line, so that a process that dies while it writes spoils one line at most. */
const eventSchema = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('landed'),
    at: z.number(),
    paths: z.array(z.string()),
    /** Of these, the ones whose place in the index is still open; left out: none. */
    open: z.array(z.string()).optional()
  }),
  z.object({
    event: z.literal('failed'),
    at: z.number(),
    path: z.string(),
    code: z.string(),
    reason: z.string(),
    hint: z.string().optional(),
    /** Milliseconds since 1970; null: the path is set aside. */
    retryAt: z.number().nullable()
  }),
  /** Asked for again by hand: its failures are forgotten. */
  z.object({ event: z.literal('requeued'), at: z.number(), path: z.string() }),
  z.object({
    event: z.literal('destination-failed'),
    at: z.number(),
    code: z.string(),
    reason: z.string(),
    hint: z.string().optional(),
    isFinal: z.boolean()
  }),
  /** Queued by hand, so that it is an artifact whatever else was built. */
  z.object({ event: z.literal('named'), at: z.number(), path: z.string() }),
  z.object({ event: z.literal('note'), at: z.number(), text: z.string() })
])
type QueueEvent = z.infer<typeof eventSchema>
type Event = QueueEvent extends infer E ? (E extends QueueEvent ? Omit<E, 'at'> : never) : never

/** Why a path did not land, the last time it was tried. */
interface PathFailure {
  attempts: number
  code: string
  reason: string
  /** What to do now. */
  hint?: string | undefined
  retryAt: number | null
}

/** What the journal says, added up. */
interface QueueHistory {
  /** Store paths, each once. */
  landed: Set<string>
  failures: Map<string, PathFailure>
  /** Why the destination took nothing, the last time; null once it has taken something since. */
  destination: {
    code: string
    reason: string
    hint?: string | undefined
    isFinal: boolean
    failures: number
  } | null
  notes: Set<string>
}

/** Characters of a reason that are kept: a build log may be megabytes. */
const longestReason = 2000
/** From this size on, what is about paths that have left the queue is dropped, and what else is older than any job. */
const largestJournal = 1024 * 1024
const longestJob = 7 * 86_400_000

export class Journal {
  private readonly file: string

  constructor(file: string) {
    this.file = file
  }

  append(...events: readonly Event[]): void {
    if (events.length === 0) return
    const lines = events.map((event) => {
      const bounded = 'reason' in event ? { ...event, reason: cut(event.reason) } : event
      return `${JSON.stringify({ ...bounded, at: Date.now() })}\n`
    })
    // An earlier writer's last line may be without its end.
    appendFileSync(this.file, `${this.isTorn() ? '\n' : ''}${lines.join('')}`, { mode: 0o600 })
  }

  read(): QueueHistory {
    const history: QueueHistory = {
      landed: new Set(),
      failures: new Map(),
      destination: null,
      notes: new Set()
    }
    for (const event of this.events()) apply(history, event)
    return history
  }

  /** Store paths that were queued by hand. */
  named(): Set<string> {
    return new Set(this.events().flatMap((each) => (each.event === 'named' ? [each.path] : [])))
  }

  /** Store paths that have landed and whose place in the index is open. */
  open(): Set<string> {
    const open = new Set<string>()
    for (const each of this.events()) {
      if (each.event !== 'landed') continue
      for (const path of each.paths) open.delete(path)
      for (const path of each.open ?? []) open.add(path)
    }
    return open
  }

  /** Store paths. `time`: milliseconds since 1970. */
  landedSince(time: number): string[] {
    return this.events().flatMap((each) =>
      each.event === 'landed' && each.at >= time ? each.paths : []
    )
  }

  /**
   * For queues that live for months, once the file is large: keeps why these paths did not land, and all that the report at the end
   * of a job counts.
   */
  shorten(queued: ReadonlySet<string>, now = Date.now()): void {
    if ((statSync(this.file, { throwIfNoEntry: false })?.size ?? 0) < largestJournal) return
    const kept = this.events().filter((event) =>
      'path' in event ? queued.has(event.path) : event.at > now - longestJob
    )
    const made = `${this.file}.new`
    writeFileSync(made, kept.map((event) => `${JSON.stringify(event)}\n`).join(''), { mode: 0o600 })
    renameSync(made, this.file)
  }

  private events(): QueueEvent[] {
    return this.text()
      .split('\n')
      .flatMap((line) => {
        const event = eventSchema.safeParse(parseJson(line))
        return event.success ? [event.data] : []
      })
  }

  private isTorn(): boolean {
    return !/(^|\n)$/.test(this.text())
  }

  private text(): string {
    try {
      return readFileSync(this.file, 'utf8')
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return ''
      throw error
    }
  }
}

function apply(history: QueueHistory, event: QueueEvent): void {
  switch (event.event) {
    case 'landed':
      for (const path of event.paths) {
        history.landed.add(path)
        history.failures.delete(path)
      }
      history.destination = null
      break
    case 'failed': {
      const { path, code, reason, hint, retryAt } = event
      const attempts = (history.failures.get(path)?.attempts ?? 0) + 1
      history.failures.set(path, { attempts, code, reason, hint, retryAt })
      break
    }
    case 'requeued':
      history.failures.delete(event.path)
      break
    case 'destination-failed': {
      const { code, reason, hint, isFinal } = event
      const failures = (history.destination?.failures ?? 0) + 1
      history.destination = { code, reason, hint, isFinal, failures }
      break
    }
    case 'named':
      break
    case 'note':
      history.notes.add(event.text)
      break
  }
}

function cut(text: string): string {
  return text.length > longestReason ? `${text.slice(0, longestReason)}…` : text
}

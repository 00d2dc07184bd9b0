/** What became of what was queued, for people and for the job's end. */
export interface QueueReport {
  queues: readonly ReportedQueue[]
}

export interface ReportedQueue {
  name: string
  /** Where to, in words. */
  destination: string
  /** Store paths. */
  landed: readonly string[]
  /** Given up after as many attempts as are allowed; the links are still there. */
  setAside: readonly NotLanded[]
  queued: readonly NotLanded[]
  /** Why the destination takes nothing; null: it does, as far as was seen. */
  failing: { code: string; reason: string } | null
  /** Names of what is in the queue's folder and is no link to a store path. */
  foreign: readonly string[]
  /** Sentences that the reader should see. */
  notes: readonly string[]
}

export interface NotLanded {
  storePath: string
  attempts: number
  /** Of the last attempt; empty when there was none. */
  code: string
  reason: string
}

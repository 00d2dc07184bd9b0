/** What the action's own file is started with for processes that stand beside its steps. */
export const ownProcesses = {
  /** It goes on when its step has ended; the queues' folder follows. */
  queues: '--serve-queues',
  /** It alone talks to the job's cache service. */
  cacheService: '--cache-service'
} as const

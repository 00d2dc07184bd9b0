import type { Input } from '../input.ts'

/** The queue of a job. */
export const hook = {
  queues: {
    kind: 'text',
    takenBy: { hook: true },
    description:
      'For `hook`: several queues, each with its destination, as JSON or the name of a file that holds it (docs/queue.md). Default: one queue for `target-repository`.'
  },
  interval: {
    kind: 'time',
    default: '5 min',
    takenBy: { hook: true },
    description:
      'For `hook`: time between two publishes of what is queued, such as `5 min` or `30 s`.'
  },
  'max-attempts': {
    kind: 'count',
    default: '5',
    takenBy: { hook: true },
    description:
      'For `hook`: after so many failures a path is set aside and reported; the others go on.'
  },
  'drain-timeout': {
    kind: 'time',
    default: '10 min',
    takenBy: { hook: true },
    description: 'For `hook`: how long the end of the job waits for what is still queued.'
  },
  'fail-on-undrained': {
    kind: 'switch',
    default: 'true',
    takenBy: { hook: true },
    description: 'For `hook`: `false` makes it a warning that something the job built did not land.'
  }
} as const satisfies Readonly<Record<string, Input>>

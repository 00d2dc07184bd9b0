import { z } from 'zod'

/** What the action's own file is started with for the process that talks to the cache service. */
export const cacheServiceArgument = '--cache-service'

/** For standard input, as JSON. */
export const serviceRequest = z.discriminatedUnion('task', [
  z.object({
    task: z.literal('restore'),
    directory: z.string(),
    /** Prefixes of keys, the best first. */
    keys: z.tuple([z.string()], z.string())
  }),
  z.object({ task: z.literal('save'), directory: z.string(), key: z.string() })
])
export type ServiceRequest = z.infer<typeof serviceRequest>

/** The message to the parent. `done`: the key of what was restored or saved; null when nothing was, why is in what was printed. */
export const serviceAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), key: z.string().nullable() }),
  z.object({ kind: z.literal('failed'), reason: z.string() })
])
export type ServiceAnswer = z.infer<typeof serviceAnswer>

import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { addHiddenToEnvironment } from '../environment.ts'

/** For standard input, as JSON. */
const serviceRequest = z.discriminatedUnion('task', [
  z.object({
    task: z.literal('restore'),
    directory: z.string(),
    /** Prefixes of keys, the best first. */
    keys: z.tuple([z.string()], z.string())
  }),
  z.object({ task: z.literal('save'), directory: z.string(), key: z.string() })
])
export type ServiceRequest = z.infer<typeof serviceRequest>
/** With what the service is reached with: neither it nor the tar that it starts has the job's tokens in its environment. */
const handedOver = z.object({ request: serviceRequest, service: z.record(z.string(), z.string()) })
export type HandedOver = z.infer<typeof handedOver>

/** The message to the parent. `done`: the key of what was restored or saved; null when nothing was, why is in what was printed. */
export const serviceAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), key: z.string().nullable() }),
  z.object({ kind: z.literal('failed'), reason: z.string() })
])
export type ServiceAnswer = z.infer<typeof serviceAnswer>

/** The process itself: does what standard input asks for, and answers by a message. */
export async function runCacheService(): Promise<void> {
  // Without the parent nobody would end it, nor the tar that it started: both are in a group of its own.
  process.once('disconnect', () => process.kill(-process.pid, 'SIGKILL'))
  const answer = await serve().catch((thrown: unknown): ServiceAnswer => ({
    kind: 'failed',
    reason: thrown instanceof Error ? thrown.message : String(thrown)
  }))
  process.send?.(answer)
}

async function serve(): Promise<ServiceAnswer> {
  const { request, service } = handedOver.parse(JSON.parse(await text(process.stdin)))
  addHiddenToEnvironment(service)
  // Only here: it is larger than all the rest.
  const { isFeatureAvailable, restoreCache, saveCache } = await import('@actions/cache')
  if (!isFeatureAvailable()) {
    return { kind: 'failed', reason: 'this runner has no cache service' }
  }
  const paths = [request.directory]
  switch (request.task) {
    case 'restore': {
      const key = await restoreCache(paths, request.keys[0], request.keys)
      return { kind: 'done', key: key ?? null }
    }
    case 'save': {
      const id = await saveCache(paths, request.key)
      return { kind: 'done', key: id === -1 ? null : request.key }
    }
  }
}

import { text } from 'node:stream/consumers'
import { serviceRequest, type ServiceAnswer } from './service-messages.ts'

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
  const request = serviceRequest.parse(JSON.parse(await text(process.stdin)))
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

import { isWrite, readJson, type Call, type Layer } from './call.ts'
import type { GitObjects } from './objects.ts'

/** Bytes of a body; what is longer is asked for when somebody wants it. */
const longestBody = 4 * 1024 * 1024

/** What was sent to become blobs is known by its hash: emulate, which has it by now, would look through all that it has for each. */
export function sentBlobs(objects: Pick<GitObjects, 'noteBlob'>): Layer {
  return async (call, next) => {
    const reply = await next(call)
    const { repository } = call
    if (repository === null || typeof reply === 'symbol' || reply.status !== 201) return reply
    for (const content of contentsOf(call)) objects.noteBlob(repository, content)
    return reply
  }
}

function contentsOf(call: Call): Buffer[] {
  const { resource, body } = call
  if (!isWrite(call) || !/^git\/(blobs|trees)$/.test(resource) || body.length > longestBody)
    return []
  const json = readJson(body)
  const isBase64 = json?.['encoding'] === 'base64'
  const items: unknown[] = resource === 'git/blobs' ? [json] : [json?.['tree']].flat()
  return items.flatMap((item) =>
    typeof item === 'object' &&
    item !== null &&
    'content' in item &&
    typeof item.content === 'string'
      ? [Buffer.from(item.content, isBase64 ? 'base64' : 'utf8')]
      : []
  )
}

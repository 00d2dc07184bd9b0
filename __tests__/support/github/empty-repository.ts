import { isPlainFile, refusal, type Layer } from './call.ts'

/** A repository without commits takes no git objects and no refs, only a first file (refUpdates sees to it that it is one). emulate takes them all. */
export function emptyRepository(): Layer {
  return async (call, next) => {
    const { repository, resource, method } = call
    if (!repository?.isEmpty || isPlainFile(call.kind)) return next(call)
    if (/^(git|commits)(\/|$)/.test(resource)) return refusal(409, 'Git Repository is empty.')
    if (method === 'GET' && /^(contents|readme)(\/|$)/.test(resource)) {
      return refusal(404, 'This repository is empty.')
    }
    return next(call)
  }
}

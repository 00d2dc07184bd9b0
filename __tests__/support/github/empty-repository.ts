import { isPlainFile, refusal } from './call.ts'
import type { Layer } from './call.ts'
import type { Repository } from './repository.ts'

/** A repository without commits takes no git objects and no refs, only a first file. emulate takes them all. */
export function emptyRepository(): Layer {
  const firstFiles = new Map<Repository, Promise<unknown>>()

  return async (call, next) => {
    const { repository, resource, method } = call
    if (!repository?.isEmpty || isPlainFile(call.kind)) return next(call)
    if (/^(git|commits)(\/|$)/.test(resource)) return refusal(409, 'Git Repository is empty.')
    if (!/^(contents|readme)(\/|$)/.test(resource)) return next(call)
    if (method === 'GET') return refusal(404, 'This repository is empty.')

    const underWay = firstFiles.get(repository)
    if (underWay) {
      await underWay
      const branch = `refs/heads/${repository.defaultBranch}`
      return refusal(409, `${branch} was made by another request at the same time`)
    }
    const first = next(call)
    firstFiles.set(repository, first)
    try {
      return await first
    } finally {
      firstFiles.delete(repository)
    }
  }
}

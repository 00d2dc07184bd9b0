import { isWrite, readJson, refusal, type Call, type Layer } from './call.ts'
import type { GitObjects } from './objects.ts'
import type { Conditions, RefUpdateHook } from './options.ts'
import type { Repository } from './repository.ts'
import type { RefHistory } from './stale-refs.ts'

const needsPullRequest = 'Changes must be made through a pull request.'

export interface RefUpdateParts {
  conditions: () => Conditions
  objects: GitObjects
  history: RefHistory
  /** Called before each update, one after the other. */
  hooks: ReadonlySet<RefUpdateHook>
}

/** All that moves refs: one at a time for each repository, after the hooks, within the rules, and remembered. */
export function refUpdates({ conditions, objects, history, hooks }: RefUpdateParts): Layer {
  return async (call, next) => {
    const { repository, method, resource } = call
    // Making an object moves nothing, and must not wait for those who do.
    if (!repository || !isWrite(call) || /^git\/(blobs|trees|commits|tags)$/.test(resource)) {
      return next(call)
    }
    const update = updateOf(call, repository)
    if (!update) return repository.alone(() => next(call))

    const wasEmpty = repository.isEmpty
    for (const hook of hooks) await hook({ repository: repository.fullName, method, ...update })
    const ref = update.ref ?? `refs/heads/${repository.defaultBranch}`
    const isFile = !resource.startsWith('git/')
    if (conditions().tagsRestricted && method === 'POST' && ref.startsWith('refs/tags/')) {
      const words = 'Cannot create ref due to creations being restricted.'
      return refusal(422, `Repository rule violations found\n\n${words}\n\n`)
    }
    const isProtected = repository.protectedBranches.has(ref.replace('refs/heads/', ''))
    if (isProtected && method !== 'POST' && conditions().mayBypassRules !== 'always') {
      return isFile
        ? refusal(409, `Could not update file: ${needsPullRequest}`)
        : refusal(422, `Repository rule violations found\n\n${needsPullRequest}\n\n`)
    }
    if (conditions().refuseForce !== false && readJson(call.body)?.['force'] === true) {
      return refusal(422, 'Cannot force-push to this branch')
    }
    return repository.alone(async () => {
      // Of first files that come at once, one is taken.
      if (isFile && wasEmpty && !repository.isEmpty) {
        return refusal(409, `${ref} was made by another request at the same time`)
      }
      const before = await objects.ref(repository, ref)
      if (before === null && method === 'PATCH') return refusal(422, 'Reference does not exist')
      const reply = await next(call)
      if (typeof reply !== 'symbol' && reply.status < 300) {
        history.note(repository, ref, before)
        repository.isEmpty = false
      }
      return reply
    })
  }
}

/** The ref that a request wants to move; null when it is about something else. */
function updateOf(call: Call, { isArchived }: Repository): { ref: string | null } | null {
  // Refused as such by the emulator, before anything else is looked at.
  if (isArchived) return null
  const named = /^git\/(refs\/.+)$/.exec(call.resource)?.[1]
  if (named !== undefined) return { ref: named }
  const body = readJson(call.body)
  if (call.resource === 'git/refs' && typeof body?.['ref'] === 'string') return { ref: body['ref'] }
  if (!call.resource.startsWith('contents/')) return null
  const branch = body?.['branch']
  return { ref: typeof branch === 'string' ? `refs/heads/${branch}` : null }
}

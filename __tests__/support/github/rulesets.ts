import { jsonAnswer, refusal, type Layer } from './call.ts'
import type { Conditions } from './options.ts'

/** The one ruleset that a repository with protected branches has. */
const id = 7

/** What anybody who may read is told of rules: those of a branch, and whether he may bypass them. */
export function rulesets(conditions: () => Conditions): Layer {
  return async (call, next) => {
    const { method, repository, resource } = call
    if (method !== 'GET' || repository === null) return next(call)
    const [, branch] = /^rules\/branches\/(.+)$/.exec(resource) ?? []
    if (branch !== undefined) {
      const source = {
        ruleset_source_type: 'Repository',
        ruleset_source: repository.fullName,
        ruleset_id: id
      }
      const isProtected = repository.protectedBranches.has(branch)
      return jsonAnswer(200, isProtected ? [{ type: 'pull_request', ...source }] : [])
    }
    if (!/^rulesets\/\d+$/.test(resource)) return next(call)
    if (resource !== `rulesets/${id}` || repository.protectedBranches.size === 0) {
      return refusal(404, 'Not Found')
    }
    const { mayBypassRules } = conditions()
    return jsonAnswer(200, {
      id,
      name: 'by pull requests',
      target: 'branch',
      enforcement: 'active',
      ...(mayBypassRules !== null && { current_user_can_bypass: mayBypassRules })
    })
  }
}

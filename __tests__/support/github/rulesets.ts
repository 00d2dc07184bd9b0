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
      const types = [
        ...(repository.protectedBranches.has(branch) ? ['pull_request'] : []),
        ...(conditions().refuseForce === 'by a rule' ? ['non_fast_forward'] : [])
      ]
      return jsonAnswer(
        200,
        types.map((type) => ({ type, ...source }))
      )
    }
    if (!/^rulesets\/\d+$/.test(resource)) return next(call)
    const { mayBypassRules, refuseForce } = conditions()
    const isThere = repository.protectedBranches.size > 0 || refuseForce === 'by a rule'
    if (resource !== `rulesets/${id}` || !isThere) return refusal(404, 'Not Found')
    return jsonAnswer(200, {
      id,
      name: 'by pull requests',
      target: 'branch',
      enforcement: 'active',
      ...(mayBypassRules !== null && { current_user_can_bypass: mayBypassRules })
    })
  }
}

import { isWrite, refusal, type Layer } from './call.ts'
import type { TokenSetup } from './options.ts'
import { isProposal, permissionOf } from './pull-requests.ts'

/** Who may see and do what. emulate takes any token for a user's, and tells a stranger that a private repository is there. */
export function access(tokens: Readonly<Record<string, TokenSetup>>): Layer {
  return async (call, next) => {
    const given = givenToken(call.headers.authorization)
    const token = given === null ? null : Object.hasOwn(tokens, given) ? tokens[given] : undefined
    if (token === undefined) return refusal(401, 'Bad credentials')

    const { repository } = call
    const reaches =
      token !== null && (token.repositories?.includes(repository?.fullName ?? '') ?? true)
    if (repository?.isPrivate && !reaches) return refusal(404, 'Not Found')
    if (isWrite(call)) {
      if (token === null) return refusal(401, 'Requires authentication')
      const mayPropose =
        isProposal(call) && token.proposesTo?.includes(repository?.fullName ?? '') === true
      const permission = permissionOf(call)
      const lacks = token.lacks?.includes(permission ?? 'contents') === true
      if (token.access === 'read' || (!reaches && !mayPropose) || lacks) {
        const needed = (permission ?? 'contents').replace('-', '_')
        return refusal(403, 'Resource not accessible by integration', {
          'x-accepted-github-permissions': `${needed}=write`
        })
      }
    }
    return next({ ...call, login: token?.login ?? null, token })
  }
}

/** From `Bearer t`, `token t`, or `Basic base64(anybody:t)` as Nix sends from a netrc file. */
export function givenToken(authorization: string | undefined): string | null {
  if (authorization === undefined) return null
  const [scheme = '', credentials = ''] = authorization.split(' ')
  if (scheme.toLowerCase() !== 'basic') return credentials
  const pair = Buffer.from(credentials, 'base64').toString()
  return pair.slice(pair.indexOf(':') + 1)
}

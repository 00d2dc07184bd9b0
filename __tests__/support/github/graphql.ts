import { z } from 'zod'
import { jsonAnswer, readJson, refusal } from './call.ts'
import type { Answer, Call, Layer, Reply } from './call.ts'
import type { Emulator } from './emulator.ts'
import { succeeded } from './emulator.ts'
import type { GitObjects, PathEntry } from './objects.ts'
import type { Repository } from './repository.ts'

const oid = z.string().regex(/^[0-9a-f]{40}$/)

/** Of the mutation `updateRefs` (https://docs.github.com/en/graphql/reference/mutations#updaterefs), with one update. */
const mutationShape = z.strictObject({
  query: z.string().regex(/^mutation\b[^{]*\{\s*updateRefs\s*\(\s*input\s*:\s*\{[^}]*\}\s*\)\s*\{/),
  variables: z.strictObject({
    repository: z.string(),
    updates: z.tuple([
      z.strictObject({
        name: z.string().startsWith('refs/'),
        beforeOid: oid.optional(),
        afterOid: oid,
        force: z.boolean().default(false)
      })
    ])
  })
})

/** Characters of a file's text (observed). */
const longestText = 512_000

/** Whose the token is (https://docs.github.com/en/graphql/reference/queries#user). */
const viewerShape = z.object({ query: z.literal('query { viewer { login } }') })

/** A query for what a commit has at paths (https://docs.github.com/en/graphql/reference/objects#repository, its field `object`). */
const queryShape = z.object({
  query: z
    .string()
    .regex(
      /^query \(\$owner: String!, \$name: String!, \$commit: String!(?:, \$at\d+: String!)+\) \{\s*repository\(owner: \$owner, name: \$name\) \{ commit: object\(expression: \$commit\) \{ __typename oid \}(?: at\d+: object\(expression: \$at\d+\) \{ __typename oid(?: \.\.\. on (?:Tree \{ entries \{ name mode oid(?: size)? \}|Blob \{ text) \})? \})+ \}\s*\}$/
    ),
  variables: z
    .object({ owner: z.string(), name: z.string(), commit: oid })
    .catchall(z.string().regex(/^[0-9a-f]{40}:[^/]+(?:\/[^/]+)*$/))
})

export interface GraphqlParts {
  repositories: ReadonlyMap<string, Repository>
  emulator: Emulator
  objects: GitObjects
}

/**
 * Three questions of GraphQL: whose the token is; what a commit has at paths; and `updateRefs`, made of the REST call that moves or
 * deletes a ref, with the condition that the ref is where it is expected. Refusals come with status 200, but for a token that is not
 * known. It is the outermost layer, so that all others see the REST call.
 */
export function graphql({ repositories, emulator, objects }: GraphqlParts): Layer {
  const ids = new Map<string, Repository>()
  async function repositoryOf(id: string): Promise<Repository | null> {
    for (const repository of repositories.values()) {
      if (ids.size === repositories.size) break
      const url = `/repos/${repository.fullName}`
      const answer = succeeded(await emulator.ask({ method: 'GET', url, login: repository.owner }))
      ids.set(String(readJson(answer.body)?.['node_id']), repository)
    }
    return ids.get(id) ?? null
  }

  /** Whoever may see the repository by the REST API may by this. */
  async function answerQuery(
    call: Call,
    next: (call: Call) => Promise<Reply>,
    { query, variables: { owner, name, commit: asked, ...expressions } }: z.infer<typeof queryShape>
  ): Promise<Reply> {
    const repository = repositories.get(`${owner}/${name}`.toLowerCase())
    if (repository === undefined) return refused('NOT_FOUND', 'Could not resolve to a Repository')
    const path = `/repos/${repository.fullName}`
    const rest: Call = { ...call, method: 'GET', url: path, path, repository, resource: '' }
    const reply = await next({ ...rest, body: Buffer.from('') })
    if (typeof reply === 'symbol' || reply.status === 401 || reply.status >= 500) return reply
    if (reply.status >= 300) return refused('NOT_FOUND', 'Could not resolve to a Repository')
    const found = await Promise.all(
      Object.entries(expressions).map(async ([alias, expression]) => {
        const [commit = '', at = ''] = expression.split(/:(.*)/s)
        const entry = await objects.entryAt(repository, commit, at)
        const selection =
          new RegExp(`\\b${alias}: object.*?(?= at\\d+: |$)`, 's').exec(query)?.[0] ?? ''
        return [alias, entry && (await objectOf(repository, entry, selection))] as const
      })
    )
    const isThere = (await objects.commit(repository, asked)) !== null
    const commit = isThere ? { __typename: 'Commit', oid: asked } : null
    const data = { repository: { commit, ...Object.fromEntries(found) } }
    return jsonAnswer(200, { data }, reply.headers)
  }

  async function objectOf(
    repository: Repository,
    { type, sha: oid }: PathEntry,
    selection: string
  ) {
    const isText = selection.includes(' on Blob ')
    const bytes = type === 'blob' && isText ? await objects.blob(repository, oid) : null
    const tree = type === 'tree' ? await objects.tree(repository, oid) : null
    const entries =
      tree &&
      (await Promise.all(
        tree.map(async ({ path: name, mode, sha, type: of }) => {
          const isSized = selection.includes(' size ') && of === 'blob'
          const size = isSized ? ((await objects.blob(repository, sha))?.length ?? 0) : 0
          return { name, mode: parseInt(mode, 8), oid: sha, ...(isSized && { size }) }
        })
      ))
    return {
      __typename: { tree: 'Tree', blob: 'Blob', commit: 'Commit' }[type],
      oid,
      // Of what it takes for binary there is none, and of a long file the beginning.
      ...(bytes && { text: bytes.includes(0) ? null : bytes.toString().slice(0, longestText) }),
      ...(entries && { entries })
    }
  }

  return async (call, next) => {
    if (call.path !== '/graphql') return next(call)
    if (call.headers.authorization === undefined)
      return refusal(401, 'This endpoint requires you to be authenticated.')
    if (viewerShape.safeParse(readJson(call.body)).success) return next({ ...call, method: 'GET' })
    const query = queryShape.safeParse(readJson(call.body))
    if (query.success) return answerQuery(call, next, query.data)
    const mutation = mutationShape.safeParse(readJson(call.body))
    if (!mutation.success) return refused('', `Parse error: ${mutation.error.message}`)
    const { repository: id, updates } = mutation.data.variables
    const [{ name, beforeOid, afterOid, force }] = updates
    const repository = await repositoryOf(id)
    if (repository === null) return refused('NOT_FOUND', 'Could not resolve to a node')
    const isDeletion = /^0+$/.test(afterOid)
    const rest: Call = {
      ...call,
      method: isDeletion ? 'DELETE' : 'PATCH',
      url: `/repos/${repository.fullName}/git/${name}`,
      path: `/repos/${repository.fullName}/git/${name}`,
      body: Buffer.from(isDeletion ? '' : JSON.stringify({ sha: afterOid, force })),
      repository,
      resource: `git/${name}`,
      ...(beforeOid !== undefined && { beforeOid })
    }
    const reply = await next(rest)
    if (typeof reply === 'symbol') return reply
    if (reply.status < 300) return jsonAnswer(200, { data: { updateRefs: done } }, reply.headers)
    if (reply.status === 401 || reply.status >= 500) return reply
    const types: Record<number, string> = { 403: 'FORBIDDEN', 404: 'NOT_FOUND' }
    const message = String(readJson(reply.body)?.['message'])
    return refused(types[reply.status] ?? 'UNPROCESSABLE', message)
  }
}

const done = { clientMutationId: null }

/** `type` empty: an error that has none, as one of syntax. */
function refused(type: string, message: string): Answer {
  const error = { ...(type !== '' && { type, path: ['updateRefs'] }), message }
  return jsonAnswer(200, { data: null, errors: [error] })
}

/** Answers whose the token is, once that was looked at. */
export const viewer: Layer = async (call, next) =>
  call.path === '/graphql'
    ? jsonAnswer(200, { data: { viewer: { login: call.login } } })
    : next(call)

/** Within the lock of a ref's update: GitHub does it only when the ref is where the caller has seen it. */
export function expectedRefs(objects: GitObjects): Layer {
  return async (call, next) => {
    const { beforeOid, repository, resource } = call
    if (beforeOid === undefined || repository === null) return next(call)
    const now = await objects.ref(repository, resource.slice('git/'.length))
    return now === beforeOid
      ? next(call)
      : // Words of ours: GitHub's are not documented, and nobody should rely on them.
        refusal(422, `The reference was expected to be elsewhere`)
  }
}

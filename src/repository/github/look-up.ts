import pLimit from 'p-limit'
import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import { treeItem } from '../tree-item.ts'
import type { TreeItem } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { blobSha } from './git-objects.ts'
import { graphqlRequest } from './graphql.ts'

/** Paths that one request asks for. */
export const pathsAtOnce = 100
const requestsAtOnce = 4

/** What is asked of a path beside whether it is there: nothing, a folder's items (which an older server gives without sizes), a file's text. */
const selections = {
  name: '',
  items: ' ... on Tree { entries { name mode oid } }',
  sizes: ' ... on Tree { entries { name mode oid size } }',
  text: ' ... on Blob { text }'
} as const
type Wanted = keyof typeof selections

const objectShape = z.object({
  __typename: z.string(),
  oid: z.string(),
  // null is no folder without items: it was too much for the server.
  entries: z
    .array(
      z.object({ name: z.string(), mode: z.int(), oid: z.string(), size: z.number().optional() })
    )
    .optional(),
  text: z.string().nullish()
})

const reply = z.object({
  data: z.object({
    repository: z
      .record(z.string(), objectShape.nullable())
      // Of a commit that was just made there may be nothing yet; the same question is answered later.
      .refine(({ commit }) => commit?.__typename !== undefined)
  })
})

/** An item of a listing. `size`: bytes, of a file; null: not said. */
export type ListedItem = TreeItem & { size: number | null }

export interface LookedUp {
  item: TreeItem
  /** Of a folder, by name. */
  items: Map<string, ListedItem>
  /** Of a file, where it was asked for and is the bytes that Git's name of it stands for: GraphQL gives no binary and no long file. */
  content: Buffer | null
}

const modes: Readonly<Record<string, string>> = { Tree: '040000', Commit: '160000' }

/**
 * What a commit has at these paths, by GraphQL; one that is left out is not there. The REST API would take a request for each, or list the whole
 * store. A link and a program are not told from a file: their folder's items tell. null when a server, a proxy or a token is one that GraphQL is
 * not for, which is found out once, or it was too much at once: a listing tells as well.
 */
export async function lookUp(
  api: GitHubApi,
  commit: string,
  paths: ReadonlyMap<string, Wanted>
): Promise<Map<string, LookedUp> | null> {
  if (refusing.has(api)) return null
  const all = [...paths]
  const chunks = Array.from({ length: Math.ceil(all.length / pathsAtOnce) }, (_, index) =>
    all.slice(index * pathsAtOnce, (index + 1) * pathsAtOnce)
  )
  try {
    const found = await pLimit(requestsAtOnce).map(chunks, (chunk) => ask(api, commit, chunk))
    return new Map(found.flat())
  } catch (error) {
    if (!(error instanceof NarPublishError) || !refusals.includes(error.code)) throw error
    if (!passing.includes(error.code)) refusing.add(api)
    return null
  }
}

const refusing = new WeakSet<GitHubApi>()

/** Of these the next question may be answered. */
const passing = ['GITHUB_ANSWER_INVALID', 'GITHUB_UNAVAILABLE']

const refusals = [
  'TOKEN_FORBIDDEN',
  'TOKEN_REJECTED',
  'GITHUB_ANSWER_INVALID',
  'GITHUB_REFUSED',
  'GITHUB_UNAVAILABLE'
]

async function ask(
  api: GitHubApi,
  commit: string,
  asked: readonly (readonly [path: string, wanted: Wanted])[]
): Promise<[string, LookedUp][]> {
  const variables = Object.fromEntries(
    asked.map(([path], index) => [`at${index}`, `${commit}:${path}`])
  )
  const { data } = await api.call(
    graphqlRequest(api.apiUrl, queryFor(asked.map(([, wanted]) => wanted)), {
      ...{ owner: api.owner, name: api.repo, commit },
      ...variables
    }),
    reply
  )
  return asked.flatMap(([path], index): [string, LookedUp][] => {
    const object = data.repository[`at${index}`]
    if (!object) return []
    const item = treeItem(modes[object.__typename] ?? '100644', object.oid)
    const items = (object.entries ?? []).map(({ name, mode, oid, size }): [string, ListedItem] => {
      return [name, { ...treeItem(mode.toString(8), oid), size: size ?? null }]
    })
    const text = Buffer.from(object.text ?? '')
    const content = blobSha(text) === object.oid ? text : null
    return [[path, { item, items: new Map(items), content }]]
  })
}

function queryFor(wanted: readonly Wanted[]): string {
  const variables = wanted.map((_, index) => `, $at${index}: String!`).join('')
  const fields = wanted.map(
    (one, index) =>
      `at${index}: object(expression: $at${index}) { __typename oid${selections[one]} }`
  )
  return `query ($owner: String!, $name: String!, $commit: String!${variables}) {
  repository(owner: $owner, name: $name) { commit: object(expression: $commit) { __typename oid } ${fields.join(' ')} }
}`
}

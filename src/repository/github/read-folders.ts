import { z } from 'zod'
import { treeItem } from '../tree-item.ts'
import type { TreeItem } from '../types.ts'
import type { GitHubApi } from './api.ts'
import { graphqlRequest } from './graphql.ts'

/** Paths that one request asks for. */
const pathsAtOnce = 100

const entryShape = z.object({ name: z.string(), mode: z.int(), oid: z.string() })
const objectShape = z
  .object({ __typename: z.string(), oid: z.string(), entries: z.array(entryShape).nullish() })
  .nullable()
const reply = z.object({
  data: z.object({ repository: z.record(z.string(), objectShape) })
})

interface Looked {
  item: TreeItem
  /** Of a folder, by name. */
  items: ReadonlyMap<string, TreeItem>
}

const modes: Readonly<Record<string, string>> = { Tree: '040000', Commit: '160000' }

/**
 * What a commit has at these paths, and in the folders among them; one that is left out is not there. The REST API would take a request
 * for each folder. A link that is asked for by its own path is not told from a file: its folder's items tell.
 */
export async function readFolders(
  api: GitHubApi,
  commit: string,
  paths: readonly string[]
): Promise<Map<string, Looked>> {
  const found = new Map<string, Looked>()
  for (let begin = 0; begin < paths.length; begin += pathsAtOnce) {
    const asked = paths.slice(begin, begin + pathsAtOnce)
    const variables = Object.fromEntries(
      asked.map((path, index) => [`at${index}`, `${commit}:${path}`])
    )
    const { data } = await api.call(
      graphqlRequest(api.apiUrl, queryFor(asked.length), {
        ...{ owner: api.owner, name: api.repo },
        ...variables
      }),
      reply
    )
    for (const [index, path] of asked.entries()) {
      const object = data.repository[`at${index}`]
      if (!object) continue
      const item = treeItem(modes[object.__typename] ?? '100644', object.oid)
      const items = (object.entries ?? []).map(
        ({ name, mode, oid }) => [name, treeItem(mode.toString(8), oid)] as const
      )
      found.set(path, { item, items: new Map(items) })
    }
  }
  return found
}

function queryFor(paths: number): string {
  const names = Array.from({ length: paths }, (_, index) => `at${index}`)
  const variables = names.map((name) => `, $${name}: String!`).join('')
  const fields = names.map((name) => `${name}: object(expression: $${name}) { ...item }`).join(' ')
  return `query ($owner: String!, $name: String!${variables}) {
  repository(owner: $owner, name: $name) { ${fields} }
}
fragment item on GitObject { __typename oid ... on Tree { entries { name mode oid } } }`
}

/** What a publish asks of GitHub does not grow with what it publishes, but for what GitHub takes one by one; and it asks for nothing twice. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filledStore } from '../../bench/support/filled-store.ts'
import { makeBareRepository } from '../../bench/support/git-store.ts'
import { pnameOf } from '../../src/binary-cache/nar-name.ts'
import { groupOf, namesPath } from '../../src/catalogue/shard-name.ts'
import { shardOf, shardPath } from '../../src/catalogue/shards.ts'
import { parseStorePath } from '../../src/store-path.ts'
import { startGitHttp } from '../support/git-http.ts'
import type { Conditions } from '../support/github/options.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { removeFolder } from '../support/nix.ts'
import { requestsAsked, type Asked } from '../support/requests-asked.ts'
import { addStorePaths, deleteStorePaths } from '../support/store-paths.ts'
import { runPhase } from './phases.ts'

const store = 'alice/store'
const numbers = [10, 100] as const

let folder: string
let github: GitHubServer
const added: string[] = []
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nar-publish-flat-'))
  github = await startGitHub({
    repositories: [{ name: store }],
    tokens: { writer: { login: 'alice', access: 'write' } }
  })
  await github.commitFiles(store, 'main', Object.fromEntries(filledStore(10)), 'fill')
})
afterAll(async () => {
  await github.close()
  // The runs' roots are in there.
  await removeFolder(folder)
  deleteStorePaths(added)
})

interface Published extends Asked {
  number: number
  /** How many files of the catalogue there were that have artifacts of that name, or are for such a search: all of a run have one. */
  filesOfName: number
  /** Folders of NARs that it writes into. */
  narFolders: number
}

async function publish(
  number: number,
  inputs: Record<string, string>,
  conditions: Partial<Conditions>
): Promise<Published> {
  const paths = addStorePaths(`${inputs['verify'] ?? ''}-${number}`, number)
  added.push(...paths)
  const before = new Set(await github.listFiles(store, 'main'))
  github.change(conditions)
  github.reset()
  const given = {
    paths: paths.join('\n'),
    token: 'writer',
    route: 'api',
    unsigned: 'true',
    ...inputs
  }
  const { report, error } = await runPhase(given, { github, folder })
  expect(error).toBeNull()
  expect(report.published).toHaveLength(number)
  const asked = requestsAsked(github.requests)
  const nars = (await github.listFiles(store, 'main')).filter(
    (path) => path.startsWith('nar/') && !before.has(path)
  )
  const narFolders = new Set(nars.map((path) => path.slice(0, path.lastIndexOf('/')))).size
  const shard = shardOf(pnameOf(parseStorePath(paths[0] ?? '').name))
  const ofName = [shardPath(shard), namesPath(groupOf(shard))]
  const filesOfName = ofName.filter((path) => before.has(path)).length
  return { ...asked, number, filesOfName, narFolders }
}

function inHundreds(number: number): number {
  return Math.ceil(number / 100)
}

/** GitHub takes a blob for each NAR, and some hundred entries of a tree at once (`treeEntries`). Folders are looked into by the hundred. */
function committing({ number, filesOfName, narFolders }: Published): Asked['toCommit'] {
  const otherFiles = [
    ...['README.md', 'catalogue.json', 'catalogue/newest.json', 'catalogue/newest.html'],
    ...['the shard', 'the names that search reads'],
    ...['.gitattributes', '.nojekyll', '404.html', 'index.html']
  ]
  return {
    'GET repository': 1,
    'GET commits': 1,
    // The root, and the catalogue's folder with that of the names.
    'GET git/trees': 2,
    // The catalogue with what is newest, and the README; the shard and its group’s names, if there are; of few narinfos one, as they may all be there.
    'GET raw': 3 + filesOfName + Number(number <= 64),
    'POST graphql': inHundreds(narFolders),
    'POST git/blobs': number,
    'POST git/trees': inHundreds(2 * number + otherFiles.length),
    'POST git/commits': 1,
    'PATCH git/refs': 1
  }
}

const cases: {
  verify: string
  git: Conditions['git']
  toProve: (number: number) => Asked['toProve']
}[] = [
  { verify: 'narinfo', git: 'served', toProve: () => ({ 'POST graphql': 1 }) },
  {
    // The commit with its folders and all files.
    verify: 'substitute',
    git: 'served',
    toProve: () => ({ 'GET info/refs': 1, 'POST git-upload-pack': 1 })
  },
  {
    // What GraphQL does not give, as it is no text, is asked for by itself.
    verify: 'substitute',
    git: 'refused',
    toProve: (number) => ({
      'GET info/refs': 1,
      'POST graphql': inHundreds(2 * number + 1),
      'GET git/blobs': number
    })
  },
  {
    // As its readers ask: nix-cache-info, and of each path the narinfo and the NAR.
    verify: 'readers',
    git: 'served',
    toProve: (number) => ({
      'GET info/refs': 1,
      'POST git-upload-pack': 1,
      'HEAD raw': 1,
      'GET raw': 1 + 2 * number
    })
  }
]

describe.each(cases)('`verify: $verify`, git $git', ({ verify, git, toProve }) => {
  test.each(numbers)('%i paths', async (number) => {
    const published = await publish(number, { verify }, { git })
    expect(published.repeated).toEqual([])
    expect(published.toCommit).toEqual(committing(published))
    expect(published.toProve).toEqual(toProve(number))
  })
})

test('a push asks for what it replaces along with what it reads, and git for nothing in the middle of it', async () => {
  const root = mkdtempSync(join(folder, 'host-'))
  await makeBareRepository(join(root, 'store.git'), filledStore(10))
  const host = await startGitHttp({ root })
  const nobody = { apiUrl: 'http://127.0.0.1:9', serverUrl: 'https://github.invalid' }
  const given = { 'target-repository': `${host.url}/store.git`, 'target-branch': 'main', token: '' }
  const asked = async (version: number): Promise<number> => {
    const [path = ''] = addStorePaths(`pushed-${version}`, 1)
    added.push(path)
    host.requests.length = 0
    const pinned = { paths: path, pin: `newest=${path}`, unsigned: 'true', verify: 'none' }
    const { report } = await runPhase({ ...given, ...pinned }, { github: nobody, folder })
    expect(report.outcome).toBe('published')
    return host.requests.length
  }
  try {
    // The branch, three; what is always read, two; a push, two.
    expect(await asked(1)).toBe(7)
    // Its shard comes along with what is always read; the pins do not, two.
    expect(await asked(2)).toBe(9)
    expect(await asked(3)).toBe(9)
  } finally {
    await host.close()
  }
})

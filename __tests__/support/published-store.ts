import { createHash } from 'node:crypto'
import { formatSha256 } from '../../src/binary-cache/hash.ts'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import type { NarInfo } from '../../src/binary-cache/types.ts'
import { cataloguePath } from '../../src/catalogue/catalogue.ts'
import { renderReadmeBlock } from '../../src/catalogue/readme-block.ts'
import { placeBlock, readmePath } from '../../src/catalogue/readme.ts'
import type { CatalogueRow } from '../../src/catalogue/types.ts'
import { addressesOf } from '../../src/repository/github/addresses.ts'
import { catalogueFiles, readCatalogue, shown } from './catalogue.ts'
import { danglingReferences } from './dangling-references.ts'
import type { GitHubServer } from './github/server.ts'

export interface PublishedStore {
  narInfos: NarInfo[]
  rows: readonly CatalogueRow[]
  readme: string
  /** Newest first. */
  commits: string[]
}

/**
 * Reads a branch as it is and holds its parts against each other: each narinfo has its NAR with the size and hash that it says, each
 * NAR its narinfo, each reference and each row its narinfo; the README is what follows from the catalogue; the history is one line. Throws at what is wrong.
 */
export async function readPublishedStore(
  github: GitHubServer,
  repository: string,
  branch: string
): Promise<PublishedStore> {
  const head = await github.head(repository, branch)
  if (head === null) throw new Error(`there is no branch ${branch}`)
  const read = async (path: string): Promise<Buffer> => {
    const content = await github.readFile(repository, head, path)
    if (content === null) throw new Error(`${path} is not there`)
    return content
  }
  const commits = await lineOfCommits(github, repository, head)
  const paths = await github.listFiles(repository, head)
  if (!paths.includes(cataloguePath)) {
    const remains = paths.filter((path) => path !== readmePath)
    if (remains.length > 0) throw new Error(`without a catalogue: ${remains.join(', ')}`)
    return { narInfos: [], rows: [], readme: '', commits }
  }

  const narInfos: NarInfo[] = []
  for (const path of paths.filter((name) => name.endsWith('.narinfo'))) {
    const narInfo = parseNarInfo((await read(path)).toString(), path)
    const nar = await read(narInfo.url)
    const fileHash = formatSha256(createHash('sha256').update(nar).digest())
    if (fileHash !== narInfo.fileHash || nar.length !== narInfo.fileSize) {
      throw new Error(`${narInfo.url} is not the file that ${path} speaks of`)
    }
    narInfos.push(narInfo)
  }
  const [dangling] = danglingReferences(narInfos)
  if (dangling !== undefined) throw new Error(`a reference leads nowhere: ${dangling}`)
  const known = new Set(narInfos.map(({ url }) => url))
  const orphans = paths.filter((path) => path.startsWith('nar/') && !known.has(path))
  if (orphans.length > 0) throw new Error(`NARs without a narinfo: ${orphans.join(', ')}`)

  const catalogue = await readCatalogue(github, repository, head)
  for (const [path, content] of catalogueFiles(catalogue)) {
    if (!(await read(path)).equals(content)) throw new Error(`${path} is not as its rows give it`)
  }
  for (const row of catalogue.rows) {
    const narInfo = narInfos.find(({ storePath }) => storePath === row.storePath)
    if (narInfo?.url !== row.nar) throw new Error(`the row of ${row.storePath} has no narinfo`)
  }
  const readme = await read(readmePath)
  const [owner = '', name = ''] = repository.split('/')
  const addresses = addressesOf(github.serverUrl, owner, name, branch)
  const block = renderReadmeBlock(shown(catalogue), {
    substituterUrl: addresses.branchFiles,
    servedBy: 'raw',
    login: github.repository(repository).isPrivate
      ? { host: addresses.host, name: 'x-access-token' }
      : null,
    repository,
    branch,
    webUrl: (path) => addresses.page(path)
  })
  if (!placeBlock(readme, block, repository).equals(readme)) {
    throw new Error('the README does not follow from the catalogue')
  }
  return { narInfos, rows: catalogue.rows, readme: readme.toString(), commits }
}

async function lineOfCommits(
  github: GitHubServer,
  repository: string,
  head: string
): Promise<string[]> {
  const commits: string[] = []
  for (let sha: string | undefined = head; sha !== undefined;) {
    commits.push(sha)
    const commit = await github.objects.commit(github.repository(repository), sha)
    if (commit === null || commit.parents.length > 1) throw new Error(`${sha} is not in a line`)
    sha = commit.parents[0]?.sha
  }
  return commits
}

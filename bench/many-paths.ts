/**
 * What a publish of 300 paths into a store of 10,000 asks of GitHub while raw is closed for everybody, where git can fetch and where it cannot:
 *
 *     node bench/many-paths.ts
 *
 * Each of the store's 10,000 paths has a narinfo, a NAR and a row in the catalogue (their NARs are one blob, as the host's time to make them is not what is
 * measured). The bundle publishes 300 files of 64 random bytes, `verify` as by default, first with git, then without; the store has 300 more by then.
 *
 * Ends with 1 when a run is red, or when the API is asked to read a file that git can fetch.
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGitHub } from '../__tests__/support/github/server.ts'
import { nixConfig, removeFolder, testEnvironment } from '../__tests__/support/nix.ts'
import { runAction } from '../__tests__/support/runner.ts'
import { deleteStorePaths } from '../__tests__/support/store-paths.ts'
import { catalogueAmong, catalogueFiles } from '../__tests__/support/catalogue.ts'
import { filledStore } from './support/filled-store.ts'

const repository = 'alice/store'
const stored = 10_000
const published = 300

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'nar-publish-bench-')))
const added: string[] = []
const github = await startGitHub({
  repositories: [{ name: repository }],
  tokens: { writer: { login: 'alice', access: 'write' } },
  conditions: { rawClosedTo: 'everybody' }
})
try {
  await github.commitFiles(repository, 'main', largeStore(), 'fill the store')
  console.log(
    '| git | requests | API | of these: blobs made | blobs read | others | raw | git | bytes up | bytes down | seconds |'
  )
  console.log('|---|--:|--:|--:|--:|---|--:|--:|--:|--:|--:|')
  for (const git of ['served', 'refused'] as const) await measure(git)
} finally {
  await github.close()
  if (added.length > 0) deleteStorePaths(added)
  await removeFolder(scratch)
}

async function measure(git: 'served' | 'refused'): Promise<void> {
  const paths = addPaths(git)
  added.push(...paths)
  github.change({ git })
  github.reset()
  const begin = performance.now()
  const run = await runAction({
    ...{ github, repository, workspace: scratch, parent: scratch },
    inputs: {
      paths: paths.join('\n'),
      token: 'writer',
      'target-repository': repository,
      'target-branch': 'main'
    },
    env: { NIX_CONFIG: nixConfig }
  })
  const seconds = (performance.now() - begin) / 1000
  if (run.exitCode !== 0) throw new Error(run.log)
  const { api, raw, git: byGit, calls } = github.counts()
  const { 'POST git/blobs': made = 0, 'GET git/blobs': read = 0, ...rest } = calls
  const others = Object.entries(rest)
    .filter(([call]) => !/ raw$|info\/refs|git-upload-pack/.test(call))
    .map(([call, times]) => `${times} ${call}`)
  const total = (of: 'bodyBytes' | 'responseBytes'): number =>
    github.requests.reduce((sum, request) => sum + request[of], 0)
  const cells = [git, api + raw + byGit, api, made, read, others.join(', '), raw, byGit]
  console.log(
    `| ${cells.join(' | ')} | ${total('bodyBytes')} | ${total('responseBytes')} | ${seconds.toFixed(1)} |`
  )
  // nix-cache-info, the README, and of the catalogue what an artifact's name needs, whatever the number of paths: what it begins with, what is
  // newest, a shard and the names that search reads.
  if (git === 'served' && read > 6) {
    console.error(`the API was asked for ${read} files`)
    process.exitCode = 1
  }
}

/** An artifact of the filled store, and as many more that are like it. */
function largeStore(): Record<string, string> {
  const files = filledStore(1)
  const [row] = catalogueAmong(files).rows
  if (row === undefined) throw new Error('no row')
  const hash = row.storePath.slice('/nix/store/'.length).slice(0, 32)
  const narInfo = files.get(`${hash}.narinfo`) ?? ''
  const nar = files.get(row.nar) ?? ''
  const rows = [row]
  for (let index = 0; index < stored; index++) {
    const other = String(index).padStart(32, '0')
    const url = row.nar.replace(/[^/]*$/, (name) => `${index}-${name}`)
    files.set(`${other}.narinfo`, narInfo.replaceAll(hash, other).replace(row.nar, url))
    files.set(url, nar)
    const name = `${row.name}-${index}`
    rows.push({ ...row, name, storePath: row.storePath.replace(hash, other), nar: url })
  }
  const catalogue = catalogueFiles({ publicKeys: [], rows })
  for (const [path, content] of catalogue) files.set(path, content.toString())
  return Object.fromEntries(files)
}

function addPaths(name: string): string[] {
  const folder = mkdtempSync(join(scratch, 'paths-'))
  const files = Array.from({ length: published }, (_, index) => join(folder, `${name}-${index}`))
  for (const file of files) writeFileSync(file, randomBytes(64))
  const options = { encoding: 'utf8', env: testEnvironment() } as const
  return execFileSync('nix-store', ['--add', ...files], options)
    .trim()
    .split('\n')
}

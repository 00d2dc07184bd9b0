/**
 * What one publish costs in stores of different sizes, through both routes, beside the old way (clone, add, commit, push):
 *
 *     node bench/cost.ts [--long]
 *
 * The artifact has a closure of three small paths, which need no Nix. The hosts are the tests' own, on this machine: the embedded
 * GitHub, and `git http-backend`. Bytes are those of the bodies, without headers and TLS. `--long` adds a store of 10,000 artifacts.
 *
 * The bytes down of the API count all that the host would send; of the listing that comes with a new tree, the client reads the beginning
 * alone.
 *
 * Ends with 1 when a publish costs more than it may: requests that depend on the store's size, or more than 100 kB up, new files and all.
 */
import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { badgesOf, catalogueAmong } from '../__tests__/support/catalogue.ts'
import { startGitHttp, type GitHttpServer } from '../__tests__/support/git-http.ts'
import { startGitHub, type GitHubServer } from '../__tests__/support/github/server.ts'
import { inventedStorePath, startPublisher } from '../__tests__/support/publisher-process.ts'
import { filledStore } from './support/filled-store.ts'
import { git, makeBareRepository } from './support/git-store.ts'
import { median } from './support/median.ts'

const repository = 'alice/store'
const rounds = 3
/** bytes */
const mostUp = 100_000
const sizes = process.argv.includes('--long') ? [10, 1000, 10_000] : [10, 1000]

interface Cost {
  /** Of each kind, as text that can be compared. */
  requests: string
  up: number
  down: number
  seconds: number
  /** bytes of NARs and narinfos that the commit added */
  newFiles: number
}

const scratch = mkdtempSync(join(tmpdir(), 'nar-publish-bench-'))
/** Of each way, in every size: what its rounds asked. */
const requestsOf = new Map<string, Set<string>>()
console.log('| way | artifacts | requests | bytes up | new files | bytes down | seconds |')
console.log('|---|--:|---|--:|--:|--:|--:|')
try {
  for (const size of sizes) await measure(size)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
for (const [way, requests] of requestsOf) {
  if (requests.size > 1)
    fail(`${way}: the requests depend on the size: ${[...requests].join(' | ')}`)
}

async function measure(artifacts: number): Promise<void> {
  const filled = filledStore(artifacts)
  const badges = await badgesOf(catalogueAmong(filled))
  const files = new Map([
    ...filled,
    ...[...badges].map(([path, text]) => [path, text.toString()] as const)
  ])
  const github = await startGitHub({
    repositories: [{ name: repository }],
    tokens: { writer: { login: 'alice', access: 'write' } }
  })
  const root = join(scratch, `host-${artifacts}`)
  mkdirSync(root)
  const bare = join(root, 'store.git')
  await makeBareRepository(bare, files)
  const host = await startGitHttp({ root })
  try {
    await github.commitFiles(repository, 'main', Object.fromEntries(files), 'fill the store')
    const costs: Record<'api' | 'push' | 'old way', Cost[]> = { api: [], push: [], 'old way': [] }
    for (let round = 0; round < rounds; round++) {
      const pushed = await publishByPush(host, bare, `tool${round}-2.0`)
      costs.push.push(pushed)
      costs.api.push(await publishByApi(github, `tool${round}-2.0`, pushed.newFiles))
      costs['old way'].push(await publishTheOldWay(host, round, pushed.newFiles))
    }
    for (const [way, measured] of Object.entries(costs)) report(way, artifacts, measured)
  } finally {
    await Promise.all([github.close(), host.close()])
  }
}

function report(way: string, artifacts: number, costs: readonly Cost[]): void {
  const of = (key: 'up' | 'down' | 'seconds' | 'newFiles'): number =>
    median(costs.map((cost) => cost[key]))
  const requests = new Set(costs.map((cost) => cost.requests))
  if (way !== 'old way') {
    requestsOf.set(way, (requestsOf.get(way) ?? new Set()).add([...requests].join('; ')))
    if (of('up') > mostUp) fail(`${way}, ${artifacts} artifacts: ${of('up')} bytes up`)
  }
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
  console.log(
    `| ${way} | ${artifacts} | ${[...requests].join('; ')} | ${kilobytes(of('up'))} ` +
      `| ${kilobytes(of('newFiles'))} | ${kilobytes(of('down'))} | ${of('seconds').toFixed(2)} |`
  )
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}

async function publishByApi(github: GitHubServer, name: string, newFiles: number): Promise<Cost> {
  github.reset()
  const seconds = await publish(github, repository, name)
  const { api, raw } = github.counts()
  const requests = [...github.requests]
  return {
    requests: `${api} API, ${raw} raw`,
    up: total(requests.map(({ bodyBytes }) => bodyBytes)),
    down: total(requests.map(({ responseBytes }) => responseBytes)),
    seconds,
    newFiles
  }
}

async function publishByPush(host: GitHttpServer, bare: string, name: string): Promise<Cost> {
  const before = await git(bare, ['rev-parse', 'main'])
  host.requests.length = 0
  // No GitHub is there: the address is another host's.
  const none = { apiUrl: 'http://127.0.0.1:9', serverUrl: 'https://github.invalid' }
  const seconds = await publish(none, `${host.url}/store.git`, name)
  const counted = countGit(host)
  const added = await git(bare, ['diff', '--name-only', '--diff-filter=A', before, 'main'])
  const sizeOf = async (path: string): Promise<number> =>
    Number(await git(bare, ['cat-file', '-s', `main:${path}`]))
  return {
    ...counted,
    seconds,
    newFiles: total(await Promise.all(added.split('\n').map(sizeOf)))
  }
}

/** As the shell script did it, with as many new bytes in as many files. */
async function publishTheOldWay(
  host: GitHttpServer,
  round: number,
  newFiles: number
): Promise<Cost> {
  host.requests.length = 0
  const clone = join(scratch, `clone-${round}`)
  const begin = performance.now()
  await git('/', ['clone', '--quiet', `${host.url}/store.git`, clone])
  for (let index = 0; index < 6; index++) {
    const file = join(clone, 'nar', `old-${round}-${index}`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, randomBytes(Math.ceil(newFiles / 6)))
  }
  appendFileSync(join(clone, 'README.md'), `| old-${round} |\n`)
  await git(clone, ['add', '--all'])
  await git(clone, ['commit', '--quiet', '--message=publish'])
  await git(clone, ['push', '--quiet', 'origin', 'main'])
  const seconds = (performance.now() - begin) / 1000
  rmSync(clone, { recursive: true })
  return { ...countGit(host), seconds, newFiles }
}

/** In a process of its own; answers the seconds from the target's first request to the end. */
async function publish(
  github: { apiUrl: string; serverUrl: string },
  target: string,
  name: string
): Promise<number> {
  const storePath = inventedStorePath(name)
  const publisher = await startPublisher({
    github,
    repository: target,
    directory: scratch,
    storePath,
    ...(target === repository ? { route: 'api' } : {})
  })
  publisher.start()
  const result = await publisher.result
  if (result?.changed !== true) throw new Error(`${name} was not published`)
  return result.milliseconds / 1000
}

/** A connection begins with what is there; within one, git asks several times. */
function countGit({ requests }: GitHttpServer): Pick<Cost, 'requests' | 'up' | 'down'> {
  const connections = requests.filter(({ url }) => url.includes('/info/refs'))
  return {
    requests: `${connections.length} git (${requests.length} HTTP)`,
    up: total(requests.map(({ up }) => up)),
    down: total(requests.map(({ down }) => down))
  }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

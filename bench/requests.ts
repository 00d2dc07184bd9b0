/**
 * What a run asks of GitHub, by how many items it is about:
 *
 *     node bench/requests.ts           # 1, 10 and 100 items
 *     node bench/requests.ts --long    # and 500
 *
 * A publish of so many small paths into a store of 10 artifacts, by the API and by a push, with each way to verify; then the commands that look at
 * a store of so many artifacts. Runs are of the sources, as a job or a terminal starts them. The host is the tests' own, and for a push
 * `git http-backend`. Requests are those on the wire: a connection of git is two or more.
 */
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compiledSources } from '../__tests__/support/compiled-sources.ts'
import { startGitHttp } from '../__tests__/support/git-http.ts'
import type { Conditions } from '../__tests__/support/github/options.ts'
import { startGitHub, type GitHubServer } from '../__tests__/support/github/server.ts'
import { nixConfig, removeFolder } from '../__tests__/support/nix.ts'
import { runProgram } from '../__tests__/support/program.ts'
import { requestsAsked, type Calls } from '../__tests__/support/requests-asked.ts'
import { runAction } from '../__tests__/support/runner.ts'
import { addStorePaths, deleteStorePaths } from '../__tests__/support/store-paths.ts'
import { filledStore } from './support/filled-store.ts'
import { makeBareRepository } from './support/git-store.ts'

const store = 'alice/store'
const numbers = process.argv.includes('--long') ? [1, 10, 100, 500] : [1, 10, 100]
const sources = join(import.meta.dirname, '..', 'src')

/** Work → for each number what it asked, as text. */
const table = new Map<string, string[]>()
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'nar-publish-bench-')))
const added: string[] = []
try {
  for (const number of numbers) {
    await publishByApi(number)
    await publishByPush(number)
    await lookAt(number)
  }
} finally {
  await removeFolder(scratch)
  if (added.length > 0) deleteStorePaths(added)
}
console.log(`| work | ${numbers.join(' | ')} |`)
console.log(`|---|${numbers.map(() => '---').join('|')}|`)
for (const [work, cells] of table) console.log(`| ${work} | ${cells.join(' | ')} |`)

function note(work: string, asked: string): void {
  table.set(work, [...(table.get(work) ?? []), asked])
}

async function openGitHub(artifacts: number): Promise<GitHubServer> {
  const github = await startGitHub({
    repositories: [{ name: store }],
    tokens: { writer: { login: 'alice', access: 'write' } },
    conditions: { git: 'served' }
  })
  await github.commitFiles(store, 'main', Object.fromEntries(filledStore(artifacts)), 'fill')
  return github
}

async function publishByApi(number: number): Promise<void> {
  const github = await openGitHub(10)
  try {
    for (const [verify, git] of [
      ['none', 'served'],
      ['narinfo', 'served'],
      ['substitute', 'served'],
      ['substitute', 'refused'],
      ['readers', 'served']
    ] as const) {
      const { toCommit, toProve } = await publish(github, number, { verify }, { git })
      if (verify === 'none') note('publish by the API', shown(toCommit))
      else note(`verify: ${verify}, git ${git}`, shown(toProve))
    }
    await publish(github, number, { paths: added.slice(-number).join('\n') }, {}, 'nothing new')
  } finally {
    await github.close()
  }
}

async function publish(
  github: GitHubServer,
  number: number,
  inputs: Record<string, string>,
  conditions: Partial<Conditions>,
  work?: string
): Promise<{ toCommit: Calls; toProve: Calls }> {
  if (inputs['paths'] === undefined) added.push(...addStorePaths('flat', number))
  github.change(conditions)
  github.reset()
  await run(github, store, { paths: added.slice(-number).join('\n'), route: 'api', ...inputs })
  const asked = requestsAsked(github.requests)
  if (work !== undefined) note(work, shown(asked.toCommit))
  return asked
}

async function publishByPush(number: number): Promise<void> {
  const root = mkdtempSync(join(scratch, 'host-'))
  await makeBareRepository(join(root, 'store.git'), filledStore(10))
  const host = await startGitHttp({ root })
  try {
    added.push(...addStorePaths('flat', number))
    const nobody = { apiUrl: 'http://127.0.0.1:9', serverUrl: 'https://github.invalid' }
    for (const verify of ['none', 'substitute']) {
      host.requests.length = 0
      if (verify !== 'none') added.push(...addStorePaths('flat', number))
      await run(nobody, `${host.url}/store.git`, { paths: added.slice(-number).join('\n'), verify })
      note(`publish by a push, verify: ${verify}`, `${host.requests.length} HTTP`)
    }
  } finally {
    await host.close()
  }
}

async function run(
  github: { apiUrl: string; serverUrl: string },
  target: string,
  inputs: Record<string, string>
): Promise<void> {
  const ended = await runAction({
    ...{ github, workspace: scratch, parent: scratch, entry: join(sources, 'main.ts') },
    inputs: {
      ...inputs,
      'target-repository': target,
      'target-branch': 'main',
      token: 'writer',
      unsigned: 'true'
    },
    env: { NIX_CONFIG: nixConfig, ...compiledSources }
  })
  if (ended.exitCode !== 0) throw new Error(ended.log)
}

/** The commands that go through a store of so many artifacts, each with a library: twice as many narinfos and NARs. */
async function lookAt(number: number): Promise<void> {
  const github = await openGitHub(number)
  const folder = mkdtempSync(join(scratch, 'terminal-'))
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary)
  try {
    for (const args of [
      ['keys'],
      ['use'],
      ['doctor', '--quick'],
      ['doctor', '--fix', '--quick'],
      ['prune', '--dry-run', '--keep-generations=1', '--keep-days=0']
    ]) {
      github.reset()
      const ended = await runProgram(process.execPath, [join(sources, 'cli.ts'), ...args, store], {
        cwd: folder,
        env: {
          PATH: process.env['PATH'] ?? '',
          HOME: folder,
          NIX_CONFIG: nixConfig,
          TMPDIR: temporary,
          GITHUB_API_URL: github.apiUrl,
          GITHUB_SERVER_URL: github.serverUrl,
          GH_TOKEN: 'writer',
          ...compiledSources
        }
      })
      if (github.requests.length === 0) throw new Error(JSON.stringify(ended))
      note(args.slice(0, 2).join(' '), shown(requestsAsked(github.requests).toCommit))
    }
  } finally {
    await github.close()
  }
}

/** `12 API, 3 raw, 4 git`, and what there is more than two of. */
function shown(calls: Calls): string {
  const kinds = new Map<string, number>()
  for (const [call, times] of Object.entries(calls)) {
    const kind = call.endsWith(' raw')
      ? 'raw'
      : /info\/refs|git-upload-pack/.test(call)
        ? 'git'
        : 'API'
    kinds.set(kind, (kinds.get(kind) ?? 0) + times)
  }
  const many = Object.entries(calls).filter(([call, times]) => times > 2 && !call.endsWith(' raw'))
  const words = [...kinds].map(([kind, times]) => `${times} ${kind}`).join(', ')
  const named = many.map(([call, times]) => `${times} ${call}`).join(', ')
  return named === '' ? words || 'none' : `${words} (${named})`
}

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sriOf } from '../../../src/binary-cache/digest.ts'
import { readEnvironment } from '../../../src/environment.ts'
import { silentLog } from '../../../src/log.ts'
import type { WorkflowRunEvent } from '../../../src/pull-request-events.ts'
import { findHashLiterals } from '../../../src/sync/literals/find.ts'
import { commitRepair } from '../../../src/sync/repair/commit.ts'
import type { RepairCommit } from '../../../src/sync/repair/inputs.ts'
import type { RepairReport } from '../../../src/sync/repair/report.ts'
import type { RepairEdit } from '../../../src/sync/repair/types.ts'
import { fastPace } from '../../repository/github/fixture.ts'
import { createClient } from '../../support-github/client.ts'
import type { FileChanges } from '../../support/github/somebody-else.ts'
import { startGitHub, type GitHubServer } from '../../support/github/server.ts'

export const repository = 'alice/tool'
export const fork = 'mallory/tool'
export const packagePath = 'nix/tool.nix'
export const workflowPath = '.github/workflows/repair.yml'

/** A hash that nothing has, another one for each text. */
export function hashOf(text: string): string {
  return `sha256-${Buffer.from(text.padEnd(32, '.')).toString('base64')}`
}

export const packageText = `{ buildGoModule }:
buildGoModule {
  src = ./.;
  vendorHash = "${hashOf('old')}";
  otherHash = "${hashOf('other')}";
}
`

/** alice/tool, its fork, the workflow's own token, and weaker ones. */
export async function startTool(): Promise<GitHubServer> {
  const github = await startGitHub({
    repositories: [{ name: repository }, { name: fork, forkOf: repository }],
    tokens: {
      job: { login: 'github-actions[bot]', access: 'write', repositories: [repository] },
      reader: { login: 'github-actions[bot]', access: 'read', repositories: [repository] },
      weak: { login: 'github-actions[bot]', access: 'write', lacks: ['checks', 'pull-requests'] },
      people: { login: 'alice', access: 'write' }
    }
  })
  const hash = hashOf('pinned')
  await github.commitFiles(
    repository,
    'main',
    {
      [packagePath]: packageText,
      'flake.lock': `{ "narHash": "${hash}" }\n`,
      '.github/workflows/ci.yml': `# ${hash}\n`,
      [workflowPath]: 'on: pull_request\n',
      'link.nix': { mode: '120000', text: hash },
      module: { mode: '160000', text: '1'.repeat(40) },
      'picture.png': Buffer.from([137, 80, 0, 255]),
      'many.nix': `{ ${Array.from({ length: 120 }, (_, index) => `hash${index} = "${hashOf(`many ${index}`)}";`).join('\n')} }\n`
    },
    'as it was'
  )
  return github
}

export interface Opened {
  number: number
  branch: string
  head: string
  repository: string
}

/** A pull request that changes a file, as a bot or a person opens it. */
export async function openPullRequest(
  github: GitHubServer,
  branch: string,
  {
    from = repository,
    author = 'dependabot[bot]',
    files = { 'go.mod': branch }
  }: { from?: string; author?: string; files?: FileChanges } = {}
): Promise<Opened> {
  const client = createClient(github, 'people')
  const sha = (await github.head(repository, 'main')) ?? ''
  if (from !== repository) {
    await client.call('POST', `/repos/${from}/merge-upstream`, { branch: 'main' })
  }
  if (branch !== 'main') {
    await client.call('POST', `/repos/${from}/git/refs`, { ref: `refs/heads/${branch}`, sha })
  }
  const head = await github.commitFiles(from, branch, files, `bump ${branch}`)
  const { number } = github.openPullRequest(repository, {
    ...{ author, title: branch, body: null, base: 'main', head: branch, headRepository: from }
  })
  return { number, branch, head, repository: from }
}

/** Of the first hash of a text. */
export function editTo(path: string, text: string, newHash: string): RepairEdit {
  const [edit] = editsTo(path, text, [newHash])
  if (edit === undefined) throw new Error(`${path} has no hash`)
  return edit
}

/** Of the first hashes of a text, one each. */
export function editsTo(path: string, text: string, newHashes: readonly string[]): RepairEdit[] {
  const literals = findHashLiterals({ path, text })
  return literals.slice(0, newHashes.length).map((literal, index) => {
    const { start, end, line, digest } = literal
    const newHash = newHashes[index] ?? ''
    return {
      ...{ file: path, start, end, line, text: literal.text, replacement: newHash },
      oldHash: digest === null ? null : sriOf(digest),
      newHash,
      systems: ['x86_64-linux'],
      derivations: ['tool-go-modules'],
      packages: ['.#tool']
    }
  })
}

/** What phase compute writes. */
export function documentOf(head: string, edits: readonly RepairEdit[]): Record<string, unknown> {
  return { kind: 'repair', schemaVersion: 1, head, systems: ['x86_64-linux'], edits, kept: [] }
}

export interface Committing {
  event?: Partial<WorkflowRunEvent>
  inputs?: Partial<RepairCommit>
  /** Makes the folder otherwise than with one file in a folder of its artifact. */
  leave?: (folder: string) => void
}

/** The run of `workflow_run` after a pull request's, with what that left; null: nothing. */
export async function commit(
  github: GitHubServer,
  scratch: string,
  { head, branch, repository: from }: Opened,
  document: unknown,
  { event, inputs, leave }: Committing = {}
): Promise<RepairReport> {
  const folder = mkdtempSync(join(scratch, 'computed-'))
  if (leave !== undefined) leave(folder)
  else if (document !== null) {
    mkdirSync(join(folder, 'repair-x86_64-linux'))
    writeFileSync(
      join(folder, 'repair-x86_64-linux', 'repair-x86_64-linux.json'),
      typeof document === 'string' ? document : JSON.stringify(document)
    )
  }
  const [owner = '', repo = ''] = repository.split('/')
  return commitRepair(
    {
      inputs: {
        side: 'commit',
        run: {
          event: 'pull_request',
          conclusion: 'success',
          workflow: workflowPath,
          head: { commit: head, branch, repository: from },
          ...event
        },
        computed: [folder],
        repository: { owner, repo },
        token: 'job',
        annotate: false,
        ...inputs
      },
      environment: readEnvironment({
        GITHUB_REPOSITORY: repository,
        GITHUB_RUN_ID: '7',
        GITHUB_API_URL: github.apiUrl,
        GITHUB_SERVER_URL: github.serverUrl
      }),
      scratch,
      log: silentLog,
      timings: []
    },
    fastPace()
  )
}

import { afterEach, beforeEach } from '@jest/globals'
import { readEnvironment } from '../../../src/environment.ts'
import { silentLog } from '../../../src/log.ts'
import { blobSha } from '../../../src/repository/github/git-objects.ts'
import type { PullRequestDestination } from '../../../src/sync/inputs.ts'
import {
  proposeChange,
  type Proposal,
  type Proposed,
  type ProposeRun
} from '../../../src/sync/propose/propose.ts'
import type { ProposalPart } from '../../../src/sync/propose/proposal.ts'
import {
  nothingBeside,
  type ChangedFile,
  type SyncChange,
  type ToldPlace
} from '../../../src/sync/types.ts'
import { fastPace } from '../../repository/github/fixture.ts'
import { checkRequests, createClient } from '../../support-github/client.ts'
import type { GitHubOptions } from '../../support/github/options.ts'
import { startGitHub, type GitHubServer } from '../../support/github/server.ts'

export const upstream = 'alice/tool'
export const fork = 'sync-app/tool'
export const packagePath = 'nix/infer.nix'

/** A hash that nothing has, another one for each text. */
export function hashOf(text: string): string {
  return `sha256-${Buffer.from(text.padEnd(32, '.')).toString('base64')}`
}

export function packageText(version: string): string {
  return `{ infer }:\ninfer {\n  version = "${version}";\n  hash = "${hashOf(version)}";\n}\n`
}

/** A server of its own for each test of the file; all that it was asked has to be right by GitHub's description of its API. */
export function eachWithTool(
  use: (github: GitHubServer) => void,
  setup: Partial<GitHubOptions['repositories'][number]> = {}
): void {
  let github: GitHubServer
  beforeEach(async () => {
    github = await startTool(setup)
    use(github)
  })
  afterEach(async () => {
    await github.close()
    checkRequests(github)
  })
}

/** alice/tool at 0.76.0, its fork, an App that may write to both, the workflow's own token, and people. */
export async function startTool(
  setup: Partial<GitHubOptions['repositories'][number]>
): Promise<GitHubServer> {
  const github = await startGitHub({
    repositories: [
      { name: upstream, reviewers: ['bob', 'carol', 'alice/core'], ...setup },
      { name: fork, forkOf: upstream },
      { name: 'eve/other' },
      { name: 'eve/archive', archived: true }
    ],
    tokens: {
      app: { login: 'sync-app', access: 'write' },
      job: { login: 'github-actions[bot]', access: 'write', repositories: [upstream] },
      person: {
        login: 'sync-app',
        access: 'write',
        repositories: [fork],
        proposesTo: [upstream]
      },
      weak: { login: 'sync-app', access: 'write', lacks: ['pull-requests'] },
      'no-issues': { login: 'sync-app', access: 'write', lacks: ['issues'] }
    }
  })
  await github.commitFiles(
    upstream,
    'main',
    { [packagePath]: packageText('0.76.0'), 'nix/other.nix': '{ }\n' },
    'infer 0.76.0'
  )
  github.reset()
  return github
}

export function changeTo(version: string, from = '0.76.0', head = '0'.repeat(40)): SyncChange {
  const line = (text: string) => packageText(from).split(text)[0]?.split('\n').length ?? 0
  return {
    package: { kind: 'file', text: `file:${packagePath}`, path: packagePath, attribute: '' },
    name: 'infer',
    oldVersion: from,
    newVersion: version,
    revision: null,
    beside: nothingBeside,
    head,
    versions: [
      {
        file: packagePath,
        start: 0,
        end: 6,
        line: line(`"${from}"`),
        text: from,
        replacement: version
      }
    ],
    hashes: [
      {
        file: packagePath,
        start: 10,
        end: 20,
        line: line('hash ='),
        text: hashOf(from),
        replacement: hashOf(version),
        systems: ['x86_64-linux', 'aarch64-linux'],
        derivations: ['source'],
        oldHash: hashOf(from),
        newHash: hashOf(version)
      }
    ]
  }
}

/** Of a proposal of one package. */
export function changeIn({ parts: [only] }: Proposal): SyncChange {
  if (only === undefined) throw new Error('it has no part')
  return only.change
}

export function fileTo(version: string, from = '0.76.0', mode: ChangedFile['mode'] = '100644') {
  return {
    path: packagePath,
    mode,
    oldBlob: blobSha(Buffer.from(packageText(from))),
    content: Buffer.from(packageText(version))
  }
}

/** Of one package: what is given may be its part’s, or the proposal’s. */
export function proposalTo(
  version: string,
  { files, formattedWith, notes, ...part }: Partial<Omit<Proposal, 'parts'> & ProposalPart> = {}
): Proposal {
  return {
    parts: [partTo(version, part)],
    group: null,
    files: files ?? [fileTo(version)],
    formattedWith: formattedWith ?? null,
    notes: notes ?? []
  }
}

/** The block of a pull request as it always was, of one package. */
export function blockOf(marker: object, text = 'text'): string {
  const fields = { name: 'infer', package: `file:${packagePath}`, version: '0.76.1', digest: '' }
  const json = JSON.stringify({ ...fields, ...marker })
  return `<!-- nar-publish:begin ${json} -->\n${text}\n\n<!-- nar-publish:end -->`
}

export function partTo(version: string, overrides: Partial<ProposalPart> = {}): ProposalPart {
  return {
    change: changeTo(version),
    checks: [
      { name: 'evaluate', result: 'passed', detail: 'x86_64-linux, aarch64-linux' },
      { name: 'build', result: 'passed', detail: 'infer-0.76.1 on x86_64-linux' },
      { name: 'smoke-test', result: 'skipped', detail: '' }
    ],
    counts: { evaluations: { 'x86_64-linux': 3, 'aarch64-linux': 3 }, rounds: 2, builds: 4 },
    told: [],
    compareUrl: null,
    releaseUrl: null,
    ...overrides
  }
}

/** One of each kind. */
export const toldPlaces: ToldPlace[] = [
  { kind: 'assumed', file: packagePath, line: 9, text: '0.76.0', why: 'in `postPatch`' },
  {
    kind: 'left',
    file: packagePath,
    line: 12,
    text: '0.76.0',
    why: 'there is no https://github.com/alice/infer/compare/v0.76.1...fix.patch'
  },
  {
    kind: 'unfed',
    file: packagePath,
    line: 20,
    text: hashOf('jar'),
    why: 'nothing on x86_64-linux comes from it, and nix/infer.nix:19 beside it is new'
  },
  { kind: 'comment', file: packagePath, line: 1, text: '0.76.0', why: '' },
  { kind: 'comment', file: packagePath, line: 5, text: '0.76.0', why: '' }
]

export const toUpstream: PullRequestDestination = {
  kind: 'pull-request',
  token: 'app',
  upstream: { owner: 'alice', repo: 'tool' },
  fork: null,
  base: null,
  branch: null,
  title: null,
  labels: [],
  reviewers: [],
  draft: false
}

export const fromFork = { fork: { owner: 'sync-app', repo: 'tool' } }

/** Proposes as a run does, in time that passes quickly. */
export function propose(
  github: GitHubServer,
  proposal: Proposal,
  destination: Partial<PullRequestDestination> = {},
  run: Partial<ProposeRun> = {}
): Promise<Proposed> {
  return proposeChange(
    {
      destination: { ...toUpstream, ...destination },
      environment: readEnvironment({
        GITHUB_API_URL: github.apiUrl,
        GITHUB_SERVER_URL: github.serverUrl
      }),
      log: silentLog,
      pace: fastPace(),
      ...run
    },
    proposal
  )
}

export async function commitOf(github: GitHubServer, repository: string, ref: string) {
  const sha = (await github.head(repository, ref)) ?? ref
  const commit = await github.objects.commit(github.repository(repository), sha)
  if (commit === null) throw new Error(`${repository} has no ${ref}`)
  return commit
}

export function onlyPullRequest(github: GitHubServer) {
  const [only, ...others] = github.pullRequests(upstream)
  if (only === undefined || others.length > 0) throw new Error('there is not exactly one')
  return only
}

/** Somebody's commit on main that makes the package's file executable. */
export async function makeExecutable(github: GitHubServer): Promise<void> {
  const client = createClient(github, 'app')
  const head = await commitOf(github, upstream, 'main')
  const content = packageText('0.76.0')
  const tree = await client.make(upstream, 'trees', {
    base_tree: head.tree.sha,
    tree: [{ path: packagePath, mode: '100755', type: 'blob', content }]
  })
  const commit = { message: 'chmod', tree, parents: [head.sha] }
  await client.updateRef(upstream, 'main', await client.make(upstream, 'commits', commit))
}

/** The very steps of CI's job `action`, on this machine's Nix: that the workflow is right before GitHub sees it. */
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { makeScratch, removeScratch } from '../src/scratch.ts'
import { startGitHub, type GitHubServer } from './support/github/server.ts'
import { nixConfig } from './support/nix.ts'
import { output } from './support/program.ts'
import { tokens } from './support/scenario.ts'
import { runJob, type StepEnd } from './support/workflow-job.ts'

const root = join(import.meta.dirname, '..')
const workflow = readFileSync(join(root, '.github/workflows/ci.yml'), 'utf8')
const parent = tmpdir()
const scratch: string[] = []
let github: GitHubServer
beforeAll(async () => {
  github = await startGitHub({ repositories: [{ name: 'org/nar-publish' }], tokens })
})
afterAll(async () => {
  await github.close()
  for (const folder of scratch) removeScratch(folder, parent)
})

const systems = { x64: 'x86_64-linux', arm64: 'aarch64-linux' } as Record<string, string>
const rows = z
  .object({
    jobs: z.object({
      action: z.object({
        strategy: z.object({
          matrix: z.object({
            include: z.array(z.object({ runner: z.string(), system: z.string() }))
          })
        })
      })
    })
  })
  .parse(parse(workflow)).jobs.action.strategy.matrix.include

/** A checkout with what the job reads of it. */
async function checkout(folder: string): Promise<string> {
  const workspace = join(folder, 'workspace')
  mkdirSync(workspace)
  cpSync(join(root, 'script'), join(workspace, 'script'), { recursive: true })
  for (const name of ['dist', 'package.json']) {
    cpSync(join(root, name), join(workspace, name), { recursive: true })
  }
  await output('git', ['init', '--quiet'], { cwd: workspace })
  await output('git', ['add', '.'], { cwd: workspace })
  const author = ['-c', 'user.name=ci', '-c', 'user.email=ci@example.org']
  await output('git', [...author, 'commit', '--quiet', '--message', 'checkout'], { cwd: workspace })
  return workspace
}

async function runAction(text: string): Promise<{ ends: StepEnd[]; folder: string }> {
  const folder = makeScratch(parent)
  scratch.push(folder)
  const matrix = rows.find(({ system }) => system === systems[process.arch])
  if (matrix === undefined) throw new Error(`CI has no runner like this machine (${process.arch})`)
  const ends = await runJob({
    workflow: text,
    job: 'action',
    root,
    workspace: await checkout(folder),
    folder,
    matrix,
    env: {
      NIX_CONFIG: nixConfig,
      XDG_CACHE_HOME: join(folder, 'cache'),
      PATH: `${join(process.execPath, '..')}:${process.env['PATH'] ?? ''}`,
      GITHUB_API_URL: github.apiUrl,
      GITHUB_SERVER_URL: github.serverUrl
    },
    // May only read, as in the job.
    token: 'reader-token',
    without: ['actions/checkout', 'cachix/install-nix-action', 'actions/setup-node']
  })
  return { ends, folder }
}

const failed = (ends: readonly StepEnd[]): StepEnd[] =>
  ends.filter(({ exitCode }) => exitCode !== 0)

test('the job for both of our Linux runners', () => {
  expect(rows).toEqual([
    { runner: 'ubuntu-24.04', system: 'x86_64-linux' },
    { runner: 'ubuntu-24.04-arm', system: 'aarch64-linux' }
  ])
})

test('every step of the job passes, and its post step publishes what the last one built', async () => {
  const { ends, folder } = await runAction(workflow)
  expect(failed(ends)).toEqual([])
  const queue = join(folder, 'temp/action-run/queue.git')
  const catalogue = await output('git', [`--git-dir=${queue}`, 'show', 'main:catalogue.json'])
  expect(catalogue).toContain('"early"')
  expect(catalogue).toContain('"late"')
})

test('a step that does something else makes the job fail, and says what', async () => {
  const commit = workflow.indexOf('id: commit')
  const key = workflow.indexOf('          signing-key:', commit)
  const withoutKey = workflow.slice(0, key) + workflow.slice(workflow.indexOf('\n', key) + 1)
  const { ends } = await runAction(withoutKey)
  expect(failed(ends)).toEqual([
    expect.objectContaining({
      title: 'node script/action-run.ts published',
      errors: ['PUBLIC_KEY is empty']
    })
  ])
})

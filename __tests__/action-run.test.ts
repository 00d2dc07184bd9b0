/** The very steps of CI's job `action`, on this machine's Nix: that the workflow is right before GitHub sees it. */
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { readEnvironment } from '../src/environment.ts'
import { parseRunnerMap } from '../src/inputs/runner-map.ts'
import { makeScratch, removeScratch } from '../src/scratch.ts'
import { startGitHub, type GitHubServer } from './support/github/server.ts'
import { nixConfig } from './support/nix.ts'
import { output } from './support/program.ts'
import { serveFolder } from './support/serve-folder.ts'
import { tokens } from './support/scenario.ts'
import { runJob, type StepEnd } from './support/workflow-job.ts'

const root = join(import.meta.dirname, '..')
const workflow = readFileSync(join(root, '.github/workflows/ci.yml'), 'utf8')
const parent = tmpdir()
/** Steps that this machine does not need: it has a checkout, Nix and Node 24. */
const forThisMachine = ['actions/checkout', 'cachix/install-nix-action', 'actions/setup-node']
const scratch: string[] = []
let github: GitHubServer
/** The job as it stands in ci.yml. */
let whole: { ends: StepEnd[]; folder: string }
beforeAll(async () => {
  github = await startGitHub({ repositories: [{ name: 'org/nar-publish' }], tokens })
  whole = await runAction(workflow)
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
    without: forThisMachine
  })
  return { ends, folder }
}

const failed = (ends: readonly StepEnd[]): StepEnd[] =>
  ends.filter(({ exitCode }) => exitCode !== 0)

test('the job is for each of the runners that rows of a matrix name by default', () => {
  expect(rows.map(({ system, runner }) => [system, runner])).toEqual([
    ...parseRunnerMap(readEnvironment({}))
  ])
})

test('every step of the job passes, and its post step publishes what the last one built', async () => {
  expect(failed(whole.ends)).toEqual([])
  const queue = join(whole.folder, 'temp/action-run/queue.git')
  const catalogue = await output('git', [
    `--git-dir=${queue}`,
    'show',
    'main:catalogue/newest.json'
  ])
  expect(catalogue).toContain('"early"')
  expect(catalogue).toContain('"late"')
})

describe('the prober, on what the job published', () => {
  const prober = readFileSync(join(root, 'docs/workflows/prober.yml'), 'utf8')

  /** One job of it, for a repository of ours in place of one on GitHub. */
  async function probe(job: string, repository: string): Promise<StepEnd[]> {
    const folder = makeScratch(parent)
    scratch.push(folder)
    const clone = join(folder, 'clone')
    await output('git', ['clone', '--quiet', repository, clone])
    const key = readFileSync(join(whole.folder, 'temp/action-run/cache.public'), 'utf8').trim()
    const text = prober
      .replace(/STORE: .*/, () => `STORE: ${repository}`)
      .replace(/PUBLIC_KEY: .*/, () => `PUBLIC_KEY: ${key}`)
    const site = await serveFolder(clone)
    try {
      return await runJob({
        ...{ workflow: text, job, root, workspace: root, folder, without: forThisMachine },
        // Whoever is not on GitHub says where readers are served.
        env: job === 'reader' ? { NAR_PUBLISH_SUBSTITUTER_URL: site.url } : {}
      })
    } finally {
      site.close()
    }
  }

  test.each(['reader', 'doctor'])('%s passes', async (job) => {
    const ends = await probe(job, join(whole.folder, 'temp/action-run/store.git'))
    expect(failed(ends)).toEqual([])
    expect(ends).toHaveLength(1)
  })

  test.each([
    ['reader', /error NAR_MISSING .*nar\/.*-greeting\.nar\.zst/],
    ['doctor', /greeting/]
  ])('%s fails when a NAR is missing, and names it', async (job, says) => {
    const folder = makeScratch(parent)
    scratch.push(folder)
    const store = join(whole.folder, 'temp/action-run/store.git')
    const git = (...args: string[]): Promise<string> => output('git', ['-C', folder, ...args])
    await git('clone', '--quiet', store, '.')
    await git('rm', '--quiet', ...globSync('nar/*/*-greeting.nar.zst', { cwd: folder }))
    await git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '--quiet', '-m', 'x')
    const [end] = failed(await probe(job, folder))
    expect(end?.log).toMatch(says)
  })

  test('reader fails when the catalogue names what is no store path, and asks for none', async () => {
    const folder = makeScratch(parent)
    scratch.push(folder)
    const git = (...args: string[]): Promise<string> => output('git', ['-C', folder, ...args])
    await git('clone', '--quiet', join(whole.folder, 'temp/action-run/store.git'), '.')
    const [file = ''] = globSync('catalogue/??.json', { cwd: folder }).map((path) =>
      join(folder, path)
    )
    const text = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      text.replace(/"storePath": ?"[^"]*"/, '"storePath":"--option sandbox true"')
    )
    const author = ['-c', 'user.name=x', '-c', 'user.email=x@example.org']
    await git(...author, 'commit', '--quiet', '-am', 'x')
    const ends = await probe('reader', folder)
    expect(failed(ends)).toHaveLength(1)
    expect(ends[0]?.log).toMatch(/error CATALOGUE_INVALID .*\n[^]*1 request, /)
  })
})

test.each([
  ['published', { PUBLISHED: '[]' }, 'greeting-1.0'],
  ['matrix of all', { ANY_JOBS: 'false' }, "'false'"],
  ['nothing new', { PUBLISHED: '["/nix/store/x"]' }, '/nix/store/x'],
  ['version-sync', {}, 'CHANGED is empty'],
  ['another', {}, 'there is no part another']
])('a step that is not as it should be ends the job, and says why: %s', async (part, env, says) => {
  const step = { run: `node script/action-run.ts '${part}'`, env }
  const { ends } = await runAction(
    JSON.stringify({ jobs: { action: { steps: [step, { run: 'echo the next step' }] } } })
  )
  expect(ends).toEqual([
    expect.objectContaining({ exitCode: 1, errors: [expect.stringContaining(says)] })
  ])
})

/**
 * The workflows that README and docs/*.md have people paste, run step for step on fresh runners: no Nix but what a step installs, the token
 * for what the job may do, a project with the attributes that the snippets name, and the bundle.
 */
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { nixConfig } from '../support/nix.ts'
import { newArtifacts } from '../support/publish-workflow.ts'
import { project, startScenario, type Scenario } from '../support/scenario.ts'
import { snippetFlakes } from '../support/snippet-flakes.ts'
import { snippetsOf, wholeWorkflow, type Snippet } from '../support/snippets.ts'
import { machineOf } from '../support/sync-run.ts'
import { checkoutAction } from '../support/workflow-checkout.ts'
import type { StandIn } from '../support/workflow-job.ts'
import { runWorkflow, type WorkflowEnd } from '../support/workflow-run.ts'

const root = join(import.meta.dirname, '../..')
const binstore = 'my-org/binstore'

/** What is not run here, and where it is. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/mode: version-sync|before-hash:|update\.yml/, 'wants upstreams: update-workflow.test.ts'],
  [
    /attest: true|actions\/attest@|trusted-root/,
    'wants a certificate authority: provenance.test.ts'
  ],
  [/pages: true/, 'wants a site to deploy to: pages-by-workflow.test.ts'],
  [/git\.example\.org/, 'wants a host of Git: any-git-repository.test.ts'],
  [/om ci run/, 'wants om, which is not on this machine: pins.test.ts']
]
const isElsewhere = ({ text }: Snippet): boolean => elsewhere.some(([what]) => what.test(text))

type Given = Readonly<Record<string, string>>

let scenario: Scenario
/** All programs of this machine but Nix. */
let stock: string
beforeAll(async () => {
  scenario = await startScenario({
    repositories: [{ name: binstore }],
    conditions: { git: 'served' }
  })
  stock = join(scenario.folder, 'stock')
  mkdirSync(stock)
  symlinkSync(process.execPath, join(stock, 'node'))
  for (const name of readdirSync('/usr/bin')) {
    if (!name.startsWith('nix') && name !== 'node')
      symlinkSync(`/usr/bin/${name}`, join(stock, name))
  }
})
// What reads or prunes a cache finds one, whichever of them runs.
beforeAll(async () => {
  const [first] = snippetsOf('yaml')
  if (first !== undefined) await run(first)
})
afterAll(() => scenario.close())

/** cachix/install-nix-action: from then on the job has Nix. */
const installNix: StandIn = ({ temp }) => {
  for (const name of readdirSync('/usr/bin').filter((name) => name.startsWith('nix'))) {
    symlinkSync(`/usr/bin/${name}`, join(dirname(temp), 'nix-bin', name))
  }
  return Promise.resolve({})
}

/** Actions of others that make something of nothing: a token, a page. */
const others: Readonly<Record<string, StandIn>> = {
  'actions/create-github-app-token': () => Promise.resolve({ token: 'writer-token' })
}

/** Of GitHub's runners. */
function systemOf(labels: readonly string[]): string {
  if (labels.some((label) => label.startsWith('macos-'))) return 'aarch64-darwin'
  return labels.some((label) => label.endsWith('-arm')) ? 'aarch64-linux' : 'x86_64-linux'
}

/** The first that starts it. */
function eventOf(workflow: string): string {
  return Object.keys((parse(workflow) as { on: object }).on)[0] ?? ''
}

async function run(snippet: Snippet): Promise<WorkflowEnd> {
  const { github, folder, key, nixEnv } = scenario
  const own = mkdtempSync(join(folder, 'snippet-'))
  const file = join(own, 'workflow.yml')
  const text = wholeWorkflow(snippet)
  writeFileSync(file, text)
  const event = eventOf(text)
  // What is built is new each time: nothing that an earlier snippet published answers for this one.
  const sha = await github.commitFiles(project, 'main', snippetFlakes(), 'a flake')
  const jobs = join(own, 'jobs')
  mkdirSync(jobs)
  const artifacts = newArtifacts(scenario)
  return runWorkflow({
    ...{ file: relative(root, file), root, folder: jobs },
    event: { name: event, payload: {} },
    github: { repository: project, sha, server_url: github.serverUrl, api_url: github.apiUrl },
    secrets: {
      ...{ NIX_SIGNING_KEY: key.secret, PUBLISHER_APP_KEY: 'pem' },
      ...{ BINSTORE_TOKEN: 'writer-token', INPUTS_TOKEN: 'none' }
    },
    vars: { PUBLISHER_APP_ID: '1' },
    tokenOf: ({ contents }) => (contents === 'write' ? 'writer-token' : 'reader-token'),
    env: { XDG_CACHE_HOME: nixEnv['XDG_CACHE_HOME'] ?? '' },
    machineOf: (labels, job) => {
      mkdirSync(join(job, 'nix-bin'))
      const { NIX_CONFIG: settings = nixConfig, ...machine } = machineOf(systemOf(labels))
      // As the installation leaves them, so that a step may have NIX_CONFIG for itself.
      writeFileSync(join(job, 'nix.conf'), settings)
      return {
        ...{ ...machine, HOME: job, NIX_CONF_DIR: job },
        PATH: [join(job, 'nix-bin'), stock].join(delimiter)
      }
    },
    standIns: ({ token }) => ({
      ...artifacts.actions('4711'),
      ...others,
      'cachix/install-nix-action': installNix,
      'actions/checkout': checkoutAction({
        ...{ repository: project, sha, token },
        remoteOf: (name) => `${github.serverUrl}/${name}`
      })
    })
  })
}

/** Which steps failed, with what they said. */
const failed = ({ jobs }: WorkflowEnd): string[] =>
  jobs.flatMap(({ id, ends }) =>
    ends
      .filter(({ exitCode }) => exitCode !== 0)
      .map(({ title, errors, log }) => `${id}, ${title}: ${errors.join('\n') || log}`)
  )

const publishing = ({ mode, phase, 'dry-run': dry, 'on-pull-request': pull }: Given): boolean =>
  mode === 'publish' && phase !== 'pack' && phase !== 'rebuild' && dry !== 'true' && pull !== 'pin'

test.each(elsewhere)('%s is of a snippet that is there: %s', (what, why) => {
  expect(snippetsOf('yaml').some(({ text }) => what.test(text))).toBe(true)
  expect(readdirSync(import.meta.dirname)).toContain(why.replace(/.*: /, ''))
})

test.each(snippetsOf('yaml').filter((snippet) => !isElsewhere(snippet)))(
  '$name runs as pasted',
  async (snippet) => {
    const end = await run(snippet)
    expect([failed(end), end.result]).toEqual([[], 'success'])
    // A publish has brought something: what is built is new each time. A pull request's is only built.
    if (eventOf(wholeWorkflow(snippet)) === 'pull_request') return
    const publishes = end.jobs.flatMap(({ ends }) =>
      ends.filter(({ given, title }) => publishing(given) && !title.startsWith('post: '))
    )
    const empty = publishes.filter(({ outputs }) => !(outputs['published'] ?? '').includes('/nix/'))
    expect(empty.map(({ title, summary }) => `${title}: ${summary}`)).toEqual([])
  },
  120_000
)

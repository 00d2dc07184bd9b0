import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { idToken, pagesActions } from '../support/github/pages-actions.ts'
import { startGitHub, type GitHubServer } from '../support/github/server.ts'
import { removeFolder } from '../support/nix.ts'
import { runJob } from '../support/workflow-job.ts'
import { checkRequests, createClient, writer } from './client.ts'

const store = 'alice/store'
const deployments = '/repos/alice/store/pages/deployments'
const commit = '0123456789abcdef0123456789abcdef01234567'
let github: GitHubServer
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'))
  github = await startGitHub({
    repositories: [{ name: store, pages: { buildType: 'workflow' } }, { name: 'alice/other' }],
    tokens: { writer, 'without-pages': { login: 'alice', access: 'write', lacks: ['pages'] } }
  })
})
afterEach(async () => {
  checkRequests(github)
  await github.close()
  await removeFolder(folder)
})

const page = async () => (await createClient(github).call('GET', '/repos/alice/store/pages')).json
const get = (path: string) => fetch(github.pagesUrl(store) + path)
/** The folder as an artifact. */
const pack = (): Buffer => execFileSync('tar', ['-cf', '-', '-C', join(folder, 'site'), '.'])
function writeSite(files: Record<string, string>): void {
  mkdirSync(join(folder, 'site'), { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, 'site', name), content)
  }
}
const deploy = (body: object, token = 'writer') =>
  createClient(github, token).call('POST', deployments, {
    pages_build_version: commit,
    oidc_token: idToken(store),
    ...body
  })
const statusOf = async () =>
  (await createClient(github).call('GET', `${deployments}/${commit}`)).json?.['status']

test('what a workflow deploys is served once the deployment is done, hidden files too', async () => {
  expect(await page()).toMatchObject({ build_type: 'workflow', status: null })
  expect((await get('README.md')).status).toBe(404)
  writeSite({ f: 'f', _g: 'g', '.nojekyll': '' })
  github.change({ pagesBuildMs: 3_600_000 })
  const answer = await deploy({ artifact_id: github.storeArtifact(store, pack()) })
  expect([answer.status, answer.json]).toEqual([
    200,
    {
      id: commit,
      status_url: `${github.apiUrl}${deployments}/${commit}`,
      page_url: github.pagesUrl(store)
    }
  ])
  expect([await statusOf(), (await get('f')).status]).toEqual(['deployment_in_progress', 404])
  github.change({ pagesBuildMs: 0 })
  expect([await statusOf(), (await page())?.['status']]).toEqual(['succeed', 'built'])
  const first = await get('f')
  expect([await first.text(), await (await get('_g')).text()]).toEqual(['f', 'g'])
  const headers = { 'if-none-match': String(first.headers.get('etag')) }
  expect((await fetch(`${github.pagesUrl(store)}f`, { headers })).status).toBe(304)
  // The branch is not what is served.
  expect((await get('README.md')).status).toBe(404)
})

test('the artifact may be an address as well, and a later deployment replaces the whole site', async () => {
  writeSite({ f: 'f', g: 'g' })
  await deploy({ artifact_id: github.storeArtifact(store, pack()) })
  writeSite({ f: 'new' })
  execFileSync('rm', [join(folder, 'site', 'g')])
  const release = github.makeRelease(store, { tag: 'v1' }, [
    { name: 'site.tar', state: 'uploaded', bytes: pack() }
  ])
  const url = `${github.serverUrl}/alice/store/releases/download/${release.tag}/site.tar`
  expect((await deploy({ artifact_url: url })).status).toBe(200)
  expect([await (await get('f')).text(), (await get('g')).status]).toEqual(['new', 404])
})

test('is refused without the permission, a token of this repository’s run, an artifact of it, or Pages', async () => {
  writeSite({ f: 'f' })
  const artifact = { artifact_id: github.storeArtifact(store, pack()) }
  expect((await deploy(artifact, 'without-pages')).status).toBe(403)
  expect((await deploy({ ...artifact, oidc_token: idToken('alice/other') })).status).toBe(400)
  expect((await deploy({ artifact_id: github.storeArtifact('alice/other', pack()) })).status).toBe(
    404
  )
  await github.configurePages(store, null)
  expect((await deploy(artifact)).status).toBe(404)
})

test('fails on what is no tar, on links, and over the limit; what was served before stays', async () => {
  writeSite({ f: 'f' })
  const good = pack()
  await deploy({ artifact_id: github.storeArtifact(store, good) })
  await deploy({ artifact_id: github.storeArtifact(store, Buffer.from('no tar')) })
  expect(await statusOf()).toBe('deployment_content_failed')
  symlinkSync('f', join(folder, 'site', 'link'))
  await deploy({ artifact_id: github.storeArtifact(store, pack()) })
  expect(await statusOf()).toBe('deployment_content_failed')
  execFileSync('rm', [join(folder, 'site', 'link')])
  writeSite({ f: 'longer' })
  github.change({ largestSite: 5 })
  await deploy({ artifact_id: github.storeArtifact(store, pack()) })
  expect(await statusOf()).toBe('deployment_content_failed')
  expect(await (await get('f')).text()).toBe('f')
})

test('a cancelled deployment is never served', async () => {
  writeSite({ f: 'f' })
  github.change({ pagesBuildMs: 3_600_000 })
  await deploy({ artifact_id: github.storeArtifact(store, pack()) })
  const cancelled = await createClient(github).call('POST', `${deployments}/${commit}/cancel`)
  github.change({ pagesBuildMs: 0 })
  expect([cancelled.status, await statusOf(), (await get('f')).status]).toEqual([
    204,
    'deployment_cancelled',
    404
  ])
})

test('a workflow’s job uploads and deploys with stand-ins for GitHub’s actions', async () => {
  writeSite({ 'nix-cache-info': 'StoreDir: /nix/store\n', '.nojekyll': '' })
  const out = join(folder, 'job')
  mkdirSync(out)
  const standIns = pagesActions(github, { repository: store, token: 'writer', commit })
  const root = join(import.meta.dirname, '../..')
  const steps = await runJob({
    workflow: `
jobs:
  deploy:
    steps:
      - uses: actions/upload-pages-artifact@v4
        with: { path: site }
      - uses: actions/deploy-pages@v4
        id: deployment
      - run: echo "at \${{ steps.deployment.outputs.page_url }}"
`,
    job: 'deploy',
    ...{ root, workspace: folder, folder: out, standIns }
  })
  expect(steps.map(({ title, exitCode }) => [title, exitCode])).toEqual([
    ['actions/upload-pages-artifact@v4', 0],
    ['actions/deploy-pages@v4', 0],
    ['echo "at ${{ steps.deployment.outputs.page_url }}"', 0]
  ])
  expect(steps.at(-1)?.log).toContain(`at ${github.pagesUrl(store)}\n`)
  expect(await (await get('nix-cache-info')).text()).toBe('StoreDir: /nix/store\n')
  // As the action has it, unless it is asked for hidden files.
  expect((await get('.nojekyll')).status).toBe(404)

  github.change({ largestSite: 5 })
  const job = join(folder, 'again')
  mkdirSync(job)
  const failed = await runJob({
    workflow:
      'jobs: { deploy: { steps: [{ uses: actions/upload-pages-artifact@v4, with: { path: site } }, { uses: actions/deploy-pages@v4 }] } }',
    job: 'deploy',
    ...{ root, workspace: folder, folder: job, standIns }
  })
  expect(failed.map(({ errors }) => errors)).toEqual([
    [],
    ['Deployment failed: deployment_content_failed']
  ])
})

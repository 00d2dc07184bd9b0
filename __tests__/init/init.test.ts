import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workflowText } from '../../src/init/workflow-text.ts'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import {
  agreeing,
  flakeText,
  repository,
  startProject,
  states,
  writes,
  type Project
} from './fixture.ts'

let project: Project
beforeEach(async () => {
  project = await startProject()
})
afterEach(async () => {
  await project.close()
})

const keyFolder = () =>
  join(project.folder, 'home', '.config', 'nar-publish', '127.0.0.1', 'alice', 'project')
const workflow = () => join(project.checkout, '.github/workflows/publish.yml')
const read = (file: string): string => readFileSync(file, 'utf8')
const secretThere = () => project.github.secret(repository, 'NIX_SIGNING_KEY')

/** Every file of the project, its bytes and when it was written. */
function snapshot(): string[] {
  const { folder } = project
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\/(scratch|cache|objects)(\/|$)/.test(path.slice(folder.length)))
    .map((path) => {
      const stats = statSync(path)
      return `${path} ${stats.mode} ${stats.isFile() ? `${stats.mtimeMs} ${read(path)}` : ''}`
    })
    .sort()
}

test('a first day: key, secret, workflow, what waits for the first run, and a publish as a dry run', async () => {
  const ran = await project.init()
  expect(ran.error).toBeNull()
  expect(states(ran)).toEqual({
    key: 'done',
    secret: 'done',
    workflow: 'done',
    pages: 'left',
    publish: 'done'
  })
  const secret = read(join(keyFolder(), 'cache.secret'))
  expect(secret).toMatch(/^alice-project-1:/)
  expect(ran.report.publicKey).toBe(read(join(keyFolder(), 'cache.public')).trim())
  expect(await secretThere()).toBe(secret.trim())
  expect(ran.hidden).toContain(secret.trim())
  expect(readdirSync(keyFolder())).toEqual(['cache.public', 'cache.secret'])
  expect(statSync(keyFolder()).mode & 0o777).toBe(0o700)
  expect(statSync(join(keyFolder(), 'cache.secret')).mode & 0o777).toBe(0o600)
  expect(read(workflow())).toBe(
    workflowText({ attribute: '.#default', systems: null, branch: 'main' })
  )
  expect(ran.report.steps.flatMap(({ todo }) => todo)).toEqual([
    "git add .github/workflows/publish.yml && git commit -m 'Publish to a binary cache' && git push",
    `gh api -X POST repos/${repository}/pages -f 'source[branch]=nix-cache' -f 'source[path]=/'  # after the first run`
  ])
  // Told in the words of publish, and nothing is published.
  expect(ran.told).toContainEqual(
    expect.stringMatching(/^Dry run, nothing was written: .* would go to /)
  )
  expect(await project.github.head(repository, 'nix-cache')).toBeNull()
  expect(writes(project)).toEqual([`PUT /repos/${repository}/actions/secrets/NIX_SIGNING_KEY`])
  expect(judgeRequests(project.github.requests)).toEqual([])
})

test('a second run finds all of it and changes nothing, byte for byte', async () => {
  await project.init()
  const before = snapshot()
  const secret = await secretThere()
  project.github.reset()
  const again = await project.init()
  expect(again.error).toBeNull()
  expect(states(again)).toEqual({
    key: 'there',
    secret: 'there',
    workflow: 'there',
    pages: 'left',
    publish: 'done'
  })
  expect(writes(project)).toEqual([])
  expect(await secretThere()).toBe(secret)
  expect(snapshot()).toEqual(before)
  // The file that nobody has committed yet is still to be.
  expect(again.report.steps.flatMap(({ todo }) => todo).join('\n')).toContain('git commit')
  await project.git('add', '.')
  await project.git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'all')
  const committed = await project.init({ skip: new Set(['publish']) })
  expect(committed.report.steps.flatMap(({ todo }) => todo).join('\n')).not.toContain('git commit')
})

test('a dry run tells every step and does none', async () => {
  const before = snapshot()
  const ran = await project.init({ dryRun: true })
  expect(states(ran)).toEqual({
    key: 'planned',
    secret: 'planned',
    workflow: 'planned',
    pages: 'left',
    publish: 'planned'
  })
  expect(ran.told).toEqual([
    `key: make the key pair alice-project-1 in ${keyFolder()}`,
    `secret: store the secret NIX_SIGNING_KEY of ${repository} by GitHub’s API`,
    'workflow: write .github/workflows/publish.yml, which publishes .#default at each push to main',
    'publish: build .#default and publish it as a dry run, which writes nothing'
  ])
  expect(snapshot()).toEqual(before)
  expect(writes(project)).toEqual([])
})

test('each step is told, then asked about, and only then done; what is not wanted is left with its command', async () => {
  const asked: unknown[] = []
  const seen = (): unknown => [
    existsSync(keyFolder()),
    existsSync(workflow()),
    writes(project).length
  ]
  const questions = {
    ...agreeing,
    confirm: () => {
      asked.push(seen())
      return Promise.resolve(false)
    }
  }
  const ran = await project.init({}, { questions })
  expect(asked).toEqual([
    [false, false, 0],
    [false, false, 0],
    [false, false, 0],
    [false, false, 0]
  ])
  expect(seen()).toEqual([false, false, 0])
  expect(new Set(Object.values(states(ran)))).toEqual(new Set(['left']))
  expect(ran.report.steps.flatMap(({ todo }) => todo)).toEqual(
    expect.arrayContaining([
      'nix-store --generate-binary-cache-key alice-project-1 cache.secret cache.public',
      `gh secret set NIX_SIGNING_KEY --repo ${repository} < cache.secret`,
      `nar-publish publish '.#default' ${repository} --dry-run`
    ])
  )
})

test('steps that are skipped are not asked about, nor what only they need', async () => {
  const ran = await project.init(
    { skip: new Set(['key', 'secret', 'pages', 'publish']) },
    { token: 'without-secrets' }
  )
  expect(ran.error).toBeNull()
  expect(states(ran)).toMatchObject({
    key: 'left',
    secret: 'left',
    workflow: 'done',
    publish: 'left'
  })
})

describe('a run that was ended in between', () => {
  test('goes on with the key that it had made, whatever else it has left', async () => {
    await project.init({ skip: new Set(['secret', 'workflow', 'publish']) })
    const secret = read(join(keyFolder(), 'cache.secret'))
    writeFileSync(join(keyFolder(), '.cache.secret.unfinished'), 'half')
    mkdirSync(join(workflow(), '..'), { recursive: true })
    writeFileSync(join(workflow(), '..', '.publish.yml.unfinished'), 'name: pub')
    const ran = await project.init({ skip: new Set(['publish']) })
    expect(states(ran)).toMatchObject({ key: 'there', secret: 'done', workflow: 'done' })
    expect(read(join(keyFolder(), 'cache.secret'))).toBe(secret)
    expect(await secretThere()).toBe(secret.trim())
    expect(readdirSync(join(workflow(), '..'))).toEqual(['publish.yml'])
  })

  test('makes the key where it had not come so far', async () => {
    mkdirSync(keyFolder(), { recursive: true })
    writeFileSync(join(keyFolder(), '.cache.secret.unfinished'), 'half')
    const ran = await project.init({ skip: new Set(['publish']) })
    expect(states(ran)).toMatchObject({ key: 'done', secret: 'done' })
    expect(readdirSync(keyFolder())).toEqual(['cache.public', 'cache.secret'])
  })
})

test('a first publish that fails is the run’s error, and all else stays', async () => {
  await project.write('flake.nix', flakeText(['broken']))
  const ran = await project.init({ attribute: '.#broken' })
  expect(ran.error).toMatchObject({ code: 'BUILD_FAILED' })
  expect(states(ran)).toEqual({ key: 'done', secret: 'done', workflow: 'done', pages: 'left' })
  expect(await secretThere()).toMatch(/^alice-project-1:/)
  expect(read(workflow())).toContain('flake-attribute: .#broken')
})

test('all packages go to the workflow of several systems, and those of this machine are tried', async () => {
  const ran = await project.init({ attribute: '.#packages.*' })
  expect(ran.error).toBeNull()
  expect(ran.report.systems).toEqual(['x86_64-linux', 'aarch64-linux'])
  expect(read(workflow())).toContain('      systems: x86_64-linux aarch64-linux\n')
  expect(ran.told).toContain(
    'publish: build .#default .#tool and publish it as a dry run, which writes nothing'
  )
})

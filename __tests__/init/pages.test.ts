import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import type { tokens } from './fixture.ts'
import { repository, startProject, writes, type Project } from './fixture.ts'

let project: Project
beforeEach(async () => {
  project = await startProject()
})
afterEach(async () => {
  await project.close()
})

const skip = new Set(['key', 'secret', 'workflow', 'publish'] as const)
const byHand = () =>
  `gh api --hostname ${new URL(project.github.serverUrl).host} -X POST repos/${repository}/pages -f 'source[branch]=nix-cache' -f 'source[path]=/'`
const makeBranch = (name = 'nix-cache') =>
  project.github.commitFiles(repository, name, { 'nix-cache-info': 'StoreDir: /nix/store\n' }, 'a')

async function pages(token: keyof typeof tokens = 'administrator') {
  const ran = await project.init({ skip }, { token })
  return { ...ran, end: ran.report.steps.find(({ step }) => step === 'pages') }
}

test('are switched on once there is a branch to serve, and then stay', async () => {
  // Not that of another name that begins so.
  await makeBranch('nix-cache-old')
  expect((await pages()).end).toMatchObject({
    state: 'left',
    todo: [`${byHand()}  # after the first run`]
  })
  expect(writes(project)).toEqual([])
  await makeBranch()
  const text = `GitHub Pages of ${repository} serves branch "nix-cache", folder "/" at ${project.github.pagesUrl(repository)}`
  expect((await pages()).end).toEqual({ step: 'pages', state: 'done', text, todo: [] })
  expect(writes(project)).toEqual([`POST /repos/${repository}/pages`])
  const answer = await fetch(`${project.github.pagesUrl(repository)}nix-cache-info`)
  expect(await answer.text()).toBe('StoreDir: /nix/store\n')
  expect((await pages()).end).toEqual({ step: 'pages', state: 'there', text, todo: [] })
  expect(writes(project)).toHaveLength(1)
  expect(judgeRequests(project.github.requests)).toEqual([])
})

test.each([
  [{ branch: 'main', path: '/docs' } as const, 'serves branch "main", folder "/docs"'],
  [{ buildType: 'workflow' } as const, 'serves what a workflow deploys']
])('that serve something else stay: %j', async (settings, words) => {
  await makeBranch()
  await project.github.configurePages(repository, settings)
  expect((await pages()).end).toMatchObject({
    state: 'there',
    text: expect.stringContaining(words)
  })
  expect(writes(project)).toEqual([])
})

test('that are on and not for this token to see stay as well', async () => {
  await makeBranch()
  await project.github.configurePages(repository, { branch: 'main' })
  project.github.change({ pagesHidden: true })
  expect((await pages('without-administration')).end).toMatchObject({
    state: 'there',
    text: `GitHub Pages of ${repository} is on, and what it serves is not for this token to see`
  })
})

test('without leave to switch them on are an error with the permission by its name', async () => {
  await makeBranch()
  const { error } = await pages('without-administration')
  expect(error).toMatchObject({
    code: 'TOKEN_FORBIDDEN',
    hint: expect.stringContaining('“Administration: read and write”')
  })
})

test('of a private repository stay off: what it holds would be for everybody to read', async () => {
  await project.close()
  project = await startProject({ repositories: [{ name: repository, private: true }] })
  await makeBranch()
  const { error, end } = await pages()
  expect(error).toBeNull()
  expect(end).toMatchObject({
    state: 'left',
    text: `${repository} is private, and a site of Pages is not: readers get its raw files, with a token`,
    todo: []
  })
  expect(writes(project)).toEqual([])
})

test('whose answer is lost are seen to be on', async () => {
  await makeBranch()
  project.github.loseReply({ method: 'POST', path: /\/pages$/ })
  const { error, end } = await pages()
  expect(error).toBeNull()
  expect(end).toMatchObject({ state: 'done', text: expect.stringContaining('branch "nix-cache"') })
})

test('of which nothing is known after an outage are an error', async () => {
  await makeBranch()
  project.github.failNext({ method: 'POST', path: /\/pages$/ }, { status: 502, message: 'oh' }, 9)
  expect((await pages()).error).toMatchObject({ code: 'GITHUB_UNAVAILABLE' })
})

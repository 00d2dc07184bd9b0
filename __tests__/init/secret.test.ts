import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryForGh } from '../../src/init/gh.ts'
import { seal } from '../../src/init/seal.ts'
import { output } from '../support/program.ts'
import { repository, startProject, states, writes, type Project } from './fixture.ts'

let project: Project
beforeEach(async () => {
  project = await startProject()
})
afterEach(async () => {
  await project.close()
})

/** The steps that this is about. */
const skip = new Set(['workflow', 'pages', 'publish'] as const)
const host = (): string => new URL(project.github.serverUrl).host
const stored = () => project.github.secret(repository, 'NIX_SIGNING_KEY')
const put = `PUT /repos/${repository}/actions/secrets/NIX_SIGNING_KEY`
const folderOf = (name: string): string => join(project.folder, name)
const secretIn = (folder: string): string =>
  readFileSync(join(folder, 'cache.secret'), 'utf8').trim()

/** Leaves its arguments, its input and its environment in files, and does what `then` says. */
function recordingGh(then: string): void {
  project.installGh(`
    const { appendFileSync, readFileSync } = require('node:fs')
    const args = process.argv.slice(2)
    const isSet = args[0] === 'secret'
    const input = isSet ? readFileSync(0, 'utf8') : ''
    appendFileSync(${JSON.stringify(folderOf('gh.json'))}, JSON.stringify({ args, input, env: process.env }) + '\\n')
    ${then}`)
}
interface Call {
  args: string[]
  input: string
  env: Record<string, string>
}
const ghCalls = (): Call[] =>
  readFileSync(folderOf('gh.json'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Call)

describe('a secret that is there', () => {
  beforeEach(async () => {
    await project.init({ skip, keyFolder: folderOf('first') })
    project.github.reset()
  })

  test('stays, and no key is made beside it', async () => {
    const ran = await project.init({ skip, keyFolder: folderOf('second') })
    expect(states(ran)).toMatchObject({ key: 'there', secret: 'there' })
    expect(ran.report.publicKey).toBeNull()
    expect(existsSync(folderOf('second'))).toBe(false)
    expect(writes(project)).toEqual([])
  })

  test('is replaced when that is asked for, by a new key or the one that is in the folder', async () => {
    const replaceSecret = true
    const ran = await project.init({
      skip,
      replaceSecret,
      keyFolder: folderOf('second'),
      keyName: 'project-2'
    })
    expect(states(ran)).toMatchObject({ key: 'done', secret: 'done' })
    expect(await stored()).toBe(secretIn(folderOf('second')))
    expect(await stored()).toMatch(/^project-2:/)
    const back = await project.init({ skip, replaceSecret, keyFolder: folderOf('first') })
    expect(states(back)).toMatchObject({ key: 'there', secret: 'done' })
    expect(await stored()).toBe(secretIn(folderOf('first')))
    expect(writes(project)).toEqual([put, put])
  })
})

describe('a token that may not', () => {
  test('know of secrets ends the run before anything is done, with the permission by its name', async () => {
    await expect(project.init({}, { token: 'without-secrets' })).rejects.toMatchObject({
      code: 'TOKEN_FORBIDDEN',
      subject: repository,
      reason: expect.stringContaining('it needs the permission secrets=read'),
      hint: expect.stringContaining('“Secrets: read and write”')
    })
    expect(existsSync(folderOf('home'))).toBe(false)
    expect(writes(project)).toEqual([])
  })

  test('is not taken for a secret that is not there, when GitHub answers 404', async () => {
    project.github.failNext({ path: /public-key$/ }, { status: 404, message: 'Not Found' })
    await expect(project.init()).rejects.toMatchObject({
      code: 'TOKEN_FORBIDDEN',
      hint: expect.stringContaining('“Secrets: read and write”')
    })
    expect(writes(project)).toEqual([])
  })

  test('write them keeps the key that was made, for a run with another token', async () => {
    const refused = { status: 403, message: 'Resource not accessible by personal access token' }
    project.github.failNext({ method: 'PUT' }, refused)
    const ran = await project.init({ keyFolder: folderOf('keys') })
    expect(ran.error).toMatchObject({
      code: 'TOKEN_FORBIDDEN',
      hint: expect.stringContaining('“Secrets: read and write”')
    })
    expect(states(ran)).toEqual({ key: 'done' })
    const again = await project.init({ skip, keyFolder: folderOf('keys') })
    expect(states(again)).toMatchObject({ key: 'there', secret: 'done' })
    expect(await stored()).toBe(secretIn(folderOf('keys')))
  })
})

test('an answer that is lost does not lose the secret', async () => {
  project.github.loseReply({ method: 'PUT' })
  const ran = await project.init({ skip, keyFolder: folderOf('keys') })
  expect(ran.error).toBeNull()
  expect(await stored()).toBe(secretIn(folderOf('keys')))
})

test('a public key of GitHub’s that is none is an error, and nothing is sealed by it', async () => {
  project.github.failNext(
    { path: /public-key$/ },
    {
      status: 200,
      message: '',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key_id: '1', key: 'c2hvcnQ=' })
    }
  )
  await expect(project.init()).rejects.toMatchObject({ code: 'GITHUB_ANSWER_INVALID' })
})

test('what is sealed is another text each time', async () => {
  const key = Buffer.alloc(32, 9).toString('base64')
  const sealed = [await seal('text', key), await seal('text', key)]
  // 32 bytes of a key that is used once, 16 that prove the content.
  expect(sealed.map((text) => Buffer.from(text, 'base64').length)).toEqual([52, 52])
  expect(new Set(sealed).size).toBe(2)
})

describe('gh', () => {
  const loggedIn = `if (!isSet) console.log('administrator')`
  /** As gh does it: it seals, and asks the API. */
  const storing = (): string => `
    ${loggedIn}
    else (async () => {
      const { createRequire } = require('node:module')
      const sodium = createRequire(${JSON.stringify(join(import.meta.dirname, 'x'))})('libsodium-wrappers')
      await sodium.ready
      const address = ${JSON.stringify(`${project.github.apiUrl}/repos/${repository}/actions/secrets/`)}
      const headers = { authorization: 'Bearer administrator' }
      const { key, key_id } = await (await fetch(address + 'public-key', { headers })).json()
      const encrypted_value = Buffer.from(sodium.crypto_box_seal(input, Buffer.from(key, 'base64'))).toString('base64')
      await fetch(address + args[2], { method: 'PUT', headers, body: JSON.stringify({ key_id, encrypted_value }) })
    })()`

  test('stores it where it is logged in: the key goes over standard input alone', async () => {
    recordingGh(storing())
    const ran = await project.init({ skip, keyFolder: folderOf('keys') }, { token: null })
    expect(ran.error).toBeNull()
    const secret = secretIn(folderOf('keys'))
    expect(await stored()).toBe(secret)
    expect(ghCalls().map(({ args, input }) => ({ args, input }))).toEqual([
      { args: ['auth', 'token', '--hostname', host()], input: '' },
      {
        args: ['secret', 'set', 'NIX_SIGNING_KEY', '--repo', `${host()}/${repository}`],
        input: secret
      }
    ])
    for (const { args, env } of ghCalls()) {
      expect(JSON.stringify([args, env])).not.toContain(secret.split(':')[1])
      expect(env).toMatchObject({ GH_PROMPT_DISABLED: '1' })
    }
  })

  test('is not asked where a token is given', async () => {
    recordingGh(storing())
    await project.init({ skip, keyFolder: folderOf('keys') })
    expect(existsSync(folderOf('gh.json'))).toBe(false)
    expect(await stored()).toBe(secretIn(folderOf('keys')))
  })

  test.each([
    ['prints words', `console.log('You are not logged into any GitHub hosts.')`],
    ['prints nothing', ''],
    ['fails', `console.log('administrator'); process.exit(4)`]
  ])('that %s for a token is not logged in', async (_, then) => {
    recordingGh(then)
    await expect(project.init({ skip }, { token: null })).rejects.toMatchObject({
      // As a stranger, who is told nothing of secrets.
      code: expect.stringMatching(/^TOKEN_/)
    })
    expect(writes(project)).toEqual([])
  })

  test('that fails is told in its words, without the key that it repeats', async () => {
    recordingGh(`${loggedIn}\nelse { console.error('HTTP 403: no ' + input); process.exit(1) }`)
    const ran = await project.init({ skip, keyFolder: folderOf('keys') }, { token: null })
    expect(ran.error).toMatchObject({
      code: 'GITHUB_REFUSED',
      reason: expect.stringContaining('HTTP 403: no ***'),
      hint: expect.stringContaining('gh auth status')
    })
    expect(JSON.stringify(ran.error)).not.toContain(secretIn(folderOf('keys')).split(':')[1])
  })

  test('that says it did and did not is not believed', async () => {
    recordingGh(loggedIn)
    const ran = await project.init({ skip, keyFolder: folderOf('keys') }, { token: null })
    const end = ran.report.steps.find(({ step }) => step === 'secret')
    expect(end).toMatchObject({
      state: 'left',
      text: '`gh secret set` took the secret, and GitHub does not list it yet',
      todo: [
        `gh secret list --repo ${host()}/${repository}`,
        expect.stringContaining(`--repo ${host()}/${repository} < `)
      ]
    })
    expect(await stored()).toBeNull()
  })
})

test('names no host to gh where that is GitHub’s own', () => {
  const at = (serverUrl: string) => repositoryForGh({ serverUrl }, repository)
  expect([at('https://github.com'), at('https://git.example.org')]).toEqual([
    repository,
    `git.example.org/${repository}`
  ])
})

test('a key in a folder with blanks and quotes is stored by a command that can be pasted', async () => {
  const folder = folderOf("it's here")
  const questions = {
    confirm: () => Promise.resolve(existsSync(folder) ? false : true),
    choose: () => Promise.resolve('.#default')
  }
  const ran = await project.init({ skip, keyFolder: folder }, { questions })
  const [command = ''] = ran.report.steps.flatMap(({ todo }) => todo)
  // What a shell makes of it.
  writeFileSync(folderOf('paste'), command.replace(/^gh secret set .* < /, 'cat '))
  expect(await output('bash', [folderOf('paste')])).toBe(secretIn(folder))
})

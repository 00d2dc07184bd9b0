import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NarPublishError } from '../../../src/errors.ts'
import { silentLog } from '../../../src/log.ts'
import { shortName } from '../../../src/repository/git/target.ts'
import { startGitHttp, type GitHttpServer } from '../../support/git-http.ts'
import { fastPace, hashOf, publishing, Scratch } from '../github/fixture.ts'
import { cleanEnvironment, git, Hosts, tree } from './fixture.ts'

const hosts = new Hosts()
const scratch = new Scratch()
let http: GitHttpServer

beforeAll(async () => {
  http = await startGitHttp({ root: hosts.root })
})

afterAll(async () => {
  await http.close()
  hosts.remove()
  scratch.remove()
})

function urlOf(repository: string): string {
  return http.url + repository.slice(hosts.root.length)
}

async function errorOf(doing: Promise<unknown>): Promise<NarPublishError> {
  try {
    await doing
  } catch (error) {
    return error as NarPublishError
  }
  throw new Error('no error')
}

async function cloned(repository: string): Promise<string> {
  const clone = hosts.folder()
  await git(clone, 'clone', '--quiet', `file://${repository}`, '.')
  await git(clone, 'fsck', '--strict', '--full')
  return clone
}

test('which narinfos are missing is known without another connection', async () => {
  const repository = await hosts.bare()
  const [there, gone] = [hashOf('there'), hashOf('gone')]
  await hosts.commit(repository, { [`${there}.narinfo`]: 'x\n', [`nar/${gone}.narinfo`]: 'x\n' })
  const target = await hosts.open(urlOf(repository), { branch: 'main' })
  const snapshot = await target.snapshot()
  expect(await snapshot.missingNarInfos([there, gone])).toEqual(new Set([gone]))
  expect(target.requests.git).toBe(1)
})

test('the README comes with the first file that is read, and with no other connection', async () => {
  const repository = await hosts.bare()
  await hosts.commit(repository, { 'README.md': '# s\n', 'catalogue.json': '{}', other: 'x' })
  const target = await hosts.open(urlOf(repository), { branch: 'main' })
  const snapshot = await target.snapshot()
  expect((await snapshot.readFile('catalogue.json'))?.toString()).toBe('{}')
  expect(target.requests.git).toBe(2)
  expect((await snapshot.readFile('README.md'))?.toString()).toBe('# s\n')
  expect(target.requests.git).toBe(2)
  await snapshot.readFile('other')
  expect(target.requests.git).toBe(3)
})

describe.each([
  ['a path', (repository: string) => repository],
  ['a file address', (repository: string) => `file://${repository}`],
  ['http', urlOf]
])('a bare repository, by %s', (_name, address) => {
  test('that is empty gets its first commit, on the branch that it calls its default', async () => {
    const repository = await hosts.bare({ branch: 'trunk' })
    const nar = scratch.nar('first')
    const { target, changed, attempts, route } = await hosts.publish(address(repository), [nar])
    expect({ branch: target.branch, changed, attempts, route }).toEqual({
      branch: 'trunk',
      changed: true,
      attempts: 1,
      route: 'push'
    })
    expect((await tree(repository, 'trunk')).map((line) => line.split('\t')[1])).toEqual(
      ['README.md', 'catalogue.json', `${hashOf(nar.path)}.narinfo`, nar.path].sort()
    )
    expect(await git(repository, 'rev-list', '--count', 'trunk')).toBe('1')
    await cloned(repository)
  })

  test('with other files keeps them as they are, and fetches none of them', async () => {
    const repository = await hosts.bare()
    const big = randomBytes(300_000)
    const before = await hosts.commit(repository, {
      'README.md': 'mine\r\n',
      'nar/zz/other.nar': big,
      'nar/zz/another.nar': randomBytes(300_000),
      'docs/with space/ü.txt': 'x',
      'x.narinfo': 'StorePath: x\n'
    })
    const listed = await tree(repository)
    const nar = scratch.nar(randomBytes(1000))
    const { target, commit } = await hosts.publish(address(repository), [nar])
    expect(await git(repository, 'rev-parse', 'main', 'main~1')).toBe(`${commit}\n${before}`)
    const after = await tree(repository)
    expect(listed.filter((line) => !line.endsWith('\tREADME.md'))).toEqual(
      after.filter((line) => listed.includes(line))
    )
    expect(await git(repository, 'show', 'main:README.md')).toMatch(/^mine\r\n/)
    // The branch, README, the push: everything else would be one more.
    expect(target.requests).toEqual({ api: 0, raw: 0, git: 4 })
    await cloned(repository)
  })
})

test('an ssh host is pushed to with what the user has set up for ssh', async () => {
  const repository = await hosts.bare()
  await hosts.commit(repository, { 'README.md': '# s\n' })
  const ssh = join(hosts.folder(), 'ssh')
  // As ssh does it at the far end: the last argument is the command.
  writeFileSync(ssh, '#!/bin/sh\nfor command; do :; done\nexec sh -c "$command"\n', { mode: 0o755 })
  const env = { ...cleanEnvironment(), GIT_SSH: ssh, GIT_SSH_VARIANT: 'ssh' }
  for (const url of [`git@host.example:${repository}`, `ssh://git@host.example:22${repository}`]) {
    const { changed } = await hosts.publish(url, [scratch.nar(url)], { env })
    expect(changed).toBe(true)
  }
  await cloned(repository)
})

test('a branch that does not exist is made without a parent, and no other is touched', async () => {
  const repository = await hosts.bare()
  const main = await hosts.commit(repository, { 'src.txt': 'source' })
  const { target, commit } = await hosts.publish(urlOf(repository), [scratch.nar('orphan')], {
    branch: 'nix-cache'
  })
  expect(await git(repository, 'rev-list', '--count', 'nix-cache')).toBe('1')
  expect(await git(repository, 'rev-parse', 'main', 'nix-cache')).toBe(`${main}\n${commit}`)
  // The branch is named, so it need not be asked for: fetch, push.
  expect(target.requests.git).toBe(2)
})

test('a second publish sends its own files and deltas, and gets only what it merges with', async () => {
  const repository = await hosts.bare()
  const many = Array.from({ length: 300 }, (_, i) => [
    `${hashOf(String(i))}.narinfo`,
    'x'.repeat(400)
  ])
  const nars = Array.from({ length: 20 }, (_, i) => [`nar/aa/${i}.nar`, randomBytes(50_000)])
  await hosts.commit(repository, {
    ...(Object.fromEntries([...many, ...nars]) as Record<string, string | Buffer>),
    'catalogue.json': Array.from({ length: 3000 }, (_, i) => `nar/${hashOf(`n${i}`)}\n`)
      .sort()
      .join('')
  })
  http.requests.length = 0
  const { changed } = await hosts.publish(urlOf(repository), [scratch.nar(randomBytes(10_000))], {
    branch: 'main'
  })
  expect(changed).toBe(true)
  const up = http.requests.reduce((sum, request) => sum + request.up, 0)
  const down = http.requests.reduce((sum, request) => sum + request.down, 0)
  expect(up).toBeLessThan(10_000 + 16_000)
  // Folders and the catalogue; the NARs are 1 MB.
  expect(down).toBeLessThan(120_000)
  await cloned(repository)
})

test('nothing to change makes no commit', async () => {
  const repository = await hosts.bare()
  const nar = scratch.nar('twice')
  const first = await hosts.publish(urlOf(repository), [nar])
  const second = await hosts.publish(urlOf(repository), [nar])
  expect(second).toMatchObject({ changed: false, attempts: 0, commit: first.commit })
})

test('a branch that moves between fetch and push is merged with, not overwritten', async () => {
  const repository = await hosts.bare()
  await hosts.commit(repository, { 'README.md': '# s\n' })
  const nar = scratch.nar('mine')
  const theirs = scratch.nar('theirs')
  const target = await hosts.open(urlOf(repository))
  const before = await target.snapshot()
  await hosts.publish(repository, [theirs])
  const result = await target.commit([nar], before, publishing([nar]))
  expect(result).toMatchObject({ changed: true, attempts: 2 })
  expect(await git(repository, 'show', 'main:catalogue.json')).toBe(
    [nar.path, theirs.path].sort().join('\n')
  )
  expect(await git(repository, 'rev-list', '--count', 'main')).toBe('3')
})

test('a branch that moves while the pack is on its way is merged with', async () => {
  const repository = await hosts.bare()
  await hosts.commit(repository, { 'README.md': '# s\n' })
  const theirs = scratch.nar('theirs too')
  http.beforePush = async () => {
    http.beforePush = null
    await hosts.publish(repository, [theirs])
  }
  const nar = scratch.nar('mine too')
  const { attempts } = await hosts.publish(urlOf(repository), [nar])
  expect(attempts).toBe(2)
  expect(await git(repository, 'show', 'main:catalogue.json')).toBe(
    [nar.path, theirs.path].sort().join('\n')
  )
})

test.each([
  [8, 0],
  [4, 3]
])('%d publishers at once all land, in a repository with %d files', async (count, files) => {
  const repository = await hosts.bare()
  for (let i = 0; i < files; i++) await hosts.commit(repository, { [`f${i}`]: String(i) })
  const nars = Array.from({ length: count }, (_, i) => scratch.nar(`${files} of ${i}`))
  const results = await Promise.all(
    nars.map((nar, i) => {
      const url = i % 2 === 0 ? repository : urlOf(repository)
      return hosts.publish(url, [nar], { pace: fastPace(1, i + 1) })
    })
  )
  expect(results.every(({ changed }) => changed)).toBe(true)
  expect(await git(repository, 'show', 'main:catalogue.json')).toBe(
    nars
      .map(({ path }) => path)
      .sort()
      .join('\n')
  )
  expect(await git(repository, 'rev-list', '--count', 'main')).toBe(String(count + files))
  expect(await git(repository, 'log', '--merges', '--format=%H', 'main')).toBe('')
  await cloned(repository)
})

test('a host without partial clones works too, with a warning', async () => {
  const repository = await hosts.bare({ filter: false })
  await hosts.commit(repository, { 'README.md': '# s\n', 'nar/aa/x.nar': randomBytes(1000) })
  const warnings: string[] = []
  const log = { ...silentLog, warning: (line: string) => warnings.push(line) }
  const { changed } = await hosts.publish(urlOf(repository), [scratch.nar('full')], { log })
  expect(changed).toBe(true)
  expect(warnings).toEqual([expect.stringMatching(/uploadpack\.allowFilter/)])
  await cloned(repository)
})

test('a host that knows partial clones, and gives no file by its name, works too: 3 publishers at once all land', async () => {
  const repository = await hosts.bare()
  await hosts.commit(repository, { 'README.md': '# s\n', 'nar/aa/x.nar': randomBytes(1000) })
  // As sshd does by default, which lets git's variable pass no more than others: the protocol is of version 0 then.
  const ssh = join(hosts.folder(), 'ssh')
  writeFileSync(ssh, '#!/bin/sh\nshift\nunset GIT_PROTOCOL\nexec sh -c "$*"\n', { mode: 0o755 })
  const env = { ...cleanEnvironment(), GIT_SSH: ssh, GIT_SSH_VARIANT: 'simple' }
  const warnings: string[] = []
  const log = { ...silentLog, warning: (line: string) => warnings.push(line) }
  const results = await Promise.all(
    ['a', 'b', 'c'].map((name, i) =>
      hosts.publish(`ssh://host${repository}`, [scratch.nar(`by ${name}`)], {
        ...{ env, log, pace: fastPace(1, i + 1) }
      })
    )
  )
  expect(results.every(({ changed }) => changed)).toBe(true)
  expect(await git(repository, 'rev-list', '--count', 'main')).toBe('4')
  expect(new Set(warnings)).toEqual(new Set([expect.stringMatching(/AcceptEnv GIT_PROTOCOL/)]))
  await cloned(repository)
})

describe('what is lost on the way', () => {
  test('a push whose answer is lost counts once, though others landed after it', async () => {
    const repository = await hosts.bare()
    await hosts.commit(repository, { 'README.md': '# s\n' })
    http.losePushAnswers = 1
    const { changed, commit } = await hosts.publish(urlOf(repository), [scratch.nar('lost')])
    expect(changed).toBe(true)
    expect(await git(repository, 'rev-list', 'main')).toMatch(new RegExp(`^${commit}\n.{40}$`))
  })

  test('a host that answers 502 a few times is asked again', async () => {
    const repository = await hosts.bare()
    http.badGateways = 2
    const { changed } = await hosts.publish(urlOf(repository), [scratch.nar('gateway')])
    expect(changed).toBe(true)
  })

  test('a host that stays away is GIT_UNREACHABLE', async () => {
    http.badGateways = 1000
    const error = await errorOf(
      hosts.open(`${http.url}/x.git`, { branch: 'main' }).then((t) => t.snapshot())
    )
    http.badGateways = 0
    expect(error.code).toBe('GIT_UNREACHABLE')
  })
})

describe('what is refused', () => {
  test('a hook’s words are in the error, and the branch stands', async () => {
    const repository = await hosts.bare()
    const before = await hosts.commit(repository, { 'README.md': '# s\n' })
    hosts.hook(repository, 'pre-receive', 'echo "no NARs on Fridays" >&2; exit 1')
    const error = await errorOf(hosts.publish(urlOf(repository), [scratch.nar('friday')]))
    expect(error).toMatchObject({
      code: 'PUSH_REJECTED',
      reason: expect.stringMatching(/pre-receive hook declined.*no NARs on Fridays/)
    })
    expect(await git(repository, 'rev-parse', 'main')).toBe(before)
  })

  test('a protected branch is BRANCH_RULE', async () => {
    const repository = await hosts.bare()
    await hosts.commit(repository, { 'README.md': '# s\n' })
    hosts.hook(
      repository,
      'pre-receive',
      'echo "error: GH013: Repository rule violations found for refs/heads/main." >&2; exit 1'
    )
    const error = await errorOf(hosts.publish(repository, [scratch.nar('rule')]))
    expect(error.code).toBe('BRANCH_RULE')
  })

  test('a repository that is not there', async () => {
    for (const url of [join(hosts.root, 'none.git'), `${http.url}/none.git`]) {
      const error = await errorOf(hosts.open(url))
      expect(error).toMatchObject({ code: 'REPOSITORY_NOT_FOUND', subject: url })
    }
  })

  test('a login that is missing, without asking anybody for it', async () => {
    const closed = await startGitHttp({
      root: hosts.root,
      login: { user: 'nix', password: 'opensesame' }
    })
    try {
      const repository = await hosts.bare()
      const url = closed.url + repository.slice(hosts.root.length)
      const error = await errorOf(hosts.open(url))
      expect(error.code).toBe('GIT_AUTH_FAILED')
      // With a credential helper, as a user has it.
      const helper = join(hosts.folder(), 'gitconfig')
      writeFileSync(
        helper,
        '[credential]\nhelper = "!echo username=nix; echo password=opensesame; :"\n'
      )
      const env = { ...cleanEnvironment(), GIT_CONFIG_GLOBAL: helper }
      const { changed } = await hosts.publish(url, [scratch.nar('login')], { env })
      expect(changed).toBe(true)
    } finally {
      await closed.close()
    }
  })

  test('git that is not installed', async () => {
    const error = await errorOf(
      hosts.open('/nowhere.git', { env: { ...cleanEnvironment(), PATH: '/nonexistent' } })
    )
    expect(error).toMatchObject({ code: 'GIT_MISSING', subject: 'git' })
  })

  test('a branch name that is an option or no name', async () => {
    for (const branch of ['--upload-pack=x', 'a..b', 'a b', 'x:y']) {
      const error = await errorOf(hosts.open('/nowhere.git', { branch }))
      expect(error.code).toBe('BRANCH_INVALID')
    }
  })
})

test('commits are nobody’s in particular, unless the user says whose', async () => {
  const repository = await hosts.bare()
  const { GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL, GIT_COMMITTER_NAME, GIT_COMMITTER_EMAIL, ...env } =
    cleanEnvironment()
  await hosts.publish(repository, [scratch.nar('nobody')], { env })
  expect(await git(repository, 'log', '-1', '--format=%an <%ae> %cn')).toBe(
    'nar-publish <nar-publish@noreply.invalid> nar-publish'
  )
  await hosts.publish(repository, [scratch.nar('somebody')])
  expect(await git(repository, 'log', '-1', '--format=%an <%ae> %cn')).toBe(
    `${GIT_AUTHOR_NAME} <${GIT_AUTHOR_EMAIL}> ${GIT_COMMITTER_NAME}`
  )
  expect(GIT_COMMITTER_EMAIL).toBe(GIT_AUTHOR_EMAIL)
})

test.each([
  ['https://git.example.org/nix/store.git', 'nix/store'],
  ['ssh://git@host:2222/~/a/b/store', 'b/store'],
  ['git@host:store.git', 'store'],
  ['/srv/git/nix/store.git', 'nix/store'],
  ['file:///store.git', 'store']
])('%s is called %s', (url, name) => {
  expect(shortName(url)).toBe(name)
})

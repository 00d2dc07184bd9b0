/** Whole jobs with `mode: hook`: what later steps build lands, whatever happens on the way. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readEnvironment } from '../../src/environment.ts'
import { startBackground } from '../../src/queue/background.ts'
import { makeFolders } from '../../src/queue/layout.ts'
import { cacheAddress } from '../support/cache-address.ts'
import { output } from '../support/program.ts'
import { bundles, queueJob, type QueueJob, type QueueJobOptions } from '../support/queue-job.ts'
import { newStranger, startScenario, type Scenario } from '../support/scenario.ts'

let scenario: Scenario
const jobs: QueueJob[] = []

beforeAll(async () => {
  scenario = await startScenario()
})
afterAll(() => scenario.close())
afterEach(async () => {
  for (const job of jobs.splice(0)) await job.close()
})

const token = 'writer-token'

function open(inputs: Record<string, string>, options: Partial<QueueJobOptions> = {}): QueueJob {
  const job = queueJob({
    github: scenario.github,
    inputs: {
      'target-repository': 'alice/store',
      token,
      'signing-key': scenario.key.secret,
      verify: 'none',
      ...inputs
    },
    ...options
  })
  jobs.push(job)
  return job
}

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let glance = 0; glance < 1200; glance++) {
    if (await condition()) return
    await sleep(100)
  }
  throw new Error('it did not come to that')
}

async function published(): Promise<string[]> {
  return (await scenario.rows()).map(({ storePath }) => storePath)
}

const queued = (job: QueueJob, queue = 'default'): string[] =>
  readdirSync(join(job.queueFolder(), queue)).sort()

describe('mode hook', () => {
  test('a token that may not write is warned of before the first build', async () => {
    const refusal = { status: 403, message: 'Resource not accessible by integration' }
    scenario.github.failNext({ method: 'POST', path: 'git/blobs' }, refusal)
    const main = await open({}).main()
    expect(main.exitCode).toBe(0)
    expect(main.log).toMatch(
      /::warning::queue default: what is built would not be published\. TOKEN_FORBIDDEN/
    )
  })

  test('what later steps build is queued at once, and landed when the job ends', async () => {
    const password = `word-${randomBytes(9).toString('hex')}`
    const job = open({}, { env: { FETCHER_PASSWORD: password } })
    const main = await job.main()
    expect(main).toMatchObject({ exitCode: 0 })
    expect(queued(job)).toEqual([])
    const built = await job.build('queued-1.0')
    const other = await job.build(
      'queued-2.0',
      `echo building two with ${password}; echo two > $out`
    )
    expect(queued(job)).toEqual(
      [built, other].map((path) => path.slice('/nix/store/'.length)).sort()
    )
    const link = join(job.queueFolder(), 'default', built.slice('/nix/store/'.length))
    expect(readlinkSync(link)).toBe(built)
    const roots = readdirSync('/nix/var/nix/gcroots/auto').map((name) =>
      read(join('/nix/var/nix/gcroots/auto', name))
    )
    expect(roots).toContain(link)
    expect(await published()).not.toContain(built)

    const post = await job.post()
    expect(post).toMatchObject({ exitCode: 0 })
    expect(await published()).toEqual(expect.arrayContaining([built, other]))
    const files = await scenario.github.listFiles('alice/store', 'main')
    const log = files.find((path) => /^log\/\w{32}-queued-2\.0\.drv$/.test(path)) ?? ''
    // The background process knows the secrets of the step that started it.
    expect(await scenario.text(log)).toBe('building two with ***\n')
    expect(job.summary()).toContain('**Published** everything that was queued: 2 paths.')
    expect(existsSync(job.queueFolder())).toBe(false)
    expect(job.background()).toBeNull()
    // The nix.conf that later steps are told of is gone, and the hook with it: other actions' post steps may build.
    await job.build('after-the-end-1.0')
    const cache = `${scenario.github.serverUrl}/alice/store/raw/main`
    const stranger = newStranger(scenario)
    const copied = await stranger.copy({
      cache: (await substituter()) || cache,
      publicKey: scenario.key.public,
      paths: [built]
    })
    expect(copied.failure).toBe('')
  })

  test('a scratch folder that cannot be removed keeps nothing from landing', async () => {
    const job = open({})
    await job.main()
    const built = await job.build('beside-a-mount-1.0')
    const scratch = join(job.folder, 'temp', 'nar-publish-mounted')
    const mounted = join(scratch, 'mounted')
    mkdirSync(mounted, { recursive: true })
    await output('mount', ['-t', 'tmpfs', 'nar-publish-test', mounted])
    try {
      appendFileSync(join(job.folder, 'state'), `scratch=${scratch}\n`)
      expect(await job.post()).toMatchObject({ exitCode: 0 })
    } finally {
      await output('umount', [mounted])
    }
    expect(await published()).toContain(built)
  })

  test('each interval publishes, while the job goes on', async () => {
    const job = open({ interval: '500 ms' })
    await job.main()
    const built = await job.build('at-interval-1.0')
    await until(async () => (await published()).includes(built))
    await until(() => queued(job).length === 0)
    expect(await job.post()).toMatchObject({ exitCode: 0 })
  })

  test('what something else is made with is published and no artifact, whenever it is sent', async () => {
    const job = open({ interval: '300 ms' })
    await job.main()
    const sent = join(job.folder, 'sent')
    // It goes on being built until its part has been published.
    const building = job.buildWith(
      'whole-1.0',
      'part-1.0',
      `until [ -e ${sent} ]; do /bin/sleep 0.1; done; echo $part > $out`
    )
    const narinfoOf = (name: string): Promise<boolean> => isHeld((path) => path.endsWith(name))
    await until(() => narinfoOf('-part-1.0'))
    expect(queued(job).some((name) => name.endsWith('-part-1.0'))).toBe(true)
    expect(await published()).not.toContainEqual(expect.stringContaining('-part-1.0'))
    writeFileSync(sent, '')
    const { built, part } = await building
    // Both at once, in the last pass.
    const other = await job.buildWith('whole-2.0', 'part-2.0', 'echo only to build it > $out')
    expect(await job.post()).toMatchObject({ exitCode: 0 })
    expect(job.summary()).toContain('**Published** everything that was queued: 4 paths.')
    const rows = await published()
    expect(rows).toEqual(expect.arrayContaining([built, other.built]))
    for (const path of [part, other.part]) {
      expect(rows).not.toContain(path)
      expect(await scenario.text('README.md')).not.toContain(path)
      expect(await isHeld((held) => held === path)).toBe(true)
    }
  })

  test('what could be part of something that is never built is an artifact when the job ends', async () => {
    const job = open({ interval: '300 ms' })
    await job.main()
    const failing = job.buildWith('never-1.0', 'asked-1.0', 'echo no; exit 1')
    await expect(failing).rejects.toThrow('never-1.0')
    await until(() => isHeld((path) => path.endsWith('-asked-1.0')))
    expect(await published()).not.toContainEqual(expect.stringContaining('-asked-1.0'))
    expect(await job.post()).toMatchObject({ exitCode: 0 })
    expect(await published()).toContainEqual(expect.stringContaining('-asked-1.0'))
  })

  test('a dead background process loses nothing: the end of the job does its work', async () => {
    const job = open({})
    await job.main()
    await until(() => job.background() !== null)
    const built = await job.build('orphan-1.0')
    process.kill(job.background() ?? 0, 'SIGKILL')
    const later = await job.build('orphan-2.0')
    const post = await job.post()
    expect(post).toMatchObject({ exitCode: 0 })
    expect(await published()).toEqual(expect.arrayContaining([built, later]))
  })

  test('a token that may not write is reported at once, and every path is named', async () => {
    const job = open({ token: 'reader-token', interval: '300 ms' })
    await job.main()
    const built = await job.build('refused-1.0')
    const post = await job.post()
    expect(post.exitCode).toBe(1)
    expect(post.log).toContain('QUEUE_UNDRAINED')
    expect(post.log).toContain('TOKEN_FORBIDDEN')
    const row = job
      .summary()
      .split('\n')
      .find((line) => line.startsWith(`| \`${built}\``))
    expect(row).toMatch(/\| 0 \| `TOKEN_FORBIDDEN` \| .+ \| .*`permissions: contents: write`/)
    expect(job.summary()).toContain('**Not everything landed**')
    expect(existsSync(job.queueFolder())).toBe(false)
  })

  test('what did not land is a warning where the user says so', async () => {
    const job = open({ token: 'reader-token', 'fail-on-undrained': 'false' })
    await job.main()
    await job.build('refused-2.0')
    expect(await job.post()).toMatchObject({ exitCode: 0 })
    expect(job.summary()).toContain('**Not everything landed**')
  })

  test('one destination’s failure leaves the other alone', async () => {
    const folder = mkdtempSync(join(scenario.folder, 'mirror-'))
    const queues = {
      git: { destination: { git: 'alice/no-such-store' } },
      mirror: { destination: { store: cacheAddress(folder) }, interval: '300 ms' }
    }
    const job = open({ 'target-repository': '', queues: 'queues.json' })
    const config = join(job.folder, 'workspace', 'queues.json')
    writeFileSync(config, JSON.stringify({ queues }))
    expect(await job.main()).toMatchObject({ exitCode: 0 })
    // Whatever becomes of the file that names both.
    rmSync(config)
    const built = await job.build('two-ways-1.0')
    const post = await job.post()
    expect(post.exitCode).toBe(1)
    expect(post.log).toContain('REPOSITORY_NOT_FOUND')
    const hash = built.slice('/nix/store/'.length, '/nix/store/'.length + 32)
    expect(readFileSync(join(folder, `${hash}.narinfo`), 'utf8')).toContain(`StorePath: ${built}`)
    expect(job.summary()).toContain('1 path landed.')
    expect(job.summary()).toContain('1 path still queued in queue git')
    expect(job.summary()).toMatch(
      new RegExp(`^\\| \`${built}\` \\| 0 \\| \`REPOSITORY_NOT_FOUND\` \\| .+ \\| .+ \\|$`, 'm')
    )
  })

  test('shows neither token nor key to later steps, other processes and files', async () => {
    const job = open({})
    const main = await job.main()
    await until(() => job.background() !== null)
    const pid = String(job.background())
    const secret = scenario.key.secret.split(':')[1] ?? ''
    const shown = [
      main.log.replace(/^::add-mask::.*$/gm, ''),
      readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
      readFileSync(`/proc/${pid}/environ`, 'utf8'),
      JSON.stringify(job.exported()),
      ...readdirSync(join(job.queueFolder(), '.state'), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    ].join('\n')
    expect(shown).toContain('post-build-hook')
    expect(shown).not.toContain(token)
    expect(shown).not.toContain(secret)
    await job.post()
  })

  test('keeps the nix.conf files that the user has, and warns of settings that leave a closure incomplete', async () => {
    const given = join(scenario.folder, 'mine.conf')
    const job = open({ closure: 'cache' }, { env: { NIX_USER_CONF_FILES: given } })
    const main = await job.main()
    expect(main.log).toContain(
      '::warning::queue default: closure `cache`: Nix’s setting `keep-outputs` is off'
    )
    expect(job.exported()['NIX_USER_CONF_FILES']).toBe(
      `${join(job.queueFolder(), '.state', 'nix.conf')}:${given}`
    )
    await job.post()
  })

  test('a pull request from a fork queues nothing', async () => {
    const event = {
      pull_request: {
        head: { repo: { full_name: 'mallory/project' } },
        base: { repo: { full_name: 'alice/project' } }
      }
    }
    const job = open({}, { eventName: 'pull_request', event })
    expect(await job.main()).toMatchObject({ exitCode: 0, log: expect.stringContaining('fork') })
    expect(job.exported()).toEqual({})
    expect(await job.post()).toMatchObject({ exitCode: 0 })
  })
})

describe('a hook that would not run is an error', () => {
  test('when NIX_CONFIG has another', async () => {
    const env = { NIX_CONFIG: 'experimental-features = nix-command\npost-build-hook = /bin/true' }
    const job = open({}, { env })
    const main = await job.main()
    expect(main).toMatchObject({ exitCode: 1, log: expect.stringContaining('HOOK_OVERRIDDEN') })
    await job.post()
    expect(existsSync(job.queueFolder())).toBe(false)
  })

  test('when Nix cannot run it, as each build would fail then', async () => {
    const bin = mkdtempSync(join(scenario.folder, 'bin-'))
    const real = await output('sh', ['-c', 'command -v nix'])
    const script = `#!/bin/sh\nif [ "$1" = build ]; then chmod a-x "\${NIX_USER_CONF_FILES%%nix.conf*}hook"; fi\nexec ${real} "$@"\n`
    writeFileSync(join(bin, 'nix'), script, { mode: 0o755 })
    const job = open({}, { env: { PATH: `${bin}:${process.env['PATH'] ?? ''}` } })
    const main = await job.main()
    expect(main).toMatchObject({ exitCode: 1, log: expect.stringContaining('HOOK_FAILED') })
    expect(job.exported()).toEqual({})
    await job.build('built-all-the-same-1.0')
    await job.post()
  })

  test('when a daemon leaves the setting out, as it does for users that it does not trust', async () => {
    const bin = mkdtempSync(join(scenario.folder, 'bin-'))
    const real = await output('sh', ['-c', 'command -v nix'])
    const script = `#!/bin/sh\nif [ "$1" = build ]; then unset NIX_USER_CONF_FILES; fi\nexec ${real} "$@"\n`
    writeFileSync(join(bin, 'nix'), script, { mode: 0o755 })
    const job = open({}, { env: { PATH: `${bin}:${process.env['PATH'] ?? ''}` } })
    const main = await job.main()
    expect(main).toMatchObject({ exitCode: 1, log: expect.stringContaining('HOOK_NOT_TRUSTED') })
    expect(job.exported()).toEqual({})
    await job.post()
  })
})

test('GitHub down for a while: what was queued lands when it is back', async () => {
  const job = open({ interval: '2 s' })
  await job.main()
  const built = await job.build('through-the-outage-1.0')
  scenario.github.change({ badGateway: 1 })
  scenario.github.reset()
  try {
    // The background process has met the outage.
    await until(() => scenario.github.requests.length > 2)
    expect(queued(job)).toHaveLength(1)
  } finally {
    scenario.github.change({ badGateway: 0 })
  }
  expect(await job.post()).toMatchObject({ exitCode: 0 })
  expect(await published()).toContain(built)
})

test('GitHub down to the end: the job ends in time, and says what is still queued', async () => {
  const job = open({ 'drain-timeout': '3 s' })
  await job.main()
  const built = await job.build('too-late-1.0')
  scenario.github.change({ badGateway: 1 })
  try {
    const post = await job.post()
    expect(post).toMatchObject({ exitCode: 1, log: expect.stringContaining('QUEUE_UNDRAINED') })
    // Requests alone are tried for ten minutes.
    expect(post.milliseconds).toBeLessThan(45_000)
    expect(job.summary()).toContain(`| \`${built}\` | 0 | \`QUEUE_UNDRAINED\` | it was not sent`)
    expect(job.summary()).toContain('Give it more time with `drain-timeout`')
    expect(job.background()).toBeNull()
  } finally {
    scenario.github.change({ badGateway: 0 })
  }
})

test('killed again and again while it publishes, it loses nothing', async () => {
  const job = open({ interval: '200 ms' })
  await job.main()
  const built = [await job.build('killed-1.0'), await job.build('killed-2.0')]
  await until(() => scenario.github.requests.length > 0)
  const pid = job.background()
  if (pid !== null) process.kill(-pid, 'SIGKILL')
  built.push(await job.build('killed-3.0'))
  expect(await job.post()).toMatchObject({ exitCode: 0 })
  expect(await published()).toEqual(expect.arrayContaining(built))
})

test('a background process that begins when the job has ended ends too, and makes no folder anew', async () => {
  const place = { directory: mkdtempSync(join(scenario.folder, 'ended-')) }
  makeFolders(place, ['default'])
  const given = { mode: 'hook', 'target-repository': 'alice/store', token }
  const environment = readEnvironment({
    ...process.env,
    GITHUB_API_URL: scenario.github.apiUrl,
    GITHUB_SERVER_URL: scenario.github.serverUrl,
    GITHUB_WORKSPACE: scenario.folder
  })
  const child = await startBackground(place, { given }, environment, join(bundles, 'index.js'))
  rmSync(place.directory, { recursive: true })
  await until(() => child.exitCode !== null)
  expect(child.exitCode).toBe(0)
  expect(existsSync(place.directory)).toBe(false)
})

describe('a main step that is killed', () => {
  const stateFile = (job: QueueJob, name: string): boolean =>
    job.queueFolder() !== '' && existsSync(join(job.queueFolder(), '.state', name))

  test.each<[string, (job: QueueJob) => boolean, boolean]>([
    ['when its folder is named', (job) => job.queueFolder() !== '', false],
    ['when the hook is being written', (job) => stateFile(job, 'hook'), false],
    ['when the background process begins', (job) => stateFile(job, 'background.log'), false],
    ['at its last word', (job) => 'NIX_USER_CONF_FILES' in job.exported(), true]
  ])(
    '%s fails no later build, and the end of the job tells the truth',
    async (_when, moment, isHooked) => {
      const job = open({})
      const main = await job.main(() => moment(job))
      // After its last word it may have ended before the signal came.
      if (!(isHooked && main.exitCode === 0)) expect(main).toMatchObject({ exitCode: null })
      const built = await job.build('after-the-kill-1.0')
      // A moment later it may have come a step further.
      const isQueued = stateFile(job, 'hook') && queued(job).length > 0
      if (isHooked) expect(isQueued).toBe(true)
      const post = await job.post()
      expect(post).toMatchObject({ exitCode: 0 })
      expect((await published()).includes(built)).toBe(isQueued)
      expect(job.summary()).toContain(isQueued ? 'queued: 1 path.' : 'Nothing was published')
      expect(existsSync(job.queueFolder())).toBe(false)
      // It may just be ending, or beginning.
      await until(() => job.background() === null)
      expect(existsSync(job.queueFolder())).toBe(false)
    }
  )
})

test.each<[string, (job: QueueJob) => boolean]>([
  [
    'before it asks for anything',
    (job) => existsSync(join(job.queueFolder(), '.state', 'default.lock'))
  ],
  [
    'when the queue is being emptied',
    (job) => existsSync(join(job.queueFolder(), '.state', 'drain'))
  ],
  ['when GitHub is being asked', () => scenario.github.requests.length > 0]
])('a post step that is killed %s loses nothing that is queued', async (_when, moment) => {
  const job = open({})
  await job.main()
  const built = [await job.build('post-killed-1.0'), await job.build('post-killed-2.0')]
  scenario.github.reset()
  expect(await job.post(() => moment(job))).toMatchObject({ exitCode: null })
  // It is there, or has landed: nothing in between.
  const landed = await published()
  const links = queued(job).map((name) => `/nix/store/${name}`)
  expect([...landed, ...links]).toEqual(expect.arrayContaining(built))
  expect(await job.post()).toMatchObject({ exitCode: 0 })
  expect(await published()).toEqual(expect.arrayContaining(built))
})

async function isHeld(wanted: (storePath: string) => boolean): Promise<boolean> {
  const files = await scenario.github.listFiles('alice/store', 'main')
  const texts = await Promise.all(
    files.filter((file) => file.endsWith('.narinfo')).map((file) => scenario.text(file))
  )
  return texts.some((text) => wanted(/^StorePath: (.*)$/m.exec(text)?.[1] ?? ''))
}

async function substituter(): Promise<string> {
  const readme = await scenario.text('README.md')
  return /substituters = (http\S+)/.exec(readme)?.[1] ?? ''
}

function read(link: string): string {
  try {
    return readlinkSync(link)
  } catch {
    return ''
  }
}

/** `cache: true` in whole runs of the bundle: what one job leaves to the next, and that no cache service fails a job. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { formatSha256 } from '../../src/binary-cache/hash.ts'
import { formatNarInfo, parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import { cacheAddress, plainTmpdir } from '../support/cache-address.ts'
import { startCacheService, type CacheService } from '../support/cache-service/server.ts'
import { nixConfig } from '../support/nix.ts'
import { output } from '../support/program.ts'
import type { RunResult } from '../support/runner.ts'
import {
  makeKey,
  pathNames,
  startScenario,
  type Inputs,
  type Scenario
} from '../support/scenario.ts'

let scenario: Scenario
let service: CacheService
/** A Git repository for each test, so that nothing is there. */
let target: string
/** The same in all runs, as on GitHub's runners. */
let temp: string

beforeAll(async () => {
  ;[scenario, service] = await Promise.all([
    startScenario({ parent: plainTmpdir() }),
    startCacheService()
  ])
  temp = join(scenario.folder, 'temp')
  mkdirSync(temp)
  // Whatever Nix says of a build, the builder itself leaves its name.
  changeProject('${script}\\nexit 0', 'echo $name >> $salt/built\\n${script}\\nexit 0')
})
afterAll(async () => {
  await Promise.all([service.close(), scenario.close()])
})
beforeEach(async () => {
  target = mkdtempSync(join(scenario.folder, 'target-'))
  await initTarget()
  changeProject(/"hello" "2\.12\.\d+"/, '"hello" "2.12.1"')
  changeProject(/salt = "[^"]*"/, `salt = "${target}"`)
  Object.assign(service, { entries: [], requests: [], fault: null })
})

/** A job on a fresh runner: what earlier ones built is not in its store. */
async function job(inputs: Inputs = {}, env: Record<string, string> = {}): Promise<RunResult> {
  await forget()
  service.requests = []
  return scenario.publish(
    {
      'flake-attribute': '.#hello',
      'target-repository': target,
      token: undefined,
      verify: 'none',
      cache: 'true',
      ...inputs
    },
    { env: { ...service.env, RUNNER_TEMP: temp, ...env } }
  )
}

/** Takes what the project builds out of this machine's store, with what other versions of it refer to. */
async function forget(): Promise<void> {
  const { workspace: cwd, nixEnv: env } = scenario
  const drv = await output('nix', ['eval', '--raw', '.#hello.drvPath'], { cwd, env })
  const query = async (...args: string[]) =>
    (await output('nix-store', ['--query', ...args], { env })).split('\n')
  const derivations = (await query('--requisites', drv)).filter((path) => path.endsWith('.drv'))
  const outputs = (await query('--outputs', ...derivations)).filter((path) => existsSync(path))
  if (outputs.length === 0) return
  const all = await query('--referrers-closure', ...outputs)
  await output('nix-store', ['--delete', '--ignore-liveness', ...all], { env })
}

function changeProject(from: string | RegExp, to: string): void {
  const file = join(scenario.workspace, 'flake.nix')
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(from, () => to)
  )
}

/** The next version of hello alone. */
function changeHello(): void {
  changeProject(/"hello" "2\.12\.(\d+)"/, `"hello" "2.12.${String(Date.now())}"`)
}

/** Names of what was built since this was asked. */
function builtSince(): string[] {
  const file = join(target, 'built')
  const names = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
  rmSync(file, { force: true })
  return names.sort()
}

/** Nothing is there any more, as for somebody who publishes the same elsewhere. */
async function emptyTarget(): Promise<void> {
  rmSync(target, { recursive: true })
  await initTarget()
}

async function initTarget(): Promise<void> {
  await output('git', ['init', '--quiet', '--bare', '--initial-branch=main', target])
  await output('git', ['-C', target, 'config', 'uploadpack.allowFilter', 'true'])
}

function succeeded(run: RunResult): void {
  expect(run).toMatchObject({ exitCode: 0, errors: [], post: { exitCode: 0, errors: [] } })
}

/** Unpacks the newest entry and lets `body` have the folder; what it leaves there is the entry from then on. */
function withNewest(body: (folder: string) => void): void {
  const entry = service.entries.at(-1)
  if (entry === undefined) throw new Error('nothing was saved')
  const place = mkdtempSync(join(scenario.folder, 'tamper-'))
  const archive = join(place, 'archive')
  // Names in it are relative to the workspace.
  const workspace = join(place, 'workspace')
  mkdirSync(workspace)
  writeFileSync(archive, entry.archive)
  const tar = (...args: string[]) =>
    execFileSync('tar', ['--use-compress-program=zstd', '-P', '-C', workspace, ...args], {
      encoding: 'utf8'
    })
  const names = tar('-tf', archive).split('\n')
  tar('-xf', archive)
  const folder = names[0] ?? ''
  body(join(workspace, folder))
  tar('-cf', archive, folder)
  entry.archive = readFileSync(archive)
  rmSync(place, { recursive: true })
}

/** Names of the paths in the newest entry. */
function keptNames(): string[] {
  const names: string[] = []
  withNewest((folder) => {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.narinfo'))) {
      names.push(parseNarInfo(readFileSync(join(folder, file), 'utf8'), file).storePath)
    }
  })
  return pathNames(names)
}

/** Sizes of the NARs in the newest entry, by their paths' names. */
function keptSizes(): Record<string, number> {
  const sizes: Record<string, number> = {}
  withNewest((folder) => {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.narinfo'))) {
      const { storePath, narSize } = parseNarInfo(readFileSync(join(folder, file), 'utf8'), file)
      sizes[pathNames([storePath])[0] ?? ''] = narSize
    }
  })
  return sizes
}

/** Other content for each path, with narinfos that agree with it and keep their signatures. */
function replaceContent(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.narinfo'))) {
    const narInfo = parseNarInfo(readFileSync(join(folder, name), 'utf8'), name)
    const nar = readFileSync(join(folder, narInfo.url))
    nar.write('COMPILER', nar.lastIndexOf('compiler'))
    writeFileSync(join(folder, narInfo.url), nar)
    const narHash = formatSha256(createHash('sha256').update(nar).digest())
    writeFileSync(join(folder, name), formatNarInfo({ ...narInfo, narHash, fileHash: narHash }))
  }
}

describe('what one job built, and its target does not hold', () => {
  test('is not built again by the next one, which counts it', async () => {
    const first = await job()
    succeeded(first)
    expect(builtSince()).toEqual(['compiler-3.1', 'greeting-1.0.3', 'hello-2.12.1', 'words-0.9'])
    expect(keptNames()).toEqual(['compiler-3.1'])

    changeHello()
    const second = await job()
    succeeded(second)
    expect(builtSince()).not.toContain('compiler-3.1')
    expect(second.summary).toContain('| Reused | 1 of 1 path that earlier runs built |')
    // It is what was kept already.
    expect(service.entries).toHaveLength(1)
    // No key of the cache's signs what readers get.
    const grep = ['-C', target, 'grep', '-h', '^Sig:', 'main', '--', '*.narinfo']
    const signatures = await output('git', grep)
    expect(signatures).toContain('Sig: cache-1:')
    expect(signatures).not.toContain('nar-publish-cache')

    // The target has everything: there is nothing to restore for.
    const third = await job()
    succeeded(third)
    expect(service.requests).toEqual([])
    expect(readdirSync(temp)).toEqual([])
    for (const { log, post, summary } of [first, second]) {
      const shown = log + post.log + summary
      expect(service.secrets.filter((secret) => shown.includes(secret))).toEqual([])
    }
  })

  test('is kept by a job that packs without key, while a build needs it', async () => {
    succeeded(await packJob())
    expect(keptNames()).toEqual(['compiler-3.1', 'greeting-1.0.3', 'hello-2.12.1', 'words-0.9'])
    changeHello()
    builtSince()
    const second = await packJob()
    succeeded(second)
    expect(builtSince()).toEqual([expect.stringContaining('hello-2.12.')])
    // The compiler was not needed: what it compiled was there.
    expect(second.summary).toContain('| Reused | 2 of 3 paths that earlier runs built |')
    expect(keptNames()).toHaveLength(4)
    expect(keptNames()).not.toContain('hello-2.12.1')
  })
})

const pack = { phase: 'pack', 'signing-key': undefined, verify: undefined }
let packs = 0
function packJob(inputs: Inputs = {}, env: Record<string, string> = {}): Promise<RunResult> {
  packs += 1
  const folder = join(scenario.folder, `packed-${packs}`)
  return job({ ...pack, 'output-directory': folder, ...inputs }, env)
}

describe('a job that builds what an earlier one built', () => {
  test('builds nothing, whatever the target holds', async () => {
    succeeded(await packJob())
    expect(builtSince()).toHaveLength(4)
    await emptyTarget()
    const again = await packJob()
    succeeded(again)
    expect(builtSince()).toEqual([])
    expect(again.summary).toContain('**Packed** 1 artifact and 2 paths of the closure')
  })

  test('builds what had no room in a budget of just so many bytes', async () => {
    succeeded(await packJob())
    const sizes = keptSizes()
    const [largest = 0, second = 0] = Object.values(sizes).sort((a, b) => b - a)
    builtSince()
    service.entries = []
    succeeded(await packJob({ 'cache-size': String(largest + second) }))
    expect(Object.values(keptSizes()).sort((a, b) => b - a)).toEqual([largest, second])
    builtSince()
    // What they refer to, or what refers to them, was left out.
    const next = await packJob()
    succeeded(next)
    expect(next.summary).toContain('**Packed** 1 artifact and 2 paths of the closure')
    expect(builtSince().length).toBeLessThan(4)
  })
})

test('what was built is kept although something else did not build', async () => {
  const run = await packJob({ 'flake-attribute': '.#compiler\n.#broken' })
  expect(run).toMatchObject({ exitCode: 1, post: { exitCode: 0, warnings: [] } })
  expect(keptNames()).toEqual(['compiler-3.1'])
})

test('what another cache has signed is not kept, and what this machine signs itself is', async () => {
  const other = join(scenario.folder, 'other-cache')
  const keyFile = join(scenario.folder, 'machine.secret')
  const key = await makeKey(scenario.folder, 'machine-1')
  writeFileSync(keyFile, key.secret)
  const signing = `${nixConfig}\nsecret-key-files = ${keyFile}`
  succeeded(await packJob({ 'flake-attribute': '.#compiler' }, { NIX_CONFIG: signing }))
  expect(keptNames()).toEqual(['compiler-3.1'])
  const [compiler = ''] = await scenario.build('.#compiler')
  await output('nix', ['copy', '--to', cacheAddress(other), compiler], { env: scenario.nixEnv })
  builtSince()

  service.entries = []
  const substituting = nixConfig.replace(
    /substituters =.*/,
    `substituters = ${cacheAddress(other)}`
  )
  const env = { NIX_CONFIG: `${substituting}\ntrusted-public-keys = ${key.public}` }
  succeeded(await packJob({}, env))
  expect(builtSince()).toEqual(['greeting-1.0.3', 'hello-2.12.1', 'words-0.9'])
  expect(keptNames()).toEqual(['greeting-1.0.3', 'hello-2.12.1', 'words-0.9'])
})

test('a job that is cancelled leaves no folder, and saves nothing', async () => {
  succeeded(await job())
  changeHello()
  await forget()
  const ofCache = (): string[] =>
    readdirSync(temp).filter((name) => name.startsWith('nar-publish-cache-'))
  const cancelled = await scenario.publish(
    {
      ...{ 'flake-attribute': '.#hello', 'target-repository': target, token: undefined },
      ...{ verify: 'none', cache: 'true' }
    },
    {
      env: { ...service.env, RUNNER_TEMP: temp },
      onStart: (pid) => {
        const timer = setInterval(() => {
          const [name = ''] = ofCache()
          if (!existsSync(join(temp, name, 'nix-cache-info'))) return
          clearInterval(timer)
          process.kill(pid, 'SIGKILL')
        }, 20)
      }
    }
  )
  expect(cancelled.signal).toBe('SIGKILL')
  expect(cancelled.post).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  expect(ofCache()).toEqual([])
  expect(service.entries).toHaveLength(1)
  rmSync(temp, { recursive: true })
  mkdirSync(temp)
})

test('what somebody without the key put into the cache is not built from by a run that signs', async () => {
  succeeded(await job())
  withNewest(replaceContent)
  changeHello()
  const run = await job()
  succeeded(run)
  expect(run.log).toContain('Cache restored successfully')
  expect(builtSince()).toContain('compiler-3.1')
  expect(run.summary).toContain('| Reused | 0 of 0 paths that earlier runs built |')
})

describe('a job succeeds all the same', () => {
  test('when the service refuses', async () => {
    service.fault = 'refuse'
    const run = await job()
    succeeded(run)
    expect(run.warnings).toEqual([expect.stringContaining('Nothing was restored from the cache')])
    expect(run.warnings.join()).toContain('caches are not for this job')
    expect(run.post.warnings).toEqual([expect.stringContaining('caches are not for this job')])
    expect(run.outputs['nar-count']).toBe('3')
  })

  test('when a download breaks off', async () => {
    succeeded(await job())
    changeHello()
    service.fault = 'truncated'
    const run = await job()
    succeeded(run)
    expect(run.warnings).toEqual([expect.stringContaining('Nothing was restored from the cache')])
    expect(builtSince()).toContain('compiler-3.1')
  })
})

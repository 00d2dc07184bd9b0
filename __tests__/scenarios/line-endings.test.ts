/** Clones by a git that changes line endings, as Git for Windows does. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { git, Hosts } from '../repository/git/fixture.ts'
import { cacheAddress } from '../support/cache-address.ts'
import { runCommandLine } from '../support/command-line.ts'
import { newStranger, startScenario, type Scenario } from '../support/scenario.ts'
import { buildStorePath, deleteStorePaths } from '../support/store-paths.ts'

const hosts = new Hosts()
const storePath = buildStorePath('endings-1.0')
let scenario: Scenario
let repository: string

/** Settings of the machine by which a clone gets other bytes than the branch has. */
let settings: [string, string][]

beforeAll(async () => {
  scenario = await startScenario()
  const everything = join(scenario.folder, 'attributes')
  writeFileSync(everything, '* text eol=crlf\n')
  settings = [
    ['core.autocrlf', 'true'],
    ['core.attributesFile', everything]
  ]
  repository = await hosts.bare()
  const key = join(scenario.folder, 'secret')
  writeFileSync(key, scenario.key.secret)
  const ran = await terminal(['publish', storePath, repository, '--signing-key-file', key])
  if (ran.status !== 0) throw new Error(ran.stderr)
})

afterAll(async () => {
  await scenario.close()
  hosts.remove()
  deleteStorePaths([storePath])
})

function terminal(args: readonly string[]) {
  return runCommandLine(args, {
    cwd: scenario.folder,
    env: { TMPDIR: scenario.folder, XDG_CACHE_HOME: join(scenario.folder, 'cache') }
  })
}

async function clone(from: string, [name, value]: [string, string]): Promise<string> {
  const folder = mkdtempSync(join(scenario.folder, 'clone-'))
  await git(folder, 'clone', '--quiet', '--config', `${name}=${value}`, from, '.')
  return folder
}

function copy(folder: string) {
  const cache = cacheAddress(folder)
  return newStranger(scenario).copy({
    cache,
    publicKey: scenario.key.public,
    paths: [storePath]
  })
}

async function doctor(folder: string, ...more: string[]) {
  const ran = await terminal(['doctor', folder, '--json', ...more])
  const json = JSON.parse(ran.stdout) as {
    findings: { code: string; file: string; kind: string; now: string }[]
  }
  const errors = json.findings.filter(({ kind }) => kind === 'error')
  return { status: ran.status, errors }
}

describe('a branch that was published', () => {
  test.each([0, 1])('is a cache in a clone with other line endings (setting %j)', async (index) => {
    const folder = await clone(repository, settings[index] ?? ['', ''])
    // What is people's own has them.
    expect(readFileSync(join(folder, 'README.md'), 'latin1')).toContain('\r\n')
    expect(await copy(folder)).toMatchObject({ failure: '' })
    expect(await doctor(folder)).toMatchObject({ status: 0, errors: [] })
  })

  test('keeps a `.gitattributes` of somebody’s own, and the run names the lines that it lacks', async () => {
    const other = await hosts.bare()
    await hosts.commit(other, { '.gitattributes': '*.png binary\n' })
    const ran = await terminal(['publish', storePath, other, '--unsigned'])
    expect(ran).toMatchObject({ status: 0 })
    expect(ran.stderr).toContain('/*.narinfo -text')
    expect(await git(other, 'show', 'main:.gitattributes')).toBe('*.png binary')
  })
})

describe('a branch without such a file', () => {
  let older: string
  beforeAll(async () => {
    older = await hosts.bare()
    const folder = mkdtempSync(join(scenario.folder, 'older-'))
    await git(folder, 'clone', '--quiet', repository, '.')
    await git(folder, 'rm', '--quiet', '.gitattributes')
    await git(folder, 'commit', '--quiet', '--message=as it was once')
    await git(folder, 'push', '--quiet', older, 'HEAD:refs/heads/main')
  })

  test.each([0, 1])(
    'is told from a damaged one in such a clone, and mended (setting %j)',
    async (index) => {
      const folder = await clone(older, settings[index] ?? ['', ''])
      expect((await copy(folder)).failure).not.toBe('')
      const before = await git(folder, 'status', '--porcelain')
      const { status, errors } = await doctor(folder, '--fix')
      expect(status).toBe(1)
      expect([...new Set(errors.map(({ code }) => code))]).toEqual(['LINE_ENDINGS'])
      expect(errors.map(({ file }) => file)).toEqual(
        expect.arrayContaining([
          'nix-cache-info',
          'catalogue.json',
          expect.stringMatching(/narinfo$/)
        ])
      )
      expect(errors[0]?.now).toMatch(/^Delete nothing/)
      expect(await git(folder, 'status', '--porcelain')).toBe(before)
      // The lines that it names, as they stand.
      const [, commands = ''] = /commit: (`.*`)\. Where/.exec(errors[0]?.now ?? '') ?? []
      for (const line of commands.slice(1, -1).split('`, `')) {
        execFileSync('sh', ['-c', line], { cwd: folder })
      }
      expect(await doctor(folder)).toMatchObject({ status: 0, errors: [] })
      expect(await copy(folder)).toMatchObject({ failure: '' })
    }
  )
})

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { chmodSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { silentLog } from '../../src/log.ts'
import { openNix } from '../../src/nix/nix.ts'
import { askNix, expectLines, expectNix, nixWords, runNix } from '../../src/nix/run.ts'
import { endPrograms } from '../../src/process/start.ts'
import type { Place } from '../../src/process/start.ts'
import { testEnvironment } from '../support/nix.ts'

const here: Place = { env: testEnvironment(), cwd: tmpdir(), log: silentLog }

describe('running Nix', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nar-publish-run-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** A place whose `nix` is this shell script: for failures that the real one cannot be brought to. */
  const placeWith = (script: string): Place => {
    writeFileSync(join(folder, 'nix'), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, 'nix'), 0o755)
    return { ...here, env: { PATH: `${folder}:/usr/bin:/bin` } }
  }

  test('passes each argument as it stands', async () => {
    const text = `it's "$(touch x)" \\ \n;`
    const expression = JSON.stringify(text).replace('$', '\\$')
    const args = ['eval', '--json', '--expr', expression]
    expect(JSON.parse(await expectNix(here, { program: 'nix', args }))).toBe(text)
  })

  test('shows the command in the debug log', async () => {
    const shown: string[] = []
    const log = { ...silentLog, debug: (line: string) => shown.push(line) }
    await expectNix({ ...here, log }, { program: 'nix', args: ['--version'] })
    expect(shown).toEqual(['nix --version'])
  })

  test('fails with the command, its status and the last 20 lines, without colours', async () => {
    const place = placeWith(
      `for i in $(seq 30); do printf '\\033[31mline %s\\033[0m\\n' $i >&2; done; exit 7`
    )
    const command = { program: 'nix', args: ['copy', "it's"] } as const
    const lines = Array.from({ length: 20 }, (_none, index) => `line ${index + 11}`).join('\n')
    await expect(expectNix(place, command)).rejects.toMatchObject({
      code: 'NIX_FAILED',
      subject: 'nix copy',
      reason: `\`nix copy 'it'\\''s'\` exited with 7:\n${lines}`
    })
  })

  test('tells the signal that ended Nix', async () => {
    const place = placeWith('kill -9 $$')
    await expect(expectNix(place, { program: 'nix', args: ['copy'] })).rejects.toMatchObject({
      code: 'NIX_FAILED',
      reason: '`nix copy` was ended by SIGKILL:\n(it said nothing)'
    })
  })

  test('a question that has no answer fails as any other command does', async () => {
    const place = placeWith('echo broken >&2; kill -ILL $$')
    await expect(openNix(place)).rejects.toMatchObject({
      code: 'NIX_FAILED',
      reason: '`nix --version` was ended by SIGILL:\nbroken'
    })
  })

  test('a question has nothing to read', async () => {
    const place = placeWith('cat; echo nix 2.8')
    expect(await askNix(place, { program: 'nix', args: ['--version'] })).toBe('nix 2.8\n')
  })

  test('a question that is not answered in time ends, and Nix with it', async () => {
    const place = placeWith('exec sleep 1000')
    await expect(askNix(place, { program: 'nix', args: ['--version'] }, 10)).rejects.toMatchObject({
      code: 'NIX_FAILED',
      reason: '`nix --version` was ended by SIGTERM:\n(it said nothing)'
    })
  })

  test('a signal to this process is passed on to who answers a question', async () => {
    const place = placeWith(`: >'${folder}/started'; exec sleep 1000`)
    const asked = openNix(place)
    asked.catch(() => undefined)
    while (!existsSync(join(folder, 'started'))) await sleep(5)
    await endPrograms('SIGINT')
    await expect(asked).rejects.toMatchObject({
      code: 'NIX_FAILED',
      reason: '`nix --version` was ended by SIGINT:\n(it said nothing)'
    })
  })

  test('keeps the end of a long stderr', async () => {
    const place = placeWith('seq 100000 >&2; exit 1')
    const { stderr, status } = await runNix(place, { program: 'nix', args: [] })
    expect(status).toBe(1)
    expect(stderr.length).toBeLessThanOrEqual(64 * 1024)
    expect(stderr.endsWith('99999\n100000\n')).toBe(true)
  })

  test.each([
    ["error: opening file '/x': Too many open files", 'FILES_EXHAUSTED'],
    ["error: writing to file '/x': File too large", 'FILE_TOO_LARGE'],
    ['error: unable to fork: Cannot allocate memory', 'MEMORY_EXHAUSTED'],
    ["error: writing to file '/x': Disk quota exceeded", 'DISK_FULL'],
    ["error: creating directory '/nix/store/x': Read-only file system", 'FILE_UNUSABLE']
  ])('knows what the machine refuses it: %j is %s', async (stderr, code) => {
    const place = placeWith(`cat >&2 <<'END'\n${stderr}\nEND\nexit 1`)
    await expect(runNix(place, { program: 'nix', args: ['build'] })).rejects.toMatchObject({
      code,
      reason: stderr.slice('error: '.length)
    })
  })

  test.each([
    'error: writing to file: No space left on device',
    "error:\n       … while copying\n\n       error: writing to file '/nix/store/x': No space left on device",
    'error: executing SQLite statement: database or disk is full'
  ])('knows a full disk: %j', async (stderr) => {
    const place = placeWith(`cat >&2 <<'END'\n${stderr}\nEND\nexit 1`)
    await expect(runNix(place, { program: 'nix', args: ['copy'] })).rejects.toMatchObject({
      code: 'DISK_FULL'
    })
  })

  test('does not take a builder’s words about a full disk for Nix’s', async () => {
    const place = placeWith(`echo 'pkg> error: No space left on device' >&2; exit 1`)
    expect(await runNix(place, { program: 'nix', args: ['copy'] })).toMatchObject({ status: 1 })
  })

  test('says that Nix is missing, with the steps that install it', async () => {
    const env = { PATH: join(folder, 'empty') }
    await expect(openNix({ ...here, env })).rejects.toMatchObject({
      code: 'NIX_MISSING',
      subject: 'nix',
      hint: expect.stringContaining('cachix/install-nix-action')
    })
  })

  test('does not say so when it is the working folder that is missing', async () => {
    const cwd = join(folder, 'no such')
    await expect(openNix({ ...here, cwd })).rejects.toMatchObject({
      code: 'NIX_FAILED',
      reason: expect.stringContaining('no such" does not exist')
    })
  })

  test('gives the child the given environment and nothing else', async () => {
    const place = placeWith('env')
    const lines = await expectLines(place, { program: 'nix', args: [] })
    const names = lines.map((line) => line.split('=')[0])
    // A shell sets the last three by itself.
    expect(names.filter((name) => !['PWD', 'SHLVL', '_', 'OLDPWD'].includes(name ?? ''))).toEqual([
      'PATH'
    ])
  })
})

test('finds Nix’s own words whether the trace comes before or after', () => {
  const message = 'undefined variable'
  expect(
    nixWords(`warning: dirty\nerror: ${message}\n\n       at /f.nix:1:2:\n\n            1| x\n`)
  ).toBe(message)
  expect(
    nixWords(
      `error:\n       … while calling\n         at /f.nix:1:2:\n\n       error: ${message}\n`
    )
  ).toBe(message)
  expect(
    nixWords(`error: ${message}\n(use '--show-trace' to show detailed location information)\n`)
  ).toBe(message)
  expect(nixWords('')).toBe('Nix said nothing')
  const hints = Array.from({ length: 30 }, (_, index) => `hint ${index}`)
  const long = nixWords(`error: ${message}\n\n${hints.join('\n')}\n`).split('\n')
  expect(long.slice(0, 2)).toEqual([message, 'hint 10'])
  expect(long.at(-1)).toBe('hint 29')
})

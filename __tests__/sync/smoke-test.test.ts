import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { NarPublishError } from '../../src/errors.ts'
import { silentLog } from '../../src/log.ts'
import { runSmokeTest, type SmokeTest } from '../../src/sync/smoke-test.ts'
import { fenceLog } from '../support/nix.ts'

let folder: string
let outputs: string[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nar-publish-smoke-'))
  outputs = ['out', 'doc'].map((name) => join(folder, name))
  const bin = join(outputs[0] ?? '', 'bin')
  mkdirSync(bin, { recursive: true })
  program('infer', 'echo; echo "infer 0.76.1 $*"; echo "$PWD" >&2')
  program('fails', 'for i in $(seq 30); do echo "line $i"; done; exit 3')
  program('env', '/usr/bin/env')
  program('hangs', 'echo begun; sleep 600 & wait')
  program('lingers', '(sleep 1; touch "$0.lingered") & echo done')
  program('ends-itself', 'echo x; kill -TERM $$')
  program('commands', 'echo "::set-output name=x::y"')
  writeFileSync(join(bin, 'not-a-program'), 'text')
  writeFileSync(join(bin, 'without-interpreter'), '#!/no/such/shell\n', { mode: 0o755 })

  function program(name: string, script: string): void {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(bin, name), 0o755)
  }
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

const path = process.env['PATH'] ?? ''

function run(argv: string[], options: Partial<SmokeTest> = {}) {
  const scratch = mkdtempSync(join(folder, 'scratch-'))
  return runSmokeTest({ argv, outputs, env: { PATH: path }, scratch, log: silentLog, ...options })
}

async function failureOf(argv: string[], options: Partial<SmokeTest> = {}) {
  return run(argv, options).then(
    () => {
      throw new Error('it passed')
    },
    (error: unknown) => error as NarPublishError
  )
}

test('tells the command and the first line that it says', async () => {
  expect(await run(['infer', 'version', 'a b', '$(id)'])).toEqual({
    name: 'smoke-test',
    result: 'passed',
    detail: "infer version 'a b' '$(id)': infer 0.76.1 version a b $(id)"
  })
  expect(await run(['true'])).toMatchObject({ detail: 'true: it said nothing' })
})

describe('its environment', () => {
  test('has no secret, a home and a folder of its own, and the package’s programs first', async () => {
    const log = fenceLog()
    await run(['env'], {
      log,
      env: {
        PATH: path,
        LANG: 'C.UTF-8',
        RUNNER_TRACKING_ID: 'github_1',
        GITHUB_TOKEN: 'hunter2',
        MY_PASSWORD: 'hunter2',
        HTTPS_PROXY: 'http://user:hunter2@proxy',
        HOME: '/root',
        GIT_CONFIG_VALUE_0: 'hunter2'
      }
    })
    const variables = Object.fromEntries(
      log.fencedText.split('\n').map((line) => line.split(/=(.*)/s).slice(0, 2))
    ) as Record<string, string>
    expect(log.fencedText).not.toContain('hunter2')
    expect(variables).toMatchObject({ LANG: 'C.UTF-8', RUNNER_TRACKING_ID: 'github_1' })
    expect(variables['PATH']).toBe(`${outputs.map((out) => `${out}/bin`).join(':')}:${path}`)
    for (const name of ['HOME', 'PWD', 'TMPDIR']) {
      expect(variables[name]).toMatch(new RegExp(`^${folder}/scratch-`))
      expect(readdirSync(variables[name] ?? '')).toEqual([])
    }
  })

  test('is kept from speaking to the runner', async () => {
    const log = fenceLog()
    await run(['commands'], { log })
    expect(log.fencedText).toBe('::set-output name=x::y\n')
  })
})

describe('a test that fails', () => {
  test('says with what, and its last 20 lines', async () => {
    const error = await failureOf(['fails', '--now'])
    expect(error).toMatchObject({ code: 'SMOKE_TEST_FAILED', subject: 'fails --now' })
    expect(error.reason).toContain('exited with 3')
    const lines = error.reason.split('\n').filter((line) => line.startsWith('line'))
    expect(lines).toEqual(Array.from({ length: 20 }, (_, i) => `line ${i + 11}`))
  })

  test('that a signal ended says which', async () => {
    expect((await failureOf(['ends-itself'])).reason).toContain('was ended by SIGTERM')
  })

  test('that does not exist names the programs that do', async () => {
    const error = await failureOf(['infr'])
    expect(error).toMatchObject({ code: 'SMOKE_TEST_FAILED', subject: 'infr' })
    expect(error.reason).toContain('"infr"')
    expect(error.reason).toContain('commands, ends-itself, env, fails')
  })

  test.each(['not-a-program', 'without-interpreter', './relative'])(
    'that cannot be started is one, too: %s',
    async (name) => {
      const error = await failureOf([name])
      expect(error.code).toBe('SMOKE_TEST_FAILED')
      expect(error.reason).toContain(`${JSON.stringify(name)} cannot be started`)
    }
  )

  test('that does not end is ended, with what it started', async () => {
    // Long enough to begin on a machine that is busy. What it started sleeps for longer than a test may take, and would be waited for.
    const error = await failureOf(['hangs'], { timeLimit: 10_000 })
    expect(error.reason).toMatch(/did not end within 10 s.*\nbegun/)
  })
})

test('leaves nothing running behind', async () => {
  await run(['lingers'])
  await setTimeout(1200)
  expect(readdirSync(join(outputs[0] ?? '', 'bin'))).not.toContain('lingers.lingered')
})

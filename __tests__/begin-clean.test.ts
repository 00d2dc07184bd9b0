/** How a process of ours begins, from its sources: what it keeps from those that it starts. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { compiledSources } from './support/compiled-sources.ts'
import { readCommandFile, step } from './support/runner.ts'

const source = (name: string): string => join(import.meta.dirname, '../src', name)
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'begin-'))
  for (const name of ['state', 'output', 'summary', 'token']) {
    writeFileSync(join(folder, name), name)
  }
  // What is built, or tested, has the rights of this program.
  const script = `#!/bin/sh\nkill -USR1 $PPID\nsleep 1\necho signalled > '${folder}/'$PPID\nexit 1\n`
  writeFileSync(join(folder, 'nix'), script)
  chmodSync(join(folder, 'nix'), 0o755)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const publish = [source('cli.ts'), 'publish', '.#x', 'alice/store']
test.each<[string, string[], Record<string, string>]>([
  ['the command line', publish, { GH_TOKEN: 'a-token' }],
  ['the command line with files', [...publish, '--token-file', 'token'], {}],
  [
    'the action',
    [source('main.ts')],
    {
      INPUT_TOKEN: 'a-token',
      'INPUT_FLAKE-ATTRIBUTE': '.#x',
      'INPUT_TARGET-REPOSITORY': 'alice/store'
    }
  ]
])('%s opens no debugger to who sends it a signal', async (_what, args, given) => {
  const file = (name: string): string => join(folder, name)
  const env = {
    ...compiledSources,
    PATH: `${folder}:${process.env['PATH'] ?? ''}`,
    HOME: folder,
    RUNNER_TEMP: folder,
    GITHUB_API_URL: 'http://127.0.0.1:1',
    GITHUB_OUTPUT: file('output'),
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary'),
    ...given
  }
  let pid = 0
  const run = await step([process.execPath, ...args], env, folder, (started) => (pid = started))
  expect(run.log).toContain('NIX_FAILED')
  expect(readFileSync(file(String(pid)), 'utf8')).toBe('signalled\n')
  expect(run.log).not.toMatch(/debugger|inspector/i)
})

test('no program is shown what is handed over, not where PATH has the current folder', async () => {
  const here = mkdtempSync(join(folder, 'checkout-'))
  for (const name of ['head', 'cat', 'printf', 'sh', 'read']) {
    writeFileSync(join(here, name), `#!/bin/sh\necho ran > '${here}/ran'\n`)
    chmodSync(join(here, name), 0o755)
  }
  const env = { ...compiledSources, PATH: `:${here}:.:${process.env['PATH'] ?? ''}`, GH_TOKEN: 'x' }
  const run = await step([process.execPath, source('cli.ts'), '--version'], env, here)
  expect(run).toMatchObject({ exitCode: 0 })
  expect(existsSync(join(here, 'ran'))).toBe(false)
})

test('a job that is cancelled while the action still begins has a post step that knows it', async () => {
  const state = join(folder, 'state-of-main')
  const killed = join(folder, 'killed.cjs')
  writeFileSync(state, '')
  writeFileSync(killed, "process.execve = () => process.kill(process.pid, 'SIGKILL')\n")
  const env = {
    ...compiledSources,
    PATH: process.env['PATH'],
    RUNNER_TEMP: folder,
    GITHUB_STATE: state,
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    INPUT_MODE: 'none of them'
  }
  const main = [source('main.ts')] as const
  const begun = await step([process.execPath, '--require', killed, ...main], env, folder)
  expect(begun.signal).toBe('SIGKILL')
  const saved = readCommandFile(state)
  expect(saved).toEqual({ main: 'started' })
  const post = await step(
    [process.execPath, ...main],
    { ...env, STATE_main: saved['main'] },
    folder
  )
  expect(post).toMatchObject({ exitCode: 0, errors: [] })
  expect(readCommandFile(state)).toEqual(saved)
})

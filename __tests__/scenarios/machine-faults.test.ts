/** What the machine itself refuses, through both bundles: each by its name, with what to do. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ErrorCode } from '../../src/errors.ts'
import { commandLineBundle } from '../support/command-line.ts'
import { ownMounts } from '../support/namespaces.ts'
import { testEnvironment } from '../support/nix.ts'
import { runProgram } from '../support/program.ts'
import { step, type StepResult } from '../support/runner.ts'

const bundle = join(import.meta.dirname, '../../dist/index.js')
let folder: string
let temp: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'))
  temp = join(folder, 'temp')
  mkdirSync(temp)
  for (const name of ['state', 'output', 'summary']) writeFileSync(join(folder, name), '')
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A step of the action, by a shell that does `before` it. */
function act(before: string, env: Record<string, string> = {}): Promise<StepResult> {
  const files = Object.fromEntries(
    ['state', 'output'].map((name) => [`GITHUB_${name.toUpperCase()}`, join(folder, name)])
  )
  return step(
    ['bash', '-c', `${before}\nexec '${process.execPath}' '${bundle}'`],
    {
      PATH: process.env['PATH'],
      ...files,
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: temp,
      INPUT_MODE: 'matrix',
      'INPUT_FLAKE-ATTRIBUTE': '.#packages.*',
      'INPUT_TARGET-REPOSITORY': 'a/b',
      ...env
    },
    folder
  )
}

const named = (code: ErrorCode, subject: string): unknown =>
  expect.stringMatching(new RegExp(`^${code} ${subject}: .+\\. .+\\.$`))

describe('the action', () => {
  test.each<[string, string, Record<string, string>, ErrorCode, string]>([
    [
      'a missing RUNNER_TEMP',
      '',
      { RUNNER_TEMP: '/nowhere/temp' },
      'TMPDIR_UNUSABLE',
      '/nowhere/temp'
    ],
    [
      'a missing file for outputs',
      '',
      { GITHUB_STATE: '/nowhere/state' },
      'FILE_UNUSABLE',
      '/nowhere/state'
    ],
    ['few open files', 'ulimit -n 24', {}, 'FILES_EXHAUSTED', '.+']
  ])('%s', async (_name, before, env, code, subject) => {
    const run = await act(before, env)
    expect(run).toMatchObject({ exitCode: 1, errors: [named(code, subject)] })
  })

  test('an older Node, in main and in a post step that has something to do', async () => {
    const older = `Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.9.0'}});delete process.execve`
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(older)}`
    for (const state of [{}, { STATE_main: 'started', STATE_queue: join(temp, 'queue') }]) {
      const { exitCode, errors } = await act('', { NODE_OPTIONS, ...state })
      expect({ exitCode, errors }).toEqual({
        exitCode: 1,
        errors: [named('NODE_TOO_OLD', 'Node 20\\.9\\.0')]
      })
    }
    expect(readFileSync(join(folder, 'summary'), 'utf8')).toContain('NODE_TOO_OLD')
  })
})

const whereMounts = ownMounts === null ? describe.skip : describe
whereMounts('a folder for temporary files', () => {
  test.each<[string, string, ErrorCode]>([
    ['that is read-only', 'ro', 'TMPDIR_UNUSABLE'],
    ['that is full', 'nr_inodes=1', 'DISK_FULL']
  ])('%s', async (_name, options, code) => {
    const script = `mount -t tmpfs -o ${options} none '${temp}' && exec '${process.execPath}' '${commandLineBundle}' doctor '${folder}'`
    const run = await runProgram('unshare', [...(ownMounts ?? []), 'bash', '-c', script], {
      cwd: folder,
      env: { ...testEnvironment(), TMPDIR: temp }
    })
    expect(run.status).toBe(1)
    expect(run.stderr.trim()).toMatch(new RegExp(`^error: ${code} ${temp}\\S*: `))
  })
})

describe('the command line', () => {
  test.each<[string, string, string, ErrorCode]>([
    ['a deleted folder', 'mkdir gone; cd gone; rmdir ../gone', 'doctor .', 'FOLDER_GONE'],
    ['few open files', 'ulimit -n 24', 'matrix .#packages.* a/b', 'FILES_EXHAUSTED'],
    [
      'a small limit of files',
      'ulimit -f 0',
      'publish --om-results - ./x --unsigned',
      'FILE_TOO_LARGE'
    ]
  ])('%s', async (_name, before, args, code) => {
    const script = `${before}\necho '{}' | '${process.execPath}' '${commandLineBundle}' ${args}`
    for (const GH_TOKEN of ['', 'a-token']) {
      const run = await runProgram('bash', ['-c', script], {
        cwd: folder,
        env: { ...testEnvironment(), TMPDIR: temp, GH_TOKEN }
      })
      expect(run.stderr.trim()).toMatch(new RegExp(`^(?:.*\\n)*error: ${code} .+: .+\\. .+\\.$`))
      expect(run.status).toBe(1)
    }
    expect(existsSync(join(folder, 'gone'))).toBe(false)
  })
})

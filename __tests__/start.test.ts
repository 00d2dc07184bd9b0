/** What a start loads: nothing that the run does not need. bench/start.ts has what it takes. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commands } from '../src/commands.ts'
import { modes, type Mode } from '../src/inputs/modes.ts'
import { compiledSources } from './support/compiled-sources.ts'
import { runAndWatch, type LoadedRun } from './support/loaded-files.ts'
import { startGitHub } from './support/github/server.ts'
import { nixConfig } from './support/nix.ts'
import { output } from './support/program.ts'
import { readCommandFile } from './support/runner.ts'
import { addStorePath } from './support/store-paths.ts'

const root = join(import.meta.dirname, '..')
let folder: string
let temp: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'))
  temp = join(folder, 'temp')
  mkdirSync(temp)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A step of the action, by default from its sources, with new command files. */
function act(env: Record<string, string>, entry = 'src/main.ts'): Promise<LoadedRun> {
  const files = ['STATE', 'OUTPUT', 'ENV', 'STEP_SUMMARY'].map((name) => {
    const file = join(folder, name)
    writeFileSync(file, '')
    return [`GITHUB_${name}`, file] as const
  })
  const given = { HOME: folder, RUNNER_TEMP: temp, GITHUB_WORKSPACE: folder, ...env }
  return runAndWatch([entry], { ...Object.fromEntries(files), ...given }, folder)
}

const state = (): Record<string, string> => readCommandFile(join(folder, 'STATE'))
/** Clients of the web and of GitHub, and what reads foreign JSON. */
const heavy = /node_modules\/(?:@octokit|@actions|undici|zod)\//

/** The folder of each mode. */
const modeFolders: Readonly<Record<Mode, string>> = {
  publish: 'publish',
  matrix: 'matrix',
  'version-sync': 'sync',
  hook: 'queue',
  use: 'use',
  prune: 'prune'
}

/** Enough of each mode to begin with; without Nix and git it ends there. */
const inputs: Readonly<Record<Mode, Record<string, string>>> = {
  publish: { 'INPUT_FLAKE-ATTRIBUTE': '.#x' },
  matrix: { 'INPUT_FLAKE-ATTRIBUTE': '.#x' },
  'version-sync': {
    INPUT_PACKAGE: '.#x',
    INPUT_VERSION: 'keep',
    'INPUT_TARGET-REPOSITORY': 'a/b',
    INPUT_TOKEN: 'x'
  },
  hook: {},
  use: {},
  prune: {}
}

/** The same of each command, by what runs it. */
const commandLines: Readonly<Record<string, [name: string, ...args: string[]]>> = {
  Init: ['init', '--yes'],
  Publish: ['publish', '.#x', './nowhere.git'],
  Matrix: ['matrix', '.#x', './nowhere.git'],
  Doctor: ['doctor', './nowhere'],
  Keys: ['keys', './nowhere'],
  Use: ['use', './nowhere.git'],
  Prune: ['prune', './nowhere.git'],
  Queue: ['queue', 'list', '--queue-dir', './queue'],
  Sync: ['version-sync', '.#x'],
  Outdated: ['outdated', '.#x'],
  Completion: ['completion', 'bash'],
  Man: ['man']
}

describe('the post step', () => {
  test('of a job that left nothing loads three files, and no package', async () => {
    const { files, ...run } = await act({ STATE_main: 'started' })
    expect(run).toMatchObject({ exitCode: 0, log: '' })
    expect(files).toEqual(['src/main.ts', 'src/step-state.ts', 'src/remove-scratch.ts'])
  })

  test('removes what main left on the disk, read-only folders too, and nothing that is not of its making', async () => {
    const folders = ['nar-publish-a', 'nar-publish-b', 'other'].map((name) => join(temp, name))
    for (const each of folders) mkdirSync(join(each, 'store'), { recursive: true })
    await output('chmod', ['-R', 'a-w', ...folders])
    const [scratch = '', use = '', other = ''] = folders
    const left = { STATE_main: 'started', STATE_scratch: scratch, STATE_use: use }
    expect(await act(left)).toMatchObject({ exitCode: 0, log: '' })
    expect(folders.map((each) => existsSync(each))).toEqual([false, false, true])
    await act({ ...left, STATE_scratch: other, STATE_use: join(temp, '..') })
    expect(existsSync(other)).toBe(true)
    await output('chmod', ['-R', 'u+w', other])
  })

  test.each([
    [
      'a queue',
      { STATE_queue: 'nar-publish-gone', INPUT_MODE: 'hook' },
      'src/queue/finish-hook.ts'
    ],
    [
      'a folder for the next run',
      { STATE_cache: '{"directory":"x","key":null}' },
      'src/cache/save.ts'
    ]
  ])('sees to %s that main left', async (_what, left, file) => {
    const env = { STATE_main: 'started', 'INPUT_TARGET-REPOSITORY': 'a/b', INPUT_TOKEN: 'x' }
    const { files } = await act({ ...env, ...left, PATH: folder })
    expect(files).toContain(file)
  })
})

describe('the main step', () => {
  test.each(modes)(
    'loads mode %s and no other, and no client before somebody is asked',
    async (mode) => {
      const env = { INPUT_MODE: mode, 'INPUT_TARGET-REPOSITORY': './nowhere.git', ...inputs[mode] }
      const { files, errors } = await act({ ...env, PATH: folder })
      expect(errors).toEqual([expect.any(String)])
      const steps = files.filter((file) => /^src\/[a-z-]+\/step\.ts$/.test(file))
      expect(steps.filter((file) => file !== 'src/report/step.ts')).toEqual([
        `src/${modeFolders[mode]}/step.ts`
      ])
      expect(
        files.filter((file) =>
          /@octokit|@actions\/(?!exec|io|core\/lib\/(?:file-)?command|core\/lib\/utils)|undici|badge-maker/.test(
            file
          )
        )
      ).toEqual([])
    }
  )

  test('of a pull request from a fork installs no hook, and leaves nothing to be done', async () => {
    const event = join(folder, 'event.json')
    const repo = (name: string): unknown => ({ repo: { full_name: name } })
    writeFileSync(event, JSON.stringify({ pull_request: { head: repo('x/y'), base: repo('a/b') } }))
    const { files, ...run } = await act({
      INPUT_MODE: 'hook',
      'INPUT_TARGET-REPOSITORY': 'a/b',
      INPUT_TOKEN: 'x',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event
    })
    expect(run).toMatchObject({ exitCode: 0, warnings: [expect.stringContaining('fork')] })
    expect(files).not.toContain('src/queue/start-hook.ts')
    expect(Object.keys(state())).toEqual(['main', 'scratch'])
  })

  test('asks GitHub by a client that comes with the first request', async () => {
    const github = await startGitHub({ repositories: [{ name: 'a/b' }] })
    try {
      const { files, errors } = await act({
        INPUT_MODE: 'prune',
        'INPUT_TARGET-REPOSITORY': 'a/b',
        INPUT_TOKEN: 'of-nobody',
        GITHUB_API_URL: github.apiUrl
      })
      expect(errors).toEqual([expect.any(String)])
      expect(github.counts().api).toBe(1)
      expect(files.some((file) => file.includes('@octokit/'))).toBe(true)
    } finally {
      await github.close()
    }
  })
})

describe('the command line', () => {
  test.each([[['--version']], [['--help']], [['help', 'publish']], [['prune', '--help']]])(
    '%j needs no package, no command, and no second start for secrets',
    async (args) => {
      const env = { GH_TOKEN: 'a-token', PATH: folder }
      const { files, exitCode } = await runAndWatch(['src/cli.ts', ...args], env, folder)
      expect(exitCode).toBe(0)
      expect(files).toContain('src/cli/command-line.ts')
      expect(files.filter((file) => heavy.test(file))).toEqual([])
      expect(files.filter((file) => /\/(?:run-)?command\.ts$/.test(file))).toEqual([])
    }
  )

  test('a queue that is looked at loads nothing of a publish but its inputs, and no client', async () => {
    const args = ['queue', 'list', '--queue-dir', join(folder, 'queue')]
    const { files, exitCode } = await runAndWatch(['src/cli.ts', ...args], {}, folder)
    expect(exitCode).toBe(0)
    expect(files).toContain('src/queue/command.ts')
    expect(files).not.toContain('src/publish/publish.ts')
    expect(
      files.filter((file) =>
        /@octokit|@actions\/(?!exec|io|core\/lib\/(?:file-)?command|core\/lib\/utils)|undici/.test(
          file
        )
      )
    ).toEqual([])
  })

  test('a queue that is served goes on when its program is gone from the disk', async () => {
    const [copy, queue, store] = ['copy', 'served', 'served.git'].map((name) => join(folder, name))
    if (copy === undefined || queue === undefined || store === undefined) throw new Error('three')
    for (const path of ['src', 'dist/page.html']) {
      cpSync(join(root, path), join(copy, path), { recursive: true })
    }
    cpSync(join(root, 'package.json'), join(copy, 'package.json'))
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    await output('git', ['init', '--quiet', '--bare', '--initial-branch=main', store])
    const env = {
      ...compiledSources,
      PATH: process.env['PATH'],
      HOME: folder,
      NIX_CONFIG: nixConfig
    }
    const command = (sources: string, ...args: string[]): string[] => [
      ...[join(sources, 'src/cli.ts'), 'queue', ...args, '--queue-dir', queue]
    ]
    const served = spawn(
      process.execPath,
      command(copy, 'run', '--interval', '200 ms', '--target-repository', store),
      { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] }
    )
    try {
      const lock = join(queue, '.state/default.lock')
      for (let tries = 0; !existsSync(lock) && tries < 600; tries++) await sleep(100)
      for (const path of ['src', 'dist']) rmSync(join(copy, path), { recursive: true })
      const path = addStorePath('served-without-its-program')
      await output(process.execPath, command(root, 'add', path), { cwd: folder, env })
      const published = (): Promise<string> =>
        output('git', ['-C', store, 'show', 'main:README.md']).catch(() => '')
      for (let tries = 0; tries < 600; tries++) {
        if ((await published()).includes('served-without-its-program')) break
        await sleep(100)
      }
      expect(await published()).toContain('served-without-its-program')
    } finally {
      served.kill('SIGKILL')
    }
  })
})

describe('the bundle', () => {
  /** What a run loads of `dist`, and its bytes. */
  async function loadedOf(run: Promise<LoadedRun>): Promise<{ files: string[]; bytes: number }> {
    const { files } = await run
    const texts = files.map((file) => readFileSync(join(root, file)))
    return { files, bytes: texts.reduce((sum, { length }) => sum + length, 0) }
  }
  const holding = (files: readonly string[], words: RegExp): string[] =>
    files.filter((file) => words.test(readFileSync(join(root, file), 'utf8')))

  test('ends a post step in its entry, which is small', async () => {
    const { files, bytes } = await loadedOf(act({ STATE_main: 'started' }, 'dist/index.js'))
    expect(files).toEqual(['dist/index.js'])
    expect(bytes).toBeLessThan(40_000)
  })

  /** What only some runs need, by words that stand in it: clients, the cache service, provenance, badges, what `init` asks and seals with. */
  const large = [
    ...['class ProxyAgent ', 'function getOctokit(', 'function restoreCache('],
    ...['The Sigstore Authors', 'css-color-converter', 'inquirer/core', 'sodium_init']
  ]
  const largeIn = (files: readonly string[]): string[] => {
    const texts = files.map((file) => readFileSync(join(root, file), 'utf8'))
    return large.filter((words) => texts.some((text) => text.includes(words)))
  }
  const definedIn = (files: readonly string[], functions: RegExp): string[] =>
    files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(functions)].map(([, name = '']) => name)
    )

  test.each(modes)('of the action loads mode %s, and nothing large', async (mode) => {
    const env = { INPUT_MODE: mode, 'INPUT_TARGET-REPOSITORY': './nowhere.git', ...inputs[mode] }
    const { files, bytes } = await loadedOf(act({ ...env, PATH: folder }, 'dist/index.js'))
    const steps = /function ((?:publish|matrix|sync|hook|use|prune|rebuild)Step)\(/g
    const ownStep = mode === 'hook' ? 'hookStep' : `${modeFolders[mode]}Step`
    expect(definedIn(files, steps)).toEqual([ownStep])
    expect(largeIn(files)).toEqual([])
    expect(bytes).toBeLessThan(2_200_000)
  })

  test.each(Object.entries(commandLines))(
    'of the command line loads command %s, and nothing large',
    async (name, args) => {
      const run = runAndWatch(
        ['dist/cli/index.js', ...args],
        { PATH: folder, HOME: folder },
        folder
      )
      const { files, bytes } = await loadedOf(run)
      const functions = new RegExp(`function run(${Object.keys(commandLines).join('|')})\\(`, 'g')
      expect(definedIn(files, functions)).toEqual([name])
      expect(largeIn(files)).toEqual([])
      expect(bytes).toBeLessThan(2_200_000)
    }
  )

  test('has no other commands, and all that is large in some of its files', () => {
    const names = Object.values(commandLines).map(([name]) => name)
    expect(names.sort()).toEqual(commands.map(({ name }) => name).sort())
    const files = ['dist', 'dist/cli'].flatMap((path) =>
      readdirSync(join(root, path)).map((name) => join(path, name))
    )
    expect(largeIn(files.filter((file) => file.endsWith('.js')))).toEqual(large)
  })

  test('of the command line gives its version without reading foreign JSON', async () => {
    const run = runAndWatch(['dist/cli/index.js', '--version'], { PATH: folder }, folder)
    const { files, bytes } = await loadedOf(run)
    expect(holding(files, /ZodError/)).toEqual([])
    expect(bytes).toBeLessThan(250_000)
  })
})

test('what the runner is told is what @actions/core tells it', async () => {
  // The package itself is the judge; a word that is drawn by lot ends a value.
  const values = [
    '',
    'a',
    'two\nlines\r\n',
    '100% %0A',
    '::error::x',
    'ghadelimiter_',
    'ä'.repeat(300)
  ]
  const said = async (module: string, names: readonly string[]): Promise<string> => {
    const [setOutput, saveState, exportVariable, setSecret, setFailed, summary] = names
    const files = ['OUTPUT', 'STATE', 'ENV', 'STEP_SUMMARY'].map((name) => {
      const file = join(folder, `told-${name}`)
      writeFileSync(file, '')
      return [`GITHUB_${name}`, file] as const
    })
    const script = `
      const core = await import(${JSON.stringify(module)})
      for (const value of ${JSON.stringify(values)}) {
        core.${setOutput}('name', value); core.${saveState}('name', value)
        core.${exportVariable}('NAME_' + value.length, value); core.${setSecret}(value)
        core.${setFailed}(value)
        await ${summary}
      }`
    const env = { PATH: process.env['PATH'], ...Object.fromEntries(files) }
    const { stdout, status } = await new Promise<{ stdout: string; status: number | null }>(
      (done) => {
        const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
          env,
          cwd: root
        })
        let text = ''
        child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        child.on('close', (code) => {
          done({ stdout: text, status: code })
        })
      }
    )
    expect(status).toBe(1)
    return [stdout, ...files.map(([, file]) => readFileSync(file, 'utf8'))]
      .join('\0')
      .replace(/ghadelimiter_[0-9a-f-]{36}/g, 'END')
  }
  const ours = await said(join(root, 'src/runner-commands.ts'), [
    ...['setOutput', 'saveState', 'exportVariable', 'setSecret', 'setFailed'],
    'core.addToSummary(value)'
  ])
  const theirs = await said('@actions/core', [
    ...['setOutput', 'saveState', 'exportVariable', 'setSecret', 'setFailed'],
    'core.summary.addRaw(value, true).write()'
  ])
  expect(ours).toBe(theirs)
  expect(ours).toContain('%250A')
})

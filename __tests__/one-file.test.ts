/** The command line alone: as one file in an empty folder, and as the package that npm makes of the repository. Neither finds a package beside it. */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { commands } from '../src/commands.ts'
import { version } from '../src/version.ts'
import { nixConfig, removeFolder } from './support/nix.ts'
import { output, runProgram, type ProgramResult } from './support/program.ts'
import { addStorePath } from './support/store-paths.ts'
import { ownSystem } from './support/sync-packages.ts'

const root = join(import.meta.dirname, '..')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'one-file-'))
})
afterAll(() => removeFolder(folder))

const environment = (): NodeJS.ProcessEnv => ({
  PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
  HOME: folder,
  NIX_CONFIG: nixConfig
})

describe('one file', () => {
  let file: string
  const run = (...args: string[]): Promise<ProgramResult> =>
    runProgram(file, args, { cwd: folder, env: environment() })

  beforeAll(async () => {
    const made = join(folder, 'made.mjs')
    await output(process.execPath, [join(root, 'script/one-file.ts'), made], { cwd: root })
    file = join(folder, 'empty/nar-publish.mjs')
    mkdirSync(dirname(file))
    copyFileSync(made, file)
  })

  test('has the same bytes when it is made again, and the licence of each package', async () => {
    const again = join(folder, 'again.mjs')
    await output(process.execPath, [join(root, 'script/one-file.ts'), again], { cwd: root })
    const text = readFileSync(file, 'utf8')
    expect(readFileSync(again, 'utf8') === text).toBe(true)
    expect(text.startsWith('#!/usr/bin/env node\n')).toBe(true)
    for (const words of ['MIT License', 'zod ', '@actions/http-client ', 'uplot ']) {
      expect(text.slice(text.lastIndexOf('/*'))).toContain(words)
    }
    expect(text).not.toContain(root)
  })

  test('tells its version, and its help and that of each command', async () => {
    expect(await run('--version')).toMatchObject({ stdout: `${version}\n`, failure: '' })
    const help = (await run('--help')).stdout
    for (const { name } of commands) {
      expect(help).toContain(`  ${name} `)
      expect(await run(name, '--help')).toMatchObject({ failure: '' })
    }
  })

  test('imports no name that an older Node lacks, so that it gets as far as to say which one it needs', () => {
    const names = [...readFileSync(file, 'utf8').matchAll(/import\{([^}]*)\}from"node:zlib"/g)]
    expect(names.flatMap(([, list = '']) => list.split(','))).toEqual([])
    expect(readFileSync(file, 'utf8')).toMatch(/import \w+ from"node:zlib"/)
  })

  test('publishes a store path into a repository, which doctor and Nix find sound', async () => {
    const store = join(folder, 'store.git')
    await output('git', ['init', '--quiet', '--bare', '--initial-branch=main', store])
    const path = addStorePath('from-one-file')
    const key = ['--generate-binary-cache-key', 'one-file-1', 'key', 'key.public']
    await output('nix-store', key, { cwd: folder, env: environment() })
    const publicKey = readFileSync(join(folder, 'key.public'), 'utf8')
    const published = await run('publish', path, store, '--signing-key-file', 'key', '--json')
    expect(published.failure).toBe('')
    expect(JSON.parse(published.stdout)).toMatchObject({ 'store-paths': [path] })
    // The page comes out of the file, too.
    expect(await output('git', ['-C', store, 'show', 'main:index.html'])).toContain('<script')
    const doctor = await run('doctor', store, '--public-key', publicKey, '--json')
    expect(doctor.failure).toBe('')
    expect(JSON.parse(doctor.stdout)).toMatchObject({ sound: true })

    const clone = join(folder, 'clone')
    await output('git', ['clone', '--quiet', store, clone])
    const reader = ['copy', '--from', `file://${clone}`, '--to', join(folder, 'reader'), path]
    const keys = ['--option', 'trusted-public-keys', publicKey, '--option', 'require-sigs', 'true']
    await output('nix', [...reader, ...keys], { env: environment() })
    expect(existsSync(join(folder, 'reader', path))).toBe(true)
  })

  test('evaluates a package by the expressions in it', async () => {
    const project = join(folder, 'project')
    cpSync(join(root, 'script/action-flake'), project, { recursive: true })
    // So many are copied by threads, which run a text of this file's.
    mkdirSync(join(project, 'many'))
    for (let index = 0; index < 4001; index++) writeFileSync(join(project, 'many', `${index}`), '')
    const git = (...args: string[]): Promise<string> => output('git', args, { cwd: project })
    await git('init', '--quiet')
    await git('add', '--all')
    await git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-qm', 'x')
    const args = ['version-sync', '.#hello', '2.13', '--systems', ownSystem, '--dry-run', '--json']
    const { stdout, failure } = await runProgram(file, args, { cwd: project, env: environment() })
    expect(failure).toBe('')
    expect(JSON.parse(stdout)).toMatchObject({ changed: true, 'new-version': '2.13' })
    expect(await git('status', '--porcelain')).toBe('')
  })

  test('leaves nothing beside it', () => {
    expect(readdirSync(dirname(file))).toEqual(['nar-publish.mjs'])
  })
})

describe('the package of npm', () => {
  test('needs no other package, and may not be published by mistake', () => {
    const text = readFileSync(join(root, 'package.json'), 'utf8')
    const made = JSON.parse(text) as Record<string, unknown>
    // What runs is bundled: what a bundle is made of is a tool of whoever makes it.
    expect(made['dependencies']).toBeUndefined()
    expect(made['optionalDependencies'] ?? made['scripts']).toBeUndefined()
    expect(made['private']).toBe(true)
  })

  test('is made of the command line and the licences, and starts by npx and installed, offline', async () => {
    const env = { ...environment(), npm_config_cache: join(folder, 'npm-cache') }
    const here = mkdtempSync(join(folder, 'npm-'))
    const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', here, root]
    const [packed] = JSON.parse(await output('npm', pack, { cwd: here, env })) as [
      { filename: string; files: { path: string }[] }
    ]
    const outside = packed.files
      .map(({ path }) => path)
      .filter((path) => !path.startsWith('dist/cli/'))
    expect(outside.sort()).toEqual(['LICENSE', 'README.md', 'dist/licenses.txt', 'package.json'])
    const archive = join(here, packed.filename)

    const npx = ['exec', '--offline', '--yes', '--package', archive, '--', 'nar-publish']
    expect(await output('npm', [...npx, '--version'], { cwd: here, env })).toBe(version)
    expect(await output('npm', [...npx, 'publish', '--help'], { cwd: here, env })).toContain(
      'Usage:'
    )

    const prefix = join(here, 'prefix')
    const install = ['install', '--offline', '--global', '--prefix', prefix, archive]
    await output('npm', install, { cwd: here, env })
    expect(readdirSync(join(prefix, 'lib/node_modules'))).toEqual(['nar-publish'])
    expect(await output(join(prefix, 'bin/nar-publish'), ['--version'], { env })).toBe(version)
  })
})

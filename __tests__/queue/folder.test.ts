/** The queue's folder, the hook that fills it, and the garbage collector, in a store of the test's own. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { silentLog } from '../../src/log.ts'
import { openNix } from '../../src/nix/nix.ts'
import type { Nix } from '../../src/nix/types.ts'
import { readQueue, removeEntries } from '../../src/queue/entries.ts'
import { rootPrefix, rootsFolder } from '../../src/nix/gc-roots.ts'
import { enqueue, forgetRoot } from '../../src/queue/gc-roots.ts'
import { hookScript } from '../../src/queue/install-hook.ts'
import { removeFolder, testEnvironment } from '../support/nix.ts'

let folder: string
let nix: Nix

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'queue-folder-'))
  mkdirSync(join(folder, 'store'))
  const env = { ...testEnvironment(), NIX_REMOTE: `local?root=${join(folder, 'store')}` }
  nix = await openNix({ env, cwd: folder, log: silentLog })
})
afterAll(() => removeFolder(folder))

const nixStore = (...args: string[]): string =>
  execFileSync('nix-store', args, {
    env: nix.env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe']
  })

function addPath(name: string): string {
  writeFileSync(join(folder, name), name)
  return nixStore('--add', join(folder, name)).trim()
}

function newQueue(name: string): string {
  mkdirSync(join(folder, name))
  return join(folder, name)
}

const onDisk = (storePath: string): string => join(folder, 'store', storePath)

function runHook(queue: string, env: Record<string, string>): { status: number; stderr: string } {
  const hook = join(folder, `hook-${basename(queue)}`)
  writeFileSync(hook, hookScript([queue], rootsFolder(nix.env)), { mode: 0o700 })
  const result = execFileSync('sh', ['-c', '"$0" 2>&1; echo "status $?"', hook], {
    env: { ...nix.env, ...env },
    encoding: 'utf8'
  })
  return { status: Number(/status (\d+)/.exec(result)?.[1]), stderr: result }
}

describe('a garbage collection', () => {
  test('keeps what the hook and what a terminal queued, and nothing once it has landed', async () => {
    const queue = newQueue('it’s a queue')
    const [byHook, byHand, other] = [addPath('by-hook'), addPath('by-hand'), addPath('other')]
    expect(runHook(queue, { OUT_PATHS: byHook })).toMatchObject({ status: 0 })
    await enqueue(nix, queue, [byHand])
    await enqueue(nix, queue, [byHand])
    nixStore('--gc')
    expect([byHook, byHand, other].map((path) => existsSync(onDisk(path)))).toEqual([
      true,
      true,
      false
    ])
    removeEntries(queue, [byHook, byHand])
    forgetRoot(nix, queue, byHand)
    nixStore('--gc')
    expect([byHook, byHand].map((path) => existsSync(onDisk(path)))).toEqual([false, false])
    const left = readdirSync(rootsFolder(nix.env)).filter((name) =>
      name.startsWith(rootPrefix(queue))
    )
    expect(left).toEqual([])
  })
})

describe('who may not write to Nix’s folder of roots', () => {
  test('has Nix make those of all paths by one process, and they hold', async () => {
    const queue = newQueue('by-daemon')
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    const real = execFileSync('sh', ['-c', 'command -v nix-store'], { encoding: 'utf8' }).trim()
    const script = `#!/bin/sh\nunset NIX_STATE_DIR\nexec ${real} "$@"\n`
    writeFileSync(join(bin, 'nix-store'), script, { mode: 0o755 })
    const commands: string[] = []
    const withoutLeave = {
      ...nix,
      log: { ...silentLog, debug: (line: string) => commands.push(line) },
      // Of this process's view alone.
      env: { ...nix.env, PATH: `${bin}:${nix.env['PATH'] ?? ''}`, NIX_STATE_DIR: '/nowhere/state' }
    }
    const paths = ['a', 'b', 'c', 'd'].map((name) => addPath(`daemon-${name}`))
    await enqueue(withoutLeave, queue, paths)
    expect(commands.map((line) => line.split(' ')[0])).toEqual(['nix-store'])
    const queued = new Set(readQueue(queue).entries.map(({ storePath }) => storePath))
    expect([...queued].sort()).toEqual([...paths].sort())
    nixStore('--gc')
    expect(paths.map((path) => existsSync(onDisk(path)))).toEqual(paths.map(() => true))
    removeEntries(queue, paths)
    expect(readdirSync(queue)).toEqual([])
    nixStore('--gc')
    expect(paths.map((path) => existsSync(onDisk(path)))).toEqual(paths.map(() => false))
  })
})

describe('the hook', () => {
  test('queues each output, again when it was built again', () => {
    const queue = newQueue('outputs')
    const paths = [addPath('out'), addPath('out-dev'), addPath('a?b=c+d')]
    for (let time = 0; time < 2; time++) {
      expect(runHook(queue, { OUT_PATHS: paths.join(' ') })).toEqual({
        status: 0,
        stderr: 'status 0\n'
      })
    }
    expect(
      readQueue(queue)
        .entries.map(({ storePath }) => storePath)
        .sort()
    ).toEqual([...paths].sort())
  })

  test('writes nothing into an output that is a folder when it is built again', () => {
    const queue = newQueue('folders')
    // Not in the test's own store: a link to that leads nowhere, and this one into the folder.
    const output = join(folder, '00000000000000000000000000000000-folder')
    mkdirSync(output)
    for (let time = 0; time < 2; time++) {
      expect(runHook(queue, { OUT_PATHS: output })).toMatchObject({ status: 0 })
    }
    expect(readdirSync(output)).toEqual([])
    expect(readdirSync(queue)).toEqual([basename(output)])
  })

  test('reads the outputs that are there from the derivation, when Nix does not tell them', () => {
    const queue = newQueue('drv-only')
    const drvPath = join(folder, 'x.drv')
    const [out, dev] = [join(folder, 'drv-out'), join(folder, 'drv-dev')]
    for (const path of [out, dev]) writeFileSync(path, '')
    const outputs = `("out","${out}","",""),("dev","${dev}","r:sha256","00"),("doc","${folder}/none","","")`
    writeFileSync(drvPath, `Derive([${outputs}],[("${folder}/x.drv",["out"])],[],"","",[],[])`)
    expect(runHook(queue, { OUT_PATHS: '', DRV_PATH: drvPath })).toMatchObject({ status: 0 })
    expect(readdirSync(queue).sort()).toEqual(['drv-dev', 'drv-out'])
  })

  test('queues nothing, and says so, when there is no output to be found', () => {
    const queue = newQueue('no-output')
    const before = readdirSync('.')
    const result = runHook(queue, { OUT_PATHS: '', DRV_PATH: join(folder, 'none.drv') })
    expect(result).toMatchObject({ status: 0, stderr: expect.stringContaining('none.drv') })
    expect(readdirSync(queue)).toEqual([])
    expect(readdirSync('.')).toEqual(before)
  })

  test('runs no program of the current folder, whatever PATH is', () => {
    const queue = newQueue('without-path')
    const trap = join(folder, 'trap')
    mkdirSync(trap)
    writeFileSync(join(trap, 'ln'), '#!/bin/sh\necho trapped\n', { mode: 0o700 })
    const hook = join(folder, 'hook-without-path')
    writeFileSync(hook, hookScript([queue], rootsFolder(nix.env)), { mode: 0o700 })
    const path = addPath('without-path-output')
    const env = { PATH: '', OUT_PATHS: path }
    expect(execFileSync(hook, { cwd: trap, env, encoding: 'utf8' })).toBe('')
    expect(readQueue(queue).entries.map(({ storePath }) => storePath)).toEqual([path])
  })

  test('does not fail a build when the folder is gone, and says what is not queued', () => {
    const result = runHook(join(folder, 'nowhere'), { OUT_PATHS: '/nix/store/x-y' })
    expect(result).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('not queued: /nix/store/x-y')
    })
  })

  test('runs nothing that a path’s name or the folder’s name says', () => {
    const queue = newQueue('\'; touch $(pwd)"*` x')
    const result = runHook(queue, { OUT_PATHS: '/nix/store/$(touch${IFS}pwned)-`id` /nix/store/*' })
    expect(result.status).toBe(0)
    expect(readdirSync(queue).sort()).toEqual(['$(touch${IFS}pwned)-`id`', '*'].sort())
    expect(existsSync(join(folder, 'pwned'))).toBe(false)
  })
})

describe('a queue’s folder', () => {
  test('has foreign things that are told, and neither followed nor deleted', () => {
    const queue = newQueue('foreign')
    const path = '/nix/store/00000000000000000000000000000000-x'
    symlinkSync(path, join(queue, 'any name\n'))
    symlinkSync(`${path}/bin`, join(queue, 'inside'))
    symlinkSync('/etc', join(queue, 'etc'))
    symlinkSync('/nix/store/../../etc', join(queue, 'dots'))
    mkdirSync(join(queue, 'folder'))
    writeFileSync(join(queue, '--force'), '')
    expect(readQueue(queue)).toEqual({
      entries: [{ name: 'any name\n', storePath: path }],
      foreign: ['--force', 'dots', 'etc', 'folder', 'inside']
    })
    removeEntries(queue, [path, '/etc'])
    expect(readdirSync(queue).sort()).toEqual(['--force', 'dots', 'etc', 'folder', 'inside'])
  })

  test('that is not there holds nothing', () => {
    expect(readQueue(join(folder, 'none'))).toEqual({ entries: [], foreign: [] })
  })

  test('a link that leads elsewhere by now stays', () => {
    const queue = newQueue('replaced')
    const [first, second] = ['0', '1'].map((digit) => `/nix/store/${digit.repeat(32)}-x`)
    symlinkSync(second ?? '', join(queue, 'link'))
    removeEntries(queue, [first ?? ''])
    expect(readlinkSync(join(queue, 'link'))).toBe(second)
  })
})

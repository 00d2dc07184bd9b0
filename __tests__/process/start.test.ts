import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { silentLog } from '../../src/log.ts'
import { findProgram } from '../../src/process/find-program.ts'
import {
  endGroup,
  exitWords,
  gatherOutput,
  isMissing,
  startProgram,
  type StartOptions
} from '../../src/process/start.ts'

const startFile = new URL('../../src/process/start.ts', import.meta.url).href

let folder: string
let env: Record<string, string>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nar-publish-start-'))
  env = { PATH: `${folder}:/usr/bin:/bin` }
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** A program in the child's PATH, and in no other. */
function program(name: string, script: string): string {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, name), 0o755)
  return name
}

const shell = (script: string, options: StartOptions = {}) =>
  startProgram({ program: 'sh', args: ['-c', script] }, { env, ...options })

async function textOf(started: ReturnType<typeof startProgram>): Promise<string> {
  return (await gatherOutput(started)).stdout.toString('utf8')
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Until it is gone, which its parent or the system's first process has to see to. */
async function gone(pid: number): Promise<boolean> {
  while (isAlive(pid)) await sleep(20)
  return true
}

describe('how a program ends', () => {
  test.each([0, 1, 127])(
    'status %i is told with its output and the end of stderr',
    async (status) => {
      const ended = await gatherOutput(shell(`echo out; echo err >&2; exit ${status}`))
      expect(ended).toEqual({
        status,
        signal: null,
        isTooLate: false,
        stderr: 'err\n',
        stdout: Buffer.from('out\n'),
        isTooLong: false
      })
    }
  )

  test('a signal is told by its name', async () => {
    const ended = await shell('kill -SEGV $$').exit
    expect(ended).toEqual({ status: null, signal: 'SIGSEGV', isTooLate: false, stderr: '' })
    expect(exitWords({ program: 'x', args: ['a b'] }, ended)).toBe(
      "`x 'a b'` was ended by SIGSEGV:\n(it said nothing)"
    )
  })

  test('one that is in no folder of its PATH is missing', async () => {
    program('only-here', 'echo found')
    const missing = startProgram({ program: 'only-here', args: [] }, { env: { PATH: '/usr/bin' } })
    const error: unknown = await missing.exit.catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'ENOENT', syscall: 'spawn only-here' })
    expect(isMissing(error)).toBe(true)
    expect(await textOf(startProgram({ program: 'only-here', args: [] }, { env }))).toBe('found\n')
  })

  test('one that may not be started is not missing', async () => {
    writeFileSync(join(folder, 'no-program'), 'text')
    const { exit } = startProgram({ program: join(folder, 'no-program'), args: [] }, { env })
    const error: unknown = await exit.catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'EACCES' })
    expect(isMissing(error)).toBe(false)
  })

  test('nobody needs to look at its failure, nor at what it left unread', () => {
    // In a process of its own, which an unhandled rejection would end.
    const script = `
      import { startProgram } from ${JSON.stringify(startFile)}
      startProgram({ program: 'no-such', args: [] }, { input: ['text'] })
      startProgram({ program: 'sh', args: ['-c', 'exit 1'] }, { input: ['x'.repeat(10_000_000)] })
      process.on('exit', () => console.log('went on'))`
    const args = ['--input-type=module', '-e', script]
    expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('went on\n')
  })
})

test('each argument arrives as it stands, and the log shows the command', async () => {
  const shown: string[] = []
  const log = { ...silentLog, debug: (line: string) => shown.push(line) }
  const args = [
    '-c',
    'for a in "$@"; do printf "<%s>" "$a"; done',
    'sh',
    '',
    'a b',
    '$(id)',
    '"\n\\',
    '--'
  ]
  expect(await textOf(startProgram({ program: 'sh', args }, { env, log }))).toBe(
    '<><a b><$(id)><"\n\\><-->'
  )
  expect(shown).toEqual([expect.stringMatching(/^sh -c /)])
})

test('it has the given environment and folder, and nothing else', async () => {
  process.env['SECRET_OF_THIS_PROCESS'] = 'hunter2'
  const started = shell('pwd -P; env', { env: { ...env, OWN: '1' }, cwd: '/usr' })
  delete process.env['SECRET_OF_THIS_PROCESS']
  const [cwd, ...variables] = (await textOf(started)).trimEnd().split('\n')
  expect(cwd).toBe('/usr')
  // A shell sets the others by itself.
  expect(variables.filter((line) => !/^(PWD|OLDPWD|SHLVL|_)=/.test(line)).sort()).toEqual([
    'OWN=1',
    `PATH=${folder}:/usr/bin:/bin`
  ])
})

describe('what it prints', () => {
  test('without end is cut off at the limit, and it is ended', async () => {
    const ended = await gatherOutput(shell('exec yes'), 1000)
    expect(ended).toMatchObject({ status: null, signal: 'SIGTERM', isTooLong: true })
    expect(ended.stdout.length).toBeLessThanOrEqual(1000)
  })

  test('waits for its reader', async () => {
    const { child, stdout, exit } = shell('exec yes')
    await new Promise((resolve) => stdout.once('readable', resolve))
    await sleep(200)
    expect(stdout.readableLength).toBeLessThanOrEqual(2 * stdout.readableHighWaterMark)
    child.kill('SIGKILL')
    stdout.destroy()
    expect(await exit).toMatchObject({ signal: 'SIGKILL' })
  })

  test('on stderr is seen as it comes, and its end is kept without colours', async () => {
    let seen = 0
    const onStderr = (chunk: Buffer): void => {
      seen += chunk.length
    }
    const { stderr } = await shell(`seq 100000 >&2; printf '\\033[31mred\\033[0m' >&2`, {
      onStderr
    }).exit
    expect(seen).toBe(588_895 + 'red'.length + 9)
    expect(stderr.length).toBeLessThanOrEqual(64 * 1024)
    expect(stderr.endsWith('\n99999\n100000\nred')).toBe(true)
  })

  test('goes into open files', async () => {
    const file = join(folder, 'output')
    const fd = openSync(file, 'w')
    const started = shell('echo out; echo err >&2', { files: { stdout: fd, stderr: fd } })
    expect(await gatherOutput(started)).toMatchObject({ stdout: Buffer.alloc(0), stderr: '' })
    closeSync(fd)
    expect(readFileSync(file, 'utf8')).toBe('out\nerr\n')
  })
})

describe('what it reads', () => {
  test('is nothing by default, and then the whole input', async () => {
    expect(await textOf(shell('cat; echo end'))).toBe('end\n')
    const started = shell('wc -c', { input: ['grüße', Buffer.alloc(1_000_000)] })
    expect((await textOf(started)).trim()).toBe('1000007')
    await expect(started.fed).resolves.toBeUndefined()
  })

  test('may be left unread: its exit tells, and `fed` has EPIPE', async () => {
    const started = shell('exit 3', { input: [Buffer.alloc(10_000_000)] })
    expect(await started.exit).toMatchObject({ status: 3 })
    await expect(started.fed).rejects.toMatchObject({ code: 'EPIPE' })
  })

  test('ends where its source fails, whose error `fed` has', async () => {
    async function* failing(): AsyncGenerator<Buffer> {
      yield Buffer.from('begun')
      await sleep(1)
      throw new Error('the source broke')
    }
    const started = shell('cat', { input: failing() })
    expect(await textOf(started)).toBe('begun')
    await expect(started.fed).rejects.toThrow('the source broke')
  })
})

describe('ending it early', () => {
  test('by a signal of ours rejects at once, and ends it', async () => {
    const stop = new AbortController()
    const { child, exit } = shell('exec sleep 60', { signal: stop.signal })
    stop.abort()
    await expect(exit).rejects.toMatchObject({ name: 'AbortError' })
    expect(await gone(child.pid ?? 0)).toBe(true)
  })

  test('when its time is over is told', async () => {
    expect(await shell('exec sleep 60', { timeLimit: 100 }).exit).toEqual({
      status: null,
      signal: 'SIGTERM',
      isTooLate: true,
      stderr: ''
    })
  })

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'when it is stopped by %s is waited for, and nothing starts there any more',
    async (by) => {
      const controller = new AbortController()
      const stop = { when: controller.signal, by }
      const quits = by === 'SIGTERM' ? 'exit 3' : ''
      const started = shell(`trap '${quits}' TERM; echo ready; while :; do sleep 0.02; done`, {
        stop
      })
      started.stdout.once('data', () => {
        controller.abort()
      })
      const ended = await started.exit
      expect(ended).toMatchObject(
        by === 'SIGTERM' ? { status: 3, signal: null } : { status: null, signal: by }
      )
      expect(isAlive(started.child.pid ?? NaN)).toBe(false)
      expect(() => shell('exit 0', { stop })).toThrow('aborted')
    }
  )

  test('ends the whole group where it has one', async () => {
    const file = join(folder, 'pid')
    const started = shell(`sleep 600 & echo $! > '${file}'; wait`, {
      isGroup: true,
      timeLimit: 5000
    })
    expect(await started.exit).toMatchObject({ signal: 'SIGKILL', isTooLate: true })
    expect(await gone(Number(readFileSync(file, 'utf8')))).toBe(true)
  })

  test('finds what it has left behind', async () => {
    const started = shell('sleep 600 >/dev/null 2>&1 & echo $!', { isGroup: true })
    const left = Number(await textOf(started))
    expect(isAlive(left)).toBe(true)
    endGroup(started.child)
    expect(await gone(left)).toBe(true)
    // Nothing is left of it, which is no error.
    endGroup(started.child)
  })
})

test('a process of Node’s sends messages', async () => {
  const started = startProgram(
    { program: process.execPath, args: ['-e', 'process.send({ read: 1 })'] },
    { env, isMessenger: true }
  )
  const message = await new Promise((resolve) => started.child.once('message', resolve))
  expect(message).toEqual({ read: 1 })
  await started.exit
})

test('a program is found in the first folder of PATH where it may be started', () => {
  const [first, second] = ['first', 'second'].map((name) => join(folder, name)) as [string, string]
  for (const each of [first, second]) mkdirSync(each)
  writeFileSync(join(first, 'tool'), '', { mode: 0o644 })
  writeFileSync(join(second, 'tool'), '', { mode: 0o755 })
  expect(findProgram('tool', { PATH: `${first}:${second}` })).toBe(join(second, 'tool'))
  expect(findProgram('tool', { PATH: first })).toBeNull()
  expect(findProgram('tool', {})).toBeNull()
})

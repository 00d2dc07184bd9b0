import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { livingHolder, takeLock } from '../../src/queue/lock.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
  file = join(folder, 'default.lock')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const module = join(import.meta.dirname, '../../src/queue/lock.ts')

test('is held by one, and free again afterwards', () => {
  const lock = takeLock(file, 'queue default')
  expect(livingHolder(file)).toMatchObject({ pid: process.pid })
  expect(() => takeLock(file, 'queue default')).toThrow(
    expect.objectContaining({ code: 'QUEUE_BUSY', subject: 'queue default' })
  )
  lock.release()
  expect(livingHolder(file)).toBeNull()
  takeLock(file, 'queue default').release()
  expect(readdirSync(folder)).toEqual([])
})

test('of a process that was killed is taken over', async () => {
  const script = `import { takeLock } from ${JSON.stringify(module)}; takeLock(${JSON.stringify(file)}, 'q'); console.log('held'); setInterval(() => 0, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  expect(() => takeLock(file, 'q')).toThrow(expect.objectContaining({ code: 'QUEUE_BUSY' }))
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('close', resolve))
  takeLock(file, 'q').release()
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  [
    'whose number another process has by now',
    () => JSON.stringify({ pid: process.pid, startedAt: '1' })
  ],
  ['that nobody can read', () => '{"pid":'],
  ['of nobody', () => JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' })]
])('one %s is stale', (_name, content) => {
  writeFileSync(file, content())
  takeLock(file, 'q').release()
  expect(readdirSync(folder)).toEqual([])
})

test('of many that want a stale one at once, one gets it', () => {
  writeFileSync(file, JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' }))
  const spoken = join(folder, 'spoken')
  mkdirSync(spoken)
  // Each lives on until all have tried, however long the machine takes for that.
  const script = `
    import { readdirSync, writeFileSync } from 'node:fs'
    import { takeLock } from ${JSON.stringify(module)}
    try { takeLock(${JSON.stringify(file)}, 'q'); console.log('got it') } catch { console.log('busy') }
    writeFileSync(${JSON.stringify(spoken)} + '/' + process.pid, '')
    const look = setInterval(() => { if (readdirSync(${JSON.stringify(spoken)}).length === 6) clearInterval(look) }, 10)`
  writeFileSync(join(folder, 'take.ts'), script)
  const command = `for i in 1 2 3 4 5 6; do "$0" "$1" & done; wait`
  const said = execFileSync('sh', ['-c', command, process.execPath, join(folder, 'take.ts')], {
    encoding: 'utf8',
    timeout: 50_000
  })
  expect(said.match(/got it|busy/g)).toHaveLength(6)
  expect(said.match(/got it/g)).toHaveLength(1)
})

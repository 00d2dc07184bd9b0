import { expect, jest, test } from '@jest/globals'
import { setImmediate } from 'node:timers/promises'
import { HeldLog } from '../src/held-log.ts'
import type { Log } from '../src/log.ts'

/** Lines as they are told; what is open at the time is before them. */
function recorded(): { log: Log; lines: string[] } {
  const lines: string[] = []
  const open: string[] = []
  const tell = (line: string): void => void lines.push([...open, line].join(' > '))
  const around = async <T>(name: string, body: () => Promise<T>): Promise<T> => {
    open.push(name)
    try {
      return await body()
    } finally {
      expect(open.pop()).toBe(name)
      tell(`end of ${name}`)
    }
  }
  const log: Log = {
    info: tell,
    warning: tell,
    debug: tell,
    group: (heading, body) => around(heading, body),
    fenced: (body) =>
      around('fence', () =>
        body((chunk) => {
          tell(String(chunk))
        })
      ),
    progress: (step, done, total) => {
      tell(`${step} ${done}/${total}`)
    }
  }
  return { log, lines }
}

/** Says something of each kind; half of it after `between`. */
async function work(log: Log, between: () => Promise<void>): Promise<string> {
  log.debug('a command')
  const answer = await log.group('build', async () => {
    log.info('begins')
    await log.fenced(async (write) => {
      write('one')
      await between()
      write(Buffer.from('two'))
    })
    log.warning('so-so')
    log.progress('step', 1, 2)
    return 'done'
  })
  log.info('afterwards')
  return answer
}

const all = [
  'a command',
  'build > begins',
  'build > fence > one',
  'build > fence > two',
  'build > end of fence',
  'build > so-so',
  'build > step 1/2',
  'end of build',
  'afterwards'
]

test('is the log itself, however it is told: in the midst of it, or afterwards', async () => {
  for (const isInMidst of [true, false]) {
    const { log, lines } = recorded()
    const held = new HeldLog(log, 100, () => undefined)
    const answer = await work(held, async () => {
      await setImmediate()
      expect(lines).toEqual([])
      if (!isInMidst) return
      held.tell()
      await setImmediate()
      expect(lines).toEqual(all.slice(0, 3))
    })
    held.tell()
    await held.end()
    expect(answer).toBe('done')
    expect(lines).toEqual(all)
  }
})

test('says nothing of what nobody asks for, and a failure is who fails’s', async () => {
  const { log, lines } = recorded()
  const held = new HeldLog(log, 100, () => undefined)
  const fails = work(held, () => Promise.reject(new Error('broken')))
  await expect(fails).rejects.toThrow('broken')
  await setImmediate()
  expect(lines).toEqual([])
})

test('holds so much and no more, and as much as comes once it is told', async () => {
  const full = jest.fn()
  const { log, lines } = recorded()
  const held = new HeldLog(log, 4, full)
  const say = (...chunks: string[]): Promise<void> =>
    held.fenced((write) => {
      for (const chunk of chunks) write(chunk)
      return Promise.resolve()
    })
  await say('1234')
  expect(full).not.toHaveBeenCalled()
  await say('5')
  expect(full).toHaveBeenCalledTimes(1)
  held.tell()
  await say('6'.repeat(100))
  await held.end()
  expect(full).toHaveBeenCalledTimes(1)
  expect(lines.at(-2)).toBe(`fence > ${'6'.repeat(100)}`)
})

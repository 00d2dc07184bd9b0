import { expect, test } from '@jest/globals'
import { silentLog, type Log } from '../../src/log.ts'
import { logOf } from '../../src/queue/serve.ts'
import type { Queue } from '../../src/queue/types.ts'

function collect(): { lines: string[]; log: Log } {
  const lines: string[] = []
  const add = (line: string): void => {
    lines.push(line)
  }
  const log: Log = {
    ...silentLog,
    info: add,
    warning: add,
    group: (heading, body) => {
      lines.push(`group ${heading}`)
      return body()
    }
  }
  return { lines, log }
}

const queueNamed = (name: string): Queue => ({
  name,
  closure: 'binary',
  interval: 1,
  maxAttempts: 1,
  destination: { kind: 'store', url: 'file:///c', checkSigs: true, substituteOnDestination: false }
})

test('of queues that work at the same time each line says whose it is, under nobody’s heading', async () => {
  const queues = [queueNamed('main'), queueNamed('mirror')]
  const { lines, log } = collect()
  const [main, mirror] = queues.map((queue) => logOf(queue, queues, log))
  await main?.group('Plan', () => {
    mirror?.warning('it is down')
    main.info('one path')
    return Promise.resolve()
  })
  expect(lines).toEqual(['main: Plan', 'mirror: it is down', 'main: one path'])
})

test('a queue alone has headings, and no name in front', async () => {
  const queue = queueNamed('default')
  const { lines, log } = collect()
  await logOf(queue, [queue], log).group('Plan', () => Promise.resolve())
  expect(lines).toEqual(['group Plan'])
})

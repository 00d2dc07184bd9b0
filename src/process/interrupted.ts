import { constants } from 'node:os'
import { attempt, codeOf } from '../errors.ts'
import { endPrograms } from './start.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const streams = [process.stdout, process.stderr]

/**
 * Runs `body`. At a signal, or when nobody reads any more what is printed (`… | head -1`), what it started ends, `leave` cleans up, and this
 * process ends as the signal would have it.
 */
export async function whileUninterrupted<T>(body: () => Promise<T>, leave: () => void): Promise<T> {
  const state = { isEnding: false }
  const end = (signal: (typeof signals)[number] | 'SIGPIPE'): void => {
    if (state.isEnding) return
    state.isEnding = true
    void endPrograms(signal === 'SIGPIPE' ? 'SIGTERM' : signal).then(() => {
      attempt(leave, undefined)
      process.exit(128 + constants.signals[signal])
    })
  }
  const isUnread = (error: Error): void => {
    if (codeOf(error) === 'EPIPE') end('SIGPIPE')
  }
  for (const signal of signals) process.on(signal, end)
  for (const stream of streams) stream.on('error', isUnread)
  try {
    return await body()
  } finally {
    // It fails because its programs were ended, which is nobody's news.
    if (state.isEnding) await new Promise(() => undefined)
    for (const signal of signals) process.off(signal, end)
    for (const stream of streams) stream.off('error', isUnread)
  }
}

import type { Layer } from './call.ts'
import type { Conditions, Window } from './options.ts'
import { RequestWindow } from './request-window.ts'

/** Raw files are not a CDN: strangers get few of them, and at times nobody gets any. What is 404 counts as well. */
export function rawLimits(conditions: () => Conditions): Layer {
  let windows = new Map<string, RequestWindow>()
  // The setting that was counted for: another one starts over.
  let setting: Window | null = null

  function isOneTooMany(address: string): boolean {
    const { rawLimit } = conditions()
    if (rawLimit !== setting) windows = new Map()
    setting = rawLimit
    if (rawLimit === null) return false
    const window = windows.get(address) ?? new RequestWindow()
    windows.set(address, window)
    if (window.waitMs(rawLimit) > 0) return true
    window.take(rawLimit)
    return false
  }

  return (call, next) => {
    if (call.kind !== 'raw') return next(call)
    const isStranger = call.headers.authorization === undefined
    const { rawClosedTo } = conditions()
    const isClosed = rawClosedTo === 'everybody' || (rawClosedTo === 'strangers' && isStranger)
    return isClosed || (isStranger && isOneTooMany(call.address))
      ? Promise.resolve(tooManyRequests)
      : next(call)
  }
}

const tooManyRequests = {
  status: 429,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: Buffer.from('429: Too Many Requests')
}

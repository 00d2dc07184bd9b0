import { isPlainFile, isWrite, refusal, type Call, type Layer } from './call.ts'
import type { Conditions, Window } from './options.ts'
import { RequestWindow } from './request-window.ts'

const hourlyLimit = 5_000

/** GitHub's limits: the hourly quota, and the secondary ones of writes and of what creates content. Plain files cost nothing. */
export function rateLimits(conditions: () => Conditions): Layer {
  const window = { endsAt: 0, writes: 0 }
  // The setting that the quota was made for: another one starts over.
  let setting: Conditions['primaryLimit'] = null
  const quota = { remaining: hourlyLimit, resetsAt: Date.now() + 3_600_000 }

  function countAgainstQuota(): boolean {
    const { primaryLimit } = conditions()
    if (primaryLimit !== setting) {
      setting = primaryLimit
      quota.remaining = primaryLimit?.remaining ?? hourlyLimit
      quota.resetsAt = Date.now() + (primaryLimit?.resetSeconds ?? 3_600) * 1_000
    }
    if (Date.now() >= resetSecond(quota.resetsAt) * 1_000) {
      quota.remaining = hourlyLimit
      quota.resetsAt = Date.now() + 3_600_000
    }
    if (!primaryLimit) return true
    return quota.remaining-- > 0
  }

  /** Seconds until writes are taken again; null: this one is. */
  function countAgainstWindow(): number | null {
    const { secondaryLimit } = conditions()
    if (!secondaryLimit) return null
    if (Date.now() >= window.endsAt) {
      window.endsAt = Date.now() + secondaryLimit.windowMs
      window.writes = 0
    }
    return ++window.writes > secondaryLimit.writes ? secondaryLimit.retryAfterSeconds : null
  }

  const contentWindows = new Map<Window, RequestWindow>()

  /** Seconds until content may be created again; null: this request may. */
  function countAgainstContent(call: Call): number | null {
    if (!/^(POST|PUT|PATCH)$/.test(call.method)) return null
    const windows = conditions().contentLimits.map((limit) => {
      const window = contentWindows.get(limit) ?? new RequestWindow()
      contentWindows.set(limit, window)
      return { limit, window }
    })
    const waitMs = Math.max(0, ...windows.map(({ limit, window }) => window.waitMs(limit)))
    if (waitMs > 0) return Math.ceil(waitMs / 1_000)
    for (const { limit, window } of windows) window.take(limit)
    return null
  }

  return async (call, next) => {
    if (isPlainFile(call.kind)) return next(call)
    const isWithinQuota = countAgainstQuota()
    const headers = {
      'x-ratelimit-limit': `${hourlyLimit}`,
      'x-ratelimit-remaining': `${Math.max(0, quota.remaining)}`,
      'x-ratelimit-reset': `${resetSecond(quota.resetsAt)}`,
      'x-ratelimit-resource': 'core'
    }
    if (!isWithinQuota) {
      quota.remaining = 0
      return refusal(403, 'API rate limit exceeded for user ID 1.', headers)
    }
    const retryAfter = isWrite(call) ? (countAgainstWindow() ?? countAgainstContent(call)) : null
    if (retryAfter !== null) {
      const message =
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
      return refusal(403, message, { ...headers, 'retry-after': `${retryAfter}` })
    }
    const reply = await next(call)
    if (typeof reply === 'symbol') return reply
    return { ...reply, headers: { ...reply.headers, ...headers } }
  }
}

/** Seconds since the epoch, not before the moment meant. */
function resetSecond(milliseconds: number): number {
  return Math.ceil(milliseconds / 1_000)
}

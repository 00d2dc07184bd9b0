import type { z } from 'zod'
import { oneLine } from '../../harmless.ts'
import { list } from '../../text.ts'

/** An answer that succeeded and is not what was asked for. */
export interface Unreadable {
  /** It was cut, or is not the bytes that were meant: the same request may be answered whole. Else the next answer will be the same. */
  isLost: boolean
  /** Ends `the answer to GET … `. */
  words: string
}

/** `data`: as Octokit gives it, JSON parsed and all else as text. */
export function readUnreadable(
  data: unknown,
  contentType: string | undefined,
  { issues }: z.ZodError
): Unreadable {
  if (typeof data === 'string') {
    const page = webPage(data, contentType)
    if (page !== null) return { isLost: false, words: `is ${page}` }
    // Octokit gives what it has of a body that was cut: the request did succeed, its answer is lost.
    if (data === '' || isJson(contentType)) return { isLost: true, words: 'is not whole' }
    return { isLost: false, words: `is no JSON, but ${oneLine(contentType ?? 'text', 80)}` }
  }
  if (data instanceof ArrayBuffer) {
    return { isLost: false, words: `is no JSON, but ${oneLine(contentType ?? 'bytes', 80)}` }
  }
  // Of the right shape, with other content.
  if (issues.every(({ code }) => code === 'custom')) return { isLost: true, words: 'is not whole' }
  const fields = [...new Set(issues.map(({ path }) => path.join('.')))].filter((name) => name)
  const isEmpty = typeof data === 'object' && data !== null && Object.keys(data).length === 0
  const what = isEmpty ? `is \`${JSON.stringify(data)}\`` : 'is of another shape'
  if (fields.length === 0) return { isLost: false, words: what }
  const named = list(fields.slice(0, 3).map((name) => `\`${oneLine(name, 80)}\``))
  const more = fields.length > 3 ? ` and ${fields.length - 3} more` : ''
  return { isLost: false, words: `${what}: it lacks ${named}${more}, or has something else there` }
}

/** What a body is when it is a page for people: a proxy's, a portal's, a login's; null: it is none. */
export function webPage(data: unknown, contentType: string | undefined): string | null {
  if (typeof data !== 'string') return null
  const isPage = /\bhtml\b/i.test(contentType ?? '') || /^\s*<(!doctype|html|\?xml)\b/i.test(data)
  if (!isPage) return null
  const title = /<title[^>]*>([^<]{1,200})/i.exec(data)?.[1]?.trim() ?? ''
  return title === '' ? 'a web page' : `a web page (“${oneLine(title, 80)}”)`
}

function isJson(contentType: string | undefined): boolean {
  return /\bjson\b/i.test(contentType ?? '')
}

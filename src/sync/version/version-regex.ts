import { createContext, Script } from 'node:vm'
import { NarPublishError } from '../../errors.ts'

/** Characters of an expression, and of a tag that it is tried on. */
const longestRegex = 500
const longestTag = 300
/** For all tags of a repository together, in milliseconds; an honest expression takes some microseconds for each. */
const longestTime = 2000

/**
 * Runs where V8 can be stopped: an expression such as `(a+)+$` would take years on a tag that somebody pushed to be nasty. An engine
 * that is linear (RE2) is not in Node, and as a dependency would be a program of its own.
 */
const search = new Script(`
  const expression = new RegExp(source);
  tags.map((tag) => {
    const found = expression.exec(tag);
    return found === null ? null : (found.groups?.version ?? found[1] ?? null);
  })
`)
/** An empty alternative matches anything, and tells how many groups there are. */
const countGroups = new Script('new RegExp(source); new RegExp(source + "|").exec("").length - 1')

/**
 * What `version-regex` finds in each tag: its group named `version`, else its first; null: it does not match. Throws REGEX_INVALID
 * when that takes too long.
 */
export function versionsByRegex(source: string, tags: readonly string[]): (string | null)[] {
  const found = runIn(search, source, tags)
  if (Array.isArray(found)) return Array.from(found as (string | null)[])
  const what = tags.length === 1 ? 'the tag' : `${tags.length} tags`
  throw refused(source, `it is not done with ${what} within ${longestTime / 1000} s`)
}

/** The expression as it was given. Throws REGEX_INVALID for what is no regular expression with a group. */
export function checkVersionRegex(source: string): string {
  const groups = source.length > longestRegex ? null : runIn(countGroups, source, [])
  if (typeof groups === 'number' && groups > 0) return source
  throw refused(
    source,
    `it is no regular expression (JavaScript’s) of at most ${longestRegex} characters with a group, which is the version: \`^release-(.+)-final$\``
  )
}

function refused(source: string, reason: string): NarPublishError {
  const subject = `version-regex ${JSON.stringify(source.slice(0, longestRegex))}`
  return new NarPublishError({ code: 'REGEX_INVALID', subject, reason })
}

/** null: it is no expression, or it takes too long. */
function runIn(script: Script, source: string, tags: readonly string[]): unknown {
  const context = createContext({ source, tags: tags.map((tag) => tag.slice(0, longestTag)) })
  try {
    return script.runInContext(context, { timeout: longestTime })
  } catch {
    return null
  }
}

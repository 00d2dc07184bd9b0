import { readFileSync, statSync } from 'node:fs'
import prettyBytes from 'pretty-bytes'
import { NarPublishError } from '../errors.ts'
import { quote, shortList } from '../text.ts'
import { omResultsInvalid } from './invalid.ts'
import { largestResults, parseOmResults, type OmResults } from './parse.ts'

/** What the input `om-results` and those around it say. */
export interface OmResultsInput {
  /** Absolute; may be a link, also one into the store, as `om ci run` leaves it. */
  file: string
  /** Of these subflakes; none: of all. */
  subflakes: readonly string[]
  /** Each named path is pinned as `<prefix>-<system>-<name>`; null: none is. */
  pinPrefix: string | null
}

/** So many names are told. */
const longestList = 20

/** The results of the subflakes that were asked for. Throws OM_RESULTS_INVALID, SUBFLAKE_UNKNOWN. */
export function readOmResults({ file, subflakes }: Omit<OmResultsInput, 'pinPrefix'>): OmResults {
  const results = parseOmResults(readBounded(file), subjectOf(file))
  if (subflakes.length === 0) return results
  const known = results.subflakes.map(({ name }) => name)
  const unknown = subflakes.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new NarPublishError({
      code: 'SUBFLAKE_UNKNOWN',
      subject: `subflake ${quote(unknown)}`,
      reason:
        known.length === 0
          ? 'the results have none'
          : `the results have ${shortList(known.map(quote), longestList)}`
    })
  }
  return { ...results, subflakes: results.subflakes.filter(({ name }) => subflakes.includes(name)) }
}

function readBounded(file: string): Buffer {
  try {
    const stat = statSync(file)
    if (!stat.isFile()) throw omResultsInvalid(subjectOf(file), 'it is not a file')
    if (stat.size > largestResults) {
      const sizes = [stat.size, largestResults].map((size) => prettyBytes(size, { binary: true }))
      throw omResultsInvalid(subjectOf(file), `it has ${sizes.join(', and may have ')}`)
    }
    return readFileSync(file)
  } catch (cause) {
    if (cause instanceof NarPublishError) throw cause
    const { code } = Object(cause) as { code?: unknown }
    throw omResultsInvalid(subjectOf(file), `it cannot be read (${String(code)})`, cause)
  }
}

function subjectOf(file: string): string {
  return `om-results, ${quote(file)}`
}

import { gunzipSync, gzipSync } from 'node:zlib'
import type { RunnerLabel } from '../inputs/runner-map.ts'

const prefix = 'gzip:'
/** bytes */
const largestText = 16 * 1024 * 1024

/**
 * A matrix's rows for the input `expected`, with what their artifacts are called, and short: an input is a variable of its step's process, for which Linux has 128 KiB
 * (execve(2), MAX_ARG_STRLEN). Some thousand attributes have more as JSON, and nothing of that step would run. `beside`: null says nothing of
 * it.
 */
export function formatExpected(
  rows: readonly MatrixRow[],
  beside: BesideRows | null = { held: [], failures: [] }
): string {
  const include = rows.map(({ name, system, attribute, pnames }) => {
    return { name, system, attribute, pnames }
  })
  const json = JSON.stringify({ include, ...beside })
  return prefix + gzipSync(json, { level: 9 }).toString('base64')
}

/** The JSON of `formatExpected`, or of the output `matrix`, which is taken as well. Throws what zlib and JSON throw. */
export function parseExpectedText(text: string): unknown {
  if (!text.startsWith(prefix)) return JSON.parse(text)
  const bytes = Buffer.from(text.slice(prefix.length), 'base64')
  return JSON.parse(gunzipSync(bytes, { maxOutputLength: largestText }).toString('utf8'))
}
/** What was asked for and has no row. */
export interface BesideRows {
  /** Artifacts that the target held. */
  held: readonly { attribute: string; system: string; storePath: string }[]
  /** Attributes that do not evaluate, or have no runner. */
  failures: readonly { attribute: string; code: string }[]
}

/** One job: a row of `strategy.matrix.include`. */
export interface MatrixRow {
  /** For the job's name: one line of harmless characters. */
  name: string
  system: string
  /** For `runs-on`. */
  os: RunnerLabel
  /** For `flake-attribute`: one installable a line. */
  attribute: string
  /** What each of these is called in the index, in their order. */
  pnames: string[]
  /** Its row in the plan; left out: there is none, and its job evaluates. */
  row?: string
  /** Rows of the first wave that it takes from, `a|b`; left out or empty: none. */
  takes?: string
}

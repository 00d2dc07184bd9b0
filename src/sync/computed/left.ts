import { basename } from 'node:path'
import { NarPublishError } from '../../errors.ts'
import { listingName } from '../many/listing-file.ts'
import { failureSuffix, parseFailure, type LeftFailure } from './failure.ts'
import { computedMissing, filesLeft, readText } from './files.ts'
import { computedInvalid, parseComputed } from './schema.ts'
import type { ReadComputed } from './types.ts'

/** Of all together, in bytes, and how many: a matrix has 256 rows, a row as many files as packages and systems. */
const largestOfAll = 400_000_000
const mostFiles = 2000

/** What jobs before this one left. */
export interface Left {
  answers: ReadComputed[]
  failures: LeftFailure[]
  /** Of phase `list`; its text is anybody's. */
  listings: { file: string; text: string }[]
  /** COMPUTED_INVALID about each file that is none of these. */
  broken: NarPublishError[]
}

/**
 * Reads the files that phases `compute` and `list` wrote; of a folder all `.json` files in it, in the order of their names. Links are not
 * followed. Throws COMPUTED_MISSING, and COMPUTED_INVALID about all of them.
 */
export async function readAllLeft(paths: readonly string[]): Promise<Left> {
  const files = await filesLeft(paths, mostFiles)
  if (files.length === 0) {
    throw computedMissing(paths.join(', '), 'there is no file of phase `compute` in it')
  }
  const left: Left = { answers: [], failures: [], listings: [], broken: [] }
  let bytes = 0
  for (const file of files) {
    try {
      const text = await readText(file)
      bytes += Buffer.byteLength(text)
      take(left, file, text)
    } catch (error) {
      if (!(error instanceof NarPublishError)) throw error
      left.broken.push(error)
    }
    if (bytes > largestOfAll) {
      throw computedInvalid(paths.join(', '), `its files have over ${largestOfAll} bytes together`)
    }
  }
  return left
}

function take(left: Left, file: string, text: string): void {
  if (basename(file) === listingName) left.listings.push({ file, text })
  else if (file.endsWith(failureSuffix)) left.failures.push(parseFailure(text, file))
  else left.answers.push({ ...parseComputed(text, file), file })
}

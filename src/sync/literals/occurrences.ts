import type { Region, VersionLiteral } from '../types.ts'
import type { Found } from './regions.ts'
import { spellingsOf } from './version-spelling.ts'

/**
 * Where a version stands in a region. A version goes on to neither side there: `v0.76.0` and `infer-0.76.0-rc1.tar.gz` hold 0.76.0;
 * `10.76.0`, `0.76.01`, `0.76.0.1`, `1.0.76.0` and `0.76.0b` do not. One of few digits and nothing else (`7`) is looked for as a
 * whole value only, or after its `v`.
 */
export function occurrencesIn(region: Region, version: string): Found<VersionLiteral>[] {
  if (version === '') return []
  const found = spellingsOf(version).flatMap(({ spelling, separator }) =>
    offsetsOf(region, spelling, separator).map((offset) => {
      const start = region.start + offset
      return { start, end: start + spelling.length, text: spelling, separator }
    })
  )
  // `1-2-1_2_1` holds 1.2.1 in two spellings that share a digit.
  let end = 0
  return found
    .toSorted((a, b) => a.start - b.start)
    .filter((occurrence) => {
      if (occurrence.start < end) return false
      end = occurrence.end
      return true
    })
}

/** Versions without any separator are found inside of other text from this length on: a date is, `7` or `4523` is not. */
const shortestInText = 6

function offsetsOf({ text, isWhole }: Region, spelling: string, separator: string): number[] {
  const isCompound = /[._+-]/.test(spelling)
  if (!isCompound && spelling.length < shortestInText) {
    const isValue =
      isWhole && text.endsWith(spelling) && /^v?$/i.test(text.slice(0, -spelling.length))
    return isValue ? [text.length - spelling.length] : []
  }
  // The version goes on: in digits or letters, or in one more part. `.7z` is the ending of an archive.
  const goesOnBefore = isCompound
    ? new RegExp(`[0-9]$|[0-9][.${separator}]$`)
    : /[0-9A-UW-Za-uw-z]$|[0-9A-Za-z][vV]$/
  const goesOnAfter = new RegExp(`^(?:[0-9A-Za-z]|[.${separator}](?!7z\\b)[0-9])`)
  const offsets: number[] = []
  for (
    let offset = text.indexOf(spelling);
    offset !== -1;
    offset = text.indexOf(spelling, offset + 1)
  ) {
    const end = offset + spelling.length
    if (goesOnBefore.test(text.slice(Math.max(0, offset - 2), offset))) continue
    if (goesOnAfter.test(text.slice(end, end + 4))) continue
    offsets.push(offset)
  }
  return offsets
}

import prettyBytes from 'pretty-bytes'
import { count, shortList } from '../text.ts'
import { mostFetches } from './fetches.ts'
import type { MatrixInputs } from './inputs.ts'
import type { PlannedParts } from './plan-parts.ts'
import type { ReportedRow } from './report/types.ts'

const mostNamed = 5

/** What of a plan is not as one would have it. */
export function planNotes(
  { here, derivations }: PlannedParts,
  rows: readonly ReportedRow[],
  { rowWeight, planDirectory }: Pick<MatrixInputs, 'rowWeight' | 'planDirectory'>
): string[] {
  const names = (some: readonly { name: string }[]): string =>
    shortList(
      some.map(({ name }) => name),
      mostNamed
    )
  const heavy = rows.filter(({ weight }) => weight > rowWeight)
  const large = rows.filter(({ fetches }) => (fetches ?? 0) > mostFetches)
  return [
    ...(here.tooLarge.length === 0
      ? []
      : [
          `This machine has built ${names(here.tooLarge.flatMap((path) => derivations.get(path) ?? []))} already, which would be too much to hand on; it is built again.`
        ]),
    ...(heavy.length === 0
      ? []
      : [
          `${count(heavy.length, 'row')} weighs more than \`row-weight\` (${rowWeight}): ${names(heavy)}. ${planDirectory === null ? 'With `output-directory` what several attributes share could be built in a first wave.' : 'Nothing in it is shared that could be built before.'}`
        ]),
    ...large.map(
      ({ name, fetches }) =>
        `The job of ${name} fetches ${prettyBytes(fetches ?? 0)} from caches, for which the disk of its runner may be too small.`
    )
  ]
}

import type { NarPublishError } from '../../errors.ts'
import type { RunnerLabel } from '../../inputs/runner-map.ts'
import { timed, type Run, type Timings } from '../../run.ts'
import { writeListing } from './listing-file.ts'
import { lookAt } from './look.ts'
import { rowsOf } from './rows.ts'
import type { ChangeSet, Listing, Look, Row } from './types.ts'

/** What a look is told, and what becomes of it. */
export interface ListInputs {
  look: Look
  /** For the rows of the matrix, by system; null: there is no matrix. */
  runners: ReadonlyMap<string, RunnerLabel> | null
  /** Where the listing is left, absolute; null: nowhere. */
  outputDirectory: string | null
}

/** What a look found, for people and for the jobs that follow. */
export interface ListReport {
  listing: Listing
  rows: readonly Row[]
  /** Of the sets, as the rows have them. */
  names: ReadonlyMap<ChangeSet, string>
  /** Where the listing is. */
  file: string | null
  notes: readonly string[]
  timings: Readonly<Timings>
}

/** Looks which packages are outdated, and writes nothing to the checkout. */
export async function listOutdated(
  run: Run<ListInputs>
): Promise<{ report: ListReport; error: NarPublishError | null }> {
  const { inputs, log, timings } = run
  const { look, runners, outputDirectory } = inputs
  const listing = await timed(run, 'look', () =>
    lookAt(run, look, { forMachines: runners !== null })
  )
  const { rows, names, later, notes } = rowsOf(listing.sets, runners ?? new Map(), look.version)
  const file =
    outputDirectory === null
      ? null
      : await timed(run, 'write', () =>
          writeListing(outputDirectory, runners === null ? listing : withWaiting(listing, later))
        )
  if (file !== null) log.info(`listing: ${file}`)
  const all = [...listing.notes, ...(runners === null ? [] : notes)]
  for (const note of all) log.warning(note)
  return { report: { listing, rows, names, file, notes: all, timings }, error: null }
}

/** For the job that commits, which is not to miss what nobody was to compute. */
function withWaiting(listing: Listing, later: ReadonlySet<ChangeSet>): Listing {
  const sets = listing.sets.map((set) => (later.has(set) ? { ...set, waits: true } : set))
  return { ...listing, sets }
}

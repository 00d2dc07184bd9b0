import { timed, type Reported, type Run } from '../../run.ts'
import { evaluationsIn } from '../counts.ts'
import type { SyncWork } from '../inputs.ts'
import type { Subject } from '../propose/about.ts'
import { bringChanges } from './bring-changes.ts'
import { changeSets, isMeant, whyStuck } from './changes-of-sets.ts'
import { workFor, type ManyInputs } from './inputs.ts'
import { lookAt } from './look.ts'
import type { ManyReport } from './report.ts'
import { rowsOf } from './rows.ts'
import { Tally } from './tally.ts'
import type { ChangeSet } from './types.ts'
import { manyRun, together, workOutSet } from './work-out-set.ts'

type AllInputs = Extract<ManyInputs, { phase: 'all' }>

/**
 * Looks at all packages, and brings the outdated ones to their newest versions: each change by a pull request of its own, or all together.
 * One that fails is told, and the others are done; what is the machine's or the token's failure ends the run. Throws what the look does.
 */
export async function bringAll(run: Run<AllInputs>): Promise<Reported<ManyReport>> {
  const { inputs } = run
  const { destination, dryRun, many, work, look } = inputs
  const listing = await timed(run, 'look', () => lookAt(run, look))
  const tally = new Tally(listing.packages)
  tally.note(listing.notes)
  const isKept = look.version.kind === 'keep'
  const here = manyRun(run)
  const { names } = rowsOf(listing.sets, new Map(), look.version)
  const found = changeSets(listing, isKept).map((set) => ({
    stuck: look.version.kind === 'latest' ? whyStuck(set) : null,
    change: {
      name: names.get(set),
      packages: isKept ? set.packages : set.packages.filter(isMeant),
      subjects: subjectsOf(set, listing.head),
      work: () => workOutSet(here, worksOf(inputs, set))
    }
  }))
  tally.begin(found.map(({ change }) => change))
  for (const { stuck, change } of found) if (stuck !== null) tally.leftOut(change, stuck)
  const changes = found.flatMap(({ stuck, change }) => (stuck === null ? [change] : []))
  const formattedWith = work.formatter === 'none' ? null : work.formatter
  const { counts } = here
  const made = (): ManyReport['counts'] => ({
    evaluations: listing.counts.evaluations + evaluationsIn(counts),
    requests: listing.counts.requests,
    builds: counts.builds
  })
  const bringing = {
    ...{ run, destination, dryRun, many, isKept, formattedWith, changes, tally },
    together: together(here)
  }
  return bringChanges(bringing, made, computedBy(inputs))
}

/** What decides what is computed, but for the packages' versions and the commit. */
function computedBy({ work, look: { version } }: AllInputs): string {
  return JSON.stringify([{ ...work, token: '' }, version])
}

/** What the packages of a change are to be worked out as. */
function worksOf({ work, look }: AllInputs, set: ChangeSet): SyncWork[] {
  return set.packages.map(({ reference, newest, tag }) => {
    const text = tag ?? newest ?? set.version
    // The look has chosen it; nobody is asked again.
    const isChosen = look.version.kind === 'latest' && text !== null
    const version = isChosen ? ({ kind: 'given', text, source: 'input' } as const) : look.version
    return workFor(work, reference, version)
  })
}

/** What the pull requests of a change are known by, before it is worked out. */
function subjectsOf({ packages }: ChangeSet, head: string): Subject[] {
  return packages.map(({ reference, name, version, newest }) => ({
    ...{ name, package: reference, head },
    ...{ oldVersion: version, newVersion: newest ?? version },
    ...{ revision: null, hashes: [] }
  }))
}

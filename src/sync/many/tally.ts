import { asNarPublishError, NarPublishError } from '../../errors.ts'
import type { FailedBuild } from '../../failed-build.ts'
import type { ReportedRun } from '../../report/types.ts'
import type { Computed } from '../computed/types.ts'
import { workflowTokenNote } from '../propose/body.ts'
import type { Proposed } from '../propose/proposal.ts'
import { placeOf, type HashEdit } from '../types.ts'
import {
  rowOf,
  rowOfChange,
  whyOf,
  type Done,
  type ManyReport,
  type ManyRow,
  type Outcome,
  type Why
} from './report.ts'
import { stops } from './stops.ts'
import type { ListedPackage } from './types.ts'

/** Packages of one change, by the texts of their references. */
export interface OfOneChange {
  /** What later steps know the change by; left out: its first package. */
  name?: string | undefined
  packages: readonly { reference: { text: string } }[]
}

/** What became of each package so far. */
export class Tally {
  /** By the package's text, in their order. */
  readonly #rows = new Map<string, ManyRow>()
  readonly #builds: FailedBuild[] = []
  readonly notes: string[] = []
  readonly commits: string[] = []
  readonly computedFiles: string[] = []
  /** Hashes that a look at them found wrong. */
  readonly drift: HashEdit[] = []
  /** What stopped the run; null: it went to its end. */
  stopped: NarPublishError | null = null
  diff: string | null = null

  constructor(listed: readonly ListedPackage[] = []) {
    for (const one of listed) this.add(rowOf(one))
  }

  /** A row, unless there is one of its package. */
  add(row: ManyRow): void {
    if (!this.#rows.has(row.package)) this.#rows.set(row.package, row)
  }

  /** Rows of what is to be brought to another version: nothing was done for them yet. */
  begin(sets: readonly OfOneChange[]): void {
    for (const set of sets) {
      const [first] = set.packages
      for (const row of this.#of(set)) {
        this.#rows.set(row.package, { ...row, set: set.name ?? first?.reference.text ?? null })
      }
    }
  }

  set(set: OfOneChange, { pullRequest = null, why = null, done }: Outcome): void {
    for (const row of this.#of(set)) {
      const ofChange = done === 'current' ? null : row.set
      this.#rows.set(row.package, { ...row, done, pullRequest, why, set: ofChange })
    }
  }

  proposed(set: OfOneChange, { number, url, operation, notes }: Proposed): void {
    const done: Done = operation === 'created' ? 'proposed' : operation
    this.set(set, { done, pullRequest: { number, url, operation } })
    const what = `#${number}: `
    // What is so of all of them is told once.
    this.note(notes.map((note) => (note === workflowTokenNote ? note : what + note)))
  }

  /** A package of a phase that looks at none. */
  computed({ change }: Pick<Computed, 'change'>, file: string): void {
    this.add({ ...rowOfChange(change), done: 'computed' })
    this.computedFiles.push(file)
  }

  limited(set: OfOneChange, limit: number, open: number): void {
    const reason = `${open} are open, and \`open-pull-requests-limit\` is ${limit}`
    this.set(set, { done: 'limit', why: { code: null, reason } })
  }

  /** Of what is not to be had, as an error or as its rows are to say it. */
  leftOut(set: OfOneChange, problem: NarPublishError | Outcome): void {
    if (problem instanceof NarPublishError) this.failed(set, problem)
    else this.set(set, problem)
  }

  failed(set: OfOneChange, error: NarPublishError): void {
    this.set(set, { done: 'failed', why: whyOf(error) })
    this.#builds.push(...error.builds)
  }

  /** Runs something of a change, whose failure is that change's alone, unless it is one that ends the run. */
  async try(set: OfOneChange, step: () => Promise<void>): Promise<void> {
    try {
      await step()
    } catch (thrown) {
      const error = asNarPublishError(thrown)
      this.failed(set, error)
      if (stops(error)) this.stopped = error
    }
  }

  /** Runs something that is about all of them: its failure ends the run. null: it failed. */
  async whole<T>(step: () => Promise<T>): Promise<T | null> {
    try {
      return await step()
    } catch (thrown) {
      this.stopped ??= asNarPublishError(thrown)
      return null
    }
  }

  /** Of changes that the run did not come to. */
  leave(sets: readonly OfOneChange[]): void {
    const { stopped } = this
    if (stopped === null) return
    const { code, reason } = whyOf(stopped)
    for (const set of sets) {
      const isUntried = this.#of(set).every(({ done, why }) => done === 'failed' && why === null)
      const why: Why = { code, reason: `not done, as the run was stopped: ${reason}` }
      if (isUntried) this.set(set, { done: 'failed', why })
    }
  }

  /** Those of one place once: packages may share it. */
  drifted(hashes: readonly HashEdit[]): void {
    const known = new Set(this.drift.map(placeOf))
    this.drift.push(...hashes.filter((one) => !known.has(placeOf(one))))
  }

  note(notes: readonly string[]): void {
    for (const note of notes) if (!this.notes.includes(note)) this.notes.push(note)
  }

  report(
    more: Pick<ManyReport, 'repository' | 'counts' | 'dashboard'> & Pick<ReportedRun, 'timings'>
  ): ManyReport {
    const { notes, commits, computedFiles, diff } = this
    return { rows: this.rows, notes, commits, computedFiles, diff, builds: this.#builds, ...more }
  }

  get rows(): ManyRow[] {
    return [...this.#rows.values()]
  }

  #of({ packages }: OfOneChange): ManyRow[] {
    return packages.flatMap(({ reference: { text } }) => this.#rows.get(text) ?? [])
  }
}

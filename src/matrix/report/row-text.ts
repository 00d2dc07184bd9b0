import { list } from '../../text.ts'
import type { ReportedRow } from './types.ts'

/** `12`, `8.05`. */
export function weightText(weight: number): string {
  return String(Math.round(weight * 100) / 100)
}

/** `12 of weight 8.05`; empty: there are none. */
export function buildsText({ builds, weight }: ReportedRow): string {
  return builds.length === 0 ? '' : `${builds.length} of weight ${weightText(weight)}`
}

/** Names of the jobs that it takes from: `a and b`; empty: none. */
export function givers({ takes = '' }: ReportedRow, rows: readonly ReportedRow[]): string {
  const ids = takes.split('|')
  return list(rows.filter(({ row = '' }) => ids.includes(row)).map(({ name }) => name))
}

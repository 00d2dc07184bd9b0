import { z } from 'zod'
import type { Environment } from '../environment.ts'
import { attempt } from '../errors.ts'
import { givenSystems } from '../inputs/common.ts'
import { invalid, lines } from '../inputs/readers.ts'
import { isStorePath } from '../store-path.ts'
import { parseExpectedText, type BesideRows } from './expected-rows.ts'

/** What must have been packed, and what alone may have been. null: whatever is there. */
export interface Expected {
  systems: string[] | null
  rows: ExpectedRow[] | null
  /** What the matrix found and made no row for; null: nobody has said. */
  beside: BesideRows | null
  /** What the names of pins begin with; null: there may be none. */
  pinPrefix: { text: string } | 'any' | null
}

/** A row of the matrix: one build job. */
interface ExpectedRow {
  name: string
  system: string
  /** Installables, of which each is one line. */
  attributes: string[]
  /** What each of these is called in the index; null: nobody has said. */
  pnames: string[] | null
}

// As the outputs `matrix` and `expected` have it. Other keys are the workflow's own.
const matrix = z.object({
  include: z.array(
    z.object({
      name: z.string(),
      system: z.string(),
      attribute: z.string(),
      pnames: z.array(z.string()).optional()
    })
  ),
  held: z
    .array(
      z.object({
        attribute: z.string(),
        system: z.string(),
        storePath: z.string().refine(isStorePath)
      })
    )
    .optional(),
  failures: z.array(z.object({ attribute: z.string(), code: z.string() })).optional()
})

/** `systems`, `expected` and `pin-prefix`, of a run that takes what other jobs packed. Throws SYSTEM_UNKNOWN, INPUT_INVALID. */
export function parseExpected(environment: Environment): Expected {
  const systems = givenSystems(environment)
  const prefix = environment.input('pin-prefix')
  return {
    systems: systems.length === 0 ? null : systems,
    ...parseRows(environment),
    pinPrefix: prefix === '' ? 'any' : prefix === 'none' ? null : { text: prefix }
  }
}

function parseRows(environment: Environment): Pick<Expected, 'rows' | 'beside'> {
  const text = environment.input('expected')
  if (text === '') return { rows: null, beside: null }
  const rows = matrix.safeParse(attempt(() => parseExpectedText(text), null))
  if (!rows.success) {
    throw invalid(
      'expected',
      text,
      'the output `expected` of a run with `mode: matrix`, or its `matrix`'
    )
  }
  const { include, held, failures } = rows.data
  return {
    rows: include.map(({ name, system, attribute, pnames }) => ({
      name,
      system,
      attributes: lines(attribute),
      pnames: pnames ?? null
    })),
    beside: held === undefined || failures === undefined ? null : { held, failures }
  }
}

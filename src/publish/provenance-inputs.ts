import { resolve } from 'node:path'
import type { Environment } from '../environment.ts'

/** Absolute paths of files; null: not asked. */
export interface ProvenanceInputs {
  /** The bundle that attests what is published. */
  bundle: string | null
  /** Where the lines go that actions/attest takes as `subject-checksums`. */
  subjects: string | null
}

export function parseProvenance(
  environment: Pick<Environment, 'input' | 'workspace'>
): ProvenanceInputs {
  const file = (name: string): string | null => {
    const given = environment.input(name)
    return given === '' ? null : resolve(environment.workspace, given)
  }
  return { bundle: file('provenance'), subjects: file('provenance-subjects') }
}

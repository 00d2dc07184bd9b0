import type { Environment } from '../environment.ts'
import type { Artifact, Origin } from './artifact.ts'

/** What the index says of where an artifact comes from. */
export function originOf({ attribute, origin }: Artifact, environment: Environment): Origin {
  return origin ?? { source: sourceOf(attribute, environment), runUrl: environment.runUrl }
}

/**
 * Where an artifact was built from: the workflow's repository and commit when the installable is of the checkout (`.`, `./dir`,
 * a path) or a path that the job built; null for another flake, whose revision the workflow does not say.
 */
export function sourceOf(
  attribute: string | null,
  { repository, revision }: Pick<Environment, 'repository' | 'revision'>
): { repository: string; revision: string } | null {
  if (repository === null || revision === null) return null
  const reference = attribute?.split('#')[0] ?? '.'
  return /^(\.{0,2}$|\.{0,2}\/|path:)/.test(reference) ? { repository, revision } : null
}

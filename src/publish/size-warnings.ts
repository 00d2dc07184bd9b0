import prettyBytes from 'pretty-bytes'

/**
 * A sentence when the repository comes near what its host advises. `repositoryBytes`: of the whole repository before this run, as its
 * host last counted, other branches and history included; null: it does not say. `budget`: bytes. Pure.
 */
export function sizeWarnings(
  repositoryBytes: number | null,
  addedBytes: number,
  budget: number
): string[] {
  if (repositoryBytes === null || repositoryBytes + addedBytes <= budget) return []
  return [
    `The repository has some ${prettyBytes(repositoryBytes + addedBytes)}, its history included, and \`size-budget\` is ${prettyBytes(budget)}; GitHub advises at most 10 GB. \`mode: prune\` with \`squash-history\` makes it smaller.`
  ]
}

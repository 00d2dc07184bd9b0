import prettyBytes from 'pretty-bytes'

/** Bytes. "Published GitHub Pages sites may be no larger than 1 GB"; a larger one is not deployed, and its readers stay with an older state. */
const largestSite = 1_000_000_000

/** A sentence when a branch comes near the size of the largest site that GitHub Pages serves. `treeBytes`: of its files. Pure. */
export function siteWarnings(treeBytes: number): string[] {
  if (treeBytes <= 0.8 * largestSite) return []
  const then =
    treeBytes > largestSite ? ': of this branch it would go on serving an older state' : ''
  return [
    `The branch’s files have ${prettyBytes(treeBytes)}, and GitHub Pages serves sites of up to 1 GB${then}. A smaller \`release-above\` keeps further NARs out of the branch, \`mode: prune\` with \`move-large: true\` takes out those that are there, and fewer generations or days make it smaller.`
  ]
}

/** Whether a branch of a repository of so many bytes (null: not known) may come near that; NARs that are not compressed weigh less there. */
export function mayBeLargeSite(repositoryBytes: number | null): boolean {
  return repositoryBytes !== null && repositoryBytes > 0.2 * largestSite
}

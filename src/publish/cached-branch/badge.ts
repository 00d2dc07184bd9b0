import { markdownLink } from '../../markdown/markdown.ts'

interface Branches {
  /** `owner/name` */
  repository: string
  /** The branch that follows. */
  name: string
  /** The one that it follows. */
  followed: string
}

/**
 * Markdown of a badge that counts the commits which the branch has not come to: shields.io asks GitHub for both, so that it cannot say more than
 * is true, and a publish writes nothing for it. For a public repository on github.com. https://shields.io/badges/git-hub-commits-difference-between-two-branches-tags-commits
 */
export function cachedBranchBadge({ repository, name, followed }: Branches): string {
  const query = new URLSearchParams({ base: name, head: followed, label: 'commits not cached yet' })
  const compared = [name, followed].map(encodeURIComponent).join('...')
  return markdownLink(
    `![commits not cached yet](https://img.shields.io/github/commits-difference/${repository}?${query.toString()})`,
    `https://github.com/${repository}/compare/${compared}`
  )
}

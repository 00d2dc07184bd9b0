import { markdownAlternative, markdownLink } from '../markdown/markdown.ts'
import { cacheBadge, cacheBadgeStem } from './badge.ts'
import type { CacheDescription, ShownCatalogue } from './types.ts'

/**
 * The badge in the README: the branch's own file, which GitHub's page of the branch shows, of a private one too. It leads to the cache's
 * page where Pages serves it, and nowhere else: other addresses have nothing for people.
 */
export function badgeBlock(
  catalogue: ShownCatalogue,
  { servedBy, substituterUrl }: CacheDescription
): string {
  const { label, message } = cacheBadge(catalogue)
  const picture = `![${markdownAlternative(`${label}: ${message}`)}](${cacheBadgeStem}.svg)`
  return servedBy === 'pages' && substituterUrl !== null
    ? markdownLink(picture, `${substituterUrl.replace(/\/+$/, '')}/`)
    : picture
}

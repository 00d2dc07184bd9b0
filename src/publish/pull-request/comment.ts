import { createHash } from 'node:crypto'
import type { GitHubApi } from '../../repository/github/api.ts'
import { keepComment } from '../../repository/github/own-comment.ts'
import { pullRequestBlocks } from './blocks.ts'
import type { PullRequestView } from './view.ts'

/** bytes; GitHub takes 65,536 characters */
const longest = 60_000

const degrees = [200, 50, 10, 0]

/** What a comment says that begins with the marker. */
export function commentBody(view: PullRequestView, marker: string): string {
  const bodies = degrees.map(
    (shown) => () => [marker, ...pullRequestBlocks(view, shown)].join('\n\n')
  )
  for (const body of bodies) {
    const text = body()
    if (Buffer.byteLength(text) <= longest) return text
  }
  return `${marker}\n\nThis is too long for a comment: the run’s summary tells it.`
}

/** Each call of the workflow that publishes elsewhere has a comment of its own. `call`: by what it is told from others. */
export function commentMarker(call: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(call)).digest('hex')
  return `<!-- nar-publish:publish ${hash.slice(0, 16)} -->`
}

/** Has one comment of ours say it. Gives its address. Throws TOKEN_FORBIDDEN. */
export async function tellInComment(
  api: GitHubApi,
  view: PullRequestView,
  call: readonly string[]
): Promise<string | null> {
  const marker = commentMarker(call)
  return keepComment(api, { number: view.number, marker }, commentBody(view, marker))
}

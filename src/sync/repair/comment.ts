import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import { markdownCode, markdownLink } from '../../markdown/markdown.ts'
import type { GitHubApi } from '../../repository/github/api.ts'
import { isViewer, readLogin } from '../../repository/github/viewer.ts'
import { count } from '../../text.ts'
import { fencedDiff } from '../diff.ts'
import { placeOf } from '../types.ts'
import type { RepairEdit } from './types.ts'

/** By which our comment is found again, beside who wrote it: anybody can write this. */
const marker = '<!-- nar-publish:repair -->'

/** GitHub takes 65,536 characters. */
const longest = 60_000
const mostRows = 200

interface Repair {
  head: string
  edits: readonly RepairEdit[]
  patch: string
  runUrl: string | null
}

/** What somebody can apply who may write to the branch. The patch is of other people's files, and stands in a block that no line of it ends. */
export function commentBody({ head, edits, patch, runUrl }: Repair): string {
  const run = runUrl === null ? 'the run' : markdownLink('the run', runUrl)
  const short = [
    marker,
    `**${count(edits.length, 'Nix hash', 'Nix hashes')} of this pull request ${edits.length === 1 ? 'is' : 'are'} stale** at ${markdownCode(head.slice(0, 12))}. Its branch is not this repository’s to write to.`,
    ...edits
      .slice(0, mostRows)
      .map((edit) => `- ${markdownCode(placeOf(edit))}: ${markdownCode(edit.newHash)}`)
  ]
  const whole = [
    ...short.slice(0, 2),
    'This patch makes them right (`git apply`):',
    fencedDiff(patch),
    `Found out by ${run}.`
  ].join('\n\n')
  if (whole.length <= longest) return whole
  const [first = '', second = '', ...rows] = short
  return [
    first,
    second,
    rows.join('\n').slice(0, longest),
    `The patch is too long for a comment.`
  ].join('\n\n')
}

const comment = z.object({
  id: z.number(),
  user: z.object({ login: z.string(), type: z.string().optional() }).nullable(),
  body: z.string().nullish()
})
type Comment = z.infer<typeof comment>

/** Has one comment of ours say it: the one that is there, or a new one. */
export async function keepComment(api: GitHubApi, number: number, body: string): Promise<void> {
  const patience = api.patience()
  for (;;) {
    const [known] = await ownComments(api, number)
    if (known?.body === body) return
    if (known !== undefined) {
      const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
      await api.content.turn()
      await api.call({ route, parameters: { comment_id: known.id, body } }, z.unknown())
      return
    }
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
    const parameters = { issue_number: number, body }
    await api.content.turn()
    const reply = await api.ask({ route, parameters }, z.unknown(), ['lost'])
    if (reply.kind === 'done') return
    // It may be there.
    await patience.wait(reply)
  }
}

/** Takes away what we said; false: there was nothing. */
export async function removeComment(api: GitHubApi, number: number): Promise<boolean> {
  const own = await ownComments(api, number)
  for (const { id } of own) {
    const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}'
    await api.ask({ route, parameters: { comment_id: id } }, z.unknown(), ['not-found'])
  }
  return own.length > 0
}

async function ownComments(api: GitHubApi, number: number): Promise<Comment[]> {
  const all = await api.callPages(
    {
      route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
      parameters: { issue_number: number }
    },
    comment
  )
  const marked = all.filter(({ body }) => body?.startsWith(marker) === true)
  if (marked.length === 0) return []
  const viewer = await readLogin(api)
  if (viewer === null) {
    throw new NarPublishError({
      code: 'TOKEN_FORBIDDEN',
      subject: api.repository,
      reason:
        'GitHub does not say whose the token is, so that its own comment is not told from others'
    })
  }
  return marked.filter(({ user }) => isViewer(user?.login ?? null, viewer))
}

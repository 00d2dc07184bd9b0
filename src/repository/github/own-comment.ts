import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import type { GitHubApi } from './api.ts'
import { isViewer, readLogin } from './viewer.ts'

/** A comment of ours on a pull request or an issue. */
export interface OwnComment {
  /** Of the pull request. */
  number: number
  /** A comment of Markdown that the body begins with, by which it is found again beside who wrote it: anybody can write this. */
  marker: string
}

const comment = z.object({
  id: z.number(),
  html_url: z.string().optional(),
  user: z.object({ login: z.string(), type: z.string().optional() }).nullable(),
  body: z.string().nullish()
})
type Comment = z.infer<typeof comment>

/** Has one comment of ours say it: the one that is there, or a new one. Gives its address. Throws TOKEN_FORBIDDEN. */
export async function keepComment(
  api: GitHubApi,
  own: OwnComment,
  body: string
): Promise<string | null> {
  const patience = api.patience()
  for (;;) {
    const [known] = await ownComments(api, own)
    if (known?.body === body) return addressOf(known)
    if (known !== undefined) {
      const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
      await api.content.turn()
      await api.call({ route, parameters: { comment_id: known.id, body } }, z.unknown())
      return addressOf(known)
    }
    const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
    const parameters = { issue_number: own.number, body }
    await api.content.turn()
    const reply = await api.ask({ route, parameters }, comment, ['lost'])
    if (reply.kind === 'done') return addressOf(reply.data)
    // It may be there.
    await patience.wait(reply)
  }
}

/** Takes away what we said; false: there was nothing. */
export async function removeComment(api: GitHubApi, own: OwnComment): Promise<boolean> {
  const comments = await ownComments(api, own)
  for (const { id } of comments) {
    const route = 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}'
    await api.ask({ route, parameters: { comment_id: id } }, z.unknown(), ['not-found'])
  }
  return comments.length > 0
}

function addressOf({ html_url: url }: Comment): string | null {
  return url ?? null
}

async function ownComments(api: GitHubApi, { number, marker }: OwnComment): Promise<Comment[]> {
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

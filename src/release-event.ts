import { z } from 'zod'

/** What a release, or the push of a tag, says of itself. Data. */
export interface ReleaseEvent {
  tag: string
  /** The release's page; null for a tag that was pushed. */
  url: string | null
  isDraft: boolean
  isPreRelease: boolean
}

// https://docs.github.com/en/webhooks/webhook-events-and-payloads#release
const releasePayload = z.object({
  release: z.object({
    tag_name: z.string().min(1),
    html_url: z.string().nullable().default(null),
    draft: z.boolean().default(false),
    prerelease: z.boolean().default(false)
  })
})

/**
 * The release that started the run: of a `release` event, or of the `push` of a tag; null for any other event (a run that was
 * started by hand on a tag is not about that tag).
 */
export function releaseOfEvent(event: {
  name: string | undefined
  payload: unknown
  refType: string | undefined
  refName: string | undefined
}): ReleaseEvent | null {
  if (event.name === 'release') {
    const parsed = releasePayload.safeParse(event.payload)
    if (!parsed.success) return null
    const { tag_name: tag, html_url: url, draft, prerelease } = parsed.data.release
    return { tag, url, isDraft: draft, isPreRelease: prerelease }
  }
  if (event.name === 'push' && event.refType === 'tag' && event.refName) {
    return { tag: event.refName, url: null, isDraft: false, isPreRelease: false }
  }
  return null
}

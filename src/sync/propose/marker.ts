import { z } from 'zod'
import { parseJson } from '../../text.ts'

/** What a pull request's text says of itself to later runs. Anybody can write one: it is a hint where to look, never a proof. */
const markerShape = z.object({
  /** `pname` */
  name: z.string(),
  /** As `package` has it. */
  package: z.string(),
  version: z.string().nullable(),
  /** What is new where the version is not: the source's commit, or a digest of the hashes. */
  content: z.string().optional(),
  /** A later pull request took its place. */
  superseded: z.literal(true).optional(),
  /** Of the text without what differs from run to run. */
  digest: z.string()
})
export type Marker = z.infer<typeof markerShape>

/** A pull request's text around our block. */
interface MarkedText {
  before: string
  marker: Marker
  after: string
}

// Bounded, as a text of somebody else's could make it look far, and often.
const begin = /<!-- nar-publish:begin (\{[^\r\n]{0,4000}\}) -->/g
const end = '<!-- nar-publish:end -->'

/** The block as it stands in a pull request: between two comments, the first of which holds the marker. */
export function markBlock(marker: Marker, block: string): string {
  return `${beginOf(marker)}\n${block}\n\n${end}`
}

function beginOf(marker: Marker): string {
  // Without angle brackets nothing in it ends the comment.
  const json = JSON.stringify(marker).replace(/[<>]/g, (bracket) =>
    bracket === '<' ? '\\u003c' : '\\u003e'
  )
  return `<!-- nar-publish:begin ${json} -->`
}

/** The same text, which says that a later pull request has taken its place. It must have a marker. */
export function markSuperseded(text: string): string {
  const marker = readMarkedText(text)?.marker
  return marker === undefined
    ? text
    : text.replace(begin, () => beginOf({ ...marker, superseded: true }))
}

/** null: there is no block of ours, or it is broken. */
export function readMarkedText(text: string): MarkedText | null {
  const [found, ...others] = text.matchAll(begin)
  if (found?.[1] === undefined || others.length > 0) return null
  const close = text.indexOf(end, found.index)
  if (close === -1) return null
  const marker = markerShape.safeParse(parseJson(found[1]))
  if (!marker.success) return null
  return {
    before: text.slice(0, found.index),
    marker: marker.data,
    after: text.slice(close + end.length)
  }
}

import { z } from 'zod'
import { parseJson } from '../../text.ts'

/** A package that a pull request is about. */
export interface MarkedPackage {
  /** `pname` */
  name: string
  /** As `package` has it. */
  package: string
  version: string | null
  /** What is new where the version is not: the source's commit, or a digest of the hashes. */
  content?: string | undefined
}

/** What a pull request's text says of itself to later runs. Anybody can write one: it is a hint where to look, never a proof. */
export interface Marker {
  packages: readonly MarkedPackage[]
  /** Name of the one pull request for all packages; null: these are one change by themselves. */
  group: string | null
  /** A later pull request took its place. */
  superseded?: true | undefined
  /** Of the text without what differs from run to run. */
  digest: string
  /** For a run that asks whether it would compute just this: the branch's newest commit, and a digest of what it was computed by. */
  computed?: { commit: string; inputs: string } | undefined
}

const packageShape = z.object({
  name: z.string(),
  package: z.string(),
  version: z.string().nullable(),
  content: z.string().optional()
})

const commonShape = z.object({
  superseded: z.literal(true).optional(),
  digest: z.string(),
  computed: z.object({ commit: z.string(), inputs: z.string() }).optional()
})

/** One package alone stands there as it ever did; several, and a group, as a list. */
const markerShape = z.union([
  commonShape
    .extend({ packages: z.array(packageShape).min(1), group: z.string().optional() })
    .transform(({ group = null, ...marker }): Marker => ({ ...marker, group })),
  commonShape
    .extend(packageShape.shape)
    .transform(({ name, package: reference, version, content, ...marker }): Marker => {
      const only = { name, package: reference, version, ...(content !== undefined && { content }) }
      return { ...marker, packages: [only], group: null }
    })
])

/** A pull request's text around our block. */
interface MarkedText {
  before: string
  marker: Marker
  after: string
}

const begin = '<!-- nar-publish:begin '
const end = '<!-- nar-publish:end -->'

/** The block as it stands in a pull request: between two comments, the first of which holds the marker. */
export function markBlock(marker: Marker, block: string): string {
  return `${beginOf(marker)}\n${block}\n\n${end}`
}

function beginOf({ packages, group, ...marker }: Marker): string {
  const [only] = packages
  const written =
    packages.length === 1 && group === null
      ? { ...only, ...marker }
      : { packages, ...(group !== null && { group }), ...marker }
  // Without angle brackets nothing in it ends the comment.
  const json = JSON.stringify(written).replace(/[<>]/g, (bracket) =>
    bracket === '<' ? '\\u003c' : '\\u003e'
  )
  return `${begin}${json} -->`
}

/** The same text, which says that a later pull request has taken its place. It must have a marker. */
export function markSuperseded(text: string): string {
  const marker = readMarkedText(text)?.marker
  const [found] = comments(text)
  if (marker === undefined || found === undefined) return text
  return (
    text.slice(0, found.start) +
    beginOf({ ...marker, superseded: true }) +
    text.slice(found.start + found.text.length)
  )
}

/** null: there is no block of ours, or it is broken. */
export function readMarkedText(text: string): MarkedText | null {
  const [found, ...others] = comments(text)
  if (found === undefined || others.length > 0) return null
  const close = text.indexOf(end, found.start)
  if (close === -1) return null
  const marker = markerShape.safeParse(parseJson(found.text.slice(begin.length, -' -->'.length)))
  if (!marker.success) return null
  return {
    before: text.slice(0, found.start),
    marker: marker.data,
    after: text.slice(close + end.length)
  }
}

/** The first two comments that may hold a marker, each on one line. Each character of somebody's text is looked at a few times at most. */
function comments(text: string): { start: number; text: string }[] {
  const found: { start: number; text: string }[] = []
  let start = text.indexOf(begin)
  while (start !== -1 && found.length < 2) {
    const lineEnd = lineEndAfter(text, start)
    const close = text.slice(start, lineEnd).indexOf(' -->')
    const next = close === -1 ? lineEnd : start + close + ' -->'.length
    if (close !== -1) found.push({ start, text: text.slice(start, next) })
    start = text.indexOf(begin, next)
  }
  return found
}

function lineEndAfter(text: string, start: number): number {
  const lineEnd = /[\r\n]|$/g
  lineEnd.lastIndex = start
  return lineEnd.exec(text)?.index ?? text.length
}

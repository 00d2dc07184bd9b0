import prettyBytes from 'pretty-bytes'
import { markdownCode, markdownLink, markdownText } from '../markdown/markdown.ts'
import type { CacheDescription, CatalogueRow, ShownRow } from './types.ts'

type Linkable = Pick<CacheDescription, 'webUrl'>

/**
 * What the README's and the summary's tables say of an artifact: name linked to where it comes from (`cache` null: not linked, as nothing
 * is there) and version above the store path, system, sizes of file and NAR. Two lines high, so that it is not wider than a page.
 */
export function artifactCells(row: ShownRow, cache: Linkable | null): string[] {
  const name = markdownText(row.name)
  const label = cache === null ? name : markdownLink(name, originPage(row, cache))
  const output = row.output === null || row.output === 'out' ? '' : ` (${markdownText(row.output)})`
  const version = row.version === null ? '' : ` ${markdownText(row.version)}`
  const [file, nar] = [row.fileSize, row.narSize].map((size) =>
    prettyBytes(size, { nonBreakingSpace: true })
  )
  return [
    `${label}${version}${output}<br>${markdownCode(row.storePath)}`,
    markdownText(row.system),
    `${file}<br>→\u{a0}${nar}`
  ]
}

/**
 * A page for people: the source at its revision, else the run; empty when neither is on the cache's own server, whose pages are the only
 * ones that the catalogue is believed about.
 */
function originPage({ source, runUrl }: ShownRow, linkable: Linkable): string {
  // As a method of its own: a target's asks the target.
  const page = linkable.webUrl('')
  if (!URL.canParse(page)) return ''
  const { origin } = new URL(page)
  const path = sourcePath(source)
  if (path !== null) return `${origin}/${path}`
  if (runUrl === null || !URL.canParse(runUrl) || new URL(runUrl).origin !== origin) return ''
  // Made again from what it is put together of: an address of the server may do anything that its people can.
  const [run = ''] = runPage.exec(new URL(runUrl).pathname) ?? []
  return run === '' ? '' : `${origin}${run}`
}

/** Where the cache's own server shows a source, below its root; null: it may be none of its repositories. */
export function sourcePath(source: CatalogueRow['source']): string | null {
  if (source === null) return null
  const { repository, revision } = source
  const isOne = ownerAndName.test(repository) && /^[0-9a-f]{7,64}$/.test(revision)
  return isOne ? `${repository}/tree/${revision}` : null
}

const repositoryName = String.raw`(?!\.+/)[\w.-]+/(?!\.+$)[\w.-]+`
const ownerAndName = new RegExp(`^${repositoryName}$`)
const runPage = new RegExp(String.raw`^/${repositoryName}/actions/runs/\d+(?:/attempts/\d+)?$`)

export const artifactHeadings = ['Artifact', 'System', 'Size'] as const

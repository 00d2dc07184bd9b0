import type { CatalogueRow } from './types.ts'

// Where an artifact comes from, as links: of the cache's own server alone, whose pages are the only ones that the catalogue is believed
// about, and made again from their parts: an address of the server may do anything that its people can.

const repositoryName = String.raw`(?!\.+/)[\w.-]+/(?!\.+$)[\w.-]+`
const ownerAndName = new RegExp(`^${repositoryName}$`)
const runPath = new RegExp(String.raw`^/${repositoryName}/actions/runs/\d+(?:/attempts/\d+)?$`)

/** Where the cache's own server shows a source, below its root; null: it may be none of its repositories. */
export function sourcePath(source: CatalogueRow['source']): string | null {
  if (source === null) return null
  const { repository, revision } = source
  const isOne = ownerAndName.test(repository) && /^[0-9a-f]{7,64}$/.test(revision)
  return isOne ? `${repository}/tree/${revision}` : null
}

/** The source at its revision on the server of this origin. */
export function sourcePage(source: CatalogueRow['source'], origin: string): string | null {
  const path = sourcePath(source)
  return path === null ? null : `${origin}/${path}`
}

/** The run on the server of this origin; null: it is elsewhere, or no run. */
export function runPage(runUrl: string | null, origin: string): string | null {
  if (runUrl === null || !URL.canParse(runUrl) || new URL(runUrl).origin !== origin) return null
  const [run = ''] = runPath.exec(new URL(runUrl).pathname) ?? []
  return run === '' ? null : `${origin}${run}`
}

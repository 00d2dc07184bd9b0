import {
  markdownCode,
  markdownLink,
  markdownText,
  tableHead,
  tableRow
} from '../markdown/markdown.ts'
import { plainUrl } from '../markdown/plain-url.ts'
import { artifactCells, artifactHeadings } from './artifact-cells.ts'
import { compareBytes } from './byte-order.ts'
import { cataloguePath } from './catalogue.ts'
import { pinParagraphs } from './pin-list.ts'
import { beginMarker, endMarker } from './readme.ts'
import { currentRows } from './rows.ts'
import type { CacheDescription, Catalogue, CatalogueRow } from './types.ts'
import {
  cloneCommands,
  cloneFolder,
  flakeConfigLines,
  nixConfLines,
  tryCommand,
  type CacheAddress
} from './usage.ts'

export interface BlockLimits {
  /** Of the whole block, UTF-8. */
  bytes: number
  /** Of the table. */
  rows: number
}

// GitHub cuts a README silently at 512,000 bytes; the larger part is left to the people who write around the block.
const defaultLimits: BlockLimits = { bytes: 200 * 1024, rows: 1000 }

/**
 * What the README says of the cache, from marker to marker, lines ending in `\n`, none after the last. Depends on its arguments only.
 * Rows that do not fit into the limits are counted in a line that points to `catalogue.json`.
 */
export function renderReadmeBlock(
  catalogue: Catalogue,
  description: CacheDescription,
  limits: BlockLimits = defaultLimits
): string {
  const current = currentRows(catalogue)
  const head = [beginMarker, '## Nix binary cache', ...usage(current, catalogue, description)]
  const index = `Every artifact, older versions included: ${markdownLink(cataloguePath, description.webUrl(cataloguePath))}.`
  const tail = (shown: number): string[] => [
    shown < current.length
      ? `${current.length - shown} more artifacts are not shown. ${index}`
      : index,
    ...pinParagraphs(description.pins ?? []),
    endMarker
  ]
  const room = limits.bytes - Buffer.byteLength([...head, ...tail(0)].join('\n\n')) - '\n\n'.length
  const rows = fittingRows(current, description, { bytes: room, rows: limits.rows })
  const table = rows.length === 0 ? [] : [[...tableStart, ...rows].join('\n')]
  return [...head, ...table, ...tail(rows.length)].join('\n\n')
}

/** The paragraphs above the table. */
function usage(
  current: readonly CatalogueRow[],
  { publicKeys }: Catalogue,
  { repository, substituterUrl, cloneUrl, branch }: CacheDescription
): string[] {
  const address = { substituterUrl, publicKeys }
  const intro = [
    `${markdownText(repository)} is a cache for [Nix](https://nixos.org): what is listed below is downloaded instead of built.`,
    addressList(address),
    ...(substituterUrl === null ? cloning(cloneUrl ?? repository, branch) : []),
    ...(publicKeys.length === 0 ? [unsignedNotice] : [])
  ]
  const newest = newestRow(current)
  if (newest === undefined) return [...intro, 'Nothing is published yet.']
  return [
    ...intro,
    `The newest artifact, ${artifactName(newest)} for ${markdownText(newest.system)}, straight from here:`,
    fenced('sh', [tryCommand(newest, address)]),
    'Nix takes such options only from root and from its `trusted-users`. For everybody on a machine, these lines go into `/etc/nix/nix.conf` (then restart the Nix daemon):',
    fenced('ini', nixConfLines(address)),
    'For everybody who uses a flake, these go into its `flake.nix` (Nix asks before it obeys them):',
    fenced('nix', flakeConfigLines(address))
  ]
}

const unsignedNotice =
  'Nix refuses what is not signed, unless it is told to trust the cache that it comes from. `trusted=true` in the address does so for this cache alone: whoever can write to its repository then decides what the machine runs.'

/** For a repository whose files nobody serves by HTTP. */
function cloning(cloneUrl: string, branch: string): string[] {
  return [
    'Nobody serves these files by HTTP; a clone of the branch is a cache as it stands:',
    fenced('sh', cloneCommands(cloneUrl, branch))
  ]
}

function addressList({ substituterUrl, publicKeys }: CacheAddress): string {
  const keys = publicKeys.map((key) => `- Public key: ${markdownCode(plainUrl(key))}`)
  const where =
    substituterUrl === null
      ? `a clone of this branch, as ${markdownCode(cloneFolder)}`
      : markdownCode(plainUrl(substituterUrl), 2000)
  return [
    `- Substituter: ${where}`,
    ...(keys.length === 0 ? ['- Public key: none, **this cache is not signed**'] : keys)
  ].join('\n')
}

/** The address that the block of a README tells its readers; null when there is no block, or nobody serves the files. */
export function toldSubstituter(readme: Buffer | null): string | null {
  return /^- Substituter: `([^`\r\n]{1,2000})`\r?$/m.exec(readme?.toString() ?? '')?.[1] ?? null
}

const tableStart = tableHead([...artifactHeadings, 'Published'])

function fittingRows(
  current: readonly CatalogueRow[],
  description: CacheDescription,
  limits: BlockLimits
): string[] {
  let bytes = Buffer.byteLength(tableStart.join('\n'))
  const rows: string[] = []
  for (const row of current.slice(0, limits.rows)) {
    const text = artifactRow(row, description)
    bytes += Buffer.byteLength(text) + '\n'.length
    if (bytes > limits.bytes) break
    rows.push(text)
  }
  return rows
}

function artifactRow(row: CatalogueRow, description: CacheDescription): string {
  const date = row.publishedAt.slice(0, 'YYYY-MM-DD'.length)
  return tableRow([...artifactCells(row, description), markdownText(date)])
}

/** The row published last, and of its artifact's outputs the one that people run. */
function newestRow(current: readonly CatalogueRow[]): CatalogueRow | undefined {
  const useful = (row: CatalogueRow): number =>
    1 + ['out', 'bin'].indexOf(row.output ?? 'out') + Number(row.mainProgram !== null) * 3
  return [...current].sort(
    (a, b) => compareBytes(b.publishedAt, a.publishedAt) || useful(b) - useful(a)
  )[0]
}

function artifactName(row: CatalogueRow): string {
  return `**${markdownText(row.name)}**${row.version === null ? '' : ` ${markdownText(row.version)}`}`
}

function fenced(language: string, lines: readonly string[]): string {
  return [`\`\`\`${language}`, ...lines, '```'].join('\n')
}

import { createHash } from 'node:crypto'
import {
  markdownCode,
  markdownLink,
  markdownWords,
  table,
  tableHead,
  tableRow
} from '../../markdown/markdown.ts'
import { count } from '../../text.ts'
import { version } from '../../version.ts'
import { addCounts, evaluationsIn, noCounts } from '../counts.ts'
import { besideBlocks } from '../report/beside-words.ts'
import { toldBlocks } from '../told-markdown.ts'
import type { Check, HashEdit, SyncChange } from '../types.ts'
import { markedOf } from './about.ts'
import { markBlock, type Marker } from './marker.ts'
import type { Proposal, ProposalPart } from './proposal.ts'
import { tryCommands, type TryPlace } from './try-it.ts'

export interface BodyContext {
  place: TryPlace
  /** The run's page; null outside of GitHub Actions. */
  runUrl: string | null
  /** The pull request is opened by the workflow's own token. */
  isWorkflowToken: boolean
}

/** Characters. GitHub takes 65,536, of which people may want some. */
export const longestBody = 60_000

/** How much of each list is shown. `packages`: of several, those that have a section; `table`: those that have a row. */
const details = [
  { name: 'everything', rows: Infinity, notes: 50, packages: Infinity, table: Infinity },
  { name: 'the first hundred hashes', rows: 100, notes: 10, packages: Infinity, table: Infinity },
  { name: 'the first ten hashes', rows: 10, notes: 3, packages: Infinity, table: Infinity },
  { name: 'counts', rows: 0, notes: 0, packages: Infinity, table: Infinity },
  { name: 'a table', rows: 0, notes: 3, packages: 0, table: 200 },
  { name: 'the first rows of a table', rows: 0, notes: 0, packages: 0, table: 20 }
] as const

type Detail = (typeof details)[number]

/** Of one package there is no table. */
function isOfOne({ packages }: Detail): boolean {
  return packages > 0
}

/** Said in the pull request and in the run's notes. https://docs.github.com/en/actions/concepts/security/github_token */
export const workflowTokenNote =
  'The checks of a pull request that the workflow’s own token opened do not start by themselves: somebody who may write presses “Approve workflows to run”. With an App’s token as `token` they start.'

/**
 * The pull request's text, between two comments that mark it as ours. Everything that comes from the package is escaped. A text of more
 * than `longest` characters is told with shorter lists, at last with counts alone, and says so.
 *
 * @param computed for the marker; null: nobody compares it
 */
export function renderBody(
  proposal: Proposal,
  context: BodyContext,
  longest = longestBody,
  computed: Marker['computed'] | null = null
): string {
  const marker: Marker = {
    packages: proposal.parts.map(({ change }) => markedOf(change)),
    group: proposal.group,
    digest: digestOf(proposal, context),
    ...(computed && { computed })
  }
  let text = ''
  const possible = proposal.parts.length === 1 ? details.filter(isOfOne) : details
  for (const detail of possible) {
    text = markBlock(marker, render(proposal, context, detail))
    if (text.length <= longest) break
  }
  return text
}

/** Of what the text says, less what differs from run to run although nothing has changed: how long it took, what a program printed. */
function digestOf(proposal: Proposal, context: BodyContext): string {
  const parts = proposal.parts.map((part) => ({
    ...part,
    counts: null,
    checks: part.checks.map((check) => ({ ...check, detail: '' }))
  }))
  const text = render({ ...proposal, parts }, { ...context, runUrl: null }, details[0])
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function render(proposal: Proposal, context: BodyContext, detail: Detail): string {
  const { parts, notes, formattedWith } = proposal
  const [only] = parts
  const isOne = only !== undefined && parts.length === 1
  return [
    ...(isOne ? partBlocks(only, detail, '### Checks') : packageBlocks(proposal, detail)),
    ...tryIt(parts, context.place),
    '### How it was made',
    howItWasMade(proposal, context),
    ...(formattedWith === null
      ? []
      : [`The changed files were formatted with ${markdownCode(formattedWith)}.`]),
    ...(context.isWorkflowToken ? [workflowTokenNote] : []),
    ...notes.slice(0, detail.notes).map((note) => `> **Note:** ${markdownWords(note, 500)}`)
  ].join('\n\n')
}

/** Several packages: what becomes of each, and then a section for each. */
function packageBlocks({ parts, group }: Proposal, detail: Detail): string[] {
  const rows = parts
    .slice(0, detail.table)
    .map((part) => [
      markdownCode(part.change.name, 100),
      ...stepOf(part.change),
      linksOf(part).join(', ')
    ])
  const hidden = parts.length - rows.length
  const of = group === null ? '' : ` of ${markdownCode(group, 100)}`
  const together = group === null ? ' that belong together' : ''
  return [
    `Updates ${count(parts.length, 'package')}${of}${together}.`,
    ...table(['Package', 'From', 'To', 'Links'], rows),
    ...(hidden > 0 ? [`And ${count(hidden, 'more package')}.`] : []),
    ...(detail.packages === 0
      ? [`See the files for what changed. This text shows ${detail.name}.`]
      : parts.flatMap((part) => [
          `### ${markdownCode(part.change.name, 100)}`,
          ...partBlocks(part, detail, '**Checks**')
        ]))
  ]
}

/** `From` and `To` in the table. */
function stepOf({ oldVersion, newVersion, revision }: SyncChange): [from: string, to: string] {
  const code = (text: string | null): string => (text === null ? '' : markdownCode(text, 80))
  if (newVersion !== null && newVersion !== oldVersion) return [code(oldVersion), code(newVersion)]
  if (revision === null) return [code(oldVersion), 'new hashes']
  return [code(revision.old.slice(0, 12)), code(revision.new.slice(0, 12))]
}

/** What is told of one package. */
function partBlocks(part: ProposalPart, detail: Detail, checksHeading: string): string[] {
  const { change, told, checks } = part
  const hidden = change.hashes.length - detail.rows
  return [
    whatChanged(part),
    ...hashTable(change.hashes.slice(0, detail.rows)),
    ...(hidden > 0
      ? [
          `${count(hidden, 'more hash', 'more hashes')} changed: see the files. This text shows ${detail.name}.`
        ]
      : []),
    ...versionEdits(change, detail),
    ...toldBlocks(told, detail.rows),
    ...besideBlocks(change.beside, detail.rows),
    ...(checks.length === 0 ? [] : [checksHeading, checks.map(checkLine).join('\n')])
  ]
}

function linksOf({ releaseUrl, compareUrl }: ProposalPart): string[] {
  return [
    ...(releaseUrl === null ? [] : [markdownLink('release', releaseUrl)]),
    ...(compareUrl === null ? [] : [markdownLink('what changed', compareUrl)])
  ]
}

function whatChanged(part: ProposalPart): string {
  const { name, oldVersion, newVersion, revision } = part.change
  const links = linksOf(part)
  const more = links.length === 0 ? '' : ` (${links.join(', ')})`
  const code = markdownCode(name)
  if (newVersion === null || newVersion === oldVersion) {
    if (revision !== null) {
      const { old, new: commit } = revision
      return `Updates the source of ${code} from ${markdownCode(old)} to ${markdownCode(commit)}${more}.`
    }
    const which = newVersion === null ? '' : ` ${markdownCode(newVersion, 80)}`
    return `Recomputes the hashes of ${code}${which}, which were no longer those of what they stand for${more}.`
  }
  const from = oldVersion === null ? '' : ` from ${markdownCode(oldVersion, 80)}`
  return `Updates ${code}${from} to ${markdownCode(newVersion, 80)}${more}.`
}

function hashTable(hashes: readonly HashEdit[]): string[] {
  if (hashes.length === 0) return []
  const rows = hashes.map(({ file, line, derivations, systems, oldHash, newHash }) =>
    tableRow([
      markdownCode(`${file}:${line}`),
      codes(derivations),
      codes(systems),
      oldHash === null ? 'none' : markdownCode(oldHash, 120),
      markdownCode(newHash, 120)
    ])
  )
  return [
    [...tableHead(['File', 'Derivation', 'System', 'Old hash', 'New hash']), ...rows].join('\n')
  ]
}

function versionEdits({ versions, revision }: SyncChange, { rows }: Detail): string[] {
  const lines = versions
    .slice(0, rows)
    .map(
      ({ file, line, text, replacement }) =>
        `- ${markdownCode(`${file}:${line}`)}: ${markdownCode(text, 80)} → ${markdownCode(replacement, 80)}`
    )
  const what = revision === null ? 'The version is' : 'The version and the source’s commit are'
  return lines.length === 0 ? [] : [`${what} written in:\n\n${lines.join('\n')}`]
}

function checkLine({ name, result, detail }: Check): string {
  const names = {
    evaluate: 'evaluates',
    build: 'builds',
    'smoke-test': 'smoke test',
    format: 'formatted'
  }
  const mark = result === 'passed' ? '✅' : '➖'
  const words = markdownWords(detail, 300)
  return `- ${mark} ${names[name]}${result === 'skipped' ? ' (not checked)' : ''}${words === '' ? '' : `: ${words}`}`
}

function tryIt(parts: readonly ProposalPart[], place: TryPlace): string[] {
  const commands = tryCommands(
    parts.map(({ change }) => change),
    place
  )
  return commands.length === 0 ? [] : ['### Try it', ['```sh', ...commands, '```'].join('\n')]
}

function howItWasMade({ parts }: Proposal, { runUrl }: BodyContext): string {
  const by = `nar-publish ${version}`
  const known = parts.flatMap(({ counts }) => counts ?? [])
  const all = noCounts()
  for (const counts of known) addCounts(all, counts)
  const effort = [
    count(evaluationsIn(all), 'evaluation'),
    `${count(all.rounds, 'round')} of building`,
    count(all.builds, 'build')
  ].join(', ')
  const words = known.length === 0 ? '' : `: ${effort}`
  return `${runUrl === null ? by : markdownLink(by, runUrl)} traced each hash to the derivation that it feeds and took its new value from Nix${words}.`
}

function codes(names: readonly string[]): string {
  const shown = names.slice(0, 6).map((name) => markdownCode(name, 100))
  return [...shown, ...(names.length > 6 ? ['…'] : [])].join(', ')
}

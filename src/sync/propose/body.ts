import { createHash } from 'node:crypto'
import {
  markdownCode,
  markdownLink,
  markdownWords,
  tableHead,
  tableRow
} from '../../markdown/markdown.ts'
import { count } from '../../text.ts'
import { version } from '../../version.ts'
import { toldBlocks } from '../told-markdown.ts'
import { besideBlocks } from '../report/beside-words.ts'
import type { Check, HashEdit, SyncChange } from '../types.ts'
import { contentOf } from './decline.ts'
import { markBlock } from './marker.ts'
import type { Proposal } from './proposal.ts'
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

/** How much of each list is shown. */
const details = [
  { name: 'everything', rows: Infinity, notes: 50 },
  { name: 'the first hundred hashes', rows: 100, notes: 10 },
  { name: 'the first ten hashes', rows: 10, notes: 3 },
  { name: 'counts', rows: 0, notes: 0 }
] as const

type Detail = (typeof details)[number]

/** Said in the pull request and in the run's notes. https://docs.github.com/en/actions/concepts/security/github_token */
export const workflowTokenNote =
  'This pull request was opened with the workflow’s own token, so its checks do not start by themselves: somebody who may write presses “Approve workflows to run”. With an App’s token as `token` they start.'

/**
 * The pull request's text, between two comments that mark it as ours. Everything that comes from the package is escaped. A text of more
 * than `longest` characters is told with shorter lists, at last with counts alone, and says so.
 */
export function renderBody(
  proposal: Proposal,
  context: BodyContext,
  longest = longestBody
): string {
  const { change } = proposal
  const marker = {
    name: change.name,
    package: change.package.text,
    version: change.newVersion,
    ...contentOf(change),
    digest: digestOf(proposal, context)
  }
  let text = ''
  for (const detail of details) {
    text = markBlock(marker, render(proposal, context, detail))
    if (text.length <= longest) break
  }
  return text
}

/** Of what the text says, less what differs from run to run although nothing has changed: how long it took, what a program printed. */
function digestOf(proposal: Proposal, context: BodyContext): string {
  const lasting: Proposal = {
    ...proposal,
    counts: null,
    checks: proposal.checks.map((check) => ({ ...check, detail: '' }))
  }
  const text = render(lasting, { ...context, runUrl: null }, details[0])
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

function render(proposal: Proposal, context: BodyContext, detail: Detail): string {
  const { change, told, checks, notes, formattedWith } = proposal
  const hidden = change.hashes.length - detail.rows
  return [
    whatChanged(proposal),
    ...hashTable(change.hashes.slice(0, detail.rows)),
    ...(hidden > 0
      ? [
          `${count(hidden, 'more hash', 'more hashes')} changed: see the files. This text shows ${detail.name}.`
        ]
      : []),
    ...versionEdits(change, detail),
    ...toldBlocks(told, detail.rows),
    ...besideBlocks(change.beside, detail.rows),
    ...(checks.length === 0 ? [] : ['### Checks', checks.map(checkLine).join('\n')]),
    ...tryIt(change, context.place),
    '### How it was made',
    howItWasMade(proposal, context),
    ...(formattedWith === null
      ? []
      : [`The changed files were formatted with ${markdownCode(formattedWith)}.`]),
    ...(context.isWorkflowToken ? [workflowTokenNote] : []),
    ...notes.slice(0, detail.notes).map((note) => `> **Note:** ${markdownWords(note, 500)}`)
  ].join('\n\n')
}

function whatChanged({ change, releaseUrl, compareUrl }: Proposal): string {
  const { name, oldVersion, newVersion, revision } = change
  const links = [
    ...(releaseUrl === null ? [] : [markdownLink('release', releaseUrl)]),
    ...(compareUrl === null ? [] : [markdownLink('what changed', compareUrl)])
  ]
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

function tryIt(change: SyncChange, place: TryPlace): string[] {
  const commands = tryCommands(change, place)
  return commands.length === 0 ? [] : ['### Try it', ['```sh', ...commands, '```'].join('\n')]
}

function howItWasMade({ counts }: Proposal, { runUrl }: BodyContext): string {
  const by = `nar-publish ${version}`
  const evaluations = Object.values(counts?.evaluations ?? {}).reduce((sum, n) => sum + n, 0)
  const effort =
    counts === null
      ? ''
      : `: ${count(evaluations, 'evaluation')}, ${count(counts.rounds, 'round')} of building, ${count(counts.builds, 'build')}`
  return `${runUrl === null ? by : markdownLink(by, runUrl)} traced each hash to the derivation that it feeds and took its new value from Nix${effort}.`
}

function codes(names: readonly string[]): string {
  const shown = names.slice(0, 6).map((name) => markdownCode(name, 100))
  return [...shown, ...(names.length > 6 ? ['…'] : [])].join(', ')
}

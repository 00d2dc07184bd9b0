import { artifactCells, artifactHeadings } from '../../catalogue/artifact-cells.ts'
import { rawNotice } from '../../catalogue/raw-limits.ts'
import {
  cloneCommands,
  cloneFolder,
  nixConfLines,
  trustingUrl
} from '../../catalogue/reader-lines.ts'
import {
  details,
  fenced,
  markdownCode,
  markdownLink,
  markdownText,
  table
} from '../../markdown/markdown.ts'
import { markdownBlocks } from '../../markdown/blocks.ts'
import { pinLine, unpinLine } from '../../pins/pin.ts'
import { failuresTable, howItWent, remarks, requestsRow, routeRows } from '../../report/blocks.ts'
import { inMarkdown } from '../../report/sentence.ts'
import { withinLimit } from '../../report/within-limit.ts'
import { count, list } from '../../text.ts'
import { pullRequestBlocks } from '../pull-request/blocks.ts'
import { bringsNothing, cachedBranchSentence, outcomeSentence, skippedGroups } from './outcome.ts'
import { toldIn } from './told.ts'
import type { PublishReport } from './types.ts'

/** How much of each list is shown. */
const degrees = [
  { name: 'everything', rows: Infinity },
  { name: 'the first thousand of each list', rows: 1000 },
  { name: 'the first hundred of each list', rows: 100 },
  { name: 'counts', rows: 0 }
] as const

type Detail = (typeof degrees)[number]

/**
 * Markdown for GITHUB_STEP_SUMMARY. Its first line says what became of the run and, when nothing was published, why. A report that
 * would be too large is told with shorter lists, at last with counts alone; the text says so.
 */
export function renderSummary(report: PublishReport): string {
  return withinLimit(degrees, (detail) => render(report, detail))
}

function render(report: PublishReport, detail: Detail): string {
  return `${[
    inMarkdown(outcomeSentence(report)),
    ...cachedBranch(report),
    ...remarks('Note', report.notes, 100),
    ...(report.pullRequest === undefined
      ? []
      : pullRequestBlocks(report.pullRequest.view, detail.rows)),
    ...artifacts(report, detail),
    ...pinned(report, detail),
    ...failuresTable(report.failures.slice(0, detail.rows), report.failures.length),
    ...skipped(report, detail),
    ...howItWent(workRows(report), report.timings),
    ...(report.outcome === 'packed' ? [] : howToUse(report)),
    ...(detail.rows === Infinity ? [] : [`This summary was too long and shows ${detail.name}.`])
  ].join('\n\n')}\n`
}

function cachedBranch({ cachedBranch: branch }: PublishReport): string[] {
  if (branch === undefined) return []
  const badge =
    branch.badge === null ? [] : details('Its badge', [fenced('markdown', [branch.badge])])
  return [inMarkdown(cachedBranchSentence(branch)), ...badge]
}

function artifacts({ outcome, published, target }: PublishReport, { rows }: Detail): string[] {
  return table(
    artifactHeadings,
    published
      .slice(0, rows)
      .map((row) => artifactCells(row, outcome === 'published' ? target : null))
  )
}

/** As lines that a script finds again. */
function pinned({ pins, unpinned }: PublishReport, { rows }: Detail): string[] {
  const lines = [...pins.map(pinLine), ...unpinned.map(unpinLine)]
  return lines.length === 0
    ? []
    : [
        `### ${count(lines.length, 'pin')}`,
        ...(rows === 0 ? [] : [['```text', ...lines.slice(0, rows), '```'].join('\n')])
      ]
}

function skipped(report: PublishReport, { rows }: Detail): string[] {
  if (report.skipped.length === 0) return []
  return [
    `### ${count(report.skipped.length, 'path')} skipped`,
    ...skippedGroups(report).flatMap(({ heading, paths }) => {
      const lines = paths
        .slice(0, rows)
        .map(({ storePath, detail }) => `- ${markdownCode(storePath)} ${markdownText(detail)}`)
      return lines.length === 0 ? [heading] : details(heading, [lines.join('\n')])
    })
  ]
}

function workRows(report: PublishReport): string[][] {
  const { outcome, requests, signedBy, reused, logs = 0 } = report
  const { git = 0 } = requests
  const signed =
    outcome === 'packed'
      ? 'not yet'
      : outcome === 'pull-request'
        ? 'nothing is published'
        : signedBy.length === 0
          ? unsigned(report)
          : `by ${list(signedBy.map((key) => markdownCode(key)))}`
  return [
    ...routeRows(report),
    requestsRow(requests, git === 0 ? null : git),
    ['Signed', signed],
    ...(outcome === 'published' ? [['Verified', verification(report)]] : []),
    ...(logs === 0 ? [] : [['Build logs', `of ${count(logs, 'derivation')}`]]),
    ...(reused === undefined
      ? []
      : [['Reused', `${reused.paths} of ${count(reused.of, 'path')} that earlier runs built`]])
  ]
}

/** A run with nothing to write does not read whether others sign. */
function unsigned(report: PublishReport): string {
  const { cacheKeys = [] } = report
  if (bringsNothing(report)) return 'nothing was to be signed'
  return cacheKeys.length === 0
    ? '**no**: the cache is unsigned'
    : '**no**, and the cache has signed artifacts'
}

function verification(report: PublishReport): string {
  const { served } = report.verify
  const proof = proofOf(report)
  return served === undefined ? proof : `${proof}; readers get them at ${markdownCode(served)}`
}

function proofOf({ verify, signedBy }: PublishReport): string {
  switch (verify.kind) {
    case 'substitute':
      return `Nix copied ${count(verify.paths, 'path')} from the new commit into a fresh store${signedBy.length === 0 ? '' : ', signatures required'}`
    case 'narinfo':
      return `the narinfos of ${count(verify.paths, 'path')} were read back, and no NAR`
    case 'none':
      return 'no'
  }
}

function howToUse(report: PublishReport): string[] {
  const { target, commit, readmePath } = report
  const publicKeys = toldIn(report)
  // Where nothing of it is there, there may be no cache.
  if (report.outcome === 'pull-request' || commit === null) return []
  if (report.outcome !== 'published' && report.artifacts.length === 0) return []
  if (publicKeys.length === 0 && bringsNothing(report)) return []
  const url = target.substituterUrl ?? cloneFolder
  const lines = nixConfLines({
    substituterUrl: publicKeys.length === 0 ? trustingUrl(url) : url,
    publicKeys
  })
  const more = ` (${markdownLink('other ways', target.webUrl(readmePath))})`
  return [
    '### How to use the cache',
    ...(publicKeys.length === 0
      ? [
          'The cache is unsigned: `trusted=true` makes Nix take what is in this cache, and in no other, without a signature.'
        ]
      : []),
    ...(target.substituterUrl === null
      ? [
          'Nobody serves the target’s files by HTTP (`substituter-url` tells where, if somebody does); a clone of the branch is a cache:',
          fenced('sh', cloneCommands(target.cloneUrl ?? target.name, target.branch))
        ]
      : []),
    `In \`/etc/nix/nix.conf\`${more}:`,
    fenced('ini', lines),
    ...(target.servedBy === 'raw' && !target.isPrivate
      ? markdownBlocks(
          rawNotice({
            repository: target.name,
            branch: target.branch,
            webUrl: (path) => target.webUrl(path)
          })
        )
      : [])
  ]
}

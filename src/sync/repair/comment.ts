import { markdownCode, markdownLink } from '../../markdown/markdown.ts'
import { count } from '../../text.ts'
import { fencedDiff } from '../diff.ts'
import { placeOf } from '../types.ts'
import type { RepairEdit } from './types.ts'

/** By which our comment is found again, beside who wrote it. */
export const marker = '<!-- nar-publish:repair -->'

/** GitHub takes 65,536 characters. */
const longest = 60_000
const mostRows = 200

interface Repair {
  head: string
  edits: readonly RepairEdit[]
  patch: string
  runUrl: string | null
}

/** What somebody can apply who may write to the branch. The patch is of other people's files, and stands in a block that no line of it ends. */
export function commentBody({ head, edits, patch, runUrl }: Repair): string {
  const run = runUrl === null ? 'the run' : markdownLink('the run', runUrl)
  const short = [
    marker,
    `**${count(edits.length, 'Nix hash', 'Nix hashes')} of this pull request ${edits.length === 1 ? 'is' : 'are'} stale** at ${markdownCode(head.slice(0, 12))}. Its branch is not this repository’s to write to.`,
    ...edits
      .slice(0, mostRows)
      .map((edit) => `- ${markdownCode(placeOf(edit))}: ${markdownCode(edit.newHash)}`)
  ]
  const whole = [
    ...short.slice(0, 2),
    'This patch makes them right (`git apply`):',
    fencedDiff(patch),
    `Found out by ${run}.`
  ].join('\n\n')
  if (whole.length <= longest) return whole
  const [first = '', second = '', ...rows] = short
  return [
    first,
    second,
    rows.join('\n').slice(0, longest),
    `The patch is too long for a comment.`
  ].join('\n\n')
}

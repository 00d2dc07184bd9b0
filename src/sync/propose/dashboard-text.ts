import { createHash } from 'node:crypto'
import { z } from 'zod'
import { markdownCode, markdownLink, markdownWords } from '../../markdown/markdown.ts'
import { count, parseJson } from '../../text.ts'
import { wishKey } from './about.ts'

/** A package as the dashboard tells of it. Texts are other people's. */
export interface DashboardRow {
  /** As `package` would have it: `.#luna`. */
  package: string
  name: string
  /** null: it has none, or none is known. */
  from: string | null
  to: string | null
  /** What the run did with it. */
  state: keyof typeof sectionOf
  /** For people; null: the state says it. */
  why: { code: string | null; reason: string } | null
  pullRequest: { number: number; url: string } | null
}

const sectionOf = {
  proposed: 'proposed',
  updated: 'proposed',
  unchanged: 'proposed',
  'taken-over': 'proposed',
  limit: 'waiting',
  later: 'later',
  declined: 'refused',
  failed: 'failed',
  unasked: 'unasked',
  unknown: 'unasked',
  ignored: 'ignored',
  current: 'current'
} as const

type Section = (typeof sectionOf)[keyof typeof sectionOf]

const headings: readonly { section: Section; heading: string; words: string; hasBox: boolean }[] = [
  {
    section: 'proposed',
    heading: 'Proposed',
    words: 'A pull request is open.',
    hasBox: false
  },
  {
    section: 'waiting',
    heading: 'Waiting for the limit',
    words:
      'As many pull requests are open as `open-pull-requests-limit` allows. A tick has the next run open one all the same.',
    hasBox: true
  },
  {
    section: 'later',
    heading: 'Waiting for the next run',
    words: 'A run has 256 jobs.',
    hasBox: false
  },
  {
    section: 'refused',
    heading: 'Refused by people',
    words:
      'Somebody closed the pull request. A tick has the next run open one for this version again.',
    hasBox: true
  },
  {
    section: 'failed',
    heading: 'Failed',
    words: 'The summary and the log of {run} tell more.',
    hasBox: false
  },
  {
    section: 'unasked',
    heading: 'Not asked',
    words: 'Nobody knows whether there is a newer version.',
    hasBox: false
  },
  { section: 'ignored', heading: 'Ignored', words: 'By the input `ignore`.', hasBox: false }
]

/** Characters. GitHub takes 65,536, of which people may want some. */
const longestText = 60_000

/** Rows of each section that are shown, as far as there is room. */
const details = [Infinity, 200, 50, 10, 0]

const begin = '<!-- nar-publish:dashboard '
const end = '<!-- nar-publish:dashboard-end -->'
const blockPattern =
  /<!-- nar-publish:dashboard (\{[^\r\n<>]{0,200}\}) -->\r?\n([^]*?)<!-- nar-publish:dashboard-end -->/
/** A box that is ticked, at the beginning of a line, where nobody's name can stand. */
const tickedBox = /^- \[[xX]\] <!-- nar-publish:open ([0-9a-f]{16}) -->/gm

/** An issue's text around our block. */
interface Board {
  before: string
  after: string
  digest: string
  /** What people asked for, by `wishKey`. */
  ticked: Set<string>
}

/** null: there is no block of ours. */
export function readBoard(text: string): Board | null {
  const found = blockPattern.exec(text)
  if (found === null) return null
  const [whole, json = '', block = ''] = found
  const marker = z.object({ digest: z.string() }).safeParse(parseJson(json))
  if (!marker.success) return null
  return {
    before: text.slice(0, found.index),
    after: text.slice(found.index + whole.length),
    digest: marker.data.digest,
    ticked: new Set([...block.matchAll(tickedBox)].map(([, key = '']) => key))
  }
}

/**
 * The block between two comments that mark it as ours. Boxes that are in `ticked` stay so. What is too long is told by counts.
 *
 * @param runUrl the run that found this out; null: it has no page. Another run is no change.
 */
export function renderBoard(
  rows: readonly DashboardRow[],
  ticked: ReadonlySet<string>,
  runUrl: string | null
): { text: string; digest: string } {
  const digest = createHash('sha256')
    .update(render(rows, new Set(), null, Infinity))
    .digest('hex')
    .slice(0, 16)
  let text = ''
  for (const shown of details) {
    const block = render(rows, ticked, runUrl, shown)
    text = `${begin}${JSON.stringify({ digest })} -->\n${block}\n\n${end}`
    if (text.length <= longestText) break
  }
  return { text, digest }
}

function render(
  rows: readonly DashboardRow[],
  ticked: ReadonlySet<string>,
  runUrl: string | null,
  shown: number
): string {
  const run = runUrl === null ? 'the run' : markdownLink('the run', runUrl)
  const inSection = (section: Section): DashboardRow[] =>
    rows.filter(({ state }) => sectionOf[state] === section)
  const counts = [
    ...headings.map(({ section, heading }) => [section, heading.toLowerCase()] as const),
    ['current', 'with their newest version'] as const
  ].flatMap(([section, words]) => {
    const { length } = inSection(section)
    return length === 0 ? [] : [`${length} ${words}`]
  })
  return [
    `${count(rows.length, 'package')}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}. nar-publish keeps this list up to date until somebody closes the issue; what is written above or below it stays.`,
    ...headings.flatMap(({ section, heading, words, hasBox }) => {
      const found = inSection(section)
      if (found.length === 0) return []
      const lines = found.slice(0, shown).map((row) => lineOf(row, hasBox ? ticked : null))
      const rest = found.length - lines.length
      if (rest > 0) lines.push(`- ${lines.length === 0 ? count(rest, 'package') : `${rest} more`}`)
      return [`### ${heading}`, words.replace('{run}', () => run), lines.join('\n')]
    })
  ].join('\n\n')
}

/** `boxes`: those that are ticked; null: it has none. */
function lineOf(row: DashboardRow, boxes: ReadonlySet<string> | null): string {
  const { name, from, to, state, why, pullRequest } = row
  const key = wishKey({ name, package: row.package, version: to })
  const box =
    boxes === null ? '' : `[${boxes.has(key) ? 'x' : ' '}] <!-- nar-publish:open ${key} --> `
  const code = (text: string): string => markdownCode(text, 80)
  const step =
    to === null || to === from
      ? from === null
        ? ''
        : ` ${code(from)}`
      : ` ${from === null ? '' : `${code(from)} `}→ ${code(to)}`
  const link = pullRequest === null ? [] : [markdownLink(`#${pullRequest.number}`, pullRequest.url)]
  const words = [
    ...link,
    ...(state === 'taken-over' ? ['others went on with its branch'] : []),
    ...(why === null || state === 'limit' || (state === 'declined' && link.length > 0)
      ? []
      : [`${why.code === null ? '' : `${code(why.code)} `}${markdownWords(why.reason, 300)}`])
  ]
  return `- ${box}${code(name)}${step}${words.length === 0 ? '' : `: ${words.join('; ')}`}`
}

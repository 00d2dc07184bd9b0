import { markdownCode, markdownText, markdownWords, table } from '../../markdown/markdown.ts'
import { howItWent, remarks, rest } from '../../report/blocks.ts'
import { largestOutputs, type Outputs } from '../../report/outputs.ts'
import { listLengths, withinLimit } from '../../report/within-limit.ts'
import { count, list } from '../../text.ts'
import { version } from '../../version.ts'
import type { FileDifference } from './compare-trees.ts'
import type { Rebuilt, RebuildReport, RebuildResult } from './types.ts'

/** In `output-directory`. */
export const reportPath = 'rebuilt.json'

/** The file: all that was found, for programs. */
export function formatReport({ systems, nix, seed, candidates, leftOut, rebuilt }: RebuildReport) {
  const told = { version: 1, tool: version, systems, nix, seed, candidates, leftOut, rebuilt }
  return `${JSON.stringify(told, null, 2)}\n`
}

/** `rebuilt`: what differs before the rest; when it would be too large, without the files, and then as much as fits. */
export function rebuildOutputs({ rebuilt }: RebuildReport, largest = largestOutputs): Outputs {
  const all = inOrder(rebuilt)
  const bare = all.map((one) => {
    const { attribute, drv, path, result, narHash, other } = one
    return { attribute, drv, path, result, narHash, ...(other === undefined ? {} : { other }) }
  })
  let room = largest - 2
  const fitting = bare.filter((one) => (room -= JSON.stringify(one).length + 1) >= 0)
  const texts = [all, bare, fitting].map((rows) => JSON.stringify(rows))
  return { rebuilt: texts.find((text) => text.length <= largest) ?? '[]' }
}

const results = ['differs', 'failed', 'not-tried', 'same'] as const
const words: Record<RebuildResult, string> = {
  ...{ differs: '**differs**', failed: 'failed here', 'not-tried': 'not tried', same: 'the same' }
}

function inOrder(rebuilt: readonly Rebuilt[]): Rebuilt[] {
  return rebuilt.toSorted((a, b) => results.indexOf(a.result) - results.indexOf(b.result))
}

/** Markdown for GITHUB_STEP_SUMMARY. */
export function renderRebuildSummary(report: RebuildReport): string {
  return withinLimit(listLengths, (shown) => render(report, shown))
}

function render(report: RebuildReport, shown: number): string {
  const { rebuilt, nix, seed, notes, timings } = report
  const rows = inOrder(rebuilt)
  return `${[
    headline(report),
    ...remarks('Note', notes, 100),
    ...table(['Attribute', 'Path', 'Result', 'What differs'], rows.slice(0, shown).map(cellsOf)),
    ...rest(rows.length, shown),
    leftOutText(report),
    ...howItWent(
      [
        ['Nix', markdownText(nix)],
        ['Seed of the lot', markdownCode(seed)]
      ],
      timings
    )
  ].join('\n\n')}\n`
}

function headline({ systems, candidates, rebuilt }: RebuildReport): string {
  const where = `of ${count(candidates, 'derivation')} that this run built for ${markdownText(list(systems))}`
  if (rebuilt.length === 0) return `**Nothing was built again** ${where}.`
  const numbers = results.flatMap((result) => {
    const number = rebuilt.filter((one) => one.result === result).length
    return number === 0 ? [] : [`${number} ${words[result]}`]
  })
  return `Built again on another machine: ${rebuilt.length} ${where}. ${list(numbers)}.`
}

function cellsOf(one: Rebuilt): string[] {
  const { attribute, path, result } = one
  return [
    attribute === null ? '' : markdownCode(attribute),
    markdownCode(path),
    words[result],
    whatDiffers(one)
  ]
}

/** Of one row in the table. */
const mostFilesShown = 5

function whatDiffers({ files = [], differences = 0, reason, inputsBuiltHere }: Rebuilt): string {
  const shown = files.slice(0, mostFilesShown).map(fileText)
  const more = differences - shown.length
  return [
    ...(reason === undefined ? [] : [markdownWords(reason, 300)]),
    ...(shown.length === 0 ? [] : [`${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`]),
    ...(inputsBuiltHere.length === 0
      ? []
      : [`${count(inputsBuiltHere.length, 'input')} of it had to be built here, too`])
  ].join('; ')
}

function fileText({ path, what, size, otherSize }: FileDifference): string {
  const sizes = size === otherSize ? '' : ` (${size ?? '–'} → ${otherSize ?? '–'} bytes)`
  const where = {
    ...{ content: sizes, kind: ' (another kind of file)' },
    ...{ 'only-built': ' (not here)', 'only-rebuilt': ' (only here)' }
  }
  const which = path === '.' ? 'the file itself' : markdownCode(path, 120)
  return `${which}${where[what]}`
}

function leftOutText({ leftOut: { fixed, floating, unpacked } }: RebuildReport): string {
  const reasons = [
    [fixed, 'with a fixed hash'],
    [floating, 'content-addressed'],
    [unpacked, 'of which nothing was packed']
  ] as const
  const told = reasons.flatMap(([number, why]) => (number === 0 ? [] : [`${number} ${why}`]))
  const left = told.length === 0 ? '' : ` Not in the lot: ${list(told)}.`
  return `The same is no proof that a build always comes out so, and what was not drawn is not known.${left}`
}

import prettyBytes from 'pretty-bytes'
import {
  details,
  fencedText,
  markdownCode,
  markdownLink,
  markdownText,
  table
} from '../../markdown/markdown.ts'
import { rest } from '../../report/blocks.ts'
import { failedBuilds } from '../../report/failed-builds.ts'
import { count } from '../../text.ts'
import type { AttributeView, BaseView, ClosureChange, PullRequestView } from './view.ts'

/** Lines of one closure's change. */
const mostNames = 50
/** Attributes that are named of one change. */
const mostNamed = 5

/**
 * What a pull request's run tells of it, as Markdown for its comment and for the job's summary. `shown`: so many of each list. Attributes, versions
 * and logs are other people's words.
 */
export function pullRequestBlocks(view: PullRequestView, shown = Infinity): string[] {
  const { attributes, closures, isCut, tryIt, failures } = view
  const logs = failedBuilds(
    failures.flatMap(({ builds = [] }) => builds),
    shown
  )
  return [
    headline(view),
    ...table(
      ['Attribute', 'State', 'Build', 'NAR', 'Closure', 'Compared with'],
      attributes.slice(0, shown).map(attributeRow)
    ),
    ...rest(attributes.length, shown),
    ...closureBlocks(closures, isCut, shown),
    ...(logs.length === 0 ? [] : details('Last lines of what failed', logs)),
    ...(tryIt.length === 0
      ? []
      : ['Try it, while the pull request is open:', fencedText(tryIt.join('\n'))])
  ]
}

function headline({ attributes, head, runUrl }: PullRequestView): string {
  const of = (states: readonly string[]): number =>
    attributes.filter(({ state }) => states.includes(state)).length
  const [bad, fresh, held] = [of(['failed', 'missing']), of(['built', 'new']), of(['held'])]
  const counts = [
    ...(bad === 0 ? [] : [`**${bad} failed**`]),
    ...(fresh === 0 ? [] : [`${fresh} new`]),
    ...(held === 0 ? [] : [`${held} in the cache`])
  ]
  const what = counts.length === 0 ? 'nothing is new' : counts.join(', ')
  const run = runUrl === null ? '' : ` (${markdownLink('run', runUrl)})`
  return `**Nix builds of** ${markdownLink(markdownCode(head.sha.slice(0, 12)), head.url)}: ${what}${run}`
}

function attributeRow(one: AttributeView): string[] {
  const { attribute, output, system, base, narSize, closureSize, buildSeconds } = one
  const where = system === null ? '' : ` ${markdownText(system)}`
  const name = output === null ? attribute : `${attribute} (${output})`
  return [
    `${markdownCode(name)}${where}`,
    stateText(one),
    buildSeconds === null ? '' : duration(buildSeconds),
    size(narSize, base?.narSize ?? null),
    size(closureSize, base?.closureSize ?? null),
    base === null ? '' : baseText(one, base)
  ]
}

/** Of one attribute, in few words; Markdown. */
export function stateText({ state, code }: AttributeView): string {
  const why = code === null ? '' : ` (${markdownCode(code, 60)})`
  switch (state) {
    case 'failed':
      return code === 'EVALUATION_FAILED' ? '**does not evaluate**' : `**failed**${why}`
    case 'missing':
      return '**not known**: its job left nothing'
    case 'built':
      return 'built'
    case 'new':
      return 'new to the cache'
    case 'held':
      return 'in the cache'
    case 'upstream':
      return 'left to upstream'
    case 'excluded':
      return 'excluded'
  }
}

/** With the difference to the base's. */
function size(bytes: number | null, before: number | null): string {
  if (bytes === null) return ''
  if (before === null || before === bytes) return prettyBytes(bytes)
  return `${prettyBytes(bytes)} (${prettyBytes(bytes - before, { signed: true })})`
}

function baseText({ storePath }: AttributeView, base: BaseView): string {
  const version = base.version === null ? '' : ` ${markdownText(base.version, 60)}`
  const which = base.isOfBase ? 'the base' : 'the newest in the cache'
  return base.storePath === storePath ? `${which}: the same` : `${which}${version}`
}

/** `7 s`, `2 min 5 s`, `1 h 3 min` */
export function duration(seconds: number): string {
  if (seconds < 1) return 'under 1 s'
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  if (hours > 0) return `${hours} h ${minutes} min`
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`
}

function closureBlocks(
  closures: readonly ClosureChange[],
  isCut: boolean,
  shown: number
): string[] {
  if (closures.length === 0) return []
  const blocks = closures.slice(0, shown).flatMap(({ attributes, lines, came, went }) => {
    const names = attributes.slice(0, mostNamed).map((name) => markdownCode(name))
    const others = attributes.length - names.length
    const of = `${names.join(', ')}${others > 0 ? ` and ${others} more` : ''}`
    const more = lines.length > mostNames ? [`… and ${lines.length - mostNames} more`] : []
    return [
      `${of}: ${count(came, 'store path')} came, ${went} went${lines.length === 0 ? ', all of them of the same versions' : ''}.`,
      ...(lines.length === 0
        ? []
        : [fencedText([...lines.slice(0, mostNames), ...more].join('\n'))])
    ]
  })
  const cut =
    'What upstream caches have is compared as far as paths of this cache refer to it: what it needs itself was not looked at.'
  return details('What came and went in the closures', [...blocks, ...(isCut ? [cut] : [])])
}

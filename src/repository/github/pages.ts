import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import { quote } from '../../text.ts'
import type { ReadersAddress, SubstituterChoice } from '../../serving.ts'
import { notFoundPage } from '../site-files.ts'
import type { GitHubApi } from './api.ts'
import { lookAtSite, type Seen } from './pages-probe.ts'

export interface PagesQuestion {
  api: GitHubApi
  /** Where the site may be when the token may not see its settings. */
  sites: readonly [string, ...string[]]
  branch: string
  /** As GitHub says of the repository; null: it does not say. */
  hasPages: boolean | null
  /** What the branch's README tells its readers now; null: nothing, or it is not to be read. */
  told: () => Promise<ReadersAddress | null>
}

/**
 * Whether Pages serves the branch.
 *
 *     serves  at `url`, by GitHub's word or as seen
 *     no      for certain; `reason` ends a sentence
 *     unseen  it may, at `url`, and was not seen to
 */
type Verdict =
  | { kind: 'serves'; url: string }
  | { kind: 'no'; reason: string }
  | { kind: 'unseen'; url: string; reason: string }

/** https://docs.github.com/en/rest/pages/pages#get-a-apiname-pages-site */
const pagesReply = z.object({
  html_url: z.string().nullish(),
  status: z.string().nullish(),
  build_type: z.string().nullish(),
  source: z.object({ branch: z.string(), path: z.string() }).nullish(),
  public: z.boolean().nullish()
})
type Settings = z.output<typeof pagesReply>

/**
 * The address of Pages that readers are to be told; null: the raw files. Two requests at most, and of a stranger a few to the site; none
 * where Pages is off. `pages` throws PAGES_OFF when it is certain that Pages does not serve the branch.
 */
export async function pagesAddress(
  question: PagesQuestion,
  choice: Extract<SubstituterChoice, 'auto' | 'pages'>
): Promise<string | null> {
  const { api, branch } = question
  const verdict = await judge(question)
  if (verdict.kind === 'serves') {
    api.log.info(`readers are told ${verdict.url}: GitHub Pages serves branch ${branch}`)
    return verdict.url
  }
  if (choice === 'auto') {
    if (question.hasPages === false) return null
    const told = await question.told()
    const text = `Readers are told the raw files and not GitHub Pages: ${verdict.reason}.`
    if (told?.servedBy === 'pages') api.log.warning(`${text} Until now they were told Pages.`)
    else api.log.info(text)
    return null
  }
  if (verdict.kind === 'no') {
    throw new NarPublishError({
      code: 'PAGES_OFF',
      subject: `${api.repository}, branch ${quote(branch)}`,
      reason: verdict.reason
    })
  }
  api.log.warning(
    `Readers are told ${verdict.url}, as \`substituter-url: pages\` asks for: ${verdict.reason}.`
  )
  return verdict.url
}

async function judge(question: PagesQuestion): Promise<Verdict> {
  const { api, branch, hasPages } = question
  if (hasPages === false) return { kind: 'no', reason: 'GitHub Pages is off' }
  // A job's token may not see the settings, and Pages may have a bad day of its own: the site itself can be asked.
  const reply = await api.ask({ route: 'GET /repos/{owner}/{repo}/pages' }, pagesReply, [
    'not-found',
    'final',
    'lost'
  ])
  if (reply.kind !== 'done') return judgeBySite(question, question.sites)
  const settings = reply.data
  const url = addressOf(settings.html_url)
  if (settings.public === false) return { kind: 'no', reason: 'its site is open to few' }
  if (url === null) return judgeBySite(question, question.sites)
  const { source } = settings
  if (settings.build_type === 'workflow' || !source) return judgeBySite(question, [url])
  if (source.branch !== branch || source.path !== '/') {
    const reason = `it serves branch ${quote(source.branch)}, folder ${quote(source.path)}`
    return { kind: 'no', reason }
  }
  return judgeBuilt(question, settings, url)
}

/** GitHub builds this branch; what is not known is whether a build of it was ever finished. */
async function judgeBuilt(
  { api, branch, told }: PagesQuestion,
  { status }: Settings,
  url: string
): Promise<Verdict> {
  if (status === 'built') return { kind: 'serves', url }
  const wasTold = (await told())?.servedBy === 'pages'
  const seen = wasTold ? null : await lookAtSite(url, pageOf(api, branch), api.pace)
  if (seen !== null && seen.kind !== 'cache') {
    const building = `its first build of branch ${quote(branch)} is not done (${status ?? 'no status'})`
    const reason = seen.kind === 'silent' ? `${building}, and ${seen.reason}` : building
    return { kind: 'unseen', url, reason }
  }
  if (status === 'errored') {
    api.log.warning(
      `The last build of GitHub Pages failed: readers at ${url} get what was built before it.`
    )
  }
  return { kind: 'serves', url }
}

/** By what readers get: a cache with the page of this branch. */
async function judgeBySite(
  { api, branch, told }: PagesQuestion,
  urls: readonly [string, ...string[]]
): Promise<Verdict> {
  const answers = new Map<string, Seen>()
  for (const asked of urls) {
    const seen = await lookAtSite(asked, pageOf(api, branch), api.pace)
    const url = seen.kind === 'cache' && seen.isOf === 'this' ? addressOf(seen.url) : null
    if (url !== null) return { kind: 'serves', url }
    answers.set(asked, seen)
  }
  const before = await told()
  if (before?.servedBy === 'pages') {
    const { url } = before
    const all = [...answers.values()]
    const site = all.find((seen) => seen.kind === 'cache' && seen.url === url)
    // One without a page of ours is what it was until now.
    if (site?.kind === 'cache' && site.isOf === null) return { kind: 'serves', url }
    // No answer is not a negative one.
    const silent = [answers.get(url) ?? all].flat().find((seen) => seen.kind === 'silent')
    if (silent !== undefined) {
      api.log.warning(`Readers are still told ${url}, which could not be asked: ${silent.reason}`)
      return { kind: 'serves', url }
    }
  }
  const reasons = [...answers].map(([asked, seen]) => `${asked} ${unseenReason(seen, branch)}`)
  return { kind: 'unseen', url: urls[0], reason: reasons.join('; ') }
}

function unseenReason(seen: Seen, branch: string): string {
  switch (seen.kind) {
    case 'cache':
      return `is a cache, and was not seen to be made of branch ${quote(branch)} yet${seen.isOf === 'another' ? ', but of another one' : ''}`
    case 'no-cache':
      return 'is no binary cache, or not yet'
    case 'silent':
      return `could not be asked: ${seen.reason}`
  }
}

function pageOf({ repository: name }: GitHubApi, branch: string): Buffer {
  return notFoundPage({ name, branch })
}

/** As a substituter's address; null when it is no address that could be told. */
function addressOf(url: string | null | undefined): string | null {
  const isAddress = url && /^https?:\/\/[^\s'"\\?#]+$/.test(url) && URL.canParse(url)
  return isAddress ? url.replace(/\/+$/, '') : null
}

import { z } from 'zod'
import { usualBranch } from '../repository/branch-name.ts'
import type { GitHubApi } from '../repository/github/api.ts'
import { branchesWith } from '../repository/github/matching-branches.ts'
import { quote } from '../text.ts'
import { announce, type InitRun, type StepEnd } from './run.ts'

/** https://docs.github.com/en/rest/pages/pages#get-a-apiname-pages-site */
const pagesReply = z.object({
  html_url: z.string().nullish(),
  build_type: z.string().nullish(),
  source: z.object({ branch: z.string(), path: z.string() }).nullish()
})

/**
 * Lets GitHub Pages serve the cache's branch, where there is one and Pages is off. Never of a private repository: the site would be public, or,
 * where the plan has private ones, ask for a login that Nix does not have. `hasPages`: null: GitHub did not say.
 */
export async function switchPagesOn(
  run: InitRun,
  { hasPages, isPrivate }: { hasPages: boolean | null; isPrivate: boolean }
): Promise<StepEnd> {
  const { api, environment } = run
  const step = 'pages'
  const served = hasPages === false ? null : await readPages(api)
  if (served !== null) return { step, state: 'there', text: served, todo: [] }
  if (isPrivate) {
    const text = `${api.repository} is private, and a site of Pages is not: readers get its raw files, with a token`
    return { step, state: 'left', text, todo: [] }
  }
  const order = `let GitHub Pages serve branch ${usualBranch} of ${api.repository}`
  const { host } = new URL(environment.serverUrl)
  const at = host === 'github.com' ? '' : ` --hostname ${host}`
  const byHand = `gh api${at} -X POST repos/${api.repository}/pages -f 'source[branch]=${usualBranch}' -f 'source[path]=/'`
  if (!(await branchesWith(api, usualBranch)).includes(usualBranch)) {
    const text = `GitHub Pages can serve branch ${usualBranch} once the first run has made it`
    const todo = run.options.skip.has(step) ? [] : [`${byHand}  # after the first run`]
    return { step, state: 'left', text, todo }
  }
  const ended = await announce(run, step, order, [byHand])
  if (ended !== null) return ended
  // https://docs.github.com/en/rest/pages/pages#create-a-apiname-pages-site
  const parameters = { source: { branch: usualBranch, path: '/' } }
  const route = 'POST /repos/{owner}/{repo}/pages'
  const reply = await api.ask({ route, parameters }, pagesReply, ['final', 'lost'])
  if (reply.kind === 'done')
    return { step, state: 'done', text: servesText(api, reply.data), todo: [] }
  // The answer was lost, or somebody else was quicker.
  const now = await readPages(api)
  if (now === null) throw reply.error
  return { step, state: 'done', text: now, todo: [] }
}

/** What Pages serves, as a sentence; null: it is off. */
async function readPages(api: GitHubApi): Promise<string | null> {
  const reply = await api.ask({ route: 'GET /repos/{owner}/{repo}/pages' }, pagesReply, [
    'not-found',
    'final'
  ])
  if (reply.kind === 'done') return servesText(api, reply.data)
  if (reply.kind === 'not-found') return null
  // Its settings are for few, and what is on is left alone anyway.
  if (reply.error.code !== 'TOKEN_FORBIDDEN') throw reply.error
  return `GitHub Pages of ${api.repository} is on, and what it serves is not for this token to see`
}

function servesText(
  { repository }: GitHubApi,
  { html_url: url, build_type: type, source }: z.output<typeof pagesReply>
): string {
  const what =
    type === 'workflow' || !source
      ? 'what a workflow deploys'
      : `branch ${quote(source.branch)}, folder ${quote(source.path)}`
  return `GitHub Pages of ${repository} serves ${what}${url ? ` at ${url}` : ''}`
}

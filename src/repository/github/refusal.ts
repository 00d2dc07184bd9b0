import { z } from 'zod'
import { NarPublishError } from '../../errors.ts'
import { list, quote } from '../../text.ts'
import type { AnswerKind } from './answers.ts'
import type { GitHubApi } from './api.ts'

/** A commit that a run means to make. */
interface Meant {
  branch: string
  /** null: not known. */
  isThere: boolean | null
  /** It takes the branch's place by force. */
  replacesHistory?: boolean
}

/**
 * Asks, before any work is done, whether GitHub would refuse a commit: what it says then, or null. Two requests, and one for each
 * ruleset that speaks against it. A refusal is certain:
 *
 * - TOKEN_FORBIDDEN, REPOSITORY_READ_ONLY: an empty blob, which is the first thing that a commit sends, was refused. What GitHub says of
 *   the repository (`permissions`) is no answer: for an App's token, and so for a job's own, it is not what the token may do.
 * - BRANCH_RULE: a rule of the branch that no direct commit meets, and of whose ruleset GitHub says that who asks can never bypass it;
 *   HISTORY_PROTECTED when it is that against force alone.
 *
 * What is doubtful is a warning, and no answer at all is none: the commit itself will tell.
 */
export async function refusalOf(
  api: GitHubApi,
  meant: Meant,
  token: string
): Promise<NarPublishError | null> {
  return (await writeRefusal(api)) ?? ruleRefusal(api, meant, token)
}

const noAnswer = [
  'final',
  'lost',
  'limited',
  'not-found',
  'empty-repository',
  'not-visible-yet'
] as const satisfies readonly AnswerKind[]

/** What lacks a permission is told so before anything else is looked at. */
async function writeRefusal(api: GitHubApi): Promise<NarPublishError | null> {
  const reply = await api.ask(
    {
      route: 'POST /repos/{owner}/{repo}/git/blobs',
      parameters: { content: '', encoding: 'utf-8' }
    },
    z.unknown(),
    noAnswer
  )
  return reply.kind === 'final' ? certain(reply.error) : null
}

function certain(error: NarPublishError): NarPublishError | null {
  const isCertain = ['TOKEN_FORBIDDEN', 'TOKEN_REJECTED', 'REPOSITORY_READ_ONLY']
  return isCertain.includes(error.code) ? error : null
}

/** https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch */
const rulesReply = z.array(
  z.object({
    type: z.string(),
    ruleset_id: z.number().optional(),
    ruleset_source_type: z.string().optional()
  })
)
type Rule = z.output<typeof rulesReply>[number]

/** What no new commit meets that is put on the branch directly. */
const refusing = ['update', 'pull_request', 'merge_queue', 'required_status_checks']
const againstForce = 'non_fast_forward'
/** What a commit of ours meets, or does not do. */
const harmless = [
  ...['deletion', againstForce, 'required_linear_history', 'branch_name_pattern'],
  'copilot_code_review'
]

async function ruleRefusal(
  api: GitHubApi,
  { branch, isThere, replacesHistory = false }: Meant,
  token: string
): Promise<NarPublishError | null> {
  const refused = [...refusing, ...(replacesHistory ? [againstForce] : [])]
  const reply = await api.ask(
    { route: 'GET /repos/{owner}/{repo}/rules/branches/{branch}', parameters: { branch } },
    rulesReply,
    noAnswer
  )
  // An older Enterprise server has no such address.
  if (reply.kind !== 'done') return null
  const against = reply.data.filter(({ type }) =>
    // Whether a rule about updates counts for a branch that is made is not documented.
    isThere === true ? refused.includes(type) : type === 'creation' && isThere === false
  )
  const bypass = await bypassOf(api, against)
  const open = reply.data.filter((rule) => bypass.get(rule) !== 'always')
  const certainly = open.filter((rule) => bypass.get(rule) === 'never')
  // GitHub says it of "the user making the request": whether an App that is let past the rule counts as one is not documented.
  const isApp = token.startsWith('ghs_')
  if (certainly.length > 0 && !isApp) {
    return new NarPublishError({
      code: certainly.every(({ type }) => type === againstForce)
        ? 'HISTORY_PROTECTED'
        : 'BRANCH_RULE',
      subject: api.repository,
      reason: `branch ${quote(branch)} is under ${rules(certainly)}, and GitHub says that the token’s owner cannot bypass ${certainly.length === 1 ? 'it' : 'them'}`
    })
  }
  const doubtful = open.filter(
    ({ type }) =>
      (refused.includes(type) || !harmless.includes(type)) &&
      (type === 'creation' ? isThere !== true : type !== 'update' || isThere === true)
  )
  if (doubtful.length > 0) {
    api.log.warning(
      `Branch ${quote(branch)} of ${api.repository} is under ${rules(doubtful)}, which may refuse the commit (BRANCH_RULE): let the token’s owner bypass the ruleset, or choose another branch.`
    )
  }
  return null
}

/** How far who asks can bypass the rulesets of some rules, where GitHub says so. */
async function bypassOf(
  api: GitHubApi,
  rulesAgainst: readonly Rule[]
): Promise<Map<Rule, 'never' | 'always' | 'unknown'>> {
  const known = new Map<number, 'never' | 'always' | 'unknown'>()
  for (const { ruleset_id: id } of rulesAgainst) {
    if (id === undefined || known.has(id)) continue
    const reply = await api.ask(
      {
        route: 'GET /repos/{owner}/{repo}/rulesets/{ruleset_id}',
        parameters: { ruleset_id: id, includes_parents: true }
      },
      z.object({ current_user_can_bypass: z.string().optional() }),
      noAnswer
    )
    const said = reply.kind === 'done' ? reply.data.current_user_can_bypass : undefined
    const isPast = said === 'always' || said === 'exempt'
    // Only in pull requests is never for a commit.
    const isKept = said === 'never' || said === 'pull_requests_only'
    known.set(id, isPast ? 'always' : isKept ? 'never' : 'unknown')
  }
  return new Map(rulesAgainst.map((rule) => [rule, known.get(rule.ruleset_id ?? 0) ?? 'unknown']))
}

function rules(found: readonly Rule[]): string {
  const names = [...new Set(found.map(({ type }) => `\`${type.slice(0, 60)}\``))]
  return `${names.length === 1 ? 'the rule' : 'the rules'} ${list(names)}`
}

/** Asks the same about opening a pull request into `base`, by one between a branch and itself, which can never be. Only a refusal tells anything. */
export async function proposalRefusal(
  api: GitHubApi,
  base: string
): Promise<NarPublishError | null> {
  const reply = await api.ask(
    {
      route: 'POST /repos/{owner}/{repo}/pulls',
      parameters: { title: 'nar-publish asks whether it may', head: base, base }
    },
    z.unknown(),
    [...noAnswer, 'exists']
  )
  if (reply.kind !== 'final') return null
  return reply.error.code === 'PULL_REQUESTS_FORBIDDEN' ? reply.error : certain(reply.error)
}

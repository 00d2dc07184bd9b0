import { createHash } from 'node:crypto'
import { NarPublishError } from '../../errors.ts'
import { BranchHead, type BranchState } from '../../repository/github/branch-head.ts'
import type { Issue } from '../../repository/github/issues.ts'
import { branchesWith } from '../../repository/github/matching-branches.ts'
import type { PullRequest } from '../../repository/github/pull-request-shape.ts'
import { PullRequests, type Ends } from '../../repository/github/pull-requests.ts'
import { proposalRefusal, refusalOf } from '../../repository/github/refusal.ts'
import { isSameName } from '../../repository/github/repository.ts'
import { isViewer, readLogin } from '../../repository/github/viewer.ts'
import { version } from '../../version.ts'
import type { PullRequestDestination } from '../inputs.ts'
import { areSame, isAbout, markedOf, takesPlaceOf, wishKey, type Subject } from './about.ts'
import { openDestination, type Destination, type ProposeRun } from './destination.ts'
import { readMarkedText, type Marker } from './marker.ts'
import { branchFolder, branchPrefix, proposalBranch } from './title.ts'

/** Of a repository with thousands of pull requests only the newest are looked through. */
const pages = 3
/** Branches of ours that are asked for where there are more. */
const mostBranches = 20

/** What pull requests ask of their repository, and what was answered so far. */
export interface Book {
  run: ProposeRun
  destination: Destination
  pullRequests: PullRequests
  /** Whose the token is; null: GitHub does not say, or it was not asked. */
  login: string | null
  /** By number: those to base that were seen; null: they are not looked through, but asked for by their branches. */
  seen: Map<number, PullRequest> | null
  /** `seen` has all that there ever were. */
  isAll: boolean
  /** Of branches that were asked for by name. */
  histories: Map<string, PullRequest[]>
  /** Base's newest commit when the book was opened; null: not asked. */
  base: BranchState | null
  /** Why GitHub would refuse to propose anything; undefined: not asked yet. */
  refusal: NarPublishError | null | undefined
  /** Branches that this run has taken for a change, and what it is about. */
  taken: Map<string, string>
  /** What people asked for by the dashboard's boxes, whatever else speaks against it; see `wishKey`. */
  wishes: ReadonlySet<string>
  /** The issue that lists the packages; null: there is none; undefined: not looked for. */
  dashboard: Issue | null | undefined
  /** Requests that were sent. */
  readonly requests: number
  /** Pull requests of ours that are open now. */
  readonly openOnes: number
}

/**
 * Asks once what many pull requests ask of a repository: a handful of requests, whatever their number. Throws FORK_INVALID,
 * REPOSITORY_NOT_FOUND, REPOSITORY_READ_ONLY.
 */
export async function openBook(run: ProposeRun): Promise<Book> {
  const book = bookOf(run, await openDestination(run))
  const { destination, pullRequests } = book
  const { upstream, base } = destination
  book.login = await readLogin(upstream)
  book.base = await new BranchHead(upstream, base).read()
  const newest = await pullRequests.newest(base, pages, 'all')
  book.isAll = newest.isAll
  book.seen = new Map(newest.pullRequests.map((one) => [one.number, one]))
  if (!newest.isAll) {
    for (const one of await openOnesOf(book, branchFolder)) book.seen.set(one.number, one)
  }
  return book
}

/** For one pull request, which asks for what it needs. */
export function bookOf(run: ProposeRun, destination: Destination): Book {
  const { upstream, head } = destination
  return {
    ...{ run, destination },
    pullRequests: new PullRequests(upstream),
    ...{
      login: null,
      seen: null,
      isAll: false,
      base: null,
      refusal: undefined,
      dashboard: undefined
    },
    histories: new Map(),
    taken: new Map(),
    wishes: new Set(),
    get requests() {
      return upstream.requests + (head === upstream ? 0 : head.requests)
    },
    get openOnes() {
      return ownOnes(this).length
    }
  }
}

/** Open pull requests of ours: with our marker, from a branch of the repository that ours are in, and by the token's owner where that is known. */
function ownOnes({ seen, login, destination: { head } }: Book): PullRequest[] {
  return [...(seen?.values() ?? [])].filter(
    (one) =>
      one.state === 'open' &&
      isSameName(one.head.repository ?? '', head.repository) &&
      (login === null || isViewer(one.author, login)) &&
      readMarkedText(one.body) !== null
  )
}

/**
 * Whether a change may be proposed while fewer than `limit` of ours are open. What is open is brought up to date, what takes the place of an open one
 * adds none, and what somebody has asked for is wanted whatever the limit.
 */
export function mayOpen(
  book: Book,
  limit: number,
  subjects: readonly Subject[] = [],
  group: string | null = null
): boolean {
  if (isWished(book, subjects)) return true
  const own = ownOnes(book)
  return (
    own.length < limit ||
    own.some((one) => {
      const marker = readMarkedText(one.body)?.marker
      const isReplaced = marker !== undefined && takesPlaceOf({ subjects, group }, marker)
      return isReplaced || isAbout(one, subjects, group)
    })
  )
}

/** A pull request as it is by now. */
export function note({ seen, histories }: Book, pullRequest: PullRequest): void {
  seen?.set(pullRequest.number, pullRequest)
  histories.delete(pullRequest.head.branch)
}

/** The pull requests that there were from a branch, newest first, as far as the book tells; else they are asked for. */
export async function historyOf(book: Book, branch: string): Promise<PullRequest[]> {
  const { destination, pullRequests, seen, isAll, histories } = book
  if (seen !== null && isAll) {
    return [...seen.values()]
      .filter(({ head }) => head.branch === branch)
      .filter(({ head }) => isSameName(head.repository ?? '', destination.head.repository))
      .toSorted((a, b) => b.number - a.number)
  }
  const known = histories.get(branch) ?? (await pullRequests.history(endsOf(destination, branch)))
  histories.set(branch, known)
  return known
}

export function endsOf({ head, base }: Destination, branch: string): Ends {
  return { repository: head.repository, branch, base }
}

/**
 * Open ones that one of ours may take the place of: the newest of all; where there are more, also those of branches that are named as a
 * package's are by default.
 */
export async function openOnes(book: Book, names: readonly string[]): Promise<PullRequest[]> {
  if (book.seen !== null) return [...book.seen.values()].filter(({ state }) => state === 'open')
  const [name, ...others] = names
  const prefix = name === undefined || others.length > 0 ? branchFolder : branchPrefix(name)
  return openOnesOf(book, prefix)
}

async function openOnesOf(
  { destination, pullRequests }: Book,
  prefix: string
): Promise<PullRequest[]> {
  const { head, base } = destination
  const newest = await pullRequests.newest(base, pages, 'open')
  if (newest.isAll) return newest.pullRequests
  const known = new Set(newest.pullRequests.map(({ head: { branch } }) => branch))
  const branches = (await branchesWith(head, prefix)).filter((branch) => !known.has(branch))
  const found: PullRequest[] = []
  for (const branch of branches.slice(-mostBranches)) {
    const one = await pullRequests.find(endsOf(destination, branch))
    if (one !== null) found.push(one)
  }
  return [...newest.pullRequests, ...found]
}

/** Asks, once, whether GitHub would refuse a branch or a pull request. `branch`: one of those that are meant. */
export async function askRefusal(book: Book, branch: string): Promise<NarPublishError | null> {
  if (book.refusal !== undefined) return book.refusal
  const { upstream, head, base } = book.destination
  const { token } = book.run.destination
  const refusal =
    (await refusalOf(head, { branch, isThere: null }, token)) ??
    (await proposalRefusal(upstream, base))
  book.refusal = refusal
  return refusal
}

/**
 * The branch of a change. Two packages of one name and version have one each: the second one's ends with a digest of how it is referred to. Throws
 * INPUT_INVALID where one branch is given for several changes of a run.
 */
export async function branchFor(
  book: Book,
  subjects: readonly Subject[],
  group: string | null
): Promise<string> {
  const possible = possibleBranches(book.run.destination, subjects, group)
  const [plain, own] = possible
  if (book.seen === null) return plain
  const about = aboutOf(subjects, group)
  for (const branch of possible) {
    const taken = book.taken.get(branch)
    if (taken !== undefined && taken !== about) continue
    const history = await historyOf(book, branch)
    const isOthers = history.some(({ body }) => readMarkedText(body) !== null)
    if (taken === about || !isOthers || history.some((one) => isAbout(one, subjects, group))) {
      book.taken.set(branch, about)
      return branch
    }
  }
  if (own !== undefined) return own
  if (!book.taken.has(plain)) return plain
  throw new NarPublishError({
    code: 'INPUT_INVALID',
    subject: 'input branch',
    reason: `${JSON.stringify(plain)} is one branch, and this run has more than one pull request`,
    hint: 'Leave it out: each gets a branch of its own. Or make one pull request of all, by `group`.'
  })
}

/** The name that a change's branch has as a rule, and the one that it has beside another change's of that name, if it may have one. */
export function possibleBranches(
  { branch }: Pick<PullRequestDestination, 'branch'>,
  subjects: readonly Subject[],
  group: string | null
): [string, ...string[]] {
  if (branch !== null) return [branch]
  const plain = proposalBranch({ changes: subjects, group })
  const own = `${plain}-${digestOf(aboutOf(subjects, group)).slice(0, 7)}`
  return group === null ? [plain, own] : [plain]
}

function aboutOf(subjects: readonly Subject[], group: string | null): string {
  // Of a group some may have failed by the time that it is proposed.
  const references = group === null ? subjects.map(({ package: { text } }) => text) : []
  return JSON.stringify([group, ...references.toSorted()])
}

/** What a pull request of that title is made by, besides its packages; null: the run does not say. `head`: commit of the checkout. */
export function inputsDigest({ run }: Book, head: string, title: string): string | null {
  if (run.computedBy === undefined) return null
  const { title: given, labels, reviewers, draft } = run.destination
  const all = [version, run.computedBy, head, title, given, labels, reviewers, draft]
  return digestOf(JSON.stringify(all))
}

/**
 * Whether an open pull request of ours is what computing the subjects anew would give: it was made by the same inputs, to the same versions, from the
 * commit that is checked out and is base's newest, its title is as it was, and nobody has touched its branch.
 */
export function isAsComputed(
  book: Book,
  pullRequest: PullRequest,
  subjects: readonly Subject[],
  group: string | null
): boolean {
  const marker = readMarkedText(pullRequest.body)?.marker
  const checkout = subjects[0]?.head
  if (marker?.computed === undefined || checkout === undefined) return false
  return (
    marker.group === group &&
    areSame(marker.packages, subjects.map(markedOf)) &&
    isUntouched(pullRequest, marker) &&
    book.base?.kind === 'at' &&
    book.base.head.commit === checkout &&
    marker.computed.inputs === inputsDigest(book, checkout, pullRequest.title)
  )
}

/** Whether its branch is where the run left it that wrote the marker. */
export function isUntouched({ head }: PullRequest, { computed }: Marker): boolean {
  return computed?.commit === head.commit
}

/** Whether somebody has asked for one of them by the dashboard. */
export function isWished({ wishes }: Book, subjects: readonly Subject[]): boolean {
  return subjects.map(markedOf).some((one) => wishes.has(wishKey(one)))
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

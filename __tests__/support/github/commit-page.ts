import { jsonAnswer, readJson, refusal } from './call.ts'
import type { Layer } from './call.ts'
import type { Emulator } from './emulator.ts'
import type { GitObjects, TreeEntry } from './objects.ts'
import type { Repository } from './repository.ts'
import { branchRef } from './stale-refs.ts'

interface ChangedFile {
  filename: string
  status: 'added' | 'removed' | 'modified'
  sha: string
}

/**
 * `GET commits/{ref}` for branches and shas. emulate has it too, but it compares all files of the commit and its parent line by line
 * (25 s for a store of 10,000 artifacts) and gives patches of any size; here only folders that differ are looked at, and no patch is made.
 */
export function commitPage({ ask }: Emulator, objects: GitObjects): Layer {
  /** Like `git diff --name-status` of two trees, until there are enough. */
  async function changes(
    repository: Repository,
    [before, after]: readonly [before: string | null, after: string | null],
    enough: number,
    prefix = ''
  ): Promise<ChangedFile[]> {
    const [old, now] = await Promise.all(
      [before, after].map(async (sha) => {
        const entries = sha === null ? [] : ((await objects.tree(repository, sha)) ?? [])
        return new Map(entries.map((entry) => [entry.path, entry]))
      })
    )
    const found: ChangedFile[] = []
    for (const name of new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])) {
      if (found.length >= enough) break
      const [from, to] = [old?.get(name), now?.get(name)]
      if (from?.sha === to?.sha && from?.mode === to?.mode) continue
      const folders = [folder(from), folder(to)] as const
      if (folders.some((sha) => sha !== null)) {
        const left = enough - found.length
        found.push(...(await changes(repository, folders, left, `${prefix}${name}/`)))
      }
      const [fileBefore, fileAfter] = [file(from), file(to)]
      const sha = fileAfter ?? fileBefore
      if (sha === null) continue
      const status = fileBefore === null ? 'added' : fileAfter === null ? 'removed' : 'modified'
      found.push({ filename: prefix + name, status, sha })
    }
    return found
  }

  return async (call, next) => {
    const { repository, method, resource, query, login } = call
    const committish = /^commits\/(.+)$/.exec(resource)?.[1]
    if (!repository || method !== 'GET' || committish === undefined) return next(call)
    const isSha = /^[0-9a-f]{40}$/.test(committish)
    const sha = isSha
      ? committish
      : await objects.ref(repository, branchRef(committish, repository))
    const commit = sha === null ? null : await objects.commit(repository, sha)
    // A tag, a short sha, a list below the commit, or nothing: emulate knows.
    if (!commit) return next(call)

    const url = `/repos/${repository.fullName}/git/commits/${commit.sha}`
    const answer = await ask({ method, url, login })
    const git = readJson(answer.body)
    if (answer.status !== 200 || !git) return refusal(answer.status, String(git?.['message']))
    const { author, committer, message, tree, verification, ...rest } = git
    const [parent] = commit.parents
    const base = parent ? await objects.commit(repository, parent.sha) : null
    const perPage = Number(query.get('per_page') ?? 300)
    const first = (Number(query.get('page') ?? 1) - 1) * perPage
    const trees = [base?.tree.sha ?? null, commit.tree.sha] as const
    const files = await changes(repository, trees, first + perPage)
    return jsonAnswer(200, {
      ...rest,
      commit: {
        author,
        committer,
        message,
        tree,
        verification,
        url: rest['url'],
        comment_count: 0
      },
      url: String(rest['url']).replace('/git/commits/', '/commits/'),
      author: null,
      committer: null,
      stats: { total: 0, additions: 0, deletions: 0 },
      files: files
        .slice(first, first + perPage)
        .map((changed) => ({ ...changed, additions: 0, deletions: 0, changes: 0 }))
    })
  }
}

function folder(entry: TreeEntry | undefined): string | null {
  return entry?.type === 'tree' ? entry.sha : null
}

function file(entry: TreeEntry | undefined): string | null {
  return entry && entry.type !== 'tree' ? entry.sha : null
}

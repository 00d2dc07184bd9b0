import { refusal, type Call, type Layer } from './call.ts'
import type { ObjectAges } from './fresh-objects.ts'
import type { GitObjects } from './objects.ts'
import type { Conditions } from './options.ts'
import type { Repository } from './repository.ts'
import { branchRef, type RefHistory } from './stale-refs.ts'

export interface RawFileParts {
  conditions: () => Conditions
  objects: GitObjects
  /** Of commits: those made through the API, and those of others. */
  ages: readonly ObjectAges[]
  history: RefHistory
}

/**
 * `GET|HEAD /OWNER/REPO/raw/REF/PATH`, REF being a branch (slashes allowed), `refs/heads/<branch>`, a commit or HEAD.
 * emulate has this too, but takes no branch with a slash and reads every folder of the commit for each file.
 */
export function rawFiles({ conditions, objects, ages, history }: RawFileParts): Layer {
  async function head(repository: Repository, name: string): Promise<string | null> {
    const ref = branchRef(name, repository)
    const earlier = history.earlier(repository, ref, conditions().staleRefsMs)
    return earlier === undefined ? objects.ref(repository, ref) : earlier
  }

  /** Which commit and which file `<ref>/<path>` means. */
  async function locate(repository: Repository, text: string) {
    const [first = ''] = text.split('/')
    if (/^[0-9a-f]{40}$/.test(first)) return { commit: first, branch: null, path: text.slice(41) }
    if (first === 'HEAD') {
      return { commit: await head(repository, first), branch: first, path: text.slice(5) }
    }
    const rest = text.replace(/^refs\/heads\//, '')
    const names = await objects.branches(repository)
    // Git has no branch `a` beside `a/b`, so at most one fits.
    const branch = names.find((name) => rest.startsWith(`${name}/`))
    if (branch === undefined) return null
    return { commit: await head(repository, branch), branch, path: rest.slice(branch.length + 1) }
  }

  async function read({
    repository,
    resource
  }: Call): Promise<{ sha: string; bytes: Buffer } | null> {
    if (!repository) return null
    const found = await locate(repository, resource)
    const { missingRawMs } = conditions()
    if (!found?.commit) return null
    const { commit, branch } = found
    if (ages.some((one) => one.isYoungerThan(repository, commit, missingRawMs))) return null
    const ref = branch === null ? null : branchRef(branch, repository)
    if (ref && history.earlier(repository, ref, missingRawMs) !== undefined) return null
    const sha = await objects.blobAt(repository, found.commit, found.path)
    const bytes = sha && (await objects.blob(repository, sha))
    return sha && bytes ? { sha, bytes } : null
  }

  return async (call, next) => {
    if (call.kind !== 'raw') return next(call)
    if (call.method !== 'GET' && call.method !== 'HEAD') return refusal(405, 'Method Not Allowed')
    const file = await read(call)
    if (!file) return refusal(404, 'Not Found')
    const headers = {
      'content-type': 'application/octet-stream',
      'cache-control': 'max-age=300',
      etag: `"${file.sha}"`
    }
    return { status: 200, headers, body: file.bytes }
  }
}

import { z } from 'zod'
import { succeeded, type Emulator, type EmulatorRequest } from './emulator.ts'
import type { ObjectAges } from './fresh-objects.ts'
import type { GitObjects } from './objects.ts'
import type { Repository } from './repository.ts'
import type { RefHistory } from './stale-refs.ts'

/** Path → whole content; null deletes the file. With a mode of Git's: a program, a link by its text, or a submodule by its commit. */
export type FileChanges = Readonly<Record<string, FileChange>>
type FileChange = string | Buffer | null | { mode: '100755' | '120000' | '160000'; text: string }

export interface SomebodyElseParts {
  emulator: Emulator
  objects: GitObjects
  history: RefHistory
  /** Of their commits. */
  ages: ObjectAges
}

const made = z.object({ sha: z.string() })

/** Another person who works on the repository, past the proxy: nothing is recorded, limited or broken. */
export interface SomebodyElse {
  /** One commit on top of the branch, which is made when it is not there. Gives its sha. */
  commitFiles(
    repository: Repository,
    branch: string,
    files: FileChanges,
    message: string
  ): Promise<string>
}

export function createSomebodyElse({
  emulator,
  objects,
  history,
  ages
}: SomebodyElseParts): SomebodyElse {
  const ask = async (repository: Repository, method: string, what: string, body: unknown) => {
    const url = `/repos/${repository.fullName}/git/${what}`
    const request: EmulatorRequest = { method, url, body, login: repository.owner }
    return succeeded(await emulator.ask(request)).body
  }
  const make = async (repository: Repository, what: string, body: unknown): Promise<string> => {
    const answer = await ask(repository, 'POST', what, body)
    return made.parse(JSON.parse(answer.toString())).sha
  }

  async function treeEntry(repository: Repository, path: string, content: FileChange) {
    const entry = { path, mode: '100644', type: 'blob' }
    if (content !== null && typeof content === 'object' && 'mode' in content) {
      const { mode, text } = content
      return mode === '160000'
        ? { path, mode, type: 'commit', sha: text }
        : { ...entry, mode, content: text }
    }
    if (content === null) return { ...entry, sha: null }
    if (typeof content === 'string') return { ...entry, content }
    const blob = { content: content.toString('base64'), encoding: 'base64' }
    return { ...entry, sha: await make(repository, 'blobs', blob) }
  }

  return {
    commitFiles: (repository, branch, files, message) =>
      repository.alone(async () => {
        const ref = `refs/heads/${branch}`
        const head = await objects.ref(repository, ref)
        const base = head === null ? null : await objects.commit(repository, head)
        const entries = []
        for (const [path, content] of Object.entries(files)) {
          entries.push(await treeEntry(repository, path, content))
        }
        const tree = await make(repository, 'trees', {
          ...(base && { base_tree: base.tree.sha }),
          tree: entries
        })
        const sha = await make(repository, 'commits', {
          message,
          tree,
          parents: head === null ? [] : [head],
          author: { name: 'Somebody Else', email: 'else@example.com' }
        })
        if (head === null) await ask(repository, 'POST', 'refs', { ref, sha })
        else await ask(repository, 'PATCH', ref, { sha, force: false })
        ages.note(repository, sha)
        history.note(repository, ref, head)
        repository.isEmpty = false
        return sha
      })
  }
}

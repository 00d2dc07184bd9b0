import { readEnvironment } from '../../../src/environment.ts'
import { silentLog } from '../../../src/log.ts'
import { blobSha } from '../../../src/repository/github/git-objects.ts'
import { openBook, type Book } from '../../../src/sync/propose/book.ts'
import type { ProposeRun } from '../../../src/sync/propose/destination.ts'
import type { Proposal, Proposed } from '../../../src/sync/propose/proposal.ts'
import { proposeChange } from '../../../src/sync/propose/propose.ts'
import type { PullRequestDestination } from '../../../src/sync/pull-request-inputs.ts'
import type { ChangedFile, SyncChange } from '../../../src/sync/types.ts'
import { fastPace } from '../../repository/github/fixture.ts'
import type { GitHubServer } from '../../support/github/server.ts'
import { changeTo, packageText, partTo, toUpstream, upstream } from './fixture.ts'

/** A repository of packages, each at 1.0.0 in a file of its own. */
export class Several {
  readonly github: GitHubServer
  /** The commit that is checked out. */
  head: string

  private constructor(github: GitHubServer, head: string) {
    this.github = github
    this.head = head
  }

  static async in(github: GitHubServer, names: readonly string[]): Promise<Several> {
    const files = Object.fromEntries(names.map((name) => [pathOf(name), textOf(name, '1.0.0')]))
    const head = await github.commitFiles(upstream, 'main', files, 'packages')
    github.reset()
    return new Several(github, head)
  }

  run(more: Partial<Omit<ProposeRun, 'destination'>> & Partial<PullRequestDestination> = {}) {
    const { computedBy, log = silentLog, limits = {}, ...destination } = more
    return {
      destination: { ...toUpstream, ...destination },
      environment: readEnvironment({
        GITHUB_API_URL: this.github.apiUrl,
        GITHUB_SERVER_URL: this.github.serverUrl
      }),
      ...{ log, limits, pace: fastPace() },
      ...(computedBy !== undefined && { computedBy })
    }
  }

  book(more: Parameters<Several['run']>[0] = {}): Promise<Book> {
    return openBook(this.run({ computedBy: 'inputs', ...more }))
  }

  /** What a package is to become. */
  change(name: string, version = '2.0.0'): SyncChange {
    const change = changeTo(version, '1.0.0', this.head)
    const here = <T extends { file: string }>(edits: readonly T[]): T[] =>
      edits.map((edit) => ({ ...edit, file: pathOf(name) }))
    return {
      ...change,
      name,
      package: { kind: 'flake', text: `.#${name}`, folder: '.', attribute: name },
      versions: here(change.versions),
      hashes: here(change.hashes)
    }
  }

  /** The same before hashes are made. */
  subjects(...names: string[]): SyncChange[] {
    return names.map((name) => ({ ...this.change(...split(name)), hashes: [] }))
  }

  /** `names`: each at 2.0.0, or `name@version`. */
  proposal(names: readonly string[], group: string | null = null): Proposal {
    const changes = names.map((name) => this.change(...split(name)))
    return {
      parts: changes.map((change) => partTo('', { change })),
      group,
      files: changes.map(fileOf),
      formattedWith: null,
      notes: []
    }
  }

  propose(book: Book, names: readonly string[], group: string | null = null): Promise<Proposed> {
    return proposeChange(book.run, this.proposal(names, group), book)
  }
}

function split(text: string): [name: string, version?: string] {
  const [name = '', version = '2.0.0'] = text.split('@')
  return [name, version]
}

export function pathOf(name: string): string {
  return `nix/${name}.nix`
}

export function textOf(name: string, version: string): string {
  return `# ${name}\n${packageText(version)}`
}

function fileOf({ name, newVersion }: SyncChange): ChangedFile {
  return {
    path: pathOf(name),
    mode: '100644',
    oldBlob: blobSha(Buffer.from(textOf(name, '1.0.0'))),
    content: Buffer.from(textOf(name, newVersion ?? ''))
  }
}

import type { RepositorySetup } from './options.ts'

/** What the proxy itself knows of a repository; its objects and refs live in the emulator. */
export interface Repository {
  readonly owner: string
  /** Without the owner. */
  readonly name: string
  /** `owner/name` */
  readonly fullName: string
  readonly isPrivate: boolean
  readonly isArchived: boolean
  readonly defaultBranch: string
  readonly protectedBranches: ReadonlySet<string>
  /** What it is a fork of. */
  readonly parent: Repository | null
  readonly hasDrafts: boolean
  /** Logins, and teams as `owner/team`. */
  readonly reviewers: ReadonlySet<string>
  /** null: any that somebody thinks of. */
  readonly labels: ReadonlySet<string> | null
  readonly letsMaintainersIn: boolean
  readonly hasIssues: boolean
  /** True until the first commit. */
  isEmpty: boolean
  /**
   * One at a time. All that moves a ref runs in here: emulate 0.12.2 compares with the ref as it was before it read the request's body,
   * so that of two updates whose bodies come a moment later it takes both, and loses one.
   */
  readonly alone: <T>(body: () => Promise<T>) => Promise<T>
}

/** In the order given, by full name: a fork comes after what it is a fork of. */
export function createRepositories(
  setups: readonly RepositorySetup[]
): ReadonlyMap<string, Repository> {
  const made = new Map<string, Repository>()
  for (const setup of setups) {
    const parent = setup.forkOf === undefined ? null : made.get(setup.forkOf)
    if (parent === undefined) throw new Error(`${setup.forkOf ?? ''} does not come before its fork`)
    made.set(setup.name, createRepository(setup, parent))
  }
  return made
}

function createRepository(setup: RepositorySetup, parent: Repository | null): Repository {
  const [owner, name] = setup.name.split('/')
  if (!owner || !name) throw new Error(`not owner/name: ${setup.name}`)
  return {
    owner,
    name,
    fullName: setup.name,
    isPrivate: setup.private ?? false,
    isArchived: setup.archived ?? false,
    defaultBranch: parent?.defaultBranch ?? setup.defaultBranch ?? 'main',
    protectedBranches: new Set(setup.protectedBranches),
    parent,
    hasDrafts: setup.drafts ?? true,
    reviewers: new Set(setup.reviewers),
    labels: setup.labels === undefined ? null : new Set(setup.labels),
    letsMaintainersIn: setup.letsMaintainersIn ?? true,
    hasIssues: setup.issues ?? true,
    isEmpty: setup.initialized === false,
    alone: createLock()
  }
}

function createLock(): Repository['alone'] {
  let last: Promise<unknown> = Promise.resolve()
  return (body) => {
    const run = last.then(body)
    last = run.catch(() => undefined)
    return run
  }
}

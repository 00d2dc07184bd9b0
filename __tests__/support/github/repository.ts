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
  /** True until the first commit. */
  isEmpty: boolean
  /**
   * One at a time. All that moves a ref runs in here: emulate 0.12.2 compares with the ref as it was before it read the request's body,
   * so that of two updates whose bodies come a moment later it takes both, and loses one.
   */
  readonly alone: <T>(body: () => Promise<T>) => Promise<T>
}

export function createRepository(setup: RepositorySetup): Repository {
  const [owner, name] = setup.name.split('/')
  if (!owner || !name) throw new Error(`not owner/name: ${setup.name}`)
  return {
    owner,
    name,
    fullName: setup.name,
    isPrivate: setup.private ?? false,
    isArchived: setup.archived ?? false,
    defaultBranch: setup.defaultBranch ?? 'main',
    protectedBranches: new Set(setup.protectedBranches),
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

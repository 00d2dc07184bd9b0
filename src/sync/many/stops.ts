import type { ErrorCode, NarPublishError } from '../../errors.ts'

/** What is no package's fault, and would stand in the way of the next one as well. */
const ofTheRun: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  // The machine.
  'NIX_MISSING',
  'FLAKES_DISABLED',
  'STORE_UNREACHABLE',
  'STORE_DIR_MISMATCH',
  'GIT_MISSING',
  'DISK_FULL',
  'FILES_EXHAUSTED',
  'FILE_UNUSABLE',
  'MEMORY_EXHAUSTED',
  'TMPDIR_UNUSABLE',
  'FOLDER_GONE',
  'INTERNAL',
  // The checkout.
  'CHECKOUT_INVALID',
  'TREE_DIRTY',
  'COMMIT_REFUSED',
  // The repository and who writes to it.
  'TOKEN_FORBIDDEN',
  'TOKEN_MISSING',
  'TOKEN_REJECTED',
  'RATE_LIMITED',
  'GITHUB_UNAVAILABLE',
  'REPOSITORY_NOT_FOUND',
  'REPOSITORY_READ_ONLY',
  'PULL_REQUESTS_FORBIDDEN',
  'DRAFT_REFUSED',
  'BASE_MISSING',
  'FORK_INVALID',
  'FORK_STALE'
])

/** Whether the run ends with this failure, instead of going on with the next package. */
export function stops({ code }: NarPublishError): boolean {
  return ofTheRun.has(code)
}

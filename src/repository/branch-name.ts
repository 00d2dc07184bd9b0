import { NarPublishError } from '../errors.ts'

/** Where a cache lies that is not on its repository's default branch. */
export const usualBranch = 'nix-cache'

/**
 * Whether Git takes `name` as a branch: the rules of `git check-ref-format --branch`, and two of GitHub's.
 * https://git-scm.com/docs/git-check-ref-format
 */
export function isBranchName(name: string): boolean {
  return (
    name.isWellFormed() &&
    // GitHub's limit is 255 bytes for the whole ref, `refs/heads/` included.
    Buffer.byteLength(name) <= 244 &&
    // GitHub refuses these: an address could not tell such a branch from a commit.
    !/^[0-9a-f]{40}$/i.test(name) &&
    name !== 'HEAD' &&
    !name.startsWith('-') &&
    !name.endsWith('.') &&
    !name.includes('..') &&
    !name.includes('@{') &&
    !forbiddenCharacter.test(name) &&
    name.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'))
  )
}

/** Throws BRANCH_INVALID. */
export function checkBranchName(name: string, subject = JSON.stringify(name.slice(0, 300))): void {
  if (isBranchName(name)) return
  const reason = 'Git does not accept it as the name of a branch'
  throw new NarPublishError({ code: 'BRANCH_INVALID', subject, reason })
}

/** A branch as somebody gives it: `refs/heads/main` is `main`. Throws BRANCH_INVALID. */
export function parseBranchName(text: string, subject: string): string {
  const name = text.replace(/^refs\/heads\//, '')
  if (name.startsWith('refs/')) {
    const reason = 'it is the full name of something else than a branch'
    throw new NarPublishError({ code: 'BRANCH_INVALID', subject, reason })
  }
  checkBranchName(name, subject)
  return name
}

const forbiddenCharacter = /[\p{Cc}\s~^:?*[\\]/u

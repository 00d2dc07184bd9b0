import { nixWords } from '../nix/run.ts'
import { lastLines, withoutBlankRuns } from '../process/tail.ts'

/** What comes before Nix's own error, when a store cannot be opened, and is nothing about it. */
const noise = /^(?:warning:|Store URL:|copying \d|this derivation|@+$|@ .* @$)/

/** Why a store cannot be opened. Nix only says that the connection failed: ssh's words, and the remote shell's, stand before that. */
export function unreachableWords(url: string, nixVersion: string, stderr: string): string {
  const words = nixWords(stderr)
  if (url.startsWith('s3:') && words.includes("don't know how to open Nix store")) {
    return `this Nix (${nixVersion}) was built without S3: ${words}`
  }
  if (!/^ssh(?:-ng)?:/.test(url)) return words
  const [before = ''] = withoutBlankRuns(stderr).split(/^\s*error: /m)
  const said = lastLines(before)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !noise.test(line))
  return [...said, words].join('\n')
}

// Of ssh, of Nix without S3, and of HTTP, in this order.
const lasting =
  /Host key verification failed|Permission denied \((?:[\w-]+,?)+\)|don't know how to open Nix store|HTTP error 40[13]\b/

/** Whether somebody has to do something before a store with such words can be used: waiting does not help. */
export function isLasting(words: string): boolean {
  return lasting.test(words)
}

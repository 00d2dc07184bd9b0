import { shellWord, unspaced } from '../harmless.ts'
import { codeBlock, text, type Block } from '../markdown/blocks.ts'
import type { CacheDescription } from './types.ts'

// What readers of GitHub's raw files have to know, wherever that address is told: in the README, a summary, by doctor. People count the
// limit; GitHub documents none (docs/serving.md).

/** One line, a sentence. */
export const rawBears =
  'GitHub’s raw file host is said to grant an address 60 requests an hour, shared by all machines behind one router and all jobs of a runner.'

/** One line, a sentence. */
export const closureCosts =
  'A closure of N paths costs its reader 1 + 2 × N of them: with 29 paths the hour is used up.'

/** What happens then, a sentence. */
export const rawThrottled =
  'Nix then waits for minutes before it asks again, also for what other caches have, or what it would simply build.'

/** Lines of nix.conf for a reader who would rather not wait. */
export const stopgapLines = ['download-attempts = 1', 'fallback = true']

/** What those cost, a sentence. */
export const stopgapCosts =
  'Their price: whichever cache a path comes from, when its NAR fails it is built from source at once, without a second try.'

/** The command that lets GitHub Pages serve the branch, for whoever administers the repository; its second part may stand on a line of its own. */
export function pagesCommand(
  cache: Pick<CacheDescription, 'repository' | 'branch' | 'webUrl'>
): [string, string] {
  const { repository, branch } = cache
  const page = cache.webUrl('')
  const host = URL.canParse(page) ? new URL(page).host : 'github.com'
  const server = host === 'github.com' ? '' : `--hostname ${shellWord(host)} `
  return [
    `gh api ${server}-X POST ${shellWord(`repos/${unspaced(repository)}/pages`)}`,
    `-f ${shellWord(`source[branch]=${unspaced(branch)}`)} -f ${shellWord('source[path]=/')}`
  ]
}

/** Whether readers of this cache are told the raw files, and have no token to read them with. */
export function isReadRaw({
  servedBy,
  login
}: Pick<CacheDescription, 'servedBy' | 'login'>): boolean {
  return servedBy === 'raw' && login === null
}

/** What the address bears, and folded what to do about it. */
export function rawNotice(cache: Parameters<typeof pagesCommand>[0]): Block[] {
  const [command, fields] = pagesCommand(cache)
  return [
    text(`**What this address bears:** ${rawBears} ${closureCosts}`),
    {
      is: 'folded',
      heading: ['What happens then, and what helps'],
      blocks: [
        text(rawThrottled),
        text(
          'GitHub Pages has no such limit. Whoever administers the repository lets it serve the branch with this command; from the next publish on that commits something, readers are told its address:'
        ),
        codeBlock('sh', [`${command} \\`, `  ${fields}`]),
        text(
          'Until then, a reader who would rather build than wait puts these lines into `nix.conf`:'
        ),
        codeBlock('ini', stopgapLines),
        text(stopgapCosts)
      ]
    }
  ]
}

import type { Command } from '../cli/command.ts'
import { common, substituterUrl, targetBranch } from '../cli/common-options.ts'

export const pruneCommand: Command = {
  name: 'prune',
  operands: 'TARGET',
  summary: 'remove old artifacts from a published store',
  description: [
    'Keeps what is pinned, the newest artifacts of each name and system, and what is young, with all that these need; removes the narinfos, NARs, ' +
      'catalogue rows and release assets of the rest in one commit. A publish that lands meanwhile is kept.',
    'TARGET is `owner/name`, the repository’s address, or another Git repository that you can push to. Look first: --dry-run.'
  ],
  options: [
    targetBranch,
    {
      name: 'keep-generations',
      value: 'N',
      input: 'keep-generations',
      help: 'Keep the newest N of each name, system and output; default: 3'
    },
    {
      name: 'keep-days',
      value: 'N',
      input: 'keep-days',
      help: 'Keep what was published within N days; default: 30'
    },
    {
      name: 'remove-unreachable',
      value: null,
      input: 'remove-unreachable',
      help: 'Remove store paths, too, that no artifact and no pin leads to'
    },
    {
      name: 'squash-history',
      value: null,
      input: 'squash-history',
      help: 'Replace the branch by one commit without a parent, so that Git can forget'
    },
    {
      name: 'size-budget',
      value: 'SIZE',
      input: 'size-budget',
      help: 'Warn when the store is larger; default: 8 GB'
    },
    {
      name: 'route',
      value: 'ROUTE',
      input: 'route',
      help: 'auto (default), api or push: how the commit is written'
    },
    {
      name: 'dry-run',
      short: 'n',
      value: null,
      input: 'dry-run',
      help: 'Say what would go, and write nothing'
    },
    substituterUrl,
    ...common
  ],
  examples: [
    { does: 'See what would go', line: 'nar-publish prune my-org/binstore --dry-run' },
    {
      does: 'Keep one generation and a week',
      line: 'nar-publish prune my-org/binstore --keep-generations 1 --keep-days 7'
    },
    {
      does: 'Let Git forget what is gone',
      line: 'nar-publish prune my-org/binstore --target-branch nix-cache --squash-history'
    }
  ]
}

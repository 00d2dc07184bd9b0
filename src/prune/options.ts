import type { Command } from '../cli/command.ts'
import { optionsOf } from '../cli/options.ts'

export const pruneCommand: Command = {
  name: 'prune',
  operands: 'TARGET',
  operandInputs: { 'target-repository': 'TARGET' },
  summary: 'remove old artifacts from a published store',
  description: [
    'Keeps what is pinned, the newest artifacts of each name, attribute and system, and what is young, with all that these need; removes the narinfos, NARs, ' +
      'catalogue rows and release assets of the rest in one commit. A publish that lands meanwhile is kept.',
    'TARGET is `owner/name`, the repository’s address, or another Git repository that you can push to. Look first: --dry-run.'
  ],
  options: optionsOf('prune', [
    'target-branch',
    'keep-generations',
    'keep-days',
    'remove-unreachable',
    'squash-history',
    'move-large',
    'release-above',
    'size-budget'
  ]),
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

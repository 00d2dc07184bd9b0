import type { Command } from '../../cli/command.ts'
import { optionsOf } from '../../cli/options.ts'

export const outdatedCommand: Command = {
  name: 'outdated',
  operands: 'PACKAGE...',
  operandInputs: { package: 'PACKAGE' },
  summary: 'list which packages of the checkout have newer versions',
  description: [
    'Looks at many packages at once: what each has, what its source’s host has, and which of them share a version or a hash and are one change. ' +
      'Nothing is built or written. A package that does not evaluate, or whose host gives no answer, is told and leaves the others alone.',
    'PACKAGE is as for version-sync, or stands for a set: `.#packages.*`, `./dir#tools.*`, `file:default.nix#*` are all of it that have a version and a fetched source.'
  ],
  options: optionsOf('outdated', ['ignore', 'systems', 'tag-prefix', 'version-regex', 'nixpkgs']),
  examples: [
    {
      does: 'See which packages of a flake are outdated',
      line: "nar-publish outdated '.#packages.*'"
    },
    {
      does: 'Leave some alone',
      line: "nar-publish outdated '.#packages.*' --ignore 'python3-*' --ignore 'infer@2.x'"
    },
    {
      does: 'Use the list in a script',
      line: "nar-publish outdated 'file:default.nix#*' --json | jq -r '.outdated[].package'"
    }
  ]
}

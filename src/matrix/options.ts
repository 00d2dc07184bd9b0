import type { Command } from '../cli/command.ts'
import { common, targetBranch } from '../cli/common-options.ts'

export const matrixCommand: Command = {
  name: 'matrix',
  operands: 'ATTRIBUTE... TARGET',
  summary: 'list what is left to build for a store, by systems',
  description: [
    'Evaluates each ATTRIBUTE for each system, drops what TARGET holds already, and prints what is left with the runner that builds it: what ' +
      'the action’s `mode: matrix` makes jobs of. Nothing is built or written.',
    'ATTRIBUTE is `.#hello`, `.#packages.*` for every package of the flake, or `.#checks.{system}.*`.'
  ],
  options: [
    targetBranch,
    {
      name: 'systems',
      value: 'SYSTEMS',
      input: 'systems',
      help: 'For these; default: the four usual ones, as far as the flake has them'
    },
    {
      name: 'runner-map',
      value: 'MAP',
      input: 'runner-map',
      help: 'Runners, as system=label or system=[label, label]'
    },
    {
      name: 'closure',
      value: 'TYPE',
      input: 'closure',
      help: 'What must be held with a path: bare, binary (default), source or cache'
    },
    {
      name: 'fail-on-eval-error',
      value: null,
      input: 'fail-on-eval-error',
      help: 'Fail when an attribute does not evaluate (the default); --no-fail-on-eval-error does not'
    },
    ...common
  ],
  examples: [
    {
      does: 'See what is left to build',
      line: "nar-publish matrix '.#packages.*' my-org/binstore"
    },
    {
      does: 'Use the matrix in a script',
      line: "nar-publish matrix '.#packages.*' my-org/binstore --json | jq .matrix"
    }
  ]
}

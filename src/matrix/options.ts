import type { Command } from '../cli/command.ts'
import { optionsOf } from '../cli/options.ts'

export const matrixCommand: Command = {
  name: 'matrix',
  operands: 'ATTRIBUTE... TARGET',
  operandInputs: { 'flake-attribute': 'ATTRIBUTE', 'target-repository': 'TARGET' },
  summary: 'list what is left to build for a store, by systems',
  description: [
    'Evaluates each ATTRIBUTE for each system, drops what TARGET holds already, and prints what is left with the runner that builds it. ' +
      'Nothing is built or written.',
    'ATTRIBUTE is `.#hello`, `.#packages.*` for every package of the flake, or `.#checks.{system}.*`.'
  ],
  options: optionsOf('matrix', [
    'target-branch',
    'systems',
    'exclude',
    'runner-map',
    'closure',
    'output-directory',
    'row-weight'
  ]),
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

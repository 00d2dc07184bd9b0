import type { Option } from './command.ts'

/** What every command takes. */
export const common: readonly Option[] = [
  {
    name: 'token-file',
    value: 'FILE',
    input: null,
    help: 'Take the token from a file; `-` is standard input'
  },
  {
    name: 'json',
    value: null,
    input: null,
    help: 'Print the result as one JSON object; all else goes to standard error'
  },
  { name: 'verbose', value: null, input: null, help: 'Show the commands that are run' },
  { name: 'help', short: 'h', value: null, input: null, help: 'Show this' }
]

export const targetBranch: Option = {
  name: 'target-branch',
  value: 'BRANCH',
  input: 'target-branch',
  help: 'Branch that holds the cache; default: the target’s default branch'
}

export const substituterUrl: Option = {
  name: 'substituter-url',
  value: 'URL',
  input: 'substituter-url',
  help: 'Address that readers are told, when Pages or a mirror serves the branch'
}

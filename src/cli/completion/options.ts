import type { Command } from '../command.ts'
import { informing } from '../options.ts'

/** Where each shell looks for it. */
const shells = [
  { shell: 'bash', line: 'source <(nar-publish completion bash)' },
  { shell: 'zsh', line: 'nar-publish completion zsh > "${fpath[1]}/_nar-publish"' },
  {
    shell: 'fish',
    line: 'nar-publish completion fish > ~/.config/fish/completions/nar-publish.fish'
  }
]

const describe =
  'The script completes commands, options, their words, and files. It is made of the same table as this help, and starts nothing when it completes.'

export const completionCommand: Command = {
  name: 'completion',
  operands: 'bash|zsh|fish',
  summary: 'print the script by which a shell completes nar-publish',
  description: [describe],
  options: informing,
  examples: [],
  isGroup: true,
  subcommands: shells.map(({ shell, line }) => ({
    name: `completion ${shell}`,
    operands: '',
    summary: `print the script for ${shell}`,
    description: [describe],
    options: informing,
    examples: [{ does: 'Use it', line }]
  }))
}

export const manCommand: Command = {
  name: 'man',
  operands: '',
  summary: 'print the manual, as man shows it',
  description: [
    'All that the help of each command says, as one page in the language of man pages.'
  ],
  options: informing,
  examples: [{ does: 'Read it', line: 'nar-publish man | man -l -' }]
}

import type { Command } from '../cli/command.ts'
import { optionsOf } from '../cli/options.ts'
import { stepNames } from './run.ts'

export const initCommand: Command = {
  name: 'init',
  operands: '',
  summary: 'set up a repository as a cache: key, secret, workflow, Pages',
  description: [
    'In a checkout of a repository on GitHub, does what a first day needs: makes a key pair outside of the checkout, stores the secret half as the secret ' +
      'NIX_SIGNING_KEY, writes .github/workflows/publish.yml, switches Pages on once there is a branch to serve, and tries a publish as a dry run.',
    'Each step is told before it is done, and asked about. What is there already stays as it is: running it again goes on where it stopped. Nothing is committed.',
    'Without a terminal it asks nothing: --yes agrees to every step, --skip leaves one out. The token is that of the variables below, of --token-file, or of ' +
      '`gh`, where that is logged in; it needs “Secrets: write”, and for Pages “Pages: write” and “Administration: write”.'
  ],
  options: optionsOf('init', [
    {
      name: 'attribute',
      value: 'ATTR',
      input: null,
      help: 'What the workflow publishes: one attribute, or several by a pattern, each system on its own runner; default: .#default where the flake has it'
    },
    {
      name: 'key-name',
      value: 'NAME',
      input: null,
      help: 'Name of a new key; default: OWNER-REPO-1'
    },
    {
      name: 'key-folder',
      value: 'DIR',
      input: null,
      help: 'Where the key pair is kept; default: nar-publish/OWNER/REPO in ~/.config'
    },
    {
      name: 'replace-secret',
      value: null,
      input: null,
      help: 'Store the key although there is a secret'
    },
    {
      name: 'skip',
      value: 'STEP',
      repeats: true,
      input: null,
      help: `Leave a step out: ${stepNames.join(', ')}`
    },
    { name: 'yes', short: 'y', value: null, input: null, help: 'Do every step without asking' },
    { name: 'dry-run', value: null, input: null, help: 'Tell every step, and do none' }
  ]),
  variables: [],
  examples: [
    { does: 'Set up the repository of this checkout', line: 'nar-publish init' },
    { does: 'See what it would do', line: 'nar-publish init --dry-run' },
    {
      does: 'In a script: all packages, on a runner of each system',
      line: "nar-publish init --yes --attribute '.#packages.*'"
    }
  ]
}

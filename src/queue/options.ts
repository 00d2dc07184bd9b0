import type { Command, Option } from '../cli/command.ts'
import { common, informing, optionsOf } from '../cli/options.ts'
import { closureTypes } from '../nix/types.ts'

/** Which queues, and where they are: any of the commands asks that. */
const which: readonly Option[] = [
  {
    name: 'config',
    value: 'FILE',
    input: 'queue-config',
    help: 'JSON with the queues; default: nar-publish/queues.json in XDG_CONFIG_HOME'
  },
  {
    name: 'queue',
    value: 'NAME',
    repeats: true,
    input: 'queue-name',
    help: 'Only these queues; default: all of the configuration, or “default”'
  },
  {
    name: 'queue-dir',
    value: 'DIR',
    input: 'queue-dir',
    help: 'Folder with the queues; default: nar-publish in XDG_STATE_HOME'
  }
]

const closureType: Option = {
  name: 'closure-type',
  value: 'TYPE',
  words: closureTypes,
  input: 'queue-closure-type',
  help: 'bare, binary (default), source or cache: what goes along'
}

/** Of what is sent, in the order of the help. */
const sending = [
  ...which,
  {
    name: 'destination',
    value: 'URL',
    input: 'queue-destination',
    help: 'A store as nix copy --to takes it: file://, ssh://, s3://, the full name of a folder'
  },
  {
    name: 'target-repository',
    value: 'TARGET',
    input: 'queue-target-repository',
    help: 'A Git repository, instead of --destination'
  },
  'target-branch',
  {
    name: 'signing-key-file',
    value: 'FILE',
    input: null,
    help: 'Secret key that signs what goes to a Git repository'
  },
  closureType,
  {
    name: 'check-sigs',
    value: null,
    input: 'queue-check-sigs',
    help: 'Whether nix copy asks for signatures (default; --no-check-sigs)'
  },
  {
    name: 'substitute-on-destination',
    value: null,
    input: 'queue-substitute-on-destination',
    help: 'The destination fetches from its own substituters what it can'
  },
  {
    name: 'max-attempts',
    value: 'N',
    input: 'queue-max-attempts',
    help: 'Set a path aside after N failures; default: 5'
  }
] as const satisfies readonly (Option | 'target-branch')[]

const variables = [
  [
    'NAR_PUBLISH_QUEUE_…',
    'what an option sets: …_CONFIG, …_NAME, …_DIR, …_DESTINATION, …_CLOSURE_TYPE; the option goes before it, and it before the configuration'
  ]
] as const

const aboutPath = 'PATH is a store path, or a link such as ./result.'
const aboutDestination =
  'The destination is a Git repository (--target-repository) or any store of Nix’s (--destination), or is the configuration’s.'

const subcommands: readonly Command[] = [
  {
    name: 'queue add',
    operands: 'PATH...',
    summary: 'queue store paths',
    description: [
      'Each PATH is a garbage-collector root until it has landed. What was set aside is taken up again.',
      aboutPath
    ],
    variables,
    options: [
      ...which,
      {
        name: 'include-out-paths',
        value: null,
        input: 'queue-include-out-paths',
        help: 'Also what OUT_PATHS names (default; --no-include-out-paths)'
      },
      ...common
    ],
    examples: [{ does: 'Queue a result', line: 'nar-publish queue add ./result' }]
  },
  {
    name: 'queue list',
    operands: '',
    summary: 'show what is queued, and why it has not landed',
    description: ['Shows each queue with what has landed, what waits, and what was set aside.'],
    variables,
    options: [...which, ...common],
    examples: [
      {
        does: 'See what did not land, and why',
        line: "nar-publish queue list --json | jq '.queues[].setAside'"
      }
    ]
  },
  {
    name: 'queue closure',
    operands: '[PATH...]',
    summary: 'show all paths that would be sent',
    description: [`Shows the closure of what is queued, or of each PATH. ${aboutPath}`],
    variables,
    options: [...which, closureType, ...common],
    examples: [
      {
        does: 'See what goes along with a result',
        line: 'nar-publish queue closure ./result --closure-type cache'
      }
    ]
  },
  {
    name: 'queue upload',
    operands: '[PATH...]',
    summary: 'send once what is queued, or these paths',
    description: [
      `Sends what is queued, or each PATH past the queue, and says where it landed. ${aboutPath}`,
      aboutDestination
    ],
    variables,
    options: optionsOf('queue upload', [
      ...sending,
      {
        name: 'due',
        value: null,
        input: null,
        help: 'Leave out what is to wait longer after a failure, as a timer should'
      }
    ]),
    examples: [
      {
        does: 'Send what is queued to a Git repository',
        line: 'nar-publish queue upload --target-repository my-org/binstore'
      }
    ]
  },
  {
    name: 'queue run',
    operands: '',
    summary: 'go on sending what is queued, at each interval',
    description: [`Goes on until it is ended. ${aboutDestination}`],
    variables,
    options: optionsOf('queue run', [
      ...sending,
      {
        name: 'interval',
        value: 'TIME',
        input: 'queue-interval',
        help: 'Between two passes, such as “30 s”; default: 5 min'
      }
    ]),
    examples: [
      {
        does: 'Serve the queues of a configuration',
        line: 'nar-publish queue run --config /etc/nar-publish/queues.json'
      }
    ]
  }
]

export const queueCommand: Command = {
  name: 'queue',
  operands: 'add|list|closure|upload|run',
  summary: 'queue what a machine builds, and publish it from time to time',
  description: [
    'Queues store paths, each a garbage-collector root until it has landed, and sends them to a Git repository or any store of Nix’s.'
  ],
  variables,
  options: informing,
  examples: [
    {
      does: 'Queue a result and send it to a Git repository',
      line: 'nar-publish queue add ./result\nnar-publish queue upload --target-repository my-org/binstore'
    }
  ],
  isGroup: true,
  subcommands
}

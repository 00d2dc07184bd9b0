import type { Command } from '../cli/command.ts'
import { optionsOf } from '../cli/options.ts'

export const queueCommand: Command = {
  name: 'queue',
  operands: 'add|list|closure|upload|run [PATH...]',
  summary: 'queue what a machine builds, and publish it from time to time',
  description: [
    'add queues store paths, each a garbage-collector root until it has landed; list shows what is queued and why it has not landed; closure shows ' +
      'all paths that would be sent; upload sends once what is queued, or the PATHs that are given; run goes on sending at each interval.',
    'PATH is a store path or a link such as ./result. The destination is a Git repository (--target-repository) or any store of Nix’s (--destination). ' +
      'Options go before NAR_PUBLISH_QUEUE_… variables, and these before the configuration file.'
  ],
  variables: [
    'NAR_PUBLISH_QUEUE_CONFIG, _NAME, _DIR, _DESTINATION, _CLOSURE_TYPE …',
    '                         what an option sets; the option goes before it'
  ],
  options: optionsOf('queue', [
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
    },
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
    {
      name: 'closure-type',
      value: 'TYPE',
      input: 'queue-closure-type',
      help: 'bare, binary (default), source or cache: what goes along'
    },
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
      name: 'include-out-paths',
      value: null,
      input: 'queue-include-out-paths',
      help: 'add: also what OUT_PATHS names (default; --no-include-out-paths)'
    },
    {
      name: 'interval',
      value: 'TIME',
      input: 'queue-interval',
      help: 'run: between two passes, such as “30 s”; default: 5 min'
    },
    {
      name: 'max-attempts',
      value: 'N',
      input: 'queue-max-attempts',
      help: 'Set a path aside after N failures; default: 5'
    },
    {
      name: 'due',
      value: null,
      input: null,
      help: 'upload: leave out what is to wait longer after a failure, as a timer should'
    }
  ]),
  examples: [
    {
      does: 'Queue a result and send it to a Git repository',
      line: 'nar-publish queue add ./result\nnar-publish queue upload --target-repository my-org/binstore'
    },
    {
      does: 'Serve the queues of a configuration',
      line: 'nar-publish queue run --config /etc/nar-publish/queues.json'
    },
    {
      does: 'See what did not land, and why',
      line: "nar-publish queue list --json | jq '.queues[].setAside'"
    }
  ]
}

import type { Command } from '../cli/command.ts'
import { optionsOf } from '../cli/options.ts'

export const publishCommand: Command = {
  name: 'publish',
  operands: '[INSTALLABLE...] [TARGET]',
  operandInputs: { 'flake-attribute': 'INSTALLABLE' },
  summary: 'build, sign and commit artifacts into a repository',
  description: [
    'Builds flake attributes, packs their closures and commits NARs, narinfos, the index and the README table to TARGET in one commit. ' +
      'What TARGET holds already is not built again. No `result` link is left.',
    'INSTALLABLE is what `nix build` takes: `.#hello`, `github:o/r#tool^out,dev`, a store path; `{system}` in it stands for each of --systems. ' +
      'TARGET is `owner/name`, the repository’s address, or another Git repository that you can push to. ' +
      'It is the last argument; with --target-repository all arguments are installables.'
  ],
  options: optionsOf('publish', [
    'target-repository',
    'target-branch',
    {
      name: 'signing-key-file',
      value: 'FILE',
      input: null,
      help: 'Secret key that signs, as nix-store --generate-binary-cache-key writes it'
    },
    'paths',
    'om-results',
    'subflake',
    'pin-prefix',
    'pin',
    'unpin',
    'systems',
    'closure',
    'upstream-keys',
    'exclude',
    'compression',
    'compression-level',
    'route',
    'release-above',
    'logs',
    'verify',
    'phase',
    'output-directory',
    'packed',
    'plan',
    'row',
    'handed',
    'expected',
    'fail-on-empty',
    'size-budget'
  ]),
  examples: [
    {
      does: 'Publish this folder’s hello, signed',
      line: "nar-publish publish '.#hello' my-org/binstore --signing-key-file cache.secret"
    },
    {
      does: 'See what would be written',
      line: "nar-publish publish '.#hello' https://github.com/my-org/binstore.git --dry-run"
    },
    {
      does: 'Use the result in a script',
      line: "nar-publish publish '.#hello' my-org/binstore --json | jq -r '.[\"commit-sha\"]'"
    },
    {
      does: 'Publish and pin what om built',
      line: 'nar-publish publish --om-results result --pin-prefix main my-org/binstore'
    }
  ]
}

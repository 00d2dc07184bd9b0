import type { Command } from '../cli/command.ts'
import { common, substituterUrl, targetBranch } from '../cli/common-options.ts'

export const publishCommand: Command = {
  name: 'publish',
  operands: '[INSTALLABLE...] [TARGET]',
  summary: 'build, sign and commit artifacts into a repository',
  description: [
    'Builds flake attributes, packs their closures and commits NARs, narinfos, the index and the README table to TARGET in one commit. ' +
      'What TARGET holds already is not built again. No `result` link is left.',
    'INSTALLABLE is what `nix build` takes: `.#hello`, `github:o/r#tool^out,dev`, a store path; `{system}` in it stands for each of --systems. ' +
      'TARGET is `owner/name`, the repository’s address, or another Git repository that you can push to. ' +
      'It is the last argument; with --target-repository all arguments are installables.'
  ],
  options: [
    {
      name: 'target-repository',
      value: 'TARGET',
      input: 'target-repository',
      help: 'The target, instead of the last argument'
    },
    targetBranch,
    {
      name: 'signing-key-file',
      value: 'FILE',
      input: null,
      help: 'Secret key that signs, as nix-store --generate-binary-cache-key writes it'
    },
    {
      name: 'paths',
      value: 'PATH',
      repeats: true,
      input: 'paths',
      help: 'A store path, or a link such as ./result, to publish as well'
    },
    {
      name: 'om-results',
      value: 'FILE',
      input: 'om-results',
      help: 'Publish what `om ci run --results` built; `-` is standard input'
    },
    {
      name: 'subflake',
      value: 'NAME',
      repeats: true,
      input: 'subflake',
      help: 'Of --om-results only this subflake'
    },
    {
      name: 'pin-prefix',
      value: 'PREFIX',
      input: 'pin-prefix',
      help: 'Pin what --om-results names as PREFIX-SYSTEM-NAME'
    },
    {
      name: 'pin',
      value: 'NAME=PATH',
      repeats: true,
      input: 'pin',
      help: 'A name for a store path, link or INSTALLABLE; prune keeps what is pinned'
    },
    {
      name: 'unpin',
      value: 'NAME',
      repeats: true,
      input: 'unpin',
      help: 'Take this pin away'
    },
    {
      name: 'systems',
      value: 'SYSTEMS',
      input: 'systems',
      help: 'What {system} stands for; default: this machine’s'
    },
    {
      name: 'closure',
      value: 'TYPE',
      input: 'closure',
      help: 'bare, binary (default), source or cache: what goes along'
    },
    {
      name: 'upstream-keys',
      value: 'NAMES',
      input: 'upstream-keys',
      help: 'Leave out what these keys signed; default: cache.nixos.org-1'
    },
    {
      name: 'exclude',
      value: 'REGEX',
      repeats: true,
      input: 'exclude',
      help: 'Leave out store paths that match'
    },
    {
      name: 'compression',
      value: 'KIND',
      input: 'compression',
      help: 'zstd (default), xz or none'
    },
    {
      name: 'compression-level',
      value: 'N',
      input: 'compression-level',
      help: 'zstd 1 to 19 (default 3), xz 0 to 9 (default 6)'
    },
    {
      name: 'route',
      value: 'ROUTE',
      input: 'route',
      help: 'auto (default), api or push: how the commit is written'
    },
    {
      name: 'verify',
      value: 'HOW',
      input: 'verify',
      help: 'substitute (default), narinfo or none: how the result is proved'
    },
    {
      name: 'phase',
      value: 'PHASE',
      input: 'phase',
      help: 'all (default); pack leaves a folder, without key and leave to write; commit publishes such folders'
    },
    {
      name: 'output-directory',
      value: 'DIR',
      input: 'output-directory',
      help: 'Where --phase pack leaves its folder; default: ./nar-publish-out'
    },
    {
      name: 'packed',
      value: 'DIR',
      repeats: true,
      input: 'packed',
      help: 'For --phase commit: a folder that was packed, or one with such folders in it'
    },
    {
      name: 'expected',
      value: 'JSON',
      input: 'expected',
      help: 'For --phase commit: the matrix, so that what is missing or was not asked for is told'
    },
    {
      name: 'fail-on-empty',
      value: null,
      input: 'fail-on-empty',
      help: 'Fail when nothing was published'
    },
    {
      name: 'size-budget',
      value: 'SIZE',
      input: 'size-budget',
      help: 'Warn when the repository is larger; default: 8 GB'
    },
    {
      name: 'dry-run',
      short: 'n',
      value: null,
      input: 'dry-run',
      help: 'Build and pack, say what would be written, and write nothing'
    },
    substituterUrl,
    ...common
  ],
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

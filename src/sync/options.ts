import type { Command } from '../cli/command.ts'
import { optionsOf } from '../cli/options.ts'
import type { InputName } from '../inputs/table.ts'

/** What a pull request is and looks like; without one they have no meaning. */
export const pullRequestOptions = [
  'target-repository',
  'fork',
  'base',
  'branch',
  'title',
  'labels',
  'reviewers',
  'draft',
  'open-pull-requests-limit',
  'dashboard'
] as const satisfies readonly InputName[]

export const syncCommand: Command = {
  name: 'version-sync',
  operands: 'PACKAGE... [VERSION]',
  operandInputs: { package: 'PACKAGE', version: 'VERSION' },
  summary: 'bring a package to a version, its hashes with it',
  description: [
    'Finds where the version and every hash of a package are written (a Nix file, JSON, TOML, wherever it reads them from), sets the new version, ' +
      'computes all hashes that became stale, builds the result, and writes exactly those places of the checkout. Nothing is written unless all of it went well.',
    'PACKAGE is a flake attribute of the checkout (`.#infer`, `./sub#infer`), or a file that is called with callPackage or stands as it is ' +
      '(`file:nix/infer.nix`, `file:default.nix#infer`, `file:pkgs/by-name/in/infer/package.nix`), or all of a set (`.#packages.*`). ' +
      'VERSION is a version or tag, `latest` (the default: the newest release of the package’s source), `branch` or `branch:NAME` for a branch’s newest commit, or `keep` to compute the hashes alone.',
    'Tracked files must be unchanged; with --commit they are so again afterwards, and the next package can follow. With --dry-run nothing is written and the change is printed as a diff; `keep --dry-run` fails when a hash is not what it should be.'
  ],
  options: optionsOf('version-sync', [
    'dry-run',
    'ignore',
    'group',
    'systems',
    'tag-prefix',
    'version-regex',
    'allow-downgrade',
    'allow-same-source',
    'keep-places',
    'nixpkgs',
    'formatter',
    'build',
    'before-hash',
    'update-script',
    'smoke-test',
    {
      name: 'commit',
      value: null,
      input: null,
      help: 'Commit the written files, and nothing else that may be staged'
    },
    {
      name: 'pull-request',
      value: null,
      input: null,
      help: 'Open or update a pull request instead of writing the checkout'
    },
    ...pullRequestOptions
  ]),
  examples: [
    {
      does: 'Bring a flake’s package to its newest release',
      line: "nar-publish version-sync '.#infer'"
    },
    {
      does: 'See what would change',
      line: "nar-publish version-sync '.#infer' v0.76.1 --dry-run"
    },
    {
      does: 'Fail when a hash in the repository is wrong',
      line: "nar-publish version-sync '.#infer' keep --dry-run"
    },
    {
      does: 'Bring all packages of a flake to their newest versions, a commit each',
      line: "nar-publish version-sync '.#packages.*' --commit"
    },
    {
      does: 'Open a pull request instead of writing the checkout',
      line: "nar-publish version-sync '.#infer' --pull-request --target-repository me/infer"
    }
  ]
}

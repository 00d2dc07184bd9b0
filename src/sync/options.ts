import type { Command, Option } from '../cli/command.ts'
import { common } from '../cli/common-options.ts'

/** What a pull request is and looks like; without one they have no meaning. */
export const pullRequestOptions: readonly Option[] = [
  {
    name: 'target-repository',
    value: 'REPOSITORY',
    input: 'target-repository',
    help: 'Where the pull request is opened: owner/name, or its address on this GitHub'
  },
  {
    name: 'fork',
    value: 'REPOSITORY',
    input: 'fork',
    help: 'Put the branch into this fork of it; default: into the repository itself'
  },
  {
    name: 'base',
    value: 'BRANCH',
    input: 'base',
    help: 'Branch that the pull request is for; default: the repository’s default branch'
  },
  {
    name: 'branch',
    value: 'BRANCH',
    input: 'branch',
    help: 'Branch that is made; default: nar-publish/NAME-VERSION'
  },
  {
    name: 'title',
    value: 'TEXT',
    input: 'title',
    help: 'Title of the pull request; default: NAME: OLD → NEW'
  },
  {
    name: 'labels',
    value: 'LABEL',
    repeats: true,
    input: 'labels',
    help: 'A label for it'
  },
  {
    name: 'reviewers',
    value: 'LOGIN',
    repeats: true,
    input: 'reviewers',
    help: 'Somebody, or a team (org/team), to be asked for a review'
  },
  { name: 'draft', value: null, input: 'draft', help: 'Open it as a draft' }
]

export const syncCommand: Command = {
  name: 'version-sync',
  operands: 'PACKAGE [VERSION]',
  summary: 'bring a package to a version, its hashes with it',
  description: [
    'Finds where the version and every hash of a package are written (a Nix file, JSON, TOML, wherever it reads them from), sets the new version, ' +
      'computes all hashes that became stale, builds the result, and writes exactly those places of the checkout. Nothing is written unless all of it went well.',
    'PACKAGE is a flake attribute of the checkout (`.#infer`, `./sub#infer`), or a file that is called with callPackage or stands as it is ' +
      '(`file:nix/infer.nix`, `file:default.nix#infer`, `file:pkgs/by-name/in/infer/package.nix`). ' +
      'VERSION is a version or tag, `latest` (the default: the newest release of the package’s source), or `keep` to compute the hashes alone.',
    'Tracked files must be unchanged. With --dry-run nothing is written and the change is printed as a diff; `keep --dry-run` fails when a hash is not what it should be.'
  ],
  options: [
    {
      name: 'dry-run',
      short: 'n',
      value: null,
      input: 'dry-run',
      help: 'Print the change as a diff, which `git apply` takes, and write nothing'
    },
    {
      name: 'systems',
      value: 'SYSTEMS',
      input: 'systems',
      help: 'Whose hashes are brought up to date; default: those of the usual four that the package has'
    },
    {
      name: 'tag-prefix',
      value: 'PREFIX',
      input: 'tag-prefix',
      help: 'What stands before the version in the source’s tags, apart from v'
    },
    {
      name: 'allow-downgrade',
      value: null,
      input: 'allow-downgrade',
      help: 'Take a version that is older than the present one'
    },
    {
      name: 'nixpkgs',
      value: 'FOLDER',
      input: 'nixpkgs',
      help: 'The nixpkgs that callPackage is taken from; default: <nixpkgs>'
    },
    {
      name: 'formatter',
      value: 'PROGRAM',
      input: 'formatter',
      help: 'nixfmt, nixpkgs-fmt, alejandra or "nix fmt": formats the changed files; default: none'
    },
    {
      name: 'build',
      value: null,
      input: 'build',
      help: 'Build the result to prove it (default); --no-build does without'
    },
    {
      name: 'smoke-test',
      value: 'COMMAND',
      input: 'smoke-test',
      help: 'Run this with the result’s bin in PATH, such as "infer version"; no shell'
    },
    {
      name: 'pull-request',
      value: null,
      input: null,
      help: 'Open or update a pull request instead of writing the checkout'
    },
    ...pullRequestOptions,
    {
      name: 'phase',
      value: 'PHASE',
      input: 'phase',
      help: 'all (default); compute: leave what this machine works out in a file; commit: open the pull request from such files'
    },
    {
      name: 'output-directory',
      value: 'FOLDER',
      input: 'output-directory',
      help: 'Where phase compute leaves its file; default: nar-publish-out'
    },
    {
      name: 'computed',
      value: 'PATH',
      repeats: true,
      input: 'computed',
      help: 'For phase commit: a file that phase compute left, or a folder of them'
    },
    ...common
  ],
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
      does: 'Open a pull request instead of writing the checkout',
      line: "nar-publish version-sync '.#infer' --pull-request --target-repository me/infer"
    }
  ]
}

import { same, type Input } from '../input.ts'

/** The package, its version, and the pull request. */
export const versionSync = {
  package: {
    kind: 'text',
    takenBy: { 'version-sync': true },
    description:
      'For `version-sync`: the package, inside of the checkout. A flake attribute (`.#infer`, `./dir#infer`), or a file that is called with `callPackage` or stands as it is\n' +
      '(`file:nix/infer.nix`, `file:default.nix#infer`, `file:pkgs/by-name/in/infer/package.nix`). Several, one a line; `.#packages.*` stands for all of the set that have a version and a fetched\n' +
      'source.'
  },
  version: {
    kind: 'text',
    takenBy: { 'version-sync': ['all', 'list', 'compute'] },
    description:
      "For `version-sync`: a version or tag; `latest` asks where the package's source is published; `branch` or `branch:NAME` follows the newest commit; `keep` computes the\n" +
      'hashes alone.\n' +
      'Default: the tag of the release, or the pushed tag, that started the run.'
  },
  ignore: {
    kind: 'list',
    takenBy: { 'version-sync': ['all', 'list'] },
    description:
      'For `version-sync` of several packages: what is left alone, one a line. `infer`: the package; `infer@1.x`, `infer@1.2.3`: its versions of that kind, and the newest of the others is taken.\n' +
      '`*` stands for any part of a name.',
    placeholder: 'NAME[@VERSION]',
    help: same(
      ['version-sync', 'outdated'],
      'Leave a package alone, or some of its versions: infer, infer@1.x, infer@1.2.3'
    )
  },
  'tag-prefix': {
    kind: 'text',
    takenBy: { 'version-sync': ['all', 'list', 'compute'] },
    description:
      'For `version-sync`: what stands before the version in tags, such as `infer-`. A `v` after it is left out; the package keeps its own.',
    placeholder: 'PREFIX',
    help: same(
      ['version-sync', 'outdated'],
      'What stands before the version in the source’s tags, apart from v'
    )
  },
  'version-regex': {
    kind: 'text',
    takenBy: { 'version-sync': ['all', 'list', 'compute'] },
    description:
      "For `version-sync`: a regular expression whose group (named `version`, or the first) is the version in the source's tags, such as `^release-(.+)-final$`. Seldom needed: a form that the\n" +
      'present tag shows (`REL_18_1` for 18.1) is understood.',
    placeholder: 'REGEX',
    help: same(
      ['version-sync', 'outdated'],
      'A regular expression whose first group is the version in a tag'
    )
  },
  'allow-downgrade': {
    kind: 'switch',
    default: 'false',
    takenBy: { 'version-sync': ['all', 'compute'] },
    description: "For `version-sync`: `true` takes a version that is older than the package's.",
    help: { 'version-sync': 'Take a version that is older than the present one' }
  },
  'allow-same-source': {
    kind: 'switch',
    default: 'false',
    takenBy: { 'version-sync': ['all', 'compute', 'commit'] },
    description:
      'For `version-sync`: `true` takes a new version whose source is fetched from where the old one was and holds the same.\n' +
      'It is refused otherwise, as the version would be a label and nothing else.',
    help: { 'version-sync': 'Take a new version although the source is the old one’s' }
  },
  'keep-places': {
    kind: 'list',
    takenBy: { 'version-sync': ['all', 'compute'] },
    description:
      'For `version-sync`: places where the version stays as it is, one a line: `FILE:LINE`, or a text that stands on the line, such as `fix-build.patch`.',
    placeholder: 'PLACE',
    help: {
      'version-sync': 'Leave the version at FILE:LINE, or on lines with this text, as it is'
    }
  },
  nixpkgs: {
    kind: 'text',
    takenBy: { 'version-sync': ['all', 'list', 'compute'] },
    description:
      'For `version-sync` of a file: folder of the nixpkgs whose `callPackage` is used. Default: `<nixpkgs>` (NIX_PATH), or the checkout itself when it is nixpkgs.',
    placeholder: 'FOLDER',
    help: same(
      ['version-sync', 'outdated'],
      'The nixpkgs that callPackage is taken from; default: <nixpkgs>'
    )
  },
  formatter: {
    kind: 'choice',
    default: 'none',
    takenBy: { 'version-sync': ['all'] },
    description:
      "For `version-sync`: formats the changed Nix files with `nixfmt`, `nixpkgs-fmt`, `alejandra` or `nix fmt` (the flake's own). `none` is fine for most: edits keep a file's form.",
    placeholder: 'PROGRAM',
    words: ['none', 'nixfmt', 'nixpkgs-fmt', 'alejandra', 'nix fmt'],
    help: {
      'version-sync':
        'nixfmt, nixpkgs-fmt, alejandra or "nix fmt": formats the changed files; default: none'
    }
  },
  build: {
    kind: 'switch',
    default: 'true',
    takenBy: { 'version-sync': ['all', 'compute'] },
    description: 'For `version-sync`: `false` does not build the result.',
    help: { 'version-sync': 'Build the result to prove it (default); --no-build does without' }
  },
  'before-hash': {
    kind: 'text',
    takenBy: { 'version-sync': ['all', 'compute', 'commit'] },
    description:
      'For `version-sync`: a command that changes files beside the package (lock files, lists of dependencies), such as `nix/update-lock.sh`. It runs in a copy of the checkout that has the\n' +
      "new version, before hashes are made; no shell runs it, `sh -c '…'` does. With `phase: commit` nothing runs: it lets in what the command changed.",
    placeholder: 'COMMAND',
    help: {
      'version-sync':
        'Run this in a copy with the new version, before hashes are made: what it changes beside the package is part of the change'
    }
  },
  'update-script': {
    kind: 'switch',
    default: 'false',
    takenBy: { 'version-sync': ['all', 'compute'] },
    description:
      "For `version-sync`: `true` runs the package's `passthru.updateScript` in a copy, for the files of dependencies beside the package that it makes; nothing else of what it changes is taken.",
    help: {
      'version-sync':
        'Run the package’s passthru.updateScript for the files of dependencies that it makes'
    }
  },
  'smoke-test': {
    kind: 'text',
    takenBy: { 'version-sync': ['all', 'compute'] },
    description:
      "For `version-sync`: a command that must succeed with the result's `bin` in PATH, such as `infer version`. No shell runs it; `sh -c '…'` does.",
    placeholder: 'COMMAND',
    help: {
      'version-sync': 'Run this with the result’s bin in PATH, such as "infer version"; no shell'
    }
  },
  fork: {
    kind: 'text',
    takenBy: { 'version-sync': ['all', 'commit'] },
    description:
      'For `version-sync`: fork of `target-repository` that the branch goes to, as `owner/name`. The token must be able to write there.',
    placeholder: 'REPOSITORY',
    help: {
      'version-sync': 'Put the branch into this fork of it; default: into the repository itself'
    }
  },
  base: {
    kind: 'text',
    takenBy: { 'version-sync': ['all', 'commit'] },
    description:
      "For `version-sync`: branch that the pull request is for. Default: the repository's default branch.",
    placeholder: 'BRANCH',
    help: {
      'version-sync':
        'Branch that the pull request is for; default: the repository’s default branch'
    }
  },
  branch: {
    kind: 'text',
    takenBy: { 'version-sync': ['all', 'commit'] },
    description:
      'For `version-sync`: branch that is made. Default: `nar-publish/<name>-<version>`.',
    placeholder: 'BRANCH',
    help: { 'version-sync': 'Branch that is made; default: nar-publish/NAME-VERSION' }
  },
  title: {
    kind: 'text',
    takenBy: { 'version-sync': ['all', 'commit'] },
    description:
      "For `version-sync`: the pull request's title. Default: “name: old → new”; in nixpkgs “name: old -> new”.",
    placeholder: 'TEXT',
    help: { 'version-sync': 'Title of the pull request; default: NAME: OLD → NEW' }
  },
  group: {
    kind: 'text',
    takenBy: { 'version-sync': ['all', 'commit'] },
    description:
      'For `version-sync` of several packages: one pull request for all of them, of this name; its branch is `nar-publish/<group>`. Default: one for each package.',
    placeholder: 'NAME',
    help: { 'version-sync': 'One commit, or one pull request of this name, for all packages' }
  },
  'open-pull-requests-limit': {
    kind: 'count',
    default: '10',
    takenBy: { 'version-sync': ['all', 'commit'] },
    description:
      'For `version-sync` of several packages: new pull requests are opened only while fewer than so many of its own are open. `0` opens none.',
    placeholder: 'NUMBER',
    help: { 'version-sync': 'How many of its pull requests may be open at once; default: 10' }
  },
  labels: {
    kind: 'list',
    takenBy: { 'version-sync': ['all', 'commit'] },
    description:
      "For `version-sync`: the pull request's labels, one a line or separated by commas.",
    placeholder: 'LABEL',
    help: { 'version-sync': 'A label for it' }
  },
  reviewers: {
    kind: 'list',
    takenBy: { 'version-sync': ['all', 'commit'] },
    description:
      'For `version-sync`: who is asked for a review, logins and teams (`org/team`), separated by spaces, commas or lines.',
    placeholder: 'LOGIN',
    help: { 'version-sync': 'Somebody, or a team (org/team), to be asked for a review' }
  },
  draft: {
    kind: 'switch',
    default: 'false',
    takenBy: { 'version-sync': ['all', 'commit'] },
    description: 'For `version-sync`: `true` opens the pull request as a draft.',
    help: { 'version-sync': 'Open it as a draft' }
  },
  dashboard: {
    kind: 'switch',
    default: 'false',
    takenBy: { 'version-sync': ['all', 'commit'] },
    description:
      'For `version-sync` of several packages: `true` keeps an issue of the repository up to date that lists what is outdated, proposed, refused and ignored. The token needs `issues: write`.',
    help: { 'version-sync': 'Keep an issue that lists what is outdated, refused, ignored' }
  },
  repair: {
    kind: 'switch',
    default: 'false',
    takenBy: { 'version-sync': ['compute', 'commit'] },
    description:
      "For `version-sync` with `version: keep`, on other people's pull requests: `true` makes the hashes that the head of a pull request needs (`phase: compute`, in its own job, without secrets),\n" +
      'and commits them onto its branch (`phase: commit`, in a workflow that `workflow_run` starts), running nothing of it.'
  },
  annotate: {
    kind: 'switch',
    default: 'false',
    takenBy: { publish: ['all', 'commit'], 'version-sync': ['commit'] },
    description:
      'For `repair`: `true` commits nothing: a check run on the pull request names each stale hash at its line, with the one that belongs there. For `publish` in a run for a pull request: `true` makes a check run\n' +
      'for each attribute. The token needs `checks: write`.'
  },
  computed: {
    kind: 'list',
    takenBy: { 'version-sync': ['commit'] },
    description:
      'For `phase: commit` of `version-sync`: files that `phase: compute` left, or folders with such files as actions/download-artifact makes them; one a line.',
    placeholder: 'PATH',
    help: {
      'version-sync': 'For phase commit: a file that phase compute left, or a folder of them'
    }
  }
} as const satisfies Readonly<Record<string, Input>>

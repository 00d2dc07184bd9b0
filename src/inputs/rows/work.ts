import type { Input } from '../input.ts'
import { everyMode, publishing } from '../modes.ts'

/** What a run does, and with what. */
export const work = {
  mode: {
    kind: 'choice',
    default: 'publish',
    takenBy: everyMode,
    description:
      "What to do: `publish` (builds, packs, signs and commits artifacts); `matrix` (which jobs are left to do, for a workflow's `strategy.matrix`);\n" +
      "`hook` (whatever later steps of the job build is queued, and published from time to time and at the job's end); `prune` (removes old\n" +
      'artifacts from a cache); `use` (later steps of the job read a cache); `version-sync` (brings a package and its hashes to a new version, in a pull request).'
  },
  phase: {
    kind: 'choice',
    default: 'all',
    takenBy: { publish: true, 'version-sync': true },
    description:
      'Which part of the mode this job does; `all` (default) does everything. `publish`: `pack` builds and packs without the signing key and without leave to\n' +
      'write, and leaves a folder; `commit` checks the folders of all systems, signs, and makes one commit; `rebuild` builds some of what was packed again and tells what differs. `version-sync`: `compute` computes the hashes that\n' +
      "this machine's system needs and leaves a file; `commit` checks the files of all systems and opens the pull request; `list` only looks which packages are outdated.",
    placeholder: 'PHASE',
    // On a terminal, `list` is a command of its own, and a second builder is another machine.
    words: { publish: ['all', 'pack', 'commit'], 'version-sync': ['all', 'compute', 'commit'] },
    help: {
      publish:
        'all (default); pack leaves a folder, without key and leave to write; commit publishes such folders',
      'version-sync':
        'all (default); compute: leave what this machine works out in a file; commit: open the pull request from such files'
    }
  },
  'output-directory': {
    kind: 'text',
    takenBy: { publish: ['pack', 'rebuild'], matrix: true, 'version-sync': ['compute', 'list'] },
    description:
      'Folder in which a phase leaves what another job takes up (`pack`, `mode: matrix`: empty or absent; `rebuild`; `compute`; `list`): below the workspace, or an absolute path. Default: `nar-publish-out`; `mode:\n' +
      'matrix` and `list` leave nothing unless it is given.',
    placeholder: { publish: 'DIR', matrix: 'DIR', 'version-sync': 'FOLDER' },
    help: {
      matrix: 'Leave the plan there: what each row builds without evaluating',
      publish: 'Where --phase pack leaves its folder; default: ./nar-publish-out',
      'version-sync': 'Where phase compute leaves its file; default: nar-publish-out'
    }
  },
  'flake-attribute': {
    kind: 'list',
    takenBy: { publish: ['all', 'pack'], matrix: true },
    description:
      'Installables to build and publish, one a line: `.#hello`, `./dir#packages.aarch64-linux.x`, `github:o/r#x`.\n' +
      '`{system}` is replaced by each of `systems`; `^out,dev` chooses outputs (default: all). In `mode: matrix` each line stands for all `systems`, and\n' +
      '`.#packages.*` or `.#checks.{system}.*` for every derivation there, `.#nixosConfigurations.*` or `.#devShells.*` for what is built of each, `.#inputs.*` for the sources of\n' +
      "the flake's inputs."
  },
  paths: {
    kind: 'list',
    takenBy: { publish: ['all', 'pack'] },
    description:
      'Store paths that the job already has, one a line; a link such as `./result` or a path inside a store path counts as its store path.',
    placeholder: 'PATH',
    help: { publish: 'A store path, or a link such as ./result, to publish as well' }
  },
  'om-results': {
    kind: 'text',
    takenBy: { publish: ['all', 'pack'] },
    description:
      'File (or link) that `om ci run --results` left: everything that it built is published.',
    placeholder: 'FILE',
    help: { publish: 'Publish what `om ci run --results` built; `-` is standard input' }
  },
  subflake: {
    kind: 'list',
    takenBy: { publish: ['all', 'pack'] },
    description: 'Subflakes of `om-results` that are published, one a line. Default: all.',
    placeholder: 'NAME',
    help: { publish: 'Of --om-results only this subflake' }
  },
  'pin-prefix': {
    kind: 'text',
    takenBy: { publish: publishing },
    description:
      "Each named package of `om-results` is pinned as `<prefix>-<system>-<name>`. Default: the branch's or tag's name; `none` pins nothing.\n" +
      'In `phase: commit`: a pin of a build job whose name begins otherwise is refused, with `none` any pin.',
    placeholder: 'PREFIX',
    help: { publish: 'Pin what --om-results names as PREFIX-SYSTEM-NAME' }
  },
  pin: {
    kind: 'list',
    takenBy: { publish: ['all', 'pack'] },
    description:
      'Names for store paths, `name=path`, one a line: the path is a store path, a link such as `./result`, or an installable of `flake-attribute`. `prune` keeps\n' +
      'what is pinned; a pin that is there moves to the new path. `{system}` is replaced by each of `systems`.',
    placeholder: 'NAME=PATH',
    help: { publish: 'A name for a store path, link or INSTALLABLE; prune keeps what is pinned' }
  },
  unpin: {
    kind: 'list',
    takenBy: { publish: ['all', 'commit'] },
    description: 'Names of pins to take away, one a line.',
    placeholder: 'NAME',
    help: { publish: 'Take this pin away' }
  },
  systems: {
    kind: 'words',
    takenBy: { publish: true, matrix: true, 'version-sync': true, hook: true },
    description:
      "Nix systems that `{system}` stands for, separated by spaces or lines. Default: the runner's own; in `mode: matrix` those of `runner-map` that the\n" +
      'flake has. In `phase: rebuild` those of which something is built again. In `phase: commit` the systems that must have been packed or\n' +
      "computed. `version-sync`: those whose hashes are brought up to date; default: those of the usual four that the package has, in `phase: compute` the runner's own;\n" +
      'in `phase: list` those that the rows are for, default: the usual four.',
    placeholder: 'SYSTEMS',
    words: ['x86_64-linux', 'aarch64-linux', 'x86_64-darwin', 'aarch64-darwin'],
    help: {
      publish: 'What {system} stands for; default: this machine’s',
      matrix: 'For these; default: the four usual ones, as far as the flake has them',
      'version-sync':
        'Whose hashes are brought up to date; default: those of the usual four that the package has',
      outdated: 'Whose packages are looked at; default: this machine’s'
    }
  },
  packed: {
    kind: 'list',
    takenBy: { publish: ['commit', 'rebuild'] },
    description:
      'For `phase: commit` and `phase: rebuild`: folders that `phase: pack` left, or a folder with such folders in it as actions/download-artifact makes it; one a line.',
    placeholder: 'DIR',
    help: {
      publish: 'For --phase commit: a folder that was packed, or one with such folders in it'
    }
  },
  expected: {
    kind: 'text',
    takenBy: { publish: ['commit'] },
    description:
      'For `phase: commit`: the output `expected` of `mode: matrix`. A row that left nothing is reported, and an artifact of no row is refused. (`systems` does\n' +
      'the same by systems.)',
    placeholder: 'JSON',
    help: {
      publish:
        'For --phase commit: the matrix, so that what is missing or was not asked for is told'
    }
  },
  plan: {
    kind: 'text',
    takenBy: { publish: ['pack', 'rebuild'] },
    description:
      'For `phase: pack`, instead of `flake-attribute`: the folder that `mode: matrix` left in `output-directory`. Its `row` is built from it; nothing is evaluated, and no checkout is needed. For `phase: rebuild`: the same folder.',
    placeholder: 'DIR',
    help: { publish: 'For --phase pack: what `matrix --output-directory` left' }
  },
  row: {
    kind: 'text',
    takenBy: { publish: ['pack'] },
    description: 'For `plan`: which row of it, `row` of the matrix.',
    placeholder: 'ID',
    help: { publish: 'Which row of --plan' }
  },
  handed: {
    kind: 'list',
    takenBy: { publish: ['pack'] },
    description:
      'For `plan`: folders that `phase: pack` left in jobs of the first wave, or in an earlier attempt at this row, or folders with such folders in them; one a line. What they hold is not built again.',
    placeholder: 'DIR',
    help: { publish: 'For --plan: what other machines packed, which is not built again' }
  },
  'rebuild-sample': {
    kind: 'count',
    default: '10',
    takenBy: { publish: ['rebuild'] },
    description:
      'For `phase: rebuild`: how many derivations are built again at most, drawn by lot from those that the run built and packed, each as likely as any other.'
  },
  'rebuild-timeout': {
    kind: 'time',
    default: '1 h',
    takenBy: { publish: ['rebuild'] },
    description:
      'For `phase: rebuild`: how long the build of one derivation may take, as `30 min` or `2 h`. After five hours nothing more is begun.'
  },
  'row-weight': {
    kind: 'count',
    default: '100',
    takenBy: { matrix: true },
    description:
      'For `mode: matrix` with `output-directory`: how much a row builds at most before what it shares with others is built in a first wave. A derivation weighs 1, one that needs `big-parallel` 10, a download or\n' +
      'a text next to nothing.',
    placeholder: 'N',
    help: {
      matrix: 'How many derivations a row builds, before what it shares gets a row of its own'
    }
  },
  'runner-map': {
    kind: 'words',
    takenBy: { matrix: true, 'version-sync': ['list'] },
    description:
      'For `mode: matrix` and `phase: list`: runners by system, `system=label` or `system=[self-hosted, arm64]`, separated by spaces or lines; on top of `x86_64-linux=ubuntu-24.04`,\n' +
      '`aarch64-linux=ubuntu-24.04-arm`, `aarch64-darwin=macos-15`, `x86_64-darwin=macos-15-intel`. `x86_64-linux+kvm=label` is for derivations that need that feature (`requiredSystemFeatures`), in `mode: matrix`.',
    placeholder: 'MAP',
    help: { matrix: 'Runners, as system=label or system=[label, label]' }
  },
  'fail-on-eval-error': {
    kind: 'switch',
    default: 'true',
    takenBy: { matrix: true },
    description:
      'For `mode: matrix`: `false` makes an attribute that does not evaluate a warning; by default the run fails at its end, when all others are in the matrix.',
    help: {
      matrix:
        'Fail when an attribute does not evaluate (the default); --no-fail-on-eval-error does not'
    }
  },
  'cached-branch': {
    kind: 'text',
    takenBy: { publish: ['all', 'commit'] },
    description:
      'Name of a branch of the source repository that is moved to the commit of this run when all that was expected has landed and readers get it, and never backwards. The token needs to write the source repository.'
  },
  'on-pull-request': {
    kind: 'choice',
    default: 'build',
    takenBy: { publish: ['all', 'commit'] },
    description:
      'In a run for a pull request: `build` (default) writes nothing to the cache; `pin` publishes what was built as pins `pr-<number>-…`, which no index shows and which go when the pull request is closed;\n' +
      '`publish` publishes as any other run.'
  },
  comment: {
    kind: 'switch',
    default: 'true',
    takenBy: { publish: ['all', 'commit'] },
    description:
      'In a run for a pull request: whether one comment on it is kept up to date, which tells what was built and how it differs from its base (`false`: none). The token needs `pull-requests: write`; without that the summary alone tells it.'
  }
} as const satisfies Readonly<Record<string, Input>>

import { same, type Input } from '../input.ts'
import { everyMode, publishing } from '../modes.ts'

/** Where it goes, how it is packed, written and proved. */
export const target = {
  'target-repository': {
    kind: 'text',
    takenBy: { ...everyMode, publish: publishing, 'version-sync': ['all', 'commit'] },
    description:
      'Repository that becomes the cache: `owner/name` or its address on this GitHub; or any other that git can push to: an https, ssh or file address,\n' +
      '`user@host:path`, or a path (`/srv/store.git`, `./store.git`). `version-sync`: the repository on this GitHub that the pull request is opened in.\n' +
      'Default: the repository that the workflow runs in.',
    placeholder: { publish: 'TARGET', 'version-sync': 'REPOSITORY' },
    help: {
      publish: 'The target, instead of the last argument',
      'version-sync': 'Where the pull request is opened: owner/name, or its address on this GitHub'
    }
  },
  'target-branch': {
    kind: 'text',
    takenBy: { publish: publishing, matrix: true, hook: true, use: true, prune: true },
    description:
      "Branch that holds the cache; made when it is missing. Default: `nix-cache` when the target is the source's own repository (the workflow's; on a\n" +
      'terminal the checkout’s), else the default branch, or `nix-cache` where only that is a cache. A branch that holds other files and no `nix-cache-info` is\n' +
      'published to only when it is named.',
    placeholder: 'BRANCH',
    help: same(
      [
        ...(['publish', 'matrix', 'doctor', 'keys', 'keys retire', 'use', 'prune'] as const),
        ...(['queue upload', 'queue run'] as const)
      ],
      'Branch that holds the cache; default: `nix-cache` in the checkout’s own repository, else the default branch'
    )
  },
  token: {
    kind: 'secret',
    default: '${{ github.token }}',
    takenBy: everyMode,
    description:
      "Token that may write the target's contents. The job's own reaches only its own repository. For a target that is not on this GitHub it is\n" +
      "neither needed nor sent: git's own credentials are used. `use`: a token that may read it, which a public cache does without."
  },
  route: {
    kind: 'choice',
    default: 'auto',
    takenBy: { publish: publishing, hook: true, prune: true },
    description:
      "How the commit is written: `api` (GitHub's Git Data API), `push` (one pack, pushed by git), or `auto`: the API while no NAR is over 35 MiB and\n" +
      "the run stays below GitHub's hourly limit of 500 writes, else a push. A target that is not on this GitHub is always pushed to.",
    placeholder: 'ROUTE',
    words: ['auto', 'api', 'push'],
    help: same(['publish', 'prune'], 'auto (default), api or push: how the commit is written')
  },
  'release-above': {
    kind: 'size',
    default: 'auto',
    takenBy: { publish: publishing, hook: true, prune: true },
    description:
      "NARs larger than this become release assets, from `1` (byte) to `100 MiB`; the rest goes into the branch. `auto`: `100 MiB`; in the source's own public\n" +
      'repository `64 KiB`, as each clone of it brings every branch. In a private repository all go into the branch: Nix cannot read its release assets.',
    placeholder: 'SIZE',
    words: ['auto'],
    help: {
      ...same(
        ['publish', 'prune'],
        'auto (default), or the size above which a NAR becomes a release asset'
      )
    }
  },
  'signing-key': {
    kind: 'secret',
    takenBy: { publish: ['all', 'commit'], hook: true },
    description:
      'Secret key that signs the narinfos, as `nix-store --generate-binary-cache-key` writes it (`name:base64`), or a file that holds it.\n' +
      'Several, one a line: each signs, the first is the run’s own. Without any the cache is unsigned.'
  },
  unsigned: {
    kind: 'switch',
    default: 'false',
    takenBy: { publish: publishing, matrix: true, hook: true },
    description:
      '`true` publishes without `signing-key` into a cache whose readers are told a key, which is otherwise an error: readers refuse what nobody signed.\n' +
      'In jobs that have no key by design (`matrix`, phase `pack`), it takes what the cache holds as held whoever signed it.',
    help: {
      publish: 'Publish without a key, also where readers are told one',
      matrix: 'Count as held what nobody signed, also where readers are told a key'
    }
  },
  compression: {
    kind: 'choice',
    default: 'zstd',
    takenBy: { publish: publishing, hook: true },
    description: 'How NARs are stored: `zstd`, `xz` or `none`.',
    placeholder: 'KIND',
    words: ['zstd', 'xz', 'none'],
    help: { publish: 'zstd (default), xz or none' }
  },
  'compression-level': {
    kind: 'text',
    takenBy: { publish: publishing, hook: true },
    description: 'Level for the compressor: zstd 1 to 19 (default 3), xz 0 to 9 (default 6).',
    placeholder: 'N',
    help: { publish: 'zstd 1 to 19 (default 3), xz 0 to 9 (default 6)' }
  },
  closure: {
    kind: 'choice',
    default: 'binary',
    takenBy: { publish: publishing, matrix: true, hook: true },
    description:
      'What is published with each path: `bare` (only the path), `binary` (its runtime closure), `source` (the closure of its derivation\n' +
      'without outputs), `cache` (that with outputs).',
    placeholder: 'TYPE',
    words: ['bare', 'binary', 'source', 'cache'],
    help: {
      publish: 'bare, binary (default), source or cache: what goes along',
      matrix: 'What must be held with a path: bare, binary (default), source or cache'
    }
  },
  'upstream-keys': {
    kind: 'words',
    default: 'cache.nixos.org-1',
    takenBy: { publish: publishing, hook: true },
    description:
      'Names of signing keys whose paths readers can get elsewhere: what one of them signed is not published. Separated by spaces or lines; `none` publishes everything.',
    placeholder: 'NAMES',
    help: { publish: 'Leave out what these keys signed; default: cache.nixos.org-1' }
  },
  exclude: {
    kind: 'list',
    takenBy: { publish: ['all', 'pack'], matrix: true, hook: true },
    description:
      'Regular expressions (JavaScript), one a line: a store path that one of them matches is not published. In `mode: matrix` patterns of attributes that get no job, one a line: `packages.*.docs`,\n' +
      '`checks.aarch64-linux.*`; `*` stands for any part of a name.',
    placeholder: { publish: 'REGEX', matrix: 'PATTERN' },
    help: { publish: 'Leave out store paths that match', matrix: 'Leave out attributes that match' }
  },
  logs: {
    kind: 'switch',
    default: 'true',
    takenBy: { publish: publishing, hook: true },
    description:
      '`false` publishes no build logs. By default the log of each build on this machine that made a published path goes along, for `nix log`: its end, at most\n' +
      '1 MiB, without the secrets that the run knows (docs/publish.md).',
    help: { publish: 'Publish build logs, for `nix log` (default); --no-logs does not' }
  },
  verify: {
    kind: 'choice',
    default: 'substitute',
    takenBy: { publish: publishing, hook: true },
    description:
      'How the result is proved: `substitute` (Nix copies it back into a fresh store, signatures required), `narinfo` (the narinfos are read back, and no NAR), `none`. `readers`: as\n' +
      '`substitute`, and then until the address that readers are told serves all of it, for 20 minutes at most.',
    placeholder: 'HOW',
    words: ['substitute', 'narinfo', 'readers', 'none'],
    help: { publish: 'substitute (default), readers, narinfo or none: how the result is proved' }
  },
  'fail-on-empty': {
    kind: 'switch',
    default: 'false',
    takenBy: { publish: ['all', 'commit'] },
    description: '`true` makes a run that publishes nothing an error.',
    help: { publish: 'Fail when nothing was published' }
  },
  'dry-run': {
    kind: 'switch',
    default: 'false',
    takenBy: {
      publish: ['all', 'commit'],
      matrix: true,
      'version-sync': ['all', 'commit'],
      hook: true,
      prune: true
    },
    description:
      '`true` builds and packs, says what would be written, and writes nothing. `version-sync`: shows the diff; with `version: keep` a hash that is not what\n' +
      'it should be makes the run fail. `prune`: says what would go.',
    short: 'n',
    help: {
      publish: 'Build and pack, say what would be written, and write nothing',
      'keys retire': 'Say what retiring the key would change, and write nothing',
      prune: 'Say what would go, and write nothing',
      'version-sync': 'Print the change as a diff, which `git apply` takes, and write nothing'
    }
  },
  cache: {
    kind: 'switch',
    default: 'false',
    takenBy: { publish: ['all', 'pack'] },
    description:
      "`true` keeps what the job builds, and neither upstream caches nor the target hold, between runs in GitHub's cache of the repository, and substitutes from it\n" +
      'before it builds. For `publish`, phases `all` and `pack`.'
  },
  'cache-size': {
    kind: 'size',
    default: '2 GB',
    takenBy: { publish: ['all', 'pack'] },
    description:
      'How much `cache: true` keeps at most, in bytes or as `2 GB`, before compression. GitHub gives all caches of a repository 10 GB.'
  },
  'substituter-url': {
    kind: 'text',
    default: 'auto',
    takenBy: { publish: publishing, matrix: true, hook: true, use: true, prune: true },
    description:
      'Address that readers are told: `auto` (GitHub Pages when it serves the branch, else the raw files), `pages`, `raw`, or the address of a mirror.\n' +
      'For a target that is not on this GitHub there is none unless one is given, and readers are told to clone it. docs/serving.md tells how it is chosen.',
    placeholder: 'URL',
    words: ['auto', 'pages', 'raw'],
    help: same(
      ['publish', 'doctor', 'use', 'prune'],
      'auto (default), pages, raw, or the address that readers are told'
    )
  },
  provenance: {
    kind: 'text',
    takenBy: { publish: ['all', 'commit'], use: true },
    description:
      'docs/provenance.md. `publish`: the bundle of actions/attest (its output `bundle-path`); each path that is published must be in it with its NAR, and the bundle goes into the cache. `use`: the repository,\n' +
      '`owner/name`, whose workflow must have published every path that the cache holds; else it is not used.',
    placeholder: { publish: 'FILE', use: 'OWNER/REPO', doctor: 'OWNER/REPO' },
    help: {
      publish: 'Bundle of actions/attest that names all that is published',
      ...same(
        ['use', 'doctor'],
        'Repository whose workflow must have published every path, as Sigstore’s bundles prove it'
      )
    }
  },
  'provenance-subjects': {
    kind: 'text',
    takenBy: { publish: ['all', 'commit'] },
    description:
      'File to leave the SHA-256 and name of each path in that would be published (with `dry-run`), for `subject-checksums` of actions/attest.',
    placeholder: 'FILE',
    help: { publish: 'Leave the SHA-256 and name of each published path in it' }
  },
  'provenance-workflow': {
    kind: 'text',
    takenBy: { use: true },
    description:
      'For `provenance`: the workflow file that must have signed, `owner/name/.github/workflows/file.yml`, with `@refs/tags/v1` or another ref of it after that when it matters;\n' +
      'default: any of that repository. What nar-publish’s own publish.yml published was signed by that file.',
    placeholder: 'FILE',
    help: same(
      ['use', 'doctor'],
      'Workflow that must have signed, OWNER/REPO/.github/workflows/FILE[@REF]'
    )
  },
  'trusted-root': {
    kind: 'text',
    takenBy: { use: true },
    description:
      'For `provenance`: a file of `gh attestation trusted-root`, whose certificates and logs count; default: those of Sigstore’s public instance, which are fetched.\n' +
      'Without a network, and for bundles of private repositories.',
    placeholder: 'FILE',
    help: same(
      ['use', 'doctor'],
      'File of `gh attestation trusted-root`; default: Sigstore’s own is fetched'
    )
  },
  'trusted-keys': {
    kind: 'list',
    takenBy: { use: true, publish: ['all', 'commit'], hook: true, prune: true },
    description:
      "Public keys, `name:base64`, one a line. `use`: whose signatures count; default: those that the cache's catalogue names, when its repository is of the\n" +
      "same owner as the workflow's own. `publish`, `hook`, `prune`: keys that the README tells readers beside the run's own and those that it tells already.",
    placeholder: 'NAME:KEY',
    help: {
      use: 'Public key whose signatures count, as the cache’s owner tells it',
      ...same(
        ['publish', 'doctor', 'prune'],
        'Public key that readers are told as well, beside those that the README tells them'
      )
    }
  },
  site: {
    kind: 'switch',
    default: 'true',
    takenBy: { publish: ['all', 'commit'], hook: true, prune: true },
    description:
      '`index.html` in the branch, a page for people who look at the cache: search, what there is of each artifact, how to use it (docs/page.md). `false` writes none,\n' +
      'and leaves one that is there as it is.',
    help: same(
      ['publish', 'prune'],
      'Keep index.html, a page for people, in the branch (default); --no-site does not'
    )
  }
} as const satisfies Readonly<Record<string, Input>>

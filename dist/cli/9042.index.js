export const id = 9042;
export const ids = [9042];
export const modules = {

/***/ 84257:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BI: () => (/* binding */ phaseDoes),
/* harmony export */   Kc: () => (/* binding */ publishing),
/* harmony export */   jI: () => (/* binding */ everyMode),
/* harmony export */   tW: () => (/* binding */ phases)
/* harmony export */ });
/* unused harmony exports modes, modeDoes */
const modes = ['publish', 'matrix', 'version-sync', 'hook', 'use', 'prune'];
/** The phases of `publish` that bring something to a target; any other only looks. */
const publishing = ['all', 'pack', 'commit'];
/** The modes that can be split over jobs, with their phases. */
const phases = {
    publish: [...publishing, 'rebuild'],
    'version-sync': ['all', 'list', 'compute', 'commit']
};
/** The end of a sentence that begins with `mode x, which`. */
const modeDoes = {
    publish: 'builds what it is told and commits it',
    matrix: 'only tells which jobs are left to do',
    'version-sync': 'brings a package to a version',
    hook: 'publishes what later steps of the job build',
    use: 'only lets later steps of the job read a cache',
    prune: 'only removes old artifacts from a cache'
};
/** The end of a sentence that begins with `phase x, which`. */
const phaseDoes = {
    publish: {
        all: 'does everything in one job',
        pack: 'neither signs nor writes to the target: it leaves a folder for phase `commit`',
        commit: 'builds nothing: what it publishes is in the folders of `packed`',
        rebuild: 'publishes nothing: it builds again some of what is in the folders of `packed`'
    },
    'version-sync': {
        all: 'does everything in one job',
        list: 'only looks which packages are outdated',
        compute: 'writes nothing but its result, a file for phase `commit`',
        commit: 'neither evaluates nor runs the package: what it writes is in the files of `computed`'
    }
};
/** For what no mode is without; a new mode is among them by itself. */
const everyMode = Object.fromEntries(modes.map((mode) => [mode, true]));


/***/ }),

/***/ 13912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  HA: () => (/* binding */ defaultOf),
  vj: () => (/* binding */ inputNames),
  QL: () => (/* binding */ inputs),
  oo: () => (/* binding */ inputsOfCommand)
});

;// CONCATENATED MODULE: ./src/inputs/rows/hook.ts
/** The queue of a job. */
const hook = {
    queues: {
        kind: 'text',
        takenBy: { hook: true },
        description: 'For `hook`: several queues, each with its destination, as JSON or the name of a file that holds it (docs/queue.md). Default: one queue for `target-repository`.'
    },
    interval: {
        kind: 'time',
        default: '5 min',
        takenBy: { hook: true },
        description: 'For `hook`: time between two publishes of what is queued, such as `5 min` or `30 s`.'
    },
    'max-attempts': {
        kind: 'count',
        default: '5',
        takenBy: { hook: true },
        description: 'For `hook`: after so many failures a path is set aside and reported; the others go on.'
    },
    'drain-timeout': {
        kind: 'time',
        default: '10 min',
        takenBy: { hook: true },
        description: 'For `hook`: how long the end of the job waits for what is still queued.'
    },
    'fail-on-undrained': {
        kind: 'switch',
        default: 'true',
        takenBy: { hook: true },
        description: 'For `hook`: `false` makes it a warning that something the job built did not land.'
    }
};

// EXTERNAL MODULE: ./src/inputs/modes.ts
var modes = __webpack_require__(84257);
;// CONCATENATED MODULE: ./src/inputs/rows/prune.ts

/** What stays. */
const prune = {
    'keep-generations': {
        kind: 'count',
        default: '3',
        takenBy: { prune: true },
        description: 'For `prune`: so many of the newest of each name, attribute, system and output stay, by version or by date. `0`: age alone decides.',
        placeholder: 'N',
        help: { prune: 'Keep the newest N of each name, attribute, system and output; default: 3' }
    },
    'keep-days': {
        kind: 'count',
        default: '30',
        takenBy: { prune: true },
        description: "For `prune`: what was published within so many days stays. Readers' Nix remembers for 30 days that a cache has a path. `0`: generations alone decide.",
        placeholder: 'N',
        help: { prune: 'Keep what was published within N days; default: 30' }
    },
    'remove-unreachable': {
        kind: 'switch',
        default: 'false',
        takenBy: { prune: true },
        description: 'For `prune`: `true` also removes store paths that no artifact of the catalogue and no pin leads to, such as those published with `closure: source` or by hand.',
        help: { prune: 'Remove store paths, too, that no artifact and no pin leads to' }
    },
    'squash-history': {
        kind: 'switch',
        default: 'false',
        takenBy: { prune: true },
        description: 'For `prune`: `true` replaces the branch by one commit without a parent, so that Git can forget what earlier commits hold. It never overwrites a publish.',
        help: { prune: 'Replace the branch by one commit without a parent, so that Git can forget' }
    },
    'move-large': {
        kind: 'switch',
        default: 'false',
        takenBy: { prune: true },
        description: 'For `prune`: `true` makes release assets of the NARs in the branch that are larger than `release-above`, and names them in their narinfos, in one commit.',
        help: {
            prune: 'Make release assets of NARs in the branch that are larger than --release-above'
        }
    }
};
/** Of a store that grows, which a publish and a prune look at. */
const sizeBudget = {
    'size-budget': {
        kind: 'size',
        default: '8 GB',
        takenBy: { publish: modes/* publishing */.Kc, prune: true },
        description: 'For `publish` and `prune`: warns when the repository, or the files of the branch that is pruned, are larger, in bytes or as `8 GB`. GitHub advises at most 10 GB.',
        placeholder: 'SIZE',
        help: {
            publish: 'Warn when the repository is larger; default: 8 GB',
            prune: 'Warn when the store is larger; default: 8 GB'
        }
    }
};

;// CONCATENATED MODULE: ./src/inputs/input.ts
/** Several commands whose help says the same. */
function same(commands, text) {
    return Object.fromEntries(commands.map((name) => [name, text]));
}

;// CONCATENATED MODULE: ./src/inputs/rows/target.ts


/** Where it goes, how it is packed, written and proved. */
const target = {
    'target-repository': {
        kind: 'text',
        takenBy: { ...modes/* everyMode */.jI, publish: modes/* publishing */.Kc, 'version-sync': ['all', 'commit'] },
        description: 'Repository that becomes the cache: `owner/name` or its address on this GitHub; or any other that git can push to: an https, ssh or file address,\n' +
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
        takenBy: { publish: modes/* publishing */.Kc, matrix: true, hook: true, use: true, prune: true },
        description: "Branch that holds the cache; made when it is missing. Default: `nix-cache` when the target is the source's own repository (the workflow's; on a\n" +
            'terminal the checkout’s), else the default branch, or `nix-cache` where only that is a cache. A branch that holds other files and no `nix-cache-info` is\n' +
            'published to only when it is named.',
        placeholder: 'BRANCH',
        help: same([
            ...['publish', 'matrix', 'doctor', 'keys', 'keys retire', 'use', 'prune'],
            ...['queue upload', 'queue run']
        ], 'Branch that holds the cache; default: `nix-cache` in the checkout’s own repository, else the default branch')
    },
    token: {
        kind: 'secret',
        default: '${{ github.token }}',
        takenBy: modes/* everyMode */.jI,
        description: "Token that may write the target's contents. The job's own reaches only its own repository. For a target that is not on this GitHub it is\n" +
            "neither needed nor sent: git's own credentials are used. `use`: a token that may read it, which a public cache does without."
    },
    route: {
        kind: 'choice',
        default: 'auto',
        takenBy: { publish: modes/* publishing */.Kc, hook: true, prune: true },
        description: "How the commit is written: `api` (GitHub's Git Data API), `push` (one pack, pushed by git), or `auto`: the API while no NAR is over 35 MiB and\n" +
            "the run stays below GitHub's hourly limit of 500 writes, else a push. A target that is not on this GitHub is always pushed to.",
        placeholder: 'ROUTE',
        words: ['auto', 'api', 'push'],
        help: same(['publish', 'prune'], 'auto (default), api or push: how the commit is written')
    },
    'release-above': {
        kind: 'size',
        default: 'auto',
        takenBy: { publish: modes/* publishing */.Kc, hook: true, prune: true },
        description: "NARs larger than this become release assets, from `1` (byte) to `100 MiB`; the rest goes into the branch. `auto`: `100 MiB`; in the source's own public\n" +
            'repository `64 KiB`, as each clone of it brings every branch. In a private repository all go into the branch: Nix cannot read its release assets.',
        placeholder: 'SIZE',
        words: ['auto'],
        help: {
            ...same(['publish', 'prune'], 'auto (default), or the size above which a NAR becomes a release asset')
        }
    },
    'signing-key': {
        kind: 'secret',
        takenBy: { publish: ['all', 'commit'], hook: true },
        description: 'Secret key that signs the narinfos, as `nix-store --generate-binary-cache-key` writes it (`name:base64`), or a file that holds it.\n' +
            'Several, one a line: each signs, the first is the run’s own. Without any the cache is unsigned.'
    },
    unsigned: {
        kind: 'switch',
        default: 'false',
        takenBy: { publish: modes/* publishing */.Kc, matrix: true, hook: true },
        description: '`true` publishes without `signing-key` into a cache whose readers are told a key, which is otherwise an error: readers refuse what nobody signed.\n' +
            'In jobs that have no key by design (`matrix`, phase `pack`), it takes what the cache holds as held whoever signed it.',
        help: {
            publish: 'Publish without a key, also where readers are told one',
            matrix: 'Count as held what nobody signed, also where readers are told a key'
        }
    },
    compression: {
        kind: 'choice',
        default: 'zstd',
        takenBy: { publish: modes/* publishing */.Kc, hook: true },
        description: 'How NARs are stored: `zstd`, `xz` or `none`.',
        placeholder: 'KIND',
        words: ['zstd', 'xz', 'none'],
        help: { publish: 'zstd (default), xz or none' }
    },
    'compression-level': {
        kind: 'text',
        takenBy: { publish: modes/* publishing */.Kc, hook: true },
        description: 'Level for the compressor: zstd 1 to 19 (default 3), xz 0 to 9 (default 6).',
        placeholder: 'N',
        help: { publish: 'zstd 1 to 19 (default 3), xz 0 to 9 (default 6)' }
    },
    closure: {
        kind: 'choice',
        default: 'binary',
        takenBy: { publish: modes/* publishing */.Kc, matrix: true, hook: true },
        description: 'What is published with each path: `bare` (only the path), `binary` (its runtime closure), `source` (the closure of its derivation\n' +
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
        takenBy: { publish: modes/* publishing */.Kc, hook: true },
        description: 'Names of signing keys whose paths readers can get elsewhere: what one of them signed is not published. Separated by spaces or lines; `none` publishes everything.',
        placeholder: 'NAMES',
        help: { publish: 'Leave out what these keys signed; default: cache.nixos.org-1' }
    },
    exclude: {
        kind: 'list',
        takenBy: { publish: ['all', 'pack'], matrix: true, hook: true },
        description: 'Regular expressions (JavaScript), one a line: a store path that one of them matches is not published. In `mode: matrix` patterns of attributes that get no job, one a line: `packages.*.docs`,\n' +
            '`checks.aarch64-linux.*`; `*` stands for any part of a name.',
        placeholder: { publish: 'REGEX', matrix: 'PATTERN' },
        help: { publish: 'Leave out store paths that match', matrix: 'Leave out attributes that match' }
    },
    logs: {
        kind: 'switch',
        default: 'true',
        takenBy: { publish: modes/* publishing */.Kc, hook: true },
        description: '`false` publishes no build logs. By default the log of each build on this machine that made a published path goes along, for `nix log`: its end, at most\n' +
            '1 MiB, without the secrets that the run knows (docs/publish.md).',
        help: { publish: 'Publish build logs, for `nix log` (default); --no-logs does not' }
    },
    verify: {
        kind: 'choice',
        default: 'substitute',
        takenBy: { publish: modes/* publishing */.Kc, hook: true },
        description: 'How the result is proved: `substitute` (Nix copies it back into a fresh store, signatures required), `narinfo` (the narinfos are read back, and no NAR), `none`. `readers`: as\n' +
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
        description: '`true` builds and packs, says what would be written, and writes nothing. `version-sync`: shows the diff; with `version: keep` a hash that is not what\n' +
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
        description: "`true` keeps what the job builds, and neither upstream caches nor the target hold, between runs in GitHub's cache of the repository, and substitutes from it\n" +
            'before it builds. For `publish`, phases `all` and `pack`.'
    },
    'cache-size': {
        kind: 'size',
        default: '2 GB',
        takenBy: { publish: ['all', 'pack'] },
        description: 'How much `cache: true` keeps at most, in bytes or as `2 GB`, before compression. GitHub gives all caches of a repository 10 GB.'
    },
    'substituter-url': {
        kind: 'text',
        default: 'auto',
        takenBy: { publish: modes/* publishing */.Kc, matrix: true, hook: true, use: true, prune: true },
        description: 'Address that readers are told: `auto` (GitHub Pages when it serves the branch, else the raw files), `pages`, `raw`, or the address of a mirror.\n' +
            'For a target that is not on this GitHub there is none unless one is given, and readers are told to clone it. docs/serving.md tells how it is chosen.',
        placeholder: 'URL',
        words: ['auto', 'pages', 'raw'],
        help: same(['publish', 'doctor', 'use', 'prune'], 'auto (default), pages, raw, or the address that readers are told')
    },
    provenance: {
        kind: 'text',
        takenBy: { publish: ['all', 'commit'], use: true },
        description: 'docs/provenance.md. `publish`: the bundle of actions/attest (its output `bundle-path`); each path that is published must be in it with its NAR, and the bundle goes into the cache. `use`: the repository,\n' +
            '`owner/name`, whose workflow must have published every path that the cache holds; else it is not used.',
        placeholder: { publish: 'FILE', use: 'OWNER/REPO', doctor: 'OWNER/REPO' },
        help: {
            publish: 'Bundle of actions/attest that names all that is published',
            ...same(['use', 'doctor'], 'Repository whose workflow must have published every path, as Sigstore’s bundles prove it')
        }
    },
    'provenance-subjects': {
        kind: 'text',
        takenBy: { publish: ['all', 'commit'] },
        description: 'File to leave the SHA-256 and name of each path in that would be published (with `dry-run`), for `subject-checksums` of actions/attest.',
        placeholder: 'FILE',
        help: { publish: 'Leave the SHA-256 and name of each published path in it' }
    },
    'provenance-workflow': {
        kind: 'text',
        takenBy: { use: true },
        description: 'For `provenance`: the workflow file that must have signed, `owner/name/.github/workflows/file.yml`, with `@refs/tags/v1` or another ref of it after that when it matters;\n' +
            'default: any of that repository. What nar-publish’s own publish.yml published was signed by that file.',
        placeholder: 'FILE',
        help: same(['use', 'doctor'], 'Workflow that must have signed, OWNER/REPO/.github/workflows/FILE[@REF]')
    },
    'trusted-root': {
        kind: 'text',
        takenBy: { use: true },
        description: 'For `provenance`: a file of `gh attestation trusted-root`, whose certificates and logs count; default: those of Sigstore’s public instance, which are fetched.\n' +
            'Without a network, and for bundles of private repositories.',
        placeholder: 'FILE',
        help: same(['use', 'doctor'], 'File of `gh attestation trusted-root`; default: Sigstore’s own is fetched')
    },
    'trusted-keys': {
        kind: 'list',
        takenBy: { use: true, publish: ['all', 'commit'], hook: true, prune: true },
        description: "Public keys, `name:base64`, one a line. `use`: whose signatures count; default: those that the cache's catalogue names, when its repository is of the\n" +
            "same owner as the workflow's own. `publish`, `hook`, `prune`: keys that the README tells readers beside the run's own and those that it tells already.",
        placeholder: 'NAME:KEY',
        help: {
            use: 'Public key whose signatures count, as the cache’s owner tells it',
            ...same(['publish', 'doctor', 'prune'], 'Public key that readers are told as well, beside those that the README tells them')
        }
    },
    site: {
        kind: 'switch',
        default: 'true',
        takenBy: { publish: ['all', 'commit'], hook: true, prune: true },
        description: '`index.html` in the branch, a page for people who look at the cache: search, what there is of each artifact, how to use it (docs/page.md). `false` writes none,\n' +
            'and leaves one that is there as it is.',
        help: same(['publish', 'prune'], 'Keep index.html, a page for people, in the branch (default); --no-site does not')
    }
};

;// CONCATENATED MODULE: ./src/inputs/rows/version-sync.ts

/** The package, its version, and the pull request. */
const versionSync = {
    package: {
        kind: 'text',
        takenBy: { 'version-sync': true },
        description: 'For `version-sync`: the package, inside of the checkout. A flake attribute (`.#infer`, `./dir#infer`), or a file that is called with `callPackage` or stands as it is\n' +
            '(`file:nix/infer.nix`, `file:default.nix#infer`, `file:pkgs/by-name/in/infer/package.nix`). Several, one a line; `.#packages.*` stands for all of the set that have a version and a fetched\n' +
            'source.'
    },
    version: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'list', 'compute'] },
        description: "For `version-sync`: a version or tag; `latest` asks where the package's source is published; `branch` or `branch:NAME` follows the newest commit; `keep` computes the\n" +
            'hashes alone.\n' +
            'Default: the tag of the release, or the pushed tag, that started the run.'
    },
    ignore: {
        kind: 'list',
        takenBy: { 'version-sync': ['all', 'list'] },
        description: 'For `version-sync` of several packages: what is left alone, one a line. `infer`: the package; `infer@1.x`, `infer@1.2.3`: its versions of that kind, and the newest of the others is taken.\n' +
            '`*` stands for any part of a name.',
        placeholder: 'NAME[@VERSION]',
        help: same(['version-sync', 'outdated'], 'Leave a package alone, or some of its versions: infer, infer@1.x, infer@1.2.3')
    },
    'tag-prefix': {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'list', 'compute'] },
        description: 'For `version-sync`: what stands before the version in tags, such as `infer-`. A `v` after it is left out; the package keeps its own.',
        placeholder: 'PREFIX',
        help: same(['version-sync', 'outdated'], 'What stands before the version in the source’s tags, apart from v')
    },
    'version-regex': {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'list', 'compute'] },
        description: "For `version-sync`: a regular expression whose group (named `version`, or the first) is the version in the source's tags, such as `^release-(.+)-final$`. Seldom needed: a form that the\n" +
            'present tag shows (`REL_18_1` for 18.1) is understood.',
        placeholder: 'REGEX',
        help: same(['version-sync', 'outdated'], 'A regular expression whose first group is the version in a tag')
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
        description: 'For `version-sync`: `true` takes a new version whose source is fetched from where the old one was and holds the same.\n' +
            'It is refused otherwise, as the version would be a label and nothing else.',
        help: { 'version-sync': 'Take a new version although the source is the old one’s' }
    },
    'keep-places': {
        kind: 'list',
        takenBy: { 'version-sync': ['all', 'compute'] },
        description: 'For `version-sync`: places where the version stays as it is, one a line: `FILE:LINE`, or a text that stands on the line, such as `fix-build.patch`.',
        placeholder: 'PLACE',
        help: {
            'version-sync': 'Leave the version at FILE:LINE, or on lines with this text, as it is'
        }
    },
    nixpkgs: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'list', 'compute'] },
        description: 'For `version-sync` of a file: folder of the nixpkgs whose `callPackage` is used. Default: `<nixpkgs>` (NIX_PATH), or the checkout itself when it is nixpkgs.',
        placeholder: 'FOLDER',
        help: same(['version-sync', 'outdated'], 'The nixpkgs that callPackage is taken from; default: <nixpkgs>')
    },
    formatter: {
        kind: 'choice',
        default: 'none',
        takenBy: { 'version-sync': ['all'] },
        description: "For `version-sync`: formats the changed Nix files with `nixfmt`, `nixpkgs-fmt`, `alejandra` or `nix fmt` (the flake's own). `none` is fine for most: edits keep a file's form.",
        placeholder: 'PROGRAM',
        words: ['none', 'nixfmt', 'nixpkgs-fmt', 'alejandra', 'nix fmt'],
        help: {
            'version-sync': 'nixfmt, nixpkgs-fmt, alejandra or "nix fmt": formats the changed files; default: none'
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
        description: 'For `version-sync`: a command that changes files beside the package (lock files, lists of dependencies), such as `nix/update-lock.sh`. It runs in a copy of the checkout that has the\n' +
            "new version, before hashes are made; no shell runs it, `sh -c '…'` does. With `phase: commit` nothing runs: it lets in what the command changed.",
        placeholder: 'COMMAND',
        help: {
            'version-sync': 'Run this in a copy with the new version, before hashes are made: what it changes beside the package is part of the change'
        }
    },
    'update-script': {
        kind: 'switch',
        default: 'false',
        takenBy: { 'version-sync': ['all', 'compute'] },
        description: "For `version-sync`: `true` runs the package's `passthru.updateScript` in a copy, for the files of dependencies beside the package that it makes; nothing else of what it changes is taken.",
        help: {
            'version-sync': 'Run the package’s passthru.updateScript for the files of dependencies that it makes'
        }
    },
    'smoke-test': {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'compute'] },
        description: "For `version-sync`: a command that must succeed with the result's `bin` in PATH, such as `infer version`. No shell runs it; `sh -c '…'` does.",
        placeholder: 'COMMAND',
        help: {
            'version-sync': 'Run this with the result’s bin in PATH, such as "infer version"; no shell'
        }
    },
    fork: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync`: fork of `target-repository` that the branch goes to, as `owner/name`. The token must be able to write there.',
        placeholder: 'REPOSITORY',
        help: {
            'version-sync': 'Put the branch into this fork of it; default: into the repository itself'
        }
    },
    base: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: "For `version-sync`: branch that the pull request is for. Default: the repository's default branch.",
        placeholder: 'BRANCH',
        help: {
            'version-sync': 'Branch that the pull request is for; default: the repository’s default branch'
        }
    },
    branch: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync`: branch that is made. Default: `nar-publish/<name>-<version>`.',
        placeholder: 'BRANCH',
        help: { 'version-sync': 'Branch that is made; default: nar-publish/NAME-VERSION' }
    },
    title: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: "For `version-sync`: the pull request's title. Default: “name: old → new”; in nixpkgs “name: old -> new”.",
        placeholder: 'TEXT',
        help: { 'version-sync': 'Title of the pull request; default: NAME: OLD → NEW' }
    },
    group: {
        kind: 'text',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync` of several packages: one pull request for all of them, of this name; its branch is `nar-publish/<group>`. Default: one for each package.',
        placeholder: 'NAME',
        help: { 'version-sync': 'One commit, or one pull request of this name, for all packages' }
    },
    'open-pull-requests-limit': {
        kind: 'count',
        default: '10',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync` of several packages: new pull requests are opened only while fewer than so many of its own are open. `0` opens none.',
        placeholder: 'NUMBER',
        help: { 'version-sync': 'How many of its pull requests may be open at once; default: 10' }
    },
    labels: {
        kind: 'list',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: "For `version-sync`: the pull request's labels, one a line or separated by commas.",
        placeholder: 'LABEL',
        help: { 'version-sync': 'A label for it' }
    },
    reviewers: {
        kind: 'list',
        takenBy: { 'version-sync': ['all', 'commit'] },
        description: 'For `version-sync`: who is asked for a review, logins and teams (`org/team`), separated by spaces, commas or lines.',
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
        description: 'For `version-sync` of several packages: `true` keeps an issue of the repository up to date that lists what is outdated, proposed, refused and ignored. The token needs `issues: write`.',
        help: { 'version-sync': 'Keep an issue that lists what is outdated, refused, ignored' }
    },
    repair: {
        kind: 'switch',
        default: 'false',
        takenBy: { 'version-sync': ['compute', 'commit'] },
        description: "For `version-sync` with `version: keep`, on other people's pull requests: `true` makes the hashes that the head of a pull request needs (`phase: compute`, in its own job, without secrets),\n" +
            'and commits them onto its branch (`phase: commit`, in a workflow that `workflow_run` starts), running nothing of it.'
    },
    annotate: {
        kind: 'switch',
        default: 'false',
        takenBy: { publish: ['all', 'commit'], 'version-sync': ['commit'] },
        description: 'For `repair`: `true` commits nothing: a check run on the pull request names each stale hash at its line, with the one that belongs there. For `publish` in a run for a pull request: `true` makes a check run\n' +
            'for each attribute. The token needs `checks: write`.'
    },
    computed: {
        kind: 'list',
        takenBy: { 'version-sync': ['commit'] },
        description: 'For `phase: commit` of `version-sync`: files that `phase: compute` left, or folders with such files as actions/download-artifact makes them; one a line.',
        placeholder: 'PATH',
        help: {
            'version-sync': 'For phase commit: a file that phase compute left, or a folder of them'
        }
    }
};

;// CONCATENATED MODULE: ./src/inputs/rows/work.ts

/** What a run does, and with what. */
const work = {
    mode: {
        kind: 'choice',
        default: 'publish',
        takenBy: modes/* everyMode */.jI,
        description: "What to do: `publish` (builds, packs, signs and commits artifacts); `matrix` (which jobs are left to do, for a workflow's `strategy.matrix`);\n" +
            "`hook` (whatever later steps of the job build is queued, and published from time to time and at the job's end); `prune` (removes old\n" +
            'artifacts from a cache); `use` (later steps of the job read a cache); `version-sync` (brings a package and its hashes to a new version, in a pull request).'
    },
    phase: {
        kind: 'choice',
        default: 'all',
        takenBy: { publish: true, 'version-sync': true },
        description: 'Which part of the mode this job does; `all` (default) does everything. `publish`: `pack` builds and packs without the signing key and without leave to\n' +
            'write, and leaves a folder; `commit` checks the folders of all systems, signs, and makes one commit; `rebuild` builds some of what was packed again and tells what differs. `version-sync`: `compute` computes the hashes that\n' +
            "this machine's system needs and leaves a file; `commit` checks the files of all systems and opens the pull request; `list` only looks which packages are outdated.",
        placeholder: 'PHASE',
        // On a terminal, `list` is a command of its own, and a second builder is another machine.
        words: { publish: ['all', 'pack', 'commit'], 'version-sync': ['all', 'compute', 'commit'] },
        help: {
            publish: 'all (default); pack leaves a folder, without key and leave to write; commit publishes such folders',
            'version-sync': 'all (default); compute: leave what this machine works out in a file; commit: open the pull request from such files'
        }
    },
    'output-directory': {
        kind: 'text',
        takenBy: { publish: ['pack', 'rebuild'], matrix: true, 'version-sync': ['compute', 'list'] },
        description: 'Folder in which a phase leaves what another job takes up (`pack`, `mode: matrix`: empty or absent; `rebuild`; `compute`; `list`): below the workspace, or an absolute path. Default: `nar-publish-out`; `mode:\n' +
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
        description: 'Installables to build and publish, one a line: `.#hello`, `./dir#packages.aarch64-linux.x`, `github:o/r#x`.\n' +
            '`{system}` is replaced by each of `systems`; `^out,dev` chooses outputs (default: all). In `mode: matrix` each line stands for all `systems`, and\n' +
            '`.#packages.*` or `.#checks.{system}.*` for every derivation there, `.#nixosConfigurations.*` or `.#devShells.*` for what is built of each, `.#inputs.*` for the sources of\n' +
            "the flake's inputs."
    },
    paths: {
        kind: 'list',
        takenBy: { publish: ['all', 'pack'] },
        description: 'Store paths that the job already has, one a line; a link such as `./result` or a path inside a store path counts as its store path.',
        placeholder: 'PATH',
        help: { publish: 'A store path, or a link such as ./result, to publish as well' }
    },
    'om-results': {
        kind: 'text',
        takenBy: { publish: ['all', 'pack'] },
        description: 'File (or link) that `om ci run --results` left: everything that it built is published.',
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
        takenBy: { publish: modes/* publishing */.Kc },
        description: "Each named package of `om-results` is pinned as `<prefix>-<system>-<name>`. Default: the branch's or tag's name; `none` pins nothing.\n" +
            'In `phase: commit`: a pin of a build job whose name begins otherwise is refused, with `none` any pin.',
        placeholder: 'PREFIX',
        help: { publish: 'Pin what --om-results names as PREFIX-SYSTEM-NAME' }
    },
    pin: {
        kind: 'list',
        takenBy: { publish: ['all', 'pack'] },
        description: 'Names for store paths, `name=path`, one a line: the path is a store path, a link such as `./result`, or an installable of `flake-attribute`. `prune` keeps\n' +
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
        description: "Nix systems that `{system}` stands for, separated by spaces or lines. Default: the runner's own; in `mode: matrix` those of `runner-map` that the\n" +
            'flake has. In `phase: rebuild` those of which something is built again. In `phase: commit` the systems that must have been packed or\n' +
            "computed. `version-sync`: those whose hashes are brought up to date; default: those of the usual four that the package has, in `phase: compute` the runner's own;\n" +
            'in `phase: list` those that the rows are for, default: the usual four.',
        placeholder: 'SYSTEMS',
        words: ['x86_64-linux', 'aarch64-linux', 'x86_64-darwin', 'aarch64-darwin'],
        help: {
            publish: 'What {system} stands for; default: this machine’s',
            matrix: 'For these; default: the four usual ones, as far as the flake has them',
            'version-sync': 'Whose hashes are brought up to date; default: those of the usual four that the package has',
            outdated: 'Whose packages are looked at; default: this machine’s'
        }
    },
    packed: {
        kind: 'list',
        takenBy: { publish: ['commit', 'rebuild'] },
        description: 'For `phase: commit` and `phase: rebuild`: folders that `phase: pack` left, or a folder with such folders in it as actions/download-artifact makes it; one a line.',
        placeholder: 'DIR',
        help: {
            publish: 'For --phase commit: a folder that was packed, or one with such folders in it'
        }
    },
    expected: {
        kind: 'text',
        takenBy: { publish: ['commit'] },
        description: 'For `phase: commit`: the output `expected` of `mode: matrix`. A row that left nothing is reported, and an artifact of no row is refused. (`systems` does\n' +
            'the same by systems.)',
        placeholder: 'JSON',
        help: {
            publish: 'For --phase commit: the matrix, so that what is missing or was not asked for is told'
        }
    },
    plan: {
        kind: 'text',
        takenBy: { publish: ['pack', 'rebuild'] },
        description: 'For `phase: pack`, instead of `flake-attribute`: the folder that `mode: matrix` left in `output-directory`. Its `row` is built from it; nothing is evaluated, and no checkout is needed. For `phase: rebuild`: the same folder.',
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
        description: 'For `plan`: folders that `phase: pack` left in jobs of the first wave, or in an earlier attempt at this row, or folders with such folders in them; one a line. What they hold is not built again.',
        placeholder: 'DIR',
        help: { publish: 'For --plan: what other machines packed, which is not built again' }
    },
    'rebuild-sample': {
        kind: 'count',
        default: '10',
        takenBy: { publish: ['rebuild'] },
        description: 'For `phase: rebuild`: how many derivations are built again at most, drawn by lot from those that the run built and packed, each as likely as any other.'
    },
    'rebuild-timeout': {
        kind: 'time',
        default: '1 h',
        takenBy: { publish: ['rebuild'] },
        description: 'For `phase: rebuild`: how long the build of one derivation may take, as `30 min` or `2 h`. After five hours nothing more is begun.'
    },
    'row-weight': {
        kind: 'count',
        default: '100',
        takenBy: { matrix: true },
        description: 'For `mode: matrix` with `output-directory`: how much a row builds at most before what it shares with others is built in a first wave. A derivation weighs 1, one that needs `big-parallel` 10, a download or\n' +
            'a text next to nothing.',
        placeholder: 'N',
        help: {
            matrix: 'How many derivations a row builds, before what it shares gets a row of its own'
        }
    },
    'runner-map': {
        kind: 'words',
        takenBy: { matrix: true, 'version-sync': ['list'] },
        description: 'For `mode: matrix` and `phase: list`: runners by system, `system=label` or `system=[self-hosted, arm64]`, separated by spaces or lines; on top of `x86_64-linux=ubuntu-24.04`,\n' +
            '`aarch64-linux=ubuntu-24.04-arm`, `aarch64-darwin=macos-15`, `x86_64-darwin=macos-15-intel`. `x86_64-linux+kvm=label` is for derivations that need that feature (`requiredSystemFeatures`), in `mode: matrix`.',
        placeholder: 'MAP',
        help: { matrix: 'Runners, as system=label or system=[label, label]' }
    },
    'fail-on-eval-error': {
        kind: 'switch',
        default: 'true',
        takenBy: { matrix: true },
        description: 'For `mode: matrix`: `false` makes an attribute that does not evaluate a warning; by default the run fails at its end, when all others are in the matrix.',
        help: {
            matrix: 'Fail when an attribute does not evaluate (the default); --no-fail-on-eval-error does not'
        }
    },
    'cached-branch': {
        kind: 'text',
        takenBy: { publish: ['all', 'commit'] },
        description: 'Name of a branch of the source repository that is moved to the commit of this run when all that was expected has landed and readers get it, and never backwards. The token needs to write the source repository.'
    },
    'on-pull-request': {
        kind: 'choice',
        default: 'build',
        takenBy: { publish: ['all', 'commit'] },
        description: 'In a run for a pull request: `build` (default) writes nothing to the cache; `pin` publishes what was built as pins `pr-<number>-…`, which no index shows and which go when the pull request is closed;\n' +
            '`publish` publishes as any other run.'
    },
    comment: {
        kind: 'switch',
        default: 'true',
        takenBy: { publish: ['all', 'commit'] },
        description: 'In a run for a pull request: whether one comment on it is kept up to date, which tells what was built and how it differs from its base (`false`: none). The token needs `pull-requests: write`; without that the summary alone tells it.'
    }
};

;// CONCATENATED MODULE: ./src/inputs/table.ts





const table = { ...work, ...target, ...versionSync, ...prune, ...hook, ...sizeBudget };
/** Every input there is, in the order of action.yml. */
const inputs = table;
const inputNames = Object.keys(table);
/** What an input is when nothing is given; empty: nothing. */
function defaultOf(name) {
    return inputs[name].default ?? '';
}
/** The inputs that a command has an option for. */
function inputsOfCommand(command) {
    return inputNames.filter((name) => inputs[name].help?.[command] !== undefined);
}


/***/ }),

/***/ 311:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ home),
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** As package.json has it; a test compares. */
const version = '1.0.0';
/** The repository of this project, `owner/name`: as package.json has it in `repository`. `script/set-home` writes it into all files. */
const home = 'org/nar-publish';


/***/ })

};

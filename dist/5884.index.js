export const id = 5884;
export const ids = [5884];
export const modules = {

/***/ 65656:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ errorGuide)
/* harmony export */ });
/**
 * Every failure a user can meet, with what causes it and what mends it. The page of errors
 * is generated from this record, so a code cannot exist without its line there. `terminal`: the fix for who sits at one, where a job’s is another.
 */
const errorGuide = {
    ATTRIBUTE_INVALID: {
        cause: 'An installable is empty, looks like an option or holds a control character.',
        fix: 'Write it as Nix takes it, for example `.#hello` or `./dir#packages.x86_64-linux.hello`.'
    },
    BASE_MISSING: {
        cause: 'The branch that the pull request is to be merged into does not exist.',
        fix: 'Give a branch that upstream has as `base`, or leave it out for upstream’s default branch.'
    },
    BRANCH_INVALID: {
        cause: '`target-branch`, `base` or `branch` is not a name that Git accepts for a branch, or is that of a tag or a pull request.',
        fix: 'Use a plain branch name such as `main` or `nix-cache`.'
    },
    BRANCH_MISSING: {
        cause: 'The branch that is to be checked or pruned does not exist.',
        fix: 'Name the cache’s branch with `target-branch`.'
    },
    BRANCH_NOT_OURS: {
        cause: 'The branch for the pull request holds a commit that nar-publish did not make, and no open pull request of nar-publish’s is there where somebody went on; it is left as it is.',
        fix: 'Merge that branch or delete it and run again, or give another name as `branch`.'
    },
    BRANCH_RULE: {
        cause: 'A ruleset or branch protection of the target refuses the commit.',
        fix: 'Let the token’s owner bypass the rule named in the message, or publish to another branch with `target-branch`.'
    },
    BRANCH_TAKEN: {
        cause: 'The branch that would be published to holds files and no `nix-cache-info`: it is no cache, and was not named. Nothing was written.',
        fix: 'Name a branch of the cache’s own with `target-branch`, such as `nix-cache`; it is made when it is missing. When this branch is meant, name it.'
    },
    BUILD_FAILED: {
        cause: 'Nix could not build one or more of the derivations.',
        fix: 'Read the last lines of the build’s log in the message. What else was asked for is published all the same; version-sync writes nothing.'
    },
    CACHED_BRANCH_DIVERGED: {
        cause: '`cached-branch`: neither its commit nor the run’s comes after the other, as history was rewritten, or runs for several branches move it. What was published is there all the same.',
        fix: 'Let the workflow run for one branch alone. Where that branch was rewritten, delete the branch named in the message: the next run makes it anew.'
    },
    CACHED_BRANCH_MISMATCH: {
        cause: '`cached-branch`: something was built from another commit than the run is for, or from files that are no commit’s, so that it does not speak for that commit. What was published is there all the same.',
        fix: 'Check out the run’s own commit (`actions/checkout` without `ref:`), change no file before the build, and name attributes of that checkout (`.#hello`).'
    },
    CACHE_MISSING: {
        cause: 'The branch that is to be pruned or used, or whose keys are asked for, does not exist or holds no `nix-cache-info`: it is not a cache.',
        fix: 'Name the cache’s branch with `target-branch`; on a terminal, with `--target-branch`.',
        terminal: 'Name the cache’s branch with `target-branch`.'
    },
    CATALOGUE_INVALID: {
        cause: 'A file of the target’s catalogue, `catalogue.json` or one below `catalogue/`, is not one that nar-publish wrote, or is not there.',
        fix: 'Restore it from the branch’s history; `nar-publish doctor` names every such file.'
    },
    CHECKOUT_CHANGED: {
        cause: 'A file of the checkout was changed by somebody else while the new version was computed.',
        fix: 'Run it again; nothing was written.'
    },
    CHECKOUT_INVALID: {
        cause: 'The package is in no Git work tree that git may read: the folder is no clone, has no commit, or belongs to another user.',
        fix: 'Check the repository out in an earlier step (`actions/checkout`), by the same user.',
        terminal: 'Go to a clone of the repository that has a commit and is yours, or have git trust it (`git config --global --add safe.directory FOLDER`).'
    },
    CHECKOUT_STALE: {
        cause: 'A file that is to be changed is not the same on `base` as in the checkout.',
        fix: 'Check out the newest commit of the branch that `base` names (`actions/checkout` with `ref:`), and run again.'
    },
    COMMIT_REFUSED: {
        cause: 'The commit of `--commit` was refused: git does not know who commits, could not sign, or a hook said no. The files are as they were.',
        fix: 'Mend what git’s words name, such as `git config user.email`, and run again; or leave `--commit` out and commit yourself.'
    },
    COMPRESSOR_FAILED: {
        cause: 'The program `xz` ended before it had compressed a NAR: it was killed, or had no memory left.',
        fix: 'The message holds its last words; try a lower `compression-level`, or `compression: zstd`.'
    },
    COMPRESSOR_MISSING: {
        cause: '`compression: xz` needs the program `xz`, which is not in PATH.',
        fix: 'Install xz-utils on the runner, or use `compression: zstd`.',
        terminal: 'Install xz-utils, or use `compression: zstd`.'
    },
    COMPUTED_CONFLICT: {
        cause: 'Files of `phase: compute` contradict each other: they are about different packages, versions or commits, or edit the same place differently.',
        fix: 'Run all compute jobs again, in one workflow run and at one commit.',
        terminal: 'Run `phase: compute` again on each machine, at one commit.'
    },
    COMPUTED_INVALID: {
        cause: 'A file of `computed` is not one that `phase: compute` wrote, or asks for an edit that is more than a traced hash or version of the checkout.',
        fix: 'Run the compute jobs again at the commit that is checked out; the message names the file and what is wrong with it.',
        terminal: 'Run `phase: compute` again at the commit that is checked out; the message names the file and what is wrong with it.'
    },
    COMPUTED_MISSING: {
        cause: '`computed` names no file of `phase: compute`, or there is none for a system that `systems` requires.',
        fix: 'Check that each compute job uploaded its file, and that this job downloads all of them.',
        terminal: 'Check that each machine’s `phase: compute` left its file, and that all of them are here.'
    },
    CONTENT_WRONG: {
        cause: 'A path was to be signed anew (`nar-publish keys retire --sign-with`), and its NAR is not what the narinfo says, or cannot be read. Nothing was written.',
        fix: '`nar-publish doctor` tells more. Mend it, or delete that narinfo; or retire the key without `--sign-with`, and publish again what it names.'
    },
    DISK_FULL: {
        cause: 'The disk that holds the scratch folder (RUNNER_TEMP) has no room for the packed NARs, or the user’s quota there is used up.',
        fix: 'Free space on the runner before this step, or publish fewer paths at a time.',
        terminal: 'Free space on that disk, let TMPDIR be on another one, or publish fewer paths at a time.'
    },
    DOWNLOAD_FAILED: {
        cause: 'A file of the store that `nar-publish doctor` checks could not be downloaded.',
        fix: 'Run it again; when it stays so, readers of the cache cannot get the file either.'
    },
    DRAFT_REFUSED: {
        cause: '`draft` is true, and upstream’s plan has no draft pull requests.',
        fix: 'Leave `draft` out: the pull request is then opened for review, which tells its reviewers.'
    },
    EVALUATION_FAILED: {
        cause: 'Nix could not evaluate an installable: the attribute is missing, throws, or is no derivation.',
        fix: 'Run the `nix eval` command of the message on your machine.'
    },
    FETCH_FAILED: {
        cause: 'A source could not be fetched: no network, no such host, or the server refused it.',
        fix: 'Check the URL that the message names (for a new version: is it released?), and the network; then run it again.'
    },
    FILES_EXHAUSTED: {
        cause: 'This process, or a program that it started, may not open one more file.',
        fix: 'Raise the limit (`ulimit -n`; on a machine of your own `LimitNOFILE=` of the service): 1,024 are enough.'
    },
    FILE_TOO_LARGE: {
        cause: 'A file grew over what the limit of this process (`ulimit -f`) or the file system takes.',
        fix: 'Raise the limit (`ulimit -f unlimited`), or let TMPDIR (in a job RUNNER_TEMP) be on another file system.',
        terminal: 'Raise the limit (`ulimit -f unlimited`), or let TMPDIR be on another file system.'
    },
    FILE_UNUSABLE: {
        cause: 'The machine refused to read or to write a file or folder that the run needs: it is missing, read-only, or another user’s.',
        fix: 'Mend what the message names; in a job see that no earlier step removed it or took its permissions.',
        terminal: 'Mend what the message names.'
    },
    FLAKES_DISABLED: {
        cause: 'This Nix does not have the experimental features `nix-command` and `flakes` switched on.',
        fix: 'Add `experimental-features = nix-command flakes` to nix.conf, or set it with the install action.'
    },
    FOLDER_GONE: {
        cause: 'The folder that the run was started in does not exist any more.',
        fix: 'Go to a folder that exists (`cd`), or let no earlier step delete the workspace.',
        terminal: 'Go to a folder that exists (`cd`).'
    },
    FORMATTER_FAILED: {
        cause: 'The program of `formatter` could not format the changed files.',
        fix: 'The message holds its last lines; `formatter: none` is fine too, as edits keep the file’s form.'
    },
    FORMATTER_MISSING: {
        cause: 'The program of `formatter` is not in PATH, or the flake has no `formatter` for `nix fmt`.',
        fix: 'Install it in an earlier step (with `nix profile install`), or leave `formatter` out.',
        terminal: 'Install it (with `nix profile install`), or leave `formatter` out.'
    },
    GIT_AUTH_FAILED: {
        cause: 'The target’s host refused the credentials that git has, or git has none for it.',
        fix: 'Set up git’s own access before this step: a credential helper (one that reads a file: variables of the workflow do not reach it, but for `GIT_…`) or an SSH key that may write there. On this GitHub, give a `token` with “Contents: read and write”.',
        terminal: 'Set up git’s own access: a credential helper, or an SSH key that may write there. On this GitHub, give a token with “Contents: read and write”.'
    },
    GIT_FAILED: {
        cause: 'A git command failed for a reason that trying again does not change.',
        fix: 'The message holds the command and git’s last lines; mend what they name.'
    },
    GIT_MISSING: {
        cause: 'The route `push` and `version-sync` need the program `git`, which is not in PATH.',
        fix: 'Install git on the runner.',
        terminal: 'Install git.'
    },
    GIT_UNREACHABLE: {
        cause: 'The target’s host did not answer git, or broke off, for longer than the budget for trying again.',
        fix: 'Check the address and re-run the job; nothing was written, or what was written is complete.',
        terminal: 'Check the address and run it again; nothing was written, or what was written is complete.'
    },
    FOLDER_INVALID: {
        cause: 'The folder that `nar-publish doctor` is to check does not exist, or cannot be read or written.',
        fix: 'Give the folder of a clone that has the cache’s branch checked out.'
    },
    FORK_INVALID: {
        cause: '`fork` is not a fork of the repository that the pull request goes to.',
        fix: 'Give a repository that was made with the Fork button of upstream, or leave `fork` out to put the branch into upstream itself.'
    },
    FORK_STALE: {
        cause: 'The fork does not have upstream’s newest commits, and GitHub could not bring them.',
        fix: 'Press “Sync fork” on the fork’s page (or `gh repo sync`), and run again.'
    },
    GITHUB_ANSWER_INVALID: {
        cause: 'What answered in the place of GitHub’s API is not it: a web page (a proxy’s, a portal’s, a login’s), text, `{}`, an answer that lacks a field, or one larger than any of GitHub’s.',
        fix: 'Look what `GITHUB_API_URL` names (on an Enterprise server it ends in `/api/v3`), and what stands between this machine and it; when that is GitHub itself, open an issue with the message.'
    },
    GITHUB_REFUSED: {
        cause: 'GitHub refused a request for a reason that trying again does not change.',
        fix: 'The message holds GitHub’s own words; mend what they name.'
    },
    GITHUB_UNAVAILABLE: {
        cause: 'GitHub did not answer, or answered 5xx, for longer than the budget for trying again.',
        fix: 'Re-run the job; nothing was written, or what was written is complete.',
        terminal: 'Run it again; nothing was written, or what was written is complete.'
    },
    HASH_ALGORITHM: {
        cause: 'A hash that has to be made anew is md5 or sha1.',
        fix: 'Put a sha256 hash there, or an empty string: nar-publish fills it in.'
    },
    HASH_AMBIGUOUS: {
        cause: 'One hash in the repository feeds two derivations, or two systems, that now need different ones.',
        fix: 'Give each its own hash where the message says, for example a set with one hash for each system.'
    },
    HASH_DRIFT: {
        cause: 'Hashes in the repository are not those of what they stand for: a dry run with `version: keep` found them, or a new version that does not change them.',
        fix: 'Run it with `version: keep` and without `dry-run`: it writes the hashes that the message lists.'
    },
    HASH_NEEDS_MACHINE: {
        cause: 'A hash can only be made on a machine of another system: its derivation runs a builder, and is no plain download.',
        fix: 'Compute it there with `phase: compute` (docs/version-sync.md), give this machine’s Nix a remote builder, or leave the system out of `systems`.'
    },
    HASH_UNTRACED: {
        cause: 'A fixed-output derivation changes with the version, or with a pull request, but no literal of the tracked files is its hash, so Nix would go on using the old content.',
        fix: 'Write its hash as a literal in the repository (and `git add` the file).'
    },
    HEAD_MOVED: {
        cause: 'Other publishers moved the branch each time this one tried to, until its attempts were used up.',
        fix: 'Re-run the job; the uploaded objects are used again.',
        terminal: 'Run it again; the uploaded objects are used again.'
    },
    HELD_PATH_GONE: {
        cause: 'The target held a path when the run, or one of its build jobs, looked, so that it was not packed; by the time of the commit somebody (a prune) had removed it there. Nothing was written.',
        fix: 'Re-run the workflow, all of its jobs: the path is packed again. Publish and prune wait for each other when both have the same `concurrency` group.',
        terminal: 'Run it again, what packed it too: the path is packed again.'
    },
    HELD_UNREADABLE: {
        cause: 'The target holds another build of a path, which keys have signed that readers are told nothing of: what this run publishes of it would be refused to them. Nothing was written.',
        fix: 'When such a key is to be trusted, give its public half as `trusted-keys`. Else `nar-publish keys retire NAME` takes its signatures away, and the next publish writes the path anew.'
    },
    HISTORY_PROTECTED: {
        cause: 'The target lets nobody replace the branch’s history, which `squash-history` does.',
        fix: 'Allow force pushes to that branch for the token’s owner (a ruleset’s bypass list, or the branch protection), or leave `squash-history` out. Nothing was written.'
    },
    HOOK_FAILED: {
        cause: 'Nix builds, and fails with the `post-build-hook` of `mode: hook`: it cannot run the program, as where its daemon is outside of the job’s container, or where `RUNNER_TEMP` may hold no programs (`noexec`).',
        fix: 'Give the job a Nix of its own, and a `RUNNER_TEMP` that the daemon sees. Without the hook nothing was changed: the job’s builds go on as before.'
    },
    HOOK_NOT_TRUSTED: {
        cause: 'Nix’s daemon ignores the `post-build-hook` that `mode: hook` sets, as the job’s user is not one that it trusts.',
        fix: 'Give the install action `trusted-users = root runner` (the usual ones do), or set the hook in the machine’s own nix.conf: the NixOS module of `nix/` does that.'
    },
    HOOK_OVERRIDDEN: {
        cause: 'Another setting goes before the `post-build-hook` of `mode: hook`, so that the job’s builds would not be queued.',
        fix: 'Take `post-build-hook` out of `NIX_CONFIG`; Nix runs one hook only.'
    },
    INPUT_INVALID: {
        cause: 'An input holds a value that is not among those accepted, or the `mode` or `phase` does not read it.',
        fix: 'The message names the input, and what is accepted or where it belongs.',
        terminal: 'The message says what it is about, and what is accepted or where it belongs.'
    },
    INPUT_MISSING: {
        cause: 'An input that this mode needs is empty.',
        fix: 'Set the input that the message names.',
        terminal: 'Give what the message names.'
    },
    INTERNAL: {
        cause: 'nar-publish met a state that it does not know: a defect of ours.',
        fix: 'Open an issue with the log of a run that has `ACTIONS_STEP_DEBUG` set to true.',
        terminal: 'Open an issue with what the same command prints with `--verbose`.'
    },
    KEEP_INVALID: {
        cause: '`keep-generations` and `keep-days` are both 0: all that is not pinned would go.',
        fix: 'Give one of them, for example `keep-generations: 1`.'
    },
    KEY_EXPECTED: {
        cause: 'A run without `signing-key` would publish into a cache whose readers are told a key: their Nix refuses what nobody signed.',
        fix: 'Give `signing-key`; a secret whose name is misspelt is empty. `unsigned: true` publishes all the same.',
        terminal: 'Give `--signing-key-file FILE` or NAR_PUBLISH_SIGNING_KEY. `unsigned: true` publishes all the same.'
    },
    KEY_UNKNOWN: {
        cause: '`nar-publish keys retire` was given a name that no key of the cache has.',
        fix: 'Take the name, the part before the colon, from what `nar-publish keys` lists; nothing was changed.'
    },
    KEYS_UNTRUSTED: {
        cause: 'A cache is to be used without `trusted-keys`, and its catalogue, which is of another owner or names no key, is not to be taken at its word.',
        fix: 'Give the public keys that the cache’s owner tells (its README, an issue, in person) as `trusted-keys`; on a terminal, `--trusted-keys`.',
        terminal: 'Give the public keys that the cache’s owner tells (its README, an issue, in person) as `trusted-keys`.'
    },
    LATEST_UNKNOWN: {
        cause: '`version: latest`, and the package’s source does not tell where its versions are published, or nothing there is a version.',
        fix: 'Give `version`; or, for the tag that the message shows, a `tag-prefix` or a `version-regex`.'
    },
    LOCK_REFUSED: {
        cause: 'To move the package’s source, an input of the flake, `nix flake update INPUT` changed more of `flake.lock` than where that input is locked: another input, or where one comes from.',
        fix: 'Bring the lock file up to date first (`nix flake lock`, and commit it); where the input itself has other inputs now, `nix flake update` by hand shows them.'
    },
    MATRIX_TOO_LARGE: {
        cause: 'The matrix names so many attributes that GitHub would not take it as an output (1 MB), or a later job not as an input (128 KiB, compressed).',
        fix: 'Name fewer attributes in one run: one job for each output of the flake, or for each system.',
        terminal: 'Name fewer attributes at a time: one output of the flake, or one system.'
    },
    MEMORY_EXHAUSTED: {
        cause: 'The machine gave this process, or a program that it started, no more memory, or no further process.',
        fix: 'Free memory, raise the limits (`ulimit -v`, `ulimit -u`), or publish fewer paths at a time.'
    },
    MODE_UNKNOWN: {
        cause: '`mode` is not one of the known modes.',
        fix: 'Use one of the modes that the message lists.'
    },
    NARINFO_INVALID: {
        cause: 'What Nix says of a store path (a signature, a content address) cannot stand in a narinfo, as it would break its lines.',
        fix: 'Run `nix path-info --json` on the path that the message names, and build it again.'
    },
    NARINFO_UNREADABLE: {
        cause: 'A narinfo of the cache cannot be read, so that nobody can tell what it needs: `mode: prune` removes nothing.',
        fix: 'Publish its path again, or delete the file; `nar-publish doctor` tells more.'
    },
    NAR_EMPTY: {
        cause: '`nix-store --dump` ended without giving a NAR.',
        fix: 'Run `nix-store --verify-path` on the path; the store may be damaged.'
    },
    NAR_HASH_MISMATCH: {
        cause: 'The bytes of a store path are not those that Nix’s database has the hash of. What does not need it is published all the same.',
        fix: 'Run `nix-store --repair-path` on the path that the message names.'
    },
    NAR_TOO_LARGE: {
        cause: 'A packed NAR is larger than the target can carry: over 2 GiB, over 100 MiB in a private repository (Nix cannot read its release assets), or over 35 MiB with `route: api`.',
        fix: 'Drop the path with `exclude`, or make the artifact smaller; the message has its size and the limit.'
    },
    NIX_FAILED: {
        cause: 'A Nix command failed in a way that is neither an evaluation nor a build error.',
        fix: 'The message holds the command and the last lines that it printed.'
    },
    NIX_MISSING: {
        cause: 'There is no `nix` in PATH.',
        fix: 'Add a step before this one: `DeterminateSystems/nix-installer-action`, `cachix/install-nix-action` or `nixbuild/nix-quick-install-action`.',
        terminal: 'Install Nix, or put the folder that its programs are in into PATH.'
    },
    NIX_CONF_UNWRITABLE: {
        cause: 'The nix.conf that `nar-publish use --write` is to change cannot be written, or is generated from a configuration.',
        fix: 'Write to a file of your own (`--file`), or as the one whom the file belongs to.'
    },
    NODE_TOO_OLD: {
        cause: 'The command line was started by a Node older than 24; the action has the runner’s own.',
        fix: 'Install Node 24 or newer, and put it first in PATH.'
    },
    NOTHING_PUBLISHED: {
        cause: '`fail-on-empty` is true and the run had nothing to publish.',
        fix: 'The message says why each path was skipped; set `fail-on-empty: false` when that is fine.'
    },
    NOT_SERVED: {
        cause: '`verify: readers`: what was published is committed and proved, and the address that readers are told does not serve all of it yet, or answers 429.',
        fix: 'Nothing is lost. `nar-publish doctor CACHE --as-reader` tells when readers get it; for GitHub Pages look at the repository’s last Pages build. Another address: `substituter-url`.'
    },
    OM_RESULTS_INVALID: {
        cause: '`om-results` is not the JSON that `om ci run --results` writes.',
        fix: 'Give the file (or the link) that `om ci run --results=om.json` left, on the command line also `-` for standard input.'
    },
    PACKAGE_INVALID: {
        cause: '`package` is not of a form that is accepted, or names something that the checkout does not have.',
        fix: 'Write `.#name`, `./folder#name` or `.` for a flake of the checkout, `file:nix/name.nix` or `file:default.nix#name` for a file.'
    },
    PACKAGES_FAILED: {
        cause: '`version-sync` of several packages could not do all of them; what it says of the others was done, and stands.',
        fix: 'The message and the summary name each package with its own error; `ignore` leaves one alone.',
        terminal: 'The message names each package with its own error; `ignore` leaves one alone.'
    },
    PAGES_OFF: {
        cause: '`substituter-url` is `pages`, and GitHub Pages does not serve the cache’s branch.',
        fix: 'Let Pages serve the root of that branch (docs/pages.md tells how), or leave `substituter-url` out: readers are told Pages once it serves it.'
    },
    PATH_TAKEN: {
        cause: 'The branch has something of another kind where the cache has a file or a folder of its own: a file `nar`, a folder `README.md`, a submodule, a link. Git would drop it without a word, so nothing was written.',
        fix: 'Rename or delete what the message names, or publish to another branch with `target-branch`.'
    },
    PIN_INVALID: {
        cause: 'A file below `pins/` holds no store path, so that nobody can tell what it protects: `mode: prune` removes nothing.',
        fix: 'Write a store path and a newline into it, or delete it.'
    },
    PIN_NAME_INVALID: {
        cause: 'The name of a pin is empty, longer than 1,000 bytes, or not Unicode; names come from `pin`, `pin-prefix` and the names in `om-results`.',
        fix: 'Give a shorter name; with `pin-prefix: none` nothing of `om-results` is pinned.'
    },
    PIN_UNKNOWN_PATH: {
        cause: 'A pin names a store path that the target does not hold and this run does not publish.',
        fix: 'Publish the path in the same run (`paths`, `flake-attribute`), or leave the pin out.'
    },
    PACKED_CONFLICT: {
        cause: 'Two folders of `packed` hold the same store path with different content, or give different store paths for one attribute.',
        fix: 'The derivation that the message names does not build the same twice: publish both attributes from one job, or make the build reproducible. Different store paths mean that the jobs had different commits checked out.',
        terminal: 'The derivation that the message names does not build the same twice: pack both attributes on one machine, or make the build reproducible. Different store paths mean that the machines had different commits checked out.'
    },
    PACKED_INVALID: {
        cause: 'A folder of `packed` is not what `phase: pack` leaves for this target: a file was changed, added or is missing, or its manifest claims what this run did not ask for. Nothing was written.',
        fix: 'Pack again. When nobody meant to change it, look at what else ran in the build job.',
        terminal: 'Pack again. When nobody meant to change it, look at what else ran on the machine that packed it.'
    },
    PLAN_INVALID: {
        cause: 'The folder of `plan` is not as `mode: matrix` left it, or has no such row, or Nix does not take its derivations.',
        fix: 'Give the whole artifact of the matrix job, and a `row` of its outputs `matrix` or `first-wave`; Nix imports derivations for users in `trusted-users` only.',
        terminal: 'Give the whole folder that `nar-publish matrix` left, and a `row` of its plan; Nix imports derivations for users in `trusted-users` only.'
    },
    PROVENANCE_INVALID: {
        cause: 'The file of `provenance` is not there, or is no bundle of Sigstore’s with a statement of provenance, as actions/attest makes it. Nothing was written.',
        fix: 'Give the output `bundle-path` of actions/attest, which is given what `provenance-subjects` left.'
    },
    PROVENANCE_MISMATCH: {
        cause: 'The bundle of `provenance` does not name a path that would be published, or names it with another NAR. Nothing was written.',
        fix: 'Attest what `provenance-subjects` leaves in a dry run of the same folders, and publish with that bundle. When the target lost paths meanwhile, run all of it again.'
    },
    PROVENANCE_TOO_MANY: {
        cause: 'More paths would be published than GitHub attests at once (1,024).',
        fix: 'Publish in parts, such as some attributes or systems at a time: what is there is left out of the next run.'
    },
    PROVENANCE_UNPROVED: {
        cause: 'The cache holds paths without verified provenance, and it was to be used only with that (`provenance`). Nix has not been told of it.',
        fix: '`nar-publish doctor` with the same options lists each of them. For what a private repository published, give the file of `gh attestation trusted-root` as `trusted-root`. Have the others published with provenance (docs/provenance.md), take them out of the cache, or use it without `provenance`.'
    },
    PULL_REQUEST_SECRETS: {
        cause: 'The run is for a pull request by an event that hands out the repository’s secrets (`pull_request_target`, or `workflow_run` after a `pull_request`), and what it would publish may be anybody’s code. Nothing was written.',
        fix: 'Build pull requests by the event `pull_request`, which gives forks no secrets. Where this run has only what people of yours have looked at, say `on-pull-request: publish`.'
    },
    PACKED_MISSING: {
        cause: 'A system, or a row of the matrix, that was expected has left no packed folder, or a folder names an artifact that is neither in it nor in the target.',
        fix: 'Read the log of its build job. What the others packed is published all the same.',
        terminal: 'See why its build left nothing. What the others packed is published all the same.'
    },
    PULL_REQUESTS_FORBIDDEN: {
        cause: 'A setting of the repository, or of its organisation, lets no workflow’s own token open pull requests. A branch that was made for it is removed again.',
        fix: 'Switch on “Allow GitHub Actions to create and approve pull requests” under Settings → Actions → General → Workflow permissions, or give an App’s token as `token`.'
    },
    PUSH_REJECTED: {
        cause: 'A hook or a rule of the target’s host refuses the push.',
        fix: 'The message holds the host’s words; mend what they name, or publish to another branch with `target-branch`.'
    },
    PUSH_TOO_LARGE: {
        cause: 'What is to be pushed is more than GitHub takes in one push (2 GB).',
        fix: 'Publish fewer paths at a time; what one run has published, the next leaves out.'
    },
    QUEUE_BUSY: {
        cause: 'Another process is publishing what is in the queue.',
        fix: 'Wait for it, or end it: a second one takes over where it stopped.'
    },
    QUEUE_CONFIG_INVALID: {
        cause: 'The configuration of the queues (`queues`, or `--config`) is not what docs/queue.md describes.',
        fix: 'Mend the key that the message names.'
    },
    QUEUE_UNDRAINED: {
        cause: 'Something that the job built did not land: it was set aside after `max-attempts`, or was still queued when `drain-timeout` was over.',
        fix: 'The summary has each path with its reason. `fail-on-undrained: false` makes it a warning.',
        terminal: '`nar-publish queue list` shows each path with its reason.'
    },
    RATE_LIMITED: {
        cause: 'The token’s requests are used up (1,000 an hour for a repository’s own jobs, 5,000 for a person or an App), or GitHub asks for a longer pause than the budget for waiting.',
        fix: 'Re-run the job after the time in the message, publish from fewer jobs, or give an App’s token.',
        terminal: 'Run it again after the time in the message, or give an App’s token.'
    },
    README_MARKERS: {
        cause: 'The target’s README has the markers of our block twice, out of order, or only one of them.',
        fix: 'Leave one `<!-- nar-publish:begin -->` followed by one `<!-- nar-publish:end -->`, or delete both.'
    },
    REBUILD_FAILED: {
        cause: 'A derivation could not be made again from its parts with new hashes, which spares an evaluation.',
        fix: 'Open an issue that names the package: an evaluation should have taken its place.'
    },
    REGEX_INVALID: {
        cause: 'A line of `exclude`, or `version-regex`, is not a regular expression; or the latter has no group, or takes forever.',
        fix: 'Mend the expression that the message shows (JavaScript syntax; of `exclude` one a line).'
    },
    RELEASED_FILE_GONE: {
        cause: 'A release asset was deleted (by a prune) while the run that counted on it made its commit, and its address could not be had again: the commit is there, and names a NAR that is not.',
        fix: '`nar-publish doctor` names the narinfos; delete them, and publish again. Publish and prune wait for each other when both have the same `concurrency` group.'
    },
    REPOSITORY_INVALID: {
        cause: '`target-repository` is neither `owner/name` nor an address or path that git can push to; or `fork` is neither `owner/name` nor the address of a repository on this GitHub.',
        fix: 'Write `owner/name`, or the address as the browser shows it; a path begins with `/`, `./` or `../`.'
    },
    REPOSITORY_NOT_FOUND: {
        cause: 'The target does not exist, or the token cannot see it (GitHub answers 404 to both).',
        fix: 'Check the spelling; for another private repository give a fine-grained token or an App’s as `token`, and to publish.yml the secret `read-token` besides.'
    },
    REPOSITORY_READ_ONLY: {
        cause: 'The target is archived or disabled, so that nobody can write to it.',
        fix: 'Unarchive it in its settings, or choose another target.'
    },
    REVISION_UNTRACED: {
        cause: '`version: branch` or a tag should change the commit that the package’s source is fetched by: no source is fetched by one, the branch is not there, or the commit does not stand in the tracked files.',
        fix: 'Write the commit as one literal (`rev = "…"` with its 40 digits, or in a JSON or TOML file); check the name in `branch:NAME`.'
    },
    SIGNING_KEY_INVALID: {
        cause: '`signing-key` is neither a secret key as `nix-store --generate-binary-cache-key` writes it nor a file that holds one; or a line of `trusted-keys` is no public key.',
        fix: 'Give `name:base64` as it stands in the secret-key file; the public key (shorter) is not it.'
    },
    SCRIPT_FAILED: {
        cause: 'The command of `before-hash`, or the package’s `passthru.updateScript`, failed, took longer than 30 minutes, or does not exist.',
        fix: 'Its last lines are in the message. It runs in a copy of the checkout, from the root on, without a shell and without the job’s environment. Nothing was written.',
        terminal: 'Its last lines are in the message. It runs in a copy of the checkout, from the root on, without a shell and without this environment. Nothing was written.'
    },
    SCRIPT_REFUSED: {
        cause: 'A command that makes files beside the package changed what it may not: a name that begins with a dot (`.github`), the repository itself, in nixpkgs another folder; or it left something that is no text file.',
        fix: 'Let it change files beside the package alone; the message names what it changed. Nothing was written.'
    },
    SMOKE_TEST_FAILED: {
        cause: 'The command of `smoke-test` failed, took longer than 5 minutes, or does not exist.',
        fix: 'Its last lines are in the message; try it on what `nix build` gives.'
    },
    SOURCE_UNCHANGED: {
        cause: 'The version is a new one, and nothing that the package is made of is fetched from elsewhere than before, or holds anything else.',
        fix: 'Let the source follow the version: its `rev`, digest or address (of a flake’s input: `nix flake update`), in the same change. `allow-same-source: true` takes it as it is.'
    },
    STORE_COPY_FAILED: {
        cause: '`nix copy` could not bring a path to the queue’s store, which can be opened.',
        fix: 'Read Nix’s words in the message: a missing signature, a missing reference (`closure: bare`), or no room.'
    },
    STORE_DIR_MISMATCH: {
        cause: 'The target’s `nix-cache-info` is for another store directory than `/nix/store`.',
        fix: 'Publish to another repository or branch: one cache serves one store directory.'
    },
    STORE_PATH_DAMAGED: {
        cause: 'A store path is in Nix’s database, but its files are gone or cannot be read. What does not need it is published all the same.',
        fix: 'Run `nix-store --repair-path` on the path that the message names, and then this again.'
    },
    STORE_PATH_INVALID: {
        cause: 'A line of `paths` is not a store path.',
        fix: 'Give full paths such as `/nix/store/<hash>-<name>`, one a line.'
    },
    STORE_PATH_MISSING: {
        cause: 'A store path is not valid in this machine’s store.',
        fix: 'Build or fetch it in an earlier step of the same job.',
        terminal: 'Build or fetch it on this machine first.'
    },
    STORE_UNREACHABLE: {
        cause: 'The store that a queue copies to cannot be opened: no such host, a key that is refused, a host that ssh does not know, or a Nix without S3.',
        fix: 'Check its address and the access to it (SSH keys, AWS variables, permissions): `nix store ping --store ADDRESS`. Nobody is there to answer ssh: the host has to be known, and the key without a passphrase.'
    },
    SUBFLAKE_UNKNOWN: {
        cause: '`subflake` names one that is not in the results of `om ci`.',
        fix: 'Give one of those that the message names, or leave `subflake` out for all of them.'
    },
    SYSTEM_FOREIGN: {
        cause: 'An installable is for a system that this machine cannot build for, and no cache has it.',
        fix: 'Build it on a runner of that system (`mode: matrix` makes a job for each), or give this machine’s Nix a remote builder or emulation (`extra-platforms`) for it.',
        terminal: 'Build it on a machine of that system, or give this machine’s Nix a remote builder or emulation (`extra-platforms`) for it.'
    },
    SYSTEM_UNKNOWN: {
        cause: '`systems` names something that is not a Nix system.',
        fix: 'Use names such as `x86_64-linux`, `aarch64-linux`, `aarch64-darwin`.'
    },
    TMPDIR_UNUSABLE: {
        cause: 'No folder can be made in the one for temporary files: it is missing, read-only, or another user’s.',
        fix: 'Let TMPDIR (in a job RUNNER_TEMP) name a folder that exists and that this user may write to.',
        terminal: 'Let TMPDIR name a folder that exists and that this user may write to.'
    },
    TOKEN_FORBIDDEN: {
        cause: 'The token may not do what publishing needs, or the job runs for a fork’s pull request and its token is read-only.',
        fix: 'Give the job `permissions: contents: write`; for another repository use a token with “Contents: read and write”.',
        terminal: 'Give a token with “Contents: read and write” for that repository.'
    },
    TRUSTED_ROOT_MISSING: {
        cause: 'Whose certificates and logs count is not known: the file of `trusted-root` cannot be read, or Sigstore’s update framework cannot be reached. Nothing was verified, which says nothing of the provenance.',
        fix: 'Run it again; or let `gh attestation trusted-root > FILE` write the file on a machine that reaches it, and give that as `trusted-root`.'
    },
    TOKEN_MISSING: {
        cause: '`token` is empty.',
        fix: 'Leave the input out to use the job’s own token, or check that the secret exists where the job runs.',
        terminal: 'Set GH_TOKEN (`export GH_TOKEN=$(gh auth token)`), or give `--token-file FILE`.'
    },
    TOKEN_REJECTED: {
        cause: 'GitHub does not know the token: it expired, was revoked or was copied incompletely.',
        fix: 'Make a new token and put it into the secret.',
        terminal: 'Make a new token; `gh auth token` gives that of the GitHub CLI.'
    },
    TREE_DIRTY: {
        cause: 'A file that Git tracks is not as it was committed. Files that Git does not track do not matter.',
        fix: 'Commit the changes or undo them (`git stash`), and run again; in a job, run before the steps that change files.',
        terminal: 'Commit the changes or undo them (`git stash`), and run again.'
    },
    USAGE: {
        cause: 'The command line has an option or an argument that nar-publish does not know, or lacks one.',
        fix: '`nar-publish --help` tells what there is.'
    },
    VERIFY_FAILED: {
        cause: 'Nix could not substitute what was just published, as a stranger would.',
        fix: 'Read Nix’s words in the message. The commit stands; `verify: none` skips this check.'
    },
    VERSION_INVALID: {
        cause: 'The tag, or `version`, is not a version: or it does not begin with `tag-prefix`.',
        fix: 'Give one such as `1.2.3`, `v1.2.3-rc.1` or `2024-05-01`; what stands before it in your tags goes into `tag-prefix`.'
    },
    VERSION_MISSING: {
        cause: '`version` is empty, and the run was not started by a release or by the push of a tag.',
        fix: 'Give `version`: a version or tag, `latest`, or `keep` to compute the hashes alone.'
    },
    VERSION_OLDER: {
        cause: 'The version that was asked for is older than the one that the package has.',
        fix: 'Check the tag, or set `allow-downgrade: true` to go back.'
    },
    VERSION_UNTRACED: {
        cause: 'The old version does not stand in the tracked files in a way that sets the package’s version.',
        fix: 'Write the version as one literal in the package’s file, or in a JSON, TOML or text file that it reads; what `keep-places` names is not touched.'
    }
};


/***/ }),

/***/ 83916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   WB: () => (/* binding */ internalError),
/* harmony export */   f9: () => (/* binding */ NarPublishError),
/* harmony export */   tS: () => (/* binding */ asNarPublishError)
/* harmony export */ });
/* harmony import */ var _error_guide_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65656);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51616);
/* harmony import */ var _system_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73436);



/** The only error class that crosses a module's border. Wrap once, at the seam where the foreign error appears. */
class NarPublishError extends Error {
    code;
    subject;
    reason;
    hint;
    terminal;
    builds;
    constructor({ code, subject, reason, hint, terminal = {}, builds = [], cause }) {
        const now = hint ?? _error_guide_js__WEBPACK_IMPORTED_MODULE_0__/* .errorGuide */ .r[code].fix;
        super(`${code} ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .shownName */ .HD)(subject)}: ${sentence((0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLines */ .y1)(reason))}${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__/* .plainLines */ .y1)(now)}`, cause === undefined ? undefined : { cause });
        this.name = 'NarPublishError';
        this.code = code;
        this.subject = subject;
        this.reason = reason;
        this.hint = now;
        const { terminal: fix } = _error_guide_js__WEBPACK_IMPORTED_MODULE_0__/* .errorGuide */ .r[code];
        this.terminal = hint === undefined && fix !== undefined ? { hint: fix, ...terminal } : terminal;
        this.builds = builds;
    }
    /** The same failure in other words. */
    with(words) {
        const { code, subject, reason, hint, builds } = this;
        // What is said otherwise now is so there, too.
        const terminal = { ...this.terminal };
        if (words.reason !== undefined)
            delete terminal.reason;
        if (words.hint !== undefined)
            delete terminal.hint;
        const details = { code, subject, reason, hint, terminal, builds, ...words };
        return new NarPublishError({ ...details, cause: this });
    }
}
/** The system's or Node's word for an error, such as `ENOENT`. By its shape: Node's own errors are of another realm inside of a vm context. */
function codeOf(error) {
    return String(Object(error).code);
}
/** What only a mistake of ours can lead to. */
function internalError(subject, reason) {
    return new NarPublishError({ code: 'INTERNAL', subject, reason });
}
/** Before what is said next: other programs' words may end in a mark of their own, or be several lines. */
function sentence(reason) {
    const text = reason.trimEnd();
    const end = /[.?!…:]$/.test(text) ? '' : '.';
    return text.includes('\n') ? `${text}\n` : `${text}${end} `;
}
/** What `body` gives, or `otherwise` when it throws, whatever that is. */
function attempt(body, otherwise) {
    try {
        return body();
    }
    catch {
        return otherwise;
    }
}
/** Anything thrown, as one of ours: the machine's faults by their names, and what we did not foresee as INTERNAL with its cause kept. */
function asNarPublishError(thrown) {
    if (thrown instanceof NarPublishError)
        return thrown;
    const fault = (0,_system_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemFault */ .mc)(thrown);
    if (fault !== null)
        return new NarPublishError({ ...fault, cause: thrown });
    const { message } = Object(thrown);
    const reason = typeof message === 'string' ? message : String(thrown);
    return new NarPublishError({ code: 'INTERNAL', subject: 'nar-publish', reason, cause: thrown });
}


/***/ }),

/***/ 51616:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ commitWord),
/* harmony export */   BZ: () => (/* binding */ fileWord),
/* harmony export */   Fd: () => (/* binding */ hasControlCharacter),
/* harmony export */   HD: () => (/* reexport safe */ _words_js__WEBPACK_IMPORTED_MODULE_1__.HD),
/* harmony export */   IR: () => (/* binding */ commitAddress),
/* harmony export */   Lx: () => (/* binding */ withoutEscapes),
/* harmony export */   NL: () => (/* reexport safe */ _words_js__WEBPACK_IMPORTED_MODULE_1__.NL),
/* harmony export */   OG: () => (/* binding */ logLines),
/* harmony export */   TN: () => (/* reexport safe */ _words_js__WEBPACK_IMPORTED_MODULE_1__.TN),
/* harmony export */   o4: () => (/* reexport safe */ _words_js__WEBPACK_IMPORTED_MODULE_1__.o4),
/* harmony export */   r7: () => (/* reexport safe */ _words_js__WEBPACK_IMPORTED_MODULE_1__.r7),
/* harmony export */   y1: () => (/* binding */ plainLines),
/* harmony export */   y8: () => (/* reexport safe */ _words_js__WEBPACK_IMPORTED_MODULE_1__.y8)
/* harmony export */ });
/* unused harmony exports terminalText, jsonText */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75846);
/**
 * Other people's text made harmless, for each place that it goes to but Markdown (markdown/markdown.ts, which is made of what is here):
 *
 *     line of a job's log              logLines      no escape sequences, no command to the runner
 *     annotation, tail of a program    plainLines    no escape sequences; what carries it escapes it
 *     terminal                         terminalText  as the log's: a command line runs in jobs, too
 *     JSON on standard output          jsonText      the same value, with escapes
 *     words inside of a message        oneLine
 *     name inside of a message         shownName     spaces stay, so that two names do not look alike
 *     commit message                   commitWord, commitAddress
 *     file, branch                     fileWord
 *
 * All go by the same two sets of characters.
 */


const steeringInLines = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** For what is refused when it is more than one line, or steers. Formats of writing are fine in a name. */
function hasControlCharacter(text) {
    return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
}
/**
 * Without escape sequences, such as those of colours. One at a time: Node looks for the end of each through the whole text, which of a
 * megabyte of their beginnings takes minutes.
 */
function withoutEscapes(text) {
    const parts = text.split(/(?=[\u001b\u009b](?!\\))/);
    return parts.map((part) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(part)).join('');
}
/** Without escape sequences and whatever else a terminal would obey; line ends and tabs stay. */
function plainLines(text) {
    return withoutEscapes(text).replace(steeringInLines, '').toWellFormed();
}
// The runner compares by a culture's rules, for which many a character that does not show is not there. https://learn.microsoft.com/en-us/dotnet/core/extensions/globalization-icu
const unseen = String.raw `[[^\p{L}\p{N}\p{P}\p{S}\n]\p{Default_Ignorable_Code_Point}]*`;
const command = new RegExp(`^(${unseen}):(?=${unseen}:)`, 'gmv');
const oldCommand = /#\p{Default_Ignorable_Code_Point}*#(?=\p{Default_Ignorable_Code_Point}*\[)/gu;
const steeringInJson = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|#(?=\p{Default_Ignorable_Code_Point}*#\p{Default_Ignorable_Code_Point}*\[)/gu;
/**
 * Plain lines that the runner cannot take for commands. It trims a line before it looks for `::`, and finds the old `##[` form
 * anywhere (actions/runner, ActionCommand.cs), so a space goes inside.
 */
function logLines(text) {
    return plainLines(text).replace(command, '$1: ').replace(oldCommand, '## ');
}
function terminalText(lines) {
    return lines.map(logLines).join('\n');
}
/** As JSON.stringify, of the same value: what a terminal or the runner would obey is escaped. */
function jsonText(value) {
    return JSON.stringify(value).replace(steeringInJson, (characters) => characters.replace(/[^]/g, (unit) => {
        return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    }));
}
/**
 * A name as one word of a commit message: without the address of an issue, and without `GH-1`, either of which would close that issue
 * after a word such as `fixes`. https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
function commitWord(text, longest) {
    const word = text.replaceAll('://', ':--').replace(/(?<![\p{L}\p{N}])(gh)-(?=\p{N})/giu, '$1_');
    return commitAddress(word, longest);
}
/** One word of letters, digits and what paths and addresses need; anything else becomes `-`, as in the NAR's name. */
function commitAddress(text, longest) {
    const word = Array.from(text.replace(/[^\p{L}\p{N}._+~=?/:%&,-]/gu, '-'));
    return word.length <= longest ? word.join('') : `${word.slice(0, longest - 1).join('')}…`;
}
/** One word that any file system takes inside of a name. It may start with a dot or a dash, and be empty. */
function fileWord(text) {
    return text.replace(/[^\w.+-]/g, '-');
}


/***/ }),

/***/ 41353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I3: () => (/* binding */ passedOn),
/* harmony export */   am: () => (/* binding */ ownEnvironment)
/* harmony export */ });
/* unused harmony exports tokenVariables, secretVariables, holdsSecrets */
/**
 * What the programs that we start know of this process's environment: a list of names, for each kind of program. What is in none stays
 * with us: inputs, tokens, the runner's command files, and whatever else the workflow put there. docs/threat-model.md has it for users.
 */
const names = {
    /** Every program, other people's too. */
    program: [
        'PATH HOME USER LOGNAME SHELL LANG LANGUAGE LC_* TZ TZDIR TERM COLUMNS NO_COLOR TMPDIR TMP TEMP XDG_*',
        // How a machine finds users and loads programs, this Node among them: on NixOS by NIX_LD, in a container of any user id by nss_wrapper.
        'LD_LIBRARY_PATH LD_PRELOAD NSS_WRAPPER_* DYLD_* NIX_LD NIX_LD_* LOCALE_ARCHIVE LOCALE_ARCHIVE_2_* LOCPATH DEVELOPER_DIR SDKROOT __CF_USER_TEXT_ENCODING',
        'http_proxy https_proxy ftp_proxy all_proxy no_proxy HTTP_PROXY HTTPS_PROXY FTP_PROXY ALL_PROXY NO_PROXY',
        'SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE NIX_SSL_CERT_FILE NIX_SSL_CERT_DIR OPENSSL_CONF OPENSSL_MODULES',
        // Where and for what the job runs; the runner ends at the job's end whatever carries its RUNNER_TRACKING_ID.
        'CI GITHUB_ACTIONS GITHUB_ACTOR GITHUB_API_URL GITHUB_BASE_REF GITHUB_EVENT_NAME GITHUB_EVENT_PATH GITHUB_GRAPHQL_URL',
        'GITHUB_HEAD_REF GITHUB_JOB GITHUB_REF GITHUB_REF_NAME GITHUB_REF_TYPE GITHUB_REPOSITORY GITHUB_REPOSITORY_OWNER',
        'GITHUB_RUN_ATTEMPT GITHUB_RUN_ID GITHUB_RUN_NUMBER GITHUB_SERVER_URL GITHUB_SHA GITHUB_WORKFLOW GITHUB_WORKSPACE',
        'RUNNER_ARCH RUNNER_DEBUG RUNNER_NAME RUNNER_OS RUNNER_TEMP RUNNER_TOOL_CACHE RUNNER_TRACKING_ID'
    ],
    /** git, and the ssh and credential helpers that it starts: who commits, and how hosts are reached. A setting of the user's own may be a secret. */
    git: [
        'EMAIL GIT_ASKPASS GIT_AUTHOR_* GIT_COMMITTER_* GIT_CONFIG_* GIT_EXEC_PATH GIT_HTTP_* GIT_PROXY_* GIT_SSH GIT_SSH_COMMAND',
        'GIT_SSH_VARIANT GIT_SSL_* GIT_TEMPLATE_DIR GIT_TRACE* GIT_CEILING_DIRECTORIES GIT_DISCOVERY_ACROSS_FILESYSTEM',
        'SSH_AUTH_SOCK SSH_AGENT_PID SSH_ASKPASS SSH_ASKPASS_REQUIRE SSH_SK_PROVIDER GPG_TTY KRB5CCNAME KRB5_CONFIG',
        'DISPLAY WAYLAND_DISPLAY XAUTHORITY',
        // By which the usual helpers find the user's passwords: desktop keyrings, pass, Git Credential Manager, the terminal of an editor.
        'DBUS_SESSION_BUS_ADDRESS GNUPGHOME PASSWORD_STORE_* GCM_* GH_CONFIG_DIR WSL_INTEROP VSCODE_GIT_*'
    ],
    /** Nix, with git: its settings, its S3 stores, what nixpkgs and its fetchers (`impureEnvVars`) ask for, and what it tells its hook. */
    nix: [
        'NIX_BIN_DIR NIX_BUILD_CORES NIX_BUILD_HOOK NIX_CACHE_HOME NIX_CONFIG NIX_CONFIG_HOME NIX_CONF_DIR NIX_DAEMON_SOCKET_PATH',
        'NIX_DATA_DIR NIX_DATA_HOME NIX_IGNORE_SYMLINK_STORE NIX_LIBEXEC_DIR NIX_LOCALSTATE_DIR NIX_LOG_DIR NIX_PATH NIX_PROFILES',
        'NIX_REMOTE NIX_REMOTE_SYSTEMS NIX_SHOW_STATS NIX_SSHOPTS NIX_STATE_DIR NIX_STATE_HOME NIX_STORE NIX_STORE_DIR',
        'NIX_USER_CONF_FILES NIXPKGS_ALLOW_* NIXPKGS_CONFIG DRV_PATH OUT_PATHS',
        'NIX_CURL_FLAGS NIX_CONNECT_TIMEOUT NIX_HASHED_MIRRORS NIX_MIRRORS_* NIX_NPM_TOKENS NIX_*GITHUB_PRIVATE_* NIX_GIT_SSL_CAINFO',
        'GOPROXY SOCKS_SERVER GC_* AWS_*'
    ],
    /** What Node reads when it begins, for a process of our own. */
    node: [
        'NODE_OPTIONS NODE_EXTRA_CA_CERTS NODE_USE_SYSTEM_CA NODE_USE_ENV_PROXY NODE_TLS_REJECT_UNAUTHORIZED NODE_NO_WARNINGS',
        'NODE_COMPILE_CACHE NODE_DISABLE_COMPILE_CACHE UV_THREADPOOL_SIZE'
    ]
};
/** Each kind is given what those before it in its list are. */
const kinds = {
    program: ['program'],
    git: ['program', 'git'],
    nix: ['program', 'git', 'nix'],
    node: ['program', 'node']
};
const patterns = Object.fromEntries(Object.entries(kinds).map(([kind, parts]) => {
    const words = parts.flatMap((part) => names[part]).flatMap((line) => line.split(' '));
    return [kind, new RegExp(`^(${words.join('|').replaceAll('*', '.*')})$`)];
}));
/** The part of an environment that a program of this kind is given. */
function passedOn(env, kind) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined && patterns[kind].test(entry[0])));
}
/** That of this process, for a program that nothing more is known of, or for one of our own. */
function ownEnvironment(kind) {
    return passedOn(process.env, kind);
}
/** A terminal's names for the token, the first that is set counts; `gh` has the same order. */
const tokenVariables = ['NAR_PUBLISH_TOKEN', 'GH_TOKEN', 'GITHUB_TOKEN'];
const secretVariables = [...tokenVariables, 'NAR_PUBLISH_SIGNING_KEY'];
/** Whether this process was given a secret by a terminal's variables. */
function holdsSecrets() {
    return secretVariables.some((name) => process.env[name] !== undefined);
}


/***/ }),

/***/ 73436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JZ: () => (/* binding */ systemFaultIn),
/* harmony export */   S4: () => (/* binding */ isLimit),
/* harmony export */   mc: () => (/* binding */ systemFault)
/* harmony export */ });
/** What this machine's kernel, or Node for it, says by a word: which of our errors it is. */
const codes = {
    ENOSPC: 'DISK_FULL',
    EDQUOT: 'DISK_FULL',
    EFBIG: 'FILE_TOO_LARGE',
    EMFILE: 'FILES_EXHAUSTED',
    ENFILE: 'FILES_EXHAUSTED',
    ENOMEM: 'MEMORY_EXHAUSTED',
    EAGAIN: 'MEMORY_EXHAUSTED',
    ERR_MEMORY_ALLOCATION_FAILED: 'MEMORY_EXHAUSTED',
    ERR_WORKER_OUT_OF_MEMORY: 'MEMORY_EXHAUSTED',
    EACCES: 'FILE_UNUSABLE',
    EBUSY: 'FILE_UNUSABLE',
    EEXIST: 'FILE_UNUSABLE',
    EIO: 'FILE_UNUSABLE',
    EISDIR: 'FILE_UNUSABLE',
    ELOOP: 'FILE_UNUSABLE',
    ENAMETOOLONG: 'FILE_UNUSABLE',
    ENODEV: 'FILE_UNUSABLE',
    ENOENT: 'FILE_UNUSABLE',
    ENOTDIR: 'FILE_UNUSABLE',
    ENOTEMPTY: 'FILE_UNUSABLE',
    ENXIO: 'FILE_UNUSABLE',
    EPERM: 'FILE_UNUSABLE',
    EROFS: 'FILE_UNUSABLE',
    ESTALE: 'FILE_UNUSABLE',
    ETXTBSY: 'FILE_UNUSABLE',
    EXDEV: 'FILE_UNUSABLE'
};
/** The same as programs that we start put it, in English. */
const words = [
    // SQLite has words of its own for it.
    [/No space left on device|Disk quota exceeded|database or disk is full/, 'DISK_FULL'],
    [/File too large/, 'FILE_TOO_LARGE'],
    [/Too many open files/, 'FILES_EXHAUSTED'],
    [/Cannot allocate memory|[Oo]ut of memory|std::bad_alloc|cannot fork/, 'MEMORY_EXHAUSTED'],
    [/Read-only file system|readonly database/, 'FILE_UNUSABLE']
];
/** An error of the machine's and not of ours, by its shape: one of Node's own is of another realm inside of a vm context. null: it is none. */
function systemFault(thrown) {
    const error = Object(thrown);
    const { code, path, syscall, message } = error;
    const reason = typeof message === 'string' ? message : String(thrown);
    if (syscall === 'uv_cwd')
        return { code: 'FOLDER_GONE', subject: 'the current folder', reason };
    if (/^(Array buffer allocation failed|Invalid string length)$/.test(reason)) {
        return { code: 'MEMORY_EXHAUSTED', subject: 'nar-publish', reason };
    }
    const text = String(code);
    // Of the network others tell more.
    const isKernels = !/^(connect|getaddrinfo|listen|bind)/.test(String(syscall));
    const found = (isKernels ? codes[text] : undefined) ??
        // Node's rmSync gives the system's words alone.
        (reason.startsWith(', Unknown error: ') ? faultOfWords(reason) : undefined);
    if (found === undefined)
        return null;
    const otherwise = found === 'DISK_FULL' || found === 'FILE_TOO_LARGE' ? 'scratch folder' : 'nar-publish';
    return { code: found, subject: typeof path === 'string' ? path : otherwise, reason };
}
/** Whether a program did not start because of what this machine has no more of, and not because of its name or folder. */
function isLimit(error) {
    const code = systemFault(error)?.code;
    return code !== undefined && code !== 'FILE_UNUSABLE';
}
/** The first of a program's lines that says so. `prefix`: what its own lines begin with. */
function systemFaultIn(text, prefix) {
    for (const line of text.split('\n')) {
        const begin = prefix.exec(line)?.[0];
        if (begin === undefined)
            continue;
        const reason = line.slice(begin.length);
        const code = faultOfWords(reason);
        if (code !== undefined)
            return { code, reason };
    }
    return null;
}
function faultOfWords(text) {
    return words.find(([pattern]) => pattern.test(text))?.[1];
}


/***/ }),

/***/ 75846:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HD: () => (/* binding */ shownName),
/* harmony export */   NL: () => (/* binding */ singleSpaced),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   o4: () => (/* binding */ steering),
/* harmony export */   r7: () => (/* binding */ shellWord),
/* harmony export */   y8: () => (/* binding */ unspaced)
/* harmony export */ });
// Other people's text as words on one line. Free of Node, as the cache's page in a browser makes the same lines for readers.
/** JavaScript's white space, and U+0085: together all of .NET's Char.IsWhiteSpace. The runner is written in .NET. */
const whiteSpace = /[\s\u0085]+/gu;
/**
 * What steers instead of being shown: control and format characters (escapes, directions of writing, zero width), and Unicode's two
 * line ends. Halves of surrogate pairs are no characters: String.prototype.toWellFormed sees to them.
 */
const steering = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
/** Words with single spaces between them, and none around. */
function singleSpaced(text) {
    return text.replace(whiteSpace, ' ').trim();
}
/** On one line, with single spaces; at most `longest` characters. */
function oneLine(text, longest = Infinity) {
    return shownName(text.replace(whiteSpace, ' ')).slice(0, longest).toWellFormed();
}
/** On one line, with U+FFFD for each character that does not show. */
function shownName(text) {
    return text.replace(steering, '\uFFFD').toWellFormed();
}
/** The name of a repository or a branch in a line of code: it has no blanks, and so is neither several lines nor a marker of ours. */
function unspaced(name) {
    return shownName(name).replace(/\s/gu, '');
}
/** `text` as one word for a shell, on one line. */
function shellWord(text) {
    const line = shownName(text);
    return /^[\w%+=:,./@-]+$/.test(line) ? line : `'${line.replaceAll("'", () => "'\\''")}'`;
}


/***/ })

};

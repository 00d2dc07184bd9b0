/**
 * Every failure a user can meet, with what causes it and what mends it. The README's table of errors
 * is generated from this record, so a code cannot exist without its line there.
 */
export const errorGuide = {
  ATTRIBUTE_INVALID: {
    cause: 'An installable is empty, looks like an option or holds a control character.',
    fix: 'Write it as Nix takes it, for example `.#hello` or `./dir#packages.x86_64-linux.hello`.'
  },
  BRANCH_INVALID: {
    cause: '`target-branch` is not a name that Git accepts for a branch.',
    fix: 'Use a plain branch name such as `main` or `nix-cache`.'
  },
  BRANCH_MISSING: {
    cause: 'The branch that `nar-publish doctor` is to check does not exist.',
    fix: 'Name the cache’s branch with `--target-branch`.'
  },
  BRANCH_RULE: {
    cause: 'A ruleset or branch protection of the target refuses the commit.',
    fix: 'Let the token’s owner bypass the rule named in the message, or publish to another branch with `target-branch`.'
  },
  BUILD_FAILED: {
    cause: 'Nix could not build one or more of the derivations.',
    fix: 'Read the last lines of the build’s log in the message. What else was asked for is published all the same.'
  },
  CATALOGUE_INVALID: {
    cause: 'The target’s `catalogue.json` is not one that nar-publish wrote.',
    fix: 'Restore it from the branch’s history, or delete it: it is made anew.'
  },
  COMPRESSOR_FAILED: {
    cause:
      'The program `xz` ended before it had compressed a NAR: it was killed, or had no memory left.',
    fix: 'The message holds its last words; try a lower `compression-level`, or `compression: zstd`.'
  },
  COMPRESSOR_MISSING: {
    cause: '`compression: xz` needs the program `xz`, which is not in PATH.',
    fix: 'Install xz-utils on the runner, or use `compression: zstd`.'
  },
  DISK_FULL: {
    cause: 'The disk that holds the scratch folder (RUNNER_TEMP) has no room for the packed NARs.',
    fix: 'Free space on the runner before this step, or publish fewer paths at a time.'
  },
  DOWNLOAD_FAILED: {
    cause: 'A file of the store that `nar-publish doctor` checks could not be downloaded.',
    fix: 'Run it again; when it stays so, readers of the cache cannot get the file either.'
  },
  EVALUATION_FAILED: {
    cause:
      'Nix could not evaluate an installable: the attribute is missing, throws, or is no derivation.',
    fix: 'Run the `nix eval` command of the message on your machine.'
  },
  FLAKES_DISABLED: {
    cause:
      'This Nix does not have the experimental features `nix-command` and `flakes` switched on.',
    fix: 'Add `experimental-features = nix-command flakes` to nix.conf, or set it with the install action.'
  },
  GIT_AUTH_FAILED: {
    cause: 'The target’s host refused the credentials that git has, or git has none for it.',
    fix: 'Set up git’s own access before this step: a credential helper or an SSH key that may write there. On this GitHub, give a `token` with “Contents: read and write”.'
  },
  GIT_FAILED: {
    cause: 'A git command failed for a reason that trying again does not change.',
    fix: 'The message holds the command and git’s last lines; mend what they name.'
  },
  GIT_MISSING: {
    cause: 'The route `push` needs the program `git`, which is not in PATH.',
    fix: 'Install git on the runner.'
  },
  GIT_UNREACHABLE: {
    cause:
      'The target’s host did not answer git, or broke off, for longer than the budget for trying again.',
    fix: 'Check the address and re-run the job; nothing was written, or what was written is complete.'
  },
  FOLDER_INVALID: {
    cause:
      'The folder that `nar-publish doctor` is to check does not exist, or cannot be read or written.',
    fix: 'Give the folder of a clone that has the cache’s branch checked out.'
  },
  GITHUB_REFUSED: {
    cause: 'GitHub refused a request for a reason that trying again does not change.',
    fix: 'The message holds GitHub’s own words; mend what they name.'
  },
  GITHUB_UNAVAILABLE: {
    cause: 'GitHub did not answer, or answered 5xx, for longer than the budget for trying again.',
    fix: 'Re-run the job; nothing was written, or what was written is complete.'
  },
  HEAD_MOVED: {
    cause:
      'Other publishers moved the branch each time this one tried to, until its attempts were used up.',
    fix: 'Re-run the job; the uploaded objects are used again.'
  },
  INPUT_INVALID: {
    cause: 'An input holds a value that is not among those accepted.',
    fix: 'The message names the input, the value and what is accepted.'
  },
  INPUT_MISSING: {
    cause: 'An input that this mode needs is empty.',
    fix: 'Set the input that the message names.'
  },
  INTERNAL: {
    cause: 'nar-publish met a state that it does not know: a defect of ours.',
    fix: 'Open an issue with the log of a run that has `ACTIONS_STEP_DEBUG` set to true.'
  },
  MODE_NOT_BUILT: {
    cause: 'The mode is part of the design, but this version does not have it yet.',
    fix: 'Use a version that has it, or another mode.'
  },
  MODE_UNKNOWN: {
    cause: '`mode` is not one of the known modes.',
    fix: 'Use one of the modes that the message lists.'
  },
  NARINFO_INVALID: {
    cause:
      'What Nix says of a store path (a signature, a content address) cannot stand in a narinfo, as it would break its lines.',
    fix: 'Run `nix path-info --json` on the path that the message names, and build it again.'
  },
  NAR_EMPTY: {
    cause: '`nix-store --dump` ended without giving a NAR.',
    fix: 'Run `nix-store --verify-path` on the path; the store may be damaged.'
  },
  NAR_HASH_MISMATCH: {
    cause: 'The bytes of a store path are not those that Nix’s database has the hash of.',
    fix: 'Run `nix-store --repair-path` on the path that the message names.'
  },
  NAR_TOO_LARGE: {
    cause:
      'A packed NAR is larger than the target can carry: over 2 GiB, over 100 MiB in a private repository (Nix cannot read its release assets), or over 35 MiB with `route: api`.',
    fix: 'Drop the path with `exclude`, or make the artifact smaller; the message has its size and the limit.'
  },
  NIX_FAILED: {
    cause: 'A Nix command failed in a way that is neither an evaluation nor a build error.',
    fix: 'The message holds the command and the last lines that it printed.'
  },
  NIX_MISSING: {
    cause: 'There is no `nix` in PATH.',
    fix: 'Add a step before this one: `DeterminateSystems/nix-installer-action`, `cachix/install-nix-action` or `nixbuild/nix-quick-install-action`.'
  },
  NOTHING_PUBLISHED: {
    cause: '`fail-on-empty` is true and the run had nothing to publish.',
    fix: 'The message says why each path was skipped; set `fail-on-empty: false` when that is fine.'
  },
  PUSH_REJECTED: {
    cause: 'A hook or a rule of the target’s host refuses the push.',
    fix: 'The message holds the host’s words; mend what they name, or publish to another branch with `target-branch`.'
  },
  PUSH_TOO_LARGE: {
    cause: 'What is to be pushed is more than GitHub takes in one push (2 GB).',
    fix: 'Publish fewer paths at a time; what one run has published, the next leaves out.'
  },
  RATE_LIMITED: {
    cause:
      'The token’s requests are used up (1,000 an hour for a repository’s own jobs, 5,000 for a person or an App), or GitHub asks for a longer pause than the budget for waiting.',
    fix: 'Re-run the job after the time in the message, publish from fewer jobs, or give an App’s token.'
  },
  README_MARKERS: {
    cause:
      'The target’s README has the markers of our block twice, out of order, or only one of them.',
    fix: 'Leave one `<!-- nar-publish:begin -->` followed by one `<!-- nar-publish:end -->`, or delete both.'
  },
  REGEX_INVALID: {
    cause: 'A line of `exclude` is not a regular expression.',
    fix: 'Mend the expression that the message shows (JavaScript syntax, one a line).'
  },
  REPOSITORY_INVALID: {
    cause:
      '`target-repository` is neither `owner/name` nor the URL of a repository on this GitHub.',
    fix: 'Write `owner/name`, or the address as the browser shows it.'
  },
  REPOSITORY_NOT_FOUND: {
    cause: 'The target does not exist, or the token cannot see it (GitHub answers 404 to both).',
    fix: 'Check the spelling; for another private repository give a fine-grained token or an App’s as `token`.'
  },
  REPOSITORY_READ_ONLY: {
    cause: 'The target is archived or disabled, so that nobody can write to it.',
    fix: 'Unarchive it in its settings, or choose another target.'
  },
  SIGNING_KEY_INVALID: {
    cause:
      '`signing-key` is neither a secret key as `nix-store --generate-binary-cache-key` writes it nor a file that holds one.',
    fix: 'Give `name:base64` as it stands in the secret-key file; the public key (shorter) is not it.'
  },
  STORE_DIR_MISMATCH: {
    cause: 'The target’s `nix-cache-info` is for another store directory than `/nix/store`.',
    fix: 'Publish to another repository or branch: one cache serves one store directory.'
  },
  STORE_PATH_INVALID: {
    cause: 'A line of `paths` is not a store path.',
    fix: 'Give full paths such as `/nix/store/<hash>-<name>`, one a line.'
  },
  STORE_PATH_MISSING: {
    cause: 'A store path is not valid in this machine’s store.',
    fix: 'Build or fetch it in an earlier step of the same job.'
  },
  SYSTEM_UNKNOWN: {
    cause: '`systems` names something that is not a Nix system.',
    fix: 'Use names such as `x86_64-linux`, `aarch64-linux`, `aarch64-darwin`.'
  },
  TOKEN_FORBIDDEN: {
    cause:
      'The token may not do what publishing needs, or the job runs for a fork’s pull request and its token is read-only.',
    fix: 'Give the job `permissions: contents: write`; for another repository use a token with “Contents: read and write”.'
  },
  TOKEN_MISSING: {
    cause: '`token` is empty.',
    fix: 'Leave the input out to use the job’s own token, or check that the secret exists where the job runs.'
  },
  TOKEN_REJECTED: {
    cause: 'GitHub does not know the token: it expired, was revoked or was copied incompletely.',
    fix: 'Make a new token and put it into the secret.'
  },
  USAGE: {
    cause:
      'The command line has an option or an argument that nar-publish does not know, or lacks one.',
    fix: '`nar-publish --help` tells what there is.'
  },
  VERIFY_FAILED: {
    cause: 'Nix could not substitute what was just published, as a stranger would.',
    fix: 'Read Nix’s words in the message. The commit stands; `verify: none` skips this check.'
  }
} as const satisfies Record<string, { cause: string; fix: string }>

export type ErrorCode = keyof typeof errorGuide

export interface ErrorDetails {
  /** What kind of failure: stable, for tests and for the README's table. */
  code: ErrorCode
  /** Which thing it happened to: an input, an attribute, a store path, a file, `owner/name`. Data: may be hostile. */
  subject: string
  /** Why, in a sentence without its full stop. */
  reason: string
  /** What to do now; by default the guide's fix for the code. */
  hint?: string
  cause?: unknown
}

/** The only error class that crosses a module's border. Wrap once, at the seam where the foreign error appears. */
export class NarPublishError extends Error {
  readonly code: ErrorCode
  readonly subject: string
  readonly reason: string
  readonly hint: string

  constructor({ code, subject, reason, hint, cause }: ErrorDetails) {
    const now = hint ?? errorGuide[code].fix
    super(`${code} ${subject}: ${reason}. ${now}`, cause === undefined ? undefined : { cause })
    this.name = 'NarPublishError'
    this.code = code
    this.subject = subject
    this.reason = reason
    this.hint = now
  }
}

/** Anything thrown, as one of ours; what we did not foresee becomes INTERNAL with its cause kept. */
export function asNarPublishError(thrown: unknown): NarPublishError {
  if (thrown instanceof NarPublishError) return thrown
  // By its shape: an error of Node's own is of another realm inside of a vm context, which jest's tests are.
  const { code, path, message } = Object(thrown) as Record<string, unknown>
  const reason = typeof message === 'string' ? message : String(thrown)
  if (code === 'ENOSPC') {
    const subject = typeof path === 'string' ? path : 'scratch folder'
    return new NarPublishError({ code: 'DISK_FULL', subject, reason, cause: thrown })
  }
  return new NarPublishError({ code: 'INTERNAL', subject: 'nar-publish', reason, cause: thrown })
}

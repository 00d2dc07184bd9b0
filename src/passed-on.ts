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
} as const

type Kind = keyof typeof names

/** Each kind is given what those before it in its list are. */
const kinds = {
  program: ['program'],
  git: ['program', 'git'],
  nix: ['program', 'git', 'nix'],
  node: ['program', 'node']
} as const satisfies Record<Kind, readonly Kind[]>

const patterns = Object.fromEntries(
  Object.entries(kinds).map(([kind, parts]) => {
    const words = parts.flatMap((part) => names[part]).flatMap((line) => line.split(' '))
    return [kind, new RegExp(`^(${words.join('|').replaceAll('*', '.*')})$`)]
  })
) as Record<Kind, RegExp>

/** The part of an environment that a program of this kind is given. */
export function passedOn(
  env: Readonly<Record<string, string | undefined>>,
  kind: Kind
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && patterns[kind].test(entry[0])
    )
  )
}

/** That of this process, for a program that nothing more is known of, or for one of our own. */
export function ownEnvironment(kind: Kind): Record<string, string> {
  return passedOn(process.env, kind)
}

/** A terminal's names for the token, the first that is set counts; `gh` has the same order. */
export const tokenVariables = ['NAR_PUBLISH_TOKEN', 'GH_TOKEN', 'GITHUB_TOKEN']
export const secretVariables = [...tokenVariables, 'NAR_PUBLISH_SIGNING_KEY']

/** Whether this process was given a secret by a terminal's variables. */
export function holdsSecrets(): boolean {
  return secretVariables.some((name) => process.env[name] !== undefined)
}

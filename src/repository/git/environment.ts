import { passedOn } from '../../passed-on.ts'

/** One setting as git reads it from its environment. */
export type GitSetting = readonly [key: string, value: string]

/** For the transports of a target; `ext::` and others run programs that an address names. */
const transports = 'http:https:ssh:file'

/** What ties a process to somebody's repository (`git rev-parse --local-env-vars`); GIT_CONFIG_COUNT is kept and added to. */
const localVariables = [
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_CONFIG',
  'GIT_CONFIG_PARAMETERS',
  'GIT_DIR',
  'GIT_GRAFT_FILE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_INTERNAL_SUPER_PREFIX',
  'GIT_NAMESPACE',
  'GIT_NO_REPLACE_OBJECTS',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
  // Would print headers, ours with the token among them.
  'GIT_CURL_VERBOSE'
]

const alwaysSet: readonly GitSetting[] = [
  // Hooks of the machine are about people's work, not about a store's commits.
  ['core.hooksPath', '/dev/null'],
  ['core.autocrlf', 'false'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['fetch.writeCommitGraph', 'false'],
  ['fetch.fsckObjects', 'false'],
  ['i18n.commitEncoding', 'UTF-8'],
  // Only version 2 lets a client fetch single blobs from any server.
  ['protocol.version', '2'],
  ['advice.pushUpdateRejected', 'false'],
  // A line that is dead is noticed: under 1,000 bytes a second for two minutes.
  ['http.lowSpeedLimit', '1000'],
  ['http.lowSpeedTime', '120'],
  // Larger files are streamed, not held in memory, and are not looked through for deltas.
  ['core.bigFileThreshold', '16m']
]

/**
 * Environment for git: no prompts, messages in English, nothing of a repository around us; settings by GIT_CONFIG_COUNT, so that a
 * secret among them is in no argument and no file. The user's own settings (credential helpers, proxies, certificates) stay.
 * Who commits: GIT_AUTHOR_* and GIT_COMMITTER_* where the user has set them, else nobody in particular.
 */
export function gitEnvironment(
  base: Readonly<Record<string, string>>,
  settings: readonly GitSetting[]
): Record<string, string> {
  return environmentWith(base, [...alwaysSet, ...settings])
}

/**
 * The same for looking at somebody's work tree: how their files' lines end is their own setting, and nothing of theirs is run,
 * locked or written.
 */
export function workTreeEnvironment(
  base: Readonly<Record<string, string>>
): Record<string, string> {
  const settings: GitSetting[] = [
    ['core.hooksPath', '/dev/null'],
    ['core.fsmonitor', 'false'],
    // Would put part of any index into their repository.
    ['core.splitIndex', 'false'],
    // Only tells whether line endings survive a round trip; an error would end the run.
    ['core.safecrlf', 'false']
  ]
  return { ...environmentWith(base, settings), GIT_OPTIONAL_LOCKS: '0' }
}

/** For a commit that is the user's own, in their work tree: their name, their settings, and what their hooks go by. */
export function committerEnvironment(
  base: Readonly<Record<string, string>>
): Record<string, string> {
  return { ...withoutRepository(base), GIT_TERMINAL_PROMPT: '0' }
}

function environmentWith(
  base: Readonly<Record<string, string>>,
  settings: readonly GitSetting[]
): Record<string, string> {
  return withSettings(
    {
      ...identity('GIT_AUTHOR'),
      ...identity('GIT_COMMITTER'),
      ...withoutRepository(passedOn(base, 'git')),
      GIT_TERMINAL_PROMPT: '0',
      GIT_TRACE_REDACT: '1',
      GIT_ALLOW_PROTOCOL: transports,
      LC_ALL: 'C',
      LANGUAGE: ''
    },
    settings
  )
}

/** With further settings, after those that it has. */
export function withSettings(
  given: Readonly<Record<string, string>>,
  settings: readonly GitSetting[]
): Record<string, string> {
  const env = { ...given }
  const before = /^\d{1,4}$/.test(env['GIT_CONFIG_COUNT'] ?? '')
    ? Number(env['GIT_CONFIG_COUNT'])
    : 0
  for (const [index, [key, value]] of settings.entries()) {
    env[`GIT_CONFIG_KEY_${before + index}`] = key
    env[`GIT_CONFIG_VALUE_${before + index}`] = value
  }
  return { ...env, GIT_CONFIG_COUNT: String(before + settings.length) }
}

/** For programs that run git themselves: as if we had not been started in a repository, by a hook for example. */
export function withoutRepository(base: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(base).filter(([name]) => !localVariables.includes(name)))
}

/** A domain that cannot exist, so that the commits are not counted as somebody's. */
function identity(who: 'GIT_AUTHOR' | 'GIT_COMMITTER'): Record<string, string> {
  return { [`${who}_NAME`]: 'nar-publish', [`${who}_EMAIL`]: 'nar-publish@noreply.invalid' }
}

/** For commands that must not talk to anybody: a missing blob is then an error, and not fetched behind our back. */
export const offline: Readonly<Record<string, string>> = {
  GIT_NO_LAZY_FETCH: '1',
  // Versions before 2.44 do not know that variable.
  GIT_ALLOW_PROTOCOL: 'none'
}

/** GitHub takes a token as the password of this user, whoever's it is. */
const tokenUser = 'x-access-token'

/** What a request with the token carries after `Authorization:`; as secret as the token. */
export function basicCredentials(token: string): string {
  return `basic ${Buffer.from(`${tokenUser}:${token}`).toString('base64')}`
}

/**
 * Settings that send the token to this one repository and to nobody else: redirects are not followed, and the machine's credential
 * helpers are neither asked nor told.
 */
export function tokenSettings(url: string, token: string): GitSetting[] {
  return [
    ['credential.helper', ''],
    [`http.${url}.followRedirects`, 'false'],
    // The empty value drops a header that another step (actions/checkout) has set for the host: two are refused.
    [`http.${url}.extraHeader`, ''],
    [`http.${url}.extraHeader`, `Authorization: ${basicCredentials(token)}`]
  ]
}

import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import { compressionLevels } from './binary-cache/compress.ts'
import { parseSecretKey, type SecretKey } from './binary-cache/signature.ts'
import { compressions, type Compression } from './binary-cache/types.ts'
import type { Environment } from './environment.ts'
import { NarPublishError } from './errors.ts'
import { closureTypes, type ClosureType } from './nix/types.ts'
import { isStorePath } from './store-path.ts'
import { parseTargetAddress, type TargetAddress } from './target/address.ts'
import { isBranchName } from './target/branch-name.ts'
import { basicCredentials } from './target/git/environment.ts'
import { routes, type Route } from './target/types.ts'

/** Every mode of the design; those without a variant in `Inputs` are refused by name until they are built. */
const modes = ['publish', 'matrix', 'version-sync', 'hook', 'prune'] as const

export const verifications = ['substitute', 'narinfo', 'none'] as const
export type Verification = (typeof verifications)[number]

/** A value and where it came from, so that the log can say why it is what it is. */
export interface Sourced<T> {
  value: T
  source: 'input' | 'runner' | 'default'
}

/** What a run is told, in a shape that cannot be nonsense: parsed once, read nowhere else. */
export type Inputs = PublishInputs

export interface PublishInputs {
  mode: 'publish'
  /** As written, `{system}` already replaced, no two the same. */
  installables: string[]
  /** Paths as written: store paths, or links to them relative to the workspace. */
  paths: string[]
  systems: Sourced<string[]>
  target: TargetAddress
  /** null: the target's default branch. */
  branch: Sourced<string | null>
  /** How the commit is written; `auto`: whichever of the target’s routes fits the artifacts. */
  route: 'auto' | Route
  /** Empty when the target is not on GitHub: it is not needed there, and not sent. */
  token: string
  signingKey: SecretKey | null
  compression: Compression
  /** null for `none`. */
  compressionLevel: number | null
  closure: ClosureType
  upstreamKeys: string[]
  exclude: RegExp[]
  verify: Verification
  failOnEmpty: boolean
  dryRun: boolean
  substituterUrl: string | null
}

/** Called with each secret as soon as it is read, so that the runner hides it from then on. */
export type MaskSecret = (secret: string) => void

/**
 * Environment → inputs. Throws INPUT_INVALID, INPUT_MISSING, MODE_UNKNOWN, MODE_NOT_BUILT, REGEX_INVALID, SYSTEM_UNKNOWN,
 * SIGNING_KEY_INVALID, TOKEN_MISSING, REPOSITORY_INVALID, BRANCH_INVALID.
 */
export function parseInputs(environment: Environment, mask: MaskSecret): Inputs {
  // Secrets come first, so that no later error can print them.
  const token = environment.input('token')
  if (token !== '') {
    mask(token)
    // As git sends it.
    mask(basicCredentials(token).slice('basic '.length))
  }
  const signingKeyText = environment.input('signing-key')
  maskSigningKey(signingKeyText, mask)

  const mode = environment.input('mode') || 'publish'
  if (!isOneOf(modes, mode)) {
    throw new NarPublishError({
      code: 'MODE_UNKNOWN',
      subject: `mode ${quote(mode)}`,
      reason: `the modes are ${modes.join(', ')}`
    })
  }
  if (mode !== 'publish') {
    throw new NarPublishError({
      code: 'MODE_NOT_BUILT',
      subject: `mode ${quote(mode)}`,
      reason: 'this version of nar-publish has only the mode publish'
    })
  }
  return parsePublishInputs(environment, token, signingKeyText, mask)
}

function parsePublishInputs(
  environment: Environment,
  token: string,
  signingKeyText: string,
  mask: MaskSecret
): PublishInputs {
  const systems = parseSystems(environment)
  const { installables, paths } = parseWhatToPublish(environment, systems.value)
  const target = parseTargetAddress(environment.input('target-repository'), environment)
  const compression = oneOf(environment, 'compression', compressions, 'zstd')
  checkToken(token, target.kind, environment)
  return {
    mode: 'publish',
    installables,
    paths,
    systems,
    target,
    branch: parseBranch(environment, target),
    route: parseRoute(environment, target),
    token: target.kind === 'github' ? token : '',
    signingKey: parseSigningKey(environment, signingKeyText, mask),
    compression,
    compressionLevel: parseCompressionLevel(environment, compression),
    closure: oneOf(environment, 'closure', closureTypes, 'binary'),
    upstreamKeys: parseUpstreamKeys(environment),
    exclude: lines(environment.input('exclude')).map(parseRegex),
    verify: oneOf(environment, 'verify', verifications, 'substitute'),
    failOnEmpty: parseBoolean(environment, 'fail-on-empty'),
    dryRun: parseBoolean(environment, 'dry-run'),
    substituterUrl: parseUrl(environment, 'substituter-url')
  }
}

function checkToken(
  token: string,
  kind: TargetAddress['kind'],
  { isForkPullRequest }: Environment
): void {
  // Any other Git repository is reached with git's own credentials.
  if (token === '' && kind === 'git') return
  if (token === '') {
    throw new NarPublishError({
      code: 'TOKEN_MISSING',
      subject: 'input token',
      reason: isForkPullRequest
        ? 'it is empty: a pull request from a fork gets no secrets'
        : 'it is empty, and publishing writes to the target',
      ...(isForkPullRequest
        ? {
            hint: 'Write `token: ${{ secrets.NAME || github.token }}`: the job’s own token can read.'
          }
        : {})
    })
  }
  // It goes into a header, which takes nothing else; GitHub's consist of letters, digits and underscores.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new NarPublishError({
      code: 'INPUT_INVALID',
      subject: 'input token',
      reason: 'it holds a space, a line break or another character that no token has',
      hint: 'Copy the token again into the secret.'
    })
  }
}

function parseWhatToPublish(
  environment: Environment,
  systems: readonly string[]
): { installables: string[]; paths: string[] } {
  const attributes = lines(environment.input('flake-attribute'))
  const paths = lines(environment.input('paths'))
  if (attributes.length === 0 && paths.length === 0) {
    throw new NarPublishError({
      code: 'INPUT_MISSING',
      subject: 'inputs flake-attribute and paths',
      reason: 'both are empty, so there is nothing to publish'
    })
  }
  const expanded = attributes.flatMap((attribute) =>
    attribute.includes('{system}')
      ? systems.map((system) => attribute.replaceAll('{system}', () => system))
      : [attribute]
  )
  // `nix build /nix/store/…` takes a store path as an installable, so we do.
  return {
    installables: [...new Set(expanded.filter((attribute) => !isStorePath(attribute)))],
    paths: [...new Set([...paths, ...expanded.filter(isStorePath)])]
  }
}

// Nix has no list of its own; cpu-kernel names as nixpkgs' lib.systems has them.
const systemPattern = /^[a-z0-9_]+-(linux|darwin|freebsd|netbsd|openbsd|windows|cygwin|none|wasi)$/

function parseSystems(environment: Environment): Sourced<string[]> {
  const given = words(environment.input('systems'))
  for (const system of given) {
    if (!systemPattern.test(system)) {
      throw new NarPublishError({
        code: 'SYSTEM_UNKNOWN',
        subject: `input systems, ${quote(system)}`,
        reason: 'it is not a Nix system of the form <cpu>-<kernel>'
      })
    }
  }
  return given.length > 0
    ? { value: [...new Set(given)], source: 'input' }
    : { value: [environment.runnerSystem], source: 'runner' }
}

function parseRoute(environment: Environment, target: TargetAddress): 'auto' | Route {
  const route = oneOf(environment, 'route', ['auto', ...routes], 'auto')
  if (route === 'api' && target.kind === 'git') {
    throw new NarPublishError({
      code: 'INPUT_INVALID',
      subject: 'input route',
      reason: '`api` is GitHub’s, and `target-repository` is not on this GitHub',
      hint: 'Leave `route` out, or give `push`.'
    })
  }
  return route
}

/** `target-branch`, and its default. Throws BRANCH_INVALID. */
export function parseBranch(
  environment: Environment,
  target: TargetAddress
): Sourced<string | null> {
  const branch = environment.input('target-branch')
  if (branch !== '') {
    if (!isBranchName(branch)) {
      throw new NarPublishError({
        code: 'BRANCH_INVALID',
        subject: `input target-branch, ${quote(branch)}`,
        reason: 'Git does not accept it as the name of a branch'
      })
    }
    return { value: branch, source: 'input' }
  }
  if (target.kind === 'git') return { value: null, source: 'default' }
  const own = `${target.owner}/${target.repo}`.toLowerCase()
  // The source's own default branch would fill up with NARs, and each publish would start its workflows.
  const isOwn = own === environment.repository?.toLowerCase()
  return { value: isOwn ? 'nix-cache' : null, source: 'default' }
}

const secretKeyPattern = /^[^:\s]+:[A-Za-z0-9+/]{20,}={0,2}$/

function maskSigningKey(text: string, mask: MaskSecret): void {
  if (text === '') return
  mask(text)
  // Masks are matched line by line, and a tool may print the secret half without its name.
  const secretHalf = text.slice(text.indexOf(':') + 1).trim()
  if (secretHalf.length >= 20) mask(secretHalf)
}

function parseSigningKey(
  environment: Environment,
  text: string,
  mask: MaskSecret
): SecretKey | null {
  if (text === '') return null
  const file = isAbsolute(text) ? text : resolve(environment.workspace, text)
  if (secretKeyPattern.test(text) || !existsSync(file)) return parseSecretKey(text)
  let fromFile: string
  try {
    fromFile = readFileSync(file, 'utf8').trim()
  } catch (cause) {
    throw new NarPublishError({
      code: 'SIGNING_KEY_INVALID',
      subject: 'input signing-key',
      reason: `the file that it names cannot be read (${cause instanceof Error ? cause.message : 'unknown'})`,
      cause
    })
  }
  maskSigningKey(fromFile, mask)
  return parseSecretKey(fromFile)
}

function parseCompressionLevel(environment: Environment, compression: Compression): number | null {
  const text = environment.input('compression-level')
  const range = compressionLevels[compression]
  if (range === null) {
    if (text === '') return null
    throw invalid('compression-level', text, 'nothing, as compression none has no levels')
  }
  if (text === '') return range.default
  const level = /^\d{1,3}$/.test(text) ? Number(text) : NaN
  if (!(level >= range.min && level <= range.max)) {
    throw invalid('compression-level', text, `${compression} takes ${range.min} to ${range.max}`)
  }
  return level
}

function parseUpstreamKeys(environment: Environment): string[] {
  const keys = words(environment.input('upstream-keys') || 'cache.nixos.org-1')
  if (keys.length === 1 && keys[0] === 'none') return []
  const withColon = keys.find((key) => key.includes(':'))
  if (withColon !== undefined) {
    throw invalid('upstream-keys', withColon, 'names of keys: the part before the colon')
  }
  return keys
}

function parseRegex(text: string): RegExp {
  try {
    return new RegExp(text, 'u')
  } catch (cause) {
    throw new NarPublishError({
      code: 'REGEX_INVALID',
      subject: `input exclude, ${quote(text)}`,
      reason: cause instanceof Error ? cause.message : 'it cannot be compiled',
      cause
    })
  }
}

/** Without slashes at its end; null when the input is empty. Throws INPUT_INVALID. */
export function parseUrl(environment: Environment, name: string): string | null {
  const text = environment.input(name)
  if (text === '') return null
  if (!/^https?:\/\/[^\s'"\\]+$/.test(text) || !URL.canParse(text)) {
    throw invalid(name, text, 'an http:// or https:// address')
  }
  return text.replace(/\/+$/, '')
}

/** The spellings of YAML's core schema, as @actions/core takes them; `yes` and `1` are errors, not false. */
function parseBoolean(environment: Environment, name: string): boolean {
  const text = environment.input(name)
  if (['true', 'True', 'TRUE'].includes(text)) return true
  if (['', 'false', 'False', 'FALSE'].includes(text)) return false
  throw invalid(name, text, '`true` or `false`')
}

function oneOf<T extends string>(
  environment: Environment,
  name: string,
  accepted: readonly T[],
  whenEmpty: T
): T {
  const text = environment.input(name) || whenEmpty
  if (!isOneOf(accepted, text))
    throw invalid(name, text, accepted.map((a) => `\`${a}\``).join(', '))
  return text
}

function isOneOf<T extends string>(accepted: readonly T[], text: string): text is T {
  return (accepted as readonly string[]).includes(text)
}

function invalid(name: string, value: string, accepted: string): NarPublishError {
  return new NarPublishError({
    code: 'INPUT_INVALID',
    subject: `input ${name}`,
    reason: `${quote(value)} is not accepted`,
    hint: `Accepted: ${accepted}.`
  })
}

function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** A value of somebody's, on one line and bounded, for a message. */
function quote(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text)
}

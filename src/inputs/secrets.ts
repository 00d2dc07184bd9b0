import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import { parseSecretKey, publicKeyText, type SecretKey } from '../binary-cache/signature.ts'
import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import { knownSecrets } from '../known-secrets.ts'
import type { TargetAddress } from '../repository/address.ts'
import { basicCredentials } from '../repository/git/environment.ts'
import { quote } from '../text.ts'
import { lines } from './readers.ts'

/** The secrets as they were given: masked, not yet checked. */
export interface Secrets {
  token: string
  /** Keys one a line, or the names of files that hold such. */
  signingKey: string
  mask: MaskSecret
}

/** Reads and masks them before all other inputs, so that no later error can print one. */
export function readSecrets(environment: Environment, maskInLog: MaskSecret): Secrets {
  for (const secret of environment.secrets) knownSecrets.add(secret)
  const mask: MaskSecret = (secret) => {
    knownSecrets.add(secret)
    maskInLog(secret)
  }
  const token = environment.input('token')
  if (token !== '') {
    mask(token)
    // As git sends it.
    mask(basicCredentials(token).slice('basic '.length))
  }
  const signingKey = environment.input('signing-key')
  maskSigningKeys(signingKey, mask)
  return { token, signingKey, mask }
}

/** Called with each secret as soon as it is read, so that the runner, or the terminal's log, hides it from then on. */
export type MaskSecret = (secret: string) => void

/** Throws TOKEN_MISSING, INPUT_INVALID. */
export function checkToken(
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
        : 'it is empty, and this run writes to the target',
      hint: isForkPullRequest
        ? 'Write `token: ${{ secrets.NAME || github.token }}`: the job’s own token can read.'
        : undefined
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

const secretKeyPattern = /^[^:\s]+:[A-Za-z0-9+/]{20,}={0,2}$/

/** Masks are matched line by line, and a tool may print the secret half without its name. */
function maskSigningKeys(text: string, mask: MaskSecret): void {
  for (const line of lines(text)) {
    mask(line)
    const secretHalf = line.slice(line.indexOf(':') + 1).trim()
    if (secretHalf.length >= 20) mask(secretHalf)
  }
}

/** Each once, in the order given: the first is the run's own. None: the run does not sign. Throws SIGNING_KEY_INVALID. */
export function parseSigningKeys(environment: Environment, secrets: Secrets): SecretKey[] {
  const keys = new Map<string, SecretKey>()
  for (const line of lines(secrets.signingKey)) {
    for (const text of keysOfLine(line, environment, secrets.mask)) {
      const key = parseSecretKey(text)
      const publicKey = publicKeyText(key)
      const other = [...keys].find(([, { name }]) => name === key.name)
      if (other !== undefined && other[0] !== publicKey) {
        throw new NarPublishError({
          code: 'SIGNING_KEY_INVALID',
          subject: 'input signing-key',
          reason: `two different keys in it are named ${quote(key.name)}, and a reader’s Nix knows one of a name`,
          hint: 'Make the new key under a name of its own, such as one with the next number.'
        })
      }
      keys.set(publicKey, key)
    }
  }
  return [...keys.values()]
}

function keysOfLine(text: string, { workspace }: Environment, mask: MaskSecret): string[] {
  const file = isAbsolute(text) ? text : resolve(workspace, text)
  if (secretKeyPattern.test(text) || !existsSync(file)) return [text]
  try {
    const content = readFileSync(file, 'utf8')
    maskSigningKeys(content, mask)
    const keys = lines(content)
    // What is empty is no key, and says so.
    return keys.length === 0 ? [''] : keys
  } catch (cause) {
    throw new NarPublishError({
      code: 'SIGNING_KEY_INVALID',
      subject: 'input signing-key',
      reason: `the file that it names cannot be read (${cause instanceof Error ? cause.message : 'unknown'})`,
      cause
    })
  }
}

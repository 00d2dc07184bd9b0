import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync
} from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { isPublicKey, parseSecretKey, publicKeyText } from '../binary-cache/signature.ts'
import type { Environment } from '../environment.ts'
import { codeOf, NarPublishError } from '../errors.ts'
import { askNix } from '../nix/run.ts'
import { quote } from '../text.ts'
import { shellWord } from '../words.ts'
import { announce, secretName, type InitRun, type KeyPair, type StepEnd } from './run.ts'
import type { SecretState } from './secret.ts'

/** The key to sign with: the one that is in the folder, or a new one where GitHub has none. null: there is none here. */
export async function provideKey(
  run: InitRun,
  secret: SecretState | null
): Promise<{ key: KeyPair | null; end: StepEnd }> {
  const { options, api, environment } = run
  const step = 'key'
  const folder = options.keyFolder ?? usualFolder(environment, api)
  refuseWithin(folder, environment.workspace)
  const file = join(folder, 'cache.secret')
  if (existsSync(file)) {
    const key = readKey(run, file)
    const text = `the key pair is in ${folder}; readers are told ${key.publicKey}`
    return { key, end: { step, state: 'there', text, todo: [] } }
  }
  if (secret?.isThere === true && !options.replaceSecret) {
    const text = `no key is made: ${api.repository} has the secret ${secretName}`
    return { key: null, end: { step, state: 'there', text, todo: [] } }
  }
  const name = options.keyName ?? `${api.owner}-${api.repo}-1`
  checkName(name)
  const order = `make the key pair ${name} in ${folder}`
  const ended = await announce(run, step, order, [
    `nix-store --generate-binary-cache-key ${shellWord(name)} cache.secret cache.public`
  ])
  if (ended !== null) return { key: null, end: ended }
  await makeKey(run, name, folder, file)
  const key = readKey(run, file)
  const text = `made the key pair ${name} in ${folder}; readers are told ${key.publicKey}`
  return { key, end: { step, state: 'done', text, todo: [] } }
}

function usualFolder(
  { childEnvironment: env, serverUrl }: Environment,
  { owner, repo }: InitRun['api']
): string {
  const home = env['XDG_CONFIG_HOME'] ?? join(env['HOME'] ?? '/', '.config')
  const { hostname } = new URL(serverUrl)
  // Names of repositories are the same in any case.
  const names = [hostname === 'github.com' ? '' : hostname, owner.toLowerCase(), repo.toLowerCase()]
  return join(home, 'nar-publish', ...names)
}

/** A key in the checkout would be committed one day. */
function refuseWithin(folder: string, root: string): void {
  if (!`${realOf(folder)}${sep}`.startsWith(`${realOf(root)}${sep}`)) return
  throw new NarPublishError({
    code: 'INPUT_INVALID',
    subject: `option --key-folder, ${quote(folder)}`,
    reason: 'it is in the checkout, from where a secret key is soon committed',
    hint: 'Give a folder outside of it; without the option it is one in `~/.config/nar-publish`.'
  })
}

/** Without links, as far as it is there. */
function realOf(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const parent = dirname(path)
  return parent === path
    ? path
    : resolve(realOf(parent), path.slice(parent.length).replace(/^\/+/, ''))
}

function checkName(name: string): void {
  if (isPublicKey(`${name}:${Buffer.alloc(32).toString('base64')}`) && !name.startsWith('-')) return
  throw new NarPublishError({
    code: 'INPUT_INVALID',
    subject: `option --key-name, ${quote(name)}`,
    reason: 'it is to consist of letters, digits and `._-`, and not to begin with a dash'
  })
}

/** What is in the way of the name stays; what a run that was killed has left is made anew. */
async function makeKey(
  { environment, log }: InitRun,
  name: string,
  folder: string,
  file: string
): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unfinished = join(folder, '.cache.secret.unfinished')
  const half = join(folder, '.cache.public.unfinished')
  rmSync(unfinished, { force: true })
  try {
    // Nix gives the secret half to its owner alone.
    await askNix(
      { cwd: folder, env: environment.childEnvironment, log },
      { program: 'nix-store', args: ['--generate-binary-cache-key', name, unfinished, half] }
    )
    linkSync(unfinished, file)
    const publicFile = join(folder, 'cache.public')
    await writeFile(publicFile, readFileSync(half), { flag: 'wx' }).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
  } finally {
    rmSync(unfinished, { force: true })
    rmSync(half, { force: true })
  }
}

/** Throws SIGNING_KEY_INVALID, naming the file. */
function readKey({ hide, log }: InitRun, file: string): KeyPair {
  const secret = readFileSync(file, 'utf8').trim()
  hide(secret)
  hide(secret.slice(secret.indexOf(':') + 1))
  if ((statSync(file).mode & 0o077) !== 0) {
    log.warning(`${file} can be read by other users of this machine; \`chmod 600\` keeps them out.`)
  }
  try {
    return { file, secret, publicKey: publicKeyText(parseSecretKey(secret)) }
  } catch (error) {
    if (error instanceof NarPublishError) throw error.with({ subject: file })
    throw error
  }
}

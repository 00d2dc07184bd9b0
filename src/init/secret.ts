import { z } from 'zod'
import type { NarPublishError } from '../errors.ts'
import type { GitHubApi } from '../repository/github/api.ts'
import { shellWord } from '../words.ts'
import { setSecretByGh } from './gh.ts'
import { announce, secretName, type InitRun, type KeyPair, type StepEnd } from './run.ts'
import { seal } from './seal.ts'

const publicKeyReply = z.object({
  key_id: z.string(),
  key: z.string().regex(/^[A-Za-z0-9+/]{43}=$/)
})
type SealingKey = z.output<typeof publicKeyReply>

export interface SecretState {
  isThere: boolean
  /** By which GitHub wants it sealed. */
  sealingKey: SealingKey
}

/**
 * Whether the repository has the secret. GitHub answers 404 to who may not know as well: so it is first asked for its public key, which needs the
 * same leave. Throws TOKEN_FORBIDDEN. https://docs.github.com/en/rest/actions/secrets
 */
export async function readSecretState(api: GitHubApi): Promise<SecretState> {
  const key = await api.ask(
    { route: 'GET /repos/{owner}/{repo}/actions/secrets/public-key' },
    publicKeyReply,
    ['not-found']
  )
  if (key.kind === 'not-found') throw mayNotKnow(key.error)
  const reply = await api.ask(
    {
      route: 'GET /repos/{owner}/{repo}/actions/secrets/{secret_name}',
      parameters: { secret_name: secretName }
    },
    z.object({ name: z.string() }),
    ['not-found']
  )
  return { isThere: reply.kind === 'done', sealingKey: key.data }
}

function mayNotKnow(error: NarPublishError): NarPublishError {
  return error.with({
    code: 'TOKEN_FORBIDDEN',
    hint: 'Give a token with “Secrets: read and write” of an account that administers the repository.'
  })
}

/** Stores the key's secret half where it is not there yet. `state`: null when this step is left out. `key`: null when there is none to store. */
export async function storeSecret(
  run: InitRun,
  state: SecretState | null,
  key: KeyPair | null
): Promise<StepEnd> {
  const { api, options, hasGh } = run
  const step = 'secret'
  const isThere = state?.isThere === true
  if (isThere && !options.replaceSecret) {
    return {
      step,
      state: 'there',
      text: `${api.repository} has the secret ${secretName}`,
      todo: []
    }
  }
  const way = hasGh ? '`gh secret set`' : 'GitHub’s API'
  const order = `${isThere ? 'replace' : 'store'} the secret ${secretName} of ${api.repository} by ${way}`
  const byHand = `gh secret set ${secretName} --repo ${api.repository} < ${key === null ? 'cache.secret' : shellWord(key.file)}`
  const ended = await announce(run, step, order, [byHand])
  if (ended !== null) return ended
  if (key === null || state === null) {
    return { step, state: 'left', text: 'there is no key that could be stored', todo: [byHand] }
  }
  if (hasGh) await setSecretByGh(run, api.repository, key.secret)
  else await setSecretByApi(api, state.sealingKey, key.secret)
  const { isThere: isSeen } = await readSecretState(api)
  if (isSeen) {
    const text = `stored the secret ${secretName} of ${api.repository} by ${way}`
    return { step, state: 'done', text, todo: [] }
  }
  // What was just written may be seen late; what never was would be missed by the first run alone.
  const text = `${way} took the secret, and GitHub does not list it yet`
  return { step, state: 'left', text, todo: [`gh secret list --repo ${api.repository}`, byHand] }
}

/** https://docs.github.com/en/rest/actions/secrets#create-or-update-a-repository-secret */
async function setSecretByApi(
  api: GitHubApi,
  { key, key_id: keyId }: SealingKey,
  value: string
): Promise<void> {
  const parameters = {
    secret_name: secretName,
    key_id: keyId,
    encrypted_value: await seal(value, key)
  }
  const route = 'PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}'
  await api.call({ route, parameters }, z.unknown())
}

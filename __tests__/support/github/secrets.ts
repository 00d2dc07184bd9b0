import sodium from 'libsodium-wrappers'
import { z } from 'zod'
import { jsonAnswer, readJson, refusal, validationFailed, type Call, type Layer } from './call.ts'
import type { Repository } from './repository.ts'

interface KeyPair {
  publicKey: Uint8Array
  privateKey: Uint8Array
}

interface StoredSecret {
  sealed: string
  createdAt: Date
  updatedAt: Date
}

/** The secrets of all repositories, each as it was sealed, and the pair of keys that they are sealed by. */
export class SecretStore {
  readonly #secrets = new Map<string, Map<string, StoredSecret>>()
  readonly keyId = '568250167242549743'
  #keys: Promise<KeyPair> | undefined

  of({ fullName }: Repository): Map<string, StoredSecret> {
    const found = this.#secrets.get(fullName) ?? new Map<string, StoredSecret>()
    this.#secrets.set(fullName, found)
    return found
  }

  keys(): Promise<KeyPair> {
    return (this.#keys ??= sodium.ready.then(() => sodium.crypto_box_keypair()))
  }

  /** What a job would be given. Throws when it was not sealed by our key. */
  async open(repository: Repository, name: string): Promise<string | null> {
    const secret = this.of(repository).get(name)
    if (secret === undefined) return null
    const { publicKey, privateKey } = await this.keys()
    const sealed = Buffer.from(secret.sealed, 'base64')
    return Buffer.from(sodium.crypto_box_seal_open(sealed, publicKey, privateKey)).toString()
  }
}

const newSecret = z.object({
  key_id: z.string(),
  encrypted_value: z
    .string()
    .regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/)
})

/** A repository's secrets, of which emulate has nothing. https://docs.github.com/en/rest/actions/secrets */
export function secrets(store: SecretStore): Layer {
  return async (call, next) => {
    const { repository, resource, method, token } = call
    const name = /^actions\/secrets\/([^/]+)$/.exec(resource)?.[1]
    if (!repository || call.kind !== 'api' || name === undefined) return next(call)
    // Secrets are no public matter, whosever the repository is.
    if (token === null) return refusal(401, 'Requires authentication')
    if (token.access === 'read' || token.lacks?.includes('secrets')) {
      return refusal(403, 'Resource not accessible by personal access token', {
        'x-accepted-github-permissions': `secrets=${method === 'GET' ? 'read' : 'write'}`
      })
    }
    const found = store.of(repository).get(name)
    if (method === 'PUT') return put(store, call, repository, name)
    if (method !== 'GET') return refusal(404, 'Not Found')
    if (name === 'public-key') {
      const { publicKey } = await store.keys()
      const key = Buffer.from(publicKey).toString('base64')
      return jsonAnswer(200, { key_id: store.keyId, key })
    }
    if (found === undefined) return refusal(404, 'Not Found')
    return jsonAnswer(200, {
      name,
      created_at: found.createdAt.toISOString(),
      updated_at: found.updatedAt.toISOString()
    })
  }
}

function put(store: SecretStore, call: Call, repository: Repository, name: string) {
  const { data } = newSecret.safeParse(readJson(call.body))
  if (data?.key_id !== store.keyId) {
    return validationFailed([{ resource: 'Secret', code: 'invalid', field: 'key_id' }])
  }
  const before = store.of(repository).get(name)
  const now = new Date()
  store.of(repository).set(name, {
    sealed: data.encrypted_value,
    createdAt: before?.createdAt ?? now,
    updatedAt: now
  })
  return before === undefined
    ? jsonAnswer(201, {})
    : { status: 204, headers: {}, body: Buffer.alloc(0) }
}

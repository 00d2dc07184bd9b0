import { checkPublicKey } from '../binary-cache/signature.ts'
import type { Environment } from '../environment.ts'
import { lines } from './readers.ts'

/** `name:base64`, no two the same. Throws SIGNING_KEY_INVALID. */
export function parseTrustedKeys(environment: Pick<Environment, 'input'>): string[] {
  return [...new Set(lines(environment.input('trusted-keys')).map(checkPublicKey))]
}

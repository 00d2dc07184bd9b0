/**
 * A text that only the holder of the secret half can read (libsodium's crypto_box_seal), in base64, as GitHub takes a secret.
 * `publicKey`: 32 bytes, base64. https://docs.github.com/en/rest/guides/encrypting-secrets-for-the-rest-api
 */
export async function seal(text: string, publicKey: string): Promise<string> {
  // With it come 400 KB of WebAssembly.
  const { default: sodium } = await import('libsodium-wrappers')
  await sodium.ready
  return Buffer.from(sodium.crypto_box_seal(text, Buffer.from(publicKey, 'base64'))).toString(
    'base64'
  )
}

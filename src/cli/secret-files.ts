import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { codeOf, NarPublishError } from '../errors.ts'
import type { Arguments } from './command.ts'
import { typed } from './typed.ts'

/** The token of `--token-file` as the input that it is, or null when the option is not given. Throws INPUT_INVALID. */
export async function tokenFromFile({
  values
}: Arguments): Promise<readonly ['token', string] | null> {
  const file = values.get('token-file')?.[0]
  if (file === undefined) return null
  const token = file === '-' ? (await text(process.stdin)).trim() : readSecret('token-file', file)
  if (token === '') throw invalid('token-file', file, 'it is empty')
  return ['token', token]
}

/** The text of a file that holds one secret. Throws INPUT_INVALID, without a word of the content. */
export function readSecret(option: string, file: string): string {
  return typed(() => {
    try {
      return readFileSync(file, 'utf8').trim()
    } catch (cause) {
      throw invalid(option, file, `it cannot be read (${codeOf(cause)})`, cause)
    }
  })
}

function invalid(option: string, file: string, reason: string, cause?: unknown): NarPublishError {
  return new NarPublishError({
    code: 'INPUT_INVALID',
    subject: `option --${option}, ${JSON.stringify(file.slice(0, 200))}`,
    reason,
    hint: 'Give the name of a file that holds the secret and nothing else.',
    cause
  })
}

import { NarPublishError, type ErrorCode } from '../errors.ts'

const wrong = new WeakSet<NarPublishError>()

/** What the machine's files and the environment hold, whatever was typed. */
const ofSurroundings: readonly ErrorCode[] = ['QUEUE_CONFIG_INVALID', 'TOKEN_MISSING']

/** Secrets are never typed. */
const ofSecrets = /^(?:input )?(?:token|signing[ -]key)$/

/**
 * Reads what was typed, or set by a variable that stands for it, before anything else is looked at: what `body` throws is the command
 * line's fault, and ends with its exit status.
 */
export function typed<T>(body: () => T): T {
  try {
    return body()
  } catch (error) {
    if (
      error instanceof NarPublishError &&
      !ofSurroundings.includes(error.code) &&
      !ofSecrets.test(error.subject)
    ) {
      wrong.add(error)
    }
    throw error
  }
}

export function isWrongCommandLine(error: NarPublishError): boolean {
  return error.code === 'USAGE' || wrong.has(error)
}

import { NarPublishError } from '../errors.ts'
import { oneLine } from '../harmless.ts'

/** `subject` names the file. */
export function omResultsInvalid(
  subject: string,
  reason: string,
  cause?: unknown
): NarPublishError {
  // The words of a parser may quote the file: no line of it gets into a log as a line.
  return new NarPublishError({
    code: 'OM_RESULTS_INVALID',
    subject,
    reason: oneLine(reason, 300),
    cause
  })
}

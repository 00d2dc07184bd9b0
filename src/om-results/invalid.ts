import { NarPublishError } from '../errors.ts'

/** `subject` names the file. */
export function omResultsInvalid(
  subject: string,
  reason: string,
  cause?: unknown
): NarPublishError {
  // The words of a parser may quote the file: no line of it gets into a log as a line.
  const line = reason.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 300)
  return new NarPublishError({ code: 'OM_RESULTS_INVALID', subject, reason: line, cause })
}

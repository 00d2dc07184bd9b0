import type { ErrorCode, NarPublishError } from '../errors.ts'

/** What the guide says of these is about a job. */
const terminalHints: Partial<Record<ErrorCode, string>> = {
  INTERNAL: 'Open an issue with what the same command prints with `--verbose`.',
  NIX_MISSING: 'Install Nix, or put the folder that its programs are in into PATH.',
  TOKEN_MISSING: 'Set GH_TOKEN (`export GH_TOKEN=$(gh auth token)`), or give `--token-file FILE`.'
}

/** The same error, with advice for who sits at a terminal. */
export function terminalWords(error: NarPublishError): NarPublishError {
  const hint = terminalHints[error.code]
  if (hint === undefined) return error
  return error.with({ hint, subject: error.code === 'TOKEN_MISSING' ? 'token' : error.subject })
}

/** An error as `--json` has it. */
export function jsonError({
  code,
  subject,
  reason,
  hint
}: NarPublishError): Record<string, unknown> {
  return { error: { code, subject, reason, hint } }
}

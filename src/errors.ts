import { errorGuide, type ErrorCode } from './error-guide.ts'
import type { FailedBuild } from './failed-build.ts'
import { plainLines, shownName } from './harmless.ts'
import { systemFault } from './system-errors.ts'

export type { ErrorCode } from './error-guide.ts'

interface ErrorDetails {
  /** What kind of failure: stable, for tests and for docs/errors.md. */
  code: ErrorCode
  /** Which thing it happened to: an input, an attribute, a store path, a file, `owner/name`. Data: may be hostile. */
  subject: string
  /** Why, in a sentence without its full stop. */
  reason: string
  /** What to do now; by default the guide's fix for the code. */
  hint?: string | undefined
  /** The same for who sits at a terminal, where a job is told other words; inputs that are named as code are options there by themselves. */
  terminal?: TerminalForm
  /** What is to blame, for reports with room for it; left out: no build. */
  builds?: readonly FailedBuild[]
  cause?: unknown
}

interface TerminalForm {
  reason?: string
  hint?: string
}

/** The only error class that crosses a module's border. Wrap once, at the seam where the foreign error appears. */
export class NarPublishError extends Error {
  readonly code: ErrorCode
  readonly subject: string
  readonly reason: string
  readonly hint: string
  readonly terminal: TerminalForm
  readonly builds: readonly FailedBuild[]

  constructor({ code, subject, reason, hint, terminal = {}, builds = [], cause }: ErrorDetails) {
    const now = hint ?? errorGuide[code].fix
    super(
      `${code} ${shownName(subject)}: ${sentence(plainLines(reason))}${plainLines(now)}`,
      cause === undefined ? undefined : { cause }
    )
    this.name = 'NarPublishError'
    this.code = code
    this.subject = subject
    this.reason = reason
    this.hint = now
    const { terminal: fix }: { fix: string; terminal?: string } = errorGuide[code]
    this.terminal = hint === undefined && fix !== undefined ? { hint: fix, ...terminal } : terminal
    this.builds = builds
  }

  /** The same failure in other words. */
  with(words: Partial<Omit<ErrorDetails, 'cause'>>): NarPublishError {
    const { code, subject, reason, hint, builds } = this
    // What is said otherwise now is so there, too.
    const terminal = { ...this.terminal }
    if (words.reason !== undefined) delete terminal.reason
    if (words.hint !== undefined) delete terminal.hint
    const details = { code, subject, reason, hint, terminal, builds, ...words }
    return new NarPublishError({ ...details, cause: this })
  }
}

/** The system's or Node's word for an error, such as `ENOENT`. By its shape: Node's own errors are of another realm inside of a vm context. */
export function codeOf(error: unknown): string {
  return String((Object(error) as { code?: unknown }).code)
}

/** What only a mistake of ours can lead to. */
export function internalError(subject: string, reason: string): NarPublishError {
  return new NarPublishError({ code: 'INTERNAL', subject, reason })
}

/** Before what is said next: other programs' words may end in a mark of their own, or be several lines. */
function sentence(reason: string): string {
  const text = reason.trimEnd()
  const end = /[.?!…:]$/.test(text) ? '' : '.'
  return text.includes('\n') ? `${text}\n` : `${text}${end} `
}

/** What `body` gives, or `otherwise` when it throws, whatever that is. */
export function attempt<T, O>(body: () => T, otherwise: O): T | O {
  try {
    return body()
  } catch {
    return otherwise
  }
}

/** Anything thrown, as one of ours: the machine's faults by their names, and what we did not foresee as INTERNAL with its cause kept. */
export function asNarPublishError(thrown: unknown): NarPublishError {
  if (thrown instanceof NarPublishError) return thrown
  const fault = systemFault(thrown)
  if (fault !== null) return new NarPublishError({ ...fault, cause: thrown })
  const { message } = Object(thrown) as Record<string, unknown>
  const reason = typeof message === 'string' ? message : String(thrown)
  return new NarPublishError({ code: 'INTERNAL', subject: 'nar-publish', reason, cause: thrown })
}

/**
 * Where a run tells what it does. The action writes workflow commands, a terminal gets plain lines,
 * a test collects them. Modules take a Log; they never print.
 */
export interface Log {
  /** A line of the run's story. Text that may hold foreign words is escaped by the implementation, never a command. */
  info(line: string): void
  /** Something the user should see although the run goes on. */
  warning(line: string): void
  debug(line: string): void
  /** Folds what `body` logs under one heading, so that the log reads as a table of contents. */
  group<T>(heading: string, body: () => Promise<T>): Promise<T>
  /**
   * Text of other programs (build logs), passed through as it comes. The runner is told not to read commands in
   * what `body` writes: a log line that starts with `::` is data.
   */
  fenced<T>(body: (write: (chunk: string | Buffer) => void) => Promise<T>): Promise<T>
  /** How far a long step is. `done` and `total` are bytes. Rate-limited by the implementation. */
  progress(step: string, done: number, total: number): void
}

/** Says nothing; for callers that have nothing to tell. */
export const silentLog: Log = {
  info: () => undefined,
  warning: () => undefined,
  debug: () => undefined,
  group: (_heading, body) => body(),
  fenced: (body) => body(() => undefined),
  progress: () => undefined
}

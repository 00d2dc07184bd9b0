/** A derivation that did not build. */
export interface FailedBuild {
  drvPath: string
  /** The last lines of its log: somebody else's text, without escape sequences, and without the secrets that the process knows. Empty: it has none. */
  lines: string
}

/** The end of a reason that tells them. */
export function logWords(lines: string): string {
  return lines === '' ? '' : `; the last lines of its log:\n${lines}\n`
}

/** The reason of a failure for who shows these logs beside it. */
export function withoutLogs(reason: string, builds: readonly FailedBuild[]): string {
  return builds.reduce((rest, { lines }) => rest.replace(logWords(lines), () => ''), reason)
}

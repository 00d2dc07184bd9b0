/**
 * Reads what @actions/cache prints, which is meant for the runner: workflow commands, most of them debug. Nothing of it is a command of
 * ours, and addresses are shown without the signatures in them.
 */
export class ServiceWords {
  #rest = ''
  #reason: string | null = null
  readonly #show: (line: string) => void

  constructor(show: (line: string) => void) {
    this.#show = show
  }

  /** Why nothing came of it, as it was said last; null when nothing was. */
  get reason(): string | null {
    return this.#reason
  }

  push(chunk: string): void {
    const lines = (this.#rest + chunk).split('\n')
    this.#rest = lines.pop()?.slice(-10_000) ?? ''
    for (const line of lines) this.#read(line.trim())
  }

  #read(line: string): void {
    const [, command, data = ''] = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? []
    if (command === 'add-mask' || line === '') return
    const words = withoutQueries(command === undefined ? line : unescape(data)).slice(0, 1000)
    const failed =
      command === 'warning' || command === 'error'
        ? words
        : /^Failed to (?:reserve cache: (?:Error: )?|save: )(.*)$/.exec(words)?.[1]
    // The reservation's own words tell more than what follows from it.
    const isGuess = (failed ?? '').includes('another job may be creating this cache')
    if (failed !== undefined && !(isGuess && this.#reason !== null)) this.#reason = failed
    this.#show(words)
  }
}

/** As @actions/core escapes what a command carries; on one line. */
function unescape(data: string): string {
  return data.replace(/%0[AD]/g, ' ').replaceAll('%25', '%')
}

/** A signed address is as good as a password. */
function withoutQueries(text: string): string {
  return text
    .replace(/(https?:\/\/[^\s"'?]+)\?[^\s"']*/g, '$1?…')
    .replace(/\bsig=[^\s"'&]*/g, 'sig=…')
}

import { StringDecoder } from 'node:string_decoder'
import { styleText } from 'node:util'
import { logLines, oneLine, plainLines } from './harmless.ts'
import type { Log } from './log.ts'
import { progressLine, progressLines } from './terminal-progress.ts'

export interface TerminalLog extends Log {
  error(line: string): void
  /** From now on, `secret` is shown as `***`. */
  hide: (secret: string) => void
  /** Takes the progress line away. Afterwards there are only errors: what was still at work beside the one that failed has no more to say. */
  close(): void
}

interface TerminalLogOptions {
  /** Shows what modules say for debugging, too. */
  isVerbose: boolean
}

/**
 * The log of a run from a terminal: indented lines under headings, a progress line, colours where the stream takes them (node:util's
 * styleText minds NO_COLOR). Names and build logs are other people's text: what would steer the terminal is left out.
 */
export function terminalLog(
  stream: NodeJS.WriteStream,
  { isVerbose }: TerminalLogOptions
): TerminalLog {
  const secrets: string[] = []
  let depth = 0
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    styleText(format, text, { stream })
  const shown = (text: string): string =>
    logLines(
      secrets.reduce((rest, secret) => rest.replaceAll(secret, () => '***'), plainLines(text))
    )
  let isClosed = false
  const write = (line: string): void => {
    if (!isClosed) writeAlways(line)
  }
  const writeAlways = (line: string): void => {
    progress.clear()
    stream.write(`${'  '.repeat(depth)}${line.replaceAll('\n', `\n${'  '.repeat(depth)}`)}\n`)
    progress.draw()
  }
  const info = (line: string): void => {
    write(shown(line))
  }
  const progress = stream.isTTY ? progressLine(stream) : progressLines(info)

  return {
    info,
    warning: (line) => {
      write(`${style('yellow', 'warning:')} ${shown(line)}`)
    },
    error: (line) => {
      writeAlways(`${style('red', 'error:')} ${shown(line)}`)
    },
    debug: (line) => {
      if (isVerbose) write(style('dim', shown(line)))
    },
    group: async (heading, body) => {
      write(style('bold', shown(heading)))
      depth += 1
      try {
        return await body()
      } finally {
        depth -= 1
      }
    },
    fenced: async (body) => {
      const decoder = new StringDecoder('utf8')
      let rest = ''
      const take = (text: string): void => {
        const lines = (rest + text).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) write(style('dim', shown(line)))
      }
      try {
        return await body((chunk) => {
          take(typeof chunk === 'string' ? chunk : decoder.write(chunk))
        })
      } finally {
        take(decoder.end())
        if (rest !== '') write(style('dim', shown(rest)))
      }
    },
    progress: (step, done, total) => {
      progress.update(oneLine(step), done, total)
    },
    hide: (secret) => {
      if (secret !== '' && !secrets.includes(secret)) secrets.push(secret)
    },
    close: () => {
      isClosed = true
      progress.clear()
    }
  }
}

import { randomUUID } from 'node:crypto'
import prettyBytes from 'pretty-bytes'
import { logLines, plainLines } from './harmless.ts'
import type { Log } from './log.ts'
import { command } from './runner-commands.ts'

/** Between two lines about the same long step, in milliseconds. */
const progressInterval = 10_000

/** The log of a job: workflow commands for the runner, and foreign text kept from being one. */
export function actionLog(): Log {
  // While a fence is up the runner reads no commands, ours included: what would be one waits.
  let fences = 0
  let fenceWord = ''
  let waiting: (() => void)[] = []
  const lastProgress = new Map<string, number>()

  const onceHeard = (send: () => void): void => {
    if (fences > 0) waiting.push(send)
    else send()
  }

  const raise = (): void => {
    if (fences === 0) {
      fenceWord = randomUUID()
      process.stdout.write(`::stop-commands::${fenceWord}\n`)
    }
    fences += 1
  }
  const lower = (): void => {
    fences -= 1
    if (fences > 0) return
    process.stdout.write(`::${fenceWord}::\n`)
    const commands = waiting
    waiting = []
    for (const send of commands) send()
  }

  return {
    info: (line) => {
      print(logLines(line))
    },
    warning: (line) => {
      onceHeard(() => {
        command('warning', plainLines(line))
      })
    },
    debug: (line) => {
      onceHeard(() => {
        command('debug', plainLines(line))
      })
    },
    group: async (heading, body) => {
      command('group', logLines(heading))
      try {
        return await body()
      } finally {
        command('endgroup')
      }
    },
    fenced: async (body) => {
      const written = { endsInLine: false }
      raise()
      try {
        return await body((chunk) => {
          if (chunk.length === 0) return
          process.stdout.write(chunk)
          written.endsInLine = chunk.at(-1) !== '\n' && chunk.at(-1) !== 10
        })
      } finally {
        // The closing command must stand at the start of a line, or the runner does not see it.
        if (written.endsInLine) process.stdout.write('\n')
        lower()
      }
    },
    progress: (step, done, total) => {
      const now = Date.now()
      const isLast = done >= total
      const last = lastProgress.get(step)
      if (last === undefined) lastProgress.set(step, now)
      else if (now - last >= progressInterval && !isLast) {
        lastProgress.set(step, now)
        print(logLines(`${step}: ${prettyBytes(done)} of ${prettyBytes(total)}`))
      }
    }
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

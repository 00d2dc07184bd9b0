import { clearLine, cursorTo } from 'node:readline'
import { styleText } from 'node:util'
import prettyBytes from 'pretty-bytes'

/** How far the long steps are, drawn where people look. Whoever writes else to the same place clears it first and draws it after. */
interface ProgressDisplay {
  /** `done` and `total` are bytes; a step that is done is no longer shown. */
  update(step: string, done: number, total: number): void
  clear(): void
  draw(): void
}

/** Drawings a second at most. */
const frameInterval = 1000 / 15
const barWidth = 24

/** One line at the bottom of a terminal, written over and over. */
export function progressLine(stream: NodeJS.WriteStream): ProgressDisplay {
  const steps = new Map<string, { done: number; total: number; since: number }>()
  let drawnAt = -Infinity
  let isDrawn = false

  const clear = (): void => {
    if (!isDrawn) return
    clearLine(stream, 0)
    cursorTo(stream, 0)
    isDrawn = false
  }
  const draw = (): void => {
    const [entry] = [...steps].slice(-1)
    if (entry === undefined) return
    clear()
    const [step, { done, total, since }] = entry
    // One column is left free: some terminals wrap after the last one.
    const text = progressText(step, done, total, performance.now() - since)
    stream.write(styleText('cyan', text.slice(0, (stream.columns || 80) - 1), { stream }))
    drawnAt = performance.now()
    isDrawn = true
  }
  return {
    update: (step, done, total) => {
      const since = steps.get(step)?.since ?? performance.now()
      if (done >= total) {
        steps.delete(step)
        clear()
      } else {
        steps.set(step, { done, total, since })
        if (performance.now() - drawnAt >= frameInterval) draw()
      }
    },
    clear,
    draw
  }
}

/** `Pack [######············] 25 %  12 MB of 48 MB  8 MB/s  5 s left` */
export function progressText(step: string, done: number, total: number, elapsedMs: number): string {
  const share = total === 0 ? 1 : Math.min(done / total, 1)
  const filled = Math.floor(share * barWidth)
  const bar = `${'#'.repeat(filled)}${'·'.repeat(barWidth - filled)}`
  const perSecond = elapsedMs < 1000 ? 0 : (done / elapsedMs) * 1000
  const rate =
    perSecond === 0
      ? ''
      : `  ${prettyBytes(perSecond)}/s  ${Math.ceil((total - done) / perSecond)} s left`
  return `${step} [${bar}] ${Math.floor(share * 100)} %  ${prettyBytes(done)} of ${prettyBytes(total)}${rate}`
}

/** For pipes and files: a line now and then for what takes long. */
export function progressLines(
  write: (line: string) => void,
  now: () => number = Date.now
): ProgressDisplay {
  const interval = 10_000
  const last = new Map<string, number>()
  return {
    update: (step, done, total) => {
      const before = last.get(step)
      if (done >= total) last.delete(step)
      else if (before === undefined) last.set(step, now())
      else if (now() - before >= interval) {
        last.set(step, now())
        write(`${step}: ${prettyBytes(done)} of ${prettyBytes(total)}`)
      }
    },
    clear: () => undefined,
    draw: () => undefined
  }
}

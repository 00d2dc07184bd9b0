/** From /proc: a small Debian has no `ps`. */
import { readdirSync, readFileSync } from 'node:fs'

/** Processes that one has started and that still run; none when it is gone. */
export function childrenOf(pid: number): number[] {
  const children = textOf(() =>
    readdirSync(`/proc/${pid}/task`)
      .map((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8'))
      .join(' ')
  )
  return children.split(/\s+/).filter(Boolean).map(Number)
}

/** Program and arguments, a NUL behind each; empty when it is gone. */
export function commandLineOf(pid: number): string {
  return textOf(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
}

/** A process may end between any two looks. */
function textOf(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}

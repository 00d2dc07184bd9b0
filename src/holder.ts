import { readFileSync } from 'node:fs'
import { platform } from 'node:os'
import { attempt, codeOf } from './errors.ts'

/** A process that holds a lock or a folder: its id alone may be somebody else's by now. */
export interface Holder {
  pid: number
  startedAt: string
}

export function isAlive({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: there is one, of another user.
    if (codeOf(error) !== 'EPERM') return false
  }
  const start = startOf(pid)
  return start !== 'gone' && start === startedAt
}

/** When a process began, in the kernel's ticks; `gone` also for one that has ended and was not waited for. Only Linux tells. */
export function startOf(pid: number): string {
  if (platform() !== 'linux') return 'unknown'
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), '')
  // proc(5): the name in parentheses may hold anything; state is the third field and starttime the 22nd.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' ? 'gone' : (fields[19] ?? 'gone')
}

/**
 * The process with whose end the job is over: our parent, where that is GitHub's runner. 0: not to be seen, as one that stands in between
 * (a shell, sudo) ends with the step. Where nothing tells what the parent is, it is taken for the runner.
 */
export function jobProcess(): number {
  const { ppid } = process
  const name = attempt(() => readFileSync(`/proc/${ppid}/comm`, 'utf8').trim(), null)
  return name === null || name === 'Runner.Worker' ? ppid : 0
}

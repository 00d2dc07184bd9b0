import { readFileSync } from 'node:fs'

/**
 * Bytes that this process had in memory at most. Not `resourceUsage().maxRSS`: that of a program counts what the process that started it
 * had by then (Linux keeps it over execve).
 */
export function peakMemory(): number {
  const [, kibibytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  if (kibibytes === undefined) throw new Error('Linux does not tell its peak')
  return Number(kibibytes) * 1024
}

import { readFileSync } from 'node:fs'

/** Of this process and the children that have ended, as Linux tells them: hundredths of a second. */
export function cpuSeconds(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100
}

/**
 * A whole publish in a process of its own, as the action's main step: `node publish-main.ts`, with the action's environment. Prints
 * as JSON what it took (`Publishing`).
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readEnvironment } from '../../src/environment.ts'
import { readSecrets } from '../../src/inputs/secrets.ts'
import { silentLog } from '../../src/log.ts'
import { parsePublishInputs } from '../../src/publish/inputs.ts'
import { publish } from '../../src/publish/publish.ts'
import { renderSummary } from '../../src/publish/report/summary.ts'
import { cpuSeconds } from './cpu-seconds.ts'
import { peakMemory } from '../../__tests__/support/peak-memory.ts'

/** What a publish took. */
export interface Publishing {
  /** From the inputs to the rendered summary. */
  seconds: number
  /** Of each step. */
  phases: Record<string, number>
  /** Programs started in each step: the command's first words. */
  programs: Record<string, string[]>
  /** MiB of memory, at most. */
  peak: number
  /** Seconds of CPU of it and of what it started, the start of Node included. */
  cpu: number
}

const begin = performance.now()
const environment = readEnvironment()
const inputs = parsePublishInputs(
  environment,
  readSecrets(environment, () => undefined)
)
const started: string[] = []
const log = { ...silentLog, debug: (line: string) => void started.push(line) }
const scratch = join(environment.scratchParent, 'scratch')
mkdirSync(scratch)
const programs: Record<string, string[]> = {}
// A step that is done is noted: what was started since the one before is its.
const timings = new Proxy<{ phase: string; milliseconds: number }[]>([], {
  set(target, key, value: { phase: string }, receiver) {
    if (/^\d+$/.test(String(key))) programs[value.phase] = started.splice(0)
    return Reflect.set(target, key, value, receiver)
  }
})
const { report, error } = await publish({ inputs, environment, scratch, log, timings })
if (error !== null) throw error
renderSummary(report)
const publishing: Publishing = {
  seconds: (performance.now() - begin) / 1000,
  phases: Object.fromEntries(
    timings.map(({ phase, milliseconds }) => [phase, milliseconds / 1000])
  ),
  programs,
  peak: peakMemory() / 1024 ** 2,
  cpu: cpuSeconds()
}
console.log(JSON.stringify(publishing))

import { existsSync, writeFileSync } from 'node:fs'
import type { Environment } from '../environment.ts'
import type { HookInputs } from './inputs.ts'
import { stateFile, type QueuePlace } from './layout.ts'

/**
 * Keeps what `queues` says until the end of the job: the file that it names lies where every step of the job can change it, and
 * what was queued for one destination is not sent to another then, nor is it lost when the file is gone.
 */
export function keepConfig(place: QueuePlace, { given }: Pick<HookInputs, 'given'>): void {
  const { queues = '' } = given
  if (queues !== '') writeFileSync(fileOf(place), queues, { mode: 0o600 })
}

/** An environment whose input `queues` is what was kept. */
export function withKeptConfig(place: QueuePlace, environment: Environment): Environment {
  const file = fileOf(place)
  return existsSync(file)
    ? { ...environment, input: (name) => (name === 'queues' ? file : environment.input(name)) }
    : environment
}

function fileOf(place: QueuePlace): string {
  return stateFile(place, 'queues.json')
}

/** What main tells the post step. No more is loaded for it than it takes: in most jobs the post step ends with this. */
import { appendFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { removeScratch } from './remove-scratch.ts'

type Process = Pick<NodeJS.Process, 'env'>

/**
 * By what main saved first the post step is told from it. At once, before Node begins anew and reads the rest of the action: a job that is
 * cancelled meanwhile would else have its post step do main's work.
 */
export function saveThatMainBegan({ env }: Process = process): void {
  const file = env['GITHUB_STATE']
  if (file === undefined || file === '' || env['STATE_main'] !== undefined) return
  try {
    appendFileSync(file, 'main=started\n')
  } catch {
    // A file that cannot be written is told of by whoever saves the next.
  }
}

/**
 * Whether this is the post step, and all is done: main left neither what is to be saved for the next run nor a queue. What it left on the disk
 * goes here; a job that was cancelled never reached its end.
 */
export function isPostStepDone({ env }: Process = process): boolean {
  if (env['STATE_main'] !== 'started') return false
  for (const folder of [env['STATE_scratch'], env['STATE_use']]) {
    if (folder === undefined || folder === '') continue
    try {
      removeScratch(folder, env['RUNNER_TEMP'] ?? tmpdir())
    } catch {
      // What cannot go keeps nothing from being saved or published; the next run sweeps.
    }
  }
  return [env['STATE_cache'], env['STATE_queue']].every((left = '') => left === '')
}

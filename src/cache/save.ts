import { z } from 'zod'
import { attempt } from '../errors.ts'
import { removeScratch } from '../scratch.ts'
import { askService, type ServicePlace } from './service.ts'

/** A folder for the next run, and the key that it is to be saved under; null: not at all, it is only to be removed. */
const kept = z.object({ directory: z.string(), key: z.string().nullable() })
export type Kept = z.infer<typeof kept>

/** For the post step: what `formatKept` wrote. */
export function parseKept(state: string): Kept {
  return kept.parse(JSON.parse(state))
}

export function formatKept({ directory, key }: Kept): string {
  return JSON.stringify({ directory, key })
}

/** Gives the folder to the cache service, and removes it. Never throws: what the service does is no failure of the job. */
export async function saveKept(place: ServicePlace, { directory, key }: Kept): Promise<void> {
  const { environment, log } = place
  try {
    if (key === null) return
    await log.group('Save what was built for the next run', async () => {
      const { key: saved, reason } = await askService(place, { task: 'save', directory, key })
      if (saved !== null) log.info(`saved as ${saved}`)
      // Another job built the same, and was quicker.
      else if (reason !== null && /already exists/i.test(reason)) log.info(reason)
      else log.warning(`Nothing was kept for the next run: ${reason ?? 'no reason was given'}`)
    })
  } finally {
    attempt(() => {
      removeScratch(directory, environment.scratchParent)
    }, undefined)
  }
}

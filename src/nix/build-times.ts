import { existsSync, statSync } from 'node:fs'
import { attempt } from '../errors.ts'
import { logFiles, logFolder } from './local-logs.ts'
import type { Nix } from './types.ts'

/**
 * How many seconds Nix took to build these derivations: .drv → seconds. Nix opens a build's log when its builder begins and closes it when
 * that has ended (libstore, `openLogFile`), so that the file's birth and its last change say it. Only of those whose log was begun since
 * `since` (milliseconds since 1970): others were built before, fetched, or not at all. What a file system does not know is left out.
 */
export async function buildTimes(
  nix: Nix,
  derivations: readonly { drvPath: string; outputs: readonly { path: string }[] }[],
  since: number
): Promise<Map<string, number>> {
  const [first] = derivations.flatMap(({ outputs }) => outputs)
  if (first === undefined) return new Map()
  const folder = await logFolder(nix, { isElsewhere: !existsSync(first.path) })
  return new Map(
    derivations.flatMap(({ drvPath }): [string, number][] => {
      const seconds = logFiles(folder, drvPath).flatMap((file) => secondsOf(file, since) ?? [])
      return seconds[0] === undefined ? [] : [[drvPath, seconds[0]]]
    })
  )
}

function secondsOf(file: string, since: number): number | null {
  const item = attempt(() => statSync(file), null)
  if (item === null) return null
  const { birthtimeMs, ctimeMs, mtimeMs } = item
  // Node gives another time where there is no birth, and no build takes none.
  const isKnown = birthtimeMs >= since && birthtimeMs < ctimeMs && mtimeMs >= birthtimeMs
  return isKnown ? Math.round((mtimeMs - birthtimeMs) / 1000) : null
}

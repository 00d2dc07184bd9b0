import { derivationOfLog, logFolder, logPath } from '../../binary-cache/log-name.ts'
import type { NarInfo } from '../../binary-cache/types.ts'
import { knownSecrets } from '../../known-secrets.ts'
import type { TargetSnapshot } from '../../repository/types.ts'
import { largestLog, publishedLog, readPublishedLog } from './log-text.ts'

/** Base name of a .drv → its log as it is published. */
export type BuildLogs = ReadonlyMap<string, Buffer>

/** Bytes of all logs of one commit: some five calls more than without, of the hundred that as many NARs take. */
export const largestLogs = 8 * 1024 * 1024

/** How long each may be, so that all are within the commit's limit: the short ones whole, and of the long ones as much of each. */
export function longestEach(
  sizes: readonly number[],
  most = largestLog,
  all = largestLogs
): number {
  let room = all
  const ascending = [...sizes].sort((a, b) => a - b)
  for (const [index, size] of ascending.entries()) {
    const wanted = Math.min(size, most)
    const share = Math.floor(room / (ascending.length - index))
    if (wanted > share) return share
    room -= wanted
  }
  return most
}

/** Logs of build jobs without the secrets that this process knows, and all of them within the commit's limit. */
export function logsOfOthers(logs: BuildLogs): BuildLogs {
  const sizes = [...logs.values()].map(({ length }) => length)
  const longest = longestEach(sizes)
  return new Map(
    [...logs].map(([deriver, bytes]) => [
      deriver,
      publishedLog(readPublishedLog(bytes), knownSecrets, longest)
    ])
  )
}

/** The files of those logs whose derivations made what a commit brings. Several outputs of one have one log. */
export function logFiles(
  logs: BuildLogs,
  brought: readonly Pick<NarInfo, 'deriver'>[]
): Map<string, Buffer> {
  return new Map(
    brought.flatMap(({ deriver }): [string, Buffer][] => {
      const log = deriver === null ? undefined : logs.get(deriver)
      if (deriver === null || log === undefined) return []
      const path = logPath(deriver)
      return derivationOfLog(path) === null ? [] : [[path, log]]
    })
  )
}

/** A sentence where somebody else's file stands in the place of the logs' folder: it stays, and they are left out. No request. */
export async function logNotes(
  snapshot: Pick<TargetSnapshot, 'itemsAt'>,
  logs: ReadonlyMap<string, Buffer>
): Promise<string[]> {
  const folder = logFolder.slice(0, -1)
  const item = logs.size === 0 ? undefined : (await snapshot.itemsAt([folder])).get(folder)
  return item === undefined || item.kind === 'folder'
    ? []
    : [`No build log was published: \`${folder}\` is no folder in the branch.`]
}

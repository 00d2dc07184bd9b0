import { isStorePath, storeDirectory } from '../store-path.ts'

/** Where `nix log` looks for a derivation's log: below the cache's address, by the base name of its `.drv`. */
export const logFolder = 'log/'

/** `deriver`: a base name, as narinfos have it. */
export function logPath(deriver: string): string {
  return logFolder + deriver
}

/** The base name of the `.drv` that such a file is the log of; null: it is another file. */
export function derivationOfLog(path: string): string | null {
  const name = path.slice(logFolder.length)
  const isLog =
    path.startsWith(logFolder) && name.endsWith('.drv') && isStorePath(`${storeDirectory}/${name}`)
  return isLog ? name : null
}

/** Of files, the logs that none of the narinfos has a derivation of: nobody asks for them. */
export function strayLogs(
  paths: Iterable<string>,
  narInfos: Iterable<{ deriver: string | null }>
): string[] {
  const derivers = new Set([...narInfos].map(({ deriver }) => deriver))
  return [...paths].filter((path) => {
    const deriver = derivationOfLog(path)
    return deriver !== null && !derivers.has(deriver)
  })
}

import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { logPath } from '../binary-cache/log-name.ts'
import { storePathBaseName } from '../store-path.ts'
import { count } from '../text.ts'
import { chunkOperands } from './command.ts'
import { withPlainAddresses } from './plain-addresses.ts'
import { nixWords, runNix } from './run.ts'
import { readNixSettings } from './settings.ts'
import type { Nix } from './types.ts'

/**
 * The logs that this machine has of these derivations, as files on its disk: .drv → file. No cache is asked, and it takes as many
 * processes for one as for a thousand. `directory`: for what Nix keeps compressed. `isElsewhere`: the store's files are not below /nix/store.
 */
export async function localLogs(
  nix: Nix,
  drvPaths: readonly string[],
  { directory, isElsewhere }: { directory: string; isElsewhere: boolean }
): Promise<Map<string, string>> {
  const folder = await logFolder(nix, { isElsewhere })
  const found = new Map<string, string>()
  const compressed: string[] = []
  for (const drvPath of drvPaths) {
    const [plain, packed] = logFiles(folder, drvPath)
    if (existsSync(plain)) found.set(drvPath, plain)
    else if (existsSync(packed)) compressed.push(drvPath)
  }
  for (const [drvPath, file] of await unpack(nix, compressed, directory)) found.set(drvPath, file)
  return found
}

/** Where a derivation's log is, plain or compressed: where Nix itself looks (libstore/local-fs-store.cc). `folder`: of `logFolder`. */
export function logFiles(folder: string, drvPath: string): [plain: string, compressed: string] {
  const name = storePathBaseName(drvPath)
  const file = join(folder, 'drvs', name.slice(0, 2), name.slice(2))
  return [file, `${file}.bz2`]
}

/** The folder of this machine's logs. `isElsewhere`: the store's files are not below /nix/store. */
export async function logFolder(
  nix: Nix,
  { isElsewhere }: { isElsewhere: boolean }
): Promise<string> {
  return isElsewhere ? folderOfStore(nix) : folderOf(nix)
}

function folderOf({ env }: Nix): string {
  return env['NIX_LOG_DIR'] ?? '/nix/var/log/nix'
}

/** Of a store below a root of its own, as its address says. */
async function folderOfStore(nix: Nix): Promise<string> {
  const settings = await readNixSettings(nix)
  const [place = '', parameters = ''] = (settings.get('store') ?? '').split('?')
  const given = new URLSearchParams(parameters)
  const root = given.get('root') ?? (place.startsWith('/') ? place : '')
  return given.get('log') ?? (root === '' ? folderOf(nix) : join(root, 'nix/var/log/nix'))
}

/** How many logs may turn out to be damaged, each of which ends the command. */
const mostDamaged = 3

/** Nix writes them plain, into what it takes for a cache: nothing but Nix need know how it compresses. */
async function unpack(
  nix: Nix,
  drvPaths: readonly string[],
  directory: string
): Promise<Map<string, string>> {
  const fileOf = (drvPath: string): string => join(directory, logPath(storePathBaseName(drvPath)))
  if (drvPaths.length === 0) return new Map()
  await mkdir(directory, { recursive: true })
  let waiting = [...drvPaths].sort()
  for (let damaged = 0; waiting.length > 0; damaged++) {
    const words = await copyLogs(nix, waiting, directory)
    if (words === null) break
    const [, culprit] = /build log for '([^']+\.drv)' is not available/.exec(words) ?? []
    const isKnown = culprit !== undefined && waiting.includes(culprit)
    waiting = waiting.filter((drvPath) => drvPath !== culprit && !existsSync(fileOf(drvPath)))
    nix.log.info(isKnown ? `the log of ${culprit} cannot be read` : words)
    if (isKnown && damaged < mostDamaged) continue
    if (waiting.length > 0) nix.log.info(`${count(waiting.length, 'log')} cannot be read`)
    break
  }
  return new Map(
    drvPaths.flatMap((drvPath): [string, string][] =>
      existsSync(fileOf(drvPath)) ? [[drvPath, fileOf(drvPath)]] : []
    )
  )
}

/** What Nix says when it cannot; null: it has copied all. */
async function copyLogs(
  nix: Nix,
  drvPaths: readonly string[],
  directory: string
): Promise<string | null> {
  return withPlainAddresses(nix, [pathToFileURL(directory).href], async ([address = '']) => {
    for (const chunk of chunkOperands(drvPaths)) {
      const args = ['store', 'copy-log', '--to', address, '--', ...chunk]
      const ended = await runNix(nix, { program: 'nix', args })
      if (ended.status !== 0) return nixWords(ended.stderr)
    }
    return null
  })
}

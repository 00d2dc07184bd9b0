import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { NarPublishError } from '../errors.ts'
import { storeDirectory } from '../store-path.ts'
import { quote } from '../text.ts'
import { mergeNixConf, type ListSetting } from './nix-conf.ts'

export interface WrittenConf {
  /** Where it really lies, behind links. */
  file: string
  /** False: everything was there already. */
  changed: boolean
  /** Sentences. */
  warnings: string[]
}

/** Puts values into a nix.conf that may not be there yet, whole or not at all. Throws NIX_CONF_UNWRITABLE. */
export function writeNixConf(path: string, settings: readonly ListSetting[]): WrittenConf {
  try {
    const file = behindLinks(path)
    const stats = statSync(file, { throwIfNoEntry: false })
    // One character for each byte: comments may be in any encoding.
    const before = stats === undefined ? '' : readFileSync(file, 'latin1')
    const { text, warnings } = mergeNixConf(before, settings)
    const changed = text !== before
    if (changed) replaceFile(file, Buffer.from(text, 'latin1'), stats)
    return { file, changed, warnings }
  } catch (cause) {
    if (cause instanceof NarPublishError) throw cause
    const { code } = Object(cause) as { code?: unknown }
    throw unwritable(path, `it cannot be written (${String(code)})`, undefined, cause)
  }
}

/** A link stays a link, and what it leads to is written; what a system was generated from is not to be edited. */
function behindLinks(path: string): string {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return path
  let file: string
  try {
    file = realpathSync(path)
  } catch (cause) {
    throw unwritable(
      path,
      'it is a link that leads nowhere',
      'Remove the link, or make the file.',
      cause
    )
  }
  if (!file.startsWith(`${storeDirectory}/`)) return file
  const kinds = path.startsWith('/etc/') ? '`--for nixos` (or `darwin`)' : '`--for home-manager`'
  throw unwritable(
    path,
    'it is generated from a configuration, whose next switch would undo any change',
    `Take the lines of ${kinds} into that configuration.`
  )
}

/** Written beside it first, for its owner and with its permissions: a reader finds the old file or the new one. */
function replaceFile(file: string, content: Buffer, stats: Stats | undefined): void {
  mkdirSync(dirname(file), { recursive: true })
  const beside = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}`)
  try {
    writeFileSync(beside, content, { flag: 'wx' })
    if (stats !== undefined) {
      const own = statSync(beside)
      if (own.uid !== stats.uid || own.gid !== stats.gid) chownSync(beside, stats.uid, stats.gid)
      chmodSync(beside, stats.mode & 0o7777)
    }
    renameSync(beside, file)
  } finally {
    rmSync(beside, { force: true })
  }
}

function unwritable(path: string, reason: string, hint?: string, cause?: unknown): NarPublishError {
  return new NarPublishError({
    code: 'NIX_CONF_UNWRITABLE',
    subject: quote(path),
    reason,
    ...(hint === undefined ? {} : { hint }),
    cause
  })
}

import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { formatNarInfo } from '../../binary-cache/narinfo.ts'
import { codeOf, NarPublishError } from '../../errors.ts'
import type { Pin } from '../../pins/pin.ts'
import { count } from '../../text.ts'
import { version } from '../../version.ts'
import { writeLogs } from '../logs/packed-logs.ts'
import { reportedFailures } from '../report/report-published.ts'
import type { PackRun } from '../run.ts'
import { originOf } from '../source.ts'
import type { Packed } from '../state.ts'
import {
  formatManifest,
  manifestPath,
  manifestPathOf,
  narInfoPath,
  unsignedNarInfo
} from './manifest.ts'

/** Makes the folder; one that holds something already is refused before anything is built. Throws INPUT_INVALID. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    if (readdirSync(folder).length === 0) return
  } catch (cause) {
    throw unusable(folder, `cannot be made or read (${codeOf(cause)})`, cause)
  }
  throw unusable(folder, 'is not empty')
}

function unusable(folder: string, reason: string, cause?: unknown): NarPublishError {
  return new NarPublishError({
    code: 'INPUT_INVALID',
    subject: 'input output-directory',
    reason: `the folder ${JSON.stringify(folder.slice(0, 300))} ${reason}`,
    hint: 'Give a folder that is empty or does not exist: all that is in it goes to who commits.',
    cause
  })
}

/**
 * NARs under their final names, unsigned narinfos, and the manifest last: with it the folder is whole. Nothing is left of one that
 * could not be written to its end, so that a later step does not pass it on.
 */
export function writePackedFolder(run: PackRun, packed: Packed, pins: readonly Pin[]): void {
  const folder = run.inputs.outputDirectory
  try {
    writeFiles(run, packed, pins)
  } catch (error) {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
    throw error
  }
  run.log.info(`packed ${count(packed.packed.length, 'path')} into ${folder}`)
}

function writeFiles({ inputs, environment }: PackRun, packed: Packed, pins: readonly Pin[]): void {
  const folder = inputs.outputDirectory
  const paths = packed.packed.map(manifestPathOf)
  const nars = new Map(packed.packed.map(({ nar }) => [nar.cachePath, nar.diskPath]))
  for (const [cachePath, diskPath] of nars) moveFile(diskPath, join(folder, cachePath))
  for (const path of paths) {
    writeFileSync(join(folder, narInfoPath(path)), formatNarInfo(unsignedNarInfo(path)))
  }
  const handed = paths.flatMap(({ storePath }) =>
    packed.handed?.has(storePath) === true ? [storePath] : []
  )
  const logs = writeLogs(folder, packed.logs ?? new Map())
  const manifest = formatManifest({
    tool: version,
    target: { name: packed.target.name, branch: packed.target.branch },
    ...(packed.rowWork === undefined ? {} : { row: packed.rowWork.row.id }),
    systems: inputs.systems.value,
    closure: inputs.closure,
    artifacts: packed.artifacts
      .filter(({ storePath }) => packed.lost?.has(storePath) !== true)
      .map((artifact) => ({ ...artifact, origin: originOf(artifact, environment) })),
    paths: paths.sort((a, b) => (a.storePath < b.storePath ? -1 : 1)),
    skipped: [...packed.dropped],
    ...(handed.length === 0 ? {} : { handed }),
    ...(logs.length === 0 ? {} : { logs }),
    ...(pins.length === 0 ? {} : { pins: [...pins] }),
    failures: reportedFailures(packed.failures)
  })
  const file = join(folder, manifestPath)
  writeFileSync(`${file}.partial`, manifest)
  renameSync(`${file}.partial`, file)
}

function moveFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  try {
    renameSync(from, to)
  } catch (error) {
    // The workspace may be on another file system than the runner's temporary folder.
    if (codeOf(error) !== 'EXDEV') throw error
    copyFileSync(from, to)
    rmSync(from)
  }
}

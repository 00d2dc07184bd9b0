import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { allOf } from '../all-of.ts'
import type { PackedPath } from '../binary-cache/types.ts'
import { packNars } from '../nix/pack-nars.ts'
import { refuseOversizedNar } from '../repository/file-size.ts'
import { storePathBaseName } from '../store-path.ts'
import { count } from '../text.ts'
import { withoutDamaged } from './damaged.ts'
import type { BuildInputs } from './inputs.ts'
import type { BuildLogs } from './logs/build-logs.ts'
import { gatherLogs } from './logs/gather.ts'
import type { PublishRun } from './run.ts'
import type { Packed, Selected } from './state.ts'

/**
 * Dumps, checks and compresses the selected paths to the scratch folder, and takes the logs of their builds along. What is damaged is a
 * failure, with what needs it. `before`: those that an earlier round of this run has packed.
 */
export async function packPaths(
  run: PublishRun<BuildInputs>,
  selected: Selected,
  before: readonly PackedPath[] = []
): Promise<Packed> {
  const packing = packSelected(run, selected, before)
  if (!run.inputs.logs) return packing
  const gathering = gatherLogs(selected.nix, selected.selected, run.scratch)
  const [packed, gathered] = await allOf([packing, gathering])
  const logs = [...earlierLogs(packed), ...gathered]
  const derivers = deriversOf(packed)
  return { ...packed, logs: new Map(logs.filter(([deriver]) => derivers.has(deriver))) }
}

/** An earlier attempt at the row built some of it, and this machine has no log of that. */
function earlierLogs({ rowWork }: Packed): BuildLogs {
  return rowWork?.logs ?? new Map()
}

/** Of what is packed; what is damaged is not. */
function deriversOf({ packed }: Packed): Set<string> {
  return new Set(
    packed.flatMap(({ info: { deriver } }) => (deriver === null ? [] : storePathBaseName(deriver)))
  )
}

async function packSelected(
  run: PublishRun<BuildInputs>,
  selected: Selected,
  before: readonly PackedPath[]
): Promise<Packed> {
  const { nix, target } = selected
  const known = new Map(before.map((path) => [path.info.storePath, path]))
  const again = selected.selected.flatMap(({ storePath }) => known.get(storePath) ?? [])
  const paths = selected.selected.filter(({ storePath }) => !known.has(storePath))
  if (paths.length === 0) return { ...selected, packed: again }
  const { compression, compressionLevel: level } = run.inputs
  return run.log.group(`Pack ${count(paths.length, 'path')} (${compression})`, async () => {
    const directory = join(run.scratch, 'nars')
    mkdirSync(directory, { recursive: true })
    const place = { directory, compression, level, log: run.log }
    const { packed, damaged } = await packNars(nix, paths, place)
    for (const error of damaged.values()) run.log.warning(error.message)
    const all = [...again, ...packed]
    const whole =
      damaged.size === 0
        ? { ...selected, packed: all }
        : await withoutDamaged(selected, all, damaged, run.inputs.closure)
    for (const { info, nar } of whole.packed) {
      if (whole.handed?.has(info.storePath) !== true) refuseOversizedNar(nar, target)
    }
    return whole
  })
}

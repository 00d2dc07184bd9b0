import { listsPins } from '../catalogue/pin-list.ts'
import { formatPin, pinFile, pinsFolder, pinsOf, type Pin } from '../pins/pin.ts'
import type { TargetSnapshot } from '../repository/types.ts'

interface ComposedPins {
  /** To be written. */
  files: ReadonlyMap<string, Buffer>
  /** To be deleted. */
  deletedFiles: string[]
  /** New ones, and those that were of another path. */
  moved: Pin[]
  /** Names that were pins. */
  unpinned: string[]
  /** All that the branch had. */
  before: Pin[]
  /** All that the branch has by then. */
  all: Pin[]
}

const none: ComposedPins = {
  files: new Map(),
  deletedFiles: [],
  moved: [],
  unpinned: [],
  before: [],
  all: []
}

/**
 * What becomes of a state's pins. Of two runs that give one name to different paths, the one that lands later has it. The pins are not
 * read, which takes a listing of their folder, when there is nothing to change and neither README nor catalogue (`isPinned`) tells of any.
 */
export async function composePins(
  { pins, unpin }: { pins: readonly Pin[]; unpin: readonly string[] },
  snapshot: TargetSnapshot,
  { readme, isPinned }: { readme: Buffer | null; isPinned: boolean }
): Promise<ComposedPins> {
  if (pins.length + unpin.length === 0 && !isPinned && !listsPins(readme)) return none
  const before = await readPinFiles(snapshot)
  const after = new Map(before)
  const files = new Map<string, Buffer>()
  for (const { name, storePath } of pins) {
    const content = Buffer.from(formatPin(storePath))
    after.set(pinFile(name), content)
    if (before.get(pinFile(name))?.equals(content) !== true) files.set(pinFile(name), content)
  }
  const unpinned = unpin.filter((name) => after.delete(pinFile(name)))
  return {
    files,
    deletedFiles: unpinned.map(pinFile),
    moved: pins.filter(({ name }) => files.has(pinFile(name))),
    unpinned,
    before: pinsOf(before),
    all: pinsOf(after)
  }
}

/** All that there are, by their files. */
export async function readPinFiles(snapshot: TargetSnapshot): Promise<Map<string, Buffer>> {
  const folder = pinsFolder.slice(0, -1)
  if ((await snapshot.itemsAt([folder])).get(folder)?.kind !== 'folder') return new Map()
  const items = [...(await snapshot.itemsIn(folder))]
  // Ours are in no folder below it; where somebody's own are, the whole branch is listed.
  const isFlat = items.every(([, { kind }]) => kind !== 'folder')
  const paths = isFlat
    ? items.map(([name]) => pinsFolder + name)
    : [...(await snapshot.listFiles()).keys()].filter((path) => path.startsWith(pinsFolder))
  return snapshot.readFiles(paths)
}

import { NarPublishError } from '../errors.ts'
import type { EvaluatedInstallable } from '../nix/types.ts'
import type { Pin } from '../pins/pin.ts'
import { parseStorePath } from '../store-path.ts'
import { quote } from '../text.ts'
import { toStorePath } from './given-paths.ts'
import type { PinRequest } from './pin-inputs.ts'
import { readNarInfo } from './standing.ts'
import type { Packed, ReadyToCommit, WantedPin } from './state.ts'

export interface SettledPins {
  pins: Pin[]
  /** Sentences about those that are not made. */
  notes: string[]
}

/** The paths of pins that were asked for by hand. What one of the installables is to be, and could not be evaluated, has none. */
export function resolvePins(
  requests: readonly PinRequest[],
  asked: { installables: readonly string[]; evaluated: readonly EvaluatedInstallable[] },
  workspace: string
): { pins: WantedPin[]; notes: string[] } {
  const pins: WantedPin[] = []
  const notes: string[] = []
  for (const { name, path } of requests) {
    const evaluated = asked.evaluated.find(({ installable }) => installable === path)
    const outputs = evaluated?.outputs ?? []
    const output = outputs.find((output) => output.name === 'out') ?? outputs[0]
    if (output !== undefined) pins.push({ name, storePath: output.path, isByHand: true })
    else if (asked.installables.includes(path)) notes.push(stays(name, path))
    else pins.push({ name, storePath: pinnedPath(name, path, workspace), isByHand: true })
  }
  return { pins, notes }
}

/** Throws STORE_PATH_INVALID, which says which pin it is. */
function pinnedPath(name: string, path: string, workspace: string): string {
  try {
    return toStorePath(path, workspace)
  } catch (error) {
    if (!(error instanceof NarPublishError)) throw error
    throw error.with({
      subject: `pin ${quote(name)}, ${quote(path)}`,
      reason: `it is none of this run’s installables, and as a path: ${error.reason}`,
      hint: 'Give a store path, a link to one, or one of the lines of `flake-attribute` just as it is written there.'
    })
  }
}

/** By hand counts more, and what is unpinned is not pinned. */
export function mergePins(
  wanted: readonly WantedPin[],
  unpinned: readonly string[] = []
): WantedPin[] {
  const byName = new Map<string, WantedPin>()
  for (const pin of wanted) {
    if (byName.get(pin.name)?.isByHand !== true) byName.set(pin.name, pin)
  }
  return [...byName.values()].filter(({ name }) => !unpinned.includes(name))
}

/**
 * Of the pins that were asked for, those whose path this run brings or the target holds. Throws PIN_UNKNOWN_PATH for one that was asked
 * for by hand and cannot be; when that is because its build failed, the build's error is enough.
 */
export async function settlePins(
  ready: ReadyToCommit,
  wanted: readonly WantedPin[]
): Promise<SettledPins> {
  const available = new Set([
    ...ready.packed.map(({ info }) => info.storePath),
    ...ready.toSign.map(({ storePath }) => storePath),
    ...ready.held
  ])
  const others = wanted.filter(({ storePath }) => !available.has(storePath))
  const texts =
    others.length === 0
      ? new Map<string, string>()
      : await ready.before.readNarInfos(
          others.map(({ storePath }) => parseStorePath(storePath).hash)
        )
  const droppedPaths = new Map(ready.dropped.map((path) => [path.storePath, path]))
  const artifacts = pathsOf(ready)
  const settled: SettledPins = { pins: [], notes: [] }
  for (const { name, storePath, isByHand } of wanted) {
    const text = texts.get(parseStorePath(storePath).hash)
    const isHeld = text !== undefined && readNarInfo(text, storePath) !== null
    if (available.has(storePath) || isHeld) {
      settled.pins.push({ name, storePath })
      continue
    }
    const skipped = droppedPaths.get(storePath)
    const isFailed = skipped === undefined && ready.failures.length > 0 && artifacts.has(storePath)
    if (isFailed) settled.notes.push(stays(name, storePath))
    else if (isByHand) throw pinUnknownPath(name, storePath, skipped?.detail)
    else
      settled.notes.push(
        `${quote(name)} is not pinned: ${storePath} is left out (${skipped?.detail ?? 'it was not built'}).`
      )
  }
  return settled
}

/** For who commits: its job takes of another job only pins of what that was to build. Throws PIN_UNKNOWN_PATH. */
export async function settlePackedPins(packed: Packed): Promise<SettledPins> {
  const { wantedPins } = packed
  const artifacts = pathsOf(packed)
  for (const { name, storePath } of wantedPins) {
    if (artifacts.has(storePath)) continue
    throw new NarPublishError({
      code: 'PIN_UNKNOWN_PATH',
      subject: `pin ${quote(name)}`,
      reason: `${storePath} is none of what this job was asked for, and \`phase: pack\` pins nothing else`,
      terminal: {
        reason: `${storePath} is none of what was asked for, and \`phase: pack\` pins nothing else`
      }
    })
  }
  return settlePins(packed, wantedPins)
}

function pathsOf({ artifacts }: Pick<ReadyToCommit, 'artifacts'>): Set<string> {
  return new Set(artifacts.map(({ storePath }) => storePath))
}

export function pinUnknownPath(name: string, storePath: string, detail?: string): NarPublishError {
  return new NarPublishError({
    code: 'PIN_UNKNOWN_PATH',
    subject: `pin ${quote(name)}`,
    reason: `the target does not hold ${storePath}, and this run ${detail === undefined ? 'does not publish it' : `leaves it out: ${detail}`}`
  })
}

function stays(name: string, path: string): string {
  return `The pin ${quote(name)} stays as it was: ${quote(path)} could not be built.`
}

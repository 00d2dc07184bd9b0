import { NarPublishError } from '../errors.ts'
import { checkPinName } from '../pins/name.ts'
import type { Pin } from '../pins/pin.ts'
import { quote, shortList } from '../text.ts'

/** An entry of `byName`. */
export interface NamedPath {
  subflake: string
  /** null: neither the results nor this machine's store say it. */
  system: string | null
  name: string
  storePath: string
}

export interface NamedPins {
  pins: Pin[]
  /** Sentences about what is not pinned as one might expect. */
  notes: string[]
  /** Entries that get no pin. */
  failures: { installable: string; error: NarPublishError }[]
}

/** So many subflakes are told in one sentence. */
const longestList = 20

/** The subflake of a flake that has no others. */
const rootSubflake = 'ROOT'

/**
 * `<prefix>-<system>-<name>` for each entry. A name that two subflakes have for different paths stays that of ROOT; the other ones are
 * pinned as `<prefix>-<system>-<subflake>-<name>`, so that none takes another's place. Throws PIN_NAME_INVALID.
 */
export function namePins(entries: readonly NamedPath[], prefix: string): NamedPins {
  const result: NamedPins = { pins: [], notes: [], failures: [] }
  const groups = Map.groupBy(entries, ({ system, name }) => JSON.stringify([system, name]))
  const taken = new Map<string, string>()
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue
    const { system, name } = first
    if (system === null) {
      result.failures.push(...[first, ...others].map(systemUnknown))
      continue
    }
    const isShared = others.some(({ storePath }) => storePath !== first.storePath)
    if (isShared) {
      const subflakes = [first, ...others].map(({ subflake }) => quote(subflake))
      result.notes.push(
        `The subflakes ${shortList(subflakes, longestList)} have different packages for ${system} that are named ${quote(name)}: all are published, and pinned with the subflake in the name (but for ${rootSubflake}).`
      )
    }
    for (const { subflake, storePath } of isShared ? [first, ...others] : [first]) {
      const isPlain = !isShared || subflake === rootSubflake
      const pin = [prefix, system, ...(isPlain ? [] : [subflake]), name].join('-')
      checkPinName(pin, `om-results, subflake ${quote(subflake)}`)
      const other = taken.get(pin)
      if (other === storePath) continue
      if (other !== undefined) {
        result.notes.push(`${quote(pin)} is the pin of ${other} already: ${storePath} gets none.`)
        continue
      }
      taken.set(pin, storePath)
      result.pins.push({ name: pin, storePath })
    }
  }
  return result
}

function systemUnknown({ name, storePath }: NamedPath): NamedPins['failures'][number] {
  return {
    installable: storePath,
    error: new NarPublishError({
      code: 'OM_RESULTS_INVALID',
      subject: storePath,
      reason: `the results are of several systems and do not say which one ${quote(name)} is for, nor does this machine's store, so that it gets no pin`,
      hint: 'Run `om ci` for one system at a time, or give `pin-prefix: none`.'
    })
  }
}

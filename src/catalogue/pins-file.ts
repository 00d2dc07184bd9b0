import { z } from 'zod'
import { attempt } from '../errors.ts'
import type { Pin } from '../pins/pin.ts'
import { compareBytes } from './byte-order.ts'
import { parseAs, parseJson } from './parse-file.ts'
import { pinsPath } from './shard-name.ts'

/** Pins of the file. */
const mostPins = 1000

const shape = z.strictObject({
  pins: z.array(z.tuple([z.string(), z.string()])),
  omitted: z.int().nonnegative()
})

/** The file's text: JSON, a line for each pin, sorted by name; null: there are no pins, and no file. */
export function formatPins(pins: readonly Pin[]): Buffer | null {
  if (pins.length === 0) return null
  const lines = [...pins]
    .sort((a, b) => compareBytes(a.name, b.name) || compareBytes(a.storePath, b.storePath))
    .slice(0, mostPins)
    .map(({ name, storePath }) => JSON.stringify([name, storePath]))
  return Buffer.from(
    `{"pins":[\n${lines.join(',\n')}\n],"omitted":${pins.length - lines.length}}\n`
  )
}

/** Whether `formatPins` can have written it, so that it may go when there are no pins. */
export function isPinsFile(content: Uint8Array): boolean {
  return attempt(() => Boolean(parseAs(shape, parseJson(content, pinsPath), pinsPath)), false)
}

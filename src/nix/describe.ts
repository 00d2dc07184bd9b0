import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isStorePath } from '../store-path.ts'
import type { EvaluatedInstallable } from './types.ts'

/** Nix code: what is known of any derivation. */
export const describeExpression = readFileSync(new URL('./describe.nix', import.meta.url), 'utf8')

/** The same, told of its .drv as soon as that is in the store, while Nix itself keeps it there; see holdTraced. */
export const describeAndTellExpression = `(value: let told = (${describeExpression}) value; in if told ? drvPath then builtins.trace told.drvPath told else told)`

/** What that tells. */
export const description = z.object({
  name: z.string(),
  drvPath: z.string(),
  system: z.string(),
  pname: z.string(),
  version: z.string().nullable(),
  mainProgram: z.string().nullable(),
  /** Of all of them, in the derivation's order. */
  outputs: z.array(z.object({ name: z.string(), path: z.string() })).min(1),
  /** The one that the attribute stands for (`pkg.dev`); null: for the derivation. */
  specified: z.string().nullable()
})
export const noDerivation = z.object({
  notDerivation: z.string(),
  attributes: z.array(z.string()).default([])
})
/** What describe.nix says of anything. */
export const described = z.union([description, noDerivation])
export type Described = z.infer<typeof described>

/** A derivation with the wanted outputs (as after `^`; null: nothing is said), or why it is none that can be published. */
export function readEvaluated(
  read: Described,
  installable: string,
  outputs: readonly string[] | null
): EvaluatedInstallable | string {
  if ('notDerivation' in read) return noDerivationReason(read)
  const { specified, ...described } = read
  const wanted = outputs ?? (specified === null ? ['*'] : [specified])
  const unknown = wanted.find(
    (name) => name !== '*' && !read.outputs.some((output) => output.name === name)
  )
  if (unknown !== undefined) {
    return `it has no output "${unknown}"; it has ${read.outputs.map(({ name }) => name).join(', ')}`
  }
  const unpredictable = read.outputs.find(({ path }) => !isStorePath(path))
  if (unpredictable !== undefined) {
    return (
      `its output "${unpredictable.name}" is ${JSON.stringify(unpredictable.path)}, no path in /nix/store: ` +
      'content-addressed derivations and other store directories are not supported'
    )
  }
  return {
    ...described,
    installable,
    outputs: read.outputs.filter(({ name }) => wanted.includes(name) || wanted.includes('*'))
  }
}

export function noDerivationReason({
  notDerivation,
  attributes
}: z.infer<typeof noDerivation>): string {
  return `it is a ${notDerivation}, not a derivation${whatItHas('it', attributes)}`
}

/** `; it has a, b, …`, or nothing. */
export function whatItHas(owner: string, attributes: readonly string[]): string {
  const few = attributes.slice(0, 10)
  if (few.length === 0) return ''
  return `; ${owner} has ${few.join(', ')}${attributes.length > few.length ? ', …' : ''}`
}

import { NarPublishError } from '../errors.ts'
import { hasControlCharacter } from '../harmless.ts'
import { isStorePath } from '../store-path.ts'

/** An installable as Nix is asked for it, and which of its outputs are wanted. */
interface ParsedInstallable {
  /** What goes after `--`: without `^…`, which `nix eval` does not take in every version. */
  reference: string
  /** `*` among them: all. null: nothing is said, and the attribute tells. */
  outputs: string[] | null
}

// Nix's own rule for what follows the last `^` (libstore/outputs-spec.cc): `*`, or names with commas.
const outputSuffix = /^(?<reference>.*)\^(?<outputs>\*|[\w+.?=-]+(?:,[\w+.?=-]+)*)$/su

/**
 * Takes `.#hello^out,dev` apart. Throws ATTRIBUTE_INVALID for what is empty, would be an option to Nix, or holds control
 * characters: everything else is data, and Nix itself judges it.
 */
export function parseInstallable(installable: string): ParsedInstallable {
  const invalid = (reason: string, hint?: string): NarPublishError =>
    new NarPublishError({
      code: 'ATTRIBUTE_INVALID',
      subject: JSON.stringify(installable.slice(0, 300)),
      reason,
      hint
    })

  if (hasControlCharacter(installable))
    throw invalid('it holds a control character or a line break')
  const suffix = outputSuffix.exec(installable)?.groups
  const reference = suffix?.['reference'] ?? installable
  const outputs = suffix?.['outputs']
  if (reference.trim() === '') throw invalid('it is empty')
  if (reference.startsWith('-')) throw invalid('it starts with a dash, as an option does')
  if (isStorePath(reference)) {
    throw invalid('it is a store path', 'Store paths need no evaluation: give them as `paths`.')
  }
  return {
    reference,
    outputs: outputs?.split(',') ?? null
  }
}

import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hashTexts, type Digest } from '../binary-cache/digest.ts'
import type { Derivation } from '../nix/derivations.ts'
import { closureOf } from './definitions.ts'
import { applyEdits } from './literals/edit.ts'
import { graphOf, type DyedEvaluation } from './dyed-evaluation.ts'
import { attributeTexts } from './roles.ts'
import type { Edit } from './types.ts'
import type { Workshop } from './workshop.ts'

interface Built {
  system: string
  drvPath: string
}

/** Whether a source in the store that one of these derivations is built from holds one of these files as the copy has it. */
export async function dyesInSources(
  shop: Workshop,
  evaluation: DyedEvaluation,
  built: readonly Built[],
  files: ReadonlySet<string>
): Promise<boolean> {
  const sources = new Set(neededFor(evaluation, built).flatMap(({ inputSrcs }) => inputSrcs))
  const edits: Edit[] = [...evaluation.replacements].map(([span, replacement]) => ({
    ...span,
    replacement
  }))
  for (const { path, text } of shop.files) {
    if (!files.has(path)) continue
    const dyed = Buffer.from(
      applyEdits(
        text,
        edits.filter(({ file }) => file === path)
      )
    )
    for (const source of sources) if (await holdsFile(source, path, dyed)) return true
  }
  return false
}

/** Whether one of these derivations, or what it is built from, has one of these digests in its texts: an image's digest, say. */
export function digestsInTexts(
  evaluation: DyedEvaluation,
  built: readonly Built[],
  digests: readonly Digest[]
): boolean {
  const wanted = new Set(digests.flatMap(hashTexts))
  const isIn = (text: string): boolean =>
    [...text.matchAll(/(?<![\w+/])[\w+/]{26,128}={0,2}/g)].some(([word]) => wanted.has(word))
  return (
    wanted.size > 0 &&
    neededFor(evaluation, built).some((derivation) =>
      [...derivation.args, ...attributeTexts(derivation).map(([, text]) => text)].some(isIn)
    )
  )
}

/** All of them and what they need, each once for each system. */
function neededFor(evaluation: DyedEvaluation, built: readonly Built[]): Derivation[] {
  return [...Map.groupBy(built, ({ system }) => system)].flatMap(([system, of]) => [
    ...closureOf(
      graphOf(evaluation, system),
      of.map(({ drvPath }) => drvPath)
    )
  ])
}

/** The source may be the checkout, one of its folders or the file itself. */
async function holdsFile(source: string, path: string, content: Buffer): Promise<boolean> {
  const parts = path.split('/')
  const places = parts.map((_, index) => join(source, ...parts.slice(index)))
  for (const place of [...places, source]) {
    const found = await stat(place).catch(() => null)
    if (found?.isFile() === true && found.size === content.length) {
      if ((await readFile(place)).equals(content)) return true
    }
  }
  return false
}

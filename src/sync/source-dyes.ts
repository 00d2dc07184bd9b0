import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { closureOf } from './definitions.ts'
import { applyEdits } from './literals/edit.ts'
import { graphOf, type DyedEvaluation } from './dyed-evaluation.ts'
import type { Edit } from './types.ts'
import type { Workshop } from './workshop.ts'

/** Whether a source in the store that one of these derivations is built from holds one of these files as the copy has it. */
export async function dyesInSources(
  shop: Workshop,
  evaluation: DyedEvaluation,
  built: readonly { system: string; drvPath: string }[],
  files: ReadonlySet<string>
): Promise<boolean> {
  const sources = new Set(
    built.flatMap(({ system, drvPath }) =>
      [...closureOf(graphOf(evaluation, system), [drvPath])].flatMap(({ inputSrcs }) => inputSrcs)
    )
  )
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

import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { applyEdits } from './literals/edit.ts'
import type { DyedEvaluation } from './dyed-evaluation.ts'
import type { Edit } from './types.ts'
import type { Workshop } from './workshop.ts'

/** Whether a source in the store that one of these derivations is built from holds one of these files as the copy has it. */
export async function dyesInSources(
  shop: Workshop,
  { graphs, replacements }: DyedEvaluation,
  built: readonly { system: string; drvPath: string }[],
  files: ReadonlySet<string>
): Promise<boolean> {
  const sources = new Set<string>()
  for (const { system, drvPath } of built) {
    for (const source of sourcesOf(graphs.get(system) ?? new Map(), drvPath)) sources.add(source)
  }
  const edits: Edit[] = [...replacements].map(([span, replacement]) => ({ ...span, replacement }))
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

function sourcesOf(
  graph: ReadonlyMap<string, { inputDrvs: ReadonlyMap<string, string[]>; inputSrcs: string[] }>,
  drvPath: string
): Set<string> {
  const sources = new Set<string>()
  const seen = new Set<string>()
  const pending = [drvPath]
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const derivation = graph.get(path)
    if (derivation === undefined || seen.has(path)) continue
    seen.add(path)
    for (const source of derivation.inputSrcs) sources.add(source)
    pending.push(...derivation.inputDrvs.keys())
  }
  return sources
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

import { realiseFixedOutputs } from '../nix/fixed-outputs.ts'
import { readDerivations } from '../nix/derivations.ts'
import { editsOf } from './change.ts'
import { searchedTexts } from './searched-texts.ts'
import { mainSources } from './sources.ts'
import type { SyncChange, VersionLiteral } from './types.ts'
import { textsInSource } from './upstream-texts.ts'
import type { Occurrence } from './version-trials.ts'
import { evaluateCopy, replacementsOf, writeCopy, type Workshop } from './workshop.ts'

/** A text of upstream's that the package looks for, with the old version at an occurrence and with the new one. */
export interface Pattern {
  literal: VersionLiteral
  old: string
  new: string
  files: readonly string[]
}

/** Those of occurrences that show in nothing but the package's own scripts. */
export function patternsOf(occurrences: readonly Occurrence[]): Pattern[] {
  return occurrences.flatMap(({ literal, shown }) => {
    if (shown.some(({ kind }) => kind !== 'own')) return []
    return shown.flatMap((one) => {
      const [old, now] = [searchedTexts(one.old), searchedTexts(one.new)]
      return now.flatMap(({ text, files }, index) => {
        const was = old[index]?.text
        return was === undefined || was === text ? [] : [{ literal, old: was, new: text, files }]
      })
    })
  })
}

/**
 * Which of the patterns the new source has as it was, and not with the new version: the version in it is somebody else's, such as a
 * dependency's in a requirements file. The source is fetched for that, when there are any patterns.
 */
export async function stillSearched(
  shop: Workshop,
  change: SyncChange,
  occurrences: readonly Occurrence[]
): Promise<Pattern[]> {
  const patterns = patternsOf(occurrences)
  const sources = patterns.length === 0 ? [] : await newSources(shop, change)
  if (sources.length === 0) return []
  const found: Pattern[] = []
  for (const pattern of patterns) {
    const { old, new: now, files } = pattern
    const env = shop.environment.childEnvironment
    const held = new Set<string>()
    for (const source of sources)
      for (const text of (await textsInSource(source, [old, now], files, env)) ?? []) held.add(text)
    if (held.has(old) && !held.has(now)) found.push(pattern)
  }
  return found
}

/** What this machine's package is made of, with the change made; none where that does not evaluate, which is said elsewhere. */
async function newSources(shop: Workshop, change: SyncChange): Promise<string[]> {
  const system = shop.environment.runnerSystem
  if (!shop.systems.includes(system)) return []
  await writeCopy(shop, replacementsOf(editsOf(change)))
  const evaluated = await evaluateCopy(shop, system)
  if (!('drvPath' in evaluated)) return []
  const graph = await readDerivations(shop.nix, [evaluated.drvPath])
  const sources = mainSources(evaluated.drvPath, graph, evaluated.version)
  const round = await realiseFixedOutputs(
    shop.nix,
    sources.map(({ drvPath }) => drvPath),
    shop.log
  )
  return sources.flatMap(({ drvPath, outputs }) => {
    const path = outputs.get('out')?.path ?? null
    return round.get(drvPath)?.kind === 'valid' && path !== null ? [path] : []
  })
}

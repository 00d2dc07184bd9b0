import { readFile } from 'node:fs/promises'
import { basename, dirname, normalize } from 'node:path/posix'
import type { Bumped } from '../bump.ts'
import { closureOf } from '../definitions.ts'
import { graphOf } from '../dyed-evaluation.ts'
import { applyEdits } from '../literals/edit.ts'
import type { Traced } from '../trace.ts'
import type { TextFile } from '../types.ts'
import type { Workshop } from '../workshop.ts'
import { isDependencyFile } from './known-files.ts'

/**
 * Files of dependencies that the package reads: one of their hashes feeds it, one of its own Nix files names them, or evaluation has put
 * them into the store for it, as they were written then: another package's lock file goes by the same name.
 */
export async function filesRead(
  shop: Workshop,
  traced: Traced,
  bumped: Bumped
): Promise<TextFile[]> {
  const known = shop.files.filter(({ path }) => isDependencyFile(path))
  if (known.length === 0) return []
  const feeding = new Set(traced.hashes.map(({ literal }) => literal.file))
  const own = ownNixFiles(shop, traced, bumped)
  const named = new Set(own.flatMap(pathsIn))
  const stored = storedFiles(shop, bumped)
  const edits = Map.groupBy(
    [...bumped.evaluation.replacements].map(([span, replacement]) => ({ ...span, replacement })),
    ({ file }) => file
  )
  const found: TextFile[] = []
  for (const file of known) {
    const { path, text } = file
    const isStored = async (): Promise<boolean> => {
      const written = applyEdits(text, edits.get(path) ?? [])
      for (const one of stored.get(basename(path)) ?? [])
        if ((await readFile(one, 'utf8').catch(() => null)) === written) return true
      return false
    }
    if (feeding.has(path) || named.has(path) || (await isStored())) found.push(file)
  }
  return found
}

/** Nix files that say something of the package: its version, one of its hashes, or all of it. */
export function ownNixFiles(
  { files, project }: Pick<Workshop, 'files' | 'project'>,
  { hashes }: Traced,
  { versions }: Pick<Bumped, 'versions'>
): TextFile[] {
  const own = new Set([
    project.packageFile,
    ...hashes.map(({ literal }) => literal.file),
    ...versions.map(({ file }) => file)
  ])
  return files.filter(({ path }) => path.endsWith('.nix') && own.has(path))
}

/** Repository paths that a Nix file names, seen from its folder: `./deps.json`, `../Cargo.lock`, `./. + "/deps.json"`. */
function pathsIn({ path, text }: TextFile): string[] {
  const names = text.matchAll(/(?<![\w.+/-])((?:\.{1,2}\/|\/)?[\w.+-]+(?:\/[\w.+-]+)*\.\w+)/g)
  return [...names].map(([name]) => normalize(`${dirname(path)}/${name}`))
}

/** What evaluation put into the store for the package, by its name: `/nix/store/…-package-lock.json`. */
function storedFiles({ systems }: Workshop, { evaluation }: Bumped): Map<string, string[]> {
  const sources = systems.flatMap((system) => {
    const evaluated = evaluation.packages.get(system)
    if (evaluated === undefined) return []
    return [...closureOf(graphOf(evaluation, system), [evaluated.drvPath])].flatMap(
      ({ inputSrcs }) => inputSrcs
    )
  })
  return Map.groupBy(new Set(sources), (source) => basename(source).replace(/^[^-]+-/, ''))
}

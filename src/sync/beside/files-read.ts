import { basename, dirname, normalize } from 'node:path/posix'
import type { Bumped } from '../bump.ts'
import { closureOf } from '../definitions.ts'
import { graphOf } from '../dyed-evaluation.ts'
import type { Traced } from '../trace.ts'
import type { TextFile } from '../types.ts'
import type { Workshop } from '../workshop.ts'
import { isDependencyFile } from './known-files.ts'

/**
 * Files of dependencies that the package reads: one of their hashes feeds it, one of its own Nix files names them, or they are put into
 * the store for it.
 */
export function filesRead(shop: Workshop, traced: Traced, bumped: Bumped): TextFile[] {
  const known = shop.files.filter(({ path }) => isDependencyFile(path))
  if (known.length === 0) return []
  const feeding = new Set(traced.hashes.map(({ literal }) => literal.file))
  const own = ownNixFiles(shop, traced, bumped)
  const named = new Set(own.flatMap(pathsIn))
  const stored = storedNames(shop, bumped)
  return known.filter(
    ({ path }) => feeding.has(path) || named.has(path) || stored.has(basename(path))
  )
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
  const names = text.matchAll(/(?<![\w.])((?:\.{1,2}\/|\/)?[\w.+-]+(?:\/[\w.+-]+)*\.\w+)/g)
  return [...names].map(([name]) => normalize(`${dirname(path)}/${name}`))
}

/** Names of the files that evaluation put into the store for the package: `/nix/store/…-package-lock.json`. */
function storedNames({ systems }: Workshop, { evaluation }: Bumped): Set<string> {
  const sources = systems.flatMap((system) => {
    const evaluated = evaluation.packages.get(system)
    if (evaluated === undefined) return []
    return [...closureOf(graphOf(evaluation, system), [evaluated.drvPath])].flatMap(
      ({ inputSrcs }) => inputSrcs
    )
  })
  return new Set(sources.map((source) => basename(source).replace(/^[^-]+-/, '')))
}

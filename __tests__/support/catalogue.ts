import { changeBadges } from '../../src/catalogue/change-badges.ts'
import { emptyCatalogue } from '../../src/catalogue/catalogue.ts'
import { changeWhole } from '../../src/catalogue/change-whole.ts'
import { newestRows, type PinnedPaths } from '../../src/catalogue/newest.ts'
import { artifactLines, formatRow } from '../../src/catalogue/row-shape.ts'
import type { Catalogue, CatalogueRow, ShownCatalogue } from '../../src/catalogue/types.ts'
import { isCatalogueFile, wholeCatalogue } from '../../src/catalogue/whole.ts'
import type { Pin } from '../../src/pins/pin.ts'
import type { GitHubServer } from './github/server.ts'

const noPins: PinnedPaths = new Set()

/** Pins of these paths, by some names. */
export function pinsOn(paths: Iterable<string>): Pin[] {
  return [...paths].map((storePath) => ({ name: `pin of ${storePath}`, storePath }))
}

/** The files of a catalogue as publishes leave them, by path. */
export function catalogueFiles(
  catalogue: Catalogue,
  pins: readonly Pin[] = []
): Map<string, Buffer> {
  return changeWhole(new Map(), catalogue, pins).files
}

/** Its badges, in a branch that has none. */
export async function badgesOf(
  catalogue: Catalogue,
  pins: readonly Pin[] = []
): Promise<Map<string, Buffer>> {
  const nothing = {
    itemsAt: () => Promise.resolve(new Map()),
    itemsIn: () => Promise.resolve(new Map())
  }
  const { badges } = changeWhole(new Map(), catalogue, pins)
  return (
    await changeBadges(
      { ...nothing, readFiles: () => Promise.resolve(new Map<string, Buffer>()) },
      badges
    )
  ).files
}

/** What a README shows of it. */
export function shown({ rows, publicKeys }: Catalogue, pins = noPins): ShownCatalogue {
  return { newest: newestRows(rows, pins), artifacts: rows.length, publicKeys }
}

/** The catalogue among the files of a branch. */
export function catalogueAmong(files: ReadonlyMap<string, Buffer | string>): Catalogue {
  const own = [...files].filter(([path]) => isCatalogueFile(path))
  const contents = own.map(([path, content]) => [path, Buffer.from(content)] as const)
  return wholeCatalogue(new Map(contents)) ?? emptyCatalogue
}

/** Files of a branch with another catalogue in the place of theirs. */
export function withCatalogue(
  files: Map<string, Buffer>,
  catalogue: Catalogue,
  pins: readonly Pin[] = []
): Map<string, Buffer> {
  for (const path of [...files.keys()].filter(isCatalogueFile)) files.delete(path)
  for (const [path, content] of catalogueFiles(catalogue, pins)) files.set(path, content)
  return files
}

/** The catalogue of a branch or commit. */
export async function readCatalogue(
  github: GitHubServer,
  repository: string,
  ref: string
): Promise<Catalogue> {
  const paths = (await github.listFiles(repository, ref)).filter(isCatalogueFile)
  const files = await Promise.all(
    paths.map(async (path) => {
      const content = await github.readFile(repository, ref, path)
      return [path, content ?? Buffer.alloc(0)] as const
    })
  )
  return catalogueAmong(new Map(files))
}

/** `catalogue.json` as nar-publish wrote it before there were shards. */
export function version1({ rows, publicKeys }: Catalogue): string {
  const keys = JSON.stringify(publicKeys)
  const lines = rows.map((row) => {
    const known = Object.entries(JSON.parse(formatRow(row)) as CatalogueRow)
    const isOld = ([field]: [string, unknown]): boolean =>
      !['closureSize', 'refersTo'].includes(field)
    return JSON.stringify(Object.fromEntries(known.filter(isOld)))
  })
  return `{\n  "version": 1,\n  "publicKeys": ${keys},\n${artifactLines(lines)}\n}\n`
}

/** What of a catalogue of version 1 is known once it is taken over. */
export function takenOver({ rows, publicKeys }: Catalogue): Catalogue {
  return { publicKeys, rows: rows.map((row) => ({ ...row, closureSize: null, refersTo: [] })) }
}

/** The page with a catalogue that nobody published: of thousands of artifacts, or of somebody's making. */
import type { CacheDescription, CatalogueRow } from '../../src/catalogue/types.ts'
import { cachePage } from '../../src/page/page.ts'
import { catalogueFiles } from './catalogue.ts'
import { inventedStorePath } from './publisher-process.ts'

const words = (
  'agent amber anchor apple atlas badge basil beacon birch bridge cedar chart cinder clover comet coral crane delta ' +
  'ember falcon fern flint forge gala garnet glade harbor hazel heron indigo iris ivory jade juniper kestrel lantern larch ' +
  'linden lotus maple marble meadow mint nectar nimbus oak olive onyx opal orchid osprey otter pebble pepper petal pine'
).split(' ')
const systems = ['x86_64-linux', 'aarch64-linux', 'aarch64-darwin', 'x86_64-darwin']

/** So many names, each with one row, sorted as a publish leaves them. The same each time. */
export function inventedRows(count: number): CatalogueRow[] {
  const rows = Array.from({ length: count }, (_, index) => {
    const [first, second] = [words[index % words.length], words[(index * 7) % words.length]]
    const day = new Date(Date.UTC(2024, 0, 1) + (index % 1000) * 86_400_000).toISOString()
    return inventedRow(`${first}-${second}-${index}`, `${index % 9}.${index % 31}.${index % 7}`, {
      system: systems[index % systems.length] ?? '',
      fileSize: 10_000 + index * 91,
      publishedAt: `${day.slice(0, 10)}T08:00:00Z`
    })
  })
  return rows.sort((a, b) => (a.name < b.name ? -1 : 1))
}

export function inventedRow(
  name: string,
  version: string,
  rest: Partial<CatalogueRow> = {}
): CatalogueRow {
  const { system = 'x86_64-linux', fileSize = 1_000 } = rest
  const storePath = inventedPath(`${name}-${version}`, system)
  return {
    ...{ name, version, system, output: 'out', attribute: `.#${name}`, storePath },
    ...{ nar: `nar/aa/${storePath.slice(11, 43)}.nar.zst`, fileSize, narSize: fileSize * 3 },
    ...{ closureSize: fileSize * 9, references: 0, refersTo: [], mainProgram: null },
    ...{ closures: ['binary'], publishedAt: '2026-11-21T04:05:06Z' },
    source: { repository: 'alice/source', revision: 'a'.repeat(40) },
    runUrl: 'https://github.com/alice/source/actions/runs/4711',
    ...rest
  }
}

/** A store path that no Nix has made. */
function inventedPath(name: string, system: string): string {
  const [, hash = ''] = inventedStorePath(`${system}:${name}`).split(/[/-]/).slice(2)
  return `/nix/store/${hash}-${name.replaceAll(/[^\w+.?=-]/g, '_').slice(0, 150)}`
}

export const inventedCache: CacheDescription = {
  substituterUrl: 'https://alice.github.io/store',
  servedBy: 'pages',
  login: null,
  repository: 'alice/store',
  branch: 'main',
  webUrl: (path) => `https://github.com/alice/store/blob/main/${path}`
}
const publicKeys = ['store-1:fGr4MR1G1UpOTxDe4rCkEtYwIUN5TuxeCZxSmOnlhEs=']

/** The files that the page reads, and the page. */
export function inventedSite(
  rows: readonly CatalogueRow[],
  description: CacheDescription = inventedCache
): Map<string, Buffer> {
  return new Map([
    ...catalogueFiles({ rows, publicKeys }),
    ['index.html', cachePage(description, publicKeys)],
    ['404.html', Buffer.from('not here')]
  ])
}

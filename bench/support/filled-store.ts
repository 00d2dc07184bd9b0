import { createHash } from 'node:crypto'
import { formatCacheInfo } from '../../src/binary-cache/cache-info.ts'
import { formatSha256 } from '../../src/binary-cache/hash.ts'
import { narCachePath } from '../../src/binary-cache/nar-name.ts'
import { formatNarInfo } from '../../src/binary-cache/narinfo.ts'
import { placeBlock } from '../../src/catalogue/readme.ts'
import { renderReadmeBlock } from '../../src/catalogue/readme-block.ts'
import type { CatalogueRow } from '../../src/catalogue/types.ts'
import { catalogueFiles, shown, version1 } from '../../__tests__/support/catalogue.ts'
import { inventedStorePath } from '../../__tests__/support/publisher-process.ts'

/** Real NARs are larger; here they only have to be so many. Text, because a tree call takes that without a blob of its own. */
const narBytes = 2048

/**
 * The files of a store that `artifacts` publishes have left behind: each an artifact and a library of its own. Path → content. `format`: of
 * its catalogue.
 */
export function filledStore(artifacts: number, format: 1 | 2 = 2): Map<string, string> {
  const files = new Map([['nix-cache-info', formatCacheInfo()]])
  const rows: CatalogueRow[] = []
  for (let index = 0; index < artifacts; index++) {
    const library = addPath(files, `lib-tool${index}-1.0`, [])
    const tool = addPath(files, `tool${index}-1.0`, [library.storePath])
    rows.push({
      name: `tool${index}`,
      version: '1.0',
      system: 'x86_64-linux',
      output: 'out',
      attribute: `.#tool${index}`,
      ...tool,
      narSize: narBytes,
      fileSize: narBytes,
      closureSize: 2 * narBytes,
      references: 1,
      refersTo: [library.storePath.slice('/nix/store/'.length).slice(0, 32)],
      mainProgram: null,
      closures: ['binary'],
      source: { repository: 'alice/source', revision: sha256(`revision ${index}`).slice(0, 40) },
      publishedAt: '2026-11-21T04:05:06Z',
      runUrl: `https://github.com/alice/source/actions/runs/${1_000_000_000 + index}`
    })
  }
  // Sorted, as a publish leaves them.
  rows.sort((a, b) => (a.name < b.name ? -1 : 1))
  const catalogue = { rows, publicKeys: [] }
  if (format === 1) files.set('catalogue.json', version1(catalogue))
  else for (const [path, content] of catalogueFiles(catalogue)) files.set(path, content.toString())
  const block = renderReadmeBlock(shown(catalogue), {
    substituterUrl: 'https://raw.githubusercontent.com/alice/store/main',
    servedBy: 'raw',
    login: null,
    repository: 'alice/store',
    branch: 'main',
    webUrl: (path) => `https://github.com/alice/store/blob/main/${path}`
  })
  files.set('README.md', placeBlock(null, block, 'alice/store').toString())
  return files
}

function addPath(
  files: Map<string, string>,
  name: string,
  references: readonly string[]
): { storePath: string; nar: string } {
  const storePath = inventedStorePath(name)
  const content = noise(name)
  const hash = formatSha256(createHash('sha256').update(content).digest())
  const url = narCachePath(hash, name.replace(/-1\.0$/, ''), 'none')
  const known = { deriver: null, signatures: [], ca: null }
  const sizes = { fileHash: hash, fileSize: narBytes, narHash: hash, narSize: narBytes }
  const baseNames = references.map((path) => path.slice('/nix/store/'.length))
  files.set(
    `${storePath.slice('/nix/store/'.length).slice(0, 32)}.narinfo`,
    formatNarInfo({
      storePath,
      url,
      compression: 'none',
      references: baseNames,
      ...sizes,
      ...known
    })
  )
  files.set(url, content)
  return { storePath, nar: url }
}

/** Text that no two paths have in common, and that compresses little. */
function noise(seed: string): string {
  const parts = Array.from({ length: Math.ceil(narBytes / 43) }, (_, index) =>
    createHash('sha256').update(`${seed}:${index}`).digest('base64url')
  )
  return parts.join('').slice(0, narBytes)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mergeCatalogue } from '../../src/catalogue/catalogue.ts'
import type { Catalogue, ShownRow } from '../../src/catalogue/types.ts'
import { pinnedPaths } from '../../src/pins/pin.ts'
import { catalogueFiles, shown, version1 } from '../support/catalogue.ts'
import { serveFolder } from '../support/serve-folder.ts'
import { rowWith } from './support.ts'

// What docs/catalogue.md tells people to run, run: their jq and curl are the machine's.
const page = readFileSync(join(import.meta.dirname, '../../docs/catalogue.md'), 'utf8')
const blocks = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block)
const [inClone = '', byAddress = '', newest = '', ofName = ''] = blocks
const [search = '', referrers = '', history = '', pins = '', ...others] = blocks.slice(4)

const path = (number: number): string => `/nix/store/${String(number).padStart(32, '0')}-x`
const catalogue: Catalogue = mergeCatalogue(
  { rows: [], publicKeys: [] },
  {
    publicKeys: [],
    rows: [
      rowWith(),
      rowWith({ version: '1.0', storePath: path(500) }),
      ...Array.from({ length: 150 }, (_, number) =>
        rowWith({ name: `tool-${number}`, storePath: path(number) })
      )
    ]
  }
)

const pin = { name: 'main', storePath: path(500) }
const folders = ['site', 'old', 'empty']
let scratch: string
const sites = new Map<string, Awaited<ReturnType<typeof serveFolder>>>()

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'catalogue-page-'))
  write('site', catalogueFiles(catalogue, [pin]))
  write('old', new Map([['catalogue.json', Buffer.from(version1(catalogue))]]))
  write('empty', catalogueFiles({ rows: [], publicKeys: [] }))
  for (const folder of folders) sites.set(folder, await serveFolder(join(scratch, folder)))
})

afterAll(() => {
  for (const site of sites.values()) site.close()
  rmSync(scratch, { recursive: true })
})

function write(folder: string, files: ReadonlyMap<string, Buffer>): void {
  for (const [path, content] of files) {
    const file = join(scratch, folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

/** As it was pasted, with the cache's address in the place of an invented one. */
async function run<Answer = ShownRow[]>(block: string, folder = 'site'): Promise<Answer> {
  const script = block.replace(/url=\S+/, () => `url=${sites.get(folder)?.url ?? ''}`)
  // Not synchronously: the sites are served by this process.
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: join(scratch, folder)
  })
  return JSON.parse(stdout) as Answer
}

const pathsOf = (rows: readonly ShownRow[]): string[] =>
  rows.map(({ storePath }) => storePath).sort()

describe('what the page tells people to run', () => {
  test('are eight blocks', () => {
    expect(others).toEqual([])
    expect(pins).not.toBe('')
  })

  test.each(folders)(
    'gives all rows, in a clone and by the cache’s address: %s',
    async (folder) => {
      const rows = folder === 'empty' ? [] : catalogue.rows
      expect(pathsOf(await run(inClone, folder))).toEqual(pathsOf(rows))
      expect(pathsOf(await run(byAddress, folder))).toEqual(pathsOf(rows))
    }
  )

  test('gives what is newest', async () => {
    const rows = shown(catalogue, pinnedPaths([pin])).newest
    // The source has a page.
    expect(
      (await run(newest)).map((row) => ({ ...row, output: row.output ?? 'out', runUrl: null }))
    ).toEqual(rows)
  })

  test('gives the versions of one artifact', async () => {
    expect(await run(ofName)).toEqual(catalogue.rows.filter(({ name }) => name === 'hello'))
  })

  test('gives what search finds', async () => {
    const published = '2026-11-21'
    const found = { version: '2.12.1', published, systems: ['x86_64-linux'] }
    expect(await run<unknown>(search)).toEqual([{ name: 'hello', ...found }])
    const all = await run<{ name: string }[]>(search.replace('word=hell', 'word='))
    expect(all.map(({ name }) => name).sort()).toEqual(
      [...new Set(catalogue.rows.map(({ name }) => name))].sort()
    )
    expect(await run(search, 'empty')).toEqual([])
  })

  test('gives the way back from a store path', async () => {
    const [hash = ''] = catalogue.rows[0]?.refersTo ?? []
    expect(referrers).toContain(`hash=${hash}\n`)
    expect(pathsOf(await run(referrers))).toEqual(pathsOf(catalogue.rows))
    expect(await run(referrers.replace(hash, hash.toUpperCase()))).toEqual([])
  })

  test('gives how the cache has grown, and its pins', async () => {
    const fileSize = catalogue.rows.reduce((sum, row) => sum + row.fileSize, 0)
    expect(await run<unknown>(history)).toEqual([['2026-11-21', 152, fileSize]])
    expect(await run<unknown>(pins)).toEqual([[pin.name, pin.storePath]])
  })
})

import { afterAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  formatListing,
  parseListing,
  readListing,
  writeListing
} from '../../../src/sync/many/listing-file.ts'
import type { ListedPackage, Listing } from '../../../src/sync/many/types.ts'
import { parsePackageReference } from '../../../src/sync/project/package-reference.ts'

const folder = mkdtempSync(join(tmpdir(), 'nar-publish-listing-'))

afterAll(() => {
  rmSync(folder, { recursive: true })
})

function listed(text: string, more: Partial<ListedPackage> = {}): ListedPackage {
  return {
    reference: parsePackageReference(text),
    ...{ name: text.slice(2), version: '1.2.0', source: 'luna/luna on GitHub' },
    ...{ newest: '1.3.0', tag: 'v1.3.0', state: 'outdated', why: null },
    ...more
  }
}

const luna = listed('.#luna')
const docs = listed('.#luna-docs')
const broken = listed('.#"$(x)"', {
  ...{ version: null, newest: null, tag: null, source: null, state: 'failed' },
  why: { code: 'EVALUATION_FAILED', reason: 'error:\n\tno' }
})

const listing: Listing = {
  head: 'a'.repeat(40),
  packages: [luna, docs, broken],
  sets: [
    {
      packages: [luna, docs],
      version: '1.3.0',
      shared: 'version at versions.nix:2',
      machines: [{ system: 'x86_64-linux', systems: ['x86_64-linux', 'aarch64-darwin'] }],
      waits: true
    }
  ],
  counts: { evaluations: 2, requests: 3, gitHubRequests: 3, milliseconds: 1200 },
  notes: ['a note']
}

/** The file with something else in it. */
function altered(change: (file: Record<string, unknown>) => void): string {
  const file = JSON.parse(formatListing(listing)) as Record<string, unknown>
  change(file)
  return JSON.stringify(file)
}

describe('listing.json', () => {
  test('is read as what was written', async () => {
    const file = await writeListing(join(folder, 'out'), listing)
    expect(file).toBe(join(folder, 'out', 'listing.json'))
    expect(await readListing(file)).toEqual(listing)
  })

  test('is written without what its reader refuses', () => {
    const odd = listed('.#odd', { name: `a\u0000b${'x'.repeat(300)}`, tag: 'v\u001b[31m1' })
    const read = parseListing(formatListing({ ...listing, packages: [odd], sets: [] }), 'x')
    expect(read.packages[0]).toMatchObject({ tag: 'v\uFFFD[31m1' })
    expect(read.packages[0]?.name).toHaveLength(200)
  })

  test.each<[string, (file: Record<string, unknown>) => void]>([
    ['one more property', (file) => (file['token'] = 'x')],
    ['another schema', (file) => (file['schemaVersion'] = 2)],
    ['a head that is a branch', (file) => (file['head'] = 'main')],
    ['a set of what is not listed', (file) => (setIn(file)['packages'] = [7])],
    ['a set with a package twice', (file) => (setIn(file)['packages'] = [0, 0])],
    ['a version that is none', (file) => (setIn(file)['version'] = '$(x)')],
    ['a package that is an address', (file) => (packageIn(file)['package'] = 'github:o/r#x')],
    ['two packages of one name', (file) => (packageIn(file)['package'] = '.#luna-docs')],
    ['an escape in a note', (file) => (file['notes'] = ['\u001b[2J'])],
    ['a state that nobody knows', (file) => (packageIn(file)['state'] = 'fine')]
  ])('with %s is refused', (_, change) => {
    expect(() => parseListing(altered(change), 'listing.json')).toThrow(/^COMPUTED_INVALID/)
  })

  test('that is no JSON, or a link to another file, is refused', async () => {
    expect(() => parseListing('{', 'listing.json')).toThrow(/it is not JSON/)
    const link = join(folder, 'link.json')
    symlinkSync(await writeListing(join(folder, 'linked'), listing), link)
    await expect(readListing(link)).rejects.toThrow(/^COMPUTED_INVALID/)
  })
})

function setIn(file: Record<string, unknown>): Record<string, unknown> {
  return (file['sets'] as Record<string, unknown>[])[0] ?? {}
}

function packageIn(file: Record<string, unknown>): Record<string, unknown> {
  return (file['packages'] as Record<string, unknown>[])[0] ?? {}
}

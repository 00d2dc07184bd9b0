import { describe, expect, test } from '@jest/globals'
import { sourceUrls } from '../../src/sync/sources.ts'
import { ownTexts } from '../../src/sync/own-texts.ts'
import type { EvaluatedPackage } from '../../src/sync/types.ts'
import { derivation, digestOf, graphOf, outOf } from './derivation-graph.ts'

const fetched = (name: string, url: string): ReturnType<typeof derivation> =>
  derivation(name, { env: { url }, fixed: digestOf(1) })

const source = fetched('infer.tar.gz', 'https://example.org/infer-1.0.0.tar.gz')
const patch = fetched('fix.patch', 'https://example.org/fix-1.0.0.patch')
const librarySource = fetched('library.tar.gz', 'https://example.org/library-1.0.0.tar.gz')
const library = derivation('library-1.0.0', {
  inputs: [librarySource],
  env: { pname: 'library', version: '1.0.0' }
})
const vendor = derivation('infer-1.0.0-vendor', {
  inputs: [source],
  env: { src: outOf(source) },
  fixed: digestOf(2)
})
const helper = derivation('wrapper', { inputs: [patch], env: { text: 'helper says 1.0.0' } })
const root = derivation('infer-1.0.0', {
  inputs: [source, vendor, library, helper],
  env: {
    pname: 'infer',
    version: '1.0.0',
    ldflags: '-X main.version=1.0.0',
    buildInputs: `${outOf(library)} ${outOf(vendor)}`
  }
})
const graph = graphOf(root, source, vendor, library, librarySource, helper, patch)

const evaluated: EvaluatedPackage = {
  system: 'x86_64-linux',
  drvPath: root.drvPath,
  name: 'infer-1.0.0',
  pname: 'infer',
  version: '1.0.0',
  outputs: [{ name: 'out', path: outOf(root) }],
  mainProgram: null,
  homepage: null,
  changelog: 'https://example.org/infer/1.0.0',
  platforms: null
}

describe('the texts in which a version is the package’s own', () => {
  const texts = ownTexts(evaluated, graph).map(({ text }) => text)

  test.each([
    ['its version', '1.0.0'],
    ['its changelog', 'https://example.org/infer/1.0.0'],
    ['its own attributes', '-X main.version=1.0.0'],
    ['its source’s address', 'https://example.org/infer-1.0.0.tar.gz'],
    ['what is fetched for a helper that is no package', 'https://example.org/fix-1.0.0.patch'],
    ['the name of a fixed output', 'infer-1.0.0-vendor']
  ])('hold %s', (_, text) => {
    expect(texts).toContain(text)
  })

  test.each([
    ['another package’s source', 'https://example.org/library-1.0.0.tar.gz'],
    ['another package’s name, in its path', outOf(library)],
    ['what a helper says', 'helper says 1.0.0']
  ])('do not hold %s', (_, text) => {
    expect(texts.filter((each) => each.includes(text))).toEqual([])
  })

  test('leave out what the other side has too', () => {
    const texts = ownTexts(evaluated, graph, new Set([source.drvPath])).map(({ text }) => text)
    expect(texts).not.toContain('https://example.org/infer-1.0.0.tar.gz')
  })
})

test('a package’s sources, the nearest first', () => {
  expect(sourceUrls(root.drvPath, graph)).toEqual([
    'https://example.org/infer-1.0.0.tar.gz',
    'https://example.org/library-1.0.0.tar.gz',
    'https://example.org/fix-1.0.0.patch'
  ])
})

import { describe, expect, test } from '@jest/globals'
import { Definitions, fixedOutputs } from '../../src/sync/definitions.ts'
import { derivation, digestOf, graphOf, outOf, pathOf } from './derivation-graph.ts'

/** A source and what is made of it, as they are with one hash or another, one URL or another. */
function chain(variant: string, url = 'https://x/1.0', fill = 1): ReturnType<typeof derivation>[] {
  const source = derivation('source', {
    variant,
    env: { url, outputHash: `sha256-${fill}` },
    fixed: digestOf(fill)
  })
  const patched = derivation('patched', { variant, inputs: [source], env: { src: outOf(source) } })
  const vendor = derivation('vendor', {
    variant,
    inputs: [patched],
    env: { src: `${outOf(patched)}/sub`, outputHash: `sha256-${fill + 1}` },
    fixed: digestOf(fill + 1)
  })
  return [source, patched, vendor]
}

function definitionOfLast(
  derivations: ReturnType<typeof derivation>[],
  options?: ConstructorParameters<typeof Definitions>[1]
): string {
  return new Definitions(graphOf(...derivations), options).of(derivations.at(-1)?.drvPath ?? '')
}

describe('a definition', () => {
  test('is the same whatever hash is expected, of itself or of what it needs', () => {
    expect(definitionOfLast(chain('a', 'https://x/1.0', 1))).toBe(
      definitionOfLast(chain('b', 'https://x/1.0', 5))
    )
  })

  test('changes with what a source is fetched from, at any distance', () => {
    expect(definitionOfLast(chain('a', 'https://x/1.0'))).not.toBe(
      definitionOfLast(chain('a', 'https://x/2.0'))
    )
  })

  test('changes with a source of the checkout, unless these are left out of account', () => {
    const made = (variant: string): ReturnType<typeof derivation>[] => {
      const checkout = pathOf(`${variant}-source`).replace(`${variant}-source`, 'source')
      return [derivation('vendor', { sources: [checkout], env: { src: `${checkout}/x` } })]
    }
    expect(definitionOfLast(made('a'))).not.toBe(definitionOfLast(made('b')))
    expect(definitionOfLast(made('a'), { ignoreSources: true })).toBe(
      definitionOfLast(made('b'), { ignoreSources: true })
    )
  })

  test('takes a derivation that both sides have for itself', () => {
    const [source, patched, vendor] = chain('a')
    if (source === undefined || patched === undefined || vendor === undefined) throw new Error()
    const shared = new Set([source.drvPath])
    const definitions = new Definitions(graphOf(source, patched, vendor), { shared })
    expect(definitions.of(source.drvPath)).toBe(source.drvPath)
    expect(definitions.of(vendor.drvPath)).not.toBe(vendor.drvPath)
  })

  test('rewrites texts, but no names of inputs', () => {
    const rewrite = (text: string): string => text.replaceAll('1.0', 'new')
    expect(definitionOfLast(chain('a', 'https://x/1.0'), { rewrite })).toBe(
      definitionOfLast(chain('b', 'https://x/new'), { rewrite })
    )
  })
})

describe('what a fetcher needs', () => {
  /** A download, and something that is made of a source of this version and stands in one of its attributes. */
  function definition(
    version: string,
    name: string,
    attribute: (path: string) => Record<string, string>,
    own: Record<string, string> = {}
  ): string {
    const source = derivation('source', {
      variant: version,
      env: { url: `https://x/${version}` },
      fixed: digestOf(1)
    })
    const made = derivation(name, {
      variant: version,
      inputs: [source],
      env: { src: outOf(source), ...own }
    })
    const download = derivation('download', {
      inputs: [made],
      env: { url: 'https://x/other', ...attribute(outOf(made)) },
      fixed: digestOf(2)
    })
    return definitionOfLast([source, made, download])
  }

  test.each<[string, string, (path: string) => Record<string, string>, Record<string, string>]>([
    [
      'among its build inputs',
      'made',
      (path) => ({ nativeBuildInputs: `${path} ${path}-more` }),
      {}
    ],
    ['as the program that builds it', 'made', (path) => ({ builder: `${path}/run` }), {}],
    ['by a program in it', 'made', (path) => ({ postFetch: `${path}/bin/unpack $out` }), {}],
    ['as a package, by its name', 'tool-1.0.8', (path) => ({ tool: path }), {}],
    [
      'as a package, by what it says of itself',
      'tool-version-1',
      (path) => ({ tool: path }),
      { pname: 'tool', version: '1' }
    ]
  ])('is no difference: %s', (_, name, attribute, own) => {
    expect(definition('1.0', name, attribute, own)).toBe(definition('2.0', name, attribute, own))
  })

  test.each<[string, string, (path: string) => Record<string, string>]>([
    ['as its source', 'tool-1.0.8', (path) => ({ src: path })],
    ['as one of its patches', 'made', (path) => ({ patches: `${path}/a.patch ${path}/b.patch` })],
    ['in its code', 'made', (path) => ({ postPatch: `cp ${path}/Cargo.lock .` })],
    ['under a name of its own', 'made', (path) => ({ gradle: path })]
  ])('is a difference: %s', (_, name, attribute) => {
    expect(definition('1.0', name, attribute)).not.toBe(definition('2.0', name, attribute))
  })

  test('is no difference by its text alone, but as its source', () => {
    const texts = (attribute: (path: string) => Record<string, string>): string[] =>
      ['1.0', '2.0'].map((version) => {
        const made = derivation('made', { variant: version, env: { text: version } })
        const env = attribute(outOf(made))
        const download = derivation('download', { inputs: [made], env, fixed: digestOf(2) })
        return definitionOfLast([made, download])
      })
    expect(new Set(texts((path) => ({ mirrors: path }))).size).toBe(1)
    expect(new Set(texts((path) => ({ src: path }))).size).toBe(2)
  })
})

test('finds the fixed outputs of a closure', () => {
  expect(fixedOutputs(graphOf(...chain('a'))).map(({ name }) => name)).toEqual(['source', 'vendor'])
})

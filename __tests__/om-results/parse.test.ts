import { describe, expect, test } from '@jest/globals'
import { parseOmResults, type OmSubflake } from '../../src/om-results/parse.ts'

const pathOf = (name: string, digit = '0'): string => `/nix/store/${digit.repeat(32)}-${name}`
const [foo, bar] = [pathOf('foo-1.0'), pathOf('bar-2.0', '1')]

function parse(json: unknown) {
  return parseOmResults(Buffer.from(typeof json === 'string' ? json : JSON.stringify(json)), 'om')
}

function subflakes(result: unknown): OmSubflake[] {
  return parse({ systems: ['x86_64-linux'], flake: '.', result }).subflakes
}

describe('the shape of omnix 1.0, as its RunResult is serialised', () => {
  test('with names and paths', () => {
    const build = { outPaths: [bar, foo], byName: { foo } }
    const results = parse({ systems: ['x86_64-linux'], flake: '.', result: { ROOT: { build } } })
    expect(results).toEqual({
      systems: ['x86_64-linux'],
      subflakes: [
        {
          name: 'ROOT',
          builds: [
            { system: null, outPaths: [bar, foo], byName: [{ name: 'foo', storePath: foo }] }
          ]
        }
      ]
    })
  })

  test('with allDeps, which is closure', () => {
    const build = { outPaths: [foo], byName: {}, allDeps: [bar, 'anything'] }
    expect(subflakes({ ROOT: { build } })[0]?.builds).toEqual([
      { system: null, outPaths: [foo], byName: [] }
    ])
  })

  test('with a build that was left out', () => {
    expect(subflakes({ docs: { build: null }, other: {} })).toEqual([
      { name: 'docs', builds: [] },
      { name: 'other', builds: [] }
    ])
  })

  test('with paths inside of store paths, as apps have them', () => {
    const build = { outPaths: [`${foo}/bin/foo`, foo], byName: { foo: `${foo}/../${bar}/x` } }
    expect(subflakes({ ROOT: { build } })[0]?.builds[0]).toMatchObject({
      outPaths: [foo, foo],
      byName: [{ name: 'foo', storePath: foo }]
    })
  })

  test('with several subflakes and systems', () => {
    const build = { outPaths: [foo], byName: {} }
    const results = parse({
      systems: ['x86_64-linux', 'aarch64-linux', 'x86_64-linux'],
      result: { a: { build }, b: { build } }
    })
    expect(results.systems).toEqual(['x86_64-linux', 'aarch64-linux'])
    expect(results.subflakes.map(({ name }) => name)).toEqual(['a', 'b'])
  })
})

describe('the shape with a key for each system', () => {
  const build = {
    'x86_64-linux': { outPaths: [foo], byName: { foo } },
    'aarch64-linux': { outPaths: [bar], byName: { foo: bar } }
  }
  const builds = [
    { system: 'x86_64-linux', outPaths: [foo], byName: [{ name: 'foo', storePath: foo }] },
    { system: 'aarch64-linux', outPaths: [bar], byName: [{ name: 'foo', storePath: bar }] }
  ]

  test('keeps what one name is for each', () => {
    expect(subflakes({ ROOT: { build } })[0]?.builds).toEqual(builds)
  })

  test('may have allDeps beside the systems, or none of them', () => {
    expect(subflakes({ ROOT: { build: { ...build, allDeps: [foo] } } })[0]?.builds).toEqual(builds)
    expect(subflakes({ ROOT: { build: {} } })[0]?.builds).toEqual([])
  })
})

test('names are data', () => {
  const names = ['$(id)', '../..', '-rf', 'a\nb', '\u0000', 'x'.repeat(100_000), '']
  const byName = Object.fromEntries(names.map((name) => [name, foo]))
  const [subflake] = subflakes({ '; rm -rf /': { build: { outPaths: [], byName } } })
  expect(subflake?.name).toBe('; rm -rf /')
  expect(subflake?.builds[0]?.byName.map(({ name }) => name)).toEqual(names)
})

describe('what om does not write is OM_RESULTS_INVALID, and says where', () => {
  const byName = {}
  const flat = (build: unknown): unknown => ({ systems: [], result: { ROOT: { build } } })
  test.each<[string, unknown, string]>([
    ['no JSON', '{', 'it is no JSON'],
    ['other JSON', [], 'the file: '],
    ['no result', { systems: [] }, 'result: '],
    ['a result that is a list', { result: [] }, 'result: '],
    ['a subflake that is a text', { result: { ROOT: 'x' } }, 'result.ROOT: '],
    ['a build that is a text', flat('x'), 'result.ROOT.build: '],
    ['no outPaths', flat({ byName }), 'result.ROOT.build.outPaths: '],
    ['a relative path', flat({ byName, outPaths: ['../x'] }), 'build.outPaths[0]: it is not below'],
    ['another folder', flat({ byName, outPaths: ['/etc/passwd'] }), 'it is not below a store path'],
    ['the store itself', flat({ byName, outPaths: ['/nix/store'] }), 'not below a store path'],
    ['an option', flat({ byName: { x: '--help' }, outPaths: [] }), 'build.byName.x: '],
    ['a null', flat({ byName: { x: null }, outPaths: [] }), 'build.byName.x: '],
    ['no system', flat({ 'x86 64': { byName, outPaths: [] } }), 'result.ROOT.build'],
    ['a hostile system', { systems: ['$(id)'], result: {} }, 'systems[0]: it is no system']
  ])('%s', (_, json, words) => {
    expect(() => parse(json)).toThrow(
      expect.objectContaining({
        code: 'OM_RESULTS_INVALID',
        subject: 'om',
        reason: expect.stringContaining(words)
      })
    )
  })

  test('on one line, and bounded', () => {
    const key = `a\n::error::${'x'.repeat(1_000_000)}`
    expect(() => parse({ result: { [key]: 7 } })).toThrow(
      expect.objectContaining({ reason: expect.stringMatching(/^[^\n]{1,300}$/) })
    )
  })
})

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

describe('names are data', () => {
  test.each([
    ['shell text', '$(touch x); `id` && rm -rf / #'],
    ['options', '--help'],
    ['folders above', '../../..'],
    ['line ends', 'a\n::error::b\r\u2028'],
    ['NUL', 'a\u0000b'],
    ['marks that turn text round', '\u202egnp.exe\u200f'],
    ['half a character', '\ud800'],
    ['dots and quotes', `python3.11-"x"'y'`],
    ['what objects have by themselves', '__proto__'],
    ['more of it', 'constructor'],
    ['no text', ''],
    ['10 MB', 'x'.repeat(10_000_000)]
  ])('%s, of a package and of a subflake', (_, name) => {
    const build = `{"build":{"outPaths":[],"byName":{${JSON.stringify(name)}:"${foo}"}}}`
    const results = parse(`{"systems":[],"result":{${JSON.stringify(name)}:${build}}}`)
    expect(results.subflakes).toEqual([
      { name, builds: [{ system: null, outPaths: [], byName: [{ name, storePath: foo }] }] }
    ])
  })

  test('50,000 of them, in the file’s order', () => {
    const names = Array.from({ length: 50_000 }, (_, i) => `package-${i}`)
    const byName = Object.fromEntries(names.map((name) => [name, foo]))
    const [subflake] = subflakes({ ROOT: { build: { outPaths: [], byName } } })
    expect(subflake?.builds[0]?.byName.map(({ name }) => name)).toEqual(names)
  })
})

describe('what is in the file beside the results is passed over', () => {
  const build = `{"outPaths":["${foo}"],"byName":{}}`
  const built = [{ name: 'ROOT', builds: [{ system: null, outPaths: [foo], byName: [] }] }]
  const nested = '['.repeat(100_000) + ']'.repeat(100_000)
  test.each([
    ['nested 100,000 times', `{"x":${nested},"result":{"ROOT":{"x":${nested},"build":${build}}}}`],
    ['a mark of the byte order', `\ufeff{"result":{"ROOT":{"build":${build}}}}`],
    ['of two with one key, the first', `{"result":7,"result":{"ROOT":{"build":${build}}}}`],
    [
      'what is to be everywhere',
      `{"__proto__":{"systems":["x"]},"result":{"ROOT":{"__proto__":7,"build":${build}}}}`
    ]
  ])('%s', (_, text) => {
    expect(parse(text)).toEqual({ systems: [], subflakes: built })
  })
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
    ['no system of its own', flat(JSON.parse('{"__proto__":{"outPaths":[]}}')), 'a system'],
    ['a text that is cut off', '{"result":{"ROOT":', 'it is no JSON'],
    ['nothing', '', 'it is no JSON'],
    ['a list nested 100,000 times', '['.repeat(100_000) + ']'.repeat(100_000), 'the file: '],
    ['only what is to be everywhere', '{"__proto__":{"result":{}}}', 'result: it is missing'],
    [
      'an object nested 100,000 times',
      `{"result":{"ROOT":{"build":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}}}`,
      'result.ROOT.build.a.outPaths: '
    ],
    ['paths for a name', flat({ byName: { x: [foo] }, outPaths: [] }), 'build.byName.x: it is no'],
    [
      'a path of another store',
      flat({ byName, outPaths: [foo.replace('/nix/', '/gnu/')] }),
      'it is not below a store path'
    ],
    ['a path that leads out', flat({ byName, outPaths: ['/nix/store/../../etc'] }), 'not below'],
    [
      'a million paths that are none',
      flat({ byName, outPaths: Array<string>(1_000_000).fill('x') }),
      'build.outPaths[0]: it is not below'
    ],
    [
      'a name that is more than a word',
      flat({ byName: { 'a.b"c\n': 7 }, outPaths: [] }),
      'byName["a.b\\"c\\n"]: '
    ],
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

  test('bytes that are no text', () => {
    expect(() => parseOmResults(Buffer.from([0x7b, 0xff, 0xfe]), 'om')).toThrow('it is no JSON')
    expect(() => parseOmResults(Buffer.alloc(1_000_000), 'om')).toThrow('it is no JSON')
  })

  test('on one line, and bounded', () => {
    const key = `a\n::error::${'x'.repeat(1_000_000)}`
    expect(() => parse({ result: { [key]: 7 } })).toThrow(
      expect.objectContaining({ reason: expect.stringMatching(/^[^\n]{1,300}$/) })
    )
  })
})

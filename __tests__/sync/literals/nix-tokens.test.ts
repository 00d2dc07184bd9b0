import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { nixTokens } from '../../../src/sync/literals/nix-tokens.ts'
import { cpuTime } from '../../support/cpu-time.ts'

/** `kind text` of each token. */
function cut(text: string): string[] {
  return nixTokens(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)
}

/** The URIs and strings that are directly in the list that `text` is, as values; interpolations may hold strings only. */
function stringsOfList(text: string): string[] {
  const values: string[] = []
  let depth = 0
  let strings = 0
  for (const { kind, start, end } of nixTokens(text)) {
    const piece = text.slice(start, end)
    // An interpolation in a path is a bracket, one in a string goes on with it.
    const isBracket = kind === 'symbol' || (kind.endsWith('interpolation') && strings === 0)
    if (isBracket && /[[({]/.test(piece)) depth++
    if (isBracket && /[\])}]/.test(piece)) depth--
    if (depth !== 1) continue
    if (kind === 'uri') values.push(piece)
    if (kind === 'open-string' && strings++ === 0) values.push('')
    if (kind === 'close-string') strings--
    if (kind === 'text' || kind === 'escape') {
      values.push((values.pop() ?? '') + (kind === 'text' ? piece : meaningOf(piece)))
    }
  }
  return values
}

function meaningOf(escape: string): string {
  if (escape === "'''") return "''"
  const character = escape.slice(-1)
  if (!escape.includes('\\')) return character
  return { n: '\n', r: '\r', t: '\t' }[character] ?? character
}

describe('nixTokens', () => {
  test.each<[string, string, string[]]>([
    ['a binding', 'a-b = 1;', ['word a-b', 'symbol =', 'number 1', 'symbol ;']],
    ['names with quotes in them', "f' x''y", ["word f'", "word x''y"]],
    ['a line comment', 'a # "b\nc', ['word a', 'word c']],
    ['a comment that ends with a carriage return', 'a # b\rc', ['word a', 'word c']],
    ['a long comment', 'a/* "*" * /**/b', ['word a', 'word b']],
    ['a long comment without end', 'a /* b', ['word a']],
    ['a path', './a/b.c', ['path ./a/b.c']],
    [
      'a path and a comment',
      'a/b/* c */',
      ['path a/b/', 'symbol *', 'word c', 'symbol *', 'symbol /']
    ],
    [
      'a path and a string',
      "./a''b''",
      ['path ./a', "open-string ''", 'text b', "close-string ''"]
    ],
    ['a path from home', '~/a', ['path ~/a']],
    ['a path of the search path', '<a/b>', ['path <a/b>']],
    ['what is no such path', '<a//b>', ['symbol <', 'word a', 'symbol //', 'word b', 'symbol >']],
    ['an update', 'a//b', ['word a', 'symbol //', 'word b']],
    ['a division', 'a / b', ['word a', 'symbol /', 'word b']],
    ['comparisons', 'a==b!=c', ['word a', 'symbol ==', 'word b', 'symbol !=', 'word c']],
    ['a URI', 'a:b', ['uri a:b']],
    ['a function', 'a: b', ['word a', 'symbol :', 'word b']],
    ['a URI with quotes in it', "http://a/''b", ["uri http://a/''b"]],
    ['a URI that seems to hold a comment', 'http://a/*b', ['uri http://a/*b']],
    [
      'a float and a string',
      "1.5e3''a''",
      ['number 1.5e3', "open-string ''", 'text a', "close-string ''"]
    ],
    ['a selected attribute', 'lib.fakeHash', ['word lib', 'symbol .', 'word fakeHash']],
    [
      'an interpolated path',
      "./a${b}c''d/${e}",
      [
        'path ./a',
        'open-interpolation ${',
        'word b',
        'close-interpolation }',
        'path c',
        "open-string ''",
        'text d/',
        'open-interpolation ${',
        'word e',
        'close-interpolation }'
      ]
    ],
    [
      'an interpolated string',
      '"a${{ b = "c"; }.b}d"',
      [
        'open-string "',
        'text a',
        'open-interpolation ${',
        'symbol {',
        'word b',
        'symbol =',
        'open-string "',
        'text c',
        'close-string "',
        'symbol ;',
        'symbol }',
        'symbol .',
        'word b',
        'close-interpolation }',
        'text d',
        'close-string "'
      ]
    ],
    ['brackets that close nothing', '} ) a', ['symbol }', 'symbol )', 'word a']],
    ['a byte order mark', '\ufeffa', ['symbol \ufeff', 'word a']]
  ])('cuts %s', (_what, text, tokens) => {
    expect(cut(text)).toEqual(tokens)
  })

  const strings = fc
    .array(
      fc.constantFrom(
        ...[
          'a',
          '$$',
          '$${',
          '$a',
          "$'",
          '\\$',
          '\\${',
          '$\\n',
          '\\n',
          '\\t',
          '\\"',
          '\\\\',
          '\\a'
        ],
        ...["'", "''", '}', '#', '/*', '*/', 'é', '😀', '\n', '${"x"}', '${"a${"b"}"}', "${''c''}"]
      ),
      { maxLength: 8 }
    )
    .chain((pieces) => fc.constantFrom('', '$').map((end) => `"${pieces.join('')}${end}"`))
  const indentedStrings = fc
    .array(
      fc.constantFrom(
        ...['a', '$$', '$${', '$a', "'''", "$'''", "''$", "''${", "''\\n", "''\\${", "''\\'"],
        ...["' ", "'a", '\\n', '"', '}', '#', '/*', 'é', '😀', '\n|'],
        ...['${"x"}', '\'${"x"}', "${''c''}", "${\"a${''b''}\"}"]
      ),
      { maxLength: 8 }
    )
    // No white space that Nix strips: neither the lines' beginning nor the last line is only that.
    .map((pieces) => `''|${pieces.join('')}|''`)
  const others = fc.constantFrom(
    ...["a:b''c", 'http://a/*b', "(f''x: f''x)", '{ a\'\'b = "c"; }', './a/b', '/* "\n*/', '# "\n'],
    ...["# ''\r", '1', '1.5', '[ "x" ]', '(a: "x")', './${"a"}b', './a${"b\'\'"}/c']
  )

  test('finds the strings that Nix finds, whatever is around them', () => {
    const lists = fc
      .array(fc.oneof(strings, indentedStrings, others), { minLength: 1, maxLength: 12 })
      .map((elements) => `[ ${elements.join(' ')} ]`)
    const texts = fc.sample(lists, 300)
    const told = execFileSync('nix-instantiate', ['--eval', '--strict', '--json', '-'], {
      input: `map (builtins.filter builtins.isString) [\n${texts.join('\n')}\n]`,
      encoding: 'utf8'
    })
    expect(texts.map(stringsOfList)).toEqual(JSON.parse(told))
  })

  test('makes tokens of any text, in order, apart from each other and not empty', () => {
    const tricky = fc.constantFrom(
      ...['"', "''", '${', '}', '{', '$', '\\', "'", '/', '*', '#', '\n', '\r', '<', '>', '.', ':'],
      ...['a', 'b-', '0', '~', '+', '=', ' ', '\u{1f600}', '\ufeff', '\ud800']
    )
    fc.assert(
      fc.property(fc.array(tricky, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        let reached = 0
        for (const { start, end } of nixTokens(text)) {
          expect(start).toBeGreaterThanOrEqual(reached)
          expect(end).toBeGreaterThan(start)
          reached = end
        }
        expect(reached).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 500 }
    )
  })

  test.each([
    ['a', 'one long word'],
    ['a.', 'many words'],
    ['a+', 'what may become a path'],
    ['a/b//', 'paths'],
    ['<a', 'what may become a path of the search path'],
    ['a:', 'what may become a URI'],
    ['"', 'quotes'],
    ['"${', 'interpolations in each other'],
    ["''$", 'dollars in indented strings'],
    ['{', 'sets in each other'],
    ['/*', 'a comment that never ends'],
    ['$', 'dollars'],
    ['(', 'brackets']
  ])('reads much of %j, %s, in a moment', (piece) => {
    const text = piece.repeat(Math.ceil(300_000 / piece.length))
    const time = cpuTime(() => {
      nixTokens(text)
      nixTokens(`"${text}`)
    })
    // What is quadratic takes minutes.
    expect(time).toBeLessThan(5_000)
  })
})

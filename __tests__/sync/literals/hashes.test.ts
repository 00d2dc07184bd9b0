import { describe, expect, test } from '@jest/globals'
import { encodeDigest, sriOf, type HashForm } from '../../../src/binary-cache/digest.ts'
import { dyeDigest } from '../../../src/sync/literals/dye.ts'
import { findHashLiterals } from '../../../src/sync/literals/find.ts'

const digest = dyeDigest('hashes.test', 0, 'sha256')
const sri = sriOf(digest)
const base16 = encodeDigest(digest, 'base16')
const base32 = encodeDigest(digest, 'base32')
const base64 = encodeDigest(digest, 'base64')
const long = dyeDigest('hashes.test', 1, 'sha512')
const sri512 = sriOf(long)
const sha1 = encodeDigest(dyeDigest('hashes.test', 2, 'sha1'), 'base16')
const md5 = encodeDigest(dyeDigest('hashes.test', 2, 'md5'), 'base16')

/** `[form, text]` of each literal that is found. */
function found(path: string, text: string): [HashForm, string][] {
  return findHashLiterals({ path, text }).map((literal) => {
    expect(text.slice(literal.start, literal.end)).toBe(literal.text)
    return [literal.form, literal.text]
  })
}

const none: [HashForm, string][] = []

describe('in a Nix file', () => {
  test.each<[string, string, [HashForm, string][]]>([
    ['SRI', `{ hash = "${sri}"; }`, [['sri', sri]]],
    ['SRI of SHA-512', `{ hash = "${sri512}"; }`, [['sri', sri512]]],
    ['SRI without padding, as Nix takes it', `"${sri.slice(0, -1)}"`, [['sri', sri.slice(0, -1)]]],
    ['base32', `{ sha256 = "${base32}"; }`, [['base32', base32]]],
    ['base32 with a prefix', `"sha256:${base32}"`, [['base32', `sha256:${base32}`]]],
    [
      'base32 of SHA-512',
      `"${encodeDigest(long, 'base32')}"`,
      [['base32', encodeDigest(long, 'base32')]]
    ],
    ['base16', `"${base16}"`, [['base16', base16]]],
    ['base16 in capitals', `"${base16.toUpperCase()}"`, [['base16', base16.toUpperCase()]]],
    [
      'base16 of SHA-512',
      `"${encodeDigest(long, 'base16')}"`,
      [['base16', encodeDigest(long, 'base16')]]
    ],
    ['base64 with a prefix', `"sha256:${base64}"`, [['base64', `sha256:${base64}`]]],
    ['base64 where the name says what it is', `{ sha256 = "${base64}"; }`, [['base64', base64]]],
    ['base64 where nothing says so', `{ x = "${base64}"; }`, none],
    ['SHA-1 where the name says so', `{ sha1 = "${sha1}"; }`, [['base16', sha1]]],
    ['MD5 where the name says so', `{ "md5" = "${md5}"; }`, [['base16', md5]]],
    ['MD5 in a set whose name says so', `{ md5 = { a = "${md5}"; }; }`, [['base16', md5]]],
    ['SHA-1 with a prefix', `"sha1:${sha1}"`, [['base16', `sha1:${sha1}`]]],
    ['a Git revision', `{ rev = "${sha1}"; hash = "${sha1}"; }`, none],
    ['a URI without quotes', `{ sha256 = sha256:${base32}; }`, [['base32', `sha256:${base32}`]]],
    ['a part of a string', `"--hash=${sri} --x"`, [['sri', sri]]],
    [
      'two in one string',
      `"${sri} ${base16}"`,
      [
        ['sri', sri],
        ['base16', base16]
      ]
    ],
    ['an indented string', `''\n  a\n  ${sri}\n''`, [['sri', sri]]],
    ['beside an interpolation', `"\${a}:${base16}\${b}"`, [['base16', base16]]],
    ['in an interpolation', `"\${f "${base16}"}"`, [['base16', base16]]],
    ['after an escape', `"\\n${base16}\\t"`, [['base16', base16]]],
    ['after an escape that is a letter', `"\\a${base16}"`, none],
    ['in an attribute’s name', `{ "${base16}" = 1; }`, [['base16', base16]]],
    ['comments', `# "${sri}"\n/* "${base32}" */ 1`, none],
    ['a comment after a string', `"a" # "${sri}"`, none],
    ['code', `[ ./${base16} ]`, none],
    ['a longer run of digits', `"${base16}0" "a${base16}" "${base16}_x" "x_${base16}"`, none],
    ['a longer SRI', `"${sri.slice(0, -1)}A="`, none],
    ['a prefix with a digest of another length', `"sha512:${base16} sha1-${base32}"`, none],
    ['SRI of what is no algorithm of Nix’s', '"sha384-' + 'A'.repeat(64) + '"', none],
    ['base32 that has bits beyond the last byte', `"z${base32.slice(1)}"`, none],
    ['a string that is never closed', `{ a = "${sri}`, none],
    ['a file that is a hash', `"${base32}"\n`, [['base32', base32]]]
  ])('%s', (_what, text, literals) => {
    expect(found('nix/package.nix', text)).toEqual(literals)
  })

  test.each<[string, string, number]>([
    ['hash', '{ hash = ""; }', 1],
    ['vendorHash', '{ vendorHash = ""; }', 1],
    ['outputHash', '{ outputHash = ""; }', 1],
    ['cargoSha256', '{ cargoSha256 = ""; }', 1],
    ['a quoted name', '{ "hash" = ""; }', 1],
    ['a path of names', '{ a.b.hash = ""; "a"."hash" = ""; ${x}.hash = ""; }', 3],
    ['an indented string', "{ hash = ''''; }", 1],
    ['white space and comments around', '{ hash # a\n = /* b */ "" # c\n ; }', 1],
    [
      'a set for each system',
      '{ hash = { x86_64-linux = ""; aarch64-linux = ""; }.${system}; }',
      2
    ],
    ['a path with the system last', '{ hashes.x86_64-linux = ""; }', 1],
    ['a set as an argument', '{ hash = select { a = ""; }; }', 1],
    ['a set in brackets', '{ hash = (select { a = ""; }); }', 1],
    ['the value in `let`', 'let hash = ""; in hash', 1],
    ['another name', '{ version = ""; hashAlgo = ""; }', 0],
    ['a computed name', '{ ${"hash"} = ""; "a${hash}" = ""; }', 0],
    ['an argument’s default', '{ hash ? "" }: hash', 0],
    ['a comparison', '{ hash = if hash == "" then a else ""; }', 0],
    ['a part of an expression', '{ hash = "" + a; b = f (hash) ""; hash = x.y or ""; }', 0],
    ['a list', '{ hash = [ "" ]; }', 0],
    ['the name in an inner set', '{ hash = f { a = 1; }; b = ""; }', 0],
    ['a set beside', '{ hash = { a = 1; }; b = { c = ""; }; }', 0],
    ['an interpolation', '{ hash = "${""}"; }', 0]
  ])('an empty string, as it is taken by %s', (_what, text, count) => {
    expect(found('package.nix', text)).toEqual(Array(count).fill(['empty', '']))
  })

  test('an empty string, as the file’s name says what it is', () => {
    expect(found('nix/hashes.nix', '{ x86_64-linux = ""; }')).toEqual([['empty', '']])
    expect(found('vendor-hash.nix', '""\n')).toEqual([['empty', '']])
    expect(found('systems.nix', '{ x86_64-linux = ""; }')).toEqual(none)
  })

  test.each<[string, string, string[]]>([
    ['lib.fakeHash', '{ hash = lib.fakeHash; }', ['lib.fakeHash']],
    ['pkgs.lib.fakeSha256', '{ sha256 = pkgs.lib.fakeSha256; }', ['pkgs.lib.fakeSha256']],
    ['white space in it', '[ lib\n  .fakeHash ]', ['lib\n  .fakeHash']],
    ['an argument', 'f lib.fakeHash { }', ['lib.fakeHash']],
    ['a condition', 'if a then lib.fakeHash else "b"', ['lib.fakeHash']],
    ['a default', '{ hash ? lib.fakeHash }: hash', ['lib.fakeHash']],
    ['brackets', '(lib.fakeSha512)', ['lib.fakeSha512']],
    ['alone in a string', '{ hash = "${lib.fakeHash}"; }', ['"${lib.fakeHash}"']],
    [
      'after its algorithm',
      "[ \"sha256:${lib.fakeSha256}\" ''sha512-${lib.fakeSha512}'' ]",
      ['"sha256:${lib.fakeSha256}"', "''sha512-${lib.fakeSha512}''"]
    ],
    ['in a path', './a/${lib.fakeHash}', []],
    ['`with lib`', '{ hash = fakeHash; }', ['fakeHash']],
    ['in a string', '"a ${lib.fakeSha256}" "lib.fakeHash" "${lib.fakeHash}x"', []],
    ['in an expression in a string', '"a${f lib.fakeHash}"', ['lib.fakeHash']],
    ['a comment', '# lib.fakeHash', []],
    ['inherited', '{ inherit (lib) fakeHash; } // { inherit fakeHash; }', []],
    ['bound', '{ lib.fakeHash = "a"; fakeHash = "b"; }', []],
    ['an argument’s name', '{ fakeHash, lib }: fakeHash', []],
    ['of something else', '(import ./a).lib.fakeHash or a.fakeHash', []],
    ['a longer path', 'lib.fakeHash.x', []],
    ['other names', '[ lib.fakeHashes lib.fakeSha1 notlib.fakeHash ]', []]
  ])('%s', (_what, text, texts) => {
    expect(found('package.nix', text)).toEqual(texts.map((fake) => ['fake', fake]))
  })
})

describe('in JSON', () => {
  test.each<[string, string, [HashForm, string][]]>([
    ['a value', `{ "a": "${sri}" }`, [['sri', sri]]],
    [
      'a value in a list',
      `{"a":["${sri}","${base16}"]}`,
      [
        ['sri', sri],
        ['base16', base16]
      ]
    ],
    ['the whole', `"${base32}"`, [['base32', base32]]],
    ['a part of a value', `{"url":"https://a/${base16}.gz"}`, [['base16', base16]]],
    [
      'after an escape',
      `{"a":"\\n${base16}\\u0020${base32}"}`,
      [
        ['base16', base16],
        ['base32', base32]
      ]
    ],
    ['after an escaped letter', `{"a":"\\u0061${base16}"}`, none],
    ['an escaped quote', `{"a":"\\"", "${base16}": "\\\\"}`, none],
    ['a key', `{"${base16}": 1}`, none],
    ['SHA-1 where the key says so', `{"sha1": "${sha1}", "rev": "${sha1}"}`, [['base16', sha1]]],
    [
      'empty ones',
      '{"hash":"","vendorHash" : "", "a":"", "hash": 1, "hash": [""]}',
      [
        ['empty', ''],
        ['empty', '']
      ]
    ],
    ['empty ones for each system', '{"hashes":{"x86_64-linux":"","b":{"c":""}}}', [['empty', '']]],
    ['what is no JSON', `{"a":"x\n"b":"" ]]} "${sri}"`, [['sri', sri]]]
  ])('%s', (_what, text, literals) => {
    expect(found('a/sources.json', text)).toEqual(literals)
  })

  test('slashes as PHP escapes them', () => {
    const slashes = sriOf({ algorithm: 'sha256', bytes: Buffer.alloc(32, 0xff) })
    expect(slashes).toContain('/')
    const escaped = slashes.replaceAll('/', '\\/')
    const [literal, ...others] = findHashLiterals({ path: 'a.json', text: `["${escaped}"]` })
    expect(others).toEqual([])
    expect(literal).toMatchObject({ form: 'sri', text: escaped })
    expect(literal?.digest?.bytes).toEqual(Buffer.alloc(32, 0xff))
  })

  test('an empty value, as the file’s name says what it is', () => {
    expect(found('nix/hashes.json', '{"x86_64-linux":""}')).toEqual([['empty', '']])
    expect(found('hash.json', '""')).toEqual([['empty', '']])
  })

  test('keys that come back after what they held', () => {
    expect(found('a.json', '{"hash":{"a":{"b":""},"c":""},"d":""}')).toEqual([['empty', '']])
  })
})

describe('in TOML', () => {
  test.each<[string, string, [HashForm, string][]]>([
    [
      'strings of each kind',
      `a = "${sri}"\nb='${base32}'\nc = """\n${base16}"""\nd = '''${sri512}'''`,
      [
        ['sri', sri],
        ['base32', base32],
        ['base16', base16],
        ['sri', sri512]
      ]
    ],
    ['a comment', `# a = "${sri}"\nb = 1 # "${base32}"`, none],
    ['what looks like a comment', `a = "# ${sri}"`, [['sri', sri]]],
    [
      'a list over lines',
      `a = [\n  "${sri}", # "${base32}"\n  { b = "${base16}" },\n]`,
      [
        ['sri', sri],
        ['base16', base16]
      ]
    ],
    ['keys', `"${base16}" = 1\n'${base32}'.a = 2\n["${base16}"]`, none],
    [
      'empty ones',
      'hash = ""\n"vendorHash" = \'\'\na.sha256 = """"""\nb = ""\nhash = [""]',
      [
        ['empty', ''],
        ['empty', ''],
        ['empty', '']
      ]
    ],
    ['an empty one in a list of tables', '[[hashes]]\na = ""\n[b]\nc = ""', [['empty', '']]],
    [
      'empty ones for each system',
      '[a.hashes]\nx86_64-linux = ""\n[b]\nhash = { c = "", d = "e" }\nf = ""',
      [
        ['empty', ''],
        ['empty', '']
      ]
    ],
    ['quotes at the end of a long string', `a = """b"""""\nc = "${sri}"`, [['sri', sri]]],
    ['escapes', `a = "\\"${base16}\\\\" # "\n`, [['base16', base16]]],
    ['no escapes', `a = 'b\\'\nc = '${sri}'`, [['sri', sri]]],
    ['a string that is never closed', `a = "${sri}\nb = "${base32}"`, [['base32', base32]]],
    ['a long string that is never closed', `a = """${sri}\nb = "${base32}"`, none]
  ])('%s', (_what, text, literals) => {
    expect(found('pyproject.toml', text)).toEqual(literals)
    expect(found('pyproject.toml', text.replaceAll('\n', '\r\n'))).toEqual(literals)
  })
})

describe('in any other file', () => {
  test.each<[string, string, string, [HashForm, string][]]>([
    ['a hash and a line end', 'vendor-hash.txt', `${sri}\r\n`, [['sri', sri]]],
    ['a byte order mark', 'vendor-hash.txt', `\ufeff${base32}`, [['base32', base32]]],
    [
      'YAML',
      'a.yaml',
      `x: 1 # ${base16}\nhash: ${sri}`,
      [
        ['base16', base16],
        ['sri', sri]
      ]
    ],
    [
      'a digest of an image',
      'Dockerfile',
      `FROM a@sha256:${base16}`,
      [['base16', `sha256:${base16}`]]
    ],
    ['Cargo.lock', 'Cargo.lock', `checksum = "${base16}"`, [['base16', base16]]],
    [
      'yarn.lock',
      'yarn.lock',
      `  integrity ${sri512}\n  checksum: 10c0/${base16}`,
      [
        ['sri', sri512],
        ['base16', base16]
      ]
    ],
    ['go.sum', 'go.sum', `a v1.0.0 h1:${base64}`, none],
    ['revisions', 'a.txt', `${sha1} ${md5}`, none],
    ['empty', 'hash', '', none],
    ['the flake’s own pins', 'sub/flake.lock', `{"narHash":"${sri}"}`, none]
  ])('%s', (_what, path, text, literals) => {
    expect(found(path, text)).toEqual(literals)
  })
})

test('a placeholder has no digest, and keeps its form', () => {
  const zeros = (algorithm: 'sha256' | 'sha512'): string[] => {
    const nothing = { algorithm, bytes: Buffer.alloc(algorithm === 'sha256' ? 32 : 64) }
    return [sriOf(nothing), encodeDigest(nothing, 'base32'), encodeDigest(nothing, 'base16')]
  }
  const text = [...zeros('sha256'), ...zeros('sha512')].map((zero) => `"${zero}"`).join(' ')
  expect(
    findHashLiterals({ path: 'a.nix', text }).map(({ form, algorithm, digest }) => [
      form,
      algorithm,
      digest
    ])
  ).toEqual(
    (['sha256', 'sha512'] as const).flatMap((algorithm) =>
      (['sri', 'base32', 'base16'] as const).map((form) => [form, algorithm, null])
    )
  )
})

test('a literal says where it stands and what it means', () => {
  const text = `\ufeff{ # 😀\r\n  hash = "${sri}";\r\n  sha512 = "";\r\n}`
  const start = text.indexOf(sri)
  const empty = text.indexOf('""') + 1
  expect(findHashLiterals({ path: 'a b/c.nix', text })).toEqual([
    {
      file: 'a b/c.nix',
      start,
      end: start + sri.length,
      line: 2,
      text: sri,
      form: 'sri',
      algorithm: 'sha256',
      digest
    },
    {
      file: 'a b/c.nix',
      start: empty,
      end: empty,
      line: 3,
      text: '',
      form: 'empty',
      algorithm: 'sha512',
      digest: null
    }
  ])
})

test.each([
  ['sha512', 'sha512', 'sha512'],
  ['vendorSha512', 'sha512', 'sha512'],
  ['md5', 'md5', 'md5'],
  ['SHA1', 'sha1', 'sha1'],
  ['hash', 'sha256', 'sha256'],
  ['cargoHash', 'sha256', 'sha256']
])('an empty %s is to hold a hash of %s', (name, algorithm) => {
  expect(findHashLiterals({ path: 'a.json', text: `{"${name}":""}` })).toMatchObject([
    { algorithm }
  ])
})

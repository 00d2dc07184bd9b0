import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import {
  digestSizes,
  encodeDigest,
  sameDigest,
  sriOf,
  type HashAlgorithm
} from '../../../src/binary-cache/digest.ts'
import { dyeDigest, markVersion, writeDigest } from '../../../src/sync/literals/dye.ts'
import { applyEdits } from '../../../src/sync/literals/edit.ts'
import { findHashLiterals, findVersionLiterals } from '../../../src/sync/literals/find.ts'
import { spellVersion } from '../../../src/sync/literals/version-spelling.ts'
import type { Edit, HashLiteral, TextFile } from '../../../src/sync/types.ts'
import { cpuTime } from '../../support/cpu-time.ts'

/** A piece of a file: text by turns that holds no literal and that is one. */
interface Piece {
  texts: string[]
}

const oldVersion = '1.84.0'

/** Literals of every form, each another hash. */
const hashes = fc
  .record({
    algorithm: fc.constantFrom(...(Object.keys(digestSizes) as HashAlgorithm[])),
    form: fc.constantFrom('sri', 'base16', 'base32', 'base64'),
    place: fc.nat()
  })
  .map(({ algorithm, form, place }) => {
    const digest = dyeDigest('find.test', place, algorithm)
    return form === 'sri' ? sriOf(digest) : `${algorithm}:${encodeDigest(digest, form)}`
  })
const versions = fc.constantFrom('1.84.0', '1_84_0', '1-84-0')

/** What is no literal wherever it stands, comments included. */
const decoys = fc
  .tuple(hashes, versions)
  .chain(([hash, version]) =>
    fc.constantFrom(
      `# "${hash}" ${version}\n`,
      `/* hash = "${hash}"; '' ${version} */ `,
      `# hash = ""; lib.fakeHash\r\n`,
      `p = ./a-${version}/b; `,
      `s = "10${version}"; t = "${version}.1"; `,
      `rev = "${hash.slice(-40)}x"; `,
      `f = { hash ? "", x ? "😀" }: hash; `,
      `inherit (lib) fakeHash; `,
      "\ts = \"\\${\"; u = ''''${ $$$$\"}''; ",
      "i = ''\n  ''${ # ''' $${ \" ''\\\" '\n''; ",
      'n = "${"a${"}" + "b"}c"}"; \r\n'
    )
  )
  .map((text): Piece => ({ texts: [text] }))

const hashPieces = hashes.chain((hash) =>
  fc.constantFrom<Piece>(
    { texts: [`hash = "`, hash, `"; `] },
    { texts: [`hash = ''`, hash, `''; `] },
    { texts: [`a = ''\n  é😀 `, hash, ` ''\${ ''; `] },
    { texts: [`a = "\\"\${x + "`, hash, `"} \${y}"; `] },
    { texts: [`"vendorHash" = "`, '', `"; `] },
    { texts: [`hash = { x86_64-linux = "`, '', `"; a = "`, hash, `"; }.\${system}; `] },
    { texts: [`hash = `, 'lib.fakeHash', `; `] },
    { texts: [`a = f `, 'pkgs.lib.fakeSha512', ` { }; `] }
  )
)

const versionPieces = versions.chain((version) =>
  fc.constantFrom<Piece>(
    { texts: [`version = "`, version, `"; `] },
    { texts: [`url = "https://a/v`, version, `/b-`, version, `.tar.gz"; `] },
    { texts: [`url = https://a/`, version, `.zip; `] },
    { texts: [`a = ''\n  echo "😀 `, version, `" # ''' \n''; `] },
    { texts: [`a = "\${x + "`, version, `-rc1"}"; `] }
  )
)

/** A file of such pieces, each in a set of its own, and where their literals are. */
function fileOf(
  pieces: readonly Piece[],
  mark: string
): { file: TextFile; spans: [number, number][] } {
  let text = `${mark}{ lib, pkgs, f, x, y, system }: [ `
  const spans: [number, number][] = []
  for (const { texts } of pieces) {
    text += '{ '
    for (const [index, part] of texts.entries()) {
      if (index % 2 === 1) spans.push([text.length, text.length + part.length])
      text += part
    }
    text += '} '
  }
  return { file: { path: 'nix/package.nix', text: `${text}]\n` }, spans }
}

function filesWith(literals: fc.Arbitrary<Piece>): fc.Arbitrary<ReturnType<typeof fileOf>> {
  return fc
    .tuple(fc.array(fc.oneof(decoys, literals), { maxLength: 12 }), fc.constantFrom('', '\ufeff'))
    .map(([pieces, mark]) => fileOf(pieces, mark))
}

describe('whatever a Nix file holds', () => {
  test('it is Nix', () => {
    const files = fc.sample(filesWith(fc.oneof(hashPieces, versionPieces)), 200)
    const texts = files.map(({ file }) => `(${file.text.replace('\ufeff', '')})`)
    const { status, stderr } = spawnSync('nix-instantiate', ['--parse', '-'], {
      input: `[${texts.join('\n')}]`,
      encoding: 'utf8'
    })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })

  test('its hashes are found, and nothing else', () => {
    fc.assert(
      fc.property(filesWith(hashPieces), ({ file, spans }) => {
        const found = findHashLiterals(file)
        expect(found.map(({ start, end }) => [start, end])).toEqual(spans)
        for (const { start, end, text, line } of found) {
          expect(file.text.slice(start, end)).toBe(text)
          expect(line).toBe(file.text.slice(0, start).split('\n').length)
        }
      }),
      { numRuns: 300 }
    )
  })

  test('its versions are found, and nothing else', () => {
    fc.assert(
      fc.property(filesWith(versionPieces), ({ file, spans }) => {
        const found = findVersionLiterals(file, oldVersion)
        expect(found.map(({ start, end }) => [start, end])).toEqual(spans)
      }),
      { numRuns: 300 }
    )
  })

  test('dyed hashes are found again where they were written, and nothing else has changed', () => {
    fc.assert(
      fc.property(filesWith(hashPieces), ({ file, spans }) => {
        const literals = findHashLiterals(file)
        const dyes = literals.map(({ algorithm }, index) => dyeDigest('dyed', index, algorithm))
        const edits = literals.map((literal, index): Edit => {
          const dye = dyes[index] ?? dyeDigest('', 0, 'md5')
          return { ...literal, replacement: writeDigest(literal, dye) }
        })
        const text = applyEdits(file.text, edits)
        const dyed = findHashLiterals({ ...file, text })
        expect(dyed.map(({ digest }) => digest)).toEqual(dyes)
        expect(dyed.map(formOf)).toEqual(literals.map(formOf))
        expect(textBetween(text, dyed)).toEqual(textBetween(file.text, literals))
        expect(spans).toHaveLength(dyes.length)
      }),
      { numRuns: 300 }
    )
  })

  test('hashes and versions never share a character', () => {
    fc.assert(
      fc.property(
        filesWith(fc.oneof(hashPieces, versionPieces)),
        fc.constantFrom('256', '84', 'a'),
        ({ file }, version) => {
          const edits = [...findHashLiterals(file), ...findVersionLiterals(file, version)].map(
            (literal): Edit => ({ ...literal, replacement: literal.text })
          )
          expect(applyEdits(file.text, edits)).toBe(file.text)
        }
      )
    )
  })
})

/** SRI takes the place of what was no hash, in quotes or not. */
function formOf({ form }: HashLiteral): string {
  return form === 'empty' || form === 'fake' ? 'sri' : form
}

/** What is between literals; the quotes that a string brings with it belong to it. */
function textBetween(text: string, literals: readonly HashLiteral[]): string[] {
  const ends = [0, ...literals.map(({ end }) => end)]
  return ends.map((end, index) => text.slice(end, literals[index]?.start).replace(/^"|"$/g, ''))
}

test('a marked version is found where the old one was', () => {
  const file = { path: 'a.nix', text: '"v1.84.0 boost_1_84_0"' }
  const edits = findVersionLiterals(file, oldVersion).map((literal, index): Edit => ({
    ...literal,
    replacement: spellVersion(markVersion('1.85.0', index), literal.separator)
  }))
  expect(applyEdits(file.text, edits)).toBe('"v1.85.0.90001 boost_1_85_0_90002"')
})

test('finds the hashes of a large lock file in a moment', () => {
  const digests = [...Array(2_000).keys()].map((index) => dyeDigest('large', index, 'sha512'))
  const packages = digests.map((digest, index) => [
    `node_modules/p${index}`,
    { version: `1.${index}.0`, resolved: `https://a/p${index}.tgz`, integrity: sriOf(digest) }
  ])
  // All on one line, too: lines are not looked for again and again.
  for (const indent of [2, 0]) {
    const text = JSON.stringify({ packages: Object.fromEntries(packages) as unknown }, null, indent)
    const file = { path: 'package-lock.json', text: `[${Array(5).fill(text).join()}]` }
    let found: HashLiteral[] = []
    expect(cpuTime(() => (found = findHashLiterals(file)))).toBeLessThan(3_000)
    expect(found).toHaveLength(5 * digests.length)
    expect(
      found.every(({ digest }, index) => {
        const expected = digests[index % digests.length]
        return digest !== null && expected !== undefined && sameDigest(digest, expected)
      })
    ).toBe(true)
  }
})

test.each([
  ['dots', 'a.nix', 'fake lib.fakeHash.'],
  ['a version', 'a.txt', '1.84.0.'],
  ['words', 'a.txt', 'sha256-'],
  ['quotes', 'a.json', '"\\'],
  ['lists', 'a.json', '["'],
  ['long strings', 'a.toml', '""" \''],
  ['tables', 'a.toml', '{a=']
])('reads much of %s in a moment', (_what, path, piece) => {
  const text = piece.repeat(Math.ceil(300_000 / piece.length))
  const time = cpuTime(() => {
    findHashLiterals({ path, text })
    findVersionLiterals({ path, text }, oldVersion)
  })
  expect(time).toBeLessThan(5_000)
})

import { mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { makeScratch, removeScratch } from '../../src/scratch.ts'
import { searchedTexts } from '../../src/sync/searched-texts.ts'
import { textsInSource } from '../../src/sync/upstream-texts.ts'
import { testEnvironment } from '../support/nix.ts'
import { output } from '../support/program.ts'

describe('what a script looks for in upstream’s files', () => {
  test.each<[string, string, [text: string, ...files: string[]][]]>([
    [
      'substituteInPlace, over several lines',
      `substituteInPlace setup.py cfg/x.toml \\\n  --replace-fail "luna==1.2.0" luna \\\n  --replace 'a  "b"' "$out"\n`,
      [
        ['luna==1.2.0', 'setup.py', 'cfg/x.toml'],
        ['a  "b"', 'setup.py', 'cfg/x.toml']
      ]
    ],
    [
      'after other commands',
      'cd src && substituteInPlace x --replace-warn a\\ b c; echo --replace-fail d e',
      [['a b', 'x']]
    ],
    [
      'substitute, with escapes in double quotes',
      'substitute in $out/x --replace-quiet "\\$v \\"1\\"" 2',
      [['$v "1"', 'in', '$out/x']]
    ],
    [
      'sed, with any delimiter',
      `sed -i -e 's|v1.2.0/|x|' -e "s/^luna 1\\.2\\.0$//g" x.txt`,
      [
        ['v1.2.0/', 'x.txt'],
        ['luna 1.2.0', 'x.txt']
      ]
    ],
    ['not what another command takes', 'echo s/a/b/ --replace-fail x y', []],
    ['nor an expression that means more than itself', `sed 's/1.2.[0-9]*/x/' f.txt`, []],
    ['nor the end of one that has none', 'substituteInPlace x --replace-fail', []]
  ])('%s', (_, script, wanted) => {
    expect(searchedTexts(script)).toEqual(wanted.map(([text, ...files]) => ({ text, files })))
  })

  test('in time that grows with the script alone', () => {
    const script = `sed ${"'s/a".repeat(20_000)}\nsubstituteInPlace ${'x \\\n'.repeat(20_000)}\nsed 's/${'\\'.repeat(200)}'`
    const start = performance.now()
    searchedTexts(script)
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})

describe('which of the texts a source holds', () => {
  const parent = realpathSync(tmpdir())
  const folder = makeScratch(parent)
  const source = join(folder, 'source')
  beforeAll(async () => {
    mkdirSync(join(source, 'deep'), { recursive: true })
    writeFileSync(join(source, 'a.txt'), `${'x'.repeat(70_000)}luna==1.2.0 te`)
    writeFileSync(join(source, 'deep/b.txt'), 'xt sol==1.2.0')
    await output('tar', ['-C', folder, '-czf', join(folder, 'source.tar.gz'), 'source'])
    writeFileSync(join(folder, 'source.bin'), 'luna==1.2.0')
  })
  afterAll(() => {
    removeScratch(folder, parent)
  })
  const held = async (name: string, files: string[] = []) => {
    const texts = ['luna==1.2.0', 'sol==1.2.0', 'text', 'nowhere']
    const found = await textsInSource(join(folder, name), texts, files, testEnvironment())
    return found === null ? null : [...found].sort()
  }

  test('a folder: all of its files, each for itself', async () => {
    expect(await held('source')).toEqual(['luna==1.2.0', 'sol==1.2.0'])
  })
  test('of a folder the named files alone, where they are there', async () => {
    expect(await held('source', ['deep/b.txt'])).toEqual(['sol==1.2.0'])
    expect(await held('source', ['deep/b.txt', 'made.txt'])).toHaveLength(2)
  })
  test('an archive, as tar unpacks it', async () => {
    expect(await held('source.tar.gz')).toEqual(
      expect.arrayContaining(['luna==1.2.0', 'sol==1.2.0'])
    )
  })
  test('nothing is known of what tar cannot read', async () => {
    expect(await held('source.bin')).toBeNull()
  })
})

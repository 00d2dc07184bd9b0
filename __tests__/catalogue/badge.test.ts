import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  artifactBadge,
  artifactBadgeStem,
  cacheBadge,
  isBadgePath
} from '../../src/catalogue/badge.ts'
import { badgeFiles, isOwnBadge } from '../../src/catalogue/badge-file.ts'
import { newestRows } from '../../src/catalogue/newest.ts'
import type { CatalogueRow } from '../../src/catalogue/types.ts'
import { anyCharacter } from '../support/any-character.ts'
import { hostileText, rowWith, someHash } from './support.ts'

const message = (...rows: Partial<CatalogueRow>[]): string | undefined =>
  artifactBadge(rows.map(rowWith))?.message

describe('an artifact’s badge', () => {
  test('has the newest version, as Nix orders them, and the systems that have it', () => {
    const arm = { system: 'aarch64-linux' }
    expect(message({ version: '2.9' }, { version: '2.10' }, { version: '2.10pre1', ...arm })).toBe(
      'hello 2.10 | x86_64-linux'
    )
    expect(message({}, arm, { output: 'dev' }, { output: 'dev', ...arm })).toBe(
      'hello 2.12.1 | aarch64-linux, x86_64-linux'
    )
  })

  test('has systems alone where there is no version, and counts those that would make it too wide', () => {
    const systems = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}-linux`)
    expect(message(...systems.map((system) => ({ system, version: null })))).toBe(
      'hello | a-linux, b-linux, c-linux, d-linux and 2 more'
    )
  })

  test('is there while a row is', () => {
    expect(artifactBadge([])).toBeNull()
  })

  test('is the same in whatever order the rows came, also of versions that Nix calls equal', () => {
    const rows = ['1.0', '1-0', '0.9'].flatMap((version) =>
      ['x86_64-linux', 'aarch64-linux'].map((system) =>
        rowWith({ version, system, storePath: `/nix/store/${someHash}-${system}-${version}` })
      )
    )
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(artifactBadge(shuffled)).toEqual(artifactBadge(rows))
      })
    )
  })
})

describe('the cache’s badge', () => {
  const of = (rows: CatalogueRow[]): string =>
    cacheBadge({ newest: newestRows(rows, new Set()), artifacts: rows.length }).message

  test('of one artifact is that artifact’s', () => {
    expect(of([rowWith(), rowWith({ version: '2.12' })])).toBe('hello 2.12.1 | x86_64-linux')
  })

  test('of many says how many, and for which systems', () => {
    const rows = [rowWith(), rowWith({ name: 'jq', system: 'aarch64-darwin' })]
    expect(of(rows)).toBe('2 artifacts | aarch64-darwin, x86_64-linux')
  })

  test('of none says so', () => {
    expect(of([])).toBe('0 artifacts')
  })
})

describe('its place', () => {
  test.each(['hello', 'SDL2', 'gtk+3', '_9pfs', 'a.b', 'a'.repeat(200)])('%j has one', (name) => {
    expect(artifactBadgeStem(name)).toBe(`badge/${name}`)
    expect(isBadgePath(`badge/${name}.svg`)).toBe(true)
  })

  test.each([
    ...[
      '',
      '.',
      '..',
      '.hidden',
      '-option',
      'a/b',
      '../x',
      'a b',
      'a\nb',
      '<b>',
      'ä',
      'a?b',
      'a%2fb'
    ],
    // No file's name on Windows, or none that a file system takes.
    ...['aux', 'CON', 'nul.x', 'com1', 'a'.repeat(201), 'a\\b', 'a:b', 'a*', 'a|b']
  ])('%j has none', (name) => {
    expect(artifactBadgeStem(name)).toBeNull()
    expect(isBadgePath(`badge/${name}.svg`)).toBe(false)
  })

  test('a file of another kind is nobody’s business', () => {
    expect(['badge.svg', 'badge.json'].every(isBadgePath)).toBe(true)
    const others = ['badge', 'badge.png', 'badge/x.png', 'badge/x', 'badge/x/y.svg', 'x.svg']
    expect(others.filter(isBadgePath)).toEqual([])
  })
})

/** Throws for what no reader of XML takes. */
function expectWellFormed(svg: string): void {
  expect(svg).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u)
  const open: string[] = []
  const markup = /<(?:!--.*?--|(\/?)([a-z]+)(?: [a-z-]+="[^"<]*")*(\/?))>/gi
  const between = svg.replace(markup, (_all, end: string, name?: string, alone?: string) => {
    if (name === undefined || alone === '/') return ''
    if (end !== '/') open.push(name)
    else expect(open.pop()).toBe(name)
    return ''
  })
  expect(open).toEqual([])
  expect(between).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/)
}

describe('its files', () => {
  const filesOf = async (label: string, text: string): Promise<Map<string, string>> =>
    new Map(
      (await badgeFiles('badge/x', { label, message: text })).map(([path, content]) => [
        path,
        content.toString()
      ])
    )

  test('are a picture that a screen reader reads, and what shields.io makes one of', async () => {
    const files = await filesOf('Nix cache', 'hello 2.12.1 | x86_64-linux')
    expect([...files.keys()]).toEqual(['badge/x.json', 'badge/x.svg'])
    expect(JSON.parse(files.get('badge/x.json') ?? '')).toEqual({
      schemaVersion: 1,
      label: 'Nix cache',
      message: 'hello 2.12.1 | x86_64-linux',
      color: '#4a6fbb'
    })
    const svg = files.get('badge/x.svg') ?? ''
    expect(svg).toMatch(
      / role="img" aria-label="Nix cache: hello 2\.12\.1 \| x86_64-linux"><title>Nix cache: hello 2\.12\.1 \| x86_64-linux<\/title>/
    )
    expectWellFormed(svg)
  })

  test('are small', async () => {
    const files = await filesOf('Nix cache', message(...fourSystems) ?? '')
    const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    expect(bytes).toBeLessThan(1500)
  })

  const fourSystems = ['x86_64', 'aarch64'].flatMap((machine) =>
    ['linux', 'darwin'].map((os) => ({ system: `${machine}-${os}` }))
  )

  test('have other people’s text as text, bounded, and known for ours by whoever finds them', async () => {
    const text = fc.oneof(hostileText, fc.string({ unit: anyCharacter, maxLength: 400 }))
    await fc.assert(
      fc.asyncProperty(text, text, text, async (name, version, system) => {
        const badge = artifactBadge([rowWith({ name, version, system })])
        expect(badge).not.toBeNull()
        if (badge === null) return
        for (const [path, content] of await badgeFiles('badge/x', badge)) {
          expect(isOwnBadge(path, content)).toBe(true)
          expect(content.length).toBeLessThan(6000)
          expect(content.includes('\n')).toBe(false)
          if (path.endsWith('.svg')) expectWellFormed(content.toString())
          else expect(JSON.parse(content.toString())).toMatchObject(badge)
        }
      }),
      { numRuns: 300 }
    )
  })

  test('of somebody else are not taken for ours', () => {
    const others: [string, string][] = [
      ['badge.svg', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
      ['badge.svg', ''],
      ['badge.json', '{"schemaVersion":1,"label":"build","message":"passing","color":"green"}'],
      ['badge.json', '{"schemaVersion":1,"label":"a","message":"b","color":"#4a6fbb","style":"x"}'],
      ['badge.json', 'null']
    ]
    expect(others.filter(([path, text]) => isOwnBadge(path, Buffer.from(text)))).toEqual([])
  })
})

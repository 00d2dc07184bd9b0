import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readNixSettings } from '../../src/nix/settings.ts'
import { mergeNixConf, type ListSetting } from '../../src/use/nix-conf.ts'
import { someKeys } from '../catalogue/support.ts'
import { anyCharacter } from '../support/any-character.ts'
import { newerNixRoot, testNixes } from '../support/nix.ts'

const [key = '', otherKey = ''] = someKeys
const url = 'https://my-org.github.io/binstore'
const settings: ListSetting[] = [
  { name: 'substituters', values: [url] },
  { name: 'trusted-public-keys', values: [key] }
]
const both = `extra-substituters = ${url}\nextra-trusted-public-keys = ${key}\n`

const cases: [does: string, before: string, after: string][] = [
  ['an empty file gets both lines', '', both],
  ['others stay, and ours follow', 'cores = 2\n', `cores = 2\n${both}`],
  ['a last line without its end gets one', 'cores = 2', `cores = 2\n${both}`],
  ['CR LF stays CR LF', 'cores = 2\r\n', `cores = 2\r\n${both.replaceAll('\n', '\r\n')}`],
  [
    'a line that is there gets the value, before its comment, with its own blanks',
    `extra-substituters =  https://a.example  # mine\nextra-trusted-public-keys = ${otherKey}\ncores = 2\n`,
    `extra-substituters =  https://a.example ${url}  # mine\nextra-trusted-public-keys = ${otherKey} ${key}\ncores = 2\n`
  ],
  [
    'an empty value is filled',
    'extra-substituters =\n',
    `extra-substituters = ${url}\nextra-trusted-public-keys = ${key}\n`
  ],
  [
    'of two lines the last is taken',
    'extra-substituters = https://a.example\nextra-substituters = https://b.example\n',
    `extra-substituters = https://a.example\nextra-substituters = https://b.example ${url}\nextra-trusted-public-keys = ${key}\n`
  ],
  [
    'a line that a later one makes void is left alone',
    `extra-substituters = ${url}\nsubstituters = https://cache.nixos.org\n`,
    `extra-substituters = ${url}\nsubstituters = https://cache.nixos.org\n${both}`
  ],
  [
    'older names are the same settings',
    `extra-binary-caches = https://a.example\nextra-binary-cache-public-keys = ${key}\n`,
    `extra-binary-caches = https://a.example ${url}\nextra-binary-cache-public-keys = ${key}\n`
  ],
  [
    'what a comment or another setting says is nothing',
    `# extra-substituters = ${url}\nextra-trusted-substituters = ${url}\n`,
    `# extra-substituters = ${url}\nextra-trusted-substituters = ${url}\n${both}`
  ],
  [
    'what is there is left: in a line without `extra-`, and with a slash at its end',
    `substituters = https://cache.nixos.org ${url}/\ntrusted-public-keys = ${key}\n`,
    `substituters = https://cache.nixos.org ${url}/\ntrusted-public-keys = ${key}\n`
  ]
]

test.each(cases)('%s', (_does, before, after) => {
  expect(mergeNixConf(before, settings)).toEqual({ text: after, warnings: [] })
})

test.each(cases)('a second time changes nothing: %s', (_does, _before, after) => {
  expect(mergeNixConf(after, settings).text).toBe(after)
})

test('a second cache joins the lines of the first', () => {
  const second = [
    { name: 'substituters', values: ['https://b.example'] },
    { name: 'trusted-public-keys', values: [otherKey] }
  ]
  expect(mergeNixConf(both, second).text).toBe(
    `extra-substituters = ${url} https://b.example\nextra-trusted-public-keys = ${key} ${otherKey}\n`
  )
})

test('another key of the same name is told, as Nix heeds one only', () => {
  const [name = ''] = key.split(':')
  const old = `${name}:${Buffer.alloc(32, 9).toString('base64')}`
  expect(mergeNixConf(`extra-trusted-public-keys = ${old}\n`, settings).warnings).toEqual([
    `The file has another key that is called ${name}, and Nix heeds only one of a name: take the one out that is no longer used.`
  ])
})

describe('whatever the file holds', () => {
  const line = fc.oneof(
    fc
      .string({ unit: anyCharacter, maxLength: 30 })
      .map((text) => text.replace(/[^\0-\xff]|\n/g, '?')),
    fc.constantFrom(
      'extra-substituters = https://a.example # x',
      'substituters = https://cache.nixos.org',
      'extra-trusted-public-keys =',
      `trusted-public-keys = ${key}`,
      '\textra-substituters = \t',
      '!include /etc/nix/more.conf',
      ''
    )
  )
  const file = fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n', ''))
    .map(([lines, end]) => lines.join('\n') + end)

  test('its other lines stay byte for byte, and a second time changes nothing', () => {
    fc.assert(
      fc.property(file, (before) => {
        const { text } = mergeNixConf(before, settings)
        expect(mergeNixConf(text, settings).text).toBe(text)
        const after = text.split('\n')
        const changed = before
          .split('\n')
          .filter((one, index, all) => after[index] !== one && index < all.length - 1)
        expect(changed.length).toBeLessThanOrEqual(2)
        for (const one of changed) expect(one).toMatch(/^[ \t]*extra-/)
      })
    )
  })
})

describe.each(testNixes)('$name', ({ makeFolder, open }) => {
  test.each(cases)('reads both out of it: %s', async (_does, _before, after) => {
    const place = makeFolder()
    const file = join(place, 'nix.conf')
    writeFileSync(file, after)
    const nix = await open(place)
    const read = await readNixSettings({
      ...nix,
      env: {
        ...nix.env,
        NIX_CONFIG: 'extra-experimental-features = nix-command',
        NIX_USER_CONF_FILES: file.startsWith(newerNixRoot) ? file.slice(newerNixRoot.length) : file
      }
    })
    rmSync(place, { recursive: true })
    const words = (name: string): string[] =>
      (read.get(name) ?? '').split(' ').map((word) => word.replace(/\/$/, ''))
    expect(words('substituters')).toContain(url)
    expect(words('trusted-public-keys')).toContain(key)
  })
})

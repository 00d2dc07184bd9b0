import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { formatDebugInfo } from '../../src/binary-cache/debug-info.ts'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { publicKeyText } from '../../src/binary-cache/signature.ts'
import { isCatalogueFile } from '../../src/catalogue/whole.ts'
import { cachePage } from '../../src/page/page.ts'
import { isSound } from '../../src/doctor/doctor.ts'
import { openFolderStore } from '../../src/doctor/folder-store.ts'
import { repairIndex } from '../../src/doctor/repair.ts'
import { someHash } from '../catalogue/support.ts'
import { version1 } from '../support/catalogue.ts'
import {
  description,
  edit,
  examine,
  exportOf,
  hashOf,
  narInfoFile,
  narOf,
  narPath,
  newKey,
  pathOf,
  shortFindings,
  soundStore,
  writeFiles,
  type Files,
  type SoundStore
} from './fixture.ts'

const key = newKey()
const folders: string[] = []
let sound: SoundStore

beforeAll(async () => {
  sound = await soundStore(key)
})

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

function storeWith(damage: (files: Files) => void = () => undefined): string {
  const files = new Map(sound.files)
  damage(files)
  const folder = writeFiles(files)
  folders.push(folder)
  return folder
}

function withoutCatalogue(files: Files): Files {
  for (const path of [...files.keys()].filter(isCatalogueFile)) files.delete(path)
  return files
}

describe('a sound store', () => {
  test('has no finding, and is counted', async () => {
    const diagnosis = await examine(storeWith())
    expect(diagnosis.findings).toEqual([])
    expect(isSound(diagnosis)).toBe(true)
    expect(diagnosis.counts).toMatchObject({
      ...{ narInfos: 3, signed: 3, nars: 3, rows: 2, pins: 1, oldFiles: 0 }
    })
    expect(diagnosis.upstream).toEqual([pathOf('glibc-2.40').slice('/nix/store/'.length)])
  })

  test.each([
    ['attic and niks3', (text: string) => text.replace(/^File(Hash|Size): .*\n/gm, '')],
    [
      'Hydra',
      (text: string) =>
        `System: x86_64-linux\n${text.replace(/\nReferences/, '\nDeriver: unknown-deriver\nReferences')}`
    ],
    [
      'whoever turns its lines round',
      (text: string) =>
        text
          .split(/(?<=\n)/)
          .reverse()
          .join('')
    ]
  ])('has none with narinfos as %s writes them', async (_name, change) => {
    const folder = storeWith((files) => {
      for (const name of ['hello-1.0', 'lib-2.0', 'data-3.0'])
        edit(files, `${hashOf(name)}.narinfo`, change)
    })
    expect((await examine(folder)).findings).toEqual([])
  })

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync]
  ] as const)(
    'has none with a NAR that is compressed as %s, and one when that is another',
    async (name, pack) => {
      const packedAs = (content: string) =>
        storeWith((files) => {
          const old = narPath(files, 'data-3.0')
          files.delete(old)
          files.set('nar/data.nar', pack(narOf(content)))
          edit(files, `${hashOf('data-3.0')}.narinfo`, (text) =>
            text
              .replace(/^File(Hash|Size): .*\n/gm, '')
              .replace(/^URL: .*/m, 'URL: nar/data.nar')
              .replace('Compression: none', `Compression: ${name}`)
          )
        })
      const codes = async (folder: string) =>
        (await examine(folder)).findings
          .map(({ code }) => code)
          .filter((code) => code.startsWith('NAR'))
      expect(await codes(packedAs('data'))).toEqual([])
      expect(await codes(packedAs('atad'))).toEqual(['NAR_DAMAGED'])
    }
  )

  test('has none for the same reader of a key that is given', async () => {
    const diagnosis = await examine(storeWith(), { publicKeys: [publicKeyText(key)] })
    expect(diagnosis.findings).toEqual([])
  })

  test('without signatures is sound as far as nobody names a key', async () => {
    const unsigned = await soundStore(null)
    const folder = writeFiles(unsigned.files)
    folders.push(folder)
    expect(shortFindings(await examine(folder))).toEqual([])
    const asked = await examine(folder, { publicKeys: [publicKeyText(key)] })
    expect(asked.findings.map(({ code }) => code)).toEqual(Array(3).fill('SIGNATURE_MISSING'))
  })
})

const hello = narInfoFile('hello-1.0')
const lib = narInfoFile('lib-2.0')
const data = narInfoFile('data-3.0')

type Damage = [name: string, damage: (files: Files) => void, expected: string[]]

const damages: Damage[] = [
  ['no nix-cache-info', (f) => f.delete('nix-cache-info'), ['CACHE_INFO_MISSING nix-cache-info']],
  [
    'nix-cache-info of another store',
    (f) => f.set('nix-cache-info', Buffer.from('StoreDir: /gnu/store\n')),
    ['CACHE_INFO_INVALID nix-cache-info']
  ],
  [
    'a narinfo that is none',
    (f) => f.set(lib, Buffer.from('<html>')),
    [`NARINFO_INVALID ${lib}`, 'NAR_ORPHAN nar']
  ],
  [
    'a narinfo under another name',
    (f) => f.set(`${'a'.repeat(32)}.narinfo`, f.get(lib) ?? Buffer.alloc(0)),
    [`NARINFO_MISNAMED ${'a'.repeat(32)}.narinfo`]
  ],
  ['a NAR that is gone', (f) => f.delete(narPath(f, 'lib-2.0')), [`NAR_MISSING ${lib}`]],
  [
    'a NAR that was cut',
    (f) =>
      f.set(
        narPath(f, 'hello-1.0'),
        f.get(narPath(f, 'hello-1.0'))?.subarray(0, -9) ?? Buffer.alloc(0)
      ),
    [`NAR_FILE_DIFFERS ${hello}`]
  ],
  [
    'a NAR with one bit changed',
    (f) => {
      const bytes = Buffer.from(f.get(narPath(f, 'hello-1.0')) ?? '')
      bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200)
      f.set(narPath(f, 'hello-1.0'), bytes)
    },
    [`NAR_FILE_DIFFERS ${hello}`]
  ],
  [
    'a narinfo with the hash of another NAR',
    (f) => {
      const other = /NarHash: (.*)/.exec(f.get(lib)?.toString() ?? '')?.[1] ?? ''
      edit(f, data, (text) => text.replace(/NarHash: .*/, () => `NarHash: ${other}`))
    },
    [`NAR_DAMAGED ${data}`, `SIGNATURE_WRONG ${data}`]
  ],
  [
    'a narinfo with another NAR size',
    (f) => {
      edit(f, hello, (text) => text.replace(/NarSize: .*/, 'NarSize: 1000'))
    },
    ['CATALOGUE_ROW_DIFFERS catalogue/ft.json', `NAR_DAMAGED ${hello}`, `SIGNATURE_WRONG ${hello}`]
  ],
  [
    'a file of another compression than it says',
    (f) => {
      edit(f, lib, (text) => text.replace('Compression: xz', 'Compression: zstd'))
    },
    [`NAR_DAMAGED ${lib}`]
  ],
  [
    'a compression that nobody here knows',
    (f) => {
      edit(f, lib, (text) => text.replace('Compression: xz', 'Compression: lzip'))
    },
    [`COMPRESSION_UNKNOWN ${lib}`]
  ],
  [
    'a narinfo without its signature',
    (f) => {
      edit(f, lib, (text) => text.replace(/Sig: .*\n/, ''))
    },
    [`SIGNATURE_MISSING ${lib}`]
  ],
  [
    'a signature that was copied from another path',
    (f) => {
      const other = /Sig: .*\n/.exec(f.get(hello)?.toString() ?? '')?.[0] ?? ''
      edit(f, lib, (text) => text.replace(/Sig: .*\n/, () => other))
    },
    [`SIGNATURE_WRONG ${lib}`]
  ],
  [
    'references that were changed',
    (f) => {
      edit(f, data, (text) => text.replace(/References: .*/, 'References: '))
    },
    ['CATALOGUE_ROW_DIFFERS catalogue/hj.json', `SIGNATURE_WRONG ${data}`]
  ],
  [
    'a catalogue that is none',
    (f) => f.set('catalogue.json', Buffer.from('{}')),
    ['CATALOGUE_INVALID catalogue.json']
  ],
  ['no catalogue', (f) => f.delete('catalogue.json'), ['CATALOGUE_MISSING catalogue.json']],
  [
    'a row whose narinfo is gone',
    (f) => {
      f.delete(data)
    },
    ['CATALOGUE_ROW_GONE catalogue/hj.json', 'NAR_ORPHAN nar']
  ],
  [
    'a row with another size',
    (f) => {
      edit(f, 'catalogue/ft.json', (text) => text.replace(/"narSize":\d+/, '"narSize":7'))
    },
    [
      'CATALOGUE_ROW_DIFFERS catalogue/ft.json',
      'CATALOGUE_STALE catalogue/newest.json',
      'README_STALE README.md'
    ]
  ],
  [
    'a row with another size of its file',
    (f) => {
      edit(f, 'catalogue/ft.json', (text) => text.replace(/"fileSize":\d+/, '"fileSize":7'))
    },
    [
      'CATALOGUE_ROW_DIFFERS catalogue/ft.json',
      'CATALOGUE_STALE catalogue.json',
      'CATALOGUE_STALE catalogue/newest.html',
      'CATALOGUE_STALE catalogue/newest.json',
      'README_STALE README.md'
    ]
  ],
  [
    'a row that refers to something else',
    (f) => {
      edit(f, 'catalogue/ft.json', (text) => text.replace(/"refersTo":\["/, `$&${someHash}","`))
    },
    ['CATALOGUE_ROW_DIFFERS catalogue/ft.json']
  ],
  [
    'another sum of sizes',
    (f) => {
      edit(f, 'catalogue.json', (text) => text.replace(/"fileSize": \d+/, '"fileSize": 1'))
    },
    ['CATALOGUE_STALE catalogue.json']
  ],
  [
    'a history that ends in another number',
    (f) => {
      edit(f, 'catalogue.json', (text) => text.replace('"2026-11-21",2,', '"2026-11-21",3,'))
    },
    ['CATALOGUE_STALE catalogue.json']
  ],
  [
    'a history that is none',
    (f) => {
      edit(f, 'catalogue.json', (text) => text.replace('"2026-11-21",2,', '"yesterday",2,'))
    },
    ['CATALOGUE_STALE catalogue.json']
  ],
  [
    'a history that began earlier',
    (f) => {
      edit(f, 'catalogue.json', (text) =>
        text.replace('["2026-11-21"', '["2026-11-01",9,9],\n    $&')
      )
    },
    []
  ],
  [
    'a name that search does not find',
    (f) => {
      edit(f, 'catalogue/names/fq.json', (text) => text.replace(/\n\["hello".*\n/, ''))
    },
    ['CATALOGUE_STALE catalogue/names/fq.json']
  ],
  [
    'names of nothing',
    (f) => f.set('catalogue/names/aa.json', Buffer.from('{"systems":[],"names":[]}\n')),
    ['CATALOGUE_STALE catalogue/names/aa.json']
  ],
  [
    'no table for browsers without a script, and one with a script',
    (f) => {
      edit(f, 'catalogue/newest.html', (text) => text.replace('<table>', '<script>x</script>$&'))
    },
    ['CATALOGUE_STALE catalogue/newest.html']
  ],
  [
    'no list of the pins',
    (f) => f.delete('catalogue/pins.json'),
    ['CATALOGUE_STALE catalogue/pins.json']
  ],
  [
    'files of somebody’s own among the catalogue’s',
    (f) => {
      f.set('catalogue/en.json', Buffer.from('{"title": "Catalogue"}'))
      f.set('catalogue/names/de.json', Buffer.from('["Katalog"]'))
      f.set('catalogue/notes.txt', Buffer.from('ours'))
    },
    []
  ],
  [
    'a shard that is none',
    (f) => f.set('catalogue/ft.json', Buffer.from('{\n<<<<<<< ours\n')),
    ['CATALOGUE_INVALID catalogue/ft.json']
  ],
  [
    'a shard that is gone',
    (f) => f.delete('catalogue/ft.json'),
    [
      'BADGE_STALE badge.json',
      'CATALOGUE_SHARD_MISSING catalogue/ft.json',
      'CATALOGUE_STALE catalogue.json',
      'CATALOGUE_STALE catalogue/names/fq.json',
      'CATALOGUE_STALE catalogue/newest.html',
      'CATALOGUE_STALE catalogue/newest.json',
      'README_STALE README.md'
    ]
  ],
  [
    'badges that say something else, are not there, or are of nothing',
    (f) => {
      edit(f, 'badge/hello.json', (text) => text.replace('1.0', '2.0'))
      f.delete('badge/data.svg')
      f.set('badge/gone.svg', f.get('badge/hello.svg') ?? Buffer.alloc(0))
    },
    ['BADGE_STALE badge/data.svg']
  ],
  ['no badge of somebody else’s', (f) => f.set('badge.svg', Buffer.from('<svg>mine</svg>')), []],
  [
    'debug information of a NAR that is not there',
    (f) => {
      const [id = '', other = ''] = ['a', 'b'].map((digit) => digit.repeat(40))
      f.set(`debuginfo/${id}`, formatDebugInfo(id, 'nar/xx/gone.nar'))
      f.set(`debuginfo/${other}`, formatDebugInfo(other, narPath(f, 'hello-1.0')))
      f.set(`debuginfo/${'c'.repeat(40)}`, Buffer.from('somebody’s own'))
    },
    [`DEBUG_INFO_ASTRAY debuginfo/${'a'.repeat(40)}`]
  ],
  [
    'a shard that nobody names',
    (f) => {
      edit(f, 'catalogue.json', (text) => text.replace('"ft":1,', ''))
    },
    ['CATALOGUE_STALE catalogue.json']
  ],
  [
    'another number of rows than the shard has',
    (f) => {
      edit(f, 'catalogue.json', (text) => text.replace('"ft":1', '"ft":1000000'))
    },
    ['CATALOGUE_STALE catalogue.json']
  ],
  [
    'a row in the wrong shard, and a shard without one',
    (f) => {
      f.set('catalogue/aa.json', f.get('catalogue/ft.json') ?? Buffer.alloc(0))
      f.set('catalogue/ft.json', Buffer.from('{\n  "artifacts": []\n}\n'))
    },
    ['CATALOGUE_STALE catalogue/aa.json', 'CATALOGUE_STALE catalogue/ft.json']
  ],
  [
    'what is shown first without one of its rows',
    (f) => {
      edit(f, 'catalogue/newest.json', (text) =>
        text.replace(/\n.*"data".*\n/, '\n').replace('},\n  ]', '}\n  ]')
      )
    },
    ['CATALOGUE_STALE catalogue/newest.json']
  ],
  [
    'nothing of what is shown first',
    (f) => f.delete('catalogue/newest.json'),
    ['CATALOGUE_STALE catalogue/newest.json']
  ],
  [
    'a catalogue of version 1 beside shards',
    (f) => f.set('catalogue.json', Buffer.from(version1(sound.catalogue))),
    ['CATALOGUE_STALE catalogue.json']
  ],
  [
    'no README',
    (f) => f.delete('README.md'),
    ['KEY_UNTOLD catalogue.json', 'README_KEYS_UNKNOWN README.md']
  ],
  [
    'a README whose table was edited',
    (f) => {
      edit(f, 'README.md', (text) => text.replace(/2026-11-21 \|/, '2026-11-22 |'))
    },
    ['README_STALE README.md']
  ],
  [
    'a README that sends readers elsewhere',
    (f) => {
      edit(f, 'README.md', (text) => text.replaceAll('alice.github.io', 'evil.example'))
    },
    ['README_ADDRESS README.md']
  ],
  [
    'that Pages lacks a file',
    (f) => {
      f.delete('.nojekyll')
    },
    ['SITE_FILE_MISSING .nojekyll']
  ],
  [
    'a `.gitattributes` of an older nar-publish',
    (f) => {
      edit(f, '.gitattributes', (text) => text.replace(/^\/catalogue\/.*\n/m, ''))
    },
    ['ATTRIBUTES_MISSING .gitattributes']
  ],
  [
    'a `.gitattributes` of somebody’s own',
    (f) => f.set('.gitattributes', Buffer.from('*.png binary\n')),
    ['ATTRIBUTES_OTHERS .gitattributes']
  ],
  [
    'the page of another repository, which this is a fork of',
    (f) => {
      edit(f, '404.html', (text) => text.replace(/[0-9a-f]{32}/, '0'.repeat(32)))
    },
    ['SITE_FILE_MISSING 404.html']
  ],
  [
    'a page that says what is so',
    (f) => f.set('index.html', cachePage(description, [publicKeyText(key)])),
    []
  ],
  [
    'a page that tells readers another key',
    (f) => f.set('index.html', cachePage(description, [publicKeyText(newKey('other-1'))])),
    ['PAGE_STALE index.html']
  ],
  ...['evil<!DOCTYPE html>', '<!DOCTYPE html>', '</html>'].map((place): Damage => [
    `a page of ours that was changed at ${place}`,
    (f) => {
      f.set('index.html', cachePage(description, [publicKeyText(key)]))
      edit(f, 'index.html', (text) => text.replace(place.replace('evil', ''), () => `x${place}`))
    },
    ['PAGE_CHANGED index.html']
  ]),
  ['a page of somebody’s own', (f) => f.set('index.html', Buffer.from('<h1>Ours</h1>')), []],
  [
    'a README with markers twice',
    (f) => {
      edit(f, 'README.md', (text) => `${text}\n<!-- nar-publish:end -->\n`)
    },
    ['README_MARKERS README.md']
  ],
  [
    'a pin of a path that is not there',
    (f) => f.set('pins/x', Buffer.from(`${pathOf('gone-1')}\n`)),
    [
      'CATALOGUE_STALE catalogue/newest.json',
      'CATALOGUE_STALE catalogue/pins.json',
      'PIN_INVALID pins/x',
      'README_STALE README.md'
    ]
  ],
  [
    'a pin that the README does not tell of',
    (f) => f.set('pins/x', Buffer.from(`${pathOf('hello-1.0')}\n`)),
    ['CATALOGUE_STALE catalogue/pins.json', 'README_STALE README.md']
  ],
  ['a pin that is none', (f) => f.set('pins/x', Buffer.from('$(id)')), ['PIN_INVALID pins/x']],
  [
    'a log of what is not there, beside a file of somebody’s own',
    (f) => {
      f.set(`log/${'0'.repeat(32)}-gone.drv`, Buffer.from('x'))
      f.set('log/notes.txt', Buffer.from('x'))
    },
    [`LOG_ORPHAN log/${'0'.repeat(32)}-gone.drv`]
  ],
  ['a NAR that nobody names', (f) => f.set('nar/xx/x.nar', Buffer.from('x')), ['NAR_ORPHAN nar']],
  [
    'a NAR on another server',
    (f) => {
      edit(f, lib, (text) => text.replace(/URL: .*/, 'URL: http://169.254.169.254/x.nar.xz'))
    },
    [`NAR_ELSEWHERE ${lib}`, 'NAR_ORPHAN nar']
  ]
]

describe('damage', () => {
  test.each(damages)('finds %s', async (_name, damage, expected) => {
    const diagnosis = await examine(storeWith(damage))
    const found = shortFindings(diagnosis).map((text) => text.replace(/(NAR_ORPHAN nar)\/.*/, '$1'))
    expect(found).toEqual(expected)
    const notes = [
      'ATTRIBUTES_MISSING',
      'ATTRIBUTES_OTHERS',
      'BADGE_STALE',
      'COMPRESSION_UNKNOWN',
      'DEBUG_INFO_ASTRAY',
      'LOG_ORPHAN',
      'NAR_ELSEWHERE',
      'NAR_ORPHAN',
      'PAGE_CHANGED',
      'SITE_FILE_MISSING'
    ]
    expect(isSound(diagnosis)).toBe(
      expected.every((text) => notes.includes(text.split(' ')[0] ?? ''))
    )
  })

  test('a quick look finds what is missing, and not what is changed inside', async () => {
    const folder = storeWith((files) => {
      files.delete(narPath(files, 'lib-2.0'))
      const bytes = Buffer.from(files.get(narPath(files, 'hello-1.0')) ?? '')
      bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200)
      files.set(narPath(files, 'hello-1.0'), bytes)
    })
    expect(shortFindings(await examine(folder, { isQuick: true }))).toEqual([`NAR_MISSING ${lib}`])
  })

  test('a NAR that unpacks to more than is announced is not unpacked to its end', async () => {
    const folder = storeWith((files) => {
      edit(files, hello, (text) => text.replace(/NarSize: .*/, 'NarSize: 1000'))
    })
    const { findings } = await examine(folder)
    expect(findings.find(({ code }) => code === 'NAR_DAMAGED')?.what).toContain(
      'unpacks to more than the 1000 bytes'
    )
  })

  test('of a folder that is no clone leaves the README uncompared, and says so', async () => {
    expect(shortFindings(await examine(storeWith(), { about: null }))).toEqual([
      'README_NOT_COMPARED README.md'
    ])
  })
})

test('a shard that cannot be read leaves the rows of the others counted', async () => {
  const diagnosis = await examine(
    storeWith((files) => files.set('catalogue/ft.json', Buffer.from('<<<<<<< ours')))
  )
  expect(diagnosis.counts.rows).toBe(1)
})

describe('a catalogue of a later format', () => {
  const later = (): string =>
    storeWith((files) => {
      edit(files, 'catalogue.json', (text) => text.replace('"version": 2', '"version": 3'))
      // A field that this version does not know, and what only a repair would take away.
      edit(files, 'catalogue/ft.json', (text) => text.replace('"name"', '"licence":"MIT","name"'))
      files.set(`debuginfo/${'a'.repeat(40)}`, formatDebugInfo('a'.repeat(40), 'nar/xx/gone.nar'))
    })

  test('is one finding, which advises a newer version and not to restore what is sound', async () => {
    const { findings } = await examine(later())
    expect(findings.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'CATALOGUE_INVALID catalogue.json',
      expect.stringMatching(/^DEBUG_INFO_ASTRAY /)
    ])
    expect(findings[0]?.what).toContain('format version 3')
    expect(findings[0]?.now).toMatch(/^Use a newer version of nar-publish/)
  })

  test('is not written to by a repair', async () => {
    const folder = later()
    const files = (): string[] => readdirSync(folder, { recursive: true }).map(String).sort()
    const before = files()
    const { repair } = await examine(folder, { fix: true })
    expect(repair).toBeNull()
    expect(files()).toEqual(before)
    expect(readFileSync(join(folder, 'catalogue.json'), 'utf8')).toContain('"version": 3')
  })
})

describe('--fix', () => {
  test('drops rows without narinfos, corrects others, renders the README, and touches nothing else', async () => {
    const folder = storeWith((files) => {
      files.delete(data)
      edit(files, 'catalogue/ft.json', (text) => text.replace(/(hello.*"narSize":)\d+/, '$17'))
    })
    const before = (path: string): string => readFileSync(join(folder, path), 'latin1')
    const untouched = [...sound.files.keys()].filter(
      (path) =>
        ![
          'catalogue.json',
          'catalogue/ft.json',
          'catalogue/hj.json',
          'catalogue/names/ha.json',
          'catalogue/newest.html',
          'catalogue/newest.json',
          'README.md',
          'badge.json',
          'badge.svg',
          'badge/data.json',
          'badge/data.svg',
          data
        ].includes(path)
    )
    const bytes = untouched.map(before)

    const diagnosis = await examine(folder, { fix: true })
    expect(isSound(diagnosis)).toBe(true)
    expect(diagnosis.repair).toContain('catalogue.json')
    expect(existsSync(join(folder, 'catalogue/hj.json'))).toBe(false)
    expect(untouched.map(before)).toEqual(bytes)
    expect(before('catalogue/ft.json')).toBe(
      sound.files.get('catalogue/ft.json')?.toString('latin1')
    )
    expect(shortFindings(await examine(folder))).toEqual([expect.stringMatching(/^NAR_ORPHAN /)])
    expect(before('README.md')).toContain('# Ours\n')
    expect(before('README.md')).not.toContain('data-3.0')
  })

  test('writes badges anew, and takes away what leads nowhere, and says so', async () => {
    const astray = `debuginfo/${'a'.repeat(40)}`
    const told = [publicKeyText(key)]
    const folder = storeWith((files) => {
      edit(files, 'badge/hello.svg', (text) => text.replace('1.0', '2.0'))
      for (const path of ['badge.svg', 'badge/data.json']) files.delete(path)
      files.set('badge/gone.json', files.get('badge/hello.json') ?? Buffer.alloc(0))
      files.set('badge/mine.json', Buffer.from('{}'))
      files.set(astray, formatDebugInfo('a'.repeat(40), 'nar/xx/gone.nar'))
      files.set('index.html', cachePage({ ...description, branch: 'other' }, told))
    })
    const { findings, repair } = await examine(folder, { fix: true })
    expect(findings.map(({ code, repaired }) => [code, repaired])).toEqual([
      ['BADGE_STALE', true],
      ['PAGE_STALE', true],
      ['DEBUG_INFO_ASTRAY', true]
    ])
    expect(readFileSync(join(folder, 'index.html')).equals(cachePage(description, told))).toBe(true)
    expect(findings[0]?.what).toContain('(and 3 more)')
    expect(repair).toContain('badge.svg')
    for (const path of [...sound.files.keys()].filter((path) => path.startsWith('badge'))) {
      expect(
        readFileSync(join(folder, path)).equals(sound.files.get(path) ?? Buffer.alloc(0))
      ).toBe(true)
    }
    const left = ['badge/gone.json', 'badge/mine.json', astray].map((path) =>
      existsSync(join(folder, path))
    )
    expect(left).toEqual([false, true, false])
    expect((await examine(folder)).findings).toEqual([])
  })

  test('tells no key that only the catalogue names, unless `trusted-keys` vouches for it', async () => {
    const planted = `planted-1:${'A'.repeat(43)}=`
    const folder = storeWith((files) => {
      files.delete(data)
      edit(files, 'catalogue.json', (text) =>
        text.replace('"publicKeys": [', `"publicKeys": ["${planted}",`)
      )
    })
    const readme = (): string => readFileSync(join(folder, 'README.md'), 'utf8')
    expect(shortFindings(await examine(folder, { fix: true }))).toContain(
      'KEY_UNTOLD catalogue.json'
    )
    expect(readme()).not.toContain('data-3.0')
    expect(readme()).not.toContain(planted)
    await examine(folder, { fix: true, trustedKeys: [planted] })
    expect(readme()).toContain(`- Public key: \`${planted}\``)
  })

  test('writes no block that calls a cache unsigned whose keys nobody vouches for', async () => {
    const folder = storeWith((files) => files.set('README.md', Buffer.from('# Ours\n')))
    const found = shortFindings(await examine(folder, { fix: true }))
    expect(found).toContain('README_KEYS_UNKNOWN README.md')
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('# Ours\n')
  })

  test('leaves errors that it cannot mend, and they stay errors', async () => {
    const folder = storeWith((files) => {
      files.delete(narPath(files, 'lib-2.0'))
      edit(files, 'README.md', (text) => text.replace(/2026-11-21 \|/, '2026-11-22 |'))
    })
    const diagnosis = await examine(folder, { fix: true })
    expect(isSound(diagnosis)).toBe(false)
    // Of the three that narinfos name, those that are there.
    expect(diagnosis.counts.nars).toBe(2)
    expect(shortFindings(await examine(folder))).toEqual([`NAR_MISSING ${lib}`])
  })

  test('leaves a pin in the list that came since doctor looked', async () => {
    const folder = storeWith((files) => files.delete('catalogue/newest.html'))
    const looked = openFolderStore(folder, { description, serverUrl: '' })
    writeFileSync(join(folder, 'pins/late'), `${pathOf('hello-1.0')}\n`)
    const now = openFolderStore(folder, { description, serverUrl: '' })
    await repairIndex({ ...looked, write: (compose) => now.write(compose) }, [])
    const pins = readFileSync(join(folder, 'catalogue/pins.json'), 'utf8')
    expect(pins).toContain(`["late","${pathOf('hello-1.0')}"]`)
  })

  test('writes nothing where the markers are ambiguous', async () => {
    const folder = storeWith((files) => {
      files.delete(data)
      edit(files, 'README.md', (text) => `${text}\n<!-- nar-publish:end -->\n`)
    })
    const diagnosis = await examine(folder, { fix: true })
    expect(diagnosis.repair).toBeNull()
    expect(isSound(diagnosis)).toBe(false)
  })

  test.each<[string, (files: Files) => void]>([
    [
      'a row in the wrong shard',
      (files) =>
        files
          .set('catalogue/aa.json', files.get('catalogue/ft.json') ?? Buffer.alloc(0))
          .delete('catalogue/ft.json') &&
        files.set(
          'catalogue.json',
          Buffer.from((files.get('catalogue.json') ?? '').toString().replace('"ft"', '"aa"'))
        )
    ],
    ['nothing of what is shown first', (files) => files.delete('catalogue/newest.json')],
    [
      'nothing of what is made of rows and pins, and no history',
      (files) => {
        const made = /^catalogue\/(newest|pins|names\/)/
        for (const path of [...files.keys()].filter((path) => made.test(path))) files.delete(path)
        edit(files, 'catalogue.json', (text) =>
          text.replace(/ {2}"fileSize"[^]*(?= {2}"shards")/, '')
        )
      }
    ],
    [
      'all of that damaged',
      (files) => {
        const made = /^catalogue\/(newest|pins|names\/)/
        for (const path of [...files.keys()].filter((path) => made.test(path)))
          files.set(path, Buffer.from('<<<<<<< ours'))
        edit(files, 'catalogue.json', (text) => text.replace(/"history": \[/, '$&0,'))
      }
    ],
    [
      'what is shown first damaged',
      (files) => files.set('catalogue/newest.json', Buffer.from('<<<<<<< ours'))
    ],
    [
      'a wrong number of rows',
      (files) => {
        edit(files, 'catalogue.json', (text) => text.replace('"ft":1', '"ft":7'))
      }
    ],
    [
      'a catalogue of version 1 beside its shards',
      (files) => {
        files.set('catalogue.json', Buffer.from(version1(sound.catalogue)))
      }
    ],
    [
      'a catalogue of version 1 with half of the rows, and shards with the others',
      (files) => {
        const [row] = sound.catalogue.rows
        const rows = row === undefined ? [] : [row]
        files.set('catalogue.json', Buffer.from(version1({ ...sound.catalogue, rows })))
        files.delete(`catalogue/${row?.name === 'hello' ? 'ft' : 'hj'}.json`)
      }
    ]
  ])('of a store with %s brings back every byte', async (_what, damage) => {
    const folder = storeWith(damage)
    expect(isSound(await examine(folder))).toBe(false)
    expect(isSound(await examine(folder, { fix: true }))).toBe(true)
    for (const [path, content] of sound.files) {
      expect([path, readFileSync(join(folder, path)).equals(content)]).toEqual([path, true])
    }
    expect(existsSync(join(folder, 'catalogue/aa.json'))).toBe(false)
  })

  test('goes on without a shard that is gone', async () => {
    const folder = storeWith((files) => files.delete('catalogue/ft.json'))
    const diagnosis = await examine(folder, { fix: true })
    expect(isSound(diagnosis)).toBe(true)
    const again = await examine(folder)
    expect(again.findings).toEqual([])
    expect(again.counts.rows).toBe(1)
  })

  test('takes a catalogue of version 1 over, with what it mends', async () => {
    const folder = storeWith((files) => {
      withoutCatalogue(files).set('catalogue.json', Buffer.from(version1(sound.catalogue)))
    })
    expect(shortFindings(await examine(folder))).toEqual([])
    writeFileSync(
      join(folder, 'README.md'),
      readFileSync(join(folder, 'README.md'), 'utf8').replace(/2026-11-21 \|/, '2026-11-22 |')
    )
    expect(isSound(await examine(folder, { fix: true }))).toBe(true)
    for (const path of ['README.md', ...[...sound.files.keys()].filter(isCatalogueFile)]) {
      expect([path, readFileSync(join(folder, path))]).toEqual([path, sound.files.get(path)])
    }
  })

  test('writes no shard through a link in its place', async () => {
    const folder = storeWith((files) => {
      withoutCatalogue(files).set('catalogue.json', Buffer.from(version1(sound.catalogue)))
      edit(files, 'README.md', (text) => text.replace(/2026-11-21 \|/, '2026-11-22 |'))
    })
    const elsewhere = mkdtempSync(join(folder, 'elsewhere-'))
    symlinkSync(elsewhere, join(folder, 'catalogue'))
    await expect(examine(folder, { fix: true })).rejects.toMatchObject({
      code: 'PATH_TAKEN',
      subject: '"catalogue"'
    })
    expect(readdirSync(elsewhere)).toEqual([])
  })

  test('of a sound store writes nothing', async () => {
    expect((await examine(storeWith(), { fix: true })).repair).toBeNull()
  })
})

test('links out of the folder are not followed', async () => {
  const folder = storeWith()
  symlinkSync('/etc/passwd', join(folder, `${'b'.repeat(32)}.narinfo`))
  symlinkSync('/etc', join(folder, 'nar', 'zz'))
  const diagnosis = await examine(folder)
  expect(diagnosis.findings).toEqual([])
  expect(diagnosis.counts.narInfos).toBe(3)
})

test('a README that is a link is not written through', async () => {
  const folder = storeWith((files) => {
    files.delete('README.md')
  })
  const precious = join(folder, 'precious')
  writeFileSync(precious, 'precious')
  symlinkSync(precious, join(folder, 'README.md'))
  const trustedKeys = [publicKeyText(key)]
  await expect(examine(folder, { fix: true, trustedKeys })).rejects.toMatchObject({
    code: 'PATH_TAKEN',
    subject: '"README.md"'
  })
  expect(readFileSync(precious, 'utf8')).toBe('precious')
})

test('a store of the old script: export streams are told from NARs and from what is damaged', async () => {
  const file = (name: string): string => `${hashOf(name)}-${name}.nar`
  const nar = narOf('old')
  const files: Files = new Map([
    [file('exported-1'), exportOf(pathOf('exported-1'), nar)],
    [file('real-1'), nar],
    [file('empty-1'), Buffer.alloc(0)],
    [file('cut-1'), exportOf(pathOf('cut-1'), nar).subarray(0, -20)],
    [file('text-1'), Buffer.from('not a NAR at all, but long enough to look at')],
    ['README.md', Buffer.from('## Index of Artifacts\n*   [x](x)\n')]
  ])
  const folder = writeFiles(files)
  folders.push(folder)
  const diagnosis = await examine(folder, { fix: true })
  expect(shortFindings(diagnosis)).toEqual(
    [
      'CACHE_INFO_MISSING nix-cache-info',
      `OLD_EXPORT ${file('exported-1')}`,
      `OLD_FILE_DAMAGED ${file('cut-1')}`,
      `OLD_FILE_DAMAGED ${file('empty-1')}`,
      `OLD_FILE_DAMAGED ${file('text-1')}`,
      `OLD_NAR ${file('real-1')}`
    ].sort()
  )
  expect(diagnosis.findings.find(({ code }) => code === 'OLD_EXPORT')?.what).toContain(
    pathOf('exported-1')
  )
  for (const [path, content] of files) expect(readFileSync(join(folder, path))).toEqual(content)
  expect(description.branch).toBe('main')
})

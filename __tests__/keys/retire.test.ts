/** A key is listed, and taken away, in a small store made of bytes. */
import { afterEach, describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isBadgePath } from '../../src/catalogue/badge.ts'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import {
  isSignedByAny,
  keyName,
  publicKeyText,
  sign,
  type SecretKey
} from '../../src/binary-cache/signature.ts'
import { parseIndex } from '../../src/catalogue/catalogue.ts'
import { isCatalogueFile } from '../../src/catalogue/whole.ts'
import {
  badgesOf,
  catalogueFiles,
  takenOver,
  version1,
  withCatalogue
} from '../support/catalogue.ts'
import { toldKeys } from '../../src/catalogue/told-keys.ts'
import { openFolderStore } from '../../src/doctor/folder-store.ts'
import type { PublishedStore } from '../../src/doctor/store.ts'
import { readKeys, retireKey, type RetireReport } from '../../src/keys/keys.ts'
import { keysText, retirementText, retirementWarnings } from '../../src/keys/report.ts'
import { silentLog } from '../../src/log.ts'
import { cachePage } from '../../src/page/page.ts'
import { removeFolder } from '../../src/scratch.ts'
import {
  description,
  edit,
  examine,
  narInfoFile,
  narPath,
  newKey,
  parts,
  pathOf,
  soundStore,
  writeFiles,
  type Files
} from '../doctor/fixture.ts'
import { testEnvironment } from '../support/nix.ts'

const old = newKey('old-1')
const fresh = newKey('fresh-1')
const names = parts.map(({ name }) => name)
const all = names.map(pathOf).sort()

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) removeFolder(folder)
})

function written(files: Files): string {
  const folder = writeFiles(files)
  folders.push(folder)
  return folder
}

function addSignature(files: Files, name: string, key: SecretKey): void {
  edit(files, narInfoFile(name), (text) => `${text}Sig: ${sign(key, parseNarInfo(text, name))}\n`)
}

function request(folder: string, about: typeof description | null = description) {
  const open = (): Promise<PublishedStore> =>
    Promise.resolve(
      openFolderStore(folder, { description: about, serverUrl: 'https://github.com' })
    )
  return { open, childEnvironment: testEnvironment(), log: silentLog }
}

function retire(
  folder: string,
  options: { name?: string; signWith?: SecretKey[]; dryRun?: boolean } = {}
): Promise<RetireReport> {
  const { name = 'old-1', signWith = [], dryRun = false } = options
  return retireKey({ ...request(folder), name, signWith, dryRun })
}

const textOf = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8')
const signersOf = (folder: string, name: string): string[] =>
  parseNarInfo(textOf(folder, narInfoFile(name)), name).signatures.map(keyName)
const keysOf = (folder: string): { told: string[]; named: readonly string[] } => ({
  told: toldKeys(Buffer.from(textOf(folder, 'README.md'))),
  named: parseIndex(Buffer.from(textOf(folder, 'catalogue.json')), 'catalogue.json').publicKeys
})

/** What is in the folder, file by file. */
const snapshotOf = (folder: string, files: Files): string[] =>
  [...files.keys()].map((file) => readFileSync(join(folder, file)).toString('base64'))

describe('the list', () => {
  test('tells of each key how much it signs, how much alone, and who names it', async () => {
    const { files, catalogue } = await soundStore(old)
    addSignature(files, 'lib-2.0', fresh)
    edit(files, narInfoFile('data-3.0'), (text) => `${text}Sig: else-1:${'A'.repeat(86)}==\n`)
    const publicKeys = [...catalogue.publicKeys, publicKeyText(fresh)]
    withCatalogue(files, { ...catalogue, publicKeys })
    const report = await readKeys(request(written(files)))
    expect(report.keys).toEqual([
      {
        ...{ name: 'old-1', publicKey: publicKeyText(old), isTold: true, isInCatalogue: true },
        ...{ signs: 3, alone: 3 }
      },
      {
        ...{ name: 'else-1', publicKey: null, isTold: false, isInCatalogue: false },
        ...{ signs: 1, alone: 0 }
      },
      {
        ...{ name: 'fresh-1', publicKey: publicKeyText(fresh), isTold: false, isInCatalogue: true },
        ...{ signs: 1, alone: 0 }
      }
    ])
    expect(report).toMatchObject({ paths: 3, unreadable: [] })
    expect(keysText(report)).toContain(
      `${publicKeyText(fresh)}\n  only the catalogue names it; signs 1 path, 0 of them alone`
    )
  })

  test('counts no signature that is not one of the key whose name it bears', async () => {
    const { files } = await soundStore(old)
    edit(files, narInfoFile('lib-2.0'), (text) =>
      text.replace(/^NarSize: .*$/m, () => 'NarSize: 4096')
    )
    const report = await readKeys(request(written(files)))
    expect(report.keys).toEqual([expect.objectContaining({ name: 'old-1', signs: 2, alone: 2 })])
    expect(report.unreadable).toEqual([pathOf('lib-2.0')])
  })
})

test('what is no cache has no list of keys, and no key to retire', async () => {
  const folder = written(new Map([['README.md', Buffer.from('# source\n')]]))
  const error = { code: 'CACHE_MISSING', reason: 'it has no nix-cache-info' }
  await expect(readKeys(request(folder))).rejects.toMatchObject(error)
  await expect(retire(folder)).rejects.toMatchObject(error)
})

describe('a key that is retired', () => {
  test('leaves neither signature, nor catalogue entry, nor line of the README, and names what is left unsigned', async () => {
    const { files } = await soundStore(old)
    addSignature(files, 'lib-2.0', fresh)
    const folder = written(files)
    const { readme, catalogue } = { readme: 'README.md', catalogue: 'catalogue.json' }
    const report = await retire(folder)
    expect(report).toMatchObject({
      publicKeys: [publicKeyText(old)],
      narInfos: 3,
      signed: [],
      told: [],
      left: all
    })
    expect(names.map((name) => signersOf(folder, name))).toEqual([[], ['fresh-1'], []])
    for (const file of [readme, catalogue]) expect(textOf(folder, file)).not.toContain('old-1')
    expect(textOf(folder, readme)).toMatch(/^# Ours\n/)
    expect(retirementText(report, false)).toContain(`left unsigned: ${pathOf('lib-2.0')}`)
    expect(retirementWarnings(report, false)).toEqual([
      expect.stringContaining('3 paths are left'),
      expect.stringContaining('No key is left')
    ])
  })

  test('is replaced by `--sign-with`, and doctor finds the store sound by the new one alone', async () => {
    const { files } = await soundStore(old)
    files.set('index.html', cachePage(description, [publicKeyText(old)]))
    const folder = written(files)
    const report = await retire(folder, { signWith: [fresh] })
    const page = cachePage(description, [publicKeyText(fresh)])
    expect(textOf(folder, 'index.html')).toBe(page.toString())
    expect(report).toMatchObject({ signed: all, left: [], told: [publicKeyText(fresh)] })
    expect(keysOf(folder)).toEqual({ told: [publicKeyText(fresh)], named: [publicKeyText(fresh)] })
    for (const name of names) {
      const narInfo = parseNarInfo(textOf(folder, narInfoFile(name)), name)
      expect(isSignedByAny([publicKeyText(fresh)], narInfo)).toBe(true)
    }
    expect((await examine(folder)).findings).toEqual([])
  })

  test('leaves what another told key has signed to that key', async () => {
    const { files } = await soundStore(old)
    for (const name of names) addSignature(files, name, fresh)
    edit(files, 'README.md', (text) =>
      text.replace(
        /^- Public key: .*$/m,
        (line) => `${line}\n- Public key: \`${publicKeyText(fresh)}\``
      )
    )
    const folder = written(files)
    expect(await retire(folder, { signWith: [fresh] })).toMatchObject({ signed: [], left: [] })
    expect(names.map((name) => signersOf(folder, name))).toEqual(names.map(() => ['fresh-1']))
    expect((await examine(folder)).findings).toEqual([])
  })

  test('changes nothing in a dry run, which says the same', async () => {
    const { files } = await soundStore(old)
    const folder = written(files)
    const before = snapshotOf(folder, files)
    const report = await retire(folder, { signWith: [fresh], dryRun: true })
    expect(report).toMatchObject({ signed: all, left: [], result: null })
    expect(retirementText(report, true)).toContain('Nothing was written.')
    expect(snapshotOf(folder, files)).toEqual(before)
  })

  test.each<[string, (files: Files) => void]>([
    [
      'has other bytes',
      (files) => void files.set(narPath(files, 'lib-2.0'), Buffer.from('spoilt'))
    ],
    ['is missing', (files) => void files.delete(narPath(files, 'lib-2.0'))]
  ])('is not retired with `--sign-with` while a NAR %s', async (_what, spoil) => {
    const { files } = await soundStore(old)
    spoil(files)
    const folder = written(files)
    const before = snapshotOf(folder, files)
    await expect(retire(folder, { signWith: [fresh] })).rejects.toMatchObject({
      code: 'CONTENT_WRONG',
      subject: narInfoFile('lib-2.0')
    })
    expect(snapshotOf(folder, files)).toEqual(before)
  })

  test('has nothing signed anew that it did not sign itself: a narinfo that was changed is named', async () => {
    const { files } = await soundStore(old)
    // The NAR is that of the narinfo, which is not the one that was signed.
    edit(files, narInfoFile('lib-2.0'), (text) =>
      text.replace(/^References: .*$/m, () => `References: ${pathOf('data-3.0').slice(11)}`)
    )
    const folder = written(files)
    const report = await retire(folder, { signWith: [fresh] })
    expect(report.left).toEqual([pathOf('lib-2.0')])
    expect(signersOf(folder, 'lib-2.0')).toEqual([])
  })

  test('in a cache whose catalogue is of version 1 takes that over', async () => {
    const { files, catalogue } = await soundStore(old)
    const own = [...files.keys()].filter((path) => isCatalogueFile(path) || isBadgePath(path))
    for (const path of own) files.delete(path)
    files.set('catalogue.json', Buffer.from(version1(catalogue)))
    const folder = written(files)
    await retire(folder)
    for (const [path, content] of await badgesOf(catalogue)) {
      expect([path, textOf(folder, path)]).toEqual([path, content.toString()])
    }
    for (const [path, content] of catalogueFiles(takenOver({ ...catalogue, publicKeys: [] }))) {
      // Which are pinned ones first.
      if (path.startsWith('catalogue/newest.')) continue
      expect([path, textOf(folder, path)]).toEqual([path, content.toString()])
    }
  })

  test('that only the catalogue names has nothing signed anew', async () => {
    const planted = newKey('planted-1')
    const { files, catalogue } = await soundStore(planted)
    edit(files, 'README.md', (text) =>
      text.replaceAll(publicKeyText(planted), () => publicKeyText(old))
    )
    withCatalogue(files, catalogue)
    const folder = written(files)
    const report = await retire(folder, { name: 'planted-1', signWith: [fresh] })
    expect(report).toMatchObject({ signed: [], left: all })
    expect(keysOf(folder).named).toEqual([publicKeyText(fresh)])
  })

  test('of an unknown name is an error that names those there are', async () => {
    const { files } = await soundStore(old)
    await expect(retire(written(files), { name: 'odl-1' })).rejects.toThrow(
      /^KEY_UNKNOWN .*; there are "old-1"/
    )
  })

  test('is not retired where the README cannot be written', async () => {
    const { files } = await soundStore(old)
    files.set('readme.md', files.get('README.md') ?? Buffer.alloc(0))
    files.delete('README.md')
    const folder = written(files)
    const before = snapshotOf(folder, files)
    const given = { ...request(folder, null), name: 'old-1', signWith: [], dryRun: false }
    await expect(retireKey(given)).rejects.toMatchObject({
      code: 'FOLDER_INVALID',
      subject: 'readme.md'
    })
    expect(snapshotOf(folder, files)).toEqual(before)
  })

  test.each<[string, () => SecretKey]>([
    ['itself', () => old],
    ['another of its name', () => newKey('old-1')]
  ])('is not replaced by %s: those signatures would go as well', async (_what, keyOf) => {
    const { files } = await soundStore(old)
    const folder = written(files)
    const before = snapshotOf(folder, files)
    await expect(retire(folder, { signWith: [fresh, keyOf()] })).rejects.toMatchObject({
      code: 'SIGNING_KEY_INVALID'
    })
    expect(snapshotOf(folder, files)).toEqual(before)
  })

  test('is not replaced by one of a name that another key has', async () => {
    const { files } = await soundStore(old)
    edit(files, 'README.md', (text) =>
      text.replace(
        /^- Public key: .*$/m,
        (line) => `${line}\n- Public key: \`${publicKeyText(fresh)}\``
      )
    )
    await expect(retire(written(files), { signWith: [newKey('fresh-1')] })).rejects.toMatchObject({
      code: 'SIGNING_KEY_INVALID'
    })
  })
})

import { describe, expect, test } from '@jest/globals'
import {
  attributesNotes,
  missingAttributes,
  missingSiteFiles,
  siteFiles
} from '../../src/repository/site-files.ts'
import { snapshotOf } from '../publish/support.ts'

const target = { name: 'alice/store', branch: 'nix-cache' }
const ours = siteFiles(target)
const oursText = ours.get('.gitattributes')?.toString() ?? ''
const missing = async (files: ReadonlyMap<string, Buffer>): Promise<string[]> => [
  ...(await missingSiteFiles(target, snapshotOf(files))).files.keys()
]

const notes = (attributes: Buffer): Promise<string[]> =>
  attributesNotes(snapshotOf(new Map([['.gitattributes', attributes]])))

describe('what a branch needs beside the cache', () => {
  test('is small, and the same for everybody but for a mark of the branch', () => {
    const page = ours.get('404.html')?.toString() ?? ''
    expect(page.length).toBeLessThan(500)
    expect(page).not.toMatch(/alice|store<|nix-cache/)
    const other =
      siteFiles({ ...target, branch: 'main' })
        .get('404.html')
        ?.toString() ?? ''
    const unmarked = (text: string): string => text.replace(/[0-9a-f]{32}/, '')
    expect([other === page, unmarked(other) === unmarked(page)]).toEqual([false, true])
  })

  test('is missing where it is not there, and complete where it is', async () => {
    expect(await missing(new Map())).toEqual(['.gitattributes', '.nojekyll', '404.html'])
    expect(await missing(ours)).toEqual([])
  })

  test('is left as somebody else wrote it', async () => {
    const theirs = new Map([
      ['.gitattributes', Buffer.from('*.png binary\n')],
      ['.nojekyll', Buffer.alloc(0)],
      ['404.html', Buffer.from('<!DOCTYPE html>\n<p>Ask Bob.</p>\n')]
    ])
    expect(await missing(theirs)).toEqual([])
  })

  test('keeps the lines that people add to it', async () => {
    const own = ours.get('.gitattributes')?.toString() ?? ''
    const added = new Map([...ours, ['.gitattributes', Buffer.from(`${own}/art/** filter=lfs\n`)]])
    expect(await missing(added)).toEqual([])
  })

  test('stays as a newer version wrote it, which knows more files', async () => {
    const [, line = ''] = oursText.split('\n')
    const newer = Buffer.from(`${oursText}${line.replace(/^\S+/, '/newer/**')}\n`)
    expect(await missing(new Map([...ours, ['.gitattributes', newer]]))).toEqual([])
  })

  test('is written anew where it is another branch’s, or of an older version', async () => {
    const [first = '', second = ''] = ours.get('.gitattributes')?.toString().split('\n') ?? []
    const older = Buffer.from(`${first}\n${second}\n`)
    expect(await missing(new Map([...ours, ['.gitattributes', older]]))).toEqual(['.gitattributes'])
    // Of that one nobody has to hear.
    expect(await notes(older)).toEqual([])
    expect(await notes(Buffer.from(oursText))).toEqual([])
    expect(await notes(Buffer.from('*.png binary\n'))).toEqual([
      expect.stringContaining('is not of nar-publish')
    ])
    expect(await missing(siteFiles({ ...target, name: 'bob/store' }))).toEqual(['404.html'])
  })
})

test.each([
  ['*.png binary\n', 10],
  ['', 10],
  ['* text=auto\n* -text\n', 0],
  ['* binary\n', 0],
  ['/nar/** -text\r\n/*.narinfo -text\r\n', 8],
  [oursText, 0],
  // Of two lines about one file Git takes the later.
  [`* text=auto\n${oursText}`, 0],
  [`${oursText}* text=auto\n`, 10],
  [`${oursText}* eol=crlf\n`, 0],
  ['* -text\n* !text\n', 10],
  ['* text\n* binary\n', 0]
])('a `.gitattributes` with %j lacks so many lines', (text, number) => {
  expect(missingAttributes(Buffer.from(text))).toHaveLength(number)
})

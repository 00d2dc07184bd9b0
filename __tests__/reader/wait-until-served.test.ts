import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseNarInfo } from '../../src/binary-cache/narinfo.ts'
import { publicKeyText } from '../../src/binary-cache/signature.ts'
import { silentLog } from '../../src/log.ts'
import { waitUntilServed, type WaitRequest } from '../../src/reader/wait-until-served.ts'
import {
  edit,
  narInfoFile,
  narPath,
  newKey,
  soundStore,
  writeFiles,
  type Files
} from '../doctor/fixture.ts'
import { testEnvironment } from '../support/nix.ts'
import { serveFolder, type ServedFolder } from '../support/serve-folder.ts'

const key = newKey()
let files: Files
let folder: string
let site: ServedFolder
beforeAll(async () => {
  files = (await soundStore(key)).files
  folder = writeFiles(files)
  site = await serveFolder(folder)
})
afterAll(() => {
  site.close()
  rmSync(folder, { recursive: true })
})

const file = narInfoFile('lib-2.0')
const put = (path: string, content: string | Buffer): void => {
  writeFileSync(join(folder, path), content)
}

/** No time to wait: what is not there now is an error. */
async function wait(options: Partial<WaitRequest> = {}): Promise<string> {
  const { storePath, narHash } = parseNarInfo(files.get(file)?.toString() ?? '', file)
  try {
    await waitUntilServed({
      address: site.url,
      login: null,
      paths: [storePath],
      narHashes: new Map([[storePath, narHash]]),
      publicKeys: [publicKeyText(key)],
      commit: '0123456789abcdef0123456789abcdef01234567',
      limit: 0,
      childEnvironment: testEnvironment(),
      log: silentLog,
      ...options
    })
    return ''
  } catch (error) {
    return String(error)
  }
}

test('ends when the narinfo and the NAR are right', async () => {
  expect(await wait()).toBe('')
})

test.each([
  [
    'the narinfo is not there',
    () => {
      rmSync(join(folder, file))
    },
    `${file}: ADDRESS_LATE: it is not`
  ],
  [
    'it is an older one, of other content',
    () => {
      const older = new Map(files)
      edit(older, file, (text) => text.replace(/NarHash: sha256:./, 'NarHash: sha256:0'))
      put(file, older.get(file) ?? '')
    },
    `${file}: ADDRESS_LATE: its NarHash is`
  ],
  [
    'it is an older one, without the signature',
    () => {
      put(
        file,
        files
          .get(file)
          ?.toString()
          .replace(/^Sig: .*\n/m, '') ?? ''
      )
    },
    `${file}: SIGNATURE_MISSING`
  ],
  [
    'the NAR is not there',
    () => {
      rmSync(join(folder, narPath(files, 'lib-2.0')))
    },
    'NAR_MISSING'
  ],
  [
    'the NAR is another one of the same size',
    () => {
      const nar = Buffer.from(files.get(narPath(files, 'lib-2.0')) ?? '')
      nar[nar.length - 1] = (nar[nar.length - 1] ?? 0) ^ 1
      put(narPath(files, 'lib-2.0'), nar)
    },
    'NAR_FILE_DIFFERS'
  ]
])('is an error after the limit when %s', async (_, damage, says) => {
  damage()
  const error = await wait()
  for (const path of [file, narPath(files, 'lib-2.0')]) put(path, files.get(path) ?? '')
  expect(error).toMatch(
    /NOT_SERVED http:\S+: 1 path of 1 published and committed, and readers do not get it yet \(after 0 minutes\); /
  )
  expect(error).toContain(says)
  expect(await wait()).toBe('')
})

test('waits for what comes meanwhile', async () => {
  rmSync(join(folder, file))
  const looks: string[] = []
  const error = await wait({
    limit: 600_000,
    log: {
      ...silentLog,
      info: (line) => {
        looks.push(line)
        put(file, files.get(file) ?? '')
      }
    }
  })
  expect([error, looks]).toEqual([
    '',
    [`1 path not served yet; ${file}: ADDRESS_LATE: it is not there; again in 2 s`]
  ])
})

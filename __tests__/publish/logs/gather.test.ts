/** Which logs of this machine a publish takes along. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import type { PackedPath } from '../../../src/binary-cache/types.ts'
import { silentLog } from '../../../src/log.ts'
import { gatherLogs } from '../../../src/publish/logs/gather.ts'
import { removeFolder, thisMachine } from '../../support/nix.ts'

const folder = thisMachine.makeFolder()
afterAll(() => removeFolder(folder))

const nameOf = (letter: string): string => `${letter.repeat(32)}-${letter}.drv`
const packed = ['a', 'b'].map((letter) => ({
  info: { storePath: '/nix/store', deriver: `/nix/store/${nameOf(letter)}`, signatures: [] }
})) as unknown as PackedPath[]

test('one that cannot be read is told and left out, and ends no publish', async () => {
  const [unreadable, fine] = ['a', 'b'].map((letter) => {
    const name = nameOf(letter)
    return join(folder, 'drvs', name.slice(0, 2), name.slice(2))
  }) as [string, string]
  // The user root may read every file.
  mkdirSync(unreadable, { recursive: true })
  mkdirSync(dirname(fine), { recursive: true })
  writeFileSync(fine, 'built\n')
  const said: string[] = []
  const log = { ...silentLog, info: (line: string) => void said.push(line) }
  const nix = await thisMachine.open(folder, log)
  const logs = await gatherLogs(
    { ...nix, env: { ...nix.env, NIX_LOG_DIR: folder } },
    packed,
    join(folder, 'scratch')
  )
  expect([...logs]).toEqual([[nameOf('b'), Buffer.from('built\n')]])
  expect(said).toContainEqual(
    expect.stringMatching(/^the log of \/nix\/store\/a{32}-a\.drv cannot be read: EISDIR/)
  )
})

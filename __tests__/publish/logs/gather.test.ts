/** Which logs of this machine a publish takes along. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { gatherLogs } from '../../../src/publish/logs/gather.ts'
import { removeFolder, thisMachine } from '../../support/nix.ts'

const folder = thisMachine.makeFolder()
afterAll(() => removeFolder(folder))

test('none of a name that no address has', async () => {
  const names = ['a-1.0.drv', 'b.patch?full_index=1.drv'].map(
    (name) => `${name.charAt(0).repeat(32)}-${name}`
  )
  for (const name of names) {
    const file = join(folder, 'drvs', name.slice(0, 2), name.slice(2))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, 'built\n')
  }
  const paths = names.map((name) => ({
    ...{ storePath: '/nix/store', deriver: `/nix/store/${name}`, signatures: [] },
    ...{ narHash: '', narSize: 0, references: [], ca: null }
  }))
  const nix = await thisMachine.open(folder)
  const env = { ...nix.env, NIX_LOG_DIR: folder }
  const logs = await gatherLogs({ ...nix, env }, paths, join(folder, 'scratch'))
  expect([...logs]).toEqual([[names[0], Buffer.from('built\n')]])
})

import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog } from '../../src/log.ts'
import { holdDerivations } from '../../src/nix/gc-roots.ts'
import { openNix } from '../../src/nix/nix.ts'
import { removeFolder } from '../../src/scratch.ts'
import { testEnvironment } from '../support/nix.ts'
import { output, runProgram } from '../support/program.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roots-'))
})
afterEach(() => {
  removeFolder(folder)
})

const expression = 'derivation { name = "held"; builder = "/bin/sh"; system = "x86_64-linux"; }'

test.each([
  ['a folder', (root: string) => root],
  ['a local store', (root: string) => `local?root=${encodeURIComponent(root)}`],
  [
    'a local store with its state elsewhere',
    (root: string) => `local?root=${root}&state=${root}-state`
  ]
])('a .drv in %s stays while it is held, and no longer', async (_what, remote) => {
  const env = { ...testEnvironment(), NIX_REMOTE: remote(join(folder, 'store')) }
  const roots = join(folder, 'roots')
  const nix = await openNix({ env, log: silentLog, cwd: folder, roots })
  const drvPath = (await output('nix-instantiate', ['--expr', expression], { env })).trim()
  const isThere = async (): Promise<boolean> => {
    await output('nix-store', ['--gc'], { env })
    return (await runProgram('nix-store', ['--check-validity', drvPath], { env })).status === 0
  }
  expect(await holdDerivations(nix, [drvPath])).toEqual(new Set())
  expect(await isThere()).toBe(true)
  removeFolder(roots)
  expect(await isThere()).toBe(false)
})

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { evaluateInstallables } from '../../src/nix/evaluate.ts'
import { expectLines } from '../../src/nix/run.ts'
import type { Nix } from '../../src/nix/types.ts'
import { resolveGivenPaths, type GivenPath } from '../../src/publish/given-paths.ts'
import { copyFlake, removeFolder, thisMachine } from '../support/nix.ts'

// Another name than this machine's, so that it shows where a system comes from.
const runnerSystem = 'riscv64-linux'
const unknown = `/nix/store/${'a'.repeat(32)}-unknown-1.0`

let workspace: string
let nix: Nix
let hello: string
beforeAll(async () => {
  workspace = thisMachine.makeFolder()
  copyFlake(workspace)
  nix = await thisMachine.open(workspace)
  const { evaluated } = await evaluateInstallables(nix, ['.#packages.x86_64-linux.hello'])
  const args = ['--realise', evaluated[0]?.drvPath ?? '']
  ;[hello = ''] = await expectLines(nix, { program: 'nix-store', args })
  symlinkSync(hello, join(workspace, 'result'))
  mkdirSync(join(workspace, 'dir'))
  symlinkSync('../result', join(workspace, 'dir', 'link'))
  symlinkSync('nowhere', join(workspace, 'broken'))
  writeFileSync(join(workspace, 'file'), '')
})
afterAll(() => removeFolder(workspace))

const resolve = async (...paths: string[]): Promise<GivenPath[]> =>
  (await resolveGivenPaths(nix, paths, { workspace, runnerSystem })).given

test('a store path, a link to it, a link to that and a path inside are the same path once', async () => {
  const given = [hello, './result', 'dir/link', join(workspace, 'result'), `${hello}/bin/hello`]
  expect(await resolve(...given)).toEqual([{ storePath: hello, system: 'x86_64-linux' }])
})

test('a path whose derivation is not known is taken for the runner’s system', async () => {
  expect(await resolve(unknown)).toEqual([{ storePath: unknown, system: runnerSystem }])
})

test.each(['./missing', 'broken', './file', '/etc', '/nix/store', '/nix/store/x-y', '..'])(
  '%s is no store path, and the error says so in these words',
  async (path) => {
    await expect(resolve(path)).rejects.toMatchObject({
      code: 'STORE_PATH_INVALID',
      subject: JSON.stringify(path)
    })
  }
)

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from '@jest/globals'
import { silentLog } from '../../src/log.ts'
import { openNix } from '../../src/nix/nix.ts'
import { runNix } from '../../src/nix/run.ts'
import { besideTarget } from '../../src/publish/beside-target.ts'
import { nixConfig, removeFolder } from '../support/nix.ts'

const folder = mkdtempSync(join(tmpdir(), 'beside-target-'))
afterAll(() => removeFolder(folder))

const env = { PATH: process.env['PATH'] ?? '', HOME: folder, NIX_CONFIG: nixConfig }
const open = () => openNix({ env, log: silentLog, cwd: folder })
const evaluate = (expression: string) => ({
  program: 'nix-instantiate' as const,
  args: ['--eval', '--expr', expression]
})

test('of a target that cannot be opened the evaluation is ended and waited for, and what was asked after it is not begun', async () => {
  // Some minutes, and no memory.
  const busy = `let go = n: if n == 0 then 0 else go (n - 1); in builtins.foldl' (a: b: builtins.seq (go 9000) a) 0 (builtins.genList (x: x) 50000)`
  let ended: unknown = null
  let after: unknown = null
  const failing = besideTarget(
    await open(),
    pause(500).then(() => Promise.reject(new Error('no such token'))),
    async (nix) => {
      ended = await runNix(nix, evaluate(busy))
      after = await runNix(nix, evaluate('1 + 1')).catch((error: unknown) => error)
    }
  )
  await expect(failing).rejects.toThrow('no such token')
  expect(ended).toMatchObject({ signal: 'SIGKILL' })
  expect(after).toMatchObject({ name: 'AbortError' })
})

test('of one that can be opened the answer comes with it', async () => {
  const [target, answer] = await besideTarget(await open(), Promise.resolve('target'), (nix) =>
    runNix(nix, evaluate('1 + 1'))
  )
  expect(target).toBe('target')
  expect(answer).toMatchObject({ status: 0, stdout: '2\n' })
})

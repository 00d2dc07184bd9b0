import { expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { readEnvironment } from '../../src/environment.ts'
import { hookScript } from '../../src/queue/install-hook.ts'
import { withoutHook } from '../../src/queue/open-queue.ts'
import { removeFolder, testEnvironment } from '../support/nix.ts'
import { output } from '../support/program.ts'

test('what publishing itself builds is not queued again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'without-hook-'))
  try {
    const [queue, hook, conf] = ['queue', 'hook', 'nix.conf'].map((name) => join(folder, name)) as [
      string,
      string,
      string
    ]
    mkdirSync(queue)
    writeFileSync(hook, hookScript([queue], join(folder, 'roots')), { mode: 0o700 })
    writeFileSync(conf, `post-build-hook = ${hook}\n`)
    // As in the post step, whose Nix has the job's hook.
    const environment = readEnvironment({ ...testEnvironment(), NIX_USER_CONF_FILES: conf })
    const build = (name: string, env: Record<string, string>): Promise<string> => {
      const expression = `derivation { name = "${name}"; system = builtins.currentSystem; builder = "/bin/sh"; salt = "${folder}"; args = [ "-c" "echo > $out; exit 0" ]; }`
      return output('nix-build', ['--no-out-link', '--expr', expression], { env })
    }
    await build('by-publishing', withoutHook(environment).childEnvironment)
    const built = await build('by-a-step', environment.childEnvironment)
    expect(readdirSync(queue)).toEqual([basename(built)])
  } finally {
    await removeFolder(folder)
  }
})

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import { silentLog, type Log } from '../../src/log.ts'
import { evaluateInstallables } from '../../src/nix/evaluate.ts'
import type { EvaluatedInstallable, Nix } from '../../src/nix/types.ts'
import { invalidPaths } from '../../src/nix/validity.ts'
import { refuseForeign } from '../../src/publish/foreign.ts'
import { copyFlake, nixConfig, testNixes } from '../support/nix.ts'
import { output } from '../support/program.ts'

describe.each(testNixes)('with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let own: EvaluatedInstallable
  let foreign: EvaluatedInstallable
  beforeAll(async () => {
    folder = makeFolder()
    copyFlake(folder)
    nix = await open(folder)
    const { evaluated } = await evaluateInstallables(nix, [
      '.#hello',
      '.#packages.aarch64-linux.hello'
    ])
    const [first, second] = evaluated
    if (first === undefined || second === undefined) throw new Error('not evaluated')
    own = first
    foreign = second
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  test('what is for another machine is refused with the reason, and the others stay', async () => {
    const said: string[] = []
    const log: Log = { ...silentLog, info: (line) => said.push(line) }
    const { toBuild, failures } = await refuseForeign(
      { ...nix, log },
      [own, foreign],
      'x86_64-linux'
    )
    expect(toBuild).toEqual([own])
    expect(said).toEqual(failures.map(({ error }) => error.message))
    const paths = [own, foreign].flatMap(({ outputs }) => outputs.map(({ path }) => path))
    expect(await invalidPaths(nix, paths)).toEqual(new Set(paths))
    expect(failures).toEqual([
      {
        installable: '.#packages.aarch64-linux.hello',
        error: expect.objectContaining({
          code: 'SYSTEM_FOREIGN',
          reason: expect.stringMatching(
            /^it is for aarch64-linux, and this machine builds for .*x86_64-linux/
          ),
          hint: expect.stringContaining('mode: matrix')
        })
      }
    ])
  })

  test('a machine that emulates the other one builds it', async () => {
    const env = { ...nix.env, NIX_CONFIG: `${nixConfig}\nextra-platforms = aarch64-linux` }
    const { toBuild } = await refuseForeign({ ...nix, env }, [own, foreign], 'x86_64-linux')
    expect(toBuild).toEqual([own, foreign])
  })

  test('a machine with a remote builder for it builds it, one with a builder for a third does not', async () => {
    const toBuildWith = async (builders: string) => {
      const env = { ...nix.env, NIX_CONFIG: `${nixConfig}\nbuilders = ${builders}` }
      return (await refuseForeign({ ...nix, env }, [own, foreign], 'x86_64-linux')).toBuild
    }
    expect(await toBuildWith('ssh://arm aarch64-linux - 4 ; ssh://mac x86_64-darwin')).toEqual([
      own,
      foreign
    ])
    expect(await toBuildWith('ssh://mac x86_64-darwin,aarch64-darwin')).toEqual([own])
    expect(await toBuildWith('')).toEqual([own])
  })

  test('what is in the store already needs no builder', async () => {
    // /bin/sh builds for either.
    const env = { ...nix.env, NIX_CONFIG: `${nixConfig}\nextra-platforms = aarch64-linux` }
    await output('nix-store', ['--realise', foreign.drvPath], { env, cwd: folder })
    const { toBuild, failures } = await refuseForeign(nix, [own, foreign], 'x86_64-linux')
    expect({ toBuild, failures }).toEqual({ toBuild: [own, foreign], failures: [] })
  })
})

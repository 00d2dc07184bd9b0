import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { cpSync, lstatSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { NarPublishError } from '../../src/errors.ts'
import { buildInstallables, type BuildResult } from '../../src/nix/build.ts'
import { evaluateInstallables } from '../../src/nix/evaluate.ts'
import { realiseCommand } from '../../src/nix/realise.ts'
import { expectNix } from '../../src/nix/run.ts'
import type { EvaluatedInstallable, Nix } from '../../src/nix/types.ts'
import { invalidPaths } from '../../src/nix/validity.ts'
import { signingAddress } from '../support/cache-address.ts'
import { copyFlake, fenceLog, removeFolder, testNixes } from '../support/nix.ts'

test('asks for the substituters only when there are some', () => {
  const fixed = ['--realise', '--keep-going', '--log-format', 'bar-with-logs']
  expect(realiseCommand([], ['/nix/store/a.drv!out'], null)).toEqual({
    program: 'nix-store',
    args: [...fixed, '--no-gc-warning', '--', '/nix/store/a.drv!out']
  })
  const substituters = [
    { url: 'https://a.example', publicKey: 'a-1:AA==' },
    { url: 'file:///b', publicKey: 'b-1:BB==' }
  ]
  expect(realiseCommand(substituters, ['/nix/store/a.drv!out'], '/r/built').args).toEqual([
    ...fixed,
    ...['--add-root', '/r/built'],
    ...['--option', 'extra-substituters', 'https://a.example file:///b'],
    ...['--option', 'extra-trusted-public-keys', 'a-1:AA== b-1:BB=='],
    ...['--', '/nix/store/a.drv!out']
  ])
})

describe.each(testNixes)('building with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let evaluated: EvaluatedInstallable[]
  let result: BuildResult
  const log = fenceLog()

  const good = ['.#hello', '.#dependent', '.#multi^dev', `.#"odd name $(x)'"`]
  const bad = ['.#broken', '.#needsBroken', '.#noOutput', '.#fixed', '.#foreign', '.#needsForeign']

  beforeAll(async () => {
    folder = makeFolder()
    copyFlake(folder)
    nix = await open(folder)
    // The foreign one first: it ends the first run before the others were built.
    ;({ evaluated } = await evaluateInstallables(nix, [...bad.toReversed(), ...good]))
    result = await buildInstallables(nix, evaluated, {
      substituters: [],
      gcRootsDirectory: join(folder, 'roots'),
      log
    })
  })
  afterAll(() => removeFolder(folder))

  const failure = (installable: string): NarPublishError | undefined =>
    result.failures.find((one) => one.installable === installable)?.error
  const drvOf = (installable: string): string =>
    evaluated.find((one) => one.installable === installable)?.drvPath ?? ''

  test('builds all that can be built, although others fail or are for another system', async () => {
    expect(result.built.map(({ installable }) => installable)).toEqual(good)
    const outputs = result.built.flatMap(({ outputs }) => outputs.map(({ path }) => path))
    expect(await invalidPaths(nix, outputs)).toEqual(new Set())
    expect(result.failures.map(({ installable }) => installable).sort()).toEqual(bad.toSorted())
  })

  test('says which builder failed and how its log ended, without colours', () => {
    const { code, subject, reason } = failure('.#broken') ?? {}
    expect({ code, subject }).toEqual({ code: 'BUILD_FAILED', subject: '.#broken' })
    expect(reason).toContain(`${drvOf('.#broken')}: the builder failed with exit code 3`)
    // 20 of the 22 lines that the builder printed last.
    expect(reason).not.toContain('line b\n')
    expect(reason).toMatch(/log:\nline c\nline d\n[^]*\nline v\n$/)
    expect(reason).not.toContain('\u001b')
  })

  test('blames the derivation that failed, not the one that waited for it', () => {
    expect(failure('.#needsBroken')?.reason).toContain(
      `${drvOf('.#needsBroken')} needs ${drvOf('.#broken')}, which failed: the builder failed with exit code 3`
    )
  })

  test('tells a missing output and both hashes of a mismatch', () => {
    expect(failure('.#noOutput')?.reason).toContain(
      "failed to produce output path for output 'out'"
    )
    expect(failure('.#fixed')?.reason).toMatch(
      /hash mismatch: specified: sha256-A{43}= got: sha256-[\w+/]{43}=/
    )
  })

  test.each(['.#foreign', '.#needsForeign'])('tells where %s can be built', (installable) => {
    expect(failure(installable)?.reason).toContain("'riscv64-linux'")
    expect(failure(installable)?.hint).toContain('Build it on a runner for')
  })

  test('writes the build log through the fence, where commands of the runner are data', () => {
    expect(log.fencedText).toContain('hello> building hello')
    expect(log.fencedText).toContain('> ::error::not a command')
    expect(log.fencedText).not.toMatch(/^::/m)
  })

  test('roots what was built, and only that', () => {
    const roots = join(folder, 'roots')
    const links = readdirSync(roots).flatMap((made) =>
      readdirSync(join(roots, made)).map((name) => readlinkSync(join(roots, made, name)))
    )
    const outputs = result.built.flatMap(({ outputs }) => outputs.map(({ path }) => path))
    expect(links.sort()).toEqual(outputs.sort())
    expect(
      readdirSync(folder).filter((name) => lstatSync(join(folder, name)).isSymbolicLink())
    ).toEqual([])
  })

  test('takes another call’s roots for the same folder as well', async () => {
    const [first] = result.built
    const again = first === undefined ? [] : [first]
    const options = { substituters: [], gcRootsDirectory: join(folder, 'roots'), log }
    const before = readdirSync(join(folder, 'roots')).length
    expect(await buildInstallables(nix, again, options)).toEqual({ built: again, failures: [] })
    expect(readdirSync(join(folder, 'roots'))).toHaveLength(before + 1)
  })

  test('fetches from a signed substituter instead of building, also in a folder whose name its address escapes', async () => {
    const { evaluated: asked } = await evaluateInstallables(nix, ['.#fetched'])
    const out = asked[0]?.outputs[0]?.path ?? ''
    const roots = join(folder, 'fetched-roots')
    await buildInstallables(nix, asked, { substituters: [], gcRootsDirectory: roots, log })
    const keys = ['key.secret', 'key.public'].map((name) => join(folder, name))
    const makeKey = ['--generate-binary-cache-key', 'test-1', ...keys]
    await expectNix(nix, { program: 'nix-store', args: makeKey })
    const to = signingAddress(join(folder, 'cache'), join(folder, 'key.secret'))
    await expectNix(nix, { program: 'nix', args: ['copy', '--to', to, '--', out] })
    rmSync(roots, { recursive: true })
    await expectNix(nix, { program: 'nix-store', args: ['--delete', '--', out] })
    const odd = join(folder, 'a b', 'ü %41')
    cpSync(join(folder, 'cache'), odd, { recursive: true })
    const { href: url } = pathToFileURL(odd)

    const publicKey = readFileSync(join(folder, 'key.public'), 'utf8').trim()
    const fetchLog = fenceLog()
    expect(
      await buildInstallables(nix, asked, {
        substituters: [{ url, publicKey }],
        gcRootsDirectory: roots,
        log: fetchLog
      })
    ).toEqual({ built: asked, failures: [] })
    expect(fetchLog.fencedText).toContain(`copying path '${out}' from 'file://`)
    expect(fetchLog.fencedText).not.toContain('building')
  })

  test('does nothing for nothing', async () => {
    const options = { substituters: [], gcRootsDirectory: join(folder, 'none'), log }
    expect(await buildInstallables(nix, [], options)).toEqual({ built: [], failures: [] })
    expect(readdirSync(folder)).not.toContain('none')
  })
})

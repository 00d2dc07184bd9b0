import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { evaluateInstallables } from '../../src/nix/evaluate.ts'
import { expectLines } from '../../src/nix/run.ts'
import type { Nix } from '../../src/nix/types.ts'
import { readOmResults, resolveOmResults } from '../../src/om-results/resolve.ts'
import { copyFlake, removeFolder, thisMachine } from '../support/nix.ts'

const unknown = `/nix/store/${'a'.repeat(32)}-unknown-1.0`
// Another name than this machine's, so that it shows where a system comes from.
const runnerSystem = 'riscv64-linux'

let folder: string
let nix: Nix
let hello: string
beforeAll(async () => {
  folder = thisMachine.makeFolder()
  copyFlake(folder)
  nix = await thisMachine.open(folder)
  const { evaluated } = await evaluateInstallables(nix, ['.#packages.x86_64-linux.hello'])
  const args = ['--realise', evaluated[0]?.drvPath ?? '']
  ;[hello = ''] = await expectLines(nix, { program: 'nix-store', args })
})
afterAll(() => removeFolder(folder))

function write(json: unknown): string {
  const file = join(mkdtempSync(join(folder, 'om-')), 'om.json')
  writeFileSync(file, JSON.stringify(json))
  return file
}

const build = (paths: readonly string[], byName: Record<string, string> = {}) => ({
  build: { outPaths: paths, byName }
})

const resolve = (json: unknown, subflakes: string[] = []) =>
  resolveOmResults(nix, { file: write(json), subflakes, pinPrefix: 'main' }, { runnerSystem })

test('what is no file of a sane size is OM_RESULTS_INVALID, and no pipe is waited for', () => {
  const large = write({})
  truncateSync(large, 10 * 1024 * 1024 + 1)
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  const circle = join(folder, 'circle')
  symlinkSync('circle', circle)
  const cases: [string, RegExp][] = [
    [large, /it has 10 MiB, and may have 10 MiB/],
    [pipe, /it is not a file/],
    ['/dev/zero', /it is not a file/],
    [circle, /it cannot be read \(ELOOP\)/],
    [folder, /it is not a file/],
    [join(folder, 'missing'), /it cannot be read \(ENOENT\)/]
  ]
  for (const [file, words] of cases) {
    expect(() => readOmResults({ file, subflakes: [] })).toThrow(words)
    expect(() => readOmResults({ file, subflakes: [] })).toThrow('OM_RESULTS_INVALID')
  }
})

test('a link into the store is read, as `om ci run` leaves it', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'om-link-'))
  try {
    const file = write({ systems: ['x86_64-linux'], result: { ROOT: build([hello], { hello }) } })
    const [inStore = ''] = await expectLines(nix, { program: 'nix-store', args: ['--add', file] })
    symlinkSync(inStore, join(scratch, 'result'))
    const { paths } = await resolveOmResults(
      nix,
      { file: join(scratch, 'result'), subflakes: [], pinPrefix: null },
      { runnerSystem }
    )
    expect(paths).toEqual([{ storePath: hello, system: 'x86_64-linux' }])
  } finally {
    rmSync(scratch, { recursive: true })
  }
})

test('`subflake` selects, and an unknown one names those that exist', async () => {
  const json = {
    systems: ['x86_64-linux'],
    result: { ROOT: build([hello], { hello }), docs: build([unknown]) }
  }
  expect((await resolve(json, ['docs'])).paths).toEqual([
    { storePath: unknown, system: 'x86_64-linux' }
  ])
  expect((await resolve(json)).paths).toHaveLength(2)
  await expect(resolve(json, ['doc'])).rejects.toMatchObject({
    code: 'SUBFLAKE_UNKNOWN',
    message: expect.stringContaining('the results have "ROOT" and "docs"')
  })
})

test('of many subflakes a message names twenty', async () => {
  const names = Array.from({ length: 50_000 }, (_, i) => `s${i}`)
  const result = Object.fromEntries(names.map((name) => [name, { build: null }]))
  await expect(resolve({ systems: [], result }, ['s'])).rejects.toMatchObject({
    message: expect.stringContaining('"s19" and 49980 more')
  })
  const { notes } = await resolve({ systems: [], result })
  expect(notes).toEqual([expect.stringContaining('"s19" and 49980 more')])
})

test('the system is what the results say: for the path, else for all of them', async () => {
  const only = await resolve({
    systems: ['aarch64-linux'],
    result: { ROOT: build([hello], { hello }) }
  })
  expect(only.paths).toEqual([{ storePath: hello, system: 'aarch64-linux' }])
  const keyed = await resolve({
    systems: ['x86_64-linux', 'aarch64-linux'],
    result: {
      ROOT: {
        build: {
          'x86_64-linux': build([], { hello }).build,
          'aarch64-linux': build([unknown], { hello: unknown }).build
        }
      }
    }
  })
  expect(keyed.paths).toEqual([
    { storePath: hello, system: 'x86_64-linux' },
    { storePath: unknown, system: 'aarch64-linux' }
  ])
  expect(keyed.pins.map(({ name }) => name)).toEqual([
    'main-x86_64-linux-hello',
    'main-aarch64-linux-hello'
  ])
})

test('of several systems without keys, the derivation tells which a path is for; nobody’s gets no pin', async () => {
  const byName = { hello, unknown }
  const result = await resolve({
    systems: ['x86_64-linux', 'aarch64-linux'],
    result: { ROOT: build([], byName), docs: { build: null } }
  })
  expect(result.paths).toEqual([
    { storePath: hello, system: 'x86_64-linux' },
    { storePath: unknown, system: runnerSystem }
  ])
  expect(result.pins).toEqual([{ name: 'main-x86_64-linux-hello', storePath: hello }])
  expect(result.failures).toHaveLength(1)
  expect(result.notes).toEqual(['`om ci` has no build of "docs": nothing of it is published.'])
})

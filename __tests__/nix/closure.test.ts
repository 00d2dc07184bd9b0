import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { silentLog } from '../../src/log.ts'
import { buildInstallables } from '../../src/nix/build.ts'
import { closureSizes } from '../../src/nix/closure-size.ts'
import {
  closureWithin,
  queryClosure,
  queryClosureInfos,
  queryClosureOfSome,
  queryClosures
} from '../../src/nix/closure.ts'
import { queryPathInfo } from '../../src/nix/path-info.ts'
import { evaluateInstallables } from '../../src/nix/evaluate.ts'
import { expectLines } from '../../src/nix/run.ts'
import type { ClosureType, EvaluatedInstallable, Nix } from '../../src/nix/types.ts'
import { copyFlake, removeFolder, testNixes } from '../support/nix.ts'

describe.each(testNixes)('closures of $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let hello: EvaluatedInstallable
  let multi: EvaluatedInstallable
  let dependent: EvaluatedInstallable
  let added: string

  beforeAll(async () => {
    folder = makeFolder()
    copyFlake(folder)
    nix = await open(folder)
    const { evaluated } = await evaluateInstallables(nix, ['.#hello', '.#multi', '.#dependent'])
    ;[hello, multi, dependent] = evaluated as [
      EvaluatedInstallable,
      EvaluatedInstallable,
      EvaluatedInstallable
    ]
    const options = { substituters: [], gcRootsDirectory: join(folder, 'roots'), log: silentLog }
    await buildInstallables(nix, [dependent], options)
    const args = ['--add', join(folder, 'flake.nix')]
    ;[added = ''] = await expectLines(nix, { program: 'nix-store', args })
  })
  afterAll(() => removeFolder(folder))

  const output = ({ outputs }: EvaluatedInstallable, name = 'out'): string =>
    outputs.find((one) => one.name === name)?.path ?? ''
  const root = (): string => output(dependent)

  test('bare: the paths alone, each once, sorted', async () => {
    const paths = [root(), output(hello), root()]
    expect(await queryClosure(nix, paths, 'bare')).toEqual([output(hello), root()].sort())
  })

  test('binary: what is needed to run', async () => {
    expect(await queryClosure(nix, [root()], 'binary')).toEqual(
      [root(), output(hello), output(multi, 'dev')].sort()
    )
  })

  test('has the size that Nix says, where all of it is known', async () => {
    const paths = [root(), output(hello), output(multi, 'dev')]
    const args = ['path-info', '--closure-size', ...paths]
    const told = await expectLines(nix, { program: 'nix', args })
    const expected = new Map(
      told.map((line): [string, number] => {
        const [path = '', size = ''] = line.trim().split(/\s+/)
        return [path, Number(size)]
      })
    )
    expect(expected.get(root())).toBeGreaterThan(expected.get(output(hello)) ?? 0)
    const sizes = async (type: ClosureType): Promise<Map<string, number>> => {
      const infos = await queryPathInfo(nix, await queryClosure(nix, [root()], type))
      return closureSizes(infos.values(), paths)
    }
    expect(new Map([...(await sizes('binary'))].sort())).toEqual(new Map([...expected].sort()))
    expect(new Map([...(await sizes('cache'))].sort())).toEqual(new Map([...expected].sort()))
    expect(await sizes('bare')).toEqual(new Map())
    expect(await sizes('source')).toEqual(new Map())
  })

  test('source: what is needed to build, without outputs', async () => {
    const drvs = [dependent, hello, multi].map(({ drvPath }) => drvPath).sort()
    expect(await queryClosure(nix, [root()], 'source')).toEqual(drvs)
    expect(await queryClosure(nix, [dependent.drvPath], 'source')).toEqual(drvs)
  })

  test('cache: that with the outputs that are valid', async () => {
    expect(await queryClosure(nix, [root()], 'cache')).toEqual(
      [
        ...[dependent, hello, multi].map(({ drvPath }) => drvPath),
        ...[root(), output(hello)],
        ...['out', 'dev', 'doc'].map((name) => output(multi, name))
      ].sort()
    )
  })

  test.each(['bare', 'binary', 'source', 'cache'] as const)(
    '%s: of each by itself, as it is when it is asked for alone',
    async (type) => {
      const paths = [root(), output(hello), output(multi, 'dev')]
      const each = await queryClosures(nix, paths, type)
      expect([...each.keys()]).toEqual(paths)
      for (const [path, closure] of each) {
        expect(closure).toEqual(await queryClosure(nix, [path], type))
      }
    }
  )

  test.each(['bare', 'binary', 'source'] as const)(
    '%s: of each of two starts as many processes as of each of six',
    async (type) => {
      let started = 0
      const log = { ...silentLog, debug: () => started++ }
      const countOf = async (paths: string[]): Promise<number> => {
        started = 0
        await queryClosures({ ...nix, log }, paths, type)
        return started
      }
      const all = [root(), output(hello), ...multi.outputs.map(({ path }) => path)]
      const few = await countOf([output(hello), output(multi)])
      expect(few).toBeGreaterThan(0)
      expect(await countOf([...all, dependent.drvPath])).toBe(few + (type === 'binary' ? 1 : 0))
    }
  )

  test.each(['bare', 'binary', 'source', 'cache'] as const)(
    '%s: with what is known of each path, as it is when that is asked by itself',
    async (type) => {
      const { infos, lost } = await queryClosureInfos(nix, [root(), output(hello), root()], type)
      expect(lost.size).toBe(0)
      const closure = await queryClosure(nix, [root(), output(hello)], type)
      expect([...infos.keys()].sort()).toEqual(closure)
      expect(infos).toEqual(await queryPathInfo(nix, closure))
    }
  )

  test('binary: with what is known of each path takes one process, and tells of what is not there', async () => {
    const commands: string[] = []
    const log = { ...silentLog, debug: (line: string) => void commands.push(line) }
    await queryClosureInfos({ ...nix, log }, [root(), output(hello)], 'binary')
    expect(commands).toEqual([expect.stringMatching(/^nix path-info /)])
    const missing = '/nix/store/00000000000000000000000000000000-missing'
    const { infos, lost } = await queryClosureInfos(nix, [missing, root()], 'binary')
    expect([...infos.keys()].sort()).toEqual(await queryClosure(nix, [root()], 'binary'))
    expect([...lost.keys()]).toEqual([missing])
  })

  test('follows from what its paths refer to, as far as that is known', async () => {
    const { infos } = await queryClosureInfos(nix, [root()], 'binary')
    const references = new Map([...infos].map(([path, info]) => [path, info.references]))
    for (const path of [root(), output(hello)]) {
      expect(closureWithin(references, [path])).toEqual(await queryClosure(nix, [path], 'binary'))
    }
    references.delete(output(hello))
    expect(closureWithin(references, [root()])).toBeNull()
  })

  test('of some: those that have none are told, and the others have it all the same', async () => {
    const missing = '/nix/store/00000000000000000000000000000000-missing'
    const { closure, lost } = await queryClosureOfSome(nix, [added, root(), missing], 'source')
    expect(closure).toEqual(await queryClosure(nix, [root()], 'source'))
    expect([...lost].map(([path, { code, subject }]) => [path, code, subject])).toEqual([
      [added, 'STORE_PATH_MISSING', added],
      [missing, 'STORE_PATH_MISSING', missing]
    ])
  })

  test('says that a path without deriver has no source closure', async () => {
    await expect(queryClosure(nix, [root(), added], 'source')).rejects.toMatchObject({
      code: 'STORE_PATH_MISSING',
      subject: added,
      hint: expect.stringContaining('closure: binary')
    })
    expect(await queryClosure(nix, [added], 'binary')).toEqual([added])
  })

  test.each(['bare', 'binary', 'source', 'cache'] as const)(
    '%s: names a path that is not valid',
    async (type) => {
      const missing = '/nix/store/00000000000000000000000000000000-missing'
      await expect(queryClosure(nix, [root(), missing], type)).rejects.toMatchObject({
        code: 'STORE_PATH_MISSING',
        subject: missing
      })
    }
  )
})

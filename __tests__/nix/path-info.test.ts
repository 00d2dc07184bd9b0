import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog } from '../../src/log.ts'
import { buildInstallables } from '../../src/nix/build.ts'
import { evaluateInstallables } from '../../src/nix/evaluate.ts'
import { parseNixVersion } from '../../src/nix/nix.ts'
import { parsePathInfo, pathInfoCommand, queryPathInfo } from '../../src/nix/path-info.ts'
import type { EvaluatedInstallable, Nix } from '../../src/nix/types.ts'
import { copyFlake, removeFolder, testNixes } from '../support/nix.ts'

const golden = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'golden', `path-info-${name}.json`), 'utf8'))

const out = '/nix/store/mqd0zca98z4cd48va6gf4x6zpn07crpq-golden-1.0'
const dev = '/nix/store/l1zzfl2k1bmmd8cw3gx1w7r0cif7pqy6-golden-1.0-dev'
const source = '/nix/store/gp91cni7xx7vmasw6fhqwdh0xyhgn9i8-golden-source'

describe('parsePathInfo', () => {
  test.each(['2.8', '2.26', '2.34-format-1', '2.34-format-2'])(
    'reads the same from what Nix %s prints',
    (name) => {
      const infos = parsePathInfo(golden(name))
      expect(infos.map(({ storePath }) => storePath)).toEqual([source, dev, out])
      expect(infos.find(({ storePath }) => storePath === out)).toEqual({
        storePath: out,
        // nix hash to-base32 sha256-2cfkcqy+wYIyptfKHbleEQ91EM6IJVvE8GA8WPpNSnU=
        narHash: 'sha256:0xaa9px5hg30y325n9c8rq87a3qibswivjnplqr85hdymirf9iyr',
        narSize: 232,
        references: [source, out],
        deriver: '/nix/store/lv6hm451ahbmndiw9hl08lf9n35ck6mq-golden-1.0.drv',
        signatures: [
          'golden-test-1:uFDWg0JHqy9Tnvh36gwOOuYIkrRVo69FRmMGpqN1KxR2hotvk4s6y+X8peiYk1O/wQAP1RHurqp8C/ppLVobBw=='
        ],
        ca: null,
        ultimate: true
      })
      expect(infos.find(({ storePath }) => storePath === source)).toMatchObject({
        deriver: null,
        signatures: [],
        ca: 'text:sha256:0pdy9hj8bw1jgm8klzm2h926p22zq5p420qvd299q7cm6x0xwmnx'
      })
    }
  )

  test.each([
    ['text', 'text:'],
    ['flat', 'fixed:'],
    ['nar', 'fixed:r:']
  ])('writes a content address of method %s as a narinfo does', (method, prefix) => {
    const hash = 'sha256-Z1eaUk7K3KQyM9Bh5PlmnQEM61MoRfA+3eIg4/+PxNw='
    const info = { narHash: hash, narSize: 1, references: [], ca: { method, hash } }
    const [read] = parsePathInfo({ version: 2, info: { [source.slice(11)]: info } })
    expect(read?.ca).toBe(`${prefix}${read?.narHash ?? ''}`)
  })

  test('leaves out paths that are not valid, as each version writes them', () => {
    expect(parsePathInfo([{ path: out, valid: false }])).toEqual([])
    expect(parsePathInfo({ [out]: null })).toEqual([])
    expect(parsePathInfo({ version: 2, info: { [out]: null } })).toEqual([])
  })

  test.each([
    ['no shape at all', 'text'],
    ['no hash', { [out]: { narSize: 1, references: [] } }],
    ['a fraction of a byte', { [out]: { narHash: 'x', narSize: 1.5, references: [] } }],
    ['another hash', { [out]: { narHash: 'sha512-AAAA', narSize: 1, references: [] } }],
    ['a later format', { version: 4, info: {} }]
  ])('refuses %s', (_what, json) => {
    expect(() => parsePathInfo(json)).toThrow()
  })
})

describe('pathInfoCommand', () => {
  const flags = (
    text: string,
    which: Parameters<typeof pathInfoCommand>[2] = 'outputs'
  ): readonly string[] => pathInfoCommand({ version: parseNixVersion(text) }, [out], which).args

  test.each(['nix (Nix) 2.8.0', 'nix (Nix) 2.26.3', 'nix (Lix, like Nix) 2.91.1'])(
    'names no format to %s, which refuses the flag',
    (version) => {
      expect(flags(version)).toEqual(['path-info', '--json', '--', out])
    }
  )

  test('names the format to a version that wants it', () => {
    expect(flags('nix (Nix) 2.34.8')).toEqual([
      'path-info',
      '--json',
      '--json-format',
      '1',
      '--',
      out
    ])
  })

  test('asks for .drv files as such', () => {
    expect(flags('nix (Nix) 2.8.0', 'derivations')).toEqual([
      'path-info',
      '--json',
      '--derivation',
      '--',
      out
    ])
  })
})

describe.each(testNixes)('path info of $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let hello: EvaluatedInstallable
  let dependent: EvaluatedInstallable

  beforeAll(async () => {
    folder = makeFolder()
    copyFlake(folder)
    nix = await open(folder)
    const { evaluated } = await evaluateInstallables(nix, ['.#hello', '.#dependent'])
    await buildInstallables(nix, evaluated, {
      substituters: [],
      gcRootsDirectory: join(folder, 'roots'),
      log: silentLog
    })
    ;[hello, dependent] = evaluated as [EvaluatedInstallable, EvaluatedInstallable]
  })
  afterAll(() => removeFolder(folder))

  test('tells hash, size, sorted references with the path itself, and deriver', async () => {
    const path = dependent.outputs[0]?.path ?? ''
    const info = (await queryPathInfo(nix, [path])).get(path)
    expect(info).toMatchObject({
      storePath: path,
      narHash: expect.stringMatching(/^sha256:[0-9a-z]{52}$/),
      deriver: dependent.drvPath,
      signatures: [],
      ca: null
    })
    expect(info?.narSize).toBeGreaterThan(100)
    expect(info?.references).toHaveLength(3)
    expect(info?.references).toEqual(info?.references.toSorted())
    expect(info?.references).toContain(path)
    expect(info?.references).toContain(hello.outputs[0]?.path)
  })

  test('tells about a .drv itself, beside outputs', async () => {
    const path = hello.outputs[0]?.path ?? ''
    const infos = await queryPathInfo(nix, [hello.drvPath, path])
    expect([...infos.keys()].sort()).toEqual([hello.drvPath, path].sort())
    expect(infos.get(hello.drvPath)?.ca).toMatch(/^text:sha256:[0-9a-z]{52}$/)
  })

  test.each(['', '.drv'])('names the path that is not valid (“%s”)', async (suffix) => {
    const missing = `/nix/store/00000000000000000000000000000000-missing${suffix}`
    await expect(queryPathInfo(nix, [hello.drvPath, missing])).rejects.toMatchObject({
      code: 'STORE_PATH_MISSING',
      subject: missing
    })
  })

  test('answers nothing for nothing', async () => {
    expect(await queryPathInfo(nix, [])).toEqual(new Map())
  })
})

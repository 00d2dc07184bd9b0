import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { sriOf } from '../../src/binary-cache/digest.ts'
import { silentLog } from '../../src/log.ts'
import { attributesOf, mapTexts } from '../../src/nix/attributes.ts'
import {
  fixedOutputOf,
  readDerivations,
  urlsOf,
  type Derivation
} from '../../src/nix/derivations.ts'
import { realiseFixedOutputs } from '../../src/nix/fixed-outputs.ts'
import type { Instantiated } from '../../src/nix/instantiate.ts'
import { expectLines, expectNix } from '../../src/nix/run.ts'
import { transplant, transplantRecipe } from '../../src/nix/transplant.ts'
import type { Nix } from '../../src/nix/types.ts'
import { removeFolder, testNixes } from '../support/nix.ts'

const fixture = join(import.meta.dirname, '../fixtures/derivations/fetchers.nix')

const names = [
  ...['binary', 'zip', 'structured', 'plain', 'recursive', 'processed', 'withOptions', 'mirrored'],
  ...['hidden', 'perSystem', 'fromStore', 'vendor', 'notFixed']
]

describe.each(testNixes)('fetching for another system with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let server: Server
  let own: Derivation[]
  let foreign: Map<string, Derivation>
  let darwin: Map<string, Derivation>
  let ownSystem: string

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.end(`served ${request.url ?? ''}\n`)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    folder = makeFolder()
    copyFileSync(fixture, join(folder, 'fetchers.nix'))
    nix = await open(folder)
    ownSystem = await expectNix(nix, {
      program: 'nix',
      args: ['eval', '--impure', '--raw', '--expr', 'builtins.currentSystem']
    })
    own = [...(await derivationsFor(ownSystem)).values()]
    foreign = await derivationsFor('riscv64-linux')
    darwin = await derivationsFor('aarch64-darwin')
  })
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    await removeFolder(folder)
  })

  const serverUrl = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const derivationsFor = async (system: string): Promise<Map<string, Derivation>> => {
    const values = { system, salt: basename(folder), server: serverUrl() }
    const options = Object.entries(values).flatMap(([name, text]) => ['--argstr', name, text])
    const args = [
      ...options,
      ...names.flatMap((name) => ['-A', name]),
      join(folder, 'fetchers.nix')
    ]
    const drvPaths = await expectLines(nix, { program: 'nix-instantiate', args })
    const read = await readDerivations(nix, drvPaths)
    return new Map(
      names.flatMap((name, index) => {
        const derivation = read.get(drvPaths[index] ?? '')
        return derivation === undefined ? [] : [[name, derivation]]
      })
    )
  }
  const foreignNamed = (name: string, set = foreign): Derivation => {
    const found = set.get(name)
    if (found === undefined) throw new Error(`no derivation ${name}`)
    return found
  }
  /** What it was made of, apart from store paths' hashes and the system. */
  const withoutTools = (derivation: Derivation): unknown => ({
    ...(mapTexts(attributesOf(derivation), (text) =>
      text.replaceAll(/\/nix\/store\/\w{32}-/g, 'store:')
    ) as object),
    system: null
  })
  const sriOfText = (text: string): string =>
    `sha256-${createHash('sha256').update(text).digest('base64')}`

  const transplanted = async (derivation: Derivation): Promise<Instantiated | undefined> =>
    (await transplant(nix, [derivation], own, join(folder, 'scratch'))).get(derivation.drvPath)

  /** The true hash of what it fetches, as Nix tells it. */
  const hashOf = async (derivation: Derivation): Promise<string | undefined> => {
    const made = await transplanted(derivation)
    if (made === undefined) return undefined
    const result = (await realiseFixedOutputs(nix, [made.drvPath], silentLog)).get(made.drvPath)
    return result?.kind === 'mismatch' ? sriOf(result.got) : result?.kind
  }

  test('needs another machine as it stands', async () => {
    const { drvPath } = foreignNamed('binary')
    const round = await realiseFixedOutputs(nix, [drvPath], silentLog)
    expect(round.get(drvPath)?.kind).toBe('needs-machine')
  })

  test('gives what its URL holds, by this machine’s tools', async () => {
    const binary = foreignNamed('binary')
    const [url = ''] = urlsOf(binary)
    expect(url).toContain('riscv64-linux')
    expect(await hashOf(binary)).toBe(sriOfText(`content of ${url}\n`))
  })

  test('gives what it makes of its download, in which the URL’s file stands', async () => {
    const zip = foreignNamed('zip')
    const [url = ''] = urlsOf(zip)
    const made = await transplanted(zip)
    const read = (await readDerivations(nix, [made?.drvPath ?? ''])).get(made?.drvPath ?? '')
    expect(read?.env['postFetch']).toContain(`unpacked ${basename(url)}: `)
    expect(await hashOf(zip)).toMatch(/^sha256-[\w+/]{43}=$/)
  })

  test('makes all that can be made by one process, and leaves the others out', async () => {
    const started: string[] = []
    const log = { ...silentLog, debug: (line: string) => started.push(line.split(' ', 1)[0] ?? '') }
    const [binary, zip] = [foreignNamed('binary'), foreignNamed('zip')]
    const all = [binary, foreignNamed('vendor'), zip]
    const made = await transplant({ ...nix, log }, all, own, join(folder, 'scratch'))
    expect([...made.keys()].toSorted()).toEqual([binary.drvPath, zip.drvPath].toSorted())
    expect(started).toEqual(['nix-instantiate'])
  })

  test.each(['binary', 'zip', 'structured'])('keeps all of %s but its tools', async (name) => {
    const derivation = foreignNamed(name)
    const drvPath = (await transplanted(derivation))?.drvPath ?? ''
    const made = (await readDerivations(nix, [drvPath])).get(drvPath)
    if (made === undefined) throw new Error('nothing was made')
    expect(made.system).toBe(ownSystem)
    expect(withoutTools(made)).toEqual(withoutTools(derivation))
    expect(fixedOutputOf(made)).toEqual(fixedOutputOf(derivation))
    const [tools] = own.find((one) => one.name === 'vendor')?.inputDrvs.keys() ?? []
    expect(made.inputDrvs.get(tools ?? '')).toEqual(['out'])
    for (const input of derivation.inputDrvs.keys()) expect(made.inputDrvs.has(input)).toBe(false)
    expect(made.inputSrcs).toEqual(derivation.inputSrcs)
  })

  test('leaves out what only another system’s sandbox reads', async () => {
    const binary = foreignNamed('binary', darwin)
    expect(binary.env).toHaveProperty('__sandboxProfile')
    expect(transplantRecipe(binary, own)?.attributes).not.toHaveProperty('__sandboxProfile')
    const [url = ''] = urlsOf(binary)
    expect(await hashOf(binary)).toBe(sriOfText(`content of ${url}\n`))
  })

  test('leaves a plain download to Nix itself when no fetcher has its shape', async () => {
    const plain = foreignNamed('plain')
    const [url = ''] = urlsOf(plain)
    expect(transplantRecipe(plain, own)?.attributes).toMatchObject({
      name: plain.name,
      builder: 'builtin:fetchurl',
      url
    })
    expect(await hashOf(plain)).toBe(sriOfText(`served ${new URL(url).pathname}\n`))
  })

  test.each([
    ['is unpacked', 'recursive'],
    ['is processed, and differently', 'processed'],
    ['is asked for with options', 'withOptions'],
    ['has only a mirror’s name', 'mirrored'],
    ['is fetched by a command of its own', 'hidden'],
    ['reads the system’s name', 'perSystem'],
    ['comes out of the store', 'fromStore'],
    ['has no URL', 'vendor'],
    ['has no fixed output', 'notFixed']
  ])('does not guess at what %s', (_what, name) => {
    expect(transplantRecipe(foreignNamed(name), own)).toBeNull()
  })
})

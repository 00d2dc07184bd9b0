import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { sriOf } from '../../src/binary-cache/digest.ts'
import type { NarPublishError } from '../../src/errors.ts'
import {
  realiseFixedOutputs,
  type FixedOutputResult,
  type FixedOutputRound
} from '../../src/nix/fixed-outputs.ts'
import { expectLines } from '../../src/nix/run.ts'
import type { Nix } from '../../src/nix/types.ts'
import { fenceLog, removeFolder, testNixes } from '../support/nix.ts'

const fixture = join(import.meta.dirname, '../fixtures/derivations/rounds.nix')

const names = [
  // Those for other systems first: they end Nix's run before the others were built.
  ...['foreign', 'needsForeign', 'source', 'vendor', 'afterVendor', 'right', 'imitates'],
  ...['broken', 'needsBroken', 'needsTool', 'needsBoth', 'unresolved', 'absent']
]

describe.each(testNixes)('a round of fixed outputs with $name', ({ makeFolder, open }) => {
  let folder: string
  let nix: Nix
  let server: Server
  let url: string
  let drvPaths: Map<string, string>
  let round: FixedOutputRound
  const log = fenceLog()

  const instantiate = async (attributes: readonly string[]): Promise<string[]> => {
    const options = ['--argstr', 'salt', basename(folder), '--argstr', 'server', url]
    const args = [...options, ...attributes.flatMap((name) => ['-A', name])]
    const command = {
      program: 'nix-instantiate',
      args: [...args, join(folder, 'rounds.nix')]
    } as const
    return expectLines(nix, command)
  }

  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.writeHead(404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    folder = makeFolder()
    copyFileSync(fixture, join(folder, 'rounds.nix'))
    nix = await open(folder)
    const made = await instantiate(names)
    drvPaths = new Map(names.map((name, index) => [name, made[index] ?? '']))
    round = await realiseFixedOutputs(nix, made, log)
  })
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    await removeFolder(folder)
  })

  const drvOf = (name: string): string => drvPaths.get(name) ?? ''
  const resultOf = (name: string): FixedOutputResult | undefined => round.get(drvOf(name))
  const errorOf = (name: string): NarPublishError | null => {
    const result = resultOf(name)
    return result?.kind === 'failed' ? result.error : null
  }
  const gotOf = (name: string): string | null => {
    const result = resultOf(name)
    return result?.kind === 'mismatch' ? sriOf(result.got) : null
  }
  const sriOfText = (text: string): string =>
    `sha256-${createHash('sha256').update(text).digest('base64')}`

  test('answers for each', () => {
    expect([...round.keys()].sort()).toEqual([...drvPaths.values()].sort())
  })

  test('tells the true hash of one that has a wrong one', () => {
    expect(gotOf('source')).toBe(sriOfText(`${basename(folder)}\n`))
  })

  test('knows that a hash is right', () => {
    expect(resultOf('right')).toEqual({ kind: 'valid' })
  })

  test.each([
    ['vendor', 'source'],
    ['afterVendor', 'source'],
    ['needsBroken', 'broken']
  ])('says that %s waits for %s', (name, culprit) => {
    expect(resultOf(name)).toEqual({ kind: 'waiting', culprit: drvOf(culprit) })
  })

  test('tells a build that failed as what it is, with the end of its log', () => {
    const { code, subject, reason } = errorOf('broken') ?? {}
    expect({ code, subject }).toEqual({
      code: 'BUILD_FAILED',
      subject: `broken-${basename(folder)}`
    })
    expect(reason).toContain(`${drvOf('broken')}: `)
    expect(reason).toMatch(/builder failed with exit code 3/)
    expect(reason).toMatch(/log:\nline c\nline d\n[^]*\nline v\n$/)
  })

  test('does not take a builder’s imitation for a mismatch', () => {
    expect(log.fencedText).toContain('> error: hash mismatch in fixed-output derivation')
    expect(gotOf('imitates')).toBe(sriOfText('imitated\n'))
    expect(resultOf('broken')?.kind).toBe('failed')
  })

  test.each(['needsTool', 'needsBoth'])(
    'blames what no further round would build for the end of %s',
    (name) => {
      const { code, subject, reason } = errorOf(name) ?? {}
      // It has no network to fail: what its log says of one is about something else.
      expect({ code, subject }).toEqual({
        code: 'BUILD_FAILED',
        subject: `tool-${basename(folder)}`
      })
      expect(reason).toMatch(
        /^\/nix\/store\/\S+-needs-\S+\.drv needs \/nix\/store\/\S+-tool-\S+\.drv, which failed: /
      )
    }
  )

  test('tells a fetch that found no host, and where it looked', () => {
    const { code, subject, reason } = errorOf('unresolved') ?? {}
    expect({ code, subject }).toEqual({
      code: 'FETCH_FAILED',
      subject: `unresolved-${basename(folder)}`
    })
    expect(reason).toMatch(
      /^https:\/\/example\.invalid\/a\.tar\.gz or https:\/\/mirror\.invalid\/a\.tar\.gz is not to be had: curl: \(6\) Could not resolve host: example\.invalid; /
    )
    expect(reason).toMatch(/giving up\n$/)
  })

  test('tells the status of a server’s refusal', () => {
    expect(errorOf('absent')).toMatchObject({
      code: 'FETCH_FAILED',
      reason: expect.stringContaining(`${url}/absent.tar.gz is not to be had: HTTP 404; `)
    })
  })

  test.each(['foreign', 'needsForeign'])('tells that %s needs another machine', (name) => {
    expect(resultOf(name)).toEqual({
      kind: 'needs-machine',
      culprit: expect.stringMatching(/-foreign-(?:tool-)?\S+\.drv$/),
      reason: expect.stringContaining("'riscv64-linux'")
    })
  })

  test('writes the build log through the fence, where commands of the runner are data', () => {
    expect(log.fencedText).toContain('> ::error::not a command')
    expect(log.fencedText).not.toMatch(/^::/m)
  })

  test('does nothing for nothing', async () => {
    expect(await realiseFixedOutputs(nix, [], log)).toEqual(new Map())
  })
})

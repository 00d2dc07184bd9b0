import { describe, expect, test } from '@jest/globals'
import { syncOutputs } from '../../../src/sync/report/outputs.ts'
import { hashDrift } from '../../../src/sync/report/report.ts'
import { commitSha } from '../../publish/report/support.ts'
import { hashEditWith, syncReportWith, unchangedSyncReport } from './support.ts'

describe('the outputs', () => {
  test('of a pull request', () => {
    const { hashes, ...outputs } = syncOutputs(syncReportWith())
    expect(outputs).toEqual({
      changed: 'true',
      'old-version': '0.76.0',
      'new-version': '0.76.1',
      'pull-request-number': '17',
      'pull-request-url': 'https://github.com/o/infer/pull/17',
      'pull-request-operation': 'created',
      'commit-sha': commitSha,
      'commit-url': `https://github.com/o/infer/commit/${commitSha}`
    })
    const { newHash, oldHash } = hashEditWith()
    const systems = ['x86_64-linux', 'aarch64-linux']
    expect(JSON.parse(hashes ?? '')).toEqual([
      {
        file: 'nix/infer.nix',
        line: 9,
        derivations: ['source'],
        systems,
        old: null,
        new: newHash
      },
      {
        file: 'nix/infer.nix',
        line: 12,
        derivations: ['infer-0.76.1-go-modules'],
        systems,
        old: oldHash,
        new: newHash
      }
    ])
  })

  test.each(['declined', 'taken-over'] as const)(
    'of a pull request that is %s say that nothing was changed, and name it',
    (outcome) => {
      const { pullRequest } = syncReportWith()
      if (pullRequest === null) throw new Error('there is none')
      const left = { outcome, pullRequest: { ...pullRequest, operation: outcome }, commit: null }
      expect(syncOutputs(syncReportWith(left))).toMatchObject({
        changed: 'false',
        'pull-request-number': '17',
        'pull-request-operation': outcome,
        'commit-sha': ''
      })
    }
  )

  test('of nothing to do are empty, and say so', () => {
    expect(syncOutputs(unchangedSyncReport({ oldVersion: null, newVersion: null }))).toEqual({
      changed: 'false',
      'old-version': '',
      'new-version': '',
      'pull-request-number': '',
      'pull-request-url': '',
      'pull-request-operation': '',
      'commit-sha': '',
      'commit-url': '',
      hashes: '[]'
    })
  })

  test('fit into what a job may have: first without derivations, then without the last rows', () => {
    const derivations = Array.from({ length: 50 }, (_, i) => `crate-${i}`)
    const report = syncReportWith({
      hashes: Array.from({ length: 200 }, (_, line) => hashEditWith({ line, derivations }))
    })
    const sizeOf = (outputs: Record<string, string>): number =>
      Object.values(outputs).join('').length
    const rows = (largest: number): { line: number; derivations: string[] }[] => {
      const outputs = syncOutputs(report, largest)
      expect(sizeOf(outputs)).toBeLessThanOrEqual(largest)
      return JSON.parse(outputs['hashes'] ?? '') as ReturnType<typeof rows>
    }
    expect(rows(450_000)).toMatchObject([{ derivations }, ...Array<object>(199).fill({})])
    const bare = rows(100_000)
    expect([bare.length, bare[0]?.derivations]).toEqual([200, []])
    const some = rows(20_000)
    expect(some.length).toBeGreaterThan(20)
    expect(some.length).toBeLessThan(200)
    expect(some.map(({ line }) => line)).toEqual(some.map((_, index) => index))
  })
})

describe('drift', () => {
  test('is none when all hashes are right', () => {
    expect(hashDrift([])).toBeNull()
  })

  test('names each place with what stands there and what should', () => {
    const edits = [hashEditWith(), hashEditWith({ line: 20, oldHash: null })]
    expect(hashDrift(edits)).toMatchObject({
      code: 'HASH_DRIFT',
      subject: '2 hashes',
      reason: expect.stringMatching(
        /nix\/infer\.nix:12: sha256-o+A= should be sha256-n+A=\nnix\/infer\.nix:20: a placeholder should be sha256-n+A=\n$/
      )
    })
    expect(hashDrift([hashEditWith()])?.subject).toBe('1 hash')
  })

  test('names twenty of many, and how many more there are', () => {
    const reason = hashDrift(
      Array.from({ length: 25 }, (_, line) => hashEditWith({ line }))
    )?.reason.split('\n')
    expect(reason?.filter((line) => line.includes('should be'))).toHaveLength(20)
    expect(reason).toContain('and 5 more')
  })
})

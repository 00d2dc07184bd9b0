import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { publishOutputs } from '../../../src/publish/report/outputs.ts'
import { rowWith, someKeys } from '../../catalogue/support.ts'
import { commitSha, emptyReportWith, path, reportWith, skippedPaths } from './support.ts'

const length = (outputs: Record<string, string>): number => Object.values(outputs).join('').length
const paths = (text: string | undefined): unknown => JSON.parse(text ?? '')

describe('publishOutputs', () => {
  test('of a publish', () => {
    const { skipped, ...others } = publishOutputs(reportWith())
    expect(others).toEqual({
      published: JSON.stringify([rowWith().storePath, path(1)]),
      'store-paths': `${rowWith().storePath}\n${path(7, 'held-1.0')}`,
      'nar-count': '2',
      bytes: '50623',
      'commit-sha': commitSha,
      'commit-url': `https://github.com/o/binstore/commit/${commitSha}`,
      substituter: 'https://raw.githubusercontent.com/o/binstore/main',
      'public-key': someKeys[0],
      route: 'api',
      attempts: '2',
      checksums: `${'0'.repeat(64)}  nar/00/first.nar.zst\n${'0'.repeat(62)}80  nar/11/second.nar.zst`
    })
    expect(paths(skipped)).toEqual(reportWith().skipped)
  })

  test('of a run with nothing new name the branch’s head and what is there', () => {
    expect(publishOutputs(emptyReportWith({ signedBy: [] }))).toMatchObject({
      published: '[]',
      'store-paths': `${rowWith().storePath}\n${path(7, 'held-1.0')}`,
      'nar-count': '0',
      bytes: '0',
      'commit-sha': commitSha,
      'public-key': '',
      route: '',
      attempts: '0'
    })
  })

  test.each(['dry-run', 'fork', 'packed'] as const)(
    'of a %s say that nothing was written',
    (outcome) => {
      expect(publishOutputs(reportWith({ outcome, commit: null }))).toMatchObject({
        published: '[]',
        'nar-count': '0',
        bytes: '0',
        'commit-sha': '',
        'commit-url': '',
        checksums: ''
      })
    }
  )

  test('are outputs that action.yml declares', () => {
    const action: unknown = parse(
      readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8')
    )
    const { outputs } = z.object({ outputs: z.record(z.string(), z.unknown()) }).parse(action)
    expect(Object.keys(outputs)).toEqual(
      expect.arrayContaining(Object.keys(publishOutputs(reportWith())))
    )
  })

  test('drop the details of skipped paths first', () => {
    const outputs = publishOutputs(
      reportWith({ skipped: skippedPaths(3000, 'upstream', 'd'.repeat(200)) })
    )
    expect(length(outputs)).toBeLessThanOrEqual(450_000)
    expect(paths(outputs['skipped'])).toEqual(skippedPaths(3000, 'upstream', ''))
  })

  test('then count skipped paths by reason', () => {
    const skipped = [...skippedPaths(9000, 'upstream', 'x'), ...skippedPaths(1, 'excluded', 'x')]
    const outputs = publishOutputs(reportWith({ skipped }))
    expect(paths(outputs['skipped'])).toEqual([
      { storePath: '', reason: 'upstream', detail: '9000 paths' },
      { storePath: '', reason: 'excluded', detail: '1 path' }
    ])
    expect(paths(outputs['published'])).toHaveLength(2)
  })

  test('then leave the closure out of what was published', () => {
    const closure = Array.from({ length: 10_000 }, (_, i) => ({
      storePath: path(i),
      narSize: 1,
      fileSize: 1
    }))
    const outputs = publishOutputs(reportWith({ closure }))
    expect(paths(outputs['published'])).toEqual([rowWith().storePath])
  })

  test('then keep the first paths alone, and true numbers', () => {
    const published = Array.from({ length: 10_000 }, (_, i) => rowWith({ storePath: path(i) }))
    const artifacts = published.map(({ storePath }) => storePath)
    const files = artifacts.map((path) => ({ path, fileHash: `sha256:${'0'.repeat(52)}` }))
    const uploads = { nars: 10_000, narBytes: 3, fileBytes: 2, files }
    const outputs = publishOutputs(reportWith({ published, artifacts, uploads }))
    expect(length(outputs)).toBeLessThanOrEqual(450_000)
    expect(length(outputs)).toBeGreaterThan(400_000)
    const kept = z.array(z.string()).parse(paths(outputs['published']))
    expect(kept).toEqual(artifacts.slice(0, kept.length))
    expect(outputs['store-paths']?.split('\n')[0]).toBe(artifacts[0])
    expect(outputs['nar-count']).toBe('10000')
  })
})

import { describe, expect, test } from '@jest/globals'
import { pruneMessage } from '../../../src/prune/report/message.ts'
import { pruneOutputs } from '../../../src/prune/report/outputs.ts'
import { renderPruneSummary } from '../../../src/prune/report/summary.ts'
import { pruneText } from '../../../src/prune/command.ts'
import { freedBytes, type PruneReport } from '../../../src/prune/report/types.ts'
import { rowWith } from '../../catalogue/support.ts'
import { inventedStorePath } from '../../support/publisher-process.ts'

const inventedRow = (name: string, version: string) =>
  rowWith({ name, version, storePath: inventedStorePath(`tool-${version}`), fileSize: 1_200_000 })
const newest = inventedRow('hello', '2.12.1')
const old = inventedRow('hello', '2.12')

function reportOf(changes: Partial<PruneReport> = {}): PruneReport {
  return {
    outcome: 'pruned',
    target: {
      name: 'o/binstore',
      branch: 'main',
      substituterUrl: 'https://cache.example.org',
      servedBy: 'other',
      isPrivate: false,
      webUrl: (path) => `https://github.com/o/binstore/blob/main/${path}`
    },
    rules: { keepGenerations: 1, keepDays: 30 },
    removed: [old],
    removedPaths: [old.storePath, '/nix/store/0123456789abcdfghijklmnpqrsvwxyz-lib-1.0'],
    removedNars: 2,
    removedAssets: [],
    kept: [{ row: newest, reason: 'generation' }],
    keptPaths: 5,
    unreachable: [],
    bytes: { before: 30_000_000, after: 10_000_000, assets: 0 },
    squashed: null,
    commit: { sha: 'c0ffee0123', url: 'https://github.com/o/binstore/commit/c0ffee0123' },
    route: 'api',
    attempts: 1,
    requests: { api: 7, raw: 12 },
    timings: [{ phase: 'look', milliseconds: 1234 }],
    notes: [],
    warnings: [],
    ...changes
  }
}

const nothing = { removed: [], removedPaths: [], removedNars: 0, route: null, attempts: 0 }
const unchanged = { before: 30_000_000, after: 30_000_000, assets: 0 }

describe('the summary', () => {
  test('says what went, from where, why the rest stayed, and how it went', () => {
    const text = renderPruneSummary(reportOf())
    expect(text.split('\n')[0]).toBe(
      '**Removed** 1 artifact, 2 paths and 2 NARs (20 MB) from o/binstore, branch `main`; the branch is at [c0ffee0](https://github.com/o/binstore/commit/c0ffee0123).'
    )
    expect(text).toContain('### 1 artifact removed')
    expect(text).toContain(`\`${old.storePath}\``)
    expect(text).toContain('- 1 artifact among the newest 1 of their name, attribute and system')
    expect(text).toContain('| Files of the branch | 30 MB → 10 MB |')
    expect(text).toContain('| Route | GitHub’s API, 1 attempt |')
  })

  test.each<[string, Partial<PruneReport>, string]>([
    [
      'nothing to remove',
      { outcome: 'nothing', ...nothing, bytes: unchanged },
      '**Nothing was removed** from o/binstore, branch `main`: everything in it is to be kept.'
    ],
    [
      'a dry run',
      { outcome: 'dry-run', route: null, squashed: 'abc' },
      '**Dry run, nothing was written**: 1 artifact, 2 paths, 2 NARs and the history (20 MB) would go from o/binstore, branch `main`.'
    ],
    [
      'a dry run of what is all kept',
      { outcome: 'dry-run', ...nothing, bytes: unchanged },
      '**Dry run**: nothing would be removed from o/binstore, branch `main`.'
    ],
    [
      'release assets alone',
      {
        ...nothing,
        removedAssets: [{ name: 'x', size: 5_000_000 }],
        bytes: { ...unchanged, assets: 5_000_000 }
      },
      '**Removed** 1 release asset (5 MB) from o/binstore, branch `main`;'
    ],
    [
      'a fork’s pull request',
      { outcome: 'fork', route: null },
      '**Nothing was removed** from o/binstore, branch `main`: the job runs for a pull request from a fork'
    ]
  ])('begins with what it was: %s', (_, changes, line) => {
    expect(renderPruneSummary(reportOf(changes))).toContain(line)
    expect(renderPruneSummary(reportOf(changes)).indexOf(line)).toBe(0)
  })

  test('shows warnings and notes, with other people’s words as words', () => {
    const text = renderPruneSummary(
      reportOf({ warnings: ['too large <b>'], notes: ['pins/@someone `x`'] })
    )
    expect(text).toContain('> **Warning:** too large &lt;b&gt;')
    expect(text).toContain('> **Note:** pins/<span>@</span>someone `x`')
  })

  test('stays below what GitHub takes, however much went', () => {
    const many = Array.from({ length: 5000 }, (_, index) => inventedRow('tool', `1.${index}`))
    const kept = many.map((row) => ({ row, reason: 'days' as const }))
    const notes = many.map(({ storePath }) => `note ${storePath}`)
    const text = renderPruneSummary(reportOf({ removed: many, kept, notes }))
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000)
    expect(text).toContain('… and 4700 more.')
  })
})

test('a terminal is told the same in a few lines, without what would steer it', () => {
  expect(pruneText(reportOf({ notes: ['a \u001b[31mnote'] }))).toBe(
    [
      'Removed 1 artifact, 2 paths and 2 NARs (20 MB) from o/binstore, branch main.',
      `  ${old.storePath}  1.2 MB`,
      '  kept: 1 artifact among the newest 1 of their name, attribute and system',
      'note: a note',
      'files of the branch  30 MB → 10 MB',
      'commit               https://github.com/o/binstore/commit/c0ffee0123'
    ].join('\n')
  )
  const nothingWent = reportOf({ outcome: 'nothing', ...nothing, bytes: unchanged })
  expect(pruneText(nothingWent)).toMatch(/^Nothing was removed from o\/binstore, branch main: /)
  expect(pruneText(reportOf({ outcome: 'dry-run' }))).toMatch(/^Dry run, nothing was written: /)
})

describe('the outputs', () => {
  test('tell a dry run’s removals too', () => {
    const outputs = pruneOutputs(reportOf({ outcome: 'dry-run', route: null }))
    expect(outputs).toMatchObject({ changed: 'true', 'freed-bytes': '20000000', route: '' })
    expect(JSON.parse(outputs['removed'] ?? '')).toHaveLength(2)
    expect(JSON.parse(outputs['kept'] ?? '')).toEqual([
      { storePath: newest.storePath, reason: 'generation' }
    ])
  })

  test('of a run with nothing to remove say so', () => {
    const outputs = pruneOutputs(reportOf({ outcome: 'nothing', ...nothing, bytes: unchanged }))
    expect(outputs).toMatchObject({
      changed: 'false',
      removed: '[]',
      'freed-bytes': '0',
      attempts: '0'
    })
  })

  test('stay within what a job may have: first what stays is left out, then the rest of what went', () => {
    const kept = { kept: Array(100).fill({ row: newest, reason: 'days' as const }) }
    const withoutKept = pruneOutputs(reportOf(kept), 1000)
    expect(withoutKept['kept']).toBe('[]')
    expect(JSON.parse(withoutKept['removed'] ?? '')).toHaveLength(2)
    expect(JSON.parse(pruneOutputs(reportOf(kept), 100)['removed'] ?? '')).toHaveLength(1)
  })

  test('count the assets as freed', () => {
    expect(freedBytes(reportOf({ bytes: { before: 10, after: 4, assets: 3 } }))).toBe(9)
  })
})

describe('the commit’s message', () => {
  const pruned = { rows: [old], paths: 2, nars: 2, bytes: 20_000_000, squashed: null, runUrl: null }

  test('lists what goes', () => {
    expect(pruneMessage({ ...pruned, runUrl: 'https://github.com/o/p/actions/runs/1' })).toBe(
      `prune 1 artifact and 2 paths (20 MB)\n\n- hello 2.12 (x86_64-linux) ${old.storePath}, 1.2 MB\n\nrun: https://github.com/o/p/actions/runs/1\n`
    )
  })

  test.each([
    [{ rows: [], paths: 0, nars: 3 }, 'prune 3 NARs (20 MB)'],
    [{ rows: [], paths: 0, nars: 0, squashed: 'abc' }, 'squash the history'],
    [{ rows: [], paths: 1, squashed: 'abc' }, 'prune 1 path (20 MB) and the history']
  ])('begins with what it is about: %j', (changes, subject) => {
    expect(pruneMessage({ ...pruned, ...changes }).split('\n')[0]).toBe(subject)
  })

  test('is bounded, and names make neither lines nor commands', () => {
    const many = Array.from({ length: 150 }, (_, index) => inventedRow('a', `${index}`))
    const message = pruneMessage({ ...pruned, rows: many })
    expect(message).toContain('and 50 more artifacts')
    const hostile = inventedRow('x\n\nSigned-off-by: @you #1 [skip ci]', '1')
    expect(pruneMessage({ ...pruned, rows: [hostile] }).split('\n')).toHaveLength(4)
    expect(pruneMessage({ ...pruned, rows: [hostile] })).not.toMatch(/@you|#1|\[skip ci\]/)
  })
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { renderSummary } from '../../../src/publish/report/summary.ts'
import { skipReasons } from '../../../src/publish/report/types.ts'
import {
  hostileRows,
  hostileText,
  nodesOf,
  parseMarkdown,
  rowWith
} from '../../catalogue/support.ts'
import { emptyReportWith, path, reportWith, skippedPaths } from './support.ts'

const golden = (name: string): string =>
  readFileSync(new URL(`./golden/${name}`, import.meta.url), 'utf8')
const firstLine = (text: string): string => text.split('\n')[0] ?? ''

const failure = {
  installable: '.#broken',
  code: 'BUILD_FAILED' as const,
  reason: 'builder failed with exit code 1;\nlast lines: | @all |'
}

describe('renderSummary', () => {
  test('of a publish: artifacts, skipped paths by reason, failures, how it went, how to use it', () => {
    const report = reportWith({ failures: [failure], notes: ['the store is larger than 5 GB'] })
    expect(renderSummary(report)).toBe(golden('published.md'))
  })

  test('of an unsigned dry run: what would be written, that nothing was, and how to trust just this cache', () => {
    const report = reportWith({
      outcome: 'dry-run',
      commit: null,
      route: null,
      attempts: 0,
      signedBy: [],
      skipped: [],
      verify: { kind: 'none', paths: 0 }
    })
    expect(renderSummary(report)).toBe(golden('dry-run.md'))
  })

  test.each([
    [
      'everything is held',
      emptyReportWith({ skipped: skippedPaths(3, 'held') }),
      '**Nothing was published** to o/binstore, branch `main`: 3 paths already in the target.'
    ],
    [
      'of each reason some',
      emptyReportWith({ failures: [failure] }),
      '**Nothing was published** to o/binstore, branch `main`: 1 path already in the target, 2 paths in upstream caches, 1 path excluded and 1 installable failed.'
    ],
    [
      'another publisher was faster',
      reportWith({ outcome: 'nothing-new', route: null, attempts: 0 }),
      '**Nothing was published** to o/binstore, branch `main`: another publisher brought the same meanwhile.'
    ],
    [
      'nothing was asked for',
      emptyReportWith({ skipped: [] }),
      '**Nothing was published** to o/binstore, branch `main`: no store path was asked for.'
    ],
    [
      'it is a dry run with nothing new',
      emptyReportWith({ outcome: 'dry-run', skipped: skippedPaths(1, 'held') }),
      '**Dry run**: nothing would be published to o/binstore, branch `main`: 1 path already in the target.'
    ],
    [
      'a fork’s pull request may not',
      reportWith({ outcome: 'fork', commit: null }),
      '**Nothing was published** to o/binstore, branch `main`: the job runs for a pull request from a fork, whose token may only read. New would be 1 artifact and 1 path of the closure (2 NARs, 50.6 kB, unpacked 228 kB).'
    ],
    [
      'a fork’s pull request brings nothing new',
      emptyReportWith({ outcome: 'fork', skipped: skippedPaths(1, 'held') }),
      '**Nothing was published** to o/binstore, branch `main`: the job runs for a pull request from a fork, whose token may only read. Nothing is new either: 1 path already in the target.'
    ]
  ])('says in its first line that nothing was published, and why: %s', (_why, report, line) => {
    expect(firstLine(renderSummary(report))).toBe(line)
  })

  test('counts paths that were there and are signed now', () => {
    const report = emptyReportWith({ outcome: 'published', signed: [path(1), path(2)] })
    expect(renderSummary(report)).toMatch(/^\*\*Published\*\* the signature of 2 paths to /)
  })

  test('of what was packed says who publishes it, and nothing of how to use it', () => {
    const packed = { outcome: 'packed', signedBy: [], commit: null } as const
    const summary = renderSummary(reportWith(packed))
    expect(firstLine(summary)).toMatch(
      /^\*\*Packed\*\* 1 artifact and 1 path of the closure .* for o\/binstore, branch `main`; a run with `phase: commit` publishes it\.$/
    )
    expect(summary).toContain('| Signed | not yet |')
    expect(summary).not.toContain('How to use')
    expect(renderSummary(emptyReportWith(packed))).toMatch(/^\*\*Nothing was packed\*\* for /)
  })

  test('counts paths of a closure whose artifact was there already', () => {
    expect(
      firstLine(
        renderSummary(
          reportWith({
            published: [],
            uploads: { nars: 1, narBytes: 1000, fileBytes: 500, files: [] }
          })
        )
      )
    ).toMatch(/^\*\*Published\*\* 1 path of the closure \(1 NAR, 500 B, unpacked 1 kB\) to /)
  })

  test.each([
    [
      { kind: 'substitute', paths: 2 },
      [],
      'Nix copied 2 paths from the new commit into a fresh store |'
    ],
    [{ kind: 'narinfo', paths: 1 }, [], 'the narinfos of 1 path were read back, and no NAR |'],
    [{ kind: 'none', paths: 0 }, [], '| Verified | no |']
  ] as const)('says how it was verified: %j', (verify, signedBy, text) => {
    expect(renderSummary(reportWith({ verify, signedBy }))).toContain(text)
  })

  test('names the route git push', () => {
    expect(renderSummary(reportWith({ route: 'push', attempts: 1 }))).toContain(
      '| Route | git push, 1 attempt |'
    )
  })

  test.each([
    [6_000, 1_000, 'the first thousand of each list'],
    [20_000, 1_000, 'the first thousand of each list']
  ])('with %d skipped paths shows %d of them and says so', (number, shown, words) => {
    const text = renderSummary(
      reportWith({ skipped: skippedPaths(number, 'upstream', 'x'.repeat(1000)) })
    )
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1_000_000)
    expect(text.match(/^- `\/nix/gm)).toHaveLength(shown)
    expect(text).toContain(`<summary>${number} paths in upstream caches</summary>`)
    expect(text).toContain(`\nThis summary was too long and shows ${words}.\n`)
  })

  test('with long lists of everything falls back to a hundred, then to counts', () => {
    const rows = (length: number, number: number): ReturnType<typeof rowWith>[] =>
      Array.from({ length: number }, (_, i) =>
        rowWith({ name: '@'.repeat(length), version: '@'.repeat(length), storePath: path(i) })
      )
    const failures = (number: number): (typeof failure)[] =>
      Array.from({ length: number }, () => ({ ...failure, reason: '@'.repeat(1000) }))
    const hundred = renderSummary(reportWith({ published: rows(120, 1000), failures: [] }))
    expect(hundred).toContain('shows the first hundred of each list.')
    const counts = renderSummary(
      reportWith({ published: rows(120, 1000), failures: failures(1000) })
    )
    expect(Buffer.byteLength(counts)).toBeLessThanOrEqual(1_000_000)
    expect(counts).toContain('shows counts.')
    expect(counts).toContain('### 1000 installables failed')
    expect(counts).not.toContain('| Name |')
  })

  test('of any texts is one document: no table, list or folded part ends early', async () => {
    const hostileReport = fc.record({
      published: hostileRows,
      failures: fc.array(
        fc.record({
          installable: hostileText,
          code: fc.constant('BUILD_FAILED' as const),
          reason: hostileText
        }),
        { maxLength: 3 }
      ),
      skipped: fc.array(
        fc.record({
          storePath: hostileText,
          reason: fc.constantFrom(...skipReasons),
          detail: hostileText
        }),
        { maxLength: 4 }
      ),
      notes: fc.array(hostileText, { maxLength: 2 }),
      signedBy: fc.array(hostileText, { maxLength: 2 })
    })
    await fc.assert(
      fc.asyncProperty(hostileReport, hostileText, async (hostile, text) => {
        const target = {
          name: text,
          branch: text,
          substituterUrl: `https://h.example/${text}`,
          servedBy: 'raw' as const,
          isPrivate: false,
          webUrl: (file: string) => `https://web.example/${text}/${file}`
        }
        const commit = { sha: text, url: `https://web.example/${text}` }
        const document = await parseMarkdown(
          renderSummary(reportWith({ ...hostile, target, commit }))
        )
        const tables = nodesOf(document, 'table').map((table) => [
          table.children?.[0]?.children?.length,
          (table.children?.length ?? 0) - 1
        ])
        expect(tables).toEqual([
          ...(hostile.published.length === 0 ? [] : [[3, hostile.published.length]]),
          ...(hostile.failures.length === 0 ? [] : [[3, hostile.failures.length]]),
          [2, 6]
        ])
        expect(
          nodesOf(document, 'tableRow').every((row) => [2, 3].includes(row.children?.length ?? 0))
        ).toBe(true)
        expect(nodesOf(document, 'listItem')).toHaveLength(hostile.skipped.length)
        expect(nodesOf(document, 'image')).toEqual([])
        expect(nodesOf(document, 'code')).toHaveLength(3)
        for (const { url } of nodesOf(document, 'link')) {
          expect(['web.example', 'github.com']).toContain(new URL(url ?? '').host)
        }
        for (const { value } of nodesOf(document, 'html')) {
          expect(value).toMatch(
            /^(<\/?(span|code)>|<br>|<details><summary>(\d+ paths? [a-z ]+|What happens then, and what helps)<\/summary>|<\/details>)$/
          )
        }
      }),
      { numRuns: 150 }
    )
  })
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { renderSyncSummary } from '../../../src/sync/report/summary.ts'
import type { SyncReport } from '../../../src/sync/report/types.ts'
import { commitSha } from '../../publish/report/support.ts'
import { hostileText, nodesOf, parseMarkdown, shownText } from '../../catalogue/support.ts'
import { hashEditWith, syncReportWith, unchangedSyncReport } from './support.ts'

const golden = (name: string): string =>
  readFileSync(new URL(`./golden/${name}`, import.meta.url), 'utf8')
const firstLine = (report: SyncReport): string => renderSyncSummary(report).split('\n')[0] ?? ''

test('of a pull request: what changed, what was checked, what was left alone, how it went', () => {
  const report = syncReportWith({ notes: ['GitHub refused the label “nix”'] })
  expect(renderSyncSummary(report)).toBe(golden('sync-proposed.md'))
})

test('of a dry run: the diff, too', () => {
  const report = syncReportWith({
    outcome: 'dry-run',
    pullRequest: null,
    commit: null,
    diff: '--- a/x.nix\n+++ b/x.nix\n@@ -1,1 +1,1 @@\n-```\n+````\n'
  })
  expect(renderSyncSummary(report)).toBe(golden('sync-dry-run.md'))
})

describe('its first line says what became of the package:', () => {
  const pullRequest = syncReportWith().pullRequest
  if (pullRequest === null) throw new Error('no pull request')
  const link = 'pull request [o/infer<span>#</span>17](https://github.com/o/infer/pull/17)'

  test.each<[string, SyncReport, string]>([
    [
      'a new pull request',
      syncReportWith(),
      `**infer 0.76.0 → 0.76.1**: ${link} was opened (2 hashes and the version in 1 place).`
    ],
    [
      'an open one',
      syncReportWith({ pullRequest: { ...pullRequest, operation: 'updated' }, versions: [] }),
      `**infer 0.76.0 → 0.76.1**: ${link} was updated (2 hashes).`
    ],
    [
      'the same run again',
      syncReportWith({
        outcome: 'unchanged',
        pullRequest: { ...pullRequest, operation: 'unchanged' }
      }),
      `**Nothing to change**: ${link} for infer 0.76.0 → 0.76.1 is open and up to date.`
    ],
    [
      'nothing new',
      unchangedSyncReport(),
      '**Nothing to change**: infer 0.76.0 has the right hashes already.'
    ],
    [
      'a package without a version',
      unchangedSyncReport({ oldVersion: null, newVersion: null }),
      '**Nothing to change**: infer has the right hashes already.'
    ],
    [
      'a phase',
      syncReportWith({ outcome: 'computed', systems: ['x86_64-linux'], computedFile: '/o/i.json' }),
      '**Computed** infer 0.76.0 → 0.76.1 for `x86_64-linux`: 2 hashes and the version in 1 place.'
    ],
    [
      'a phase that found nothing',
      unchangedSyncReport({ outcome: 'computed', systems: ['x86_64-linux'] }),
      '**Computed** infer 0.76.0 for `x86_64-linux`: no change.'
    ],
    [
      'a checkout',
      syncReportWith({ outcome: 'written', hashes: [] }),
      '**infer 0.76.0 → 0.76.1**: the version in 1 place written to the checkout.'
    ],
    [
      'a commit',
      syncReportWith({ outcome: 'committed', hashes: [] }),
      '**infer 0.76.0 → 0.76.1**: the version in 1 place committed.'
    ],
    [
      'a pull request that somebody closed',
      syncReportWith({ outcome: 'declined' }),
      `**Not proposed again**: somebody closed ${link} for infer 0.76.0 → 0.76.1, which is a no to it. Reopen the pull request to have it after all; something newer is proposed as usual.`
    ],
    [
      'one that somebody goes on with',
      syncReportWith({ outcome: 'taken-over' }),
      `**Left to people**: somebody goes on in ${link}, whose branch stays as it is; infer 0.76.0 → 0.76.1 was not proposed.`
    ],
    [
      'a dry run',
      syncReportWith({ outcome: 'dry-run' }),
      '**Dry run, nothing was written**: infer 0.76.0 → 0.76.1, 2 hashes and the version in 1 place.'
    ],
    [
      'a dry run that finds nothing',
      unchangedSyncReport({ outcome: 'dry-run', diff: '' }),
      '**Dry run**: nothing would change, infer 0.76.0 has the right hashes already.'
    ],
    [
      'a pull request from a fork',
      syncReportWith({ outcome: 'fork' }),
      '**Nothing was proposed**: the job runs for a pull request from a fork, whose token may only read. It would be infer 0.76.0 → 0.76.1, 2 hashes and the version in 1 place.'
    ]
  ])('%s', (_what, report, line) => {
    expect(firstLine(report)).toBe(line)
  })
})

test('a commit that is on no page is named', () => {
  const report = syncReportWith({ outcome: 'committed', commit: { sha: commitSha, url: null } })
  expect(renderSyncSummary(report)).toContain(`| Commit | \`${commitSha.slice(0, 7)}\` |`)
})

describe('when it would be too long', () => {
  const many = Array.from({ length: 900 }, (_, line) => hashEditWith({ line, start: line }))

  test('it leaves out the diff first, and says so', () => {
    const text = renderSyncSummary(syncReportWith({ diff: 'x'.repeat(1_100_000), hashes: many }))
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000)
    expect(text).toContain('`nix/infer.nix:899`')
    expect(text).toMatch(/This summary was too long and shows no diff\.\n$/)
  })

  test('it is whole with as many hashes as there may be', () => {
    const text = renderSyncSummary(syncReportWith({ hashes: many }))
    expect(text).toContain('`nix/infer.nix:899`')
    expect(text).not.toContain('too long')
  })
})

test('other people’s text makes no link, mention, HTML, table cell or code block of its own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostileText, { minLength: 9, maxLength: 9 }), async (texts) => {
      const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = ''] = texts
      const text = renderSyncSummary(
        syncReportWith({
          outcome: 'dry-run',
          name: a,
          oldVersion: b,
          hashes: [hashEditWith({ file: c, derivations: [d], oldHash: e })],
          versions: [{ ...hashEditWith(), text: f, replacement: g }],
          checks: [{ name: 'smoke-test', result: 'passed', detail: h }],
          untraced: [],
          notes: [i],
          commit: null,
          pullRequest: null,
          diff: `--- a\n+${h}\n`
        })
      )
      const nodes = nodesOf(await parseMarkdown(text))
      expect(nodes.filter(({ type }) => ['link', 'image', 'linkReference'].includes(type))).toEqual(
        []
      )
      const html = nodes.filter(({ type }) => type === 'html').map(({ value }) => value)
      expect(html.filter((value) => !/^<\/?(span|code)>$/.test(value ?? ''))).toEqual([])
      expect(nodes.filter(({ type }) => type === 'code')).toHaveLength(1)
      expect(nodes.filter(({ type }) => type === 'tableRow')).toHaveLength(
        // Hashes, versions, how it went; each with its heading.
        2 + 2 + 5
      )
    }),
    { numRuns: 60 }
  )
})

test('a hostile detail still shows as the text that it is', async () => {
  const detail = 'infer @all | [x](http://evil.example) <img src=x>'
  const text = renderSyncSummary(
    unchangedSyncReport({ checks: [{ name: 'smoke-test', result: 'passed', detail }] })
  )
  expect(shownText(await parseMarkdown(text))).toContain(detail)
})

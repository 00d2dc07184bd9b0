import { expect, test } from '@jest/globals'
import { syncText } from '../../../src/sync/command.ts'
import type { SyncReport } from '../../../src/sync/report/types.ts'
import { hashEditWith, syncReportWith, unchangedSyncReport } from './support.ts'

test('of a pull request: each edit, each check, and where to look', () => {
  const { newHash, oldHash } = hashEditWith()
  const report = syncReportWith({ notes: ['GitHub refused the label “nix”'] })
  expect(syncText(report).split('\n')).toEqual([
    'infer 0.76.0 → 0.76.1: pull request created, 2 hashes and the version in 1 place.',
    '  nix/infer.nix:5  0.76.0 → 0.76.1',
    `  nix/infer.nix:9  (a placeholder) → ${newHash}  source`,
    `  nix/infer.nix:12  ${oldHash ?? ''} → ${newHash}  infer-0.76.1-go-modules`,
    '  ✓ evaluate: version 0.76.1 on x86_64-linux',
    '  ✓ build: x86_64-linux',
    '  – smoke-test: was not asked for',
    '  left alone, as nothing comes from it: the hash at nix/infer.nix:30',
    'note: GitHub refused the label “nix”',
    'pull request  https://github.com/o/infer/pull/17',
    'commit        https://github.com/o/infer/commit/3f2a91cc0d5e8b7a6c4f3e2d1b0a99887766554a'
  ])
})

test.each<[string, SyncReport, string]>([
  [
    'unchanged',
    unchangedSyncReport(),
    'Nothing to change: infer 0.76.0 has the right hashes already.'
  ],
  [
    'an open pull request',
    syncReportWith({ outcome: 'unchanged' }),
    'Nothing to change: the pull request for infer 0.76.0 → 0.76.1 is open and up to date.'
  ],
  [
    'written',
    syncReportWith({ outcome: 'written' }),
    'infer 0.76.0 → 0.76.1: 2 hashes and the version in 1 place written.'
  ],
  [
    'computed',
    syncReportWith({ outcome: 'computed', computedFile: '/out/infer.json' }),
    'infer 0.76.0 → 0.76.1: 2 hashes and the version in 1 place computed for x86_64-linux and aarch64-linux, in /out/infer.json.'
  ],
  [
    'a fork’s pull request',
    syncReportWith({ outcome: 'fork' }),
    'Nothing was proposed: a pull request from a fork may only read.'
  ]
])('begins with what became of it: %s', (_what, report, line) => {
  expect(syncText(report).split('\n')[0]).toBe(line)
})

test('other people’s text does not steer the terminal', () => {
  const text = syncText(
    syncReportWith({ name: 'a\u001b[2Jb', notes: ['\u001b]0;x\u0007\u202etxt'] })
  )
  expect(text).not.toMatch(/[\u001b\u0007\u202e]/)
})

import type { SyncReport } from '../../../src/sync/report/types.ts'
import { nothingBeside, type HashEdit } from '../../../src/sync/types.ts'
import { commitSha } from '../../publish/report/support.ts'

const sri = (letter: string): string => `sha256-${letter.repeat(42)}A=`

export function hashEditWith(overrides: Partial<HashEdit> = {}): HashEdit {
  return {
    file: 'nix/infer.nix',
    start: 100,
    end: 151,
    line: 12,
    text: sri('o'),
    replacement: sri('n'),
    systems: ['x86_64-linux', 'aarch64-linux'],
    derivations: ['infer-0.76.1-go-modules'],
    oldHash: sri('o'),
    newHash: sri('n'),
    ...overrides
  }
}

/** Of a pull request that was opened. */
export function syncReportWith(overrides: Partial<SyncReport> = {}): SyncReport {
  return {
    outcome: 'proposed',
    package: '.#infer',
    name: 'infer',
    oldVersion: '0.76.0',
    newVersion: '0.76.1',
    systems: ['x86_64-linux', 'aarch64-linux'],
    versions: [
      {
        file: 'nix/infer.nix',
        start: 40,
        end: 46,
        line: 5,
        text: '0.76.0',
        replacement: '0.76.1'
      }
    ],
    hashes: [
      hashEditWith({ line: 9, derivations: ['source'], oldHash: null, text: 'lib.fakeHash' }),
      hashEditWith()
    ],
    told: [],
    untraced: [
      { file: 'nix/infer.nix', start: 300, end: 351, line: 30, text: hashEditWith().text }
    ],
    checks: [
      { name: 'evaluate', result: 'passed', detail: 'version 0.76.1 on x86_64-linux' },
      { name: 'build', result: 'passed', detail: 'x86_64-linux' },
      { name: 'smoke-test', result: 'skipped', detail: 'was not asked for' }
    ],
    counts: {
      evaluations: { 'x86_64-linux': 3, 'aarch64-linux': 3 },
      rounds: 2,
      builds: 3
    },
    pullRequest: {
      repository: 'o/infer',
      number: 17,
      url: 'https://github.com/o/infer/pull/17',
      operation: 'created',
      branch: 'nar-publish/infer-0.76.1',
      closed: [{ number: 12, url: 'https://github.com/o/infer/pull/12' }]
    },
    commit: { sha: commitSha, url: `https://github.com/o/infer/commit/${commitSha}` },
    computedFile: null,
    revision: null,
    beside: nothingBeside,
    diff: null,
    timings: [
      { phase: 'trace', milliseconds: 1_234 },
      { phase: 'compute', milliseconds: 61_000 }
    ],
    notes: [],
    ...overrides
  }
}

/** Of a run that had nothing to do. */
export function unchangedSyncReport(overrides: Partial<SyncReport> = {}): SyncReport {
  return syncReportWith({
    outcome: 'unchanged',
    newVersion: '0.76.0',
    versions: [],
    hashes: [],
    untraced: [],
    checks: [],
    pullRequest: null,
    commit: null,
    ...overrides
  })
}

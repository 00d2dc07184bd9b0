import type { PublishReport, SkippedPath } from '../../../src/publish/report/types.ts'
import { rowWith, someKeys } from '../../catalogue/support.ts'

export const commitSha = '3f2a91cc0d5e8b7a6c4f3e2d1b0a99887766554a'

export function path(number: number, name = 'lib-1.0'): string {
  return `/nix/store/${String(number).padStart(32, '0')}-${name}`
}

export function skippedPaths(
  number: number,
  reason: SkippedPath['reason'],
  detail = ''
): SkippedPath[] {
  return Array.from({ length: number }, (_, i) => ({ storePath: path(i), reason, detail }))
}

export function reportWith(overrides: Partial<PublishReport> = {}): PublishReport {
  return {
    outcome: 'published',
    target: {
      name: 'o/binstore',
      branch: 'main',
      substituterUrl: 'https://raw.githubusercontent.com/o/binstore/main',
      servedBy: 'raw',
      isPrivate: false,
      webUrl: (file) => `https://github.com/o/binstore/blob/main/${file}`
    },
    readmePath: 'README.md',
    artifacts: [rowWith().storePath, path(7, 'held-1.0')],
    published: [rowWith()],
    closure: [{ storePath: path(1), narSize: 1000, fileSize: 500 }],
    uploads: {
      nars: 2,
      narBytes: 227560,
      fileBytes: 50623,
      files: [
        { path: 'nar/00/first.nar.zst', fileHash: `sha256:${'0'.repeat(52)}` },
        { path: 'nar/11/second.nar.zst', fileHash: `sha256:1${'0'.repeat(51)}` }
      ]
    },
    signed: [],
    pins: [],
    movedPins: [],
    unpinned: [],
    skipped: [
      { storePath: path(7, 'held-1.0'), reason: 'held', detail: 'published before' },
      { storePath: path(8, 'glibc-2.39'), reason: 'upstream', detail: 'cache.nixos.org-1' },
      { storePath: path(9, 'zlib-1.3'), reason: 'upstream', detail: 'cache.nixos.org-1' },
      { storePath: path(6, 'hello-debug'), reason: 'excluded', detail: '-debug$' }
    ],
    failures: [],
    commit: { sha: commitSha, url: `https://github.com/o/binstore/commit/${commitSha}` },
    route: 'api',
    attempts: 2,
    requests: { api: 9, raw: 4 },
    signedBy: someKeys.slice(0, 1),
    verify: { kind: 'substitute', paths: 2 },
    timings: [
      { phase: 'Build', milliseconds: 61_234 },
      { phase: 'Commit', milliseconds: 1_950 }
    ],
    notes: [],
    ...overrides
  }
}

/** A report of a run that brought nothing. */
export function emptyReportWith(overrides: Partial<PublishReport> = {}): PublishReport {
  return reportWith({
    outcome: 'nothing-new',
    published: [],
    closure: [],
    uploads: { nars: 0, narBytes: 0, fileBytes: 0, files: [] },
    route: null,
    attempts: 0,
    verify: { kind: 'none', paths: 0 },
    ...overrides
  })
}

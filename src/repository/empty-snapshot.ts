import type { TargetSnapshot } from './types.ts'

/** The branch before its first commit. */
export function emptySnapshot(): TargetSnapshot {
  return {
    commit: null,
    readFile: () => Promise.resolve(null),
    glanceAt: () => Promise.resolve(null),
    readNarInfos: () => Promise.resolve(new Map()),
    missingNarInfos: (hashes) => Promise.resolve(new Set(hashes)),
    listFiles: () => Promise.resolve(new Map()),
    readFiles: () => Promise.resolve(new Map()),
    hasHistory: () => Promise.resolve(false),
    itemsAt: () => Promise.resolve(new Map()),
    itemsIn: () => Promise.resolve(new Map())
  }
}

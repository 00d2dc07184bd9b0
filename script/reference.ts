/** What the generated pages (docs/inputs.md, docs/outputs.md) say beyond the table of inputs and action.yml. */
import type { Mode } from '../src/inputs/modes.ts'
import type { InputName } from '../src/inputs/table.ts'

/** What a mode cannot do without; the mode's own parser refuses a run that lacks it (`__tests__/inputs/reference.test.ts`). */
export const needed: Readonly<Record<Mode, { names: readonly InputName[]; says: string }>> = {
  publish: {
    names: ['flake-attribute', 'paths', 'om-results', 'packed'],
    says: 'Give one of `flake-attribute`, `paths` and `om-results`; in phase `commit` give `packed`.'
  },
  matrix: { names: ['flake-attribute'], says: 'Give `flake-attribute`.' },
  'version-sync': {
    names: ['package', 'computed'],
    says: 'Give `package`; in phase `commit` give `computed`, too.'
  },
  hook: { names: [], says: 'Nothing has to be given.' },
  use: { names: [], says: 'Nothing has to be given.' },
  prune: { names: [], says: 'Nothing has to be given.' }
}

const commit = ['commit-sha', 'commit-url']
/** The outputs that each mode sets. */
export const outputsOfMode: Readonly<Record<Mode, readonly string[]>> = {
  publish: [
    ...['published', 'skipped', 'store-paths', 'nar-count', 'bytes', 'checksums', ...commit],
    ...['substituter', 'public-key', 'route', 'attempts', 'comment-url', 'rebuilt']
  ],
  matrix: ['matrix', 'any-jobs', 'first-wave', 'any-first-wave', 'expected', 'machines'],
  'version-sync': [
    ...['changed', 'old-version', 'new-version', 'hashes', ...commit],
    ...['pull-request-number', 'pull-request-url', 'pull-request-operation'],
    ...['outdated', 'pull-requests', 'failed', 'matrix', 'any-jobs']
  ],
  hook: [],
  use: ['substituter', 'public-key'],
  prune: ['removed', 'kept', 'changed', 'freed-bytes', ...commit, 'route', 'attempts']
}

import type { Phases } from './phases.ts'

export const modes = ['publish', 'matrix', 'version-sync', 'hook', 'use', 'prune'] as const
export type Mode = (typeof modes)[number]

const publish = ['publish'] as const
const packs = ['publish', 'hook'] as const
const matrix = ['matrix'] as const
const sync = ['version-sync'] as const
const hook = ['hook'] as const
const use = ['use'] as const
const prune = ['prune'] as const

/** Which modes read an input of action.yml; every mode reads `mode`, `token` and `target-repository`. */
export const inputsOfModes: Phases<Mode> = {
  inputs: [
    { name: 'phase', phases: ['publish', 'version-sync'], absent: 'all' },
    { name: 'output-directory', phases: ['publish', 'version-sync'] },
    { name: 'flake-attribute', phases: ['publish', 'matrix'] },
    { name: 'paths', phases: publish },
    { name: 'om-results', phases: publish },
    { name: 'subflake', phases: publish },
    { name: 'pin-prefix', phases: publish },
    { name: 'pin', phases: publish },
    { name: 'unpin', phases: publish },
    { name: 'systems', phases: ['publish', 'matrix', 'version-sync', 'hook'] },
    { name: 'packed', phases: publish },
    { name: 'expected', phases: publish },
    { name: 'runner-map', phases: matrix },
    { name: 'fail-on-eval-error', phases: matrix, absent: 'true' },
    { name: 'target-branch', phases: ['publish', 'matrix', 'hook', 'use', 'prune'] },
    { name: 'route', phases: ['publish', 'hook', 'prune'], absent: 'auto' },
    { name: 'signing-key', phases: packs },
    { name: 'compression', phases: packs, absent: 'zstd' },
    { name: 'compression-level', phases: packs },
    { name: 'closure', phases: ['publish', 'matrix', 'hook'], absent: 'binary' },
    { name: 'upstream-keys', phases: packs, absent: 'cache.nixos.org-1' },
    { name: 'exclude', phases: packs },
    { name: 'verify', phases: packs, absent: 'substitute' },
    { name: 'fail-on-empty', phases: publish, absent: 'false' },
    // `matrix` writes nothing anyway, and `hook` says for itself why it has no trial.
    {
      name: 'dry-run',
      phases: ['publish', 'matrix', 'version-sync', 'hook', 'prune'],
      absent: 'false'
    },
    { name: 'cache', phases: publish, absent: 'false' },
    { name: 'cache-size', phases: publish, absent: '2 gb' },
    // Belongs to the target's description, which `matrix` shares with the others.
    { name: 'substituter-url', phases: ['publish', 'matrix', 'hook', 'use', 'prune'] },
    { name: 'trusted-keys', phases: use },
    { name: 'package', phases: sync },
    { name: 'version', phases: sync },
    { name: 'tag-prefix', phases: sync },
    { name: 'allow-downgrade', phases: sync, absent: 'false' },
    { name: 'nixpkgs', phases: sync },
    { name: 'formatter', phases: sync, absent: 'none' },
    { name: 'build', phases: sync, absent: 'true' },
    { name: 'smoke-test', phases: sync },
    { name: 'fork', phases: sync },
    { name: 'base', phases: sync },
    { name: 'branch', phases: sync },
    { name: 'title', phases: sync },
    { name: 'labels', phases: sync },
    { name: 'reviewers', phases: sync },
    { name: 'draft', phases: sync, absent: 'false' },
    { name: 'computed', phases: sync },
    { name: 'keep-generations', phases: prune, absent: '3' },
    { name: 'keep-days', phases: prune, absent: '30' },
    { name: 'remove-unreachable', phases: prune, absent: 'false' },
    { name: 'squash-history', phases: prune, absent: 'false' },
    { name: 'queues', phases: hook },
    { name: 'interval', phases: hook, absent: '5 min' },
    { name: 'max-attempts', phases: hook, absent: '5' },
    { name: 'drain-timeout', phases: hook, absent: '10 min' },
    { name: 'fail-on-undrained', phases: hook, absent: 'true' },
    { name: 'size-budget', phases: ['publish', 'prune'], absent: '8 gb' }
  ],
  does: {
    publish: 'builds what it is told and commits it',
    matrix: 'only tells which jobs are left to do',
    'version-sync': 'brings a package to a version',
    hook: 'publishes what later steps of the job build',
    use: 'only lets later steps of the job read a cache',
    prune: 'only removes old artifacts from a cache'
  }
}

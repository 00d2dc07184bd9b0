import type { Phases } from './phases.ts'

export const syncPhases = ['all', 'compute', 'commit'] as const
export type SyncPhase = (typeof syncPhases)[number]

const work = ['all', 'compute'] as const
const proposal = ['all', 'commit'] as const

export const phasesOfSync: Phases<SyncPhase> = {
  inputs: [
    { name: 'nixpkgs', phases: work },
    { name: 'version', phases: work },
    { name: 'tag-prefix', phases: work },
    { name: 'allow-downgrade', phases: work, absent: 'false' },
    { name: 'build', phases: work, absent: 'true' },
    { name: 'smoke-test', phases: work },
    // A formatted file is not what phase commit can check literal by literal.
    { name: 'formatter', phases: ['all'], absent: 'none' },
    { name: 'output-directory', phases: ['compute'] },
    { name: 'computed', phases: ['commit'] },
    { name: 'target-repository', phases: proposal },
    { name: 'fork', phases: proposal },
    { name: 'base', phases: proposal },
    { name: 'branch', phases: proposal },
    { name: 'title', phases: proposal },
    { name: 'labels', phases: proposal },
    { name: 'reviewers', phases: proposal },
    { name: 'draft', phases: proposal, absent: 'false' },
    { name: 'dry-run', phases: proposal, absent: 'false' }
  ],
  does: {
    all: 'does everything in one job',
    compute: 'writes nothing but its result, a file for phase `commit`',
    commit: 'neither evaluates nor runs the package: what it writes is in the files of `computed`'
  }
}

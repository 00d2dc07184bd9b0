import type { Phases } from './phases.ts'

export const publishPhases = ['all', 'pack', 'commit'] as const
export type PublishPhase = (typeof publishPhases)[number]

export const phasesOfPublish: Phases<PublishPhase> = {
  inputs: [
    { name: 'flake-attribute', phases: ['all', 'pack'] },
    { name: 'paths', phases: ['all', 'pack'] },
    { name: 'om-results', phases: ['all', 'pack'] },
    { name: 'subflake', phases: ['all', 'pack'] },
    { name: 'pin-prefix', phases: ['all', 'pack', 'commit'] },
    { name: 'pin', phases: ['all', 'pack'] },
    { name: 'unpin', phases: ['all', 'commit'] },
    { name: 'exclude', phases: ['all', 'pack'] },
    { name: 'cache', phases: ['all', 'pack'], absent: 'false' },
    { name: 'cache-size', phases: ['all', 'pack'], absent: '2 gb' },
    { name: 'output-directory', phases: ['pack'] },
    { name: 'packed', phases: ['commit'] },
    { name: 'expected', phases: ['commit'] },
    { name: 'signing-key', phases: ['all', 'commit'] },
    { name: 'fail-on-empty', phases: ['all', 'commit'], absent: 'false' },
    { name: 'dry-run', phases: ['all', 'commit'], absent: 'false' }
  ],
  does: {
    all: 'does everything in one job',
    pack: 'neither signs nor writes to the target: it leaves a folder for phase `commit`',
    commit: 'builds nothing: what it publishes is in the folders of `packed`'
  }
}

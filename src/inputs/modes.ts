export const modes = ['publish', 'matrix', 'version-sync', 'hook', 'use', 'prune'] as const
export type Mode = (typeof modes)[number]

/** The phases of `publish` that bring something to a target; any other only looks. */
export const publishing = ['all', 'pack', 'commit'] as const

/** The modes that can be split over jobs, with their phases. */
export const phases = {
  publish: [...publishing, 'rebuild'],
  'version-sync': ['all', 'list', 'compute', 'commit']
} as const
export type SplitMode = keyof typeof phases
export type PhasesOf<M extends Mode> = M extends SplitMode ? (typeof phases)[M][number] : never

/** The end of a sentence that begins with `mode x, which`. */
export const modeDoes: Readonly<Record<Mode, string>> = {
  publish: 'builds what it is told and commits it',
  matrix: 'only tells which jobs are left to do',
  'version-sync': 'brings a package to a version',
  hook: 'publishes what later steps of the job build',
  use: 'only lets later steps of the job read a cache',
  prune: 'only removes old artifacts from a cache'
}

/** The end of a sentence that begins with `phase x, which`. */
export const phaseDoes: { readonly [M in SplitMode]: Readonly<Record<PhasesOf<M>, string>> } = {
  publish: {
    all: 'does everything in one job',
    pack: 'neither signs nor writes to the target: it leaves a folder for phase `commit`',
    commit: 'builds nothing: what it publishes is in the folders of `packed`',
    rebuild: 'publishes nothing: it builds again some of what is in the folders of `packed`'
  },
  'version-sync': {
    all: 'does everything in one job',
    list: 'only looks which packages are outdated',
    compute: 'writes nothing but its result, a file for phase `commit`',
    commit: 'neither evaluates nor runs the package: what it writes is in the files of `computed`'
  }
}

/** For what no mode is without; a new mode is among them by itself. */
export const everyMode = Object.fromEntries(modes.map((mode) => [mode, true])) as Readonly<
  Record<Mode, true>
>

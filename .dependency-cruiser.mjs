// The layout of src/, read by dependency-cruiser in script/check: nobody imports a caller. Types count as much as values.
// __tests__/layout.test.ts shows each rule a file that breaks it.

/** From the top: a file or folder imports only itself and what stands on a floor below its own. */
export const floors = [
  ['main.ts', 'cli.ts'],
  ['action.ts'],
  ['inputs.ts', 'commands.ts'],
  // The modes, and what only they are made of.
  ['publish', 'matrix', 'sync', 'queue', 'prune', 'doctor', 'keys', 'use', 'cache', 'om-results'],
  // What the job of a matrix leaves for those of its rows.
  ['build-plan'],
  // The page of a cache: making it, and its own program, which runs in a browser.
  ['page', 'site'],
  ['repository', 'nix', 'catalogue', 'pins', 'report', 'reader', 'provenance'],
  ['binary-cache', 'cli'],
  ['process', 'inputs', 'markdown']
  // The ground: every other file of src/ itself.
]

/** What may be imported from another folder of the same floor, or of one above, and why; one that nobody uses is refused by the test. */
export const exceptions = [
  // publish restores before it builds, and keeps after it has committed.
  { from: 'publish', to: 'cache/' },
  // What `om ci` built is one of the ways to name paths.
  { from: 'publish', to: 'om-results/' },
  // A matrix is publish's plan in rows: the same installables, the same question of what the store holds.
  { from: 'matrix', to: 'publish/' },
  // A prune opens and writes the same target, with the same limits and words of a commit.
  { from: 'prune', to: 'publish/' },
  // The queue sends what it gathered by publish itself.
  { from: 'queue', to: 'publish/' },
  // A reader opens the target that a publish made.
  { from: 'use', to: 'publish/' },
  // As a reader it looks for the cache as `use` does.
  { from: 'doctor', to: 'use/' },
  // A key is retired in a store as the doctor opens it, from NARs as he checks them.
  { from: 'keys', to: 'doctor/' },
  // The newest release is asked for as the doctor downloads: with patience, through proxies.
  { from: 'sync', to: 'doctor/download.ts' },
  // A catalogue shows the pins, and the types of closure that Nix knows.
  { from: 'catalogue', to: 'pins/pin.ts' },
  { from: 'catalogue', to: 'nix/types.ts' },
  // Its README is found among the files of a branch.
  { from: 'catalogue', to: 'repository/types.ts' },
  { from: 'catalogue', to: 'repository/tree-item.ts' },
  // A listing's names of files tell what need not be read: its badges, and what is made of its rows.
  { from: 'catalogue', to: 'repository/github/git-objects.ts' },
  // Every report tells the route of its commit.
  { from: 'report', to: 'repository/types.ts' },
  // The address of a repository, its branch and its credentials are values of inputs.
  { from: 'inputs', to: 'repository/address.ts' },
  { from: 'inputs', to: 'repository/branch-name.ts' },
  { from: 'inputs', to: 'repository/git/environment.ts' },
  { from: 'inputs', to: 'binary-cache/signature.ts' }
]

/** Patterns of the paths that `names` (files, folders with or without a slash) stand for. */
const pathsOf = (names) =>
  names.map((name) =>
    name.endsWith('.ts')
      ? `^src/${name.replaceAll('.', '\\.')}$`
      : `^src/${name.replace(/\/?$/, '/')}`
  )
/** The action, the command line, and what a browser runs. */
const starts = pathsOf([...floors[0], 'site/main.ts'])
const entries = floors.slice(0, 3).flat().join('|').replaceAll('.', '\\.')
const ground = `^src/(?!(${entries})$)[^/]+\\.ts$`

const ofEachFloor = floors.flatMap((floor, index) =>
  floor.map((name) => {
    const below = floors.slice(index + 1).flat()
    const allowed = exceptions.filter(({ from }) => from === name).map(({ to }) => to)
    return {
      name: `below ${name}`,
      comment: `src/${name} imports what stands on a floor below it, and its exceptions; both lists are in .dependency-cruiser.mjs`,
      severity: 'error',
      from: { path: pathsOf([name]) },
      to: { path: '^src/', pathNot: [...pathsOf([name, ...below, ...allowed]), ground] }
    }
  })
)

export default {
  forbidden: [
    {
      name: 'no circle',
      comment:
        'Files that import each other, by types alone too: what they share belongs into a file beneath them.',
      severity: 'error',
      from: {},
      to: { circular: true }
    },
    ...ofEachFloor,
    {
      name: 'ground',
      comment: 'A file of src/ itself, but for the entries, imports only others of its kind.',
      severity: 'error',
      from: { path: ground },
      to: { path: '^src/', pathNot: ground }
    },
    {
      name: 'on a floor',
      comment: 'A new folder of src/ gets its place in the list of floors.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: pathsOf(floors.flat()) },
      to: {}
    },
    {
      name: 'no orphan',
      comment:
        'Nothing that neither the action nor the command line reaches, nor the page in a browser.',
      severity: 'error',
      from: { path: starts },
      to: { path: '^src/', pathNot: starts, reachable: false }
    },
    {
      name: 'src alone',
      comment: 'Tests, scripts, benchmarks and the bundle use src/, never the other way.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(?!src/|node_modules/)', dependencyTypes: ['local'] }
    }
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' }
  }
}

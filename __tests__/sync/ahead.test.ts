/** What is evaluated and built before it is asked for: only time may come of it. */
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { evaluatorsAtOnce } from '../../src/nix/evaluators.ts'
import type { SyncReport } from '../../src/sync/report/types.ts'
import { nixConfig, removeFolder, thisMachine } from '../support/nix.ts'
import { nixThat } from '../support/nix-that.ts'
import { output } from '../support/program.ts'
import type { Tree } from '../support/sync-hashes.ts'
import { makePackageSet, ownSystem, type PackageSet } from '../support/sync-packages.ts'
import { makeParts, partsFile } from '../support/sync-parts.ts'
import { makeProject, syncProject } from '../support/sync-project.ts'

let set: PackageSet
let text: string
beforeAll(async () => {
  set = makePackageSet(thisMachine.makeFolder(), randomBytes(6).toString('hex'))
  text = (await makeParts(set, { count: 1, shape: 'independent' })).get(partsFile) ?? ''
})
afterAll(() => removeFolder(set.folder))

/** The package, with more attributes. */
function withMore(more: string): Tree {
  return new Map([[partsFile, text.replace('pname = "tool";', () => `pname = "tool"; ${more}`)]])
}

interface Synced {
  evaluations: number
  /** What is told of the change. */
  report: Omit<SyncReport, 'counts' | 'timings'>
  files: Tree
}

/** `before`: once its lock file is made. */
async function synced(
  tree: Tree,
  {
    bin = '',
    name = `file:${partsFile}`,
    env = {},
    before
  }: {
    bin?: string
    name?: string
    env?: Record<string, string>
    before?: () => Promise<unknown>
  } = {}
): Promise<Synced> {
  const project = await makeProject(set, tree)
  await before?.()
  const PATH = `${bin}:${set.env['PATH'] ?? ''}`
  const { counts, timings, ...report } = await syncProject(
    { ...set, env: { ...set.env, PATH, ...env } },
    project,
    { package: name, version: '1.3.0', systems: ownSystem }
  )
  expect(timings).not.toEqual([])
  expect(report.outcome).toBe('written')
  return { evaluations: counts?.evaluations[ownSystem] ?? NaN, report, files: project.read() }
}

/** One core does one after the other. */
const isBeside = availableParallelism() > 1
const whereBeside = isBeside ? describe : describe.skip
/** Evaluations in turn; one more where what was evaluated ahead is not what is asked for, or is not taken. */
const wrongGuess = [3, isBeside ? 4 : 3] as const

/** Bytes that are to be had, whatever the others on this machine leave. */
const memory = jest.spyOn(process, 'availableMemory')
beforeEach(() => {
  memory.mockReturnValue(64e9)
})
afterAll(() => {
  memory.mockRestore()
})

/** The same on a machine that does one evaluation at a time. */
async function syncedInTurn(tree: Tree): Promise<Synced> {
  memory.mockReturnValue(0)
  expect(evaluatorsAtOnce()).toBe(1)
  const done = await synced(tree)
  memory.mockReturnValue(64e9)
  return done
}

const flake = (): string => `{
  inputs.nixpkgs.url = "path:${set.nixpkgs}";
  outputs = { nixpkgs, ... }: {
    packages.${ownSystem}.tool = nixpkgs.legacyPackages.${ownSystem}.callPackage ./${partsFile} { };
  };
}
`

/** Its version stands where it is not looked for beforehand, and another’s where it is. */
const versionElsewhere = (): Tree =>
  new Map([
    [partsFile, `let own = "1.2.0"; in ${text}`.replace('"1.2.0";\n', 'own;\n')],
    ['nix/other.nix', '{ version = "9.1.0"; }']
  ])

whereBeside('where two evaluations fit beside each other', () => {
  test.each([`file:${partsFile}`, '.#tool'])(
    '%s: the new version is evaluated while the package as it stands is',
    async (name) => {
      const tree = new Map([...withMore(''), ['flake.nix', flake()]])
      const bin = await nixThat(set.folder, '[ $n -gt 2 ] || await evaluation-2')
      expect((await synced(tree, { bin, name })).evaluations).toBe(3)
    }
  )

  test('what a flake needs is fetched for one evaluation, and not for two at once', async () => {
    const expression = `(builtins.getFlake "path:${set.nixpkgs}").outPath`
    const ask = ['eval', '--impure', '--raw', '--expr', expression]
    const input = await output('nix', ask, { env: set.env })
    const bin = await nixThat(
      set.folder,
      `[ $n -gt 1 ] || { [ -e '${input}' ] && exit 8; sleep 1; [ -d $notes/evaluation-2 ] && exit 9; }`
    )
    const tree = new Map([...withMore(''), ['flake.nix', flake()]])
    const forget = (): Promise<string> => output('nix-store', ['--delete', input], { env: set.env })
    expect((await synced(tree, { bin, name: '.#tool', before: forget })).evaluations).toBe(3)
  })

  test.each<[string, () => Record<string, string>]>([
    ['NIX_PATH', () => ({ NIX_PATH: `nixpkgs=file://${set.nixpkgs}.tar.gz` })],
    [
      'nix.conf',
      () => ({
        NIX_PATH: '',
        NIX_CONFIG: `${nixConfig}\nnix-path = nixpkgs=file://${set.nixpkgs}.tar.gz`
      })
    ]
  ])('nor is nixpkgs, where %s has its address', async (_, env) => {
    const { nixpkgs } = set
    await output('tar', ['-czf', `${nixpkgs}.tar.gz`, '-C', dirname(nixpkgs), basename(nixpkgs)])
    const bin = await nixThat(
      set.folder,
      '[ $n -gt 1 ] || { sleep 1; [ -d $notes/evaluation-2 ] && exit 9; }'
    )
    const request = { bin, env: env() }
    expect((await synced(withMore(''), request)).evaluations).toBe(3)
  })

  test('what is not to be looked into, as the store is no folder of this machine, is evaluated again', async () => {
    const elsewhere = {
      NIX_REMOTE: `local?root=${join(set.folder, 'store')}`,
      NIX_CONFIG: `${nixConfig}\nextra-sandbox-paths = /bin /lib /lib64 /usr`
    }
    // In no store of another run.
    const tree = withMore(`where = builtins.toFile "where" (version + "${set.salt}");`)
    // It is made by one process: two at once are in each other's way.
    const makeStore = (): Promise<string> =>
      output('nix-store', ['--add', join(set.folder, 'store.txt')], {
        env: { ...set.env, ...elsewhere }
      })
    writeFileSync(join(set.folder, 'store.txt'), '')
    const request = { env: elsewhere, before: makeStore }
    expect((await synced(tree, request)).evaluations).toBe(4)
  })

  test('the package is built while what was written is evaluated', async () => {
    // The first one is of the hashes.
    const bin = await nixThat(set.folder, '[ $n -lt 3 ] || await realised-2')
    const { evaluations, report } = await synced(withMore(''), { bin })
    expect(evaluations).toBe(3)
    expect(report.checks).toContainEqual({ name: 'build', result: 'passed', detail: ownSystem })
  })

  test('a wrong guess is ended before anything else begins', async () => {
    const bin = await nixThat(
      set.folder,
      `case "$*" in
  *-twin-*) echo $$ > $notes/ahead; trap '' TERM; exec sleep 600 ;;
  *) for _ in $(seq 1200); do [ -s $notes/ahead ] && break; sleep 0.05; done
    [ $n -lt 3 ] || ! kill -0 $(cat $notes/ahead) || exit 9 ;;
esac`
    )
    expect((await synced(versionElsewhere(), { bin })).evaluations).toBe(4)
    expect(Number(readFileSync(join(bin, 'ahead'), 'utf8'))).toBeGreaterThan(0)
  })
})

test('a build that fails of what was written fails, though it goes well of what is built ahead', async () => {
  const { files } = await synced(withMore(''))
  const [hash = 'none'] = /sha256-[\w+/]{20}/.exec(files.get(partsFile) ?? '') ?? []
  const failing = `self = ./tool.nix; preBuild = ''if grep 'hash = ["]${hash}' "$self"; then exit 1; fi'';`
  for (const bytes of [0, 64e9]) {
    const project = await makeProject(set, withMore(failing))
    memory.mockReturnValue(bytes)
    const request = { package: `file:${partsFile}`, version: '1.3.0', systems: ownSystem }
    await expect(syncProject(set, project, request)).rejects.toMatchObject({ code: 'BUILD_FAILED' })
    expect(project.read()).toEqual(withMore(failing))
  }
})

describe('what is the same as with one evaluation after the other:', () => {
  // The new version with dyes at its hashes, beside it and after it; what is written; and what of these has to be evaluated again.
  test.each<[what: string, inTurn: number, ahead: number, tree: () => Tree]>([
    ['a package as usual', 3, 3, () => withMore('')],
    [
      'one whose version stands elsewhere, and another’s where it is looked for',
      ...wrongGuess,
      () => versionElsewhere()
    ],
    ['one that says its version at several places', 4, 4, () => withMore('note = "since 1.2.0";')],
    [
      'one that knows the folder it is evaluated in',
      ...wrongGuess,
      () => withMore('where = toString ./.;')
    ],
    [
      'one that writes that folder’s name into a file',
      ...wrongGuess,
      () => withMore('where = builtins.toFile "where" (baseNameOf (dirOf (dirOf (toString ./.))));')
    ],
    [
      'one that builds something while it is evaluated',
      5,
      isBeside ? 6 : 5,
      () => withMore('read = builtins.readFile "${src}";')
    ],
    [
      'one whose meta does not evaluate',
      3,
      3,
      () => withMore('meta = { homepage = abort "none"; };')
    ],
    [
      'one whose build minds that its own file has the true hash',
      3,
      3,
      () =>
        withMore(
          `self = ./tool.nix; sourceHash = src.outputHash; preBuild = ''grep -q "$sourceHash" "$self"'';`
        )
    ]
  ])('%s', async (_what, inTurn, ahead, tree) => {
    const [one, two] = [await syncedInTurn(tree()), await synced(tree())]
    expect([one.evaluations, two.evaluations]).toEqual([inTurn, ahead])
    expect(two.report).toEqual(one.report)
    expect(two.files).toEqual(one.files)
  })
})

/** version-sync with a newer Nix than this machine's, where script/other-nix has put one. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { removeFolder, testNixes, thisMachine, type TestNix } from '../support/nix.ts'
import { fillCases, type SyncCase } from '../support/sync-cases.ts'
import { ownSystem } from '../support/sync-packages.ts'
import {
  caseTo,
  startSyncRuns,
  storyTime,
  type SyncRun,
  type SyncRuns
} from '../support/sync-run.ts'

const newer = testNixes.find(({ name }) => name !== thisMachine.name)
if (newer === undefined) {
  test.todo('with a newer Nix: script/other-nix installs one (root on Debian)')
} else {
  describe('with a newer Nix', () => {
    goPackage(newer)
  })
}

function goPackage({ makeFolder, open }: TestNix): void {
  const branch = 'nar-publish/infer-0.76.1'
  let parent: string
  let runs: SyncRuns
  let go: SyncCase
  let run: SyncRun

  beforeAll(async () => {
    parent = makeFolder()
    runs = await startSyncRuns({ repositories: [{ name: 'alice/infer' }] }, parent)
    const [filled] = await fillCases(runs.set, [caseTo('nixpkgs-go', '0.76.1')])
    if (filled === undefined) throw new Error('the case is missing')
    go = filled
    await runs.place('alice/infer', go.before)
    const nix = await open(runs.folder)
    run = await runs.run(
      'alice/infer',
      {
        package: go.package,
        version: 'v0.76.1',
        systems: ownSystem,
        // Nix sees folders under other names than we do, those in its variables excepted.
        nixpkgs: runs.set.nixpkgs
      },
      { env: { PATH: nix.env['PATH'] } }
    )
  }, storyTime)

  afterAll(async () => {
    await runs.close()
    await removeFolder(parent)
  })

  test('a Go package gets its hashes in two rounds, builds, and is proposed', async () => {
    expect(run).toMatchObject({ exitCode: 0, errors: [], workspaceChanges: '' })
    // An older one has another command for it.
    expect(run.log).toContain('::debug::nix derivation show')
    expect(run.summary).toContain(`- ✓ Builds: ${ownSystem}`)
    expect(run.summary).toContain('| Builds | 3 builds in 2 rounds |')
    expect(run.summary).toContain(`| Evaluations | 3 for \`${ownSystem}\` |`)
    const file = await runs.github.readFile('alice/infer', branch, 'package.nix')
    expect(file?.toString()).toBe(go.after.get('package.nix'))
  })
}

/** An input of the flake that a package is made of, through the bundle in two phases: it is committed by a job that has no Nix. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeRequests } from '../support/github/openapi-judge.ts'
import { output } from '../support/program.ts'
import { ownSystem } from '../support/sync-packages.ts'
import {
  gitAlone,
  lockFile,
  startSyncRuns,
  storyTime,
  type SyncRun,
  type SyncRuns
} from '../support/sync-run.ts'

const repository = 'alice/luna'
const branch = 'nar-publish/luna-1.3.0'

describe('an input of the flake', () => {
  let story: Story

  beforeAll(async () => {
    story = await tell()
  }, storyTime)

  afterAll(() => story.runs.close())

  test('the lock file is a part of what is computed, and the checkout stays as it is', () => {
    const { computed, text } = story
    expect(computed).toMatchObject({ exitCode: 0, errors: [], requests: [], workspaceChanges: '' })
    expect(computed.summary).toContain(
      'made anew by `nix flake update`, with one input locked anew'
    )
    expect(JSON.parse(text)).toMatchObject({
      beside: { files: [{ path: 'flake.lock', isNew: false, by: 'lock' }] },
      versions: [{ file: 'flake.nix' }, { file: 'flake.nix' }],
      source: 'followed'
    })
  })

  test('a job without Nix proposes both files, and nothing that was added to the lock file', async () => {
    const { runs, text, commits } = story
    const tampered = await commit(
      story,
      text
        .replaceAll('NixOS', 'mallory')
        .replace(
          String.raw`\"flake\": false,\n      \"locked\": {\n`,
          String.raw`\"flake\": false,\n      \"locked\": {\n        \"dir\": \"x\",\n`
        )
    )
    expect(tampered).toMatchObject({ exitCode: 1, writes: [] })
    expect(tampered.errors).toEqual([
      expect.stringMatching(/^COMPUTED_INVALID flake\.lock: `dir` of the input is "x" now/)
    ])

    const proposed = await commit(story, text)
    expect(proposed).toMatchObject({ exitCode: 0, errors: [] })
    const lock = await runs.github.readFile(repository, branch, 'flake.lock')
    expect(JSON.parse(String(lock))).toMatchObject({
      nodes: {
        'luna-src': {
          locked: { rev: commits['v1.3.0'] },
          original: { ref: 'refs/tags/v1.3.0' }
        }
      }
    })
    const flake = await runs.github.readFile(repository, branch, 'flake.nix')
    expect(String(flake)).toBe(story.flakeAt('1.3.0'))
    expect(judgeRequests(proposed.requests)).toEqual([])
  })
})

interface Story {
  runs: SyncRuns
  commits: Record<string, string>
  flakeAt: (version: string) => string
  computed: SyncRun
  /** What it left. */
  text: string
}

async function tell(): Promise<Story> {
  const runs = await startSyncRuns({ repositories: [{ name: repository }] })
  const { upstream, commits } = await makeUpstream(runs)
  const flakeAt = (version: string): string => `{
  inputs.nixpkgs.url = "path:${runs.set.nixpkgs}";
  inputs.luna-src = {
    url = "git+file://${upstream}?ref=refs/tags/v${version}";
    flake = false;
  };

  outputs =
    { nixpkgs, luna-src, ... }:
    {
      packages.${ownSystem}.luna = nixpkgs.legacyPackages.${ownSystem}.stdenv.mkDerivation {
        pname = "luna";
        version = "${version}";
        src = luna-src;
      };
    };
}
`
  const before = new Map([['flake.nix', flakeAt('1.2.3')]])
  const lock = await lockFile(runs.set, before)
  await runs.place(repository, new Map([...before, ['flake.lock', lock]]))
  const left = mkdtempSync(join(runs.folder, 'computed-'))
  const inputs = {
    phase: 'compute',
    token: '',
    package: '.#luna',
    version: '1.3.0',
    systems: ownSystem
  }
  const computed = await runs.run(repository, { ...inputs, 'output-directory': left })
  const text = readdirSync(left)
    .map((file) => readFileSync(join(left, file), 'utf8'))
    .join()
  return { runs, commits, flakeAt, computed, text }
}

async function makeUpstream(
  runs: SyncRuns
): Promise<{ upstream: string; commits: Record<string, string> }> {
  const upstream = join(runs.folder, 'luna')
  const commits: Record<string, string> = {}
  mkdirSync(upstream)
  const git = (...args: string[]): Promise<string> =>
    output('git', ['-C', upstream, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args])
  await git('init', '--quiet', '-b', 'main')
  for (const tag of ['v1.2.3', 'v1.3.0']) {
    writeFileSync(join(upstream, 'README'), `${runs.set.salt} ${tag}\n`)
    await git('add', '.')
    await git('commit', '--quiet', '-m', tag)
    await git('tag', tag)
    commits[tag] = await git('rev-parse', 'HEAD')
  }
  return { upstream, commits }
}

async function commit({ runs }: Story, text: string): Promise<SyncRun> {
  const folder = mkdtempSync(join(runs.folder, 'downloaded-'))
  writeFileSync(join(folder, 'luna.json'), text)
  const inputs = { phase: 'commit', computed: folder, package: '.#luna', systems: ownSystem }
  return runs.run(repository, inputs, { env: { PATH: await gitAlone(runs.folder) } })
}

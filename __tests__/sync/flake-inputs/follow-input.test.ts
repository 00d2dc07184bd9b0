/**
 * Packages whose source is an input of the flake, through the whole of version-sync on a checkout: real Nix, and repositories and archives of
 * this machine that it fetches.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { NarPublishError } from '../../../src/errors.ts'
import { makeScratch, removeScratch } from '../../../src/scratch.ts'
import type { SyncReport } from '../../../src/sync/report/types.ts'
import { output } from '../../support/program.ts'
import { makePackageSet, ownSystem, type PackageSet } from '../../support/sync-packages.ts'
import { makeProject, syncProject, type Project } from '../../support/sync-project.ts'

const parent = realpathSync(tmpdir())
const folder = makeScratch(parent)
let set: PackageSet
/** Folder of a bare repository: tags v1.2.3 (2025-01-14) and v1.3.0 (2025-02-01), and main a commit on (2025-03-09). */
let upstream: string
let commits: Record<'v1.2.3' | 'v1.3.0' | 'main', string>
/** Folder with an archive of each tag. */
let archives: string

beforeAll(async () => {
  set = makePackageSet(folder, randomBytes(6).toString('hex'))
  const tree = join(folder, 'upstream')
  archives = join(folder, 'archives')
  mkdirSync(tree)
  mkdirSync(archives)
  const git = (date: string, ...args: string[]): Promise<string> =>
    output('git', ['-C', tree, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args], {
      env: { ...process.env, GIT_COMMITTER_DATE: date }
    })
  await git('', 'init', '--quiet', '-b', 'main')
  for (const [tag, date] of [
    ['v1.2.3', '2025-01-14T12:00:00Z'],
    ['v1.3.0', '2025-02-01T12:00:00Z'],
    ['', '2025-03-09T23:30:00Z']
  ] as const) {
    writeFileSync(join(tree, 'go.sum'), `${set.salt} ${tag}\n`)
    writeFileSync(join(tree, 'go.mod'), 'module luna\n')
    await git(date, 'add', '.')
    await git(date, 'commit', '--quiet', '-m', tag || 'on')
    if (tag === '') continue
    await git(date, 'tag', tag)
    const file = join(archives, `luna-${tag}.tar.gz`)
    await git('', 'archive', '--prefix=luna/', `--output=${file}`, tag)
  }
  upstream = join(folder, 'luna.git')
  await output('git', ['clone', '--quiet', '--bare', tree, upstream])
  commits = {
    'v1.2.3': await revOf('v1.2.3'),
    'v1.3.0': await revOf('v1.3.0'),
    main: await revOf('main')
  }
}, 60_000)

afterAll(() => {
  removeScratch(folder, parent)
})

function revOf(ref: string): Promise<string> {
  return output('git', ['-C', upstream, 'rev-parse', ref])
}

/** A branch of its own for a test, at a tag until that moves it. */
async function branchAt(name: string, ref: string): Promise<void> {
  await output('git', ['-C', upstream, 'update-ref', `refs/heads/${name}`, await revOf(ref)])
}

/** `inputs`: of the flake, beside nixpkgs. `body`: of the package, whose inputs are `inputs`. */
function flake(inputs: string, body: string): string {
  return `{
  inputs.nixpkgs.url = "path:${set.nixpkgs}";
  ${inputs}

  outputs =
    inputs@{ self, nixpkgs, ... }:
    {
      packages.${ownSystem}.default = nixpkgs.legacyPackages.${ownSystem}.${body};
    };
}
`
}

const derivation = (version: string, src = 'inputs.luna-src'): string =>
  `stdenv.mkDerivation { pname = "luna"; version = ${version}; src = ${src}; }`

const input = (url: string): string => `inputs.luna-src = { url = "${url}"; flake = false; };`

interface Ended {
  project: Project
  report: SyncReport
  /** What the checkout's files are now. */
  text: string
  lock: Lock
}

const lockShape = z.object({
  nodes: z.record(
    z.string(),
    z.object({
      locked: z.record(z.string(), z.unknown()).optional(),
      original: z.record(z.string(), z.unknown()).optional()
    })
  )
})
type Lock = z.infer<typeof lockShape>

function lockOf(project: Project, path = 'flake.lock'): Lock {
  return lockShape.parse(JSON.parse(readFileSync(join(project.folder, path), 'utf8')))
}

async function placed(text: string, path = 'flake.nix'): Promise<Project> {
  return makeProject(set, new Map([[path, text]]))
}

async function bring(
  project: Project,
  version: string,
  { place = '.', path = 'flake.nix' } = {}
): Promise<Ended> {
  const request = { package: place, version, systems: ownSystem }
  const report = await syncProject(set, project, request)
  const lock = lockOf(project, path.replace(/nix$/, 'lock'))
  return { project, report, text: project.read().get(path) ?? '', lock }
}

describe('an input with the version in its address moves with the version', () => {
  test('the latest tag, which is looked for where the input comes from', async () => {
    const at = (version: string): string =>
      flake(
        `inputs.other = { url = "git+file://${upstream}?ref=refs/tags/v1.3.0"; flake = false; };
  ${input(`git+file://${upstream}?ref=refs/tags/v${version}`)}`,
        derivation(`"${version}"`)
      )
    const before = await placed(at('1.2.3'))
    const { other, nixpkgs } = lockOf(before).nodes
    const { text, lock, report, project } = await bring(before, 'latest')
    expect(text).toBe(at('1.3.0'))
    expect(lock.nodes).toMatchObject({
      other,
      nixpkgs,
      'luna-src': {
        original: { ref: 'refs/tags/v1.3.0' },
        locked: { rev: commits['v1.3.0'], ref: 'refs/tags/v1.3.0' }
      }
    })
    expect(await project.changed()).toEqual(['flake.lock', 'flake.nix'])
    expect(report.beside.files).toMatchObject([{ path: 'flake.lock', by: 'lock' }])
  })

  test('its parts as attributes, and a hash that is made of it', async () => {
    const at = (version: string, hash: string): string =>
      flake(
        `inputs.luna-src = {
    type = "git";
    url = "file://${upstream}";
    ref = "refs/tags/v${version}";
    flake = false;
  };`,
        `buildGoModule { pname = "luna"; version = "${version}"; src = inputs.luna-src; vendorHash = "${hash}"; }`
      )
    const before = await placed(at('1.2.3', ''))
    const { text, lock, report } = await bring(before, '1.3.0')
    const [hash = ''] = /sha256-[^"]+/.exec(text) ?? []
    expect(text).toBe(at('1.3.0', hash))
    expect(lock.nodes['luna-src']).toMatchObject({
      original: { ref: 'refs/tags/v1.3.0' },
      locked: { rev: commits['v1.3.0'] }
    })
    expect(report.checks).toContainEqual({ name: 'build', result: 'passed', detail: ownSystem })
  })

  test('an archive, of a flake in a folder', async () => {
    const at = (version: string): string =>
      flake(input(`file://${archives}/luna-v${version}.tar.gz`), derivation(`"${version}"`))
    const before = await placed(at('1.2.3'), 'nix/flake.nix')
    const { text, lock } = await bring(before, '1.3.0', { place: './nix', path: 'nix/flake.nix' })
    expect(text).toBe(at('1.3.0'))
    expect(lock.nodes['luna-src']?.locked).toMatchObject({
      url: `file://${archives}/luna-v1.3.0.tar.gz`
    })
  })

  test('the commit of a tag in it, and a filtered part of it', async () => {
    const at = (version: string, commit: string): string =>
      flake(
        input(`git+file://${upstream}?ref=main&rev=${commit}`),
        derivation(
          `"${version}"`,
          'builtins.path { path = inputs.luna-src; name = "part"; filter = name: type: baseNameOf name != "go.mod"; }'
        )
      )
    const before = await placed(at('1.2.3', commits['v1.2.3']))
    const { text, lock, report } = await bring(before, 'v1.3.0')
    expect(text).toBe(at('1.3.0', commits['v1.3.0']))
    expect(lock.nodes['luna-src']?.locked).toMatchObject({ rev: commits['v1.3.0'] })
    expect(report.revision).toEqual({ old: commits['v1.2.3'], new: commits['v1.3.0'] })
  })
})

describe('an input that follows a branch goes to its newest commit', () => {
  test('with the day of it in the version', async () => {
    await branchAt('day', 'v1.3.0')
    const at = (day: string): string =>
      flake(input(`git+file://${upstream}?ref=day`), derivation(`"1.3.0-unstable-${day}"`))
    const before = await placed(at('2025-02-01'))
    await branchAt('day', 'main')
    const { text, lock, report, project } = await bring(before, 'branch')
    expect(text).toBe(at('2025-03-09'))
    expect(lock.nodes['luna-src']?.locked).toMatchObject({ rev: commits.main })
    expect(report.revision).toEqual({ old: commits['v1.3.0'], new: commits.main })
    expect(await project.changed()).toEqual(['flake.lock', 'flake.nix'])
  })

  test('the version is made of it', async () => {
    await branchAt('made', 'v1.3.0')
    const text = flake(
      input(`git+file://${upstream}?ref=made`),
      derivation('"0-${inputs.luna-src.shortRev}"')
    )
    const before = await placed(text)
    await branchAt('made', 'main')
    const ended = await bring(before, 'branch:made')
    expect(ended.report).toMatchObject({
      oldVersion: `0-${commits['v1.3.0'].slice(0, 7)}`,
      newVersion: `0-${commits.main.slice(0, 7)}`
    })
    expect(ended.text).toBe(text)
    expect(await ended.project.changed()).toEqual(['flake.lock'])
  })

  test('which it is at', async () => {
    const text = flake(
      input(`git+file://${upstream}?ref=main`),
      derivation('"0-unstable-2025-03-09"')
    )
    const { report } = await bring(await placed(text), 'branch')
    expect(report.outcome).toBe('unchanged')
  })
})

describe('nothing is written', () => {
  const refusal = async (project: Project, version: string): Promise<NarPublishError> => {
    const error: unknown = await bring(project, version).catch((one: unknown) => one)
    expect(await project.changed()).toEqual([])
    return error as NarPublishError
  }

  test('a release for an input that follows a branch', async () => {
    const text = flake(input(`git+file://${upstream}?ref=main`), derivation('"1.2.3"'))
    const { code, message } = await refusal(await placed(text), 'latest')
    expect(code).toBe('SOURCE_UNCHANGED')
    expect(message).toContain('the flake’s input `luna-src` is locked where it was')
    expect(message).toContain('a new version moves it where its `url` has the old one’s tag')
  })

  test('another branch than the input’s', async () => {
    const text = flake(input(`git+file://${upstream}?ref=main`), derivation('"1.2.3"'))
    const { code, message } = await refusal(await placed(text), 'branch:dev')
    expect(code).toBe('REVISION_UNTRACED')
    expect(message).toContain('the flake’s input `luna-src` follows main')
  })

  test('a tag that is not there', async () => {
    const text = flake(input(`git+file://${upstream}?ref=refs/tags/v1.2.3`), derivation('"1.2.3"'))
    const { code, message } = await refusal(await placed(text), '1.9.9')
    expect(code).toBe('FETCH_FAILED')
    expect(message).toContain('refs/tags/v1.9.9')
  })

  test('the lock file lacks another input, which would be locked too', async () => {
    const at = (more: string): string =>
      flake(`${input(`git+file://${upstream}?ref=refs/tags/v1.2.3`)}${more}`, derivation('"1.2.3"'))
    const project = await placed(at(''))
    const other = mkdtempSync(join(folder, 'other-'))
    writeFileSync(join(other, 'file'), '')
    project.write(
      new Map([['flake.nix', at(`\n  inputs.more = { url = "path:${other}"; flake = false; };`)]])
    )
    await output('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', 'commit', '-qam', 'more'], {
      cwd: project.folder
    })
    const { code, message } = await refusal(project, '1.3.0')
    expect(code).toBe('LOCK_REFUSED')
    expect(message).toContain('the flake has other inputs than before')
  })
})

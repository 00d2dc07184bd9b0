/** Sources that evaluation fetches by itself, through the whole of version-sync: the old content is in the store, where it is no answer. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NarPublishError } from '../../src/errors.ts'
import { makeScratch, removeScratch } from '../../src/scratch.ts'
import type { SyncReport } from '../../src/sync/report/types.ts'
import { output } from '../support/program.ts'
import { makePackageSet, ownSystem, type PackageSet } from '../support/sync-packages.ts'
import { makeProject, syncProject } from '../support/sync-project.ts'

const parent = realpathSync(tmpdir())
const folder = makeScratch(parent)
let set: PackageSet
let releases: string

beforeAll(() => {
  set = makePackageSet(folder, randomBytes(6).toString('hex'))
  releases = join(folder, 'releases')
})

afterAll(() => {
  removeScratch(folder, parent)
})

/** Hashes of an archive, base32: its bytes', and its content's unpacked. */
interface Release {
  flat: string
  unpacked: string
}

/** Puts an archive at `name`, and by hashing it into the store. */
async function release(name: string, content: string): Promise<Release> {
  const tree = join(releases, 'tree')
  rmSync(tree, { recursive: true, force: true })
  mkdirSync(join(tree, 'infer'), { recursive: true })
  writeFileSync(join(tree, 'infer', 'README'), `${set.salt} ${content}\n`)
  const file = join(releases, name)
  await output('tar', ['-C', tree, '-czf', file, 'infer'])
  const hash = (...args: string[]): Promise<string> =>
    output('nix-prefetch-url', [...args, `file://${file}`], set)
  return { flat: await hash(), unpacked: await hash('--unpack') }
}

/** A Git repository with one file. Its commit. */
async function makeRepository(name: string): Promise<string> {
  const place = join(releases, name)
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'README'), `${set.salt}\n`)
  const git = (...args: string[]): Promise<string> =>
    output('git', ['-C', place, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args])
  await git('init', '--quiet', '-b', 'main')
  await git('add', '.')
  await git('commit', '--quiet', '--allow-empty', '-m', 'one')
  return git('rev-parse', 'HEAD')
}

interface Story {
  /** The package's file; `@url@`, `@hash@`. */
  text: string
  kind: keyof Release
  /** With the version in its address, or without. */
  name: (version: string) => string
}

const tarball = 'builtins.fetchTarball { url = "@url@"; sha256 = "@hash@"; }'

const filtered = `builtins.path { path = ${tarball}; name = "part"; filter = name: type: baseNameOf name != "NEWS"; }`

function packageOf(src: string, more = ''): string {
  return `{ stdenv, fetchurl, lib }:
stdenv.mkDerivation rec {
  pname = "infer";
  version = "0.76.0";
  src = ${src};${more}
}
`
}

/** Synced from 0.76.0 to 0.76.1. */
async function tell(
  title: string,
  { text, kind, name }: Story,
  contents: { before: string; after: string | null }
): Promise<{ before: Release; after: Release; written: string; report: SyncReport }> {
  const prefix = title.replaceAll(/\W/g, '-')
  const address = (version: string): string => `file://${releases}/${prefix}-${name(version)}`
  const before = await release(`${prefix}-${name('0.76.0')}`, contents.before)
  // As whoever builds the old version leaves it.
  const old = `(import <nixpkgs> { }).callPackage ${JSON.stringify(join(releases, 'old.nix'))} { }`
  const given = text
    .replaceAll('@url@', () => address('${version}'))
    .replaceAll('@hash@', () => before[kind])
    .replaceAll('@head@', () => before[kind].slice(0, 20))
    .replaceAll('@tail@', () => before[kind].slice(20))
  writeFileSync(join(releases, 'old.nix'), given)
  await output(
    'nix-instantiate',
    ['--eval', '--read-write-mode', '--expr', `(${old}).drvPath`],
    set
  )
  const after =
    contents.after === null ? before : await release(`${prefix}-${name('0.76.1')}`, contents.after)
  const project = await makeProject(set, new Map([['package.nix', given]]))
  const report = await syncProject(set, project, {
    package: 'file:package.nix',
    version: '0.76.1',
    systems: ownSystem
  })
  return { before, after, report, written: project.read().get('package.nix') ?? '' }
}

const versioned = (version: string): string => `v${version}.tar.gz`
const newest = (): string => 'latest.tar.gz'

describe('the hash follows what is fetched', () => {
  test.each<[string, Story]>([
    ['fetchTarball', { text: packageOf(tarball), kind: 'unpacked', name: versioned }],
    [
      'fetchurl',
      {
        text: packageOf('builtins.fetchurl { url = "@url@"; sha256 = "@hash@"; }'),
        kind: 'flat',
        name: versioned
      }
    ],
    [
      'a folder in what fetchTarball gives',
      {
        text: packageOf(`"\${${tarball}}"`, ' dontUnpack = true;'),
        kind: 'unpacked',
        name: versioned
      }
    ],
    ['an address without a version', { text: packageOf(tarball), kind: 'unpacked', name: newest }],
    [
      'an address without a version, less what a filter leaves out',
      { text: packageOf(filtered), kind: 'unpacked', name: newest }
    ]
  ])('%s', async (title, story) => {
    const { before, after, written } = await tell(title, story, { before: 'old', after: 'new' })
    expect(after[story.kind]).not.toBe(before[story.kind])
    expect(written).toContain('version = "0.76.1"')
    expect(written).toContain(after[story.kind])
    expect(written).not.toContain(before[story.kind])
  })

  test('of a fixed output that is made of it', async () => {
    const story: Story = {
      text: packageOf(
        `stdenv.mkDerivation {
    name = "source";
    files = ${tarball};
    buildPhase = "cp -r $files $out";
    installPhase = "true";
    outputHash = "@hash@";
    outputHashAlgo = "sha256";
    outputHashMode = "recursive";
  }`
      ),
      kind: 'unpacked',
      name: versioned
    }
    const { after, written } = await tell('copied', story, { before: 'old', after: 'new' })
    expect(written.split(after.unpacked)).toHaveLength(3)
  })
})

describe('nothing is written when', () => {
  const refusal = async (title: string, story: Story, after: string | null): Promise<string> => {
    const told = await tell(title, story, { before: 'old', after }).catch((error: unknown) => error)
    expect(told).toBeInstanceOf(Error)
    return (told as NarPublishError).message
  }

  test.each([
    ['there is the same at an address without a version', tarball],
    ['the same is filtered', filtered]
  ])('%s', async (title, src) => {
    const story: Story = { text: packageOf(src), kind: 'unpacked', name: newest }
    const message = await refusal(title, story, 'old')
    expect(message).toMatch(/^SOURCE_UNCHANGED file:package\.nix /)
    expect(message).toMatch(
      /the hash at package\.nix:5 is that of file:\S+latest\.tar\.gz as before/
    )
  })

  test.each([
    ['the server does not look at the version that is asked of it', tarball],
    ['nor where a name has the version', tarball.replace('}', 'name = "infer-${version}"; }')]
  ])('%s', async (title, src) => {
    const prefix = title.replaceAll(/\W/g, '-')
    const text = packageOf(
      src.replace('@url@', `file://${releases}/${prefix}-\${version}/../latest.tar.gz`)
    )
    for (const version of ['0.76.0', '0.76.1'])
      mkdirSync(join(releases, `${prefix}-${version}`), { recursive: true })
    const { unpacked } = await release('latest.tar.gz', 'old')
    const given = text.replace('@hash@', unpacked)
    const project = await makeProject(set, new Map([['package.nix', given]]))
    const request = { package: 'file:package.nix', version: '0.76.1', systems: ownSystem }
    await expect(syncProject(set, project, request)).rejects.toMatchObject({
      code: 'SOURCE_UNCHANGED'
    })
    expect(project.read().get('package.nix')).toBe(given)
  })

  test('the hash is put together from pieces, so that the store goes on giving the old content', async () => {
    const src =
      'builtins.fetchTarball { url = "@url@"; sha256 = builtins.concatStringsSep "" [ "@head@" "@tail@" ]; }'
    const story: Story = { text: packageOf(src), kind: 'unpacked', name: versioned }
    const message = await refusal('pieces', story, 'new')
    expect(message).toMatch(/^SOURCE_UNCHANGED file:package\.nix /)
    expect(message).toMatch(
      /its source \/nix\/store\/\S+-source is what evaluation fetched before\./
    )
  })

  test.each(['src', 'named', 'filtered'])('fetchGit has a commit for it: %s', async (how) => {
    const commit = await makeRepository('infer')
    // A name of its own makes another store path of the same content.
    const named = how === 'named' ? ' name = "infer-${version}";' : ''
    const fetch = `builtins.fetchGit { url = "file://${releases}/infer"; rev = "${commit}"; ref = "main";${named} }`
    const src =
      how !== 'filtered'
        ? fetch
        : `builtins.path { path = ${fetch}; name = "part"; filter = name: type: true; }`
    const story: Story = { text: packageOf(src), kind: 'unpacked', name: versioned }
    const message = await refusal(how, story, 'new')
    expect(message).toMatch(/^SOURCE_UNCHANGED file:package\.nix /)
    expect(message).toContain(`by the commit at package.nix:5 (${commit})`)
  })

  test('the new address has no answer, although the store has what the hash says', async () => {
    const story: Story = { text: packageOf(tarball), kind: 'unpacked', name: versioned }
    const message = await refusal('no answer', story, null)
    expect(message).toMatch(/^(?:FETCH_FAILED package\.nix:5|EVALUATION_FAILED)/)
    expect(message).toContain('v0.76.1.tar.gz')
  })
})

test('a pin that is no source of the package stays, whatever is at its address by now', async () => {
  const pin = await release('pin.tar.gz', 'old')
  const url = `file://${releases}/pin.tar.gz`
  const marker = ` marker = builtins.pathExists (builtins.fetchTarball { url = "${url}"; sha256 = "${pin.unpacked}"; });`
  const expression = `builtins.fetchTarball { url = "${url}"; sha256 = "${pin.unpacked}"; }`
  await output('nix-instantiate', ['--eval', '--read-write-mode', '--expr', expression], set)
  await release('pin.tar.gz', 'new')
  const story: Story = { text: packageOf(tarball, marker), kind: 'unpacked', name: versioned }
  const { after, written } = await tell('pinned', story, { before: 'old', after: 'new' })
  expect(written).toContain(after.unpacked)
  expect(written).toContain(pin.unpacked)
})

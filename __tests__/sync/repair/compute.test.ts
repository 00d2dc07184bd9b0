/** Which hashes of a pull request's head are made: by real Nix, of a flake that needs no network. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readEnvironment } from '../../../src/environment.ts'
import { silentLog } from '../../../src/log.ts'
import type { Reported } from '../../../src/run.ts'
import { makeScratch, removeScratch } from '../../../src/scratch.ts'
import { parsePackagePatterns } from '../../../src/sync/many/patterns.ts'
import { computeRepair } from '../../../src/sync/repair/compute.ts'
import type { RepairReport } from '../../../src/sync/repair/report.ts'
import { testEnvironment } from '../../support/nix.ts'
import { output } from '../../support/program.ts'

const parent = realpathSync(tmpdir())
const folder = makeScratch(parent)
const salt = randomBytes(6).toString('hex')
const { runnerSystem: system } = readEnvironment()

/** What the flake's fetcher makes of an address. */
const urlOf = (name: string): string => `https://example.org/${salt}/${name}`
const sri = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
const hashOf = (name: string): string => sri(`${urlOf(name)}\n`)

interface Parts {
  first: string
  firstHash: string
  second: string
  secondHash: string
  pin: string
  pinHash: string
  more: string
}

const atBase: Parts = {
  first: 'a-1',
  firstHash: hashOf('a-1'),
  second: 'b-1',
  // It was wrong before anybody's pull request.
  secondHash: hashOf('of something else'),
  pin: 'one',
  pinHash: sri(`${salt} one`),
  more: ''
}

function flake(changed: Partial<Parts>): string {
  const { first, firstHash, second, secondHash, pin, pinHash, more } = { ...atBase, ...changed }
  return `{
  outputs = _:
    let
      system = "${system}";
      fetch = url: hash: derivation {
        inherit system url;
        name = "source";
        builder = "/bin/sh";
        args = [ "-c" "echo \${url} > $out; exit 0" ];
        outputHash = hash;
        outputHashAlgo = if hash == "" then "sha256" else null;
        outputHashMode = "flat";
      };
      package = pname: src: derivation {
        inherit system pname src;
        version = "1.0";
        name = "\${pname}-1.0";
        builder = "/bin/sh";
        args = [ "-c" "echo $pname > $out; exit 0" ];
      };
    in {
      packages.\${system} = rec {
        first = package "first" (fetch "${urlOf(first)}" "${firstHash}");
        second = package "second" (fetch "${urlOf(second)}" "${secondHash}");
        pinned = package "pinned" (builtins.readFile (builtins.fetchurl {
          name = "pin";
          url = "file://${folder}/${pin}";
          sha256 = "${pinHash}";
        }));
        elsewhere = throw "not for this system";
        notes = "no package";
        ${more}
      };
    };
}
`
}

const gitEnvironment = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Alice',
  GIT_AUTHOR_EMAIL: 'alice@example.org',
  GIT_COMMITTER_NAME: 'Alice',
  GIT_COMMITTER_EMAIL: 'alice@example.org'
}
const git = (cwd: string, ...args: string[]): Promise<string> =>
  output('git', args, { cwd, env: gitEnvironment })

let repository: string
let base: string

beforeAll(async () => {
  for (const pin of ['one', 'two']) writeFileSync(join(folder, pin), `${salt} ${pin}`)
  repository = join(folder, 'repository')
  mkdirSync(repository)
  await git(repository, 'init', '--quiet', '--initial-branch=main')
  base = await commitFiles(repository, { 'flake.nix': flake({}) })
})

afterAll(() => {
  removeScratch(folder, parent)
})

async function commitFiles(place: string, files: Record<string, string>): Promise<string> {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(place, path), text)
  await git(place, 'add', '--all')
  await git(place, 'commit', '--quiet', '--message=bump')
  return git(place, 'rev-parse', 'HEAD')
}

interface Computed extends Reported<RepairReport> {
  files: string[]
}

/** A pull request from main, or from main with `before`, that changes these files, and its job. `clone`: how the job's checkout is made of it. */
async function repair(
  files: Record<string, string>,
  { packages = '.#packages.*', clone = [] as string[], before = {} } = {}
): Promise<Computed> {
  const author = mkdtempSync(join(folder, 'author-'))
  await git(folder, 'clone', '--quiet', repository, author)
  const from = Object.keys(before).length === 0 ? base : await commitFiles(author, before)
  const head = await commitFiles(author, files)
  const workspace = mkdtempSync(join(folder, 'checkout-'))
  await git(folder, 'clone', '--quiet', ...clone, `file://${author}`, workspace)
  const [first, ...others] = parsePackagePatterns(packages)
  if (first === undefined) throw new Error('there is no package')
  const scratch = makeScratch(parent)
  const outputDirectory = join(workspace, '..', `computed-${head}`)
  try {
    const done = await computeRepair({
      inputs: {
        side: 'compute',
        pullRequest: { number: 1, head, base: from, isClosed: false },
        packages: [first, ...others],
        nixpkgs: null,
        systems: { value: [system], source: 'runner' },
        build: true,
        outputDirectory
      },
      environment: readEnvironment({ ...testEnvironment(), GITHUB_WORKSPACE: workspace }),
      scratch,
      log: silentLog,
      timings: []
    })
    const left = readdirSync(folder).includes(`computed-${head}`)
    return { ...done, files: left ? readdirSync(outputDirectory) : [] }
  } finally {
    removeScratch(scratch, parent)
  }
}

const changes = ({ report }: Computed): [string[], string | null, string][] =>
  report.edits.map(({ packages, oldHash, newHash }) => [packages, oldHash, newHash])

describe('of a flake’s packages', () => {
  test('that which is fetched from elsewhere is made anew; what was wrong before, or does not evaluate here, is left alone', async () => {
    const done = await repair({ 'flake.nix': flake({ first: 'a-2' }) })
    expect(done.error).toBeNull()
    expect(changes(done)).toEqual([[['.#first'], hashOf('a-1'), hashOf('a-2')]])
    expect(done.report).toMatchObject({ packages: 4, failures: [], notes: [] })
    // It and its proof.
    expect(done.report.counts?.builds).toBe(2)
    expect(done.report.patch).toContain(`+        first = package "first"`)
    expect(done.files).toEqual([`repair-${system}.json`])
  })

  test('what the author has made right already is looked at, and nothing is to be repaired', async () => {
    const done = await repair({ 'flake.nix': flake({ first: 'a-3', firstHash: hashOf('a-3') }) })
    expect(done).toMatchObject({ error: null, report: { outcome: 'clean', edits: [] } })
    expect(done.report.counts?.builds).toBe(1)
  })

  test('a placeholder gets its hash, in a package that is new as well', async () => {
    const more = `third = package "third" (let hash = ""; in fetch "${urlOf('c-1')}" hash);
        fourth = package "fourth" (fetch "${urlOf('d-1')}" "");`
    const done = await repair({ 'flake.nix': flake({ more }) })
    expect(changes(done)).toEqual([[['.#third'], null, hashOf('c-1')]])
    // It stands at a place that nothing names.
    expect(done.report.failures).toMatchObject([{ package: '.#fourth', code: 'HASH_UNTRACED' }])
  })

  test('what moves under an old hash that is no literal fails, and is not taken for right', async () => {
    const more = (name: string): string =>
      `third = package "third" (fetch "${urlOf(name)}" ("sha256-" + "${hashOf('t-1').slice(7)}"));`
    const done = await repair(
      { 'flake.nix': flake({ more: more('t-2') }) },
      { before: { 'flake.nix': flake({ more: more('t-1') }) } }
    )
    expect(done.error).toMatchObject({ code: 'HASH_UNTRACED' })
    expect(done.report.failures).toMatchObject([{ package: '.#third', code: 'HASH_UNTRACED' }])
  })

  test('a hash that another package needs as it was is not changed for one of them', async () => {
    const more = (name: string): string =>
      `third = package "third" (fetch "${urlOf('s-1')}" shared);
        fourth = package "fourth" (fetch "${urlOf(name)}" shared);
        shared = "${hashOf('s-1')}";`
    const before = { 'flake.nix': flake({ more: more('s-1') }) }
    await expect(
      repair({ 'flake.nix': flake({ more: more('s-2') }) }, { before })
    ).rejects.toMatchObject({
      code: 'HASH_AMBIGUOUS',
      reason: expect.stringMatching(/for \.#fourth, .*for \.#third, which needs it as it was/)
    })
  })

  test('a lock file that is wrong is not made to say what was fetched', async () => {
    const more = (name: string): string =>
      `third = package "third" (fetch "${urlOf(name)}" (builtins.readFile ./deps.lock));`
    const before = { 'flake.nix': flake({ more: more('l-1') }), 'deps.lock': hashOf('l-1') }
    const done = await repair({ 'flake.nix': flake({ more: more('l-2') }) }, { before })
    expect(done.error).toMatchObject({
      code: 'HASH_DRIFT',
      subject: 'deps.lock:1',
      reason: expect.stringContaining(hashOf('l-2'))
    })
    expect(changes(done)).toEqual([])
  })

  test.each([
    ['a set without a package', 'PACKAGE_INVALID', 'a = "no package";'],
    ['packages of which none evaluates', 'EVALUATION_FAILED', 'a = throw "a"; b = throw "b";']
  ])('%s is no look, and no green one', async (_what, code, members) => {
    const text = `{ outputs = _: { packages.${system} = { ${members} }; }; }`
    const before = { 'flake.nix': text }
    await expect(repair({ 'README.md': '# one\n' }, { before })).rejects.toMatchObject({
      code,
      reason: expect.stringContaining('nothing would be looked at')
    })
  })

  test.each([
    ['CRLF on the disk alone', 'eol=crlf', flake({ first: 'a-6' })],
    ['CRLF as Git has it', '-text', flake({ first: 'a-7' }).replaceAll('\n', '\r\n')]
  ])('edits are about the file as Git stores it: %s', async (_what, attribute, text) => {
    const attributes = `*.nix ${attribute}\n`
    const { report } = await repair({ '.gitattributes': attributes, 'flake.nix': text })
    const [edit, ...others] = report.edits
    expect(others).toEqual([])
    expect(text.slice(edit?.start, edit?.end)).toBe(hashOf('a-1'))
    expect(report.patch.includes('\r')).toBe(text.includes('\r'))
  })

  test('and none where it is stored otherwise by more than that', async () => {
    const text = flake({ first: 'a-8' }).replace('{', '{ # $Id$')
    const done = await repair({ '.gitattributes': '*.nix ident\n', 'flake.nix': text })
    expect(done.error).toMatchObject({
      code: 'CHECKOUT_INVALID',
      reason: expect.stringContaining('"flake.nix" is stored otherwise than it stands here')
    })
    expect(done.report.edits).toEqual([])
  })

  test('what evaluation fetches is not taken out of the store by its old hash', async () => {
    const done = await repair({ 'flake.nix': flake({ pin: 'two' }) })
    expect(changes(done)).toEqual([[['.#pinned'], sri(`${salt} one`), sri(`${salt} two`)]])
  })

  test('a file that no package reads costs two evaluations, and no build', async () => {
    const done = await repair({ 'README.md': '# two\n' })
    expect(done).toMatchObject({ error: null, report: { outcome: 'clean', notes: [] } })
    // Which says that it was looked.
    expect(done.files).toEqual([`repair-${system}.json`])
    expect(done.report.counts).toEqual({ evaluations: { [system]: 2 }, rounds: 0, builds: 0 })
  })

  test('where one fails by an error that nothing catches, the others are evaluated one by one', async () => {
    const more = 'worst = package "worst" { }.missing;'
    const done = await repair({ 'flake.nix': flake({ first: 'a-5', more }) })
    expect(changes(done)).toEqual([[['.#first'], hashOf('a-1'), hashOf('a-5')]])
    expect(done.report.failures).toMatchObject([{ package: '.#worst', code: 'EVALUATION_FAILED' }])
  })

  test('one that stops evaluating by it fails the job with Nix’s words, and the others are repaired', async () => {
    const text = flake({ first: 'a-4' }).replace(
      'package "pinned" (',
      'package "pinned" (throw "gone" + '
    )
    const done = await repair({ 'flake.nix': text })
    expect(done.error).toMatchObject({
      code: 'EVALUATION_FAILED',
      reason: expect.stringContaining('gone')
    })
    expect(done.report.failures).toMatchObject([{ package: '.#pinned', code: 'EVALUATION_FAILED' }])
    expect(changes(done)).toEqual([[['.#first'], hashOf('a-1'), hashOf('a-4')]])
  })
})

test('without the commit that it began at, all hashes of a package are looked at, and that is said', async () => {
  const clone = ['--depth', '1']
  const done = await repair({ 'README.md': '# three\n' }, { packages: '.#second', clone })
  expect(changes(done)).toEqual([[['.#second'], hashOf('of something else'), hashOf('b-1')]])
  expect(done.report.notes).toEqual([expect.stringContaining('`fetch-depth: 0`')])
})

/** Files beside a package, through the whole of version-sync: what is made, what is left and told, and what may not be done on the way. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NarPublishError } from '../../src/errors.ts'
import { readTerminalEnvironment } from '../../src/environment.ts'
import { readSecrets } from '../../src/inputs/secrets.ts'
import { silentLog } from '../../src/log.ts'
import { makeScratch, removeScratch } from '../../src/scratch.ts'
import { syncText } from '../../src/sync/command.ts'
import { ofOne, parseSyncInputs } from '../../src/sync/inputs.ts'
import { renderSyncSummary } from '../../src/sync/report/summary.ts'
import type { SyncReport } from '../../src/sync/report/types.ts'
import { sync } from '../../src/sync/sync.ts'
import { fillCases, namedCases, type SyncCase } from '../support/sync-cases.ts'
import { makePackageSet, ownSystem, type PackageSet } from '../support/sync-packages.ts'
import { makeProject, syncProject, type Project } from '../support/sync-project.ts'
import { startSyncRuns, type SyncRuns } from '../support/sync-run.ts'

const parent = realpathSync(tmpdir())
const folder = makeScratch(parent)
let set: PackageSet

beforeAll(() => {
  set = makePackageSet(folder, randomBytes(6).toString('hex'))
})

afterAll(() => {
  removeScratch(folder, parent)
})

function caseNamed(name: string): SyncCase {
  const found = namedCases.find((one) => one.name === name)
  if (found === undefined) throw new Error(`there is no case ${name}`)
  return found
}

/** A case's checkout with other texts in it, hashes filled in. */
async function projectOf(
  name: string,
  edit: (tree: Map<string, string>) => unknown = () => undefined
): Promise<Project> {
  const given = caseNamed(name)
  const before = new Map(given.before)
  edit(before)
  const [filled] = await fillCases(set, [{ ...given, before, after: new Map() }])
  return makeProject(set, filled?.before ?? new Map())
}

const request = { package: 'file:package.nix', version: '0.76.1', systems: ownSystem }

function run(project: Project, inputs: Record<string, string> = {}): Promise<SyncReport> {
  return syncProject(set, project, { ...request, ...inputs })
}

async function failureOf(
  project: Project,
  inputs: Record<string, string>
): Promise<NarPublishError> {
  const before = project.read()
  const error = await run(project, inputs).then(
    () => {
      throw new Error('it passed')
    },
    (found: unknown) => found as NarPublishError
  )
  expect(project.read()).toEqual(before)
  return error
}

/** Edits a file of a tree; `text` must be there. */
function replace(path: string, text: string, by: string): (tree: Map<string, string>) => void {
  return (tree) => {
    const old = tree.get(path) ?? ''
    expect(old).toContain(text)
    tree.set(
      path,
      old.replaceAll(text, () => by)
    )
  }
}

describe('what is not made anew is named, in the report, on a terminal and in the summary:', () => {
  test.each([
    ['beside-gemset', 'gemset.nix', 'only a program can make it'],
    ['beside-npm-lock-patched', 'package-lock.json', 'it is not what the old version’s source has']
  ])('%s', async (name, path, reason) => {
    const project = await projectOf(name)
    const report = await run(project, { 'dry-run': 'true' })
    expect(report.beside).toEqual({
      files: [],
      keys: [],
      left: [{ path, reason: expect.stringContaining(reason) }]
    })
    expect(syncText(report)).toContain(`not made anew: ${path}: ${reason}`)
    expect(renderSyncSummary(report)).toMatch(new RegExp(`Not made anew:\n\n- \`${path}\``))
  })

  test('a lock file that the source does not have', async () => {
    const project = await projectOf('beside-npm-lock-patched', (tree) => {
      tree.set('deno.lock', 'x\n')
      replace('package.nix', 'postPatch = "', 'postPatch = "cat ${./deno.lock}; ')(tree)
    })
    const { beside } = await run(project)
    expect(beside.left.map(({ path, reason }) => `${path}: ${reason}`).sort()).toEqual([
      'deno.lock: the source has no such file',
      expect.stringContaining('package-lock.json: it is not what')
    ])
  })

  test('not one that the version itself stands in', async () => {
    const project = await projectOf('beside-gemset', (tree) => {
      replace('gemset.nix', '"13.0.1"', '"0.76.0"')(tree)
      replace(
        'package.nix',
        'version = "0.76.0"',
        'version = (builtins.head (import ./gemset.nix)).version'
      )(tree)
    })
    const { beside, versions } = await run(project)
    expect(versions.map(({ file }) => file)).toEqual(['gemset.nix'])
    expect(beside.left).toEqual([])
  })

  test('of several by one name that which the package reads, however it is put together', async () => {
    const project = await projectOf('beside-npm-lock-patched', (tree) => {
      tree.set('other/package-lock.json', '{ "version": "0.76.0" }\n')
      replace('package.nix', './package-lock.json', './. + ("/package-" + "lock.json")')(tree)
    })
    const { beside } = await run(project)
    expect(beside.left.map(({ path }) => path)).toEqual(['package-lock.json'])
  })

  test('nor is anything told of what a file said that was made anew', async () => {
    const project = await projectOf('beside-npm-lock-patched', (tree) => {
      tree.set('deps.json', '{ "version": "0.76.0",\n"other": "0.76.0" }\n')
      const read = '(builtins.fromJSON (builtins.readFile ./deps.json)).version'
      replace('package.nix', 'version = "0.76.0"', `version = ${read}`)(tree)
    })
    expect((await run(project, { 'dry-run': 'true' })).told).toHaveLength(1)
    const made = `sh -c 'echo "{ \\"version\\": \\"0.76.1\\" }" >deps.json'`
    const { beside, told } = await run(project, { 'before-hash': made })
    expect(beside.files.map(({ path }) => path)).toEqual(['deps.json'])
    expect(told).toEqual([])
  })

  test('not one that belongs to nothing, nor with `version: keep`', async () => {
    const project = await projectOf('beside-gemset', (tree) => tree.set('other/Cargo.lock', 'x\n'))
    const kept = await run(project, { version: 'keep' })
    expect(kept.beside.left).toEqual([])
    const { beside } = await run(project)
    expect(beside.left.map(({ path }) => path)).toEqual(['gemset.nix'])
  })
})

describe('the command of `before-hash`', () => {
  test('makes new files, which the package is built with; its other rubbish is dropped', async () => {
    const project = await projectOf('beside-gemset', (tree) => {
      tree.set('.gitignore', 'cache\n')
      replace(
        'package.nix',
        'pname =',
        'more = if builtins.pathExists ./deps/a.json then builtins.readFile ./deps/a.json else "";\n  postPatch = "echo $more >&2";\n  pname ='
      )(tree)
    })
    const script = `mkdir deps cache; echo '{ "for": "'"$NAR_PUBLISH_VERSION"'" }' >deps/a.json; touch cache/x; ln -s /nix/store/x result`
    const report = await run(project, {
      'before-hash': `sh -c "${script.replaceAll('"', '').replaceAll('$NAR_PUBLISH_VERSION', '0.76.1')}"`
    })
    expect(report.beside.files).toMatchObject([{ path: 'deps/a.json', isNew: true, by: 'command' }])
    expect((await project.changed()).sort()).toEqual(['deps/a.json', 'package.nix'])
    expect(report.checks).toContainEqual({ name: 'build', result: 'passed', detail: ownSystem })
  })

  test('may change the package’s own file: its hashes are made for what is there then', async () => {
    const project = await projectOf('beside-gemset')
    const report = await run(project, {
      'before-hash': "sed -i 's#gems.example.org/#gems.example.org/v2/#' package.nix"
    })
    const text = project.read().get('package.nix') ?? ''
    expect(text).toContain('version = "0.76.1"')
    expect(text).toContain('gems.example.org/v2/')
    expect(report.beside.files.map(({ path }) => path)).toEqual(['package.nix'])
    // The source's is in the file already, and the gem's address is another one by now.
    expect(report.hashes.map(({ derivations }) => derivations)).toEqual([['rake-13.0.1.gem']])
    expect(report.checks).toContainEqual({ name: 'build', result: 'passed', detail: ownSystem })
  })

  test('knows nothing of the job but what a download needs', async () => {
    const project = await projectOf('beside-gemset')
    const secrets = {
      GITHUB_TOKEN: 'secret-1',
      NAR_PUBLISH_TOKEN: 'secret-2',
      NIX_CONFIG: `${set.env['NIX_CONFIG'] ?? ''}\naccess-tokens = github.com=secret-3`,
      AWS_SECRET_ACCESS_KEY: 'secret-4',
      SSH_AUTH_SOCK: '/secret-5',
      GITHUB_WORKSPACE: '/secret-6',
      XDG_CONFIG_HOME: '/secret-7',
      https_proxy: 'http://proxy.invalid'
    }
    const told = { ...set, env: { ...set.env, ...secrets } }
    const report = await syncProject(told, project, {
      ...request,
      'before-hash': "sh -c 'env >deps.json; pwd >>deps.json; ls -a $HOME >>deps.json'"
    })
    const text = report.beside.files.find(({ path }) => path === 'deps.json')?.text ?? ''
    expect(text).not.toContain('secret')
    expect(text).toContain('https_proxy=http://proxy.invalid')
    expect(text).toMatch(/^UPDATE_NIX_PNAME=infer$/m)
    expect(text).toMatch(/^UPDATE_NIX_OLD_VERSION=0\.76\.0$/m)
    expect(text).toMatch(/^NAR_PUBLISH_SOURCE=\/nix\/store\/.*-source$/m)
    expect(text).not.toContain(project.folder)
    expect(text).toMatch(/\n\.\n\.\.\n$/)
  })

  test('may not change the checkout', async () => {
    const project = await projectOf('beside-gemset')
    const error = await run(project, {
      'before-hash': `sh -c 'echo x >>${project.folder}/gemset.nix'`
    }).catch((found: unknown) => found as NarPublishError)
    expect(error).toMatchObject({
      code: 'SCRIPT_REFUSED',
      reason: expect.stringContaining('it changed the checkout itself: "gemset.nix"')
    })
  })

  test.each([
    [
      'a file that is too large',
      "sh -c 'head -c 5000000 /dev/zero | tr \\\\0 x >big.json'",
      'over 4194304'
    ],
    ['bytes', "sh -c 'printf \\\\377 >deps.json'", 'no text in UTF-8'],
    ['a folder for a file', "sh -c 'rm gemset.nix; mkdir gemset.nix'", 'it is no plain file'],
    ['a repository of its own', "sh -c 'git init -q sub; touch sub/x'", 'sub/: ']
  ])('may not leave %s', async (_what, command, says) => {
    const error = await failureOf(await projectOf('beside-gemset'), { 'before-hash': command })
    expect(error).toMatchObject({ code: 'SCRIPT_REFUSED' })
    expect(error.message).toContain(says)
  })

  test('that brings another version is refused', async () => {
    const error = await failureOf(await projectOf('beside-gemset'), {
      'before-hash': 'sed -i s/0.76.1/0.77.0/ package.nix'
    })
    expect(error).toMatchObject({
      code: 'VERSION_UNTRACED',
      reason: 'with package.nix made anew its version is 0.77.0, not 0.76.1'
    })
  })

  test('may not leave a name with a line break, which no line of the message has', async () => {
    const project = await projectOf('beside-gemset', (tree) =>
      tree.set('x.sh', `touch "$(printf 'a\\nb')"\n`)
    )
    const error = await failureOf(project, { 'before-hash': 'sh x.sh' })
    expect(error).toMatchObject({
      code: 'SCRIPT_REFUSED',
      reason: 'its name holds a control character'
    })
    expect(error.subject).not.toContain('\n')
  })

  test('comes first where nothing evaluates without it', async () => {
    const project = await projectOf('beside-gemset', (tree) => {
      tree.set('sources.json', '{ "0.76.0": { "hash": "@sri.src@" } }\n')
      replace(
        'package.nix',
        'hash = "@sri.src@"',
        'inherit ((builtins.fromJSON (builtins.readFile ./sources.json)).${version}) hash'
      )(tree)
    })
    await expect(run(project)).rejects.toMatchObject({ code: 'EVALUATION_FAILED' })
    const report = await run(project, {
      'before-hash': `sed -i 's/.*/{ "0.76.1": { "hash": "" } }/' sources.json`
    })
    expect(report.beside).toMatchObject({
      files: [{ path: 'sources.json', by: 'command' }],
      left: [{ path: 'gemset.nix', reason: 'the command of `before-hash` left it as it was' }]
    })
    expect(project.read().get('sources.json')).toMatch(
      /^\{ "0\.76\.1": \{ "hash": "sha256-.{43}=" \} \}\n$/
    )
    expect(report.checks).toContainEqual({ name: 'build', result: 'passed', detail: ownSystem })
  })

  test('does not run for `version: keep`', async () => {
    const project = await projectOf('beside-gemset')
    const report = await run(project, { version: 'keep', 'before-hash': 'false' })
    expect(report.outcome).toBe('unchanged')
  })
})

describe('the package’s own scripts:', () => {
  test('a `fetch-deps` that fails leaves its list, and the run goes on', async () => {
    const project = await projectOf(
      'beside-fetch-deps',
      replace('package.nix', '#!/bin/sh -e', '#!/bin/sh -e\n      echo "no network" >&2; exit 4')
    )
    const { beside, checks } = await run(project)
    expect(beside.left).toEqual([
      { path: 'deps.json', reason: 'its passthru.fetch-deps failed: it exited with 4' }
    ])
    expect(checks).toContainEqual({ name: 'build', result: 'passed', detail: ownSystem })
  })

  test('it writes its own list and nothing else', async () => {
    const project = await projectOf(
      'beside-fetch-deps',
      replace(
        'package.nix',
        '#!/bin/sh -e',
        '#!/bin/sh -e\n      echo evil >package.nix; mkdir .github; echo evil >.github/x'
      )
    )
    const { beside } = await run(project)
    expect(beside.files.map(({ path }) => path)).toEqual(['deps.json'])
    expect((await project.changed()).sort()).toEqual(['deps.json', 'package.nix'])
    expect(project.read().get('package.nix')).not.toContain('\nevil')
  })

  test('gradle’s `mitmCache.updateScript` knows where to write', async () => {
    const project = await projectOf('beside-fetch-deps', (tree) => {
      replace('package.nix', 'passthru.fetch-deps', 'passthru.mitmCache.updateScript')(tree)
      replace('package.nix', '>"\\$1"', '>deps.json')(tree)
    })
    const { beside } = await run(project)
    expect(beside).toMatchObject({ files: [{ path: 'deps.json', by: 'script' }], left: [] })
    expect(project.read().get('deps.json')).toContain('"version": "1.76.1"')
  })

  test('with two lists that it may be for, none is run, and both are named', async () => {
    const project = await projectOf('beside-fetch-deps', (tree) => {
      tree.set('more-deps.json', '{ }\n')
      replace(
        'package.nix',
        'pname = "infer"',
        'pname = "infer";\n  more = builtins.readFile ./more-deps.json'
      )(tree)
    })
    const { beside } = await run(project)
    expect(beside.files).toEqual([])
    expect(beside.left.map(({ path }) => path).sort()).toEqual(['deps.json', 'more-deps.json'])
  })

  test('none is run for a pull request from a fork', async () => {
    const project = await projectOf('beside-fetch-deps')
    const environment = {
      ...readTerminalEnvironment(
        new Map(Object.entries({ ...request, 'dry-run': 'true' })),
        set.env
      ),
      workspace: project.folder,
      isForkPullRequest: true
    }
    const secrets = readSecrets(environment, () => undefined)
    const inputs = ofOne(parseSyncInputs(environment, secrets, 'checkout'))
    const scratch = makeScratch(folder)
    const { report } = await sync({ inputs, environment, scratch, log: silentLog, timings: [] })
    removeScratch(scratch, folder)
    expect(report.beside.left).toEqual([
      {
        path: 'deps.json',
        reason: expect.stringContaining('not run for a pull request from a fork')
      }
    ])
  })

  /** Brings version and list to `version`. */
  function withUpdateScript(version: string): (tree: Map<string, string>) => void {
    return replace(
      'package.nix',
      'gems = map',
      `passthru.updateScript.command = [
    (builtins.toFile "update.sh" ''
      #!/bin/sh -e
      test "$UPDATE_NIX_PNAME $UPDATE_NIX_OLD_VERSION $UPDATE_NIX_ATTR_PATH" = "infer 0.76.0 infer"
      sed -i 's/"0.76.0"/"${version}"/; s/alice/mallory/' package.nix
      sed -i 's/13.0.1/13.0.2/; s/sha256 = ".*"/sha256 = ""/' gemset.nix
    '')
  ];
  gems = map`
    )
  }

  test('`updateScript` is named, and run when that is asked for: its lists alone are taken', async () => {
    const project = await projectOf('beside-gemset', (tree) => {
      withUpdateScript('0.76.1')(tree)
      replace('package.nix', '(builtins.toFile', '"sh" "-e" (builtins.toFile')(tree)
    })
    const told = await run(project, { 'dry-run': 'true' })
    expect(told.beside.left).toEqual([
      { path: 'gemset.nix', reason: expect.stringContaining('`update-script: true`') }
    ])
    const { beside } = await run(project, { 'update-script': 'true' })
    expect(beside.files).toMatchObject([{ path: 'gemset.nix', by: 'script' }])
    expect(project.read().get('gemset.nix')).toMatch(/13\.0\.2[^]*sha256-/)
    expect(project.read().get('package.nix')).toContain('owner = "alice"')
  })

  test('that there is no `updateScript` is said once, however often the steps are taken', async () => {
    const project = await projectOf('patch-gone')
    const { told, notes } = await run(project, { 'update-script': 'true' })
    expect(told).toContainEqual(expect.objectContaining({ kind: 'left' }))
    expect(notes).toEqual([expect.stringContaining('has no `passthru.updateScript`')])
  })

  test('`updateScript` that goes to another version gives nothing, with a note', async () => {
    const project = await projectOf('beside-gemset', (tree) => {
      withUpdateScript('0.77.0')(tree)
      replace('package.nix', '(builtins.toFile', '"sh" "-e" (builtins.toFile')(tree)
    })
    const { beside, notes } = await run(project, { 'update-script': 'true' })
    expect(beside.files).toEqual([])
    expect(beside.left.map(({ path }) => path)).toEqual(['gemset.nix'])
    expect(notes).toEqual([expect.stringContaining('brought it to version 0.77.0, not to 0.76.1')])
  })
})

describe('a flake’s package', () => {
  test('has its lock file from the source, its own scripts, and new files that the flake sees', async () => {
    const nuget = caseNamed('beside-fetch-deps').before
    const lockFile = caseNamed('beside-npm-lock').before.get('package-lock.json') ?? ''
    const before = new Map([
      [
        'flake.nix',
        `{
  inputs.nixpkgs.url = "path:@nixpkgs@";
  outputs = { self, nixpkgs }: {
    packages.${ownSystem}.infer = nixpkgs.legacyPackages.${ownSystem}.callPackage ./nix/package.nix { };
  };
}
`
      ],
      [
        'nix/package.nix',
        (nuget.get('package.nix') ?? '').replace(
          'nugetDeps =',
          'more = if builtins.pathExists ./new.nix then import ./new.nix else "";\n  postPatch = "cp ${./package-lock.json} package-lock.json; echo new: $more >&2";\n  nugetDeps ='
        )
      ],
      ['nix/deps.json', nuget.get('deps.json') ?? ''],
      ['nix/package-lock.json', lockFile]
    ])
    const given = {
      ...caseNamed('beside-fetch-deps'),
      package: '.#infer',
      before,
      after: new Map()
    }
    const [filled] = await fillCases(set, [given])
    const project = await makeProject(set, filled?.before ?? new Map())
    const { beside, checks } = await run(project, {
      package: '.#infer',
      'before-hash': `sh -c 'grep 1.76.1 nix/deps.json && echo 1 >nix/new.nix'`
    })
    expect(beside).toMatchObject({
      files: [
        { path: 'nix/deps.json', by: 'script', isNew: false },
        { path: 'nix/new.nix', by: 'command', isNew: true },
        { path: 'nix/package-lock.json', by: 'source', isNew: false }
      ],
      left: []
    })
    expect(checks).toContainEqual({ name: 'build', result: 'passed', detail: ownSystem })
    expect((await project.changed()).sort()).toEqual([
      ...['nix/deps.json', 'nix/new.nix', 'nix/package-lock.json', 'nix/package.nix']
    ])
    expect(project.read().get('nix/package-lock.json')).toContain('v0.76.1.tar.gz')
  })
})

describe('out of the new source', () => {
  test('a link that leads out of it is not followed', async () => {
    const project = await projectOf(
      'beside-cargo-lock',
      replace(
        'package.nix',
        '} >"$out/Cargo.lock"',
        '} >"$out/Cargo.lock"\n      case $tag in *76.1) /bin/ln -sf /etc/passwd "$out/Cargo.lock" ;; esac'
      )
    )
    const { beside } = await run(project)
    expect(beside.files).toEqual([])
    expect(beside.left).toMatchObject([
      { path: 'Cargo.lock', reason: 'the new version’s source has no Cargo.lock any more' }
    ])
    expect(existsSync('/etc/passwd')).toBe(true)
  })

  test('in the folder that the build works in', async () => {
    const project = await projectOf('beside-cargo-lock', (tree) => {
      replace('package.nix', '/bin/mkdir "$out"', '/bin/mkdir -p "$out/crates/infer"')(tree)
      replace('package.nix', '"$out/Cargo.lock"', '"$out/crates/infer/Cargo.lock"')(tree)
      replace(
        'package.nix',
        'cargoLock = {',
        'sourceRoot = "source/crates/infer";\n  cargoLock = {'
      )(tree)
    })
    const { beside } = await run(project)
    expect(beside.files).toMatchObject([{ path: 'Cargo.lock', by: 'source' }])
  })

  test('that is an archive', async () => {
    const project = await projectOf('beside-cargo-lock', (tree) => {
      replace('package.nix', '/bin/mkdir "$out"', 'PATH=/usr/bin:/bin; mkdir -p all/infer')(tree)
      replace(
        'package.nix',
        '>"$out/Cargo.lock"',
        '>all/infer/Cargo.lock\n      tar -C all --sort=name --mtime=@0 --owner=0 --group=0 -czf "$out" infer'
      )(tree)
      replace('package.nix', 'outputHashMode = "recursive"', 'outputHashMode = "flat"')(tree)
      replace('package.nix', 'name = "source"', 'name = "infer.tar.gz"')(tree)
    })
    const { beside } = await run(project)
    expect(beside.files).toMatchObject([{ path: 'Cargo.lock', by: 'source' }])
    expect(beside.keys.map(({ replacement }) => replacement)).toEqual(['grammar-0.5.0', ''])
  })

  test('that is a file and no archive', async () => {
    const project = await projectOf('beside-cargo-lock', (tree) => {
      replace('package.nix', '/bin/mkdir "$out"', '')(tree)
      replace('package.nix', '>"$out/Cargo.lock"', '>"$out"')(tree)
      replace('package.nix', 'outputHashMode = "recursive"', 'outputHashMode = "flat"')(tree)
    })
    const { beside } = await run(project)
    expect(beside.left).toEqual([
      { path: 'Cargo.lock', reason: 'the package has no source that could be looked into' }
    ])
  })

  test('with the checkout’s line endings', async () => {
    const own = '# package-lock.json: @salt@ alice/infer/archive/refs/tags/v0.76.0.tar.gz\r\n'
    const project = await projectOf('beside-npm-lock-patched', (tree) =>
      tree.set('package-lock.json', own)
    )
    await run(project)
    expect(project.read().get('package-lock.json')).toMatch(/v0\.76\.1\.tar\.gz\r\n$/)
  })
})

describe('`outputHashes` gets an entry for each crate that comes', () => {
  const crates =
    (now: string) =>
    (tree: Map<string, string>): void => {
      replace('package.nix', 'grammar-0.5.0 steady-1.0.0', now)(tree)
    }

  test('where entries are left, and where there is one alone', async () => {
    const project = await projectOf(
      'beside-keys-of-source',
      crates('grammar-0.5.0 steady-1.0.0 leaving-2.0.0 one-1.0.0 two-2.0.0')
    )
    const { hashes } = await run(project)
    const text = project.read().get('package.nix') ?? ''
    for (const name of ['grammar-0.5.0', 'leaving-2.0.0', 'one-1.0.0', 'two-2.0.0'])
      expect(text).toMatch(new RegExp(`\\n      "${name}" = "sha256-[^"]+";\\n`))
    expect(hashes).toHaveLength(4)

    const single = await projectOf('beside-keys-of-source', (tree) => {
      crates('grammar-0.5.0 new-1.0.0')(tree)
      replace('package.nix', 'grammar-0.4.0 steady-1.0.0 leaving-2.0.0', 'grammar-0.4.0')(tree)
      const text = tree.get('package.nix') ?? ''
      const set = /outputHashes = \{[^}]*\};/.exec(text)?.[0] ?? ''
      replace('package.nix', set, 'outputHashes."grammar-0.4.0" = "@sri.grammar@";')(tree)
    })
    await run(single)
    expect(single.read().get('package.nix')).toMatch(
      /\n {4}outputHashes\."grammar-0\.5\.0" = "sha256-[^"]+";\n {4}outputHashes\."new-1\.0\.0" = "sha256-[^"]+";\n/
    )
  })
})

/** Phase compute on this machine, then what phase commit makes of its file. */
async function inTwoPhases(
  project: Project,
  inputs: Record<string, string>,
  ofCommit: Record<string, string>
): Promise<SyncReport> {
  const computed = mkdtempSync(join(folder, 'computed-'))
  await phase(project, { ...request, ...inputs, phase: 'compute', 'output-directory': computed })
  return phase(project, {
    ...ofCommit,
    phase: 'commit',
    computed,
    'dry-run': 'true',
    'target-repository': 'a/b'
  })
}

async function phase(project: Project, given: Record<string, string>): Promise<SyncReport> {
  const { systems, ...rest } = given
  const asked = given['phase'] === 'compute' ? rest : { ...rest, systems: systems ?? ownSystem }
  const environment = {
    ...readTerminalEnvironment(new Map(Object.entries(asked)), set.env),
    workspace: project.folder
  }
  const inputs = ofOne(
    parseSyncInputs(
      environment,
      readSecrets(environment, () => undefined)
    )
  )
  const scratch = makeScratch(folder)
  const { report } = await sync({ inputs, environment, scratch, log: silentLog, timings: [] })
  removeScratch(scratch, folder)
  return report
}

describe('in two phases', () => {
  const isLong = process.env['NAR_PUBLISH_LONG_TESTS'] === '1'
  const others = ['beside-cargo-lock', 'beside-gemset']

  test.each(['beside-keys-of-source', 'beside-fetch-deps', ...(isLong ? others : [])])(
    'the change is what it is in one: %s',
    async (name) => {
      const project = await projectOf(name)
      const one = await run(project, { 'dry-run': 'true' })
      const two = await inTwoPhases(project, {}, {})
      expect(two.diff).toBe(one.diff)
      expect(two.beside).toEqual(one.beside)
      expect(one.diff).not.toBe('')
    }
  )

  test('an entry that comes passes, too', async () => {
    const project = await projectOf(
      'beside-keys-of-source',
      replace('package.nix', 'grammar-0.5.0 steady', 'grammar-0.5.0 leaving-2.0.0 new-1.0.0 steady')
    )
    const { diff } = await inTwoPhases(project, {}, {})
    expect(diff).toMatch(/\n\+ +"new-1\.0\.0" = "sha256-/)
  })

  test('files of another name pass where that job has `before-hash` too', async () => {
    const project = await projectOf('beside-gemset')
    const inputs = { 'before-hash': "sh -c 'echo 1 >more.txt'" }
    const { diff, beside } = await inTwoPhases(project, inputs, inputs)
    expect(beside.files.map(({ path }) => path)).toEqual(['more.txt'])
    expect(diff).toContain('--- /dev/null\n+++ b/more.txt\n')
    await expect(inTwoPhases(project, inputs, {})).rejects.toMatchObject({
      code: 'COMPUTED_INVALID',
      subject: 'more.txt'
    })
  })
})

describe('the pull request', () => {
  let runs: SyncRuns
  beforeAll(async () => {
    runs = await startSyncRuns({ repositories: [{ name: 'alice/infer' }] })
  })
  afterAll(() => runs.close())

  test('holds the files, new ones too, and names them and what was left', async () => {
    const given = caseNamed('beside-cargo-lock')
    const before = new Map([...given.before, ['gemset.nix', '[ ]\n']])
    before.set(
      'package.nix',
      (before.get('package.nix') ?? '').replace('pname =', 'gems = import ./gemset.nix;\n  pname =')
    )
    const [filled] = await fillCases(runs.set, [{ ...given, before, after: new Map() }])
    await runs.place('alice/infer', filled?.before ?? new Map())
    const workspace = await runs.checkout('alice/infer')
    const asked = {
      ...{ ...request, token: 'app-token', 'target-repository': 'alice/infer' },
      'before-hash': "sh -c 'echo 1 >notes.txt'"
    }
    const urls = {
      GITHUB_API_URL: runs.github.apiUrl,
      GITHUB_SERVER_URL: runs.github.serverUrl
    }
    const environment = {
      ...readTerminalEnvironment(new Map(Object.entries(asked)), { ...runs.set.env, ...urls }),
      workspace
    }
    const inputs = ofOne(
      parseSyncInputs(
        environment,
        readSecrets(environment, () => undefined)
      )
    )
    const scratch = makeScratch(runs.folder)
    const { report } = await sync({ inputs, environment, scratch, log: silentLog, timings: [] })
    removeScratch(scratch, runs.folder)
    expect(report.outcome).toBe('proposed')
    const branch = 'nar-publish/infer-0.76.1'
    const file = async (path: string): Promise<string> =>
      (await runs.github.readFile('alice/infer', branch, path))?.toString() ?? ''
    expect(await file('Cargo.lock')).toContain('version = "0.5.0"')
    expect(await file('notes.txt')).toBe('1\n')
    expect(await file('package.nix')).toContain('"grammar-0.5.0" = "sha256-')
    const [pullRequest] = runs.github.pullRequests('alice/infer')
    expect(pullRequest?.body).toContain(
      '- `Cargo.lock`: made anew out of the new version’s source\n'
    )
    expect(pullRequest?.body).toContain('- `notes.txt`: new, made by the command of')
    expect(pullRequest?.body).toMatch(
      /Not made anew:\n\n- `gemset\.nix`: only a program can make it/
    )
    const head = (await runs.github.head('alice/infer', branch)) ?? ''
    const commit = await runs.github.objects.commit(runs.github.repository('alice/infer'), head)
    expect(commit?.message).toContain('\n\nmade anew:\n  Cargo.lock\n  notes.txt\n\n')
  })
})

/** `nar-publish version-sync`, on a checkout with real git and real Nix. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArguments } from '../../src/cli/arguments.ts'
import type { CommandResult } from '../../src/cli/command.ts'
import { readTerminalEnvironment } from '../../src/environment.ts'
import { silentLog } from '../../src/log.ts'
import { readSyncInputs, runSync } from '../../src/sync/command.ts'
import { syncCommand } from '../../src/sync/options.ts'
import { cleanEnvironment } from '../repository/git/fixture.ts'
import { nixConfig, removeFolder } from '../support/nix.ts'
import { output } from '../support/program.ts'

const system = `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux`
const salt = randomBytes(6).toString('hex')

const urlOf = (version: string): string => `https://example.org/${salt}/infer-${version}.tar.gz`
/** Of what the fetcher below fetches: the address and a newline. */
const hashOf = (version: string): string =>
  `sha256-${createHash('sha256')
    .update(`${urlOf(version)}\n`)
    .digest('base64')}`

function flake(version: string, hash: string): string {
  return `{
  outputs = _:
    let
      version = "${version}";
      fetch = { url, hash }: derivation {
        name = "source";
        system = "${system}";
        builder = "/bin/sh";
        args = [ "-c" "echo \${url} > $out; exit 0" ];
        inherit url;
        outputHash = hash;
        outputHashMode = "flat";
      };
    in {
      packages.${system}.infer = derivation {
        pname = "infer";
        inherit version;
        name = "infer-\${version}";
        system = "${system}";
        builder = "/bin/sh";
        PATH = "/usr/bin:/bin";
        src = fetch {
          url = "${urlOf('${version}')}";
          hash = "${hash}";
        };
        args = [ "-c" "mkdir -p $out/bin; echo '#!/bin/sh' > $out/bin/infer; echo 'echo infer \${version}' >> $out/bin/infer; chmod +x $out/bin/infer; exit 0" ];
      };
    };
}
`
}

let folder: string
let checkout: string

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'nar-publish-sync-')))
})

beforeEach(async () => {
  checkout = mkdtempSync(join(folder, 'checkout-'))
  await commit(flake('1.0.0', hashOf('1.0.0')))
})

afterAll(async () => {
  await removeFolder(folder)
})

async function git(...args: string[]): Promise<string> {
  return output('git', args, { cwd: checkout, env: cleanEnvironment() })
}

async function commit(text: string): Promise<void> {
  writeFileSync(join(checkout, 'flake.nix'), text)
  await git('init', '--quiet', '--initial-branch=main')
  await git('add', '--all')
  await git('commit', '--quiet', '--message=x')
}

interface Ran extends CommandResult {
  /** What the log got. */
  said: string
}

/** The command in this process, as `runCommandLine` calls it. */
async function nar(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  let said = ''
  const log = { ...silentLog, info: (line: string) => void (said += `${line}\n`) }
  const all = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    NIX_CONFIG: nixConfig,
    XDG_CACHE_HOME: join(folder, 'cache'),
    ...env
  }
  const result = await runSync({
    command: syncCommand,
    arguments: parseArguments(syncCommand, args),
    environmentWith: (inputs) => ({
      ...readTerminalEnvironment(inputs, all),
      workspace: checkout
    }),
    log: { ...log, error: log.info, hide: () => undefined, close: () => undefined },
    scratch: mkdtempSync(join(folder, 'scratch-'))
  })
  return { ...result, said }
}

async function applyDiff(diff: string): Promise<void> {
  const file = join(folder, 'change.diff')
  writeFileSync(file, `${diff}\n`)
  await git('apply', file)
}

const text = (): string => readFileSync(join(checkout, 'flake.nix'), 'utf8')

test('writes the new version and its hash into the checkout, and nothing else', async () => {
  const { text: said, error } = await nar(['.#infer', 'v1.1.0', '--smoke-test', 'infer version'])
  expect(error).toBeNull()
  expect(said).toMatch(/^infer 1\.0\.0 → 1\.1\.0: 1 hash and the version in 1 place written\.\n/)
  expect(said).toContain(`flake.nix:24  ${hashOf('1.0.0')} → ${hashOf('1.1.0')}  source`)
  expect(said).toContain('✓ smoke-test: infer version: infer 1.1.0')
  expect(text()).toBe(flake('1.1.0', hashOf('1.1.0')))
  expect(await git('status', '--porcelain')).toBe('M flake.nix')
})

describe('--dry-run', () => {
  test('prints a diff that git applies, and tells the rest in the log', async () => {
    const { text: diff, said } = await nar(['.#infer', '1.1.0', '--dry-run', '--no-build'])
    expect(text()).toBe(flake('1.0.0', hashOf('1.0.0')))
    expect(said).toContain('Dry run, nothing was written: infer 1.0.0 → 1.1.0')
    await applyDiff(diff)
    expect(text()).toBe(flake('1.1.0', hashOf('1.1.0')))
  })

  test('in a job prints it behind a fence, so that no line of a file is a command; git applies that, too', async () => {
    // Line 24 has the hash: the third after it ends the diff, blank as it is.
    const spaced = (from: string): string =>
      flake(from, hashOf(from)).split('\n').toSpliced(26, 0, '').join('\n')
    await commit(spaced('1.0.0'))
    const args = ['.#infer', '1.1.0', '--dry-run', '--no-build']
    const plain = (await nar(args)).text
    const { text: diff } = await nar(args, { GITHUB_ACTIONS: 'true' })
    const [, word = ''] = /^::stop-commands::([\w-]+)\n/.exec(diff) ?? []
    expect(diff).toBe(`::stop-commands::${word}\n${plain}\n::${word}::`)
    for (const given of [plain, diff]) {
      await applyDiff(given)
      expect(text()).toBe(spaced('1.1.0'))
      await git('checkout', '--quiet', '.')
    }
  })

  test('of `keep` fails for a hash that has drifted, and names it', async () => {
    const wrong = hashOf('0.9.0')
    await commit(flake('1.0.0', wrong))
    const { error } = await nar(['.#infer', 'keep', '-n', '--no-build'])
    expect(error).toMatchObject({
      code: 'HASH_DRIFT',
      reason: expect.stringContaining(`flake.nix:24: ${wrong} should be ${hashOf('1.0.0')}`)
    })
    expect(text()).toBe(flake('1.0.0', wrong))
  })

  test('of `keep` is content when there is nothing to do', async () => {
    const { text: diff, said, error } = await nar(['.#infer', 'keep', '-n', '--no-build'])
    expect([diff, error]).toEqual(['', null])
    expect(said).toContain('nothing would change, infer 1.0.0 has the right hashes already')
  })

  test('--json says all of it, for a script', async () => {
    const { json } = await nar(['.#infer', '1.1.0', '--json', '--dry-run', '--no-build'])
    expect(JSON.parse(JSON.stringify(json))).toEqual({
      outcome: 'dry-run',
      changed: true,
      'old-version': '1.0.0',
      'new-version': '1.1.0',
      hashes: [
        {
          file: 'flake.nix',
          line: 24,
          derivations: ['source'],
          systems: [system],
          old: hashOf('1.0.0'),
          new: hashOf('1.1.0')
        }
      ],
      diff: expect.stringMatching(/^--- a\/flake\.nix\n/),
      'pull-request-number': null,
      'pull-request-url': '',
      'pull-request-operation': '',
      'commit-sha': '',
      'commit-url': ''
    })
  })
})

test('one phase works it out, and another takes it up without Nix', async () => {
  const { text: said } = await nar(['.#infer', '1.1.0', '--phase', 'compute', '--no-build'])
  expect(said).toContain(join(checkout, 'nar-publish-out', `infer-${system}.json`))
  expect(text()).toBe(flake('1.0.0', hashOf('1.0.0')))

  const bin = mkdtempSync(join(folder, 'bin-'))
  symlinkSync(await output('sh', ['-c', 'command -v git']), join(bin, 'git'))
  const { text: diff } = await nar(
    [
      ...['--phase', 'commit', '--computed', 'nar-publish-out', '--dry-run'],
      ...['--target-repository', 'alice/infer']
    ],
    { PATH: bin }
  )
  await applyDiff(diff)
  expect(text()).toBe(flake('1.1.0', hashOf('1.1.0')))
})

describe('what fails leaves the checkout as it was:', () => {
  test.each<[string, string[], string]>([
    ['an older version', ['.#infer', '0.9.0'], 'VERSION_OLDER'],
    ['a smoke test', ['.#infer', '1.1.0', '--smoke-test', 'infr'], 'SMOKE_TEST_FAILED'],
    ['a formatter', ['.#infer', '1.1.0', '--formatter', 'alejandra'], 'FORMATTER_MISSING'],
    ['a version that is none', ['.#infer', '$(id)'], 'VERSION_INVALID']
  ])('%s', async (_what, args, code) => {
    await expect(nar(args)).rejects.toMatchObject({ code })
    expect(text()).toBe(flake('1.0.0', hashOf('1.0.0')))
    expect(await git('status', '--porcelain')).toBe('')
  })
})

describe('a wrong command line is USAGE:', () => {
  test.each<[string[], string]>([
    [[], 'what to update is missing'],
    [['.#infer', '1.0', 'x'], 'there are more than PACKAGE and VERSION'],
    [['.#infer', '--title', 'x'], 'option --title: it is about a pull request'],
    [['.#infer', '--draft'], 'option --draft: it is about a pull request'],
    [['.#infer', '--pull-request'], 'option --target-repository: it is missing'],
    [['.#infer', '--pull-request', '--phase', 'compute'], 'option --pull-request: phase `compute`'],
    [['--phase', 'commit', '--computed', 'x'], 'option --target-repository: it is missing'],
    [['.#infer', '--token', 'x'], 'secrets are not taken from the command line']
  ])('%j', async (args, words) => {
    await expect(nar(args)).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining(words)
    })
  })
})

describe('without a version', () => {
  const run = (args: string[], env: Record<string, string> = {}) =>
    readSyncInputs({
      command: syncCommand,
      arguments: parseArguments(syncCommand, args),
      environmentWith: (inputs) => readTerminalEnvironment(inputs, env),
      log: { ...silentLog, error: () => undefined, hide: () => undefined, close: () => undefined },
      scratch: folder
    }).inputs

  test('the latest is meant', () => {
    expect(run(['.#infer'])).toMatchObject({ work: { version: { kind: 'latest' } } })
  })

  test('a variable may say which, and what a pull request is like', () => {
    const env = {
      NAR_PUBLISH_PACKAGE: '.#infer',
      NAR_PUBLISH_VERSION: 'keep',
      NAR_PUBLISH_LABELS: 'nix',
      NAR_PUBLISH_TARGET_REPOSITORY: 'alice/infer',
      GH_TOKEN: 'tok'
    }
    expect(run([], env)).toMatchObject({
      work: { version: { kind: 'keep' } },
      destination: { kind: 'checkout' }
    })
    expect(run(['--pull-request', '--labels', 'a', '--labels', 'b'], env)).toMatchObject({
      destination: {
        kind: 'pull-request',
        token: 'tok',
        upstream: { owner: 'alice', repo: 'infer' },
        labels: ['a', 'b']
      }
    })
  })
})

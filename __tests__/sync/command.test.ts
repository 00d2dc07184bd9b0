/** `nar-publish version-sync`, on a checkout with real git and real Nix. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArguments } from '../../src/cli/arguments.ts'
import { readTerminalEnvironment } from '../../src/environment.ts'
import { silentLog } from '../../src/log.ts'
import { readSyncInputs } from '../../src/sync/command.ts'
import { syncCommand } from '../../src/sync/options.ts'
import { cleanEnvironment } from '../repository/git/fixture.ts'
import { removeFolder } from '../support/nix.ts'
import { output } from '../support/program.ts'
import { flake, hashOf, runIn, system, urlOf, type Ran } from './small-flake.ts'

/** With a second package beside it. */
function flakeOfTwo(version: string, other: string): string {
  const [before, after] = flake(version, hashOf(version)).split(`    in {\n`)
  return `${before ?? ''}      otherVersion = "${other}";
    in {
      packages.${system}.tool = derivation {
        pname = "tool";
        version = otherVersion;
        name = "tool-\${otherVersion}";
        system = "${system}";
        builder = "/bin/sh";
        src = fetch {
          url = "${urlOf('${otherVersion}')}";
          hash = "${hashOf(other)}";
        };
        args = [ "-c" "echo > $out; exit 0" ];
      };
${after ?? ''}`
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
  await git('config', 'user.name', 'Ursula User')
  await git('config', 'user.email', 'ursula@example.org')
  await git('add', '--all')
  await git('commit', '--quiet', '--message=x')
}

const nar = (args: readonly string[], env?: Record<string, string>): Promise<Ran> =>
  runIn({ checkout, folder }, args, env)

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

describe('--commit', () => {
  test('commits a package, so that the next one of the same file can follow', async () => {
    await commit(flakeOfTwo('1.0.0', '2.0.0'))
    const first = await nar(['.#infer', '1.1.0', '--commit', '--no-build'])
    expect(first.text).toMatch(
      /^infer 1\.0\.0 → 1\.1\.0: 1 hash and the version in 1 place committed\.\n/
    )
    const head = await git('rev-parse', 'HEAD')
    expect(first.text).toMatch(new RegExp(`commit +${head}$`))
    expect(first.json).toMatchObject({ outcome: 'committed', 'commit-sha': head, 'commit-url': '' })
    const second = await nar(['.#tool', '2.1.0', '--commit', '--no-build'])
    expect(second.error).toBeNull()
    expect(text()).toBe(flakeOfTwo('1.1.0', '2.1.0'))
    expect(await git('log', '--format=%s')).toBe('tool: 2.0.0 → 2.1.0\ninfer: 1.0.0 → 1.1.0\nx\nx')
    expect(await git('status', '--porcelain')).toBe('')
  })

  test('commits nothing when there is nothing to change, wherever it is', async () => {
    await git('checkout', '--quiet', '--detach')
    const { text: said } = await nar(['.#infer', '1.0.0', '--commit', '--no-build'])
    expect(said).toMatch(/^Nothing to change: /)
    expect(await git('log', '--format=%s')).toBe('x')
  })

  test('is refused before anything is built where git could not commit', async () => {
    await git('checkout', '--quiet', '--detach')
    const args = ['.#infer', '1.1.0', '--commit', '--smoke-test', 'infr']
    await expect(nar(args)).rejects.toMatchObject({ code: 'CHECKOUT_INVALID' })
    expect(text()).toBe(flake('1.0.0', hashOf('1.0.0')))
  })

  test('with --dry-run writes nothing', async () => {
    await nar(['.#infer', '1.1.0', '--commit', '--dry-run', '--no-build'])
    expect(await git('log', '--format=%s')).toBe('x')
    expect(await git('status', '--porcelain')).toBe('')
  })
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
    [[], 'PACKAGE is missing'],
    [['.#infer', '1.0', 'x'], 'there is more than one VERSION'],
    [['.#infer', '--title', 'x'], 'option --title: it is about a pull request'],
    [['.#infer', '--draft'], 'option --draft: it is about a pull request'],
    [['.#infer', '--pull-request'], 'option --target-repository: it is missing'],
    [['.#infer', '--commit', '--pull-request'], 'option --commit: it is about the checkout'],
    [['.#infer', '--commit', '--phase', 'compute'], 'phase `compute` writes something else'],
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

  test.each([
    [['.#infer', '.#tool', 'file:x.nix']],
    [['.#infer', 'latest', '.#tool', 'file:x.nix']]
  ])('each word that is no version is a package: %j', (words) => {
    expect(run(words)).toMatchObject({
      look: {
        packages: ['.#infer', '.#tool', 'file:x.nix'].map((text) => ({ reference: { text } }))
      }
    })
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

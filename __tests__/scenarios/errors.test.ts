/** Bad situations, in whole runs: one clear error each, and nothing written. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  repository,
  startFailingRuns,
  type FailingRuns,
  type Situation
} from '../support/failing-runs.ts'
import type { FileChanges } from '../support/github/server.ts'
import { nixConfig } from '../support/nix.ts'
import { addStorePath, deleteStorePaths } from '../support/store-paths.ts'

/** A branch for each bad state of a target. */
const branches: Record<string, FileChanges> = {
  'markers-twice': { 'README.md': lines('# x', begin(), end(), begin(), end()) },
  'markers-reversed': { 'README.md': lines('# x', end(), begin()) },
  'markers-one': { 'README.md': lines('# x', begin()) },
  'catalogue-cut': { 'catalogue.json': '{"version": 1, "artifacts": [' },
  'catalogue-foreign': { 'catalogue.json': '{"packages": {}}' },
  'nar-file': { nar: 'a file of somebody’s own' },
  'pins-file': { pins: 'a file of somebody’s own' },
  'readme-folder': { 'README.md/x': 'a file of somebody’s own' },
  'readme-link': { 'README.md': { mode: '120000', text: '../elsewhere.md' } },
  'nar-submodule': { nar: { mode: '160000', text: '3f2a91cc0d5e8b7a6c4f3e2d1b0a99887766554a' } },
  'other-store': { 'nix-cache-info': 'StoreDir: /gnu/store\nWantMassQuery: 1\n' }
}

let runs: FailingRuns
const expectFailure: FailingRuns['expectFailure'] = (situation) => runs.expectFailure(situation)

beforeAll(async () => {
  runs = await startFailingRuns()
  await runs.github.commitFiles('alice/source', 'main', { 'main.c': 'int main;' }, 'source')
  for (const [branch, files] of Object.entries({ ...branches, ruled: { a: 'b' } })) {
    await runs.github.commitFiles(repository, branch, files, branch)
  }
})

afterAll(async () => {
  await runs.close()
})

describe('the target', () => {
  test.each<[string, Situation]>([
    [
      'does not exist',
      {
        inputs: { 'target-repository': 'alice/nowhere' },
        code: 'REPOSITORY_NOT_FOUND',
        says: ['alice/nowhere', '404']
      }
    ],
    [
      'is private and not the token’s',
      {
        inputs: { 'target-repository': 'alice/secret' },
        code: 'REPOSITORY_NOT_FOUND',
        says: ['alice/secret', 'fine-grained']
      }
    ],
    [
      'is archived',
      {
        inputs: { 'target-repository': 'alice/archived' },
        code: 'REPOSITORY_READ_ONLY',
        says: ['alice/archived', 'archived']
      }
    ],
    [
      'does not know the token',
      {
        inputs: { token: 'expired' },
        code: 'TOKEN_REJECTED',
        says: [repository, 'Bad credentials']
      }
    ],
    [
      'lets the token only read',
      {
        inputs: { token: 'read-token' },
        code: 'TOKEN_FORBIDDEN',
        says: [repository, 'contents=write', 'Contents: read and write'],
        foundByWriting: true
      }
    ],
    [
      'has a rule for the branch',
      {
        inputs: { 'target-branch': 'ruled' },
        code: 'BRANCH_RULE',
        says: [repository, 'rule violations'],
        foundByWriting: true
      }
    ],
    [
      'has the markers twice',
      {
        inputs: { 'target-branch': 'markers-twice' },
        code: 'README_MARKERS',
        says: ['README.md', 'lines 2, 4']
      }
    ],
    [
      'has the markers out of order',
      {
        inputs: { 'target-branch': 'markers-reversed' },
        code: 'README_MARKERS',
        says: ['README.md', 'line 3']
      }
    ],
    [
      'has one marker',
      {
        inputs: { 'target-branch': 'markers-one' },
        code: 'README_MARKERS',
        says: ['README.md', 'no line']
      }
    ],
    [
      'has a cut catalogue',
      {
        inputs: { 'target-branch': 'catalogue-cut' },
        code: 'CATALOGUE_INVALID',
        says: ['catalogue.json']
      }
    ],
    [
      'has somebody else’s catalogue',
      {
        inputs: { 'target-branch': 'catalogue-foreign' },
        code: 'CATALOGUE_INVALID',
        says: ['catalogue.json', 'version']
      }
    ],
    ...(
      [
        ['nar-file', '"nar"', 'it is a file in the branch'],
        ['nar-submodule', '"nar"', 'it is a submodule in the branch'],
        ['readme-folder', '"README.md"', 'it is a folder in the branch'],
        ['readme-link', '"README.md"', 'it is a symbolic link in the branch']
      ] as const
    ).flatMap(([branch, ...says]): [string, Situation][] =>
      [{}, { route: 'push' }].map((route: Record<string, string>) => [
        `has something else in the place of a file of the cache: ${branch} ${JSON.stringify(route)}`,
        { inputs: { 'target-branch': branch, ...route }, code: 'PATH_TAKEN', says: [...says] }
      ])
    ),
    [
      'has a file in the place of the pins',
      {
        inputs: { 'target-branch': 'pins-file', pin: 'x=PATH' },
        code: 'PATH_TAKEN',
        says: ['"pins"', 'it is a file in the branch']
      }
    ],
    [
      'has people’s work on the branch that nobody named',
      {
        inputs: { 'target-repository': 'alice/source' },
        code: 'BRANCH_TAKEN',
        says: ['alice/source, branch "main"', 'main.c', 'target-branch: nix-cache']
      }
    ],
    [
      'serves another store directory',
      {
        inputs: { 'target-branch': 'other-store' },
        code: 'STORE_DIR_MISMATCH',
        says: ['nix-cache-info', '/gnu/store']
      }
    ],
    [
      'asks for a pause that no job waits for',
      {
        code: 'RATE_LIMITED',
        says: [repository, /until \d{4}-/, 'secondary rate limit'],
        prepare: (github) => {
          const headers = { 'retry-after': '3600' }
          const message = 'You have exceeded a secondary rate limit.'
          github.failNext({ method: 'GET', path: repository }, { status: 403, message, headers })
        }
      }
    ],
    [
      'refuses for a reason of its own',
      {
        code: 'GITHUB_REFUSED',
        says: [repository, 'GitHub answered 400', 'Problems parsing JSON'],
        prepare: (github) => {
          github.failNext({ method: 'GET' }, { status: 400, message: 'Problems parsing JSON' })
        }
      }
    ]
  ])('%s', async (_name, situation) => {
    const { pin, ...inputs } = situation.inputs ?? {}
    const pins = pin === undefined ? {} : { pin: pin.replace('PATH', runs.storePath) }
    await expectFailure({ ...situation, inputs: { ...inputs, ...pins } })
  })
})

describe('before anything is built, a target', () => {
  const unbuilt = { 'flake-attribute': '.#hello', paths: '' }

  test.each<[string, Situation]>([
    [
      'that lets the token only read is found out',
      {
        inputs: { ...unbuilt, token: 'read-token' },
        code: 'TOKEN_FORBIDDEN',
        says: [repository, 'contents=write', 'Contents: read and write']
      }
    ],
    [
      'with a rule that the token cannot bypass is found out',
      {
        inputs: { ...unbuilt, 'target-branch': 'ruled' },
        code: 'BRANCH_RULE',
        says: [repository, '"ruled"', 'the rule `pull_request`', 'cannot bypass it']
      }
    ],
    [
      'is a web page that answers for GitHub’s API',
      {
        inputs: unbuilt,
        code: 'GITHUB_ANSWER_INVALID',
        says: [repository, 'a web page (“Sign in to the network”)', 'GITHUB_API_URL'],
        prepare: (github) => {
          const headers = { 'content-type': 'text/html' }
          const body = '<!DOCTYPE html><html><title>Sign in to the network</title></html>'
          github.failNext({ method: 'GET' }, { status: 200, message: '', headers, body })
        }
      }
    ],
    [
      'is `{}`, or lacks a field',
      {
        inputs: unbuilt,
        code: 'GITHUB_ANSWER_INVALID',
        says: ['GET /repos/{owner}/{repo} is `{}`', '`node_id`, `name` and `private` and 2 more'],
        prepare: (github) => {
          github.failNext({ method: 'GET' }, { status: 200, message: '', body: '{}' })
        }
      }
    ]
  ])('%s', async (_name, situation) => {
    const { log } = await expectFailure(situation)
    expect(log).not.toContain('Build 1 derivation')
  })

  test('with a rule of which GitHub does not say whether it can be bypassed is warned of, and asked', async () => {
    runs.github.change({ mayBypassRules: null })
    const { log } = await expectFailure({
      inputs: { ...unbuilt, 'target-branch': 'ruled' },
      code: 'BRANCH_RULE',
      says: [repository, 'rule violations'],
      foundByWriting: true
    })
    runs.github.change({ mayBypassRules: 'never' })
    expect(log).toMatch(/Branch "ruled" of alice\/binstore is under the rule `pull_request`/)
    expect(log).toContain('Build 1 derivation')
  })
})

describe('the machine', () => {
  function programs(...names: string[]): string {
    const bin = mkdtempSync(join(runs.folder, 'bin-'))
    for (const name of names) symlinkSync(whereIs(name), join(bin, name))
    return bin
  }

  test('has no Nix', async () => {
    await expectFailure({
      env: { PATH: programs('xz') },
      code: 'NIX_MISSING',
      says: ['nix', 'DeterminateSystems/nix-installer-action', 'cachix/install-nix-action']
    })
  })

  test.each([{ 'flake-attribute': '.#hello', paths: '' }, {}])(
    'has a Nix without flakes: %j',
    async (inputs: Record<string, string>) => {
      await expectFailure({
        inputs,
        env: { NIX_CONFIG: nixConfig.replace(/^experimental-features.*$/m, '') },
        code: 'FLAKES_DISABLED',
        says: ['nix-command', 'experimental-features = nix-command flakes']
      })
    }
  )

  test('has no xz', async () => {
    await expectFailure({
      inputs: { compression: 'xz' },
      env: { PATH: programs('nix', 'nix-store') },
      code: 'COMPRESSOR_MISSING',
      says: ['xz', 'xz-utils']
    })
  })

  test('has a full disk', async () => {
    const large = addStorePath('large-1.0', 3 * 1024 * 1024)
    const disk = mkdtempSync(join(runs.folder, 'disk-'))
    asRoot('mount', '-t', 'tmpfs', '-o', 'size=1m,mode=1777', 'nar-publish-test', disk)
    try {
      await expectFailure({
        inputs: { paths: large },
        env: { RUNNER_TEMP: disk },
        code: 'DISK_FULL',
        says: ['scratch folder', 'ENOSPC', 'Free space']
      })
      expect(readdirSync(disk)).toEqual([])
    } finally {
      asRoot('umount', disk)
      deleteStorePaths([large])
    }
  })

  test('has a NAR that the API does not take', async () => {
    const large = addStorePath('large-2.0', 36 * 1024 * 1024)
    try {
      await expectFailure({
        inputs: { paths: `${runs.storePath}\n${large}`, compression: 'none', route: 'api' },
        code: 'NAR_TOO_LARGE',
        says: ['-large.nar', '37748', '36700160', 'pushed by git']
      })
    } finally {
      deleteStorePaths([large])
    }
  })
})

test('a run that had nothing to publish fails when it was told to', async () => {
  await expectFailure({
    inputs: { exclude: 'small', 'fail-on-empty': 'true' },
    code: 'NOTHING_PUBLISHED',
    says: [repository, '1 excluded'],
    inSummary: '1 path excluded'
  })
})

test('an error is the same in a dry run', async () => {
  await expectFailure({
    inputs: { 'dry-run': 'true', 'target-branch': 'markers-one' },
    code: 'README_MARKERS',
    says: ['README.md']
  })
})

function begin(): string {
  return '<!-- nar-publish:begin -->'
}

function end(): string {
  return '<!-- nar-publish:end -->'
}

function lines(...texts: string[]): string {
  return texts.map((text) => `${text}\n`).join('')
}

function whereIs(program: string): string {
  for (const bin of (process.env['PATH'] ?? '').split(delimiter)) {
    if (bin !== '' && readdirOr(bin).includes(program)) return join(bin, program)
  }
  throw new Error(`no ${program} in PATH`)
}

function readdirOr(bin: string): string[] {
  try {
    return readdirSync(bin)
  } catch {
    return []
  }
}

/** Mounting takes root; a hosted runner's user is not, and may become it. */
function asRoot(...command: string[]): void {
  const [program = '', ...args] = process.getuid?.() === 0 ? command : ['sudo', '-n', ...command]
  execFileSync(program, args, { stdio: 'ignore' })
}

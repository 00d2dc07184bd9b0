/** Wrong inputs, in whole runs: one clear error each, and nothing written. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ErrorCode } from '../../src/errors.ts'
import { startFailingRuns, type FailingRuns, type Situation } from '../support/failing-runs.ts'

// nix-store --generate-binary-cache-key test-only-1 secret public
const secretKey =
  'test-only-1:6A3EiMVeAg4k2zHATyDuMhcwpxrz3S9ffqMzt+hAmH6t/3H2NGpkf0Mfn0FT1fSnVLkPioeoboItNLvCSBkWyA=='
const publicKey = 'test-only-1:rf9x9jRqZH9DH59BU9X0p1S5D4qHqG6CLTS7wkgZFsg='

const absentPath = `/nix/store/${'0'.repeat(32)}-absent-1.0`

let runs: FailingRuns
const expectFailure: FailingRuns['expectFailure'] = (situation) => runs.expectFailure(situation)

beforeAll(async () => {
  runs = await startFailingRuns()
})

afterAll(async () => {
  await runs.close()
})

describe('wrong inputs', () => {
  test.each<[string, Situation]>([
    [
      'nothing to publish',
      { inputs: { paths: '' }, code: 'INPUT_MISSING', says: ['flake-attribute', 'paths'] }
    ],
    [
      'an unknown mode',
      { inputs: { mode: 'publsh' }, code: 'MODE_UNKNOWN', says: ['"publsh"', 'version-sync'] }
    ],
    [
      'a boolean',
      {
        inputs: { 'dry-run': 'yes' },
        code: 'INPUT_INVALID',
        says: ['dry-run', '"yes"', '`true` or `false`']
      }
    ],
    [
      'another boolean',
      { inputs: { 'fail-on-empty': '0' }, code: 'INPUT_INVALID', says: ['fail-on-empty', '"0"'] }
    ],
    [
      'a regular expression',
      { inputs: { exclude: 'fine\n[a-' }, code: 'REGEX_INVALID', says: ['exclude', '"[a-"'] }
    ],
    [
      'a system',
      { inputs: { systems: 'x86_64-linux mars' }, code: 'SYSTEM_UNKNOWN', says: ['"mars"'] }
    ],
    [
      'a compression',
      {
        inputs: { compression: 'gzip' },
        code: 'INPUT_INVALID',
        says: ['compression', '"gzip"', '`xz`']
      }
    ],
    [
      'a compression level',
      {
        inputs: { 'compression-level': '99' },
        code: 'INPUT_INVALID',
        says: ['compression-level', '"99"', '1 to 19']
      }
    ],
    [
      'a level where there is none',
      {
        inputs: { compression: 'none', 'compression-level': '3' },
        code: 'INPUT_INVALID',
        says: ['compression-level', 'none has no levels']
      }
    ],
    [
      'a closure type',
      { inputs: { closure: 'all' }, code: 'INPUT_INVALID', says: ['closure', '"all"', '`binary`'] }
    ],
    [
      'a verification',
      { inputs: { verify: 'yes' }, code: 'INPUT_INVALID', says: ['verify', '`substitute`'] }
    ],
    [
      'a whole upstream key',
      {
        inputs: { 'upstream-keys': publicKey },
        code: 'INPUT_INVALID',
        says: ['upstream-keys', 'before the colon']
      }
    ],
    [
      'a substituter address',
      {
        inputs: { 'substituter-url': 'example.org' },
        code: 'INPUT_INVALID',
        says: ['substituter-url', '"example.org"']
      }
    ],
    [
      'a branch name',
      {
        inputs: { 'target-branch': 'a..b' },
        code: 'BRANCH_INVALID',
        says: ['target-branch', '"a..b"']
      }
    ],
    [
      'a branch that looks like an option',
      { inputs: { 'target-branch': '--force' }, code: 'BRANCH_INVALID', says: ['"--force"'] }
    ],
    [
      'a malformed repository',
      {
        inputs: { 'target-repository': 'binstore' },
        code: 'REPOSITORY_INVALID',
        says: ['target-repository', '"binstore"', 'owner/name']
      }
    ],
    [
      'a repository whose address runs a program',
      {
        inputs: { 'target-repository': 'ext::sh -c id' },
        code: 'REPOSITORY_INVALID',
        says: ['ext::sh -c id']
      }
    ],
    [
      'a repository on a host that does not answer',
      {
        inputs: { 'target-repository': 'http://127.0.0.1:1/o/r' },
        code: 'GIT_UNREACHABLE',
        says: ['http://127.0.0.1:1/o/r']
      }
    ],
    ['an empty token', { inputs: { token: '' }, code: 'TOKEN_MISSING', says: ['token'] }],
    [
      'a key file that is not there',
      { inputs: { 'signing-key': '/no/such/key' }, code: 'SIGNING_KEY_INVALID', says: ['signing'] }
    ],
    [
      'a cut key',
      {
        inputs: { 'signing-key': secretKey.slice(0, -8) },
        code: 'SIGNING_KEY_INVALID',
        says: ['signing', 'characters']
      }
    ],
    [
      'the public key',
      { inputs: { 'signing-key': publicKey }, code: 'SIGNING_KEY_INVALID', says: ['public key'] }
    ],
    [
      'a malformed store path',
      {
        inputs: { paths: '/nix/store/hello' },
        code: 'STORE_PATH_INVALID',
        says: ['"/nix/store/hello"']
      }
    ],
    [
      'a path that leads nowhere',
      {
        inputs: { paths: './result' },
        code: 'STORE_PATH_INVALID',
        says: ['"./result"', 'neither a store path']
      }
    ],
    [
      'a store path that is not there',
      { inputs: { paths: absentPath }, code: 'STORE_PATH_MISSING', says: [absentPath] }
    ]
  ])('%s', async (_name, situation) => {
    await expectFailure(situation)
  })
})

describe('wrong attributes', () => {
  test.each<[string, string, ErrorCode, (string | RegExp)[]]>([
    [
      'missing',
      '.#nonsense',
      'EVALUATION_FAILED',
      ['.#nonsense', 'eval --option eval-cache false']
    ],
    ['throwing', '.#throws', 'EVALUATION_FAILED', ['.#throws', 'throws on purpose']],
    ['no derivation', '.#text', 'EVALUATION_FAILED', ['.#text', 'not a derivation']],
    ['a flake that is not there', './nowhere#x', 'EVALUATION_FAILED', ['./nowhere#x']],
    ['like an option', '--impure', 'ATTRIBUTE_INVALID', ['"--impure"', 'dash']],
    ['like a short option', '-f', 'ATTRIBUTE_INVALID', ['"-f"', 'dash']],
    ['only outputs', '^out', 'ATTRIBUTE_INVALID', ['"^out"', 'empty']],
    ['a control character', '.#he\u0007llo', 'ATTRIBUTE_INVALID', ['control character']],
    ['an output that it lacks', '.#hello^man', 'EVALUATION_FAILED', ['"man"', 'it has out']],
    ['not building', '.#broken', 'BUILD_FAILED', ['.#broken', 'line v']]
  ])('%s', async (_name, attribute, code, says) => {
    await expectFailure({ inputs: { paths: '', 'flake-attribute': attribute }, code, says })
  })
})

test('a key in a file that is no key is refused without a word of the file', async () => {
  const file = join(runs.folder, 'letter')
  writeFileSync(file, 'Dear diary\n')
  const { log, errors, summary } = await expectFailure({
    inputs: { 'signing-key': file },
    env: {},
    code: 'SIGNING_KEY_INVALID',
    says: ['signing']
  })
  expect([log.replace(/^::add-mask::.*\n/gm, ''), ...errors, summary].join('\n')).not.toContain(
    'diary'
  )
})

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { silentLog } from '../../src/log.ts'
import { isTrustedClient } from '../../src/nix/client-trust.ts'
import { removeFolder, testNixes } from '../support/nix.ts'

test.each(testNixes)('$name trusts whoever owns its store', async ({ makeFolder, open }) => {
  const folder = makeFolder()
  expect(await isTrustedClient(await open(folder), new Map())).toBe(true)
  await removeFolder(folder)
})

/** What clients of a daemon print: 2.8 knows no `--json`; 2.13 does not say; from 2.14 on they say. */
describe('of a daemon', () => {
  const old = (words = 'Store URL: daemon') =>
    `case "$*" in *--json*) echo "error: unrecognised flag '--json'" >&2; exit 1;; esac; echo '${words}' >&2`
  const newer = (trusted: string) =>
    `echo '{"trusted":${trusted},"url":"daemon","version":"2.26.3"}'`
  let bin: string
  beforeAll(() => {
    bin = mkdtempSync(join(tmpdir(), 'client-trust-'))
  })
  afterAll(() => {
    rmSync(bin, { recursive: true })
  })

  test.each<[string, string, string, boolean | null]>([
    ['says yes', newer('1'), 'root', true],
    ['says no', newer('0'), '*', false],
    ['says true', newer('true'), 'root', true],
    ['says false', newer('false'), '*', false],
    ['gives no answer that is known', newer('null'), '*', null],
    ['is old, with this user listed', old(), `none ${userInfo().username}`, true],
    ['is old, and takes everybody', old(), '*', true],
    ['is old, and has others listed', old(), 'somebody-else', false],
    ['is old, and lists a group', old(), 'somebody-else @wheel', null],
    ['is at the other end of ssh', old('Store URL: ssh-ng://host'), '*', null]
  ])('that %s', async (_what, script, trustedUsers, expected) => {
    const program = join(bin, 'nix')
    writeFileSync(program, `#!/bin/sh\n${script}\n`)
    chmodSync(program, 0o755)
    const nix = {
      env: { PATH: `${bin}:/usr/bin:/bin` },
      cwd: bin,
      log: silentLog,
      version: { text: '', major: 2, minor: 8 }
    }
    expect(await isTrustedClient(nix, new Map([['trusted-users', trustedUsers]]))).toBe(expected)
  })
})

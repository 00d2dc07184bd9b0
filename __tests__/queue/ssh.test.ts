/** Queues for `ssh://` and `ssh-ng://`, with a real sshd. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { basename, join } from 'node:path'
import { readEnvironment } from '../../src/environment.ts'
import type { NarPublishError } from '../../src/errors.ts'
import { silentLog } from '../../src/log.ts'
import { openNix } from '../../src/nix/nix.ts'
import type { Nix } from '../../src/nix/types.ts'
import { unattended } from '../../src/queue/open-queue.ts'
import { sendToStore } from '../../src/queue/send-to-store.ts'
import { blameOf } from '../../src/queue/send.ts'
import type { StoreDestination } from '../../src/queue/types.ts'
import { plainTmpdir, signingAddress } from '../support/cache-address.ts'
import { removeFolder, testEnvironment } from '../support/nix.ts'
import { output, runProgram, type ProgramResult } from '../support/program.ts'
import { bundles } from '../support/queue-job.ts'
import { freePort, hasSshd, startSshHost, type SshHost } from '../support/ssh-host.ts'
import { buildStorePath } from '../support/store-paths.ts'

if (hasSshd) {
  describe('a store that is reached by ssh', () => {
    withHost()
  })
} else {
  test.todo('a store that is reached by ssh: script/other-nix installs sshd (root on Debian)')
}

function withHost(): void {
  let folder: string
  let host: SshHost
  /** Signed by a key that the host trusts, in a cache that it substitutes from. */
  let signed: string
  let unsigned: string

  beforeAll(async () => {
    folder = mkdtempSync(join(plainTmpdir(), 'queue-ssh-'))
    const [secret, trusted] = [join(folder, 'secret'), join(folder, 'public')]
    await output('nix-store', ['--generate-binary-cache-key', 'host-1', secret, trusted])
    const key = await output('cat', [trusted])
    host = await startSshHost(
      `trusted-public-keys = ${key}\nsubstituters = file://@folder@/cache\nsubstitute = true\n`
    )
    signed = buildStorePath('in-the-cache-of-the-host')
    unsigned = buildStorePath('unsigned')
    const cache = signingAddress(join(host.folder, 'cache'), secret)
    await output('nix', ['copy', '--to', cache, signed], { env: testEnvironment() })
  })
  afterAll(async () => {
    await host.close()
    await removeFolder(folder)
  })

  const publicKey = (file: string): string => readFileSync(file, 'utf8').split(' ', 2).join(' ')

  async function nixWith(options: string): Promise<Nix> {
    const given = readEnvironment({ ...testEnvironment(), NIX_SSHOPTS: options })
    return openNix({ env: unattended(given).childEnvironment, cwd: folder, log: silentLog })
  }

  async function send(
    path: string,
    destination: Partial<StoreDestination> & { url: string },
    options = host.options()
  ): Promise<NarPublishError | null> {
    const nix = await nixWith(options)
    const whole = { kind: 'store', checkSigs: true, substituteOnDestination: false } as const
    const sender = sendToStore({ ...whole, ...destination }, 'binary', () => Promise.resolve(nix))
    return sender([path]).then(
      () => null,
      (error: unknown) => error as NarPublishError
    )
  }

  test('of ssh-ng:// takes no unsigned path, unless signatures are not asked for', async () => {
    const url = host.storeUrl('ssh-ng', 'checked')
    expect(await send(unsigned, { url })).toMatchObject({
      code: 'STORE_COPY_FAILED',
      reason: expect.stringContaining('lacks a signature by a trusted key')
    })
    expect(await send(unsigned, { url, checkSigs: false })).toBeNull()
    expect(await host.pathInfo('checked', unsigned)).toContain(unsigned)
  })

  test.each(['ssh', 'ssh-ng'] as const)(
    'of %s:// fetches from its own substituter only when that is wanted',
    async (scheme) => {
      const [plain, substituting] = [`plain-${scheme}`, `substituting-${scheme}`]
      const given = { url: host.storeUrl(scheme, plain), checkSigs: false }
      expect(await send(signed, given)).toBeNull()
      expect(await host.pathInfo(plain, signed)).not.toContain('host-1:')
      const url = host.storeUrl(scheme, substituting)
      expect(await send(signed, { url, substituteOnDestination: true })).toBeNull()
      // The signature is the cache's: it did not come from here.
      expect(await host.pathInfo(substituting, signed)).toContain('host-1:')
    }
  )

  describe.each(['ssh', 'ssh-ng'] as const)('%s://', (scheme) => {
    test.each([
      [
        'a key that it refuses',
        () => ({ key: host.otherKey }),
        'Permission denied (publickey',
        true
      ],
      [
        'a host key that nobody knows',
        () => ({ knownHosts: join(folder, 'none') }),
        'Host key verification failed',
        true
      ],
      [
        'a host key that is another one',
        () => {
          const knownHosts = join(folder, 'wrong')
          const key = publicKey(`${host.otherKey}.pub`)
          writeFileSync(knownHosts, `[127.0.0.1]:${host.port} ${key}\n`)
          return { knownHosts }
        },
        'has changed and you have requested strict checking',
        true
      ]
    ])('%s: says ssh’s words, and is not tried again', async (_what, change, words, isFinal) => {
      const error = await send(
        unsigned,
        { url: host.storeUrl(scheme, 'x') },
        host.options(change())
      )
      expect(error).toMatchObject({
        code: 'STORE_UNREACHABLE',
        reason: expect.stringContaining(words)
      })
      if (error !== null) expect(blameOf(error, [])).toEqual({ kind: 'destination', isFinal })
    })

    test('a dead host: says ssh’s words, and is tried again', async () => {
      const options = host.options({ port: await freePort() })
      const error = await send(unsigned, { url: host.storeUrl(scheme, 'x') }, options)
      expect(error).toMatchObject({
        code: 'STORE_UNREACHABLE',
        reason: expect.stringContaining('Connection refused')
      })
      if (error !== null)
        expect(blameOf(error, [])).toEqual({ kind: 'destination', isFinal: false })
    })
  })

  describe('from a terminal', () => {
    const queue = (command: readonly string[], options: string): Promise<ProgramResult> => {
      const [program = '', ...args] = command
      const env = { ...testEnvironment(), NIX_SSHOPTS: options, HOME: folder }
      return runProgram(program, args, { cwd: folder, env })
    }
    const upload = (url: string, directory: string): string[] => [
      ...[process.execPath, join(bundles, 'cli', 'index.js'), 'queue', 'upload'],
      ...['--queue-dir', directory, '--destination', url, '--no-check-sigs']
    ]
    function queued(name: string): string {
      const directory = join(folder, name)
      mkdirSync(join(directory, 'default'), { recursive: true })
      symlinkSync(unsigned, join(directory, 'default', basename(unsigned)))
      return directory
    }

    test('what is queued lands on the host, and leaves the queue', async () => {
      const directory = queued('by-ssh')
      const sent = await queue(upload(host.storeUrl('ssh', 'landed'), directory), host.options())
      expect(sent.failure).toBe('')
      expect(await host.pathInfo('landed', unsigned)).toContain(unsigned)
      expect(readdirSync(join(directory, 'default'))).toEqual([])
    })

    test('nobody is asked whether an unknown host is the right one: ssh has a terminal, and the queue goes on', async () => {
      const directory = queued('unknown-host')
      const args = upload(host.storeUrl('ssh', 'x'), directory)
      const line = args.map((arg) => `'${arg}'`).join(' ')
      const options = host.options({ knownHosts: join(folder, 'none') })
      const said = await queue(['script', '-qec', line, '/dev/null'], options)
      expect(said.stdout).not.toContain('continue connecting')
      expect(said.stdout).toContain('Host key verification failed')
      expect(said.status).toBe(1)
      expect(readdirSync(join(directory, 'default'))).toEqual([basename(unsigned)])
    })
  })
}

/** The NixOS module and the package, evaluated with Nix on a stand-in for nixpkgs. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parseConfig } from '../../src/queue/config.ts'
import { hookScript } from '../../src/queue/install-hook.ts'
import { testEnvironment } from '../support/nix.ts'
import { runProgram } from '../support/program.ts'

const nixFolder = join(import.meta.dirname, '../../nix')

interface Unit {
  wantedBy?: string[]
  timerConfig?: Record<string, string>
  serviceConfig?: Record<string, unknown>
  environment?: Record<string, string>
}

interface Evaluated {
  config: {
    assertions?: { assertion: boolean; message: string }[]
    users?: { users: Record<string, Record<string, unknown>> }
    nix?: { settings: Record<string, string> }
    systemd?: {
      services: Record<string, Unit>
      timers: Record<string, Unit>
      tmpfiles: { rules: string[] }
    }
  }
  package: { pname: string; version: string; installPhase: string }
}

async function evaluate(settings: unknown): Promise<{ value: Evaluated | null; stderr: string }> {
  const args = [
    ...[
      '--eval',
      '--strict',
      '--json',
      '--read-write-mode',
      join(import.meta.dirname, 'evaluate-module.nix')
    ],
    ...[
      '--arg',
      'module',
      join(nixFolder, 'module.nix'),
      '--arg',
      'package',
      join(nixFolder, 'package.nix')
    ],
    ...['--argstr', 'settings', JSON.stringify(settings)]
  ]
  const { status, stdout, stderr } = await runProgram('nix-instantiate', args, {
    env: testEnvironment()
  })
  return { value: status === 0 ? (JSON.parse(stdout) as Evaluated) : null, stderr }
}

const queues = {
  main: {
    destination: { git: 'my-org/binstore' },
    tokenFile: '/secrets/token',
    signingKeyFile: '/secrets/key'
  },
  mirror: {
    destination: { store: 's3://bucket', checkSigs: false },
    closureType: 'cache',
    interval: '1 h',
    environmentFile: '/secrets/aws'
  }
}

describe('services.nar-publish', () => {
  test('without queues changes nothing', async () => {
    expect((await evaluate({})).value?.config).toEqual({})
  })

  test('has the hook of the action, for the folders that it makes', async () => {
    const { value } = await evaluate({ queues })
    const hook = value?.config.nix?.settings['post-build-hook'] ?? ''
    const folders = ['/var/lib/nar-publish/main', '/var/lib/nar-publish/mirror']
    expect(readFileSync(hook, 'utf8')).toBe(hookScript(folders, '/nix/var/nix/gcroots/auto'))
    // Who owned the folder around them could have root's hook write elsewhere, by a link in a queue's place.
    expect(value?.config.systemd?.tmpfiles.rules).toEqual([
      'd /var/lib/nar-publish 0755 root root -',
      ...['/var/lib/nar-publish/.home', '/var/lib/nar-publish/.state', ...folders].map(
        (folder) => `d ${folder} 0700 nar-publish nar-publish -`
      )
    ])
  })

  test('has a timer for each queue, which starts by itself', async () => {
    const timers = (await evaluate({ queues })).value?.config.systemd?.timers
    expect(timers).toMatchObject({
      'nar-publish-main': {
        wantedBy: ['timers.target'],
        timerConfig: { OnBootSec: '5 min', OnUnitInactiveSec: '5 min' }
      },
      'nar-publish-mirror': {
        wantedBy: ['timers.target'],
        timerConfig: { OnBootSec: '1 h', OnUnitInactiveSec: '1 h' }
      }
    })
  })

  test('has hardened services, whose secrets are credentials and whose configuration the command line takes', async () => {
    const services = (await evaluate({ queues })).value?.config.systemd?.services
    const main = services?.['nar-publish-main']?.serviceConfig
    expect(main).toMatchObject({
      Type: 'oneshot',
      User: 'nar-publish',
      LoadCredential: ['token:/secrets/token', 'signing-key:/secrets/key'],
      NoNewPrivileges: true,
      ProtectSystem: 'strict',
      ReadWritePaths: ['/var/lib/nar-publish']
    })
    const [, file = ''] =
      /^\/nix\/store\/\w+-nar-publish-[\d.]+\/bin\/nar-publish queue upload --due --config (\S+)$/.exec(
        String(main?.['ExecStart'])
      ) ?? []
    const text = readFileSync(file, 'utf8')
    expect(text).not.toContain('/secrets')
    expect(parseConfig(text, 'the module’s')).toEqual({
      queueDir: '/var/lib/nar-publish',
      queues: [
        {
          name: 'main',
          closure: 'binary',
          maxAttempts: 5,
          destination: {
            git: 'my-org/binstore',
            tokenFile: '/run/credentials/nar-publish-main.service/token',
            signingKeyFile: '/run/credentials/nar-publish-main.service/signing-key'
          }
        }
      ]
    })
    expect(main).not.toHaveProperty('StateDirectory')
    const mirror = services?.['nar-publish-mirror']?.serviceConfig
    expect(mirror).toMatchObject({ EnvironmentFile: '/secrets/aws', LoadCredential: [] })
  })

  test('gives ssh a key by its options, as homes are closed to the services, and a home of its own', async () => {
    const host = { destination: { store: 'ssh-ng://build-host' }, sshKeyFile: '/root/.ssh/cache' }
    const { value } = await evaluate({ queues: { host, ...queues } })
    const { services } = value?.config.systemd ?? {}
    expect(services?.['nar-publish-host']).toMatchObject({
      environment: {
        NIX_REMOTE: 'daemon',
        NIX_SSHOPTS:
          '-oIdentitiesOnly=yes -oIdentityFile=/run/credentials/nar-publish-host.service/ssh-key'
      },
      serviceConfig: { ProtectHome: true, LoadCredential: ['ssh-key:/root/.ssh/cache'] }
    })
    expect(services?.['nar-publish-main']?.environment).not.toHaveProperty('NIX_SSHOPTS')
    expect(value?.config.users?.users['nar-publish']).toMatchObject({
      isSystemUser: true,
      home: '/var/lib/nar-publish/.home'
    })
  })

  test('works where the machine’s nix.conf has neither nix-command nor flakes', async () => {
    const { value } = await evaluate({ queues })
    for (const unit of Object.values(value?.config.systemd?.services ?? {})) {
      expect(unit.environment).toMatchObject({
        NIX_CONFIG: 'extra-experimental-features = nix-command flakes'
      })
    }
  })

  test.each<[string, unknown, string[]]>([
    ['nothing about the usual ones', { queues }, []],
    [
      'a daemon that does not talk to the services',
      { queues, machine: { nix: { settings: { 'allowed-users': ['@wheel'] } } } },
      ['allowed-users']
    ],
    [
      'nothing about a daemon that does',
      { queues, machine: { nix: { settings: { 'allowed-users': ['@wheel', 'nar-publish'] } } } },
      []
    ],
    ['a name that is no folder’s', { queues: { '+x': queues.main } }, ['letters, digits']],
    ['no destination', { queues: { q: { destination: {} } } }, ['either `git` or `store`']],
    [
      'two destinations',
      { queues: { q: { destination: { git: 'o/r', store: 'file:///c' } } } },
      ['either `git` or `store`']
    ]
  ])('says %s', async (_what, settings, says) => {
    const { value } = await evaluate(settings)
    const failed = value?.config.assertions?.filter(({ assertion }) => !assertion) ?? []
    expect(failed.map(({ message }) => message)).toEqual(
      says.map((words): unknown => expect.stringContaining(words))
    )
  })

  test.each([
    [{ queues: { q: {} } }, 'services.nar-publish.queues.q.destination: has no value'],
    [{ queues: { q: { destination: {}, closureType: 'all' } } }, 'closureType: is no word of'],
    [{ queues: { q: { destination: {}, intervall: '1 h' } } }, 'intervall: does not exist']
  ])('%j is refused', async (settings, says) => {
    const { value, stderr } = await evaluate(settings)
    expect(value).toBeNull()
    expect(stderr).toContain(says)
  })
})

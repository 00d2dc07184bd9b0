import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnvironment } from '../../src/environment.ts'
import { parseInputs } from '../../src/inputs.ts'
import type { HookInputs } from '../../src/queue/inputs.ts'

let folder: string
const masked: string[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hook-inputs-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function parse(inputs: Record<string, string>): HookInputs {
  const all = { mode: 'hook', token: 'job-token', ...inputs }
  const environment = readEnvironment({
    GITHUB_REPOSITORY: 'o/project',
    GITHUB_WORKSPACE: folder,
    ...Object.fromEntries(
      Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    )
  })
  const parsed = parseInputs(environment, (secret) => masked.push(secret))
  if (parsed.mode !== 'hook') throw new Error('mode hook')
  return parsed
}

describe('mode hook', () => {
  test('without any input has one queue for this repository, every 5 minutes', () => {
    expect(parse({})).toMatchObject({
      drainTimeout: 600_000,
      failOnUndrained: true,
      queues: [
        {
          name: 'default',
          closure: 'binary',
          interval: 300_000,
          maxAttempts: 5,
          destination: {
            kind: 'git',
            inputs: {
              target: { owner: 'o', repo: 'project' },
              branch: { value: 'nix-cache' },
              paths: [],
              token: 'job-token'
            }
          }
        }
      ]
    })
  })

  test('takes its inputs', () => {
    const inputs = {
      closure: 'cache',
      interval: '30 s',
      'max-attempts': '2',
      'drain-timeout': '1 min',
      'fail-on-undrained': 'false',
      compression: 'xz'
    }
    expect(parse(inputs)).toMatchObject({
      drainTimeout: 60_000,
      failOnUndrained: false,
      queues: [
        {
          closure: 'cache',
          interval: 30_000,
          maxAttempts: 2,
          destination: { inputs: { compression: 'xz', closure: 'cache' } }
        }
      ]
    })
  })

  test.each<[string, Record<string, string>, number | null]>([
    ['left to the target', {}, null],
    ['an input', { 'release-above': '64 KiB' }, 65_536],
    ['a size in the configuration', { queues: withBorder('1 kB') }, 1000],
    ['bytes there', { queues: withBorder(1), 'release-above': '64 KiB' }, 1]
  ])('takes where NARs go: %s', (_, inputs, releaseAbove) => {
    expect(parse(inputs).queues[0]?.destination).toMatchObject({ inputs: { releaseAbove } })
  })

  test('leaves out build logs and the page where the configuration says so, else as the inputs say', () => {
    const destinations = [{ git: 'o/a', logs: false, site: false }, { git: 'o/b' }]
    const queues = Object.fromEntries(
      destinations.map((destination, index) => [`q${index}`, { destination }])
    )
    const left = (inputs: Record<string, string>): object[] =>
      parse({ queues: JSON.stringify({ queues }), ...inputs }).queues.map(
        ({ destination }) => destination
      )
    const none = { inputs: { logs: false, site: false } }
    expect(left({})).toMatchObject([none, { inputs: { logs: true, site: true } }])
    expect(left({ logs: 'false', site: 'false' })).toMatchObject([none, none])
  })

  test('takes several queues from JSON or a file; what they leave out is as the inputs say', () => {
    writeFileSync(join(folder, 'token'), 'file-token\n')
    const config = JSON.stringify({
      queues: {
        main: {
          destination: { git: 'o/store', branch: 'b', tokenFile: 'token', exclude: ['-doc$'] },
          closure: 'bare'
        },
        mirror: {
          destination: { store: 'ssh://host', substituteOnDestination: true },
          interval: '1 h',
          maxAttempts: 9
        }
      }
    })
    writeFileSync(join(folder, 'queues.json'), config)
    const inputs = { interval: '10 s' }
    const expected = [
      {
        name: 'main',
        closure: 'bare',
        interval: 10_000,
        destination: {
          kind: 'git',
          inputs: {
            branch: { value: 'b' },
            token: 'file-token',
            exclude: [/-doc$/u],
            closure: 'bare'
          }
        }
      },
      {
        name: 'mirror',
        closure: 'binary',
        interval: 3_600_000,
        maxAttempts: 9,
        destination: {
          kind: 'store',
          url: 'ssh://host',
          checkSigs: true,
          substituteOnDestination: true
        }
      }
    ]
    expect(parse({ ...inputs, queues: config }).queues).toMatchObject(expected)
    expect(parse({ ...inputs, queues: 'queues.json' }).queues).toMatchObject(expected)
    // The file may be another one by the end of the job.
    expect(parse({ ...inputs, queues: 'queues.json' }).given['queues']).toBe(config)
    expect(masked).toContain('file-token')
  })

  test.each<[Record<string, string>, string, string]>([
    [{ interval: '5' }, 'INPUT_INVALID', 'interval'],
    [{ 'drain-timeout': 'soon' }, 'INPUT_INVALID', 'drain-timeout'],
    [{ 'max-attempts': '0' }, 'INPUT_INVALID', 'max-attempts'],
    [{ 'fail-on-undrained': 'yes' }, 'INPUT_INVALID', 'fail-on-undrained'],
    [{ 'dry-run': 'true' }, 'INPUT_INVALID', 'dry-run'],
    [{ queues: '{}', 'target-repository': 'o/r' }, 'INPUT_INVALID', 'target-repository'],
    [{ queues: '{}', 'target-branch': 'b' }, 'INPUT_INVALID', 'target-branch'],
    [{ queues: '{}', 'substituter-url': 'https://x' }, 'INPUT_INVALID', 'substituter-url'],
    [{ token: '' }, 'TOKEN_MISSING', 'token'],
    [{ queues: 'no-such-file' }, 'QUEUE_CONFIG_INVALID', 'no-such-file'],
    [{ queues: '{' }, 'QUEUE_CONFIG_INVALID', 'not JSON: Expected property name'],
    [{ queues: '{}' }, 'QUEUE_CONFIG_INVALID', 'queues:'],
    [{ queues: '{"queues":{}}' }, 'QUEUE_CONFIG_INVALID', 'empty'],
    [queue({}), 'QUEUE_CONFIG_INVALID', 'queues.q.destination'],
    [queue({ destination: {} }), 'QUEUE_CONFIG_INVALID', 'queues.q.destination.git'],
    [queue({ destination: { git: 'o/r', store: 'file:///c' } }), 'QUEUE_CONFIG_INVALID', 'git'],
    [queue({ destination: { store: '--help' } }), 'QUEUE_CONFIG_INVALID', 'queues.q.destination'],
    [queue({ destination: { store: 'https://u:p@host' } }), 'QUEUE_CONFIG_INVALID', 'password'],
    [queue({ destination: { git: 'no target' } }), 'REPOSITORY_INVALID', 'queues.q.destination'],
    [queue({ destination: { git: 'o/r', tokenFile: 'none' } }), 'QUEUE_CONFIG_INVALID', 'none'],
    [
      queue({ destination: { git: 'o/r' }, closure: 'all' }),
      'QUEUE_CONFIG_INVALID',
      'queues.q.closure'
    ],
    [
      queue({ destination: { git: 'o/r' }, interval: '5' }),
      'QUEUE_CONFIG_INVALID',
      'queues.q.interval'
    ],
    [queue({ destination: { git: 'o/r' }, maxattempts: 1 }), 'QUEUE_CONFIG_INVALID', 'maxattempts'],
    [queue({ destination: { git: 'o/r' } }, '../up'), 'QUEUE_CONFIG_INVALID', 'letters, digits'],
    [queue({ destination: { git: 'o/r' } }, '$(x)\n'), 'QUEUE_CONFIG_INVALID', 'name']
  ])('%j is %s', (inputs, code, says) => {
    expect(() => parse(inputs)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(says) })
    )
  })
})

test('a configuration of 10 MB is refused by its size', () => {
  const queues = `{"queues":"${'x'.repeat(10_000_000)}"}`
  expect(() => parse({ queues })).toThrow(
    expect.objectContaining({
      code: 'QUEUE_CONFIG_INVALID',
      reason: expect.stringContaining('1000000')
    })
  )
})

function queue(settings: unknown, name = 'q'): Record<string, string> {
  return { queues: JSON.stringify({ queues: { [name]: settings } }) }
}

function withBorder(releaseAbove: string | number): string {
  return JSON.stringify({ queues: { main: { destination: { git: 'o/store', releaseAbove } } } })
}

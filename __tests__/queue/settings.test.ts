/** Options before variables before the configuration file, setting by setting. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTerminalEnvironment } from '../../src/environment.ts'
import { readSecrets } from '../../src/inputs/secrets.ts'
import { chooseQueues, queuesToSend } from '../../src/queue/settings.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'queue-settings-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** The settings that hold, in one flat record. */
function settings(
  options: Record<string, string>,
  variables: Record<string, string>,
  file: Record<string, unknown>
): Record<string, unknown> {
  const config = join(folder, 'queues.json')
  const { queueDir = '/from-file', ...queue } = file
  const destination = { store: 'file:///from-file', ...(queue['destination'] ?? {}) }
  const queues = { main: { ...queue, destination } }
  writeFileSync(config, JSON.stringify({ queueDir, queues }))
  const env = { ...variables, NAR_PUBLISH_QUEUE_CONFIG: config }
  const environment = readTerminalEnvironment(new Map(Object.entries(options)), env)
  const chosen = chooseQueues(environment)
  const secrets = readSecrets(environment, () => undefined)
  const [only] = queuesToSend(chosen, environment, secrets)
  const { directory } = chosen.place
  return { ...only, ...only?.destination, directory }
}

describe.each<[string, string, [string, unknown], [string, unknown], [unknown, unknown], unknown]>([
  // setting, its option, what each says and what that comes to, and what holds when nobody says anything
  ['directory', 'queue-dir', ['/a', '/a'], ['/b', '/b'], [{ queueDir: '/c' }, '/c'], '/from-file'],
  [
    'url',
    'queue-destination',
    ['file:///a', 'file:///a'],
    ['ssh://b', 'ssh://b'],
    [{ destination: { store: 's3://c' } }, 's3://c'],
    'file:///from-file'
  ],
  [
    'closure',
    'queue-closure-type',
    ['bare', 'bare'],
    ['source', 'source'],
    [{ closure: 'cache' }, 'cache'],
    'binary'
  ],
  [
    'interval',
    'queue-interval',
    ['1 s', 1000],
    ['2 s', 2000],
    [{ interval: '3 s' }, 3000],
    300_000
  ],
  ['maxAttempts', 'queue-max-attempts', ['1', 1], ['2', 2], [{ maxAttempts: 3 }, 3], 5],
  [
    'checkSigs',
    'queue-check-sigs',
    ['false', false],
    ['1', true],
    [{ destination: { checkSigs: false } }, false],
    true
  ],
  [
    'substituteOnDestination',
    'queue-substitute-on-destination',
    ['true', true],
    ['0', false],
    [{ destination: { substituteOnDestination: true } }, true],
    false
  ]
])('%s', (setting, option, byOption, byVariable, byFile, otherwise) => {
  const options = { [option]: byOption[0] }
  const variables = { [`NAR_PUBLISH_${option.replaceAll('-', '_').toUpperCase()}`]: byVariable[0] }
  const file = byFile[0] as Record<string, unknown>

  test('is the option’s, else the variable’s, else the file’s, else the default', () => {
    expect(settings(options, variables, file)[setting]).toEqual(byOption[1])
    expect(settings({}, variables, file)[setting]).toEqual(byVariable[1])
    expect(settings({}, {}, file)[setting]).toEqual(byFile[1])
    expect(settings({}, {}, {})[setting]).toEqual(otherwise)
  })
})

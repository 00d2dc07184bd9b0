/** A queue's configuration, which people write by hand: what is misspelt is named. */
import { expect, test } from '@jest/globals'
import { parseConfig } from '../../src/queue/config.ts'

test.each([
  [{ queus: {} }, 'queus', 'queues'],
  [
    { queues: { a: { destination: { git: 'o/r' }, maxAttempt: 3 } } },
    'queues.a.maxAttempt',
    'maxAttempts'
  ],
  [
    { queues: { a: { destination: { git: 'o/r', tokenfile: 'x' } } } },
    'queues.a.destination.tokenfile',
    'tokenFile'
  ],
  [{ queues: { a: { destination: { stor: '/c' } } } }, 'queues.a.destination.stor', 'store'],
  [
    { queues: { a: { destination: { store: '/c', checkSig: true } } } },
    'queues.a.destination.checkSig',
    'checkSigs'
  ]
])('of %j the key %s is named, and %s', (config, key, meant) => {
  expect(() => parseConfig(JSON.stringify(config), 'file q.json')).toThrow(
    expect.objectContaining({
      code: 'QUEUE_CONFIG_INVALID',
      subject: 'file q.json',
      reason: `${key}: there is no such key`,
      hint: expect.stringMatching(new RegExp(`^Did you mean \`${meant}\`\\? Known: .*\`${meant}\``))
    })
  )
})

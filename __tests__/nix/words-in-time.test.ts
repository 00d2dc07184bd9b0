/** What somebody's code printed is looked through in a time that grows as the text does. */
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { withoutEscapes } from '../../src/harmless.ts'
import { buildFailureReasons, errorBlocks } from '../../src/nix/build-errors.ts'
import { evaluationReason } from '../../src/nix/evaluation.ts'
import { hashMismatches } from '../../src/nix/hash-mismatch.ts'
import { nixWords } from '../../src/nix/run.ts'
import { unreachableWords } from '../../src/queue/store-words.ts'

/** Characters; what squares them takes minutes, as the slowest of these took days. */
const size = 1_000_000
const repeated = (text: string): string => text.repeat(size / text.length)

test.each([
  ['empty lines', repeated('\n')],
  ['lines of blanks', repeated('\n ')],
  ['empty lines within an error', `error: x${repeated('\n')}y`],
  ['lines of blanks within an error', `error: x${repeated('\n ')}y`],
  ['errors', repeated('error: \n')],
  ['places', `error: x\n at ${repeated(':1:1')}`],
  ['quotes', `error: NAR hash mismatch in input '${repeated("' expected ")}`],
  ['links that never end', `error: ${repeated('\u001b]8;;')}`],
  ['escapes', `error: ${repeated('\u001b')}`]
])('%s', (_what, text) => {
  const begin = performance.now()
  expect(nixWords(text)).not.toBe('')
  expect(evaluationReason(text)).not.toBe('')
  expect(unreachableWords('ssh://host', '2.8', text)).not.toBe('')
  expect(buildFailureReasons(errorBlocks(text)).size).toBe(0)
  expect(hashMismatches(text)).toEqual([])
  expect(performance.now() - begin).toBeLessThan(30_000)
})

describe('escape sequences are taken out as Node does', () => {
  test.each([
    '\u001b[31mred\u001b[0m',
    '\u001b]8;;http://x\u001b\\a link\u001b]8;;\u001b\\ and more',
    '\u001b]8;;http://x\u0007a link\u001b]8;;\u0007',
    '\u001b]0;title\u0007text',
    '\u001b(Bx\u001b[?25ly\u009b1mz',
    'a\u001b',
    '\u001b\u001b[1mb',
    '\u001b\\c'
  ])('%j', (text) => {
    expect(withoutEscapes(text)).toBe(stripVTControlCharacters(text))
  })
})

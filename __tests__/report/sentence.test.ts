import { describe, expect, test } from '@jest/globals'
import {
  code,
  either,
  inMarkdown,
  link,
  onTerminal,
  say,
  strong,
  words,
  type Sentence
} from '../../src/report/sentence.ts'

const url = 'https://github.com/o/r/commit/1'
const cases: { name: string; said: Sentence; summary: string; terminal: string }[] = [
  {
    name: 'our own words are taken as they stand',
    said: say`${strong`Removed`} ${words('2 artifacts (3 * 4 MB)')}.`,
    summary: '**Removed** 2 artifacts (3 * 4 MB).',
    terminal: 'Removed 2 artifacts (3 * 4 MB).'
  },
  {
    name: 'a string is somebody’s text, which is no Markdown',
    said: say`to ${'*o*/<b>'}, branch ${code('main')}`,
    summary: 'to \\*o\\*/&lt;b&gt;, branch `main`',
    terminal: 'to *o*/<b>, branch main'
  },
  {
    name: 'a string in bold is no Markdown either',
    said: say`${strong`${'**'} and ${link('#1', url)}`}.`,
    summary: `**\\*\\* and [<span>#</span>1](${url})**.`,
    terminal: '** and #1.'
  },
  {
    name: 'each gets what is meant for it',
    said: say`${either(say`a run with ${code('phase: commit')}`, say`--phase commit`)} publishes${either([], say` it`)}`,
    summary: 'a run with `phase: commit` publishes',
    terminal: '--phase commit publishes it'
  }
]

describe('a sentence for a summary and for a terminal', () => {
  test.each(cases)('$name', ({ said, summary, terminal }) => {
    expect({ summary: inMarkdown(said), terminal: onTerminal(said) }).toEqual({ summary, terminal })
  })
})

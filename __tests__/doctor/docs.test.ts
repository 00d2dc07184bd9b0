import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { findingGuide } from '../../src/doctor/findings.ts'

test('docs/doctor.md has a line for each finding, in the guide’s words', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/doctor.md'), 'utf8')
  const rows = [...text.matchAll(/^\| `([A-Z_]+)`\s*\|(.*)\|$/gm)].map(([, code, cells = '']) => [
    code,
    ...cells.split('|').map((cell) => cell.trim())
  ])
  const guide = Object.entries(findingGuide).map(([code, { kind, what, now }]) => [
    code,
    kind,
    what,
    now
  ])
  expect(rows).toEqual(guide.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)))
})

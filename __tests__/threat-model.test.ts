import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { missingTests } from './support/test-names.ts'

const root = join(import.meta.dirname, '..')
const text = readFileSync(join(root, 'docs/threat-model.md'), 'utf8')
const invariants = text.split(/^### /m).slice(1)

const named = [...text.matchAll(/^- `(__tests__\/[^`]+)`: “([^”]+)”$/gm)].map(
  ([, file = '', name = '']) => ({ file, name })
)

test('invariants are numbered from 1, without a gap', () => {
  expect(invariants.map((section) => parseInt(section, 10))).toEqual(
    invariants.map((_section, index) => index + 1)
  )
  expect(invariants.length).toBeGreaterThan(8)
})

test.each(invariants.map((section) => [section.split('\n')[0] ?? '', section]))(
  '%s has a test that shows it',
  (_heading, section) => {
    const lines = section.split('\n').filter((line) => line.startsWith('- '))
    expect(lines.length).toBeGreaterThan(0)
    // Each line is one that this test understands.
    for (const line of lines) expect(line).toMatch(/^- `__tests__\/[\w./-]+\.test\.ts`: “[^”]+”$/)
  }
)

describe('each test that is named exists', () => {
  test.each(named)('$file: $name', (one) => {
    expect(missingTests([one])).toEqual([])
  })
})

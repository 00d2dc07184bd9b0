import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { chunkOperands } from '../../src/nix/command.ts'
import { printCommand } from '../../src/process/print-command.ts'
import { anyCharacter } from '../support/any-character.ts'

describe('printCommand', () => {
  test('quotes only what needs it', () => {
    const args = ['eval', '--json', '--', '.#hello', './a b#c', '$(x)', '', "it's", '~/x', '*']
    expect(printCommand({ program: 'nix', args })).toBe(
      `nix eval --json -- .#hello './a b#c' '$(x)' '' 'it'\\''s' '~/x' '*'`
    )
  })

  test('is one line that a shell reads back as the same arguments', () => {
    const argument = fc
      .string({ unit: anyCharacter, maxLength: 40 })
      .filter((text) => !text.includes('\0') && text.isWellFormed())
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 5 }), (args) => {
        const line = printCommand({ program: 'nix', args })
        expect(line).not.toMatch(/[\n\r\u001b]/)
        const script = `nix() { printf '%s\\0' "$@"; }; ${line}`
        const env = { LC_ALL: 'C.UTF-8' }
        const read = execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8', env })
        // Without arguments printf prints one empty one.
        expect(read.split('\0').slice(0, -1)).toEqual(args.length === 0 ? [''] : args)
      }),
      { numRuns: 25 }
    )
  })

  test('cuts what is long', () => {
    const args = Array.from({ length: 1000 }, () => 'x'.repeat(1000))
    const line = printCommand({ program: 'nix', args })
    expect(line.length).toBeLessThan(1600)
    expect(line.endsWith('…')).toBe(true)
  })
})

describe('chunkOperands', () => {
  test('loses nothing, keeps the order and stays below any system’s limit', () => {
    const operand = fc.nat({ max: 60_000 }).map((length) => 'é'.repeat(length))
    fc.assert(
      fc.property(fc.array(operand, { maxLength: 30 }), (operands) => {
        const chunks = chunkOperands(operands)
        expect(chunks.flat()).toEqual(operands)
        expect(chunks.every((chunk) => chunk.length > 0)).toBe(true)
        for (const chunk of chunks.filter(({ length }) => length > 1)) {
          expect(Buffer.byteLength(chunk.join(' '))).toBeLessThan(256 * 1024)
        }
      }),
      { numRuns: 30 }
    )
  })

  test('takes 300 derivations in one call', () => {
    const operands = Array.from(
      { length: 300 },
      (_none, index) => `/nix/store/${'0'.repeat(200)}${index}.drv!out`
    )
    expect(chunkOperands(operands)).toHaveLength(1)
  })
})

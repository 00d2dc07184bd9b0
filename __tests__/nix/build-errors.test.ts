import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  BuildErrorCollector,
  buildFailureReasons,
  errorBlocks,
  needsOtherMachine
} from '../../src/nix/build-errors.ts'

const drv = (name: string): string => `/nix/store/iddf6g8l64wlp62q1fqcvfvzlfm6lfyq-${name}.drv`

function reasonsIn(stderr: string): Map<string, string> {
  const collector = new BuildErrorCollector()
  collector.push(Buffer.from(stderr))
  return buildFailureReasons(collector.blocks)
}

describe('build failure reasons', () => {
  // Real output, with shorter paths. 2.8, 2.26 and 2.34 were run; 2.30's wording is from public reports of it.
  test.each([
    [
      'exit code',
      `error: builder for '${drv('bad')}' failed with exit code 3`,
      'the builder failed with exit code 3'
    ],
    [
      'exit code, with the last lines of the log',
      `error: builder for '${drv('bad')}' failed with exit code 1;\n       last 10 log lines:\n       > oops\n       For full logs, run 'nix log ${drv('bad')}'.`,
      'the builder failed with exit code 1'
    ],
    [
      'missing output',
      `error: builder for '${drv('bad')}' failed to produce output path for output 'out' at '/nix/store/x'`,
      "the builder failed to produce output path for output 'out' at '/nix/store/x'"
    ],
    [
      'hash mismatch',
      `error: hash mismatch in fixed-output derivation '${drv('bad')}':\n         specified: sha256-AAA=\n            got:    sha256-DDB=`,
      'hash mismatch: specified: sha256-AAA= got: sha256-DDB='
    ],
    [
      'another system',
      `error: a 'aarch64-linux' with features {} is required to build '${drv('bad')}', but I am a 'x86_64-linux' with features {kvm}`,
      `a 'aarch64-linux' with features {} is required to build '${drv('bad')}', but I am a 'x86_64-linux' with features {kvm}`
    ],
    [
      'a time limit',
      `error: building of '${drv('bad')}!out' timed out after 5 seconds`,
      `building of '${drv('bad')}!out' timed out after 5 seconds`
    ],
    [
      'exit code (2.34)',
      `error: Cannot build '${drv('bad')}'.\n       Reason: builder failed with exit code 3.\n       Output paths:\n         /nix/store/x\n       Last 1 log lines:\n       > oops`,
      'builder failed with exit code 3'
    ],
    [
      'another system (2.34)',
      `error: Cannot build '${drv('bad')}'.\n       Reason: platform mismatch\n       Required system: 'aarch64-linux'\n       Current system: 'x86_64-linux'`,
      "platform mismatch Required system: 'aarch64-linux' Current system: 'x86_64-linux'"
    ],
    [
      'another system (2.30)',
      `error: Cannot build '${drv('bad')}'.\n       Reason: required system or feature not available\n       Required system: 'aarch64-linux' with features {}\n       Current system: 'x86_64-linux' with features {kvm}`,
      "required system or feature not available Required system: 'aarch64-linux' with features {} Current system: 'x86_64-linux' with features {kvm}"
    ]
  ])('reads %s', (_what, stderr, reason) => {
    expect(reasonsIn(`building '${drv('good')}'...\n${stderr}\n`)).toEqual(
      new Map([[drv('bad'), reason]])
    )
  })

  test('leaves out who only waited for another, and the summary of the run', () => {
    const stderr = [
      `error: 1 dependencies of derivation '${drv('waits')}' failed to build`,
      `error: Cannot build '${drv('waits')}'.\n       Reason: 1 dependency failed.\n       Output paths:\n         /nix/store/x`,
      `error: build of '${drv('bad')}', '${drv('waits')}' failed`
    ].join('\n')
    expect(reasonsIn(stderr)).toEqual(new Map())
  })

  test('does not take a builder’s line for an error of Nix', () => {
    expect(reasonsIn(`bad> error: builder for '${drv('x')}' failed with exit code 1\n`)).toEqual(
      new Map()
    )
  })

  test('gives the same for any way the output is cut into chunks', () => {
    const text = Buffer.from(
      `bad> größer\n\u001b[31;1merror:\u001b[0m builder for '\u001b[35;1m${drv('bad')}\u001b[0m' failed with exit code 3\nerror: hash mismatch in fixed-output derivation '${drv('fixed')}':\n  specified: a\n  got: b`
    )
    const whole = reasonsIn(text.toString())
    expect(whole.size).toBe(2)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: text.length })), (cuts) => {
        const collector = new BuildErrorCollector()
        const edges = [0, ...cuts.sort((a, b) => a - b), text.length]
        for (const [index, edge] of edges.entries()) {
          collector.push(text.subarray(edge, edges[index + 1] ?? edge))
        }
        expect(buildFailureReasons(collector.blocks)).toEqual(whole)
      })
    )
  })
})

test('keeps the whole of an error with a trace, blank lines in it included', () => {
  const trace = `error:\n       … while evaluating\n\n       error: the innermost`
  expect(errorBlocks(`warning: x\n\n${trace}\n\nwarning: y\n       of its own\n`)).toEqual([trace])
})

test('knows a derivation for another machine in every wording', () => {
  expect(needsOtherMachine("platform mismatch Required system: 'aarch64-linux'")).toBe(true)
  expect(needsOtherMachine('missing system features Required features: {kvm}')).toBe(true)
  expect(needsOtherMachine("a 'aarch64-linux' with features {} is required to build 'x'")).toBe(
    true
  )
  expect(needsOtherMachine('required system or feature not available')).toBe(true)
  expect(needsOtherMachine('the builder failed with exit code 1')).toBe(false)
})

import { describe, expect, test } from '@jest/globals'
import { readEnvironment } from '../../src/environment.ts'
import { parseInputs } from '../../src/inputs.ts'

const parse = (inputs: Record<string, string>): unknown =>
  parseInputs(
    readEnvironment({
      GITHUB_REPOSITORY: 'alice/project',
      'INPUT_FLAKE-ATTRIBUTE': '.#hello',
      INPUT_TOKEN: 'tok',
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
      )
    }),
    () => undefined
  )

describe('an input of a step', () => {
  test.each([
    ['dry-rum', 'dry-run'],
    ['closur', 'closure'],
    ['signing_key', 'signing-key']
  ])('that is called %s is refused, as %s may be meant', (name, meant) => {
    expect(() => parse({ [name]: 'x' })).toThrow(
      expect.objectContaining({
        code: 'INPUT_INVALID',
        subject: `input "${name}"`,
        reason: 'there is no such input',
        hint: `Did you mean \`${meant}\`?`
      })
    )
  })

  test('that is nearly none of them is left to the runner, which warns', () => {
    expect(() => parse({ 'who-to-greet': 'x' })).not.toThrow()
  })

  test('has a mode or a word named that may be meant', () => {
    expect(() => parse({ mode: 'publsh' })).toThrow(
      expect.objectContaining({ code: 'MODE_UNKNOWN', hint: 'Did you mean `publish`?' })
    )
    expect(() => parse({ route: 'psuh' })).toThrow(
      expect.objectContaining({ hint: 'Did you mean `push`? Accepted: `auto`, `api`, `push`.' })
    )
  })
})

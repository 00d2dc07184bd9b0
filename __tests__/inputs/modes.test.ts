import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { readEnvironment } from '../../src/environment.ts'
import { parseInputs } from '../../src/inputs.ts'
import { modes } from '../../src/inputs/modes.ts'
import { refuseOtherModes } from '../../src/inputs/refuse.ts'

const { inputs: declared } = z
  .object({ inputs: z.record(z.string(), z.object({ default: z.string().default('') })) })
  .parse(parse(readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8')))

function environmentOf(inputs: Record<string, string>) {
  return readEnvironment({
    GITHUB_REPOSITORY: 'alice/project',
    GITHUB_WORKSPACE: '/work',
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    )
  })
}

describe('inputs of another mode', () => {
  test.each(modes)(
    'mode %s takes the defaults of all inputs for nothing that was given',
    (mode) => {
      const defaults = Object.entries(declared).map(([name, input]) => [name, input.default])
      const environment = environmentOf(Object.fromEntries(defaults) as Record<string, string>)
      expect(() => {
        refuseOtherModes(environment, mode)
      }).not.toThrow()
    }
  )

  test.each([
    ['prune', 'flake-attribute', '.#hello', '`mode` is `publish` or `matrix`'],
    ['prune', 'signing-key', 'a:b', '`mode` is `publish` or `hook`'],
    ['hook', 'pin', 'a=./result', '`mode` is `publish`'],
    ['matrix', 'cache', 'true', '`mode` is `publish`'],
    [
      'version-sync',
      'target-branch',
      'main',
      '`mode` is `publish` or `matrix` or `hook` or `use` or `prune`'
    ],
    ['matrix', 'trusted-keys', 'a:b', '`mode` is `publish` or `hook` or `use` or `prune`'],
    [
      'use',
      'dry-run',
      'true',
      '`mode` is `publish` or `matrix` or `version-sync` or `hook` or `prune`'
    ],
    ['publish', 'keep-days', '7', '`mode` is `prune`'],
    ['publish', 'interval', '1 min', '`mode` is `hook`'],
    ['publish', 'package', '.#infer', '`mode` is `version-sync`']
  ])('mode %s does not pass over %s in silence', (mode, name, value, where) => {
    const environment = environmentOf({ mode, [name]: value, token: 'tok' })
    expect(() => parseInputs(environment, () => undefined)).toThrow(
      expect.objectContaining({
        code: 'INPUT_INVALID',
        subject: `inputs ${name} and mode`,
        hint: `Leave \`${name}\` out, or give it where ${where}.`
      })
    )
  })
})

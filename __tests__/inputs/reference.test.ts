/** The generated pages say what the parsers do. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { needed, outputsOfMode } from '../../script/reference.ts'
import { readEnvironment } from '../../src/environment.ts'
import { parseInputs, type Inputs } from '../../src/inputs.ts'
import { modes } from '../../src/inputs/modes.ts'
import { errorGuide } from '../../src/error-guide.ts'
import { inputNames } from '../../src/inputs/table.ts'

const root = join(import.meta.dirname, '../..')
const page = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8')

function parsed(inputs: Record<string, string>): Inputs {
  const environment = readEnvironment({
    GITHUB_REPOSITORY: 'alice/project',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: '/work',
    ...Object.fromEntries(
      Object.entries({ token: 'tok', ...inputs }).map(([name, value]) => [
        `INPUT_${name.toUpperCase()}`,
        value
      ])
    )
  })
  return parseInputs(environment, () => undefined)
}

describe.each(modes)('mode %s', (mode) => {
  const { names } = needed[mode]
  const version = mode === 'version-sync' ? { version: '1.2.3' } : {}

  test('is refused without what docs/inputs.md says it needs, and goes with it', () => {
    const [first] = names
    const without = (): Inputs => parsed({ mode, ...version })
    if (first === undefined) {
      expect(without().mode).toBe(mode)
      return
    }
    expect(without).toThrow(new RegExp(first))
    expect(parsed({ mode, ...version, [first]: '.#hello' }).mode).toBe(mode)
  })
})

test.each([
  ['publish', 'packed'],
  ['version-sync', 'computed']
] as const)('phase commit of %s is refused without %s', (mode, name) => {
  const more = mode === 'version-sync' ? { package: '.#hello', version: '1.2.3' } : {}
  expect(() => parsed({ mode, phase: 'commit', ...more })).toThrow(new RegExp(name))
})

test('docs/inputs.md tells each input once in full, docs/outputs.md each output, docs/errors.md each code', () => {
  const anchors = (text: string, kind: string): string[] =>
    [...text.matchAll(new RegExp(`<a id="${kind}-([\\w-]+)">`, 'g'))].map(([, id = '']) => id)
  const { outputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
    outputs: Record<string, unknown>
  }
  expect(anchors(page('inputs.md'), 'input').sort()).toEqual([...inputNames].sort())
  expect(anchors(page('outputs.md'), 'output').sort()).toEqual(Object.keys(outputs).sort())
  const codes = [...page('errors.md').matchAll(/^## (.*)$/gm)].map(([, code = '']) => code)
  expect(codes).toEqual(Object.keys(errorGuide).sort())
  expect(Object.keys(outputsOfMode)).toEqual([...modes])
})

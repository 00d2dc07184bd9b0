import { expect, test } from '@jest/globals'
import { forgetSecrets, readTerminalEnvironment } from '../../src/environment.ts'

const secrets = {
  GH_TOKEN: 'gh',
  GITHUB_TOKEN: 'github',
  NAR_PUBLISH_TOKEN: 'ours',
  NAR_PUBLISH_SIGNING_KEY: 'key'
}

test.each([
  [secrets, 'ours'],
  [{ ...secrets, NAR_PUBLISH_TOKEN: '' }, 'gh'],
  [{ GITHUB_TOKEN: ' github\n' }, 'github'],
  [{}, '']
])('the token of %j is %j', (env, token) => {
  expect(readTerminalEnvironment(new Map(), env).input('token')).toBe(token)
})

test('what is given goes before variables', () => {
  const env = { NAR_PUBLISH_TARGET_BRANCH: 'a', NAR_PUBLISH_CLOSURE: 'bare' }
  const environment = readTerminalEnvironment(new Map([['target-branch', 'b']]), env)
  expect(environment.input('target-branch')).toBe('b')
  expect(environment.input('closure')).toBe('bare')
  expect(environment.input('systems')).toBe('')
})

test('children get none of the variables that hold secrets', () => {
  const env = { ...secrets, PATH: '/bin', NAR_PUBLISH_CLOSURE: 'bare' }
  const { childEnvironment } = readTerminalEnvironment(new Map(), env)
  expect(childEnvironment).toEqual({ PATH: '/bin' })
})

test('secrets are gone from the environment once they are forgotten, and nothing else is', () => {
  const env = { ...secrets, PATH: '/bin' }
  forgetSecrets(env)
  expect(env).toEqual({ PATH: '/bin' })
})

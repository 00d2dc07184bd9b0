import { describe, expect, test } from '@jest/globals'
import { gitEnvironment, tokenSettings } from '../../../src/repository/git/environment.ts'
import { pushArguments } from '../../../src/repository/git/push.ts'

function settingsOf(env: Record<string, string>): [string, string][] {
  return Array.from({ length: Number(env['GIT_CONFIG_COUNT']) }, (_, i) => [
    env[`GIT_CONFIG_KEY_${i}`] ?? '',
    env[`GIT_CONFIG_VALUE_${i}`] ?? ''
  ])
}

describe('the environment for git', () => {
  const url = 'https://github.com/o/store.git'

  test('holds the token for one repository, where neither arguments nor files show it', () => {
    const env = gitEnvironment({ PATH: '/bin' }, tokenSettings(url, 's3cret'))
    expect(settingsOf(env).slice(-4)).toEqual([
      ['credential.helper', ''],
      [`http.${url}.followRedirects`, 'false'],
      [`http.${url}.extraHeader`, ''],
      [
        `http.${url}.extraHeader`,
        `Authorization: basic ${Buffer.from('x-access-token:s3cret').toString('base64')}`
      ]
    ])
    expect(pushArguments('main', 'abc').join(' ')).not.toContain('s3cret')
  })

  test('never asks, speaks English, allows no transport that runs programs', () => {
    expect(gitEnvironment({ LC_ALL: 'de_DE.UTF-8', GIT_ALLOW_PROTOCOL: 'ext' }, [])).toMatchObject({
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
      GIT_ALLOW_PROTOCOL: 'http:https:ssh:file'
    })
  })

  test('keeps the settings that the user gave by the environment, and adds to them', () => {
    const env = gitEnvironment(
      { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'http.proxy', GIT_CONFIG_VALUE_0: 'http://p' },
      [['a.b', 'c']]
    )
    expect(settingsOf(env)[0]).toEqual(['http.proxy', 'http://p'])
    expect(settingsOf(env).at(-1)).toEqual(['a.b', 'c'])
  })

  test('knows nothing of a repository that nar-publish was started in', () => {
    const env = gitEnvironment({ GIT_DIR: '/x/.git', GIT_INDEX_FILE: '/x/index' }, [])
    expect(env).not.toHaveProperty('GIT_DIR')
    expect(env).not.toHaveProperty('GIT_INDEX_FILE')
  })
})

test('a push is never forced, and its branch is no option', () => {
  expect(pushArguments('-x', 'abc')).toEqual([
    'push',
    '--porcelain',
    '--no-verify',
    '--no-follow-tags',
    '--no-signed',
    '--recurse-submodules=no',
    '--thin',
    '--',
    'target',
    'abc:refs/heads/-x'
  ])
})

import { expect, test } from '@jest/globals'
import { remoteAddress } from '../../src/repository/remote-address.ts'

const on = (serverUrl: string) => ({ serverUrl, repository: 'other/one', workspace: '/w' })
const found = { kind: 'github', owner: 'alice', repo: 'project' }

test.each([
  'https://github.com/alice/project',
  'HTTPS://GitHub.com/alice/project.git/',
  'https://alice@github.com/alice/project.git',
  'https://x-access-token:a@b@github.com/alice/project.git',
  'https://www.github.com/alice/project',
  'git@github.com:alice/project.git',
  'git@github.com:/alice/project',
  'org-1234@github.com:alice/project.git',
  'github.com:alice/project',
  'git@github.com-work:alice/project.git',
  'ssh://git@github.com/alice/project.git',
  'ssh://git@github.com:22/alice/project',
  'ssh://git@ssh.github.com:443/alice/project.git',
  'git://github.com/alice/project.git',
  'git+ssh://git@github.com/alice/project'
])('%s is the repository of that name', (remote) => {
  expect(remoteAddress(remote, on('https://github.com'))).toEqual(found)
})

test('a server with a port of its own is meant with it', () => {
  const run = on('http://127.0.0.1:4711')
  expect(remoteAddress('http://alice:pass@127.0.0.1:4711/alice/project', run)).toEqual(found)
  expect(remoteAddress('http://alice:pass@127.0.0.1:4712/alice/project', run)).toBeNull()
})

test.each([
  '',
  'https://github.com.evil.example/alice/project',
  'https://github.com@evil.example/alice/project',
  'https://evil.example/github.com/alice/project',
  'https://github.com:pass@evil.example/alice/project',
  'git@evil.example:alice/project',
  'git@github.community:alice/project',
  'ssh://git@github.com:pass@evil.example/alice/project',
  'https://github.com/alice',
  'git@github.com:',
  'file:///github.com/alice/project',
  './alice/project',
  '/alice/project',
  'no address'
])('%j is elsewhere, or none', (remote) => {
  expect(remoteAddress(remote, on('https://github.com'))).toBeNull()
})

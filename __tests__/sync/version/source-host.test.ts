import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { sourceHost } from '../../../src/sync/version/source-host.ts'

const server = 'https://github.com'

describe('GitHub’s', () => {
  test.each([
    ['https://github.com/o/r/archive/v1.0.tar.gz', 'o', 'r'],
    ['https://github.com/o/r/archive/refs/tags/v1.0.zip', 'o', 'r'],
    ['https://codeload.github.com/o/r/tar.gz/refs/tags/v1.0', 'o', 'r'],
    ['https://github.com/o/r/releases/download/v1.0/r-1.0.tar.gz', 'o', 'r'],
    ['https://api.github.com/repos/o/r/tarball/v1.0', 'o', 'r'],
    ['https://github.com/o/r.nix.git', 'o', 'r.nix'],
    ['git+https://github.com/o/r', 'o', 'r'],
    ['ssh://git@github.com/o/r.git', 'o', 'r'],
    ['https://user:secret@www.github.com/o/r#readme', 'o', 'r']
  ])('%s is %s/%s', (address, owner, repo) => {
    expect(sourceHost(address, server)).toEqual({ kind: 'github', owner, repo, isOwn: true })
  })

  test('on an Enterprise server is told from github.com', () => {
    const own = 'https://ghe.example:8443'
    expect(sourceHost('https://ghe.example:8443/o/r/archive/v1.tar.gz', own)).toMatchObject({
      kind: 'github',
      isOwn: true
    })
    expect(sourceHost('https://github.com/o/r', own)).toMatchObject({ isOwn: false })
  })
})

test.each([
  ['https://gitlab.com/o/group/r/-/archive/v1.0/r-v1.0.tar.gz', 'https://gitlab.com/o/group/r'],
  [
    'https://gitlab.gnome.org/api/v4/projects/GNOME%2Fgtk/repository/archive.tar.gz?sha=4.1',
    'https://gitlab.gnome.org/GNOME/gtk.git'
  ],
  ['https://codeberg.org/o/r/archive/v1.0.tar.gz', 'https://codeberg.org/o/r'],
  ['https://gitea.example/o/r/releases/download/v1/r.tgz', 'https://gitea.example/o/r'],
  ['https://codeberg.org/api/v1/repos/o/r/archive/v1.tar.gz', 'https://codeberg.org/o/r'],
  ['https://git.sr.ht/~u/r/archive/1.0.tar.gz', 'https://git.sr.ht/~u/r'],
  ['https://bitbucket.org/o/r/get/v1.tar.gz', 'https://bitbucket.org/o/r'],
  ['https://git.zx2c4.com/wg/snapshot/wg-1.0.tar.xz', 'https://git.zx2c4.com/wg'],
  ['https://user:secret@git.example/o/r.git', 'https://git.example/o/r.git'],
  ['https://git.savannah.gnu.org/git/bash', 'https://git.savannah.gnu.org/git/bash'],
  ['ssh://git@git.example:2222/srv/r', 'ssh://git@git.example:2222/srv/r'],
  ['file:///srv/r.git', 'file:///srv/r.git'],
  ['https://gitlab.com/o/r', 'https://gitlab.com/o/r']
])('the Git repository of %s is %s', (address, url) => {
  expect(sourceHost(address, server)).toEqual({ kind: 'git', url })
})

test.each([
  ['https://registry.example/left-pad/-/left-pad-1.0.tgz', 'left-pad/latest'],
  ['https://registry.example/@scope/name/-/name-1.0.tgz?x=1', '@scope/name/latest'],
  ['https://registry.example/mirror/npm/a/-/a-1.0.tgz', 'mirror/npm/a/latest']
])('%s is asked at %s', (address, path) => {
  expect(sourceHost(address, server)).toEqual({
    kind: 'registry',
    url: `https://registry.example/${path}`
  })
})

test.each([
  '',
  'not an address',
  '/nix/store/0000-source',
  'mirror://gnu/hello/hello-2.12.tar.gz',
  'https://example.org/hello-2.12.tar.gz',
  'https://gitlab.com/downloads/hello-2.12.tar.gz',
  'https://github.com/o',
  'https://github.com/..%2Fx/r',
  'ext::sh -c id',
  'ssh://-oProxyCommand=id/x',
  'javascript:alert(1)'
])('%j does not tell', (address) => {
  expect(sourceHost(address, server)).toBeNull()
})

test('any text at all is read without an error, and a secret in it goes nowhere', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true })), (text) => {
      const withSecret = text.replace('://', '://user:hunter2@')
      expect(JSON.stringify(sourceHost(withSecret, server))).not.toContain('hunter2')
    })
  )
})

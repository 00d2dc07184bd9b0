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
  [
    'https://git.savannah.gnu.org/cgit/attr.git/snapshot/attr-2.5.tar.gz',
    'https://git.savannah.gnu.org/git/attr.git'
  ],
  ['https://bitbucket.org/o/r/downloads/r-1.0.tar.gz', 'https://bitbucket.org/o/r'],
  ['ssh://git@git.example:2222/srv/r', 'ssh://git@git.example:2222/srv/r'],
  ['file:///srv/r.git', 'file:///srv/r.git'],
  ['https://gitlab.com/o/r', 'https://gitlab.com/o/r']
])('the Git repository of %s is %s', (address, url) => {
  expect(sourceHost(address, server)).toEqual({ kind: 'git', url })
})

test.each([
  ['https://registry.example/left-pad/-/left-pad-1.0.tgz', 'left-pad'],
  ['https://registry.example/@scope/name/-/name-1.0.tgz?x=1', '@scope/name'],
  ['https://registry.example/mirror/npm/a/-/a-1.0.tgz', 'mirror/npm/a']
])('%s is asked at %s', (address, path) => {
  expect(sourceHost(address, server)).toEqual({
    kind: 'npm',
    url: `https://registry.example/${path}`
  })
})

test.each([
  ['mirror://pypi/r/requests/requests-2.32.3.tar.gz', 'pypi', 'requests'],
  [
    'https://files.pythonhosted.org/packages/source/r/requests/requests-2.tar.gz',
    'pypi',
    'requests'
  ],
  ['https://files.pythonhosted.org/packages/py3/r/ruff/ruff-1-py3-none-any.whl', 'pypi', 'ruff'],
  [
    'https://files.pythonhosted.org/packages/0a/1b/2c3d/zope.interface-7.1.tar.gz',
    'pypi',
    'zope.interface'
  ],
  ['https://pypi.org/project/black/', 'pypi', 'black'],
  ['https://crates.io/api/v1/crates/ripgrep/14.1.1/download', 'crates', 'ripgrep'],
  ['https://static.crates.io/crates/ripgrep/ripgrep-14.1.1.crate', 'crates', 'ripgrep'],
  ['https://crates.io/crates/fd-find', 'crates', 'fd-find'],
  ['https://rubygems.org/gems/aws-sdk-s3-1.169.0.gem', 'gems', 'aws-sdk-s3'],
  ['https://rubygems.org/downloads/nokogiri-1.16.7-x86_64-linux-gnu.gem', 'gems', 'nokogiri'],
  ['https://rubygems.org/gems/rails', 'gems', 'rails'],
  ['mirror://hackage/pandoc-3.5.tar.gz', 'hackage', 'pandoc'],
  ['mirror://hackage/pandoc-3.5/pandoc-3.5.tar.gz', 'hackage', 'pandoc'],
  ['https://hackage.haskell.org/package/aeson-2.2.3.0/aeson-2.2.3.0.tar.gz', 'hackage', 'aeson'],
  ['https://hackage.haskell.org/package/lens-family', 'hackage', 'lens-family']
])('%s is of %s’s %s', (address, kind, name) => {
  expect(sourceHost(address, server)).toEqual({ kind, name })
})

test.each([
  ['mirror://gnu/hello/hello-2.12.1.tar.gz', 'https://ftp.gnu.org/gnu/hello/', 'hello-'],
  ['https://ftp.gnu.org/gnu/hello/hello-2.12.1.tar.gz', 'https://ftp.gnu.org/gnu/hello/', 'hello-'],
  [
    'https://ftpmirror.gnu.org/gnu/hello/hello-2.12.tar.gz',
    'https://ftp.gnu.org/gnu/hello/',
    'hello-'
  ],
  ['mirror://gnu/gcc/gcc-14.2.0/gcc-14.2.0.tar.xz', 'https://ftp.gnu.org/gnu/gcc/', 'gcc-'],
  ['https://www.gnu.org/software/sed/', 'https://ftp.gnu.org/gnu/sed/', 'sed-'],
  [
    'mirror://savannah/attr/attr-2.5.2.tar.gz',
    'https://download.savannah.gnu.org/releases/attr/',
    'attr-'
  ],
  [
    'https://download.savannah.nongnu.org/releases/tinycc/tcc-0.9.27.tar.bz2',
    'https://download.savannah.gnu.org/releases/tinycc/',
    'tcc-'
  ]
])('%s is listed in %s by %s', (address, url, name) => {
  expect(sourceHost(address, server)).toEqual({ kind: 'listing', url, name })
})

test.each([
  '',
  'not an address',
  '/nix/store/0000-source',
  'mirror://gnu/hello/README',
  'mirror://unknown/hello/hello-2.12.tar.gz',
  'mirror://pypi/r/..%2F../x-1.tar.gz',
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

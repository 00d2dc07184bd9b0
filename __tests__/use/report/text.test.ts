import { expect, test } from '@jest/globals'
import type { ReadableCache } from '../../../src/catalogue/reader-lines.ts'
import { administratorText, useText } from '../../../src/use/report/text.ts'
import { someKeys } from '../../catalogue/support.ts'

const [key = ''] = someKeys
const url = 'https://raw.githubusercontent.com/my-org/binstore/main'
const cache: ReadableCache = {
  repository: 'my-org/binstore',
  substituterUrl: url,
  publicKeys: [key],
  login: { host: 'raw.githubusercontent.com', name: 'x-access-token' },
  example: null
}

test('on a terminal each kind of reader has its heading, a private cache its netrc', () => {
  const blocks = useText(cache, null, '/etc/nix/netrc').split('\n\n')
  expect(blocks.map((block) => block.split('\n')[0])).toEqual([
    '# /etc/nix/nix.conf, or ~/.config/nix/nix.conf of a user whom the Nix daemon trusts',
    '# NixOS: configuration.nix',
    '# Home Manager: home.nix (for a user whom the Nix daemon trusts)',
    '# nix-darwin: configuration.nix',
    '# flake.nix, for all who use it',
    '# devenv, whose own files take caches of Cachix only',
    '# a job on GitHub',
    '# one command',
    '# /etc/nix/netrc, readable by root only; TOKEN is a fine-grained one with “Contents: read” on the cache'
  ])
  expect(blocks.at(-1)).toContain(
    '\nmachine raw.githubusercontent.com login x-access-token password TOKEN'
  )
})

test('an administrator is told of the one cache, and never of trusted-users', () => {
  const text = administratorText(cache)
  expect(text.split('\n').slice(1)).toEqual([
    `  extra-trusted-substituters = ${url}`,
    `  extra-trusted-public-keys = ${key}`
  ])
  expect(text).not.toContain('trusted-users')
})

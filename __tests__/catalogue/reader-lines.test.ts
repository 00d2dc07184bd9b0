import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import {
  netrcLines,
  readerKinds,
  readerLines,
  type ReadableCache,
  type ReaderKind
} from '../../src/catalogue/reader-lines.ts'
import { readNixSettings } from '../../src/nix/settings.ts'
import { newerNixRoot, testEnvironment, testNixes } from '../support/nix.ts'
import { output, runProgram } from '../support/program.ts'
import { someKeys } from './support.ts'

const [first = '', second = ''] = someKeys

const cache: ReadableCache = {
  repository: 'my-org/binstore',
  substituterUrl: 'https://my-org.github.io/binstore',
  publicKeys: [first],
  login: null,
  example: null
}

const privateCache: ReadableCache = {
  ...cache,
  substituterUrl: 'https://raw.githubusercontent.com/my-org/binstore/main',
  publicKeys: [first, second],
  login: { host: 'raw.githubusercontent.com', name: 'x-access-token' },
  example: { storePath: '/nix/store/0123456789abcdfghijklmnpqrsvwxyz-hello-2.12.1', program: null }
}

const text = (kind: ReaderKind, told = cache): string => readerLines[kind](told).join('\n')

describe('the lines for each kind of reader', () => {
  test.each<[ReaderKind, string]>([
    [
      'nix.conf',
      `extra-substituters = https://my-org.github.io/binstore
extra-trusted-public-keys = ${first}`
    ],
    [
      'nixos',
      `nix.settings = {
  extra-substituters = [ "https://my-org.github.io/binstore" ];
  extra-trusted-public-keys = [
    "${first}"
  ];
};`
    ],
    [
      'home-manager',
      `nix.package = lib.mkDefault pkgs.nix;
nix.settings = {
  extra-substituters = [ "https://my-org.github.io/binstore" ];
  extra-trusted-public-keys = [
    "${first}"
  ];
};`
    ],
    [
      'darwin',
      `nix.settings = {
  extra-substituters = [ "https://my-org.github.io/binstore" ];
  extra-trusted-public-keys = [
    "${first}"
  ];
};`
    ],
    [
      'flake',
      `nixConfig = {
  extra-substituters = [ "https://my-org.github.io/binstore" ];
  extra-trusted-public-keys = [
    "${first}"
  ];
};`
    ],
    [
      'devenv',
      `devenv \\
  --nix-option extra-substituters https://my-org.github.io/binstore \\
  --nix-option extra-trusted-public-keys \\
    ${first} \\
  shell`
    ],
    [
      'github',
      `- uses: cachix/install-nix-action@v31
  with:
    extra_nix_config: |
      extra-substituters = https://my-org.github.io/binstore
      extra-trusted-public-keys = ${first}`
    ],
    [
      'command',
      `nix build --extra-experimental-features nix-command \\
  --extra-substituters https://my-org.github.io/binstore \\
  --extra-trusted-public-keys ${first} \\
  INSTALLABLE`
    ]
  ])('%s', (kind, lines) => {
    expect(text(kind)).toBe(lines)
  })

  test.each<[ReaderKind, string]>([
    [
      'nix.conf',
      `extra-substituters = https://raw.githubusercontent.com/my-org/binstore/main
extra-trusted-public-keys = ${first}
extra-trusted-public-keys = ${second}`
    ],
    [
      'nixos',
      `nix.settings = {
  extra-substituters = [
    "https://raw.githubusercontent.com/my-org/binstore/main"
  ];
  extra-trusted-public-keys = [
    "${first}"
    "${second}"
  ];
};`
    ],
    [
      'devenv',
      `devenv \\
  --nix-option extra-substituters \\
    https://raw.githubusercontent.com/my-org/binstore/main \\
  --nix-option extra-trusted-public-keys \\
    '${first} ${second}' \\
  shell`
    ],
    [
      'github',
      `- uses: org/nar-publish@v1
  with:
    mode: use
    target-repository: my-org/binstore
    token: \${{ secrets.CACHE_TOKEN }}
    trusted-keys: |
      ${first}
      ${second}`
    ],
    [
      'command',
      `nix build --extra-experimental-features nix-command \\
  --extra-substituters https://raw.githubusercontent.com/my-org/binstore/main \\
  --extra-trusted-public-keys ${first} \\
  --extra-trusted-public-keys ${second} \\
  /nix/store/0123456789abcdfghijklmnpqrsvwxyz-hello-2.12.1`
    ]
  ])('%s of a private cache with two keys', (kind, lines) => {
    expect(text(kind, privateCache)).toBe(lines)
  })

  test('the netrc line names the host that the token is for, and a public cache has none', () => {
    expect(netrcLines(privateCache)).toEqual([
      'machine raw.githubusercontent.com login x-access-token password TOKEN'
    ])
    expect(netrcLines(privateCache, 'ghp_x')).toEqual([
      'machine raw.githubusercontent.com login x-access-token password ghp_x'
    ])
    expect(netrcLines(cache)).toEqual([])
  })

  test.each(readerKinds)('%s of an unsigned cache switches no signature off', (kind) => {
    const lines = text(kind, { ...cache, publicKeys: [] })
    expect(lines).not.toMatch(/trusted|require-sigs|no-check/)
    expect(lines).toContain('https://my-org.github.io/binstore')
  })
})

describe('what others wrote', () => {
  const hostile: ReadableCache = {
    ...cache,
    substituterUrl: 'https://x/"; ${builtins.abort "no"} \'\'\n# $(id) `id`',
    publicKeys: ['a\'b"\n c:\\${x}'],
    example: { storePath: "/nix/store/'; id #", program: null }
  }

  test.each(readerKinds)('stays a value in the lines of %s', (kind) => {
    const lines = readerLines[kind](hostile)
    for (const line of lines) expect(line).not.toMatch(/[\n`#(]|\$\{(?!\{ secrets)/)
  })

  test('is one word of a shell', async () => {
    const command = text('command', hostile).replace(/^nix build/, 'printf "%s\\n"')
    const { stdout, failure } = await runProgram('sh', ['-c', command])
    expect(failure).toBe('')
    expect(stdout.split('\n')).toHaveLength(8)
  })
})

describe('read by their own readers', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'reader-lines-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  test.each(['nixos', 'home-manager', 'darwin', 'flake'] as const)(
    'Nix parses those of %s',
    async (kind) => {
      const inBraces = `{ lib, pkgs, ... }: {\n${text(kind, privateCache)}\n}`
      const parsed = await output('nix-instantiate', ['--parse', '--expr', inBraces], {
        env: testEnvironment()
      })
      expect(parsed).toContain('"https://raw.githubusercontent.com/my-org/binstore/main"')
      expect(parsed).toContain(`"${second}"`)
    }
  )

  test('YAML parses those of a job', () => {
    expect(parse(text('github'))).toEqual([
      {
        uses: 'cachix/install-nix-action@v31',
        with: { extra_nix_config: `${text('nix.conf')}\n` }
      }
    ])
    expect(parse(text('github', privateCache))).toMatchObject([
      { with: { mode: 'use', 'trusted-keys': `${first}\n${second}\n` } }
    ])
  })

  test('devenv gets each option and its value as words of their own', async () => {
    const command = text('devenv', privateCache).replace(/^devenv/, 'printf "%s\\n"')
    const { stdout } = await runProgram('sh', ['-c', command])
    expect(stdout).toBe(
      [
        ...['--nix-option', 'extra-substituters', privateCache.substituterUrl],
        ...['--nix-option', 'extra-trusted-public-keys', `${first} ${second}`, 'shell', '']
      ].join('\n')
    )
  })

  test.each(testNixes)('$name takes those of nix.conf', async ({ makeFolder, open }) => {
    const place = makeFolder()
    const file = join(place, 'nix.conf')
    writeFileSync(file, `${text('nix.conf', privateCache)}\n`)
    const nix = await open(place)
    const seen = file.startsWith(newerNixRoot) ? file.slice(newerNixRoot.length) : file
    const settings = await readNixSettings({
      ...nix,
      env: {
        ...nix.env,
        NIX_CONFIG: 'experimental-features = nix-command',
        NIX_USER_CONF_FILES: seen
      }
    })
    rmSync(place, { recursive: true })
    expect(settings.get('substituters')?.split(' ')).toContain(privateCache.substituterUrl)
    expect(settings.get('trusted-public-keys')?.split(' ')).toEqual(
      expect.arrayContaining([first, second])
    )
    expect(settings.get('require-sigs')).toBe('true')
  })
})

/** The lines that an artifact's view gives to be copied. */
import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import type { PageCache } from '../../src/site/cache.ts'
import { pinnedFlake, waysTo, type Wanted } from '../../src/site/commands.ts'

const revision = '0123456789abcdef0123456789abcdef01234567'
const cache: PageCache = {
  repository: 'alice/binstore',
  branch: 'nix-cache',
  substituterUrl: 'https://alice.github.io/binstore',
  login: null,
  web: 'https://github.com/alice/binstore/blob/nix-cache/',
  publicKeys: [`cache-1:${Buffer.alloc(32, 1).toString('base64')}`]
}
const row: Wanted = {
  storePath: `/nix/store/${'a'.repeat(32)}-hello-2.12.1`,
  system: 'x86_64-linux',
  output: 'out',
  attribute: '.#hello',
  mainProgram: 'hello',
  source: { repository: 'alice/tools', revision }
}
const linesOf = (id: string, change: Partial<Wanted> = {}, of: Partial<PageCache> = {}): string =>
  waysTo({ ...row, ...change }, { ...cache, ...of }, false)
    .filter((way) => way.id === id)
    .flatMap(({ parts }) => parts.flatMap(({ lines }) => lines))
    .join('\n')

describe('the way to', () => {
  test('run it names the program, or opens a shell', () => {
    expect(linesOf('run')).toMatch(/^nix shell .*\/nix\/store\/a+-hello-2\.12\.1 --command hello$/s)
    expect(linesOf('run', { mainProgram: null })).toMatch(/^nix shell [^]*-hello-2\.12\.1$/)
    // What is no program's name is in no command.
    expect(linesOf('run', { mainProgram: 'x; rm -rf ~' })).not.toContain('rm -rf')
  })

  test('pin it in a flake has its source at the revision, else the path itself', () => {
    expect(linesOf('flake')).toContain(`inputs.cached.url = "github:alice/tools/${revision}";`)
    expect(linesOf('flake')).toContain(
      '(cached.packages.x86_64-linux.hello or cached.legacyPackages.x86_64-linux.hello).out;'
    )
    expect(linesOf('flake', { source: null })).toContain(`fromPath = ${row.storePath};`)
    expect(linesOf('nixos', { source: null })).toContain(`builtins.storePath "${row.storePath}"`)
  })

  test('use it in a job is not told where nobody serves the files', () => {
    expect(linesOf('job')).toContain('- uses: org/nar-publish@v1')
    expect(linesOf('job', {}, { substituterUrl: null })).toBe('')
    expect(linesOf('run', {}, { substituterUrl: null })).toContain('file:///path/to/the/clone')
  })

  test('use it in a job says where its steps belong, and what a private cache needs', () => {
    const noteOf = (of: Partial<PageCache>): string | undefined =>
      waysTo(row, { ...cache, ...of }, false).find(({ id }) => id === 'job')?.parts[0]?.note
    const after = 'Steps of a job on GitHub, after the one that installs Nix'
    expect(noteOf({})).toBe(`${after}:`)
    expect(noteOf({ login: { host: 'raw.githubusercontent.com', name: 'x' } })).toBe(
      `${after}. The secret CACHE_TOKEN holds a token that may read the cache:`
    )
    // These have a step that installs it.
    expect(noteOf({ publicKeys: [] })).toBe('Steps of a job on GitHub:')
  })

  test('have Nix code is code that Nix reads', () => {
    const named = ['.#packages.x86_64-linux.a-b', '.#with', '.#a.inherit'].map((attribute) => ({
      attribute
    }))
    for (const change of [{}, { source: null }, { output: '1' }, ...named]) {
      for (const id of ['flake', 'nixos']) {
        const { status, stderr } = spawnSync('nix-instantiate', ['--parse', '-'], {
          input: linesOf(id, change),
          encoding: 'utf8'
        })
        expect([status, stderr]).toEqual([0, ''])
      }
    }
  })
})

test('an address with quotes or braces is neither Nix’s nor a shell’s to read', () => {
  const address = `https://x/"'\${builtins.abort "x"}$(touch x)`
  const ways = waysTo({ ...row, source: null }, { ...cache, substituterUrl: address }, true)
  expect(ways.map(({ id }) => id)).toEqual([
    'run',
    'install',
    'substitute',
    'flake',
    'nixos',
    'job'
  ])
  for (const { id, parts } of ways) {
    const text = parts.flatMap(({ lines }) => lines).join('\n')
    expect([id, /builtins\.abort "|\$\{b|\(touch/.exec(text)]).toEqual([id, null])
  }
})

describe('the flake of an artifact', () => {
  test.each([
    ['.#hello^out', 'out', /^\(SOURCE\.packages\.x86_64-linux\.hello or .*\)\.out$/],
    ['.#', null, null],
    ['.#packages.x86_64-linux.hello', 'dev', /^SOURCE\.packages\.x86_64-linux\.hello\.dev$/],
    ['.#hello.dev', 'dev', /^\(SOURCE\.packages\.x86_64-linux\.hello\.dev or .*\)\.dev$/],
    ['.#3proxy', 'out', /"3proxy"/],
    ['nixpkgs#hello', 'out', null],
    ['.#"${evil}"', 'out', null],
    ['./other#hello', 'out', null],
    [null, null, null]
  ])('of %j and output %j is known as far as that says it', (attribute, output, expected) => {
    const flake = pinnedFlake({ ...row, attribute, output }, cache)
    if (expected === null && attribute !== '.#') expect(flake).toBeNull()
    else expect(flake?.value).toMatch(expected ?? /^\(SOURCE\.packages\.x86_64-linux\.default or /)
  })

  test('is on the cache’s own server alone', () => {
    expect(pinnedFlake(row, { ...cache, web: 'https://git.example.org/alice/x' })?.url).toBe(
      `git+https://git.example.org/alice/tools?rev=${revision}&allRefs=1`
    )
    expect(pinnedFlake(row, { ...cache, web: '' })).toBeNull()
    for (const repository of ['../x', 'a/b/c', 'a/"; evil', 'javascript:alert(1)']) {
      expect(pinnedFlake({ ...row, source: { repository, revision } }, cache)).toBeNull()
    }
    expect(
      pinnedFlake({ ...row, source: { repository: 'a/b', revision: 'main' } }, cache)
    ).toBeNull()
  })
})

/** What each version of Nix says of an evaluation that fails, and what becomes of it. */
import { execFileSync, execSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { evaluateInstallables, type Evaluation } from '../../src/nix/evaluate.ts'
import { evaluationReason, pasteable, withoutCredentials } from '../../src/nix/evaluation.ts'
import type { NarPublishError } from '../../src/errors.ts'
import { allNixes, fenceLog, removeFolder, type FenceLog } from '../support/nix.ts'

/** Name → what `lib/default.nix` has, and the flake's inputs. */
const flakes = (port: number, folder: string): Record<string, [string, string?]> => ({
  undefined: ['{ a = 1;\n  b = undefinedName; }.b'],
  syntax: ['{ a = 1;\n  b = ;\n}'],
  missing: ['let s = { a = 1; };\nin s.missing.b'],
  type: ['let f = x: x + 1;\nin f "text"'],
  throw: ['let f = x:\n  throw "thrown on purpose";\nin f 1'],
  assert: ['assert 1 == 2;\n1'],
  recursion: ['let x = y; y = x;\nin x'],
  tarball: [
    `import (builtins.fetchTarball { url = "http://127.0.0.1:${port}/y.tar.gz";
      sha256 = "0000000000000000000000000000000000000000000000000000"; })`
  ],
  ifd: [
    `import (derivation { name = "ifd"; system = builtins.currentSystem or "x86_64-linux"; builder = "/bin/sh";
      args = [ "-c" "echo building; exit 3" ]; })`
  ],
  git: ['inputs.dep.x', 'inputs.dep.url = "git+file:///nonexistent/repository";'],
  password: [
    'inputs.dep.x',
    `inputs.dep.url = "git+http://somebody:hunter2@127.0.0.1:${port}/repository";`
  ],
  http: ['inputs.dep.x', `inputs.dep.url = "http://127.0.0.1:${port}/x.tar.gz";`],
  lock: [
    'import inputs.dep',
    `inputs.dep.url = "git+file://${folder}/dep"; inputs.dep.flake = false;`
  ]
})

/** What the error has: of each version in its own words, and with the same place or input. */
const expected: [string, ...RegExp[]][] = [
  ['undefined', /^undefined variable 'undefinedName' \(at lib\/default\.nix:2:7\)$/],
  ['syntax', /^syntax error, unexpected ';' \(at lib\/default\.nix:2:7\)$/],
  ['missing', /^attribute 'missing' missing \(at lib\/default\.nix:2:4\)$/],
  ['type', /^cannot coerce an integer to a string(: 1)? \(at lib\/default\.nix:1:16\)$/],
  // 2.8 knows the function that it is in.
  ['throw', /^thrown on purpose \(at lib\/default\.nix:(1:9|2:3)\)$/],
  [
    'assert',
    /^(assertion '\(1 == 2\)' failed|an integer with value '1' is not equal .*) \(at lib\/default\.nix:1:1\)$/
  ],
  ['recursion', /^infinite recursion encountered \(at lib\/default\.nix:1:9\)$/],
  [
    'tarball',
    /unable to download 'http:\/\/127\.0\.0\.1:\d+\/y\.tar\.gz': HTTP error 404/,
    /at lib\/default\.nix:1:\d+\)$/
  ],
  [
    'ifd',
    /builder failed with exit code 3|failed with exit code 3/,
    /at lib\/default\.nix:1:\d+\)$/
  ],
  [
    'git',
    /fatal: '\/nonexistent\/repository' does not appear|Git repository "\/nonexistent\/repository" does not exist/,
    /\(while fetching its input "dep", git\+file:\/\/\/nonexistent\/repository\)$/
  ],
  [
    'password',
    /fatal: .*127\.0\.0\.1/,
    /\(while fetching its input "dep", git\+http:\/\/\*\*\*@127\.0\.0\.1:\d+\/repository\)$/
  ],
  [
    'http',
    /HTTP error 404/,
    /\(while fetching its input "dep", http:\/\/127\.0\.0\.1:\d+\/x\.tar\.gz\)$/
  ],
  ['lock', /mismatch/, /sha256-AAAAA/, /at flake\.nix:\d+:\d+/]
]

describe.each(allNixes)('an evaluation that fails, by $name', ({ makeFolder, open }) => {
  let folder: string
  let result: Evaluation
  let server: Server
  let env: Record<string, string>
  let log: FenceLog
  beforeAll(async () => {
    folder = makeFolder()
    log = fenceLog()
    server = createServer((_request, response) => response.writeHead(404).end()).listen(
      0,
      '127.0.0.1'
    )
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    // Inside of a chroot, files have other names.
    const seen = folder.replace(/^\/var\/tmp\/nar-publish\/[a-z]+/, '')
    const all = flakes(port, seen)
    for (const [name, [lib, inputs = '']] of Object.entries(all)) {
      mkdirSync(join(folder, name, 'lib'), { recursive: true })
      const isOfInputs = lib.includes('inputs.dep')
      writeFileSync(join(folder, name, 'lib/default.nix'), isOfInputs ? '1' : lib)
      writeFileSync(
        join(folder, name, 'flake.nix'),
        `{ ${inputs} outputs = { self, ... }@inputs: { x = ${isOfInputs ? lib : 'import ./lib'}; }; }\n`
      )
    }
    const nix = await open(folder, log)
    env = { ...nix.env, NIX_CONFIG: `${nix.env['NIX_CONFIG'] ?? ''}\ndownload-attempts = 1` }
    env['XDG_CACHE_HOME'] = join(folder, 'cache')
    const dep = join(folder, 'dep')
    execSync(
      `git init -q '${dep}' && cd '${dep}' && echo 1 > default.nix && git add . && git -c user.name=x -c user.email=x@example.org commit -q -m x`
    )
    const rev = execFileSync('git', ['-C', dep, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim()
    const locked = {
      ...{ type: 'git', url: `file://${seen}/dep`, rev, ref: 'refs/heads/master' },
      ...{ lastModified: 1, revCount: 1, narHash: `sha256-AAAAA${'A'.repeat(38)}=` }
    }
    const original = { type: 'git', url: `file://${seen}/dep` }
    writeFileSync(
      join(folder, 'lock/flake.lock'),
      JSON.stringify({
        nodes: { root: { inputs: { dep: 'dep' } }, dep: { flake: false, locked, original } },
        ...{ root: 'root', version: 7 }
      })
    )
    result = await evaluateInstallables(
      { ...nix, env },
      expected.map(([name]) => `./${name}#x`)
    )
  })
  afterAll(async () => {
    server.close()
    await removeFolder(folder)
  })

  const failureOf = (name: string): NarPublishError | undefined =>
    result.failures.find(({ installable }) => installable === `./${name}#x`)?.error

  test.each(expected)('%s: tells what, and where', (name, ...patterns) => {
    const { code, reason } = failureOf(name) ?? {}
    expect(code).toBe('EVALUATION_FAILED')
    for (const pattern of patterns) expect(reason).toMatch(pattern)
    expect(reason).not.toContain('hunter2')
  })

  test('Nix’s own words are in the log, without passwords', () => {
    expect(log.fencedText).toContain("error: undefined variable 'undefinedName'")
    expect(log.fencedText).not.toContain('hunter2')
  })

  test.each(['undefined', 'throw', 'git'])(
    'the hint’s command fails in the same way: %s',
    (name) => {
      const { hint = '', reason = '' } = failureOf(name) ?? {}
      const command = /^Try `(.*)` on your machine\.$/.exec(hint)?.[1] ?? ''
      expect(command).toContain(`'nix-command flakes' eval`)
      const said = run(command)
      expect(evaluationReason(said)).toBe(reason)
    }
  )

  /** In another folder, by a user without flakes. */
  function run(command: string): string {
    const place = {
      cwd: '/',
      env: { ...env, NIX_CONFIG: 'substituters =' },
      encoding: 'utf8'
    } as const
    try {
      execFileSync('bash', ['-c', command], { ...place, stdio: 'pipe' })
      return ''
    } catch (error) {
      return (error as { stderr: string }).stderr
    }
  }
})

test('passwords and tokens in addresses are masked, the usual name of ssh is not', () => {
  expect(withoutCredentials('at https://ghp_secret@github.com/a, ssh://git@host/b')).toBe(
    'at https://***@github.com/a, ssh://git@host/b'
  )
})

test('a command is pasted as it is into a shell', () => {
  expect(pasteable({ program: 'nix', args: ['eval', '--', `.#a"b'c $(x)`] }, '/a b')).toBe(
    `cd '/a b' && nix --extra-experimental-features 'nix-command flakes' eval --option eval-cache false -- '.#a"b'\\''c $(x)'`
  )
})

/** The flake at the top, on a stand-in for nixpkgs: every output on each Nix that is here, and what it builds on this machine's. */
import { cpSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { version } from '../../src/version.ts'
import {
  allNixes,
  removeFolder,
  testEnvironment,
  thisMachine,
  type TestNix
} from '../support/nix.ts'
import { output, runProgram, type ProgramResult } from '../support/program.ts'

const root = join(import.meta.dirname, '../..')
const systems = ['x86_64-linux', 'aarch64-linux', 'x86_64-darwin', 'aarch64-darwin']

const lock = z.strictObject({
  nodes: z.strictObject({
    nixpkgs: z.strictObject({
      locked: z.strictObject({
        lastModified: z.int().min(1_700_000_000),
        narHash: z.string().regex(/^sha256-[A-Za-z0-9+/]{43}=$/),
        ...{ owner: z.literal('NixOS'), repo: z.literal('nixpkgs'), type: z.literal('github') },
        rev: z.string().regex(/^[0-9a-f]{40}$/)
      }),
      original: z.strictObject({
        ...{ owner: z.literal('NixOS'), repo: z.literal('nixpkgs'), type: z.literal('github') },
        ref: z.string()
      })
    }),
    root: z.strictObject({ inputs: z.strictObject({ nixpkgs: z.literal('nixpkgs') }) })
  }),
  root: z.literal('root'),
  version: z.literal(7)
})

test('the lock names one commit of the branch that the flake asks for', () => {
  const { nodes } = lock.parse(JSON.parse(readFileSync(join(root, 'flake.lock'), 'utf8')))
  const { owner, repo, ref } = nodes.nixpkgs.original
  expect(readFileSync(join(root, 'flake.nix'), 'utf8')).toContain(
    `inputs.nixpkgs.url = "github:${owner}/${repo}/${ref}";`
  )
})

/** The flake's own files and the stand-in, where a Nix sees them. */
class Checkout {
  readonly folder: string
  private readonly nix: TestNix

  constructor(nix: TestNix) {
    this.nix = nix
    this.folder = nix.makeFolder()
    for (const path of ['flake.nix', 'flake.lock', 'nix', 'package.json', 'LICENSE', 'dist/cli']) {
      cpSync(join(root, path), join(this.folder, 'flake', path), { recursive: true })
    }
    cpSync(join(root, 'dist/licenses.txt'), join(this.folder, 'flake/dist/licenses.txt'))
    const nixpkgs = join(this.folder, 'nixpkgs')
    cpSync(join(import.meta.dirname, 'nixpkgs'), nixpkgs, { recursive: true })
    const packages = join(nixpkgs, 'packages.nix')
    const text = readFileSync(packages, 'utf8')
    writeFileSync(packages, text.replace('@node@', realpathSync(process.execPath)))
  }

  /** `nix COMMAND… FLAKE ARGS…`, by whichever Nix this is of. */
  async run(command: readonly string[], attribute = '', ...args: string[]): Promise<ProgramResult> {
    const inside = this.folder.slice(this.nix.root.length)
    const line = [
      ...['nix', ...command, `path:${inside}/flake${attribute}`],
      ...['--override-input', 'nixpkgs', `path:${inside}/nixpkgs`, '--no-write-lock-file', ...args]
    ]
    const [program = '', ...rest] = this.nix.root === '' ? line : ['chroot', this.nix.root, ...line]
    return runProgram(program, rest, { env: { ...testEnvironment(), HOME: '/root' } })
  }
}

describe.each(allNixes)('by $name', (nix) => {
  let checkout: Checkout
  beforeAll(() => {
    checkout = new Checkout(nix)
  })
  afterAll(() => removeFolder(checkout.folder))

  test('metadata shows the lock’s one input', async () => {
    const { stdout, failure } = await checkout.run(['flake', 'metadata'], '', '--json')
    expect(failure).toBe('')
    const { locks } = JSON.parse(stdout) as { locks: { nodes: Record<string, unknown> } }
    expect(Object.keys(locks.nodes).sort()).toEqual(['nixpkgs', 'root'])
  })

  test('every output evaluates for every system', async () => {
    const value = async (name: string, expression: string): Promise<unknown> => {
      const run = await checkout.run(['eval'], `#${name}`, '--json', '--apply', expression)
      expect(run.failure).toBe('')
      return JSON.parse(run.stdout) as unknown
    }
    const derivations = 'builtins.mapAttrs (_: builtins.mapAttrs (_: one: one.drvPath))'
    const derivation: unknown = expect.stringMatching(/\.drv$/)
    const all = <T>(each: T): Record<string, T> =>
      Object.fromEntries(systems.map((system) => [system, each]))
    expect(await value('packages', derivations)).toEqual(
      all({ default: derivation, 'nar-publish': derivation })
    )
    expect(await value('devShells', derivations)).toEqual(all({ default: derivation }))
    const checks = { 'command-line': derivation, hook: derivation }
    const onLinux = { ...checks, module: derivation }
    expect(await value('checks', derivations)).toEqual({
      ...all(checks),
      ...{ 'x86_64-linux': onLinux, 'aarch64-linux': onLinux }
    })
    expect(await value('formatter', 'builtins.mapAttrs (_: one: one.drvPath)')).toEqual(
      all(derivation)
    )
    expect(await value('apps', 'builtins.mapAttrs (_: one: one.default.program)')).toEqual(
      all(expect.stringMatching(/-nar-publish-[\d.]+\/bin\/nar-publish$/))
    )
    const files = 'builtins.mapAttrs (_: one: map baseNameOf one.imports)'
    expect(await value('nixosModules', files)).toEqual({
      default: ['module.nix'],
      'nar-publish': ['module.nix']
    })
    const final = '{ callPackage = file: _: baseNameOf file; }'
    expect(await value('overlays', `overlays: overlays.default ${final} { }`)).toEqual({
      'nar-publish': 'package.nix'
    })
  })

  test('nix flake check finds its outputs of the right kinds', async () => {
    const { failure } = await checkout.run(['flake', 'check'], '', '--no-build')
    expect(failure).toBe('')
  })
})

describe('on this machine', () => {
  let checkout: Checkout
  beforeAll(() => {
    checkout = new Checkout(thisMachine)
  })
  afterAll(() => removeFolder(checkout.folder))

  test('nix flake check builds what it checks: the command line starts, the hook parses, the machine evaluates', async () => {
    const { failure } = await checkout.run(['flake', 'check'])
    expect(failure).toBe('')
  })

  test('and fails where the package does not start', async () => {
    const broken = new Checkout(thisMachine)
    writeFileSync(join(broken.folder, 'flake/dist/cli/index.js'), 'process.exitCode = 3\n')
    const { status, stderr } = await broken.run(['flake', 'check'])
    await removeFolder(broken.folder)
    expect(status).not.toBe(0)
    expect(stderr).toContain('nar-publish-starts')
  })

  test('nix run has Node, Nix and git with it, and the licences', async () => {
    expect((await checkout.run(['run'], '', '--', '--version')).stdout).toBe(`${version}\n`)
    const built = await checkout.run(['build'], '', '--no-link', '--json')
    expect(built.failure).toBe('')
    const [{ outputs }] = z
      .tuple([z.object({ outputs: z.object({ out: z.string() }) })])
      .parse(JSON.parse(built.stdout))
    const path = outputs.out
    const text = await output('cat', [join(path, 'bin/nar-publish')])
    for (const name of ['node', 'git', 'nix', 'openssh', 'xz'])
      expect(text).toContain(`-${name}/bin`)
    const licences = join(path, 'share/licenses/nar-publish')
    expect(readFileSync(join(licences, 'LICENSE'), 'utf8')).toContain('MIT License')
    expect(readFileSync(join(licences, 'licenses.txt'), 'utf8')).toContain('zod ')
  })

  test('nix profile install puts the command into PATH', async () => {
    const profile = join(checkout.folder, 'profile')
    const { failure } = await checkout.run(['profile', 'install'], '', '--profile', profile)
    expect(failure).toBe('')
    const env = { PATH: tmpdir() }
    expect(await output(join(profile, 'bin/nar-publish'), ['--version'], { env })).toBe(version)
  })
})

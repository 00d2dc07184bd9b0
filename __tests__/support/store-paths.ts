/** Store paths in this machine's store, for runs that need something to publish and no build. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { testEnvironment } from './nix.ts'

/** A file of random bytes as a store path; no other run has the same. */
export function addStorePath(name: string, bytes = 64): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-path-'))
  try {
    writeFileSync(join(folder, name), randomBytes(bytes))
    return nixStore('--add', join(folder, name)).trim()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The same, so many at once. */
export function addStorePaths(name: string, number: number): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'store-path-'))
  try {
    const files = Array.from({ length: number }, (_, index) => join(folder, `${name}-${index}`))
    for (const file of files) writeFileSync(file, randomBytes(64))
    return nixStore('--add', ...files)
      .trim()
      .split('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A folder of files of so many random bytes as a store path; no other run has the same. */
export function addStoreFolder(name: string, files: Readonly<Record<string, number>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-path-'))
  try {
    for (const [path, bytes] of Object.entries(files)) {
      const file = join(folder, name, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, randomBytes(bytes))
    }
    return nixStore('--add', join(folder, name)).trim()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A path that was built, so that nothing but a signature vouches for it; no other run has the same. */
export function buildStorePath(name: string): string {
  const expression = `derivation {
    name = "${name}"; system = builtins.currentSystem; builder = "/bin/sh";
    salt = "${randomBytes(6).toString('hex')}"; args = [ "-c" "echo > $out; exit 0" ];
  }`
  const args = ['--no-out-link', '--expr', expression]
  const options = { encoding: 'utf8', env: testEnvironment(), stdio: 'pipe' } as const
  return execFileSync('nix-build', args, options).trim()
}

export function deleteStorePaths(storePaths: readonly string[]): void {
  nixStore('--delete', ...storePaths)
}

function nixStore(...args: string[]): string {
  return execFileSync('nix-store', args, {
    encoding: 'utf8',
    // It names all that it looked at.
    maxBuffer: Infinity,
    env: testEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe']
  })
}

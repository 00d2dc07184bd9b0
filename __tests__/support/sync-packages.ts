/** The small nixpkgs of the fixtures, ready to be evaluated and built. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readEnvironment } from '../../src/environment.ts'
import { nixConfig, testEnvironment } from './nix.ts'

export const syncFixtures = join(import.meta.dirname, '../fixtures/sync')

/** This machine's, and one of the set's that it cannot build for. */
export const ownSystem = readEnvironment().runnerSystem
export const foreignSystem = ownSystem === 'aarch64-linux' ? 'x86_64-linux' : 'aarch64-linux'

export interface PackageSet {
  /** Whatever a test makes is below it. */
  folder: string
  salt: string
  /** The set that projects use. */
  nixpkgs: string
  /** Environment of a machine that has the set as `<nixpkgs>`. */
  env: Record<string, string>
  /** That of a machine that builds for the foreign system as well: its shell scripts do not care. */
  everySystem: Record<string, string>
}

/** Puts the set into a new folder below `folder`, with `salt` in all that it makes. */
export function makePackageSet(folder: string, salt: string, weight = 0): PackageSet {
  const nixpkgs = join(folder, 'nixpkgs')
  writeNixpkgs(nixpkgs, { salt, fixed: true, weight })
  const env = {
    ...testEnvironment(),
    NIX_PATH: `nixpkgs=${nixpkgs}`,
    XDG_CACHE_HOME: join(folder, 'cache')
  }
  const everySystem = {
    ...env,
    NIX_CONFIG: `${nixConfig}\nextra-platforms = ${foreignSystem}\nmax-jobs = 4`
  }
  return { folder, salt, nixpkgs, env, everySystem }
}

/** What a run decides about the set; each is told in `run.nix`. */
export interface PackageSetOptions {
  salt: string
  fixed: boolean
  weight?: number
}

export function writeNixpkgs(folder: string, { salt, fixed, weight = 0 }: PackageSetOptions): void {
  mkdirSync(folder, { recursive: true })
  cpSync(join(syncFixtures, 'nixpkgs'), folder, { recursive: true })
  writeFileSync(
    join(folder, 'run.nix'),
    `{\n  salt = "${salt}";\n  fixed = ${fixed};\n  weight = ${weight};\n}\n`
  )
}

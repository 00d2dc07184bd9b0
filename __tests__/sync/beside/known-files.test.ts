import { expect, test } from '@jest/globals'
import { isDependencyFile, isLock } from '../../../src/sync/beside/known-files.ts'

test.each([
  'Cargo.lock',
  'nix/package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'composer.lock',
  'a/b/Gemfile.lock',
  'poetry.lock',
  'uv.lock'
])('%s is a lock file that upstream may have', (path) => {
  expect([isLock(path), isDependencyFile(path)]).toEqual([true, true])
})

test.each([
  'deps.json',
  'pkgs/by-name/ra/radarr/deps.json',
  'nuget-deps.json',
  'nuget-deps.nix',
  'deps.nix',
  'gradle-deps.json',
  'gemset.nix',
  'missing-hashes.json',
  'gomod2nix.toml',
  'yarn.nix',
  'Cargo.nix',
  'crate-hashes.json',
  'node-packages.nix',
  'pubspec.lock.json',
  'mix.nix',
  'lock.json',
  'mvn2nix-lock.json',
  'verification-metadata.xml'
])('%s is a list that a program made', (path) => {
  expect([isLock(path), isDependencyFile(path)]).toEqual([false, true])
})

test.each([
  'package.nix',
  'default.nix',
  'flake.lock',
  'hashes.json',
  'sources.json',
  'package.json',
  'Cargo.toml',
  'depsfile.json',
  'README.md',
  'deps.json.bak',
  'Cargo.lock/x'
])('%s is neither', (path) => {
  expect(isDependencyFile(path)).toBe(false)
})

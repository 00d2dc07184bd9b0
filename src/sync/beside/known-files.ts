import { basename } from 'node:path/posix'

/** Lock files of package managers, which upstream keeps in its source. */
const locks = new Set(
  (
    'Cargo.lock package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock deno.lock composer.lock Gemfile.lock ' +
    'poetry.lock uv.lock pdm.lock Pipfile.lock mix.lock pubspec.lock go.mod go.sum Package.resolved gradle.lockfile packages.lock.json ' +
    'paket.lock MODULE.bazel.lock rebar.lock'
  ).split(' ')
)

/** What a program made of one, for Nix: lists of downloads with their hashes. */
const lists =
  /^(?:gemset\.nix|gomod2nix\.toml|missing-hashes\.json|(?:[\w.-]*[-_.])?deps(?:[-_.][\w.-]*)?\.(?:json|nix)|yarn\.nix|bun\.nix|Cargo\.nix|crate-hashes\.json|node-(?:packages|env)[\w-]*\.(?:json|nix)|mix\.nix|rebar-deps\.nix|pubspec\.lock\.json|workspace-state\.json|verification-metadata\.xml|mvn2nix-lock\.json|(?:[\w.-]+[-_.])?lock\.json)$/

/** Whether it may stand in the package's source, in the same words. */
export function isLock(path: string): boolean {
  return locks.has(basename(path))
}

/** Whether it is a file of dependencies, by its name: what a builder reads beside a package, and wants made for each version. */
export function isDependencyFile(path: string): boolean {
  return isLock(path) || lists.test(basename(path))
}

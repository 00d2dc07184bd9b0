import { compareVersions } from '../../catalogue/version-order.ts'

/**
 * Whether version `a` came before `b`: `builtins.compareVersions`, but for pre-releases, which it takes for newer than their
 * release (all but `pre`): `1.0-rc1` is older than `1.0` here. What follows a `+` decides last. Versions that Nix takes for
 * equal are not older than each other.
 */
export function isOlder(a: string, b: string): boolean {
  const left = partsOf(a)
  const right = partsOf(b)
  const order =
    compareVersions(left.release, right.release) ||
    Number(left.preRelease === '') - Number(right.preRelease === '') ||
    compareVersions(left.preRelease, right.preRelease) ||
    compareVersions(left.build, right.build)
  return order < 0
}

/** Whether a version comes before a release: `1.2.3-rc.1`, `1.2.3rc1`, `1.0b2`, `2.0.0-x` (semver); not `0-unstable-2024-05-01`. */
export function isPreRelease(version: string): boolean {
  return partsOf(version).preRelease !== ''
}

interface Parts {
  release: string
  /** Without the sign before it; empty: it is a release. */
  preRelease: string
  build: string
}

/** Words that say so wherever they stand; `a`, `b` and `m` only before a number: 1.1.1b is a release of OpenSSL. */
const named =
  /^(.*?[0-9])[-._~]?((?:alpha|beta|canary|cr|dev|milestone|nightly|pre|preview|rc|snapshot)(?![a-z]).*|[abm][0-9].*)$/

/** Semver's rule: whatever follows a dash; but not the words that name what comes after a release, as nixpkgs and others do. */
const dashed =
  /^([^-]+)-((?!(?:final|g|ga|git|hotfix|lts|p|patch|pl|post|r|release|rev|sp|stable|u|unstable|update)(?![a-z]))[a-z].*)$/

function partsOf(version: string): Parts {
  // `v1.2.3` and `1.3.0` are of one kind.
  const [core = '', ...rest] = version
    .toLowerCase()
    .replace(/^v(?=[0-9])/, '')
    .split('+')
  const build = rest.join('+')
  const [, release = core, preRelease = ''] = named.exec(core) ?? dashed.exec(core) ?? []
  return { release, preRelease, build }
}

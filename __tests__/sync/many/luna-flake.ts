/** A checkout with many packages that Nix evaluates without a network and without nixpkgs, their sources on a GitHub on loopback. */
import { createHash, randomBytes } from 'node:crypto'
import { readEnvironment } from '../../../src/environment.ts'

export const system = readEnvironment().runnerSystem
const salt = randomBytes(6).toString('hex')

/** A hash that nothing has, its own for each text. */
export function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(`${salt} ${text}`).digest('base64')}`
}

/** Functions that packages are made with: nixpkgs’ names and forms. `server`: where sources are. */
export function library(server: string): string {
  return `{ system }: rec {
  fetchFromGitHub = { owner, repo, tag ? null, rev ? tag, hash }: derivation {
    name = "source";
    inherit system owner repo tag rev;
    builder = "/bin/sh";
    salt = "${salt}";
    url = "${server}/\${owner}/\${repo}/archive/\${rev}.tar.gz";
    outputHash = hash;
    outputHashMode = "recursive";
  };
  # What has to be made on a machine of the system.
  vendor = { pname, version, src, hash }: derivation {
    name = "\${pname}-\${version}-vendor";
    inherit system src;
    builder = "/bin/sh";
    outputHash = hash;
    outputHashMode = "recursive";
  };
  mkDerivation = { pname, version, meta ? { }, ... }@given: (derivation (removeAttrs given [ "meta" ] // {
    name = "\${pname}-\${version}";
    inherit system;
    builder = "/bin/sh";
  })) // { inherit meta; };
}
`
}

interface PackageOptions {
  /** Of `luna`; left out: the package's name. */
  repo?: string
  tag?: string
  /** Nix code may be in it, as in all of them. */
  hash?: string
  more?: string
}

/** Nix code: an attribute that is a package, fetched from GitHub. `name`: as it stands before the `=`. */
export function packageOf(
  name: string,
  version: string,
  { repo = name, tag = 'v${version}', hash = hashOf(name), more = '' }: PackageOptions = {}
): string {
  return `${name} = let version = "${version}"; in lib.mkDerivation {
    pname = ${name.startsWith('"') ? '"odd"' : `"${name}"`};
    inherit version; ${more}
    src = lib.fetchFromGitHub { owner = "luna"; repo = "${repo}"; tag = "${tag}"; hash = "${hash}"; };
  };`
}

export function flakeOf(systems: readonly string[] = [system]): string {
  return `{
  outputs = _:
    let
      each = body: builtins.listToAttrs (map (system: { name = system; value = body system; }) [ ${systems.map((one) => `"${one}"`).join(' ')} ]);
    in {
      packages = each (system: import ./packages.nix { inherit system; });
    };
}
`
}

/** `packages`: Nix code of attributes, where `lib`, `self` and `system` are in scope. */
export function packagesFile(packages: string): string {
  return `{ system ? builtins.currentSystem }:
let
  lib = import ./lib.nix { inherit system; };
  versions = import ./versions.nix;
  cliHash = (builtins.fromJSON (builtins.readFile ./hashes.json)).cli.hash;
  stubHashes = { "1.0.0" = "${hashOf('stub')}"; };
  stubDocsHashes = { "1.0.0" = "${hashOf('stub-docs')}"; };
  common = lib.vendor { pname = "common"; version = "7"; src = null; hash = "${hashOf('common')}"; };
  self = {
${packages}
  };
in
self
`
}

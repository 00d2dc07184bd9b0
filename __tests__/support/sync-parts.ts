/** Packages of several fixed outputs, whose old contents are in the store as after a build of the old version. */
import {
  computeHashes,
  fillHashes,
  instantiate,
  placeCheckout,
  type Checkout,
  type Tree
} from './sync-hashes.ts'
import { output } from './program.ts'
import { foreignSystem, ownSystem, type PackageSet } from './sync-packages.ts'

export const partsFile = 'nix/tool.nix'
export const partsVersion = '1.2.0'

export interface Parts {
  /** Of fixed-output derivations. */
  count: number
  /**
   * independent: all are sources of the package. by-system: the same, from another address for each of two systems. chained: a source and what
   * is downloaded for it, each for the one before.
   */
  shape: 'independent' | 'by-system' | 'chained'
}

/** Names that the package's attributes have, a source before what is downloaded for it. */
export function partNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => (index === 0 ? 'src' : `part${index}`))
}

/** A checkout's files at the old version, with right hashes: the package's file, and a `default.nix` with it as `tool`. */
export async function makeParts(set: PackageSet, parts: Parts): Promise<Tree> {
  const named = partsText(parts)
  const systems = parts.shape === 'by-system' ? bothSystems : [ownSystem]
  const [hashes] = await computeHashes(set, [checkoutOf(named, systems)])
  const text = fillHashes(named, hashes ?? new Map())
  const placed = placeCheckout(set, checkoutOf(text, [ownSystem]))
  const [drvPaths = []] = await instantiate(set, [placed])
  await output('nix-store', ['--realise', ...drvPaths], { env: set.env })
  return new Map([
    [partsFile, text],
    ['default.nix', setText]
  ])
}

const bothSystems = [ownSystem, foreignSystem]

const setText = `{ system ? builtins.currentSystem }:
{ tool = (import <nixpkgs> { inherit system; }).callPackage ./${partsFile} { }; }
`

function partsText({ count, shape }: Parts): string {
  const texts = partNames(count).map((name, index, names) => {
    const hash = `hash = "@sri.${name}@";`
    if (shape === 'by-system') {
      const hashes = bothSystems.map((system) => `${system} = "@sri.${name}-${system}@";`).join(' ')
      return (
        `${name} = fetchurl { url = "https://downloads.example.org/\${version}/${name}-\${stdenv.system}.tar.gz"; ` +
        `hash = { ${hashes} }.\${stdenv.system}; };`
      )
    }
    if (shape === 'independent') {
      return `${name} = fetchurl { url = "https://downloads.example.org/\${version}/${name}.tar.gz"; ${hash} };`
    }
    if (index === 0) {
      return `${name} = fetchFromGitHub { owner = "alice"; repo = "tool"; rev = "v\${version}"; ${hash} };`
    }
    const root = index === 1 ? '.' : 'locks'
    return (
      `${name} = fetchDeps { name = "tool-\${version}-${index}"; src = ${names[index - 1] ?? ''}; ` +
      `modRoot = "${root}"; lockFiles = [ "go.sum" ]; ${hash} };`
    )
  })
  return `{ stdenv, fetchurl, fetchFromGitHub, fetchDeps }:
stdenv.mkDerivation rec {
  pname = "tool";
  version = "${partsVersion}";
  ${texts.join('\n  ')}
}
`
}

function checkoutOf(text: string, systems: readonly string[]): Checkout {
  return {
    tree: new Map([[partsFile, text]]),
    package: `file:${partsFile}`,
    systems,
    isNixpkgs: false
  }
}

import { sriOf } from '../../../src/binary-cache/digest.ts'
import type { Computed, ReadComputed } from '../../../src/sync/computed/types.ts'
import { bumpEdit } from '../../../src/sync/literals/version-spelling.ts'
import { dyeDigest, writeDigest } from '../../../src/sync/literals/dye.ts'
import { findHashLiterals, findVersionLiterals } from '../../../src/sync/literals/find.ts'
import {
  nothingBeside,
  type Edit,
  type HashEdit,
  type SyncChange,
  type TextFile
} from '../../../src/sync/types.ts'

export const head = '3f2a91cc0d5e8b7a6c4f3e2d1b0a99887766554a'

const hash = (place: string): string => sriOf(dyeDigest('before', place, 'sha256'))
const base32 = '0v6s3dmcldcbh3lbdzj2m9mrnfyj3g4jnpgpxmhbpnzn2c5ha5b7'

/** A package in the ways that hashes and versions are written. */
export const packageFile: TextFile = {
  path: 'nix/infer.nix',
  text: [
    '{ lib, buildGoModule, fetchurl }:',
    '# was 0.76.0',
    'buildGoModule {',
    '  pname = "infer";',
    '  version = "0.76.0";',
    `  src = fetchurl { url = "https://example.org/infer-0_76_0.tgz"; sha256 = "${base32}"; };`,
    `  vendorHash = "${hash('vendor')}";`,
    '  npmDepsHash = lib.fakeHash;',
    '  other = { sha512 = ""; };',
    '}',
    ''
  ].join('\r\n')
}

/** A hash for each system, beside it. */
export const hashesFile: TextFile = {
  path: 'nix/hashes.json',
  text: `{\n  "x86_64-linux": "${hash('x86')}",\n  "aarch64-linux": "${hash('arm')}"\n}\n`
}

export const files = [packageFile, hashesFile]

/** The edit of the `index`-th hash of a file to a digest that is called `name`. */
export function hashEdit(
  file: TextFile,
  index: number,
  name: string,
  systems: string[] = ['x86_64-linux']
): HashEdit {
  const literal = findHashLiterals(file)[index]
  if (literal === undefined) throw new Error(`${file.path} has no hash ${index}`)
  const digest = dyeDigest('after', name, literal.algorithm)
  const { start, end, line, text } = literal
  return {
    ...{ file: file.path, start, end, line, text },
    replacement: writeDigest(literal, digest),
    systems,
    derivations: [`infer-0.76.1-${name}`],
    oldHash: literal.digest === null ? null : sriOf(literal.digest),
    newHash: sriOf(digest)
  }
}

export function versionEdits(file: TextFile): Edit[] {
  return findVersionLiterals(file, '0.76.0').map((literal) => bumpEdit(literal, '0.76.1'))
}

export function changeWith(changes: Partial<SyncChange> = {}): SyncChange {
  return {
    package: { kind: 'flake', text: '.#infer', folder: '.', attribute: 'infer' },
    name: 'infer',
    oldVersion: '0.76.0',
    newVersion: '0.76.1',
    revision: null,
    beside: nothingBeside,
    head,
    versions: versionEdits(packageFile),
    hashes: [
      hashEdit(hashesFile, 0, 'x86'),
      hashEdit(packageFile, 0, 'source'),
      hashEdit(packageFile, 1, 'vendor'),
      hashEdit(packageFile, 2, 'npm'),
      hashEdit(packageFile, 3, 'other')
    ],
    ...changes
  }
}

export function computedWith(
  changes: Partial<SyncChange> = {},
  rest: Partial<Omit<Computed, 'change'>> = {}
): Computed {
  const change = changeWith(changes)
  return {
    change,
    source: change.oldVersion === change.newVersion ? 'kept' : 'followed',
    systems: ['x86_64-linux'],
    checks: [{ name: 'build', result: 'passed', detail: 'infer-0.76.1' }],
    told: [],
    notes: [],
    counts: { evaluations: { 'x86_64-linux': 3 }, rounds: 2, builds: 4 },
    releaseUrl: 'https://github.com/o/infer/releases/tag/v0.76.1',
    compareUrl: null,
    ...rest
  }
}

export function answer(
  file: string,
  changes: Partial<SyncChange> = {},
  rest: Partial<Omit<Computed, 'change'>> = {}
): ReadComputed {
  return { ...computedWith(changes, rest), file }
}

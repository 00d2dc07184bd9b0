import { sriOf } from '../binary-cache/digest.ts'
import type { Bumped } from './bump.ts'
import { writeDigest } from './literals/dye.ts'
import type { ComputedHash, Edit, HashEdit, SyncChange } from './types.ts'
import type { Workshop } from './workshop.ts'

/** What is to be written: versions and hashes that differ from what stands there. */
export function changeOf(
  { project, work }: Workshop,
  pname: string,
  bumped: Bumped,
  hashes: readonly ComputedHash[]
): SyncChange {
  return {
    package: work.package,
    name: pname,
    oldVersion: bumped.oldVersion,
    newVersion: bumped.newVersion,
    head: project.head,
    versions: bumped.versions,
    hashes: hashes.map(hashEdit).filter(({ text, replacement }) => text !== replacement),
    revision: bumped.revision,
    beside: bumped.beside
  }
}

function hashEdit({ literal, digest, systems, derivations }: ComputedHash): HashEdit {
  const { file, start, end, line, text } = literal
  return {
    ...{ file, start, end, line, text },
    replacement: writeDigest(literal, digest),
    systems,
    derivations,
    oldHash: literal.digest === null ? null : sriOf(literal.digest),
    newHash: sriOf(digest)
  }
}

export function isEmpty({ versions, hashes, beside }: SyncChange): boolean {
  return versions.length + hashes.length + beside.files.length + beside.keys.length === 0
}

/** All that is written into files that stay otherwise what they are, made anew or not. */
export function editsOf({ versions, hashes, beside }: SyncChange): Edit[] {
  return [...versions, ...hashes, ...beside.keys]
}

import {
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { basename } from 'node:path'
import type { TrackedFile } from './work-tree.ts'

/** Bytes up to which a file is read and written; the kernel's own way of copying takes twice as long for small ones. */
const smallFile = 1024 * 1024

/**
 * Copies what is tracked in `root` into `folder`, as it stands there: bytes, modes, links. Never hard links, as the copies are
 * edited. Synchronously, as that costs half the processor time for 45,000 small files (nixpkgs).
 */
export function copyFiles(root: string, files: readonly TrackedFile[], folder: string): void {
  const made = new Set<string>()
  for (const { name } of files) {
    const parent = name.subarray(0, Math.max(name.lastIndexOf('/'), 0))
    const key = parent.toString('latin1')
    if (!made.has(key)) mkdirSync(below(folder, parent), { recursive: true })
    made.add(key)
    copy(below(root, name), below(folder, name))
  }
}

/** Names are bytes to Git and to the disk. */
function below(folder: string, name: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), name])
}

function copy(from: Buffer, to: Buffer): void {
  const found = lstatSync(from, { throwIfNoEntry: false })
  // A sparse checkout does not have all that is tracked.
  if (found === undefined) return
  if (found.isDirectory()) copySubmodule(from.toString('utf8'), to.toString('utf8'))
  else if (found.isSymbolicLink()) symlinkSync(readlinkSync(from, 'buffer'), to)
  else if (found.size > smallFile) copyFileSync(from, to)
  else writeFileSync(to, readFileSync(from), { mode: found.mode })
}

/** A package that is made by a file sees what is checked out in a submodule; a flake never does. */
function copySubmodule(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => basename(source) !== '.git'
  })
}

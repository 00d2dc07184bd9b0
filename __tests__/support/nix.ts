import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog, type Log } from '../../src/log.ts'
import { openNix } from '../../src/nix/nix.ts'
import type { Nix } from '../../src/nix/types.ts'
import { removeFolder as removeFolderAndAll } from '../../src/scratch.ts'

/** Flakes, no network, builds as whoever runs the tests, and no waiting for the disk. */
export const nixConfig = [
  'experimental-features = nix-command flakes',
  'sandbox = false',
  'build-users-group =',
  // Seven times for each fresh store, otherwise.
  'fsync-metadata = false',
  'substituters ='
].join('\n')

/** Nix 2.26 in a Debian 13 of its own; script/other-nix makes it and the next. */
export const newerNixRoot = '/var/tmp/nar-publish/trixie'

/** Nix 2.34 in a Debian testing. */
export const newestNixRoot = '/var/tmp/nar-publish/forky'

export interface TestNix {
  name: string
  /** What stands in front of its store's files, as this machine sees them. */
  root: string
  /** A scratch folder that this Nix sees under the same name. */
  makeFolder: () => string
  /** The handle, working in `cwd`. */
  open: (cwd: string, log?: Log) => Promise<Nix>
}

/** This machine's Nix. */
export const thisMachine: TestNix = {
  name: "this machine's Nix",
  root: '',
  makeFolder: () => makeFolderIn(tmpdir()),
  open: (cwd, log = silentLog) => openNix({ env: testEnvironment(), cwd, log })
}

/** This machine's, always; and the newer one where it is installed (chroot wants root). */
export const testNixes: TestNix[] = [thisMachine, ...chrootNix('Nix in the chroot', newerNixRoot)]

/** The newest, or none. */
export const newestNixes: TestNix[] = chrootNix('the newest Nix, in its chroot', newestNixRoot)

/** Each that is here, oldest first: 2.8, 2.26, 2.34. */
export const allNixes: TestNix[] = [...testNixes, ...newestNixes]

/** Where those are that are not this machine's, for `enterChroot`. */
export const otherNixRoots: string[] = [newerNixRoot, newestNixRoot].filter(
  (root) => chrootNix('', root).length > 0
)

function chrootNix(name: string, root: string): TestNix[] {
  // chroot wants root, and Nix its /proc.
  const isHere = existsSync(join(root, 'usr/bin/nix')) && existsSync(join(root, 'proc/self'))
  return isHere && process.getuid?.() === 0 ? [nixIn(name, root)] : []
}

function nixIn(name: string, root: string): TestNix {
  return {
    name,
    root,
    makeFolder: () => makeFolderIn(join(root, 'tmp')),
    open: (cwd, log = silentLog) => {
      const bin = join(cwd, '.bin')
      mkdirSync(bin, { recursive: true })
      for (const program of ['nix', 'nix-store', 'nix-instantiate']) {
        writeFileSync(join(bin, program), chrootWrapper(root, program))
        chmodSync(join(bin, program), 0o755)
      }
      const env = testEnvironment()
      return openNix({ env: { ...env, PATH: `${bin}:${env['PATH'] ?? ''}` }, cwd, log })
    }
  }
}

/** Runs the chroot's program in the same folder; names of files lose the chroot's own path in front. */
function chrootWrapper(root: string, program: string): string {
  return `#!/bin/bash
root=${root}
for name in XDG_CACHE_HOME NIX_CACHE_HOME; do
  if [ -n "\${!name:-}" ]; then export "$name=\${!name//$root/}"; fi
done
[ -d "$root/\${TMPDIR:-none}" ] || export TMPDIR=/tmp
exec chroot "$root" /bin/sh -c 'cd "$0" && exec "$@"' "\${PWD#"$root"}" ${program} "\${@//$root/}"
`
}

function makeFolderIn(parent: string): string {
  return realpathSync(mkdtempSync(join(parent, 'nar-publish-nix-')))
}

/** What a child of the action sees, with Nix set up for tests. */
export function testEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry) => entry[1] !== undefined)
  return { ...(Object.fromEntries(entries) as Record<string, string>), NIX_CONFIG: nixConfig }
}

/** The fixture flake in a folder, with derivation names that no other run has. */
export function copyFlake(folder: string): void {
  const fixture = readFileSync(join(import.meta.dirname, '../fixtures/flake/flake.nix'), 'utf8')
  const salt = randomBytes(6).toString('hex')
  writeFileSync(
    join(folder, 'flake.nix'),
    fixture.replaceAll('@salt@', () => salt)
  )
}

/**
 * Deletes a scratch folder, stores in it included, and what this machine's Nix remembers of roots in it; a promise, as what `afterAll`
 * waits for.
 */
export function removeFolder(folder: string): Promise<void> {
  removeFolderAndAll(folder)
  forgetRootsBelow(folder)
  return Promise.resolve()
}

/** Links of runs that were killed, or that left something queued. A garbage collection would take them away, too. */
function forgetRootsBelow(folder: string): void {
  const roots = '/nix/var/nix/gcroots/auto'
  if (process.getuid?.() !== 0 || !existsSync(roots)) return
  for (const root of readdirSync(roots).map((name) => join(roots, name))) {
    try {
      if (readlinkSync(root).startsWith(`${folder}/`)) rmSync(root, { force: true })
    } catch {
      // Somebody else took it away meanwhile.
    }
  }
}

export interface FenceLog extends Log {
  /** What was written inside of fences. */
  readonly fencedText: string
}

/** Keeps what goes through the fence. */
export function fenceLog(): FenceLog {
  let text = ''
  return {
    ...silentLog,
    fenced: (body) =>
      body((chunk) => {
        text += chunk.toString()
      }),
    get fencedText() {
      return text
    }
  }
}

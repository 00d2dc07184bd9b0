/** The whole action in a Debian of its own, which has another Nix: see script/other-nix. */
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { basename, join } from 'node:path'
import { output } from './program.ts'
import { bundles } from './queue-job.ts'

export interface Chroot {
  root: string
  /** Programs that enter it: `node`, `nix` and its relatives. */
  programs: string
  /** The action's bundle. */
  entry: string
  /** For the test's files: seen from outside. */
  folder: string
  /** The same file by its name in there. */
  inside(path: string): string
  close(): Promise<void>
}

/**
 * Runs programs of the chroot in the same folder; names of files lose the chroot's own path in front. `env -C` and no shell inside:
 * dash drops variables such as INPUT_FLAKE-ATTRIBUTE.
 */
const wrapper = (root: string, place: string): string => `#!/bin/bash
root=${root}
for name in $(compgen -e); do export "$name=\${!name//$root/}"; done
[ -d "$root/\${TMPDIR:-none}" ] || export TMPDIR=/tmp
path=${place}:/usr/bin:/bin
exec chroot "$root" /usr/bin/env -C "\${PWD#"$root"}" PATH="$path" "$(basename "$0")" "\${@//$root/}"
`

/** A folder with programs that enter the chroot, and what the action needs inside of it. */
export function enterChroot(root: string): Chroot {
  const folder = mkdtempSync(join(root, 'tmp', 'second-nix-'))
  const inside = join(folder, 'inside')
  const programs = join(folder, 'programs')
  mkdirSync(inside)
  mkdirSync(programs)
  copyFileSync(process.execPath, join(inside, 'node'))
  // For the job's cache: Debian's minimal system has tar and no zstd, but the libraries that it needs.
  const [zstd = ''] = ['/usr/bin/zstd', '/bin/zstd'].filter((file) => existsSync(file))
  copyFileSync(zstd, join(inside, 'zstd'))
  for (const name of ['unzstd', 'zstdmt']) symlinkSync('zstd', join(inside, name))
  cpSync(bundles, join(folder, 'dist'), { recursive: true })
  const enter = join(programs, 'enter')
  writeFileSync(enter, wrapper(root, inside.slice(root.length)))
  chmodSync(enter, 0o755)
  for (const program of ['node', 'nix', 'nix-build', 'nix-store']) {
    symlinkSync(basename(enter), join(programs, program))
  }
  return {
    root,
    programs,
    entry: join(folder, 'dist/index.js'),
    folder,
    inside: (path) => path.slice(root.length),
    close: async () => {
      await output('rm', ['-rf', '--one-file-system', '--', folder])
    }
  }
}

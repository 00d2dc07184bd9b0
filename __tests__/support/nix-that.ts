import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { output } from './program.ts'

/**
 * Nix's programs, of which each evaluation is numbered (`$n`) and does `before` first, and which note how many realisations have ended (a
 * folder `realised-1` in `$notes`). `folder`: where theirs is made, which stands for PATH.
 */
export async function nixThat(folder: string, before: string): Promise<string> {
  const bin = mkdtempSync(join(folder, 'nix-'))
  const whereIs = async (program: string): Promise<string> =>
    (await output('sh', ['-c', `command -v ${program}`])).trim()
  const waiting = `notes=${bin}
number() { n=1; until mkdir $notes/$1-$n 2>/dev/null; do n=$((n + 1)); done; }
await() { for _ in $(seq 1200); do [ -d $notes/$1 ] && return; sleep 0.05; done; echo "no $1" >&2; exit 9; }`
  const evaluates = `case "$*" in *'nar-publish reads meta'*) number evaluation; ${before} ;; esac`
  const scripts = {
    'nix-instantiate': `${evaluates}\nexec ${await whereIs('nix-instantiate')} "$@"`,
    nix: `${evaluates}\nexec ${await whereIs('nix')} "$@"`,
    'nix-store': `${await whereIs('nix-store')} "$@"; status=$?
case "$*" in *--realise*) number realised ;; esac
exit $status`
  }
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/bash\n${waiting}\n${script}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  return bin
}

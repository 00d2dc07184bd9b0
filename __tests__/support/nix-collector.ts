import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a collection came to that was tried after each command of Nix's. */
export interface NixCollector {
  /** Folder for PATH. */
  bin: string
  /** Store paths that were there still when something else held them, and those that went. */
  left(): string[]
  taken(): string[]
}

/**
 * Nix's programs, and after each of their commands a garbage collection of what that command was about: whatever no root holds at that
 * moment is gone, as a collector that runs in a loop takes it now and then. Only of that: the store has paths of others.
 */
export function collectAlways(
  folder: string,
  real: { nix: string; seen?: (path: string) => string }
): NixCollector {
  const bin = mkdtempSync(join(folder, 'collector-'))
  const inside = real.seen?.(bin) ?? bin
  const log = join(bin, 'log')
  writeFileSync(log, '')
  const script = `#!/bin/bash
said=$(mktemp)
program=$(basename "$0")
'${real.nix}'/"$program" "$@" | tee "$said"
status=\${PIPESTATUS[0]}
for path in $(printf '%s\\n' "$@" | cat - "$said" | grep -a -o '/nix/store/[0-9a-z]\\{32\\}-[0-9A-Za-z+._?=-]*' | sort -u); do
  [ -e "$path" ] || continue
  '${real.nix}'/nix-store --delete "$path" >/dev/null 2>&1 && echo "taken $path" || echo "left $path"
done >> '${inside}/log'
rm -f "$said"
exit "$status"
`
  writeFileSync(join(bin, 'nix'), script, { mode: 0o755 })
  for (const program of ['nix-store', 'nix-instantiate']) symlinkSync('nix', join(bin, program))
  const told = (word: string): string[] => [
    ...new Set(
      readFileSync(log, 'utf8')
        .split('\n')
        .flatMap((line) => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []))
    )
  ]
  return { bin, left: () => told('left'), taken: () => told('taken') }
}

import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { output } from './program.ts'

/** Command lines of Nix's programs, as they are started. */
export interface NixWitness {
  /** Folder for PATH. */
  bin: string
  /** Program and arguments. */
  commands(): string[][]
  /** What each of them had for its environment. */
  environments(): string[]
}

/** Programs that note how they were called, and go on as the real ones; `others` beside Nix's. */
export async function watchNix(
  folder: string,
  others: readonly string[] = []
): Promise<NixWitness> {
  const bin = mkdtempSync(join(folder, 'witness-'))
  const file = join(bin, 'commands')
  writeFileSync(file, '')
  for (const program of ['nix', 'nix-store', 'nix-instantiate', 'nix-build', ...others]) {
    const real = await output('sh', ['-c', `command -v ${program}`])
    // One write for each call: the lines of two calls at once do not mix.
    const script = `#!/bin/bash
printf -v line '%s\\x1f' ${program} "$@"
printf '%s\\0' "$line" >> '${file}'
cat /proc/$$/environ > '${bin}/environment.'$$
exec '${real}' "$@"
`
    writeFileSync(join(bin, program), script)
    chmodSync(join(bin, program), 0o755)
  }
  return {
    bin,
    commands: () =>
      readFileSync(file, 'utf8')
        .split('\0')
        .filter((line) => line !== '')
        .map((line) => line.split('\x1f').slice(0, -1)),
    environments: () =>
      readdirSync(bin)
        .filter((name) => name.startsWith('environment.'))
        .map((name) => readFileSync(join(bin, name), 'utf8'))
  }
}

import { expectNix, runNix } from './run.ts'
import type { Nix } from './types.ts'

/** Nix's settings as this user's commands have them, by name. */
export async function readNixSettings(nix: Nix): Promise<Map<string, string>> {
  const now = await runNix(nix, { program: 'nix', args: ['config', 'show'] })
  // So it was called before 2.20.
  const text =
    now.status === 0 ? now.stdout : await expectNix(nix, { program: 'nix', args: ['show-config'] })
  const settings = text.split('\n').map((line) => /^([\w-]+) = ?(.*)$/.exec(line))
  return new Map(
    settings.flatMap((match) => (match?.[1] === undefined ? [] : [[match[1], match[2] ?? '']]))
  )
}

import { delimiter, join } from 'node:path'
import type { NixCommand } from './command.ts'
import { isAtLeast } from './nix.ts'
import { expectNix, runNix } from './run.ts'
import type { Nix } from './types.ts'

/** Nix's settings as this user's commands have them, by name. */
export async function readNixSettings(nix: Nix): Promise<Map<string, string>> {
  // So it was called before 2.20, and others that count otherwise may call it so.
  const old: NixCommand = { program: 'nix', args: ['show-config'] }
  const now = isAtLeast(nix.version, 2, 20)
    ? await runNix(nix, { program: 'nix', args: ['config', 'show'] })
    : null
  const text = now?.status === 0 ? now.stdout : await expectNix(nix, old)
  const settings = text.split('\n').map((line) => /^([\w-]+) = ?(.*)$/.exec(line))
  return new Map(
    settings.flatMap((match) => (match?.[1] === undefined ? [] : [[match[1], match[2] ?? '']]))
  )
}

/**
 * The files with this user's own settings, absolute, the one that goes before the others first. NIX_USER_CONF_FILES takes the place of
 * Nix's usual ones: whoever sets it keeps these in the list.
 */
export function userConfFiles(env: Readonly<Record<string, string>>): string[] {
  const given = env['NIX_USER_CONF_FILES']
  if (given !== undefined && given !== '') return given.split(delimiter)
  const home = env['XDG_CONFIG_HOME'] ?? join(env['HOME'] ?? '/', '.config')
  const others = (env['XDG_CONFIG_DIRS'] ?? '/etc/xdg').split(delimiter)
  return [home, ...others].map((folder) => join(folder, 'nix', 'nix.conf'))
}

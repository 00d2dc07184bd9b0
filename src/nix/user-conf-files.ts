import { delimiter, join } from 'node:path'

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

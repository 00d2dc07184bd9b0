/**
 * Nobody answers ssh in the background: no question about a password or an unknown host, and no waiting for a host that is silent.
 * Options of the user's own go before: of each, ssh takes the first.
 */
const unattended = '-oBatchMode=yes -oConnectTimeout=30 -oServerAliveInterval=15'

/** For `nix copy --to ssh://…` of a queue. */
export function withSshOptions(env: Readonly<Record<string, string>>): Record<string, string> {
  const given = env['NIX_SSHOPTS'] ?? ''
  return { ...env, NIX_SSHOPTS: `${given} ${unattended}`.trim() }
}

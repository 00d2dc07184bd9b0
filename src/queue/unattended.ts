import type { Environment } from '../environment.ts'

const sshOptions = '-oBatchMode=yes -oConnectTimeout=30 -oServerAliveInterval=15'

/**
 * An environment whose ssh asks nobody, as nobody answers in the background: about a password, or an unknown host. Nor does Nix's wait
 * for a host that is silent. Options of the user's own go before: of each, ssh takes the first.
 */
export function unattended(environment: Environment): Environment {
  const { childEnvironment } = environment
  const given = childEnvironment['NIX_SSHOPTS'] ?? ''
  return {
    ...environment,
    childEnvironment: {
      ...childEnvironment,
      NIX_SSHOPTS: `${given} ${sshOptions}`.trim(),
      // Git's as well, which may have a desktop to open a window on.
      SSH_ASKPASS_REQUIRE: 'never'
    }
  }
}

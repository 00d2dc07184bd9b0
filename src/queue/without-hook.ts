import type { Environment } from '../environment.ts'

/** An environment whose Nix runs no hook: what publishing itself builds or copies is not queued again. */
export function withoutHook(environment: Environment): Environment {
  const { childEnvironment } = environment
  // NIX_CONFIG goes before every file, and the last line counts.
  const config = `${childEnvironment['NIX_CONFIG'] ?? ''}\npost-build-hook =\n`
  return { ...environment, childEnvironment: { ...childEnvironment, NIX_CONFIG: config } }
}

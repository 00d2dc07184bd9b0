import { join } from 'node:path'
import { NarPublishError } from '../errors.ts'
import type { Run } from '../run.ts'
import { askNix } from './run.ts'
import type { Nix, NixVersion } from './types.ts'

/** Asks Nix for its version. Throws NIX_MISSING when there is no `nix` in the PATH of `env`. */
export async function openNix(place: Pick<Nix, 'env' | 'log' | 'cwd' | 'roots'>): Promise<Nix> {
  const text = await askNix(place, { program: 'nix', args: ['--version'] })
  return { ...place, version: parseNixVersion(text) }
}

/** The Nix of a run, for installables of its workspace. `scratch`: of a run that publishes, or proves; its roots go away with it. */
export function openRunNix({
  environment,
  log,
  scratch
}: Pick<Run<never>, 'environment' | 'log'> & { scratch?: string }): Promise<Nix> {
  return openNix({
    env: environment.childEnvironment,
    cwd: environment.workspace,
    log,
    ...(scratch === undefined ? {} : { roots: join(scratch, 'gc-roots') })
  })
}

/** Takes `nix (Nix) 2.8.0`, `nix (Lix, like Nix) 2.91.1`, `nix (Determinate Nix 3.11.2) 2.31.1` or `nix (Nix) 2.35.0pre1`. */
export function parseNixVersion(output: string): NixVersion {
  const text = output.trim()
  const [, major, minor] = /(?:^|\s)(\d+)\.(\d+)\S*$/.exec(text) ?? []
  if (major === undefined || minor === undefined) {
    throw new NarPublishError({
      code: 'NIX_FAILED',
      subject: 'nix --version',
      reason: `it says ${JSON.stringify(text.slice(0, 200))}, which holds no version`
    })
  }
  return { text, major: Number(major), minor: Number(minor) }
}

export function isAtLeast(version: NixVersion, major: number, minor: number): boolean {
  return version.major > major || (version.major === major && version.minor >= minor)
}

import { buildInstallables, type BuildResult } from '../nix/build.ts'
import type { EvaluatedPackage } from './types.ts'
import type { Workshop } from './workshop.ts'

/** Builds what was evaluated; it stays as long as the run's folder does. */
export function buildPackage(
  { work, nix, log }: Pick<Workshop, 'work' | 'nix' | 'log'>,
  own: EvaluatedPackage
): Promise<BuildResult> {
  return log.group(`build ${own.name}`, () =>
    buildInstallables(nix, [{ ...own, installable: work.package.text }], {
      substituters: [],
      gcRootsDirectory: nix.roots,
      log
    })
  )
}

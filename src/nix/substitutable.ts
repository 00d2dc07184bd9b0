import { chunkOperands } from './command.ts'
import { runNix } from './run.ts'
import type { Nix } from './types.ts'

/**
 * Those of the derivations that Nix would have to build, as neither this machine's store nor a substituter has their outputs.
 * `operands`: `drv!out,dev` → the .drv. Asks by a dry run, which tells in words.
 */
export async function derivationsToBuild(
  nix: Nix,
  operands: ReadonlyMap<string, string>
): Promise<Set<string>> {
  const told = new Set<string>()
  for (const chunk of chunkOperands([...operands.keys()])) {
    const args = ['--realise', '--dry-run', '--no-gc-warning', '--', ...chunk]
    const { stderr } = await runNix(nix, { program: 'nix-store', args })
    for (const drvPath of plannedBuilds(stderr)) told.add(drvPath)
  }
  return new Set([...operands.values()].filter((drvPath) => told.has(drvPath)))
}

/** The paths below `these 2 derivations will be built:` (or `this derivation …`) of a dry run. */
export function plannedBuilds(stderr: string): string[] {
  const builds: string[] = []
  let isListed = false
  for (const line of stderr.split('\n')) {
    const path = /^\s+(\/nix\/store\/\S+\.drv)$/.exec(line)?.[1]
    if (path === undefined) isListed = /derivations? will be built:\s*$/.test(line)
    else if (isListed) builds.push(path)
  }
  return builds
}

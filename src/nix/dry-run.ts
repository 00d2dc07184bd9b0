import { chunkOperands } from './command.ts'
import { nixFailure, runNix } from './run.ts'
import type { Nix } from './types.ts'

/** What it takes to have the outputs of some derivations. */
export interface DryRun {
  /** .drv files that neither the store nor a substituter has the outputs of, with all such that they need. */
  builds: Set<string>
  /** bytes of the store paths that substituters give, unpacked; 0: none. */
  fetches: number
}

/** `operands`: as `nix-store --realise` takes them, `drv!out,dev`. `store`: by default this machine's. Asks by a dry run, which tells in words. Throws NIX_FAILED. */
export async function dryRun(
  nix: Nix,
  operands: readonly string[],
  store?: string
): Promise<DryRun> {
  const place = store === undefined ? [] : ['--store', store]
  const told: DryRun = { builds: new Set(), fetches: 0 }
  for (const chunk of chunkOperands(operands)) {
    const args = [...place, '--realise', '--dry-run', '--no-gc-warning', '--', ...chunk]
    const ended = await runNix(nix, { program: 'nix-store', args })
    if (ended.status !== 0) throw nixFailure(ended)
    for (const drvPath of plannedBuilds(ended.stderr)) told.builds.add(drvPath)
    told.fetches += plannedFetches(ended.stderr)
  }
  return told
}

/**
 * Those of the derivations that Nix would have to build, as neither this machine's store nor a substituter has their outputs.
 * `operands`: `drv!out,dev` → the .drv.
 */
export async function derivationsToBuild(
  nix: Nix,
  operands: ReadonlyMap<string, string>
): Promise<Set<string>> {
  const { builds } = await dryRun(nix, [...operands.keys()])
  return new Set([...operands.values()].filter((drvPath) => builds.has(drvPath)))
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

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']

/** bytes: of `these 3 paths will be fetched (0.1 MiB download, 1.5 MiB unpacked):`. Up to 2.31 it is always MiB. */
export function plannedFetches(stderr: string): number {
  let bytes = 0
  for (const [, size, unit = ''] of stderr.matchAll(
    /^(?:this path|these(?: \d+)? paths) will be fetched \(.*, ([\d.]+) ([KMGT]?i?B) unpacked\)/gm
  )) {
    bytes += Number(size) * 1024 ** units.indexOf(unit)
  }
  return Math.round(bytes)
}

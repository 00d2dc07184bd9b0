import type { PlannedRow } from '../../build-plan/plan.ts'
import { fixedOutputOf } from '../../nix/derivations.ts'
import type { Derivations } from '../row/derivations.ts'
import type { Handed } from '../row/handed.ts'
import type { Candidate, LeftOut } from './types.ts'

/** What can be built again and compared, and how many of what the rows built cannot. */
export function candidatesOf(
  rows: readonly PlannedRow[],
  derivations: Derivations,
  { paths: packed }: Pick<Handed, 'paths'>
): { candidates: Candidate[]; leftOut: LeftOut } {
  const attributes = new Map(
    rows.flatMap((row) => row.attributes.map((one) => [one.drvPath, one.installable]))
  )
  const candidates: Candidate[] = []
  const leftOut: LeftOut = { fixed: 0, floating: 0, unpacked: 0 }
  for (const drvPath of new Set(rows.flatMap(({ builds }) => builds))) {
    const derivation = derivations.get(drvPath)
    const all = [...(derivation?.outputs ?? [])]
    const outputs = all.flatMap(([name, { path }]) => {
      const narHash = path === null ? undefined : packed.get(path)?.path.info.narHash
      return path === null || narHash === undefined ? [] : [{ name, path, narHash }]
    })
    if (derivation !== undefined && fixedOutputOf(derivation) !== null) leftOut.fixed += 1
    else if (all.some(([, { path }]) => path === null)) leftOut.floating += 1
    else if (outputs.length === 0) leftOut.unpacked += 1
    else candidates.push({ attribute: attributes.get(drvPath) ?? null, drvPath, outputs })
  }
  return { candidates, leftOut }
}

/** What it takes to build a derivation, of what the run built. */
export interface NeededOfRun {
  /** Packed store paths, which are taken as they are. */
  packed: string[]
  /** .drv files of which nobody packed what is needed: they are to be built here. */
  unpacked: string[]
}

/** `derivations`: what the run built, and nothing else. */
export function neededOfRun(
  drvPath: string,
  derivations: Derivations,
  { paths }: Pick<Handed, 'paths'>
): NeededOfRun {
  const packed = new Set<string>()
  const unpacked = new Set<string>()
  // A set gives what is added to it while it is read.
  const open = new Set([drvPath])
  for (const drv of open) {
    for (const [input, outputs] of derivations.get(drv)?.inputDrvs ?? []) {
      if (!derivations.has(input)) continue
      const wanted = outputs.map((name) => derivations.get(input)?.outputs.get(name)?.path ?? '')
      for (const path of wanted) if (paths.has(path)) packed.add(path)
      if (wanted.every((path) => paths.has(path))) continue
      unpacked.add(input)
      open.add(input)
    }
  }
  return { packed: [...packed], unpacked: [...unpacked] }
}

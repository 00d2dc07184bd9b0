import { planInvalid } from '../../build-plan/parse.ts'
import type { BuildPlan, PlannedRow } from '../../build-plan/plan.ts'
import { pnameOf, versionOf } from '../../binary-cache/nar-name.ts'
import { readDerivations, type Derivation } from '../../nix/derivations.ts'
import { holdPaths } from '../../nix/gc-roots.ts'
import type { EvaluatedInstallable, Nix } from '../../nix/types.ts'
import { invalidPaths } from '../../nix/validity.ts'

export type Derivations = ReadonlyMap<string, Derivation>

/** The .drv files of what rows build, as far as the streams that were imported have them. */
export async function readThere(nix: Nix, rows: readonly PlannedRow[]): Promise<Derivations> {
  const drvPaths = [...new Set(rows.flatMap(({ builds }) => builds))]
  const elsewhere = await holdPaths(nix, drvPaths)
  return readDerivations(
    nix,
    drvPaths.filter((drvPath) => !elsewhere.has(drvPath)),
    { closure: false }
  )
}

/** Rows of the first wave that a row takes from. */
export function givers({ rows }: BuildPlan, { takes }: PlannedRow): PlannedRow[] {
  const ids = new Set(takes.map(({ row }) => row))
  return rows.filter(({ id }) => ids.has(id))
}

/**
 * What a row builds, and what those that it takes from build of what it needs, once its streams were imported. Throws PLAN_INVALID when
 * the store has not what the plan says.
 */
export async function readRowDerivations(
  nix: Nix,
  plan: BuildPlan,
  row: PlannedRow
): Promise<Derivations> {
  const needed = [
    ...row.attributes.map(({ drvPath }) => drvPath),
    ...row.builds,
    ...row.takes.map(({ drvPath }) => drvPath)
  ]
  const lost = await holdPaths(nix, [...needed, ...row.paths.map(({ storePath }) => storePath)])
  for (const path of lost) throw planInvalid(path, 'it is in none of the streams of its row')
  const beside = givers(plan, row).flatMap(({ builds }) => builds)
  const elsewhere = await invalidPaths(nix, beside)
  const here = beside.filter((drvPath) => !elsewhere.has(drvPath))
  const derivations = await readDerivations(nix, [...new Set([...needed, ...here])], {
    closure: false
  })
  for (const { drvPath, outputs } of row.attributes) {
    for (const { name, path } of outputs) checkOutput(derivations, drvPath, path, name)
  }
  for (const { drvPath, storePath } of row.takes) checkOutput(derivations, drvPath, storePath)
  return derivations
}

function checkOutput(
  derivations: Derivations,
  drvPath: string,
  storePath: string,
  output?: string
): void {
  const outputs = [...(derivations.get(drvPath)?.outputs ?? [])]
  if (outputs.some(([name, { path }]) => path === storePath && name === (output ?? name))) return
  throw planInvalid(drvPath, `the plan says that it makes ${storePath}, and it does not`)
}

/** Output path → the .drv of it. */
export function outputsOf(
  drvPaths: readonly string[],
  derivations: Derivations
): Map<string, string> {
  return new Map(
    drvPaths.flatMap((drvPath) =>
      [...(derivations.get(drvPath)?.outputs.values() ?? [])].flatMap(({ path }) =>
        path === null ? [] : [[path, drvPath] as const]
      )
    )
  )
}

/** What a row builds for others, to be built as its attributes are. Throws PLAN_INVALID. */
export function builtForOthers(
  { builds, handsOn }: PlannedRow,
  derivations: Derivations
): EvaluatedInstallable[] {
  const own = outputsOf(builds, derivations)
  const stray = handsOn.find((path) => !own.has(path))
  if (stray !== undefined)
    throw planInvalid(stray, 'its row is to hand it on, and does not build it')
  const wanted = new Set(handsOn)
  return [...new Set(handsOn.flatMap((path) => own.get(path) ?? []))].map((drvPath) => {
    const { name = '', system = '', outputs = [] } = derivations.get(drvPath) ?? {}
    return {
      installable: drvPath,
      drvPath,
      name,
      pname: pnameOf(name),
      version: versionOf(name),
      system,
      outputs: [...outputs].flatMap(([name, { path }]) =>
        path !== null && wanted.has(path) ? [{ name, path }] : []
      ),
      mainProgram: null
    }
  })
}

import type { PathInfo } from '../../binary-cache/types.ts'
import type { Derivation } from '../../nix/derivations.ts'
import { queryRequisites } from '../../nix/references.ts'
import type { Nix } from '../../nix/types.ts'
import { invalidPaths } from '../../nix/validity.ts'
import { reachable } from './build-graph.ts'

/** What no cache has and this machine has: import-from-derivation built it, or somebody before. It need not be built again. */
export interface BuiltHere {
  /** .drv file → all the outputs of it that anybody needs. */
  outputs: Map<string, string[]>
  /** Of these, and of what they refer to. */
  infos: Map<string, PathInfo>
  /** .drv files of what is here, too, and for which there was no room. */
  tooLarge: string[]
}

interface HereRequest {
  derivations: ReadonlyMap<string, Derivation>
  /** .drv files of what no cache has. */
  builds: ReadonlySet<string>
  /** .drv file → the outputs that are wanted of it. */
  targets: ReadonlyMap<string, readonly string[]>
  /** bytes of NARs */
  room: number
}

/** Throws NIX_FAILED. */
export async function builtHere(nix: Nix, request: HereRequest): Promise<BuiltHere> {
  const { derivations, builds, targets, room } = request
  const needed = neededOutputs(request)
  const invalid = await invalidPaths(nix, [...new Set([...needed.values()].flat())])
  const here = new Map(
    [...needed].filter(([, paths]) => paths.length > 0 && !paths.some((one) => invalid.has(one)))
  )
  const known = await queryRequisites(nix, [...here.values()].flat())
  const tooLarge = new Set<string>()
  for (;;) {
    const isHere = (drvPath: string): boolean => here.has(drvPath) && !tooLarge.has(drvPath)
    const met = reachable(
      [...targets.keys()].filter((path) => builds.has(path)),
      (path) => (isHere(path) ? [] : inputsOf(derivations, builds, path))
    ).filter(isHere)
    const { outputs, infos, left } = fitting(
      new Map(met.map((path) => [path, here.get(path) ?? []])),
      known,
      room
    )
    if (left.length === 0) return { outputs, infos, tooLarge: [...tooLarge] }
    for (const drvPath of left) tooLarge.add(drvPath)
  }
}

function inputsOf(
  derivations: ReadonlyMap<string, Derivation>,
  builds: ReadonlySet<string>,
  drvPath: string
): string[] {
  return [...(derivations.get(drvPath)?.inputDrvs.keys() ?? [])].filter((one) => builds.has(one))
}

/** .drv file → paths of the outputs that a target or a derivation needs of it. */
function neededOutputs({ derivations, builds, targets }: HereRequest): Map<string, string[]> {
  const names = new Map<string, Set<string>>()
  const need = (drvPath: string, outputs: readonly string[]): void => {
    if (!builds.has(drvPath)) return
    names.set(drvPath, new Set([...(names.get(drvPath) ?? []), ...outputs]))
  }
  for (const [drvPath, outputs] of targets) need(drvPath, outputs)
  for (const path of builds)
    derivations.get(path)?.inputDrvs.forEach((outputs, input) => {
      need(input, outputs)
    })
  return new Map(
    [...names].map(([drvPath, outputs]) => {
      const known = derivations.get(drvPath)?.outputs
      const paths = [...outputs].map((name) => known?.get(name)?.path ?? null)
      return [drvPath, paths.includes(null) ? [] : paths.filter((path) => path !== null)]
    })
  )
}

/** As many as there is room for, those first that are smallest with all that they refer to. */
function fitting(
  candidates: ReadonlyMap<string, string[]>,
  known: ReadonlyMap<string, PathInfo>,
  room: number
): Pick<BuiltHere, 'outputs' | 'infos'> & { left: string[] } {
  const sizeOf = (paths: readonly string[]): number =>
    paths.reduce((sum, path) => sum + (known.get(path)?.narSize ?? 0), 0)
  const sized = [...candidates]
    .map(([drvPath, paths]) => {
      const closure = reachable(paths, (path) => known.get(path)?.references ?? [])
      return { drvPath, paths, closure, size: sizeOf(closure) }
    })
    .sort((a, b) => a.size - b.size || (a.drvPath < b.drvPath ? -1 : 1))
  const outputs = new Map<string, string[]>()
  const infos = new Map<string, PathInfo>()
  const left: string[] = []
  let taken = 0
  for (const { drvPath, paths, closure } of sized) {
    const more = closure.filter((path) => !infos.has(path))
    if (taken + sizeOf(more) > room) {
      left.push(drvPath)
      continue
    }
    taken += sizeOf(more)
    outputs.set(drvPath, paths)
    for (const path of more) {
      const info = known.get(path)
      if (info !== undefined) infos.set(path, info)
    }
  }
  return { outputs, infos, left }
}

import { queryStore } from './run.ts'
import type { Nix } from './types.ts'
import { invalidPaths } from './validity.ts'

/** Valid store path → the .drv that it was built by, as the store's database says, be that there or not. What has none, as a .drv, has no entry. */
export async function queryDerivers(
  nix: Nix,
  storePaths: readonly string[]
): Promise<Map<string, string>> {
  const outputs = storePaths.filter((path) => !path.endsWith('.drv'))
  // One line for each path, in their order.
  const answers = await queryStore(nix, ['--query', '--deriver'], outputs)
  return new Map(
    outputs.flatMap((path, index): [string, string][] => {
      const drv = answers[index] ?? ''
      return drv.endsWith('.drv') ? [[path, drv]] : []
    })
  )
}

/** Of these, the derivers that are in this machine's store. */
export async function validDerivers(
  nix: Nix,
  storePaths: readonly string[]
): Promise<Map<string, string>> {
  const derivers = await queryDerivers(nix, storePaths)
  const gone = await invalidPaths(nix, [...new Set(derivers.values())])
  return new Map([...derivers].filter(([, drv]) => !gone.has(drv)))
}

import { z } from 'zod'
import { chunkOperands } from './command.ts'
import { fullPath, pathInfoCommand } from './path-info.ts'
import { expectNix, unknownAnswer } from './run.ts'
import type { Nix } from './types.ts'

/** A derivation as the store's database knows it. */
export interface KnownDerivation {
  /** Of those that it is made with. */
  inputDrvs: string[]
  /** When it came into this store: seconds since 1970. */
  registeredAt: number
}

const entry = z.object({
  references: z.array(z.string()),
  registrationTime: z.int().nullish()
})
const anyShape = z.union([
  z.array(entry.extend({ path: z.string() })),
  z
    .object({ version: z.literal([2, 3]), info: z.record(z.string(), entry) })
    .transform(({ info }) => byPath(info)),
  // The format's version and the store's folder may stand beside the paths.
  z.record(z.string(), z.union([entry, z.number(), z.string()])).transform(byPath)
])

function byPath(infos: Record<string, z.infer<typeof entry> | number | string>) {
  return Object.entries(infos).flatMap(([path, info]) =>
    typeof info === 'object' ? [{ path, ...info }] : []
  )
}

/** These valid .drv files, by default with all that they are made with, by their paths. */
export async function queryDerivationGraph(
  nix: Nix,
  drvPaths: readonly string[],
  { closure }: { closure: boolean } = { closure: true }
): Promise<Map<string, KnownDerivation>> {
  const graph = new Map<string, KnownDerivation>()
  for (const chunk of chunkOperands(drvPaths)) {
    const { program, args } = pathInfoCommand(nix, chunk, 'derivations')
    const all = closure ? ['path-info', '--recursive', ...args.slice(1)] : args
    const answer = await expectNix(nix, { program, args: all })
    try {
      for (const { path, references, registrationTime } of anyShape.parse(JSON.parse(answer))) {
        graph.set(fullPath(path), {
          inputDrvs: references.map(fullPath).filter(isDerivation),
          registeredAt: registrationTime ?? 0
        })
      }
    } catch (cause) {
      throw unknownAnswer(nix, 'nix path-info', 'derivations', cause)
    }
  }
  return graph
}

/** All that a derivation is made with, and itself last, in the order of `nix-store --query --requisites`. */
export function requisitesOf(
  graph: ReadonlyMap<string, KnownDerivation>,
  drvPath: string
): string[] {
  const inputsOf = (drv: string): string[] => graph.get(drv)?.inputDrvs.toSorted() ?? []
  const needed = new Set([drvPath])
  // A set gives what is added to it while it is read.
  for (const drv of needed) for (const input of inputsOf(drv)) needed.add(input)
  const sorted = new Set<string>()
  const visit = (drv: string): void => {
    if (sorted.has(drv)) return
    for (const input of inputsOf(drv)) visit(input)
    sorted.add(drv)
  }
  for (const drv of [...needed].sort()) visit(drv)
  return [...sorted]
}

export function isDerivation(path: string): boolean {
  return path.endsWith('.drv')
}

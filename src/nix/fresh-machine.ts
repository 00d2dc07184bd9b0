import { byKind, makeStore } from './substitute.ts'
import { dryRun, type DryRun } from './dry-run.ts'
import { expectNix } from './run.ts'
import { chunkOperands } from './command.ts'
import type { Nix } from './types.ts'

/** What a machine would build and fetch that has the derivations, and nothing that was built. `operands`: `drv!out,dev`. */
export type FreshMachine = (operands: readonly string[]) => Promise<DryRun>

/**
 * A store of its own with these .drv files and all that they need to be valid. This machine's own does not count: what evaluation built,
 * or somebody before, is on no other. `directory`: empty or absent. Throws NIX_FAILED.
 */
export async function openFreshMachine(
  nix: Nix,
  drvPaths: readonly string[],
  directory: string
): Promise<FreshMachine> {
  const { store, env } = await makeStore(directory)
  for (const chunk of chunkOperands(drvPaths)) {
    for (const { program, args } of byKind(chunk, (operands) => ({
      program: 'nix',
      args: ['copy', '--no-check-sigs', '--to', store, ...operands]
    }))) {
      // Nobody needs it after a power cut.
      await expectNix(
        nix,
        {
          program,
          args: [...args.slice(0, 1), '--option', 'fsync-metadata', 'false', ...args.slice(1)]
        },
        { env }
      )
    }
  }
  const place: Nix = { ...nix, env: { ...nix.env, ...env } }
  return (operands) => dryRun(place, operands, store)
}

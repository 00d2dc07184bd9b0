import { holdPaths } from '../../nix/gc-roots.ts'
import { queryPathInfo } from '../../nix/path-info.ts'
import { withPlainAddresses } from '../../nix/plain-addresses.ts'
import { realiseCommand } from '../../nix/realise.ts'
import { runNix } from '../../nix/run.ts'
import type { Nix, Substituter } from '../../nix/types.ts'
import { chunkOperands } from '../../nix/command.ts'

/**
 * Fetches store paths into this machine's store, by their paths: of a derivation that allows no substitutes it would build what is packed. Answers
 * with the NAR hash of each that is there then.
 */
export async function bringPacked(
  nix: Nix,
  paths: readonly string[],
  substituters: readonly Substituter[]
): Promise<Map<string, string>> {
  const urls = substituters.map(({ url }) => url)
  await withPlainAddresses(nix, urls, async (plain) => {
    const asked = substituters.map((one, at) => ({ ...one, url: plain[at] ?? one.url }))
    // What could not be fetched is seen below.
    for (const chunk of chunkOperands(paths)) await runNix(nix, realiseCommand(asked, chunk, null))
  })
  const lost = await holdPaths(nix, paths)
  const there = paths.filter((path) => !lost.has(path))
  const infos = await queryPathInfo(nix, there)
  return new Map(there.map((path) => [path, infos.get(path)?.narHash ?? '']))
}

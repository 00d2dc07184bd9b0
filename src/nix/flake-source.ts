import { resolve } from 'node:path'
import { z } from 'zod'
import { parseJson } from '../text.ts'
import { runNix } from './run.ts'
import type { Nix } from './types.ts'

const metadata = z.object({
  // Left out for a tree with changes in it, a lock file that Nix wrote among them.
  revision: z.string().optional(),
  resolved: z.object({
    type: z.string(),
    url: z.string().optional(),
    path: z.string().optional()
  })
})

/** What Nix takes for a flake on this machine. */
export type FlakeSource =
  /** A commit, or a work tree that is as committed; null: with changes. `folder`: of its repository. */
  | { kind: 'git'; folder: string; revision: string | null }
  /** A folder, as it is. */
  | { kind: 'folder'; folder: string }

/** Asks about a flake's reference, as it is now. null: it is not on this machine, or Nix does not say. */
export async function askFlakeSource(nix: Nix, reference: string): Promise<FlakeSource | null> {
  // What was evaluated has its lock file by now.
  const args = ['flake', 'metadata', '--json', '--no-write-lock-file', '--', reference]
  const { status, stdout } = await runNix(nix, { program: 'nix', args })
  const read = status === 0 ? metadata.safeParse(parseJson(stdout)) : null
  if (read?.success !== true) return null
  const { revision = null, resolved } = read.data
  // Nix 2.8 leaves it as it was given.
  if (resolved.type === 'path')
    return { kind: 'folder', folder: resolve(nix.cwd, resolved.path ?? '') }
  const url = resolved.type === 'git' && URL.canParse(resolved.url ?? '') ? resolved.url : undefined
  if (url?.startsWith('file:') !== true) return null
  return { kind: 'git', folder: decodeURIComponent(new URL(url).pathname), revision }
}

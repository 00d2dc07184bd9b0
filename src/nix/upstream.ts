import type { PathInfo } from '../binary-cache/types.ts'

/** Why a path of the closure is not published. */
export type DropReason =
  | { kind: 'held' }
  | { kind: 'upstream'; key: string }
  | { kind: 'excluded'; pattern: string }
  | { kind: 'handed'; row: string }

interface DropRules {
  /** Names of the keys that upstream caches sign with: `cache.nixos.org-1`. */
  upstreamKeys: readonly string[]
  /** Matched anywhere in the full store path. */
  exclude: readonly RegExp[]
  /** Full store paths that the target has. */
  held: ReadonlySet<string>
  /** Full store paths that jobs of other rows have packed → which row; left out: none. */
  handed?: ReadonlyMap<string, string>
}

interface Selection {
  kept: PathInfo[]
  dropped: { storePath: string; reason: DropReason }[]
}

/** Splits a closure into what is published and what is not, each of the latter with its reason. Keeps the order. */
export function dropPaths(infos: readonly PathInfo[], rules: DropRules): Selection {
  const selection: Selection = { kept: [], dropped: [] }
  for (const info of infos) {
    const reason = dropReason(info, rules)
    if (reason === null) selection.kept.push(info)
    else selection.dropped.push({ storePath: info.storePath, reason })
  }
  return selection
}

function dropReason(
  info: PathInfo,
  { upstreamKeys, exclude, held, handed }: DropRules
): DropReason | null {
  const row = handed?.get(info.storePath)
  if (row !== undefined) return { kind: 'handed', row }
  if (held.has(info.storePath)) return { kind: 'held' }
  // The key's name is enough here: Nix has checked the signature when it fetched the path, and who can write a false one into
  // this machine's database can as well write a false path.
  const key = upstreamKeys.find((name) =>
    info.signatures.some((text) => text.startsWith(`${name}:`))
  )
  if (key !== undefined) return { kind: 'upstream', key }
  // Not `test`: that remembers where the last match of a global expression ended.
  const pattern = exclude.find((expression) => info.storePath.search(expression) !== -1)
  return pattern === undefined ? null : { kind: 'excluded', pattern: pattern.source }
}

import type { PackedPath } from '../binary-cache/types.ts'
import type { NarPublishError } from '../errors.ts'
import { queryClosures } from '../nix/closure.ts'
import type { ClosureType, InstallableFailure } from '../nix/types.ts'
import { list } from '../text.ts'
import type { Built, Packed, Selected } from './state.ts'

/**
 * What can land although some of the selected paths are damaged: the closures of those roots that have none of them. The others are
 * failures, each told with the path that is to blame.
 */
export async function withoutDamaged(
  selected: Selected,
  packed: readonly PackedPath[],
  damaged: ReadonlyMap<string, NarPublishError>,
  type: ClosureType
): Promise<Packed> {
  const landing = new Set<string>()
  const lost = new Map<string, NarPublishError>()
  for (const [root, closure] of await queryClosures(selected.nix, selected.roots, type)) {
    const culprits = closure.flatMap((path) => damaged.get(path) ?? [])
    const [first] = culprits
    if (first === undefined) for (const path of closure) landing.add(path)
    else lost.set(root, damaged.get(root) ?? needs(root, first, culprits))
  }
  return {
    ...withLost(selected, lost),
    packed: packed.filter(
      ({ info: { storePath } }) =>
        landing.has(storePath) || selected.handed?.has(storePath) === true
    ),
    toSign: selected.toSign.filter(({ storePath }) => landing.has(storePath))
  }
}

function needs(
  root: string,
  first: NarPublishError,
  culprits: readonly NarPublishError[]
): NarPublishError {
  const others = culprits.slice(1).map(({ subject }) => subject)
  return first.with({
    subject: root,
    reason: `it needs ${first.subject}: ${first.reason}${others.length === 0 ? '' : `; and so it is with ${list(others)}`}`
  })
}

/** Roots that cannot land, as failures of what was asked for. */
export function withLost<B extends Built>(built: B, lost: ReadonlyMap<string, NarPublishError>): B {
  const failures: InstallableFailure[] = []
  const artifacts = new Set(built.lost)
  for (const [root, error] of lost) {
    // With `closure: source` the roots are derivations.
    const derived = built.asked.evaluated.find(({ drvPath }) => drvPath === root)
    const own = built.artifacts.find(({ storePath }) => storePath === root)
    failures.push({ installable: derived?.installable ?? own?.attribute ?? root, error })
    for (const path of derived?.outputs.map(({ path }) => path) ?? [root]) artifacts.add(path)
  }
  return {
    ...built,
    roots: built.roots.filter((root) => !lost.has(root)),
    failures: [...built.failures, ...failures],
    lost: artifacts
  }
}

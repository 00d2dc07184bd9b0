import type { PackedNar } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import type { Placement, Target } from '../repository/types.ts'

type TargetSizes = Pick<Target, 'name' | 'isPrivate' | 'largestTreeFile' | 'largestFile'>

/** Where a file of `size` bytes goes: into the tree while Git takes it, else beside it. */
export function placementOf(
  size: number,
  { largestTreeFile }: Pick<Target, 'largestTreeFile'>
): Placement {
  return size <= largestTreeFile ? 'tree' : 'release'
}

/** Throws NAR_TOO_LARGE for a NAR that fits nowhere: known before anything is written. */
export function refuseOversized(nar: PackedNar, target: TargetSizes): void {
  if (nar.fileSize <= target.largestFile) return
  throw new NarPublishError({
    code: 'NAR_TOO_LARGE',
    subject: nar.storePath,
    reason: `its NAR has ${nar.fileSize} bytes as ${nar.compression}, and ${limitOf(target)}`
  })
}

function limitOf({ name, isPrivate, largestTreeFile, largestFile }: TargetSizes): string {
  return isPrivate
    ? `Git takes files up to ${largestTreeFile} bytes: a larger one would be a release asset, and Nix cannot read those of a private repository (${name})`
    : `${name} takes files up to ${largestFile} bytes, as release assets`
}

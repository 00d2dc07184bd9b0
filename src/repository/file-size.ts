import type { PackedNar } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import type { Limits } from './limits.ts'
import type { LargeFile, Target } from './types.ts'

type TargetSizes = Pick<Target, 'name' | 'isPrivate' | 'largestTreeFile' | 'largestFile'>

/** Throws NAR_TOO_LARGE for a NAR that fits nowhere: known before anything is written. */
export function refuseOversizedNar(
  { storePath, fileSize, compression }: PackedNar,
  target: TargetSizes
): void {
  if (fileSize <= target.largestFile) return
  throw tooLarge(storePath, `its NAR has ${fileSize} bytes as ${compression}`, limitOf(target))
}

/** The same of a file that goes beside the tree. */
export function refuseOversized({ path, size }: LargeFile, target: TargetSizes): void {
  if (size > target.largestFile) throw tooLarge(path, `it has ${size} bytes`, limitOf(target))
}

/** Throws NAR_TOO_LARGE for a file that the API does not take as a blob. */
export function refuseForApi(
  { path, size }: Pick<LargeFile, 'path' | 'size'>,
  { largestBlob }: Pick<Limits, 'largestBlob'>,
  hint?: string
): void {
  const limit = `GitHub’s API takes files up to ${largestBlob} bytes`
  if (size > largestBlob) throw tooLarge(path, `it has ${size} bytes`, limit, hint)
}

function limitOf({ name, isPrivate, largestTreeFile, largestFile }: TargetSizes): string {
  return isPrivate
    ? `Git takes files up to ${largestTreeFile} bytes: a larger one would be a release asset, and Nix cannot read those of a private repository (${name})`
    : `${name} takes files up to ${largestFile} bytes, as release assets`
}

function tooLarge(subject: string, has: string, limit: string, hint?: string): NarPublishError {
  return new NarPublishError({
    code: 'NAR_TOO_LARGE',
    subject,
    reason: `${has}, and ${limit}`,
    ...(hint === undefined ? {} : { hint })
  })
}

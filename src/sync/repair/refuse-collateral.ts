import { NarPublishError } from '../../errors.ts'
import type { PackagePattern } from '../many/types.ts'
import { placeOf, type TextFile } from '../types.ts'
import { replacementsOf, writeCopy, type Workshop } from '../workshop.ts'
import { changedOf } from './changed.ts'
import { instantiateAll, type AllInstantiated } from './evaluate-all.ts'
import type { RepairEdit } from './types.ts'

/**
 * Looks what all edits together do to all packages: a hash that one needs may be another one's as well, which needs it as it was. One evaluation
 * of a set. `plain`: as they are at the head, less those that failed. `files`: those that are edited. Throws HASH_AMBIGUOUS.
 */
export async function refuseCollateral(
  shop: Workshop,
  patterns: readonly PackagePattern[],
  plain: AllInstantiated,
  { edits, files }: { edits: readonly RepairEdit[]; files: TextFile[] }
): Promise<void> {
  const changed = { copy: shop.copy, files }
  await writeCopy(changed, replacementsOf(edits))
  const repaired = await instantiateAll(shop, patterns).finally(() => writeCopy(changed, new Map()))
  for (const [name, { drvPaths }] of repaired) {
    const { hashes } = await changedOf(shop, plain.get(name)?.drvPaths ?? null, drvPaths)
    const wrong = edits.find(
      ({ newHash, packages }) => hashes?.has(newHash) === true && !packages.includes(name)
    )
    if (wrong === undefined) continue
    throw new NarPublishError({
      code: 'HASH_AMBIGUOUS',
      subject: placeOf(wrong),
      reason: `it is one hash for ${wrong.packages.join(', ')}, where it is ${wrong.newHash} by now, and for ${name}, which needs it as it was`
    })
  }
}

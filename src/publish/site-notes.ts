import { NarPublishError } from '../errors.ts'
import { mayBeLargeSite, siteWarnings } from '../report/site-size.ts'
import type { LargeFile, Target, TargetSnapshot } from '../repository/types.ts'

/** What is to be said of the size of a branch that Pages serves, with these files. One listing of a large repository, else no request. */
export async function siteNotes(
  { repositoryBytes, servedBy }: Pick<Target, 'repositoryBytes' | 'servedBy'>,
  before: Pick<TargetSnapshot, 'listFiles'>,
  files: readonly LargeFile[]
): Promise<string[]> {
  const added = files
    .filter(({ placement }) => placement === 'tree')
    .reduce((sum, { size }) => sum + size, 0)
  if (servedBy !== 'pages') return []
  if (repositoryBytes === null || !mayBeLargeSite(repositoryBytes + added)) return []
  try {
    const sizes = [...(await before.listFiles()).values()].map(({ size }) => size ?? 0)
    return siteWarnings(sizes.reduce((sum, size) => sum + size, added))
  } catch (error) {
    // A folder that GitHub lists only in part is no reason to publish nothing.
    if (error instanceof NarPublishError) return []
    throw error
  }
}

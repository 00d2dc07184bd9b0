import { NarPublishError } from '../errors.ts'
import { parseTargetAddress } from './address.ts'

/** What a remote of a clone is on this GitHub; null: it is elsewhere, or is no address. */
export function remoteAddress(
  remote: string,
  run: Parameters<typeof parseTargetAddress>[1]
): { owner: string; repo: string } | null {
  if (remote === '') return null
  try {
    const address = parseTargetAddress(remote, run)
    return address.kind === 'github' ? address : null
  } catch (error) {
    // A remote may hold a password, or be no address at all.
    if (error instanceof NarPublishError) return null
    throw error
  }
}

import { z } from 'zod'
import { NarPublishError } from '../../src/errors.ts'

/**
 * What nar-publish 1.0 does first with a `catalogue.json`, as it stood before there were shards: a recording, not to be kept up to date.
 * Publishers of that version are out there, and must not take a later catalogue for one of theirs.
 */
export function readAsVersion1(content: Uint8Array): unknown {
  const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  const version = z.looseObject({ version: z.int().min(2) }).safeParse(json)
  if (version.success) {
    throw new NarPublishError({
      code: 'CATALOGUE_INVALID',
      subject: 'catalogue.json',
      reason: `it is of format version ${version.data.version}, and this nar-publish knows version 1`,
      hint: 'Publish with a newer version of nar-publish, as the one that wrote it did.'
    })
  }
  return z
    .strictObject({
      version: z.literal(1),
      publicKeys: z.array(z.string()),
      artifacts: z.array(z.unknown())
    })
    .parse(json)
}

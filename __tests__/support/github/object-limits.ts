import { isWrite, readJson, refusal } from './call.ts'
import type { Layer } from './call.ts'

/** 35 MiB raw pass, 40 MiB were refused: the ceiling that this project works with. */
const largestBlob = 36_700_160
// Above, GitHub times out now and then; here always, so that nobody relies on luck.
const mostTreeEntries = 500
const largestTreeBody = 3_000_000

/** Sizes that GitHub refuses and emulate takes. */
export const objectLimits: Layer = async (call, next) => {
  if (isWrite(call) && call.resource === 'git/blobs' && rawSize(call.body) > largestBlob) {
    const message =
      'Sorry, your input was too large to process. Consider creating the blob in a local clone of the repository and then pushing it to GitHub.'
    return refusal(422, message)
  }
  if (isWrite(call) && call.resource === 'git/trees') {
    const entries = readJson(call.body)?.['tree']
    const count = Array.isArray(entries) ? entries.length : 0
    if (count > mostTreeEntries || call.body.length > largestTreeBody) {
      return refusal(502, 'Server Error')
    }
  }
  return next(call)
}

/** Bytes of the blob that a request body describes; a body that is no larger than the limit is not parsed for it. */
function rawSize(body: Buffer): number {
  if (body.length <= largestBlob) return body.length
  const blob = readJson(body)
  const content = String(blob?.['content'])
  return Buffer.byteLength(content, blob?.['encoding'] === 'base64' ? 'base64' : 'utf8')
}

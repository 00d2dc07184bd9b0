import type { MeasuredNar } from '../binary-cache/measure-nar.ts'
import type { NarInfo } from '../binary-cache/types.ts'
import type { Problem } from './types.ts'

/** How a downloaded NAR differs from what its narinfo says; null: not at all. The first difference alone: a changed file has another content, too. */
export function narProblem(narInfo: NarInfo, measured: MeasuredNar): Problem | null {
  const { url, compression } = narInfo
  // Who does not say them is held to the NAR alone.
  if (narInfo.fileSize !== null && measured.fileSize !== narInfo.fileSize) {
    const sizes = `${url} has ${measured.fileSize} bytes, announced are ${narInfo.fileSize}`
    return { code: 'NAR_FILE_DIFFERS', detail: sizes }
  }
  if (narInfo.fileHash !== null && measured.fileHash !== narInfo.fileHash) {
    return { code: 'NAR_FILE_DIFFERS', detail: `${url} has the hash ${measured.fileHash}` }
  }
  if (measured.problem !== '') return { code: 'NAR_DAMAGED', detail: `${url}: ${measured.problem}` }
  if (measured.nar === null) return { code: 'COMPRESSION_UNKNOWN', detail: compression }
  if (measured.nar.size !== narInfo.narSize) {
    const sizes = `${url} unpacks to ${measured.nar.size} bytes, announced are ${narInfo.narSize}`
    return { code: 'NAR_DAMAGED', detail: sizes }
  }
  if (measured.nar.hash !== narInfo.narHash) {
    return { code: 'NAR_DAMAGED', detail: `${url} unpacks to ${measured.nar.hash}` }
  }
  return null
}

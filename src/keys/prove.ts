import { fingerprint } from '../binary-cache/signature.ts'
import type { NarInfo } from '../binary-cache/types.ts'
import { checkNars } from '../doctor/check-nars.ts'
import type { Finding } from '../doctor/findings.ts'
import type { PublishedStore } from '../doctor/store.ts'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { count } from '../text.ts'
import type { KeyState } from './state.ts'

/** What was read of a narinfo's content: the same answer to `contentOf` is the same content. */
export type Proven = Map<string, string>

/** File → content, for narinfos whose NAR has the size and hashes that they say. What cannot be looked at is left out. */
export async function proveContent(
  store: PublishedStore,
  state: KeyState,
  narInfos: ReadonlyMap<string, NarInfo>,
  { childEnvironment, log }: { childEnvironment: Record<string, string>; log: Log }
): Promise<Proven> {
  if (narInfos.size === 0) return new Map()
  const findings = await log.group(`Check the content of ${count(narInfos.size, 'path')}`, () =>
    checkNars(store, narInfos, { isQuick: false, childEnvironment, log })
  )
  refuseWrong(findings)
  const unproven = new Set(findings.map(({ file }) => file))
  return new Map(
    [...narInfos]
      .filter(([file]) => !unproven.has(file))
      .map(([file, narInfo]) => [file, contentOf(narInfo, state)])
  )
}

/** What a narinfo says of its content, and which file that is in this state. */
export function contentOf(narInfo: NarInfo, { files }: Pick<KeyState, 'files'>): string {
  const { url, fileHash, fileSize, compression } = narInfo
  const blob = files.get(url)?.blob ?? ''
  return JSON.stringify([fingerprint(narInfo), url, blob, fileHash, fileSize, compression])
}

/** Nothing is signed, and nothing taken away, while one of them cannot be had or is not what it should be: its old signature is all it has. */
function refuseWrong(findings: readonly Finding[]): void {
  const errors = findings.filter(({ kind }) => kind === 'error')
  const [first] = errors
  if (first === undefined) return
  const others = errors.length - 1
  throw new NarPublishError({
    code: first.code === 'NAR_UNREACHABLE' ? 'DOWNLOAD_FAILED' : 'CONTENT_WRONG',
    subject: first.file,
    reason: `it is not signed anew, as ${first.what}${others === 0 ? '' : `; so it is with ${count(others, 'other narinfo')}`}`
  })
}

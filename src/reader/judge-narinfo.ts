import { parseNarInfo } from '../binary-cache/narinfo.ts'
import { verifySignature } from '../binary-cache/signature.ts'
import type { NarInfo } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import { parseStorePath } from '../store-path.ts'
import { list } from '../text.ts'
import type { Problem } from './types.ts'

/** A narinfo by its text, or why it is none. `file`: its name, which must be that of the path that it speaks of. */
export function readNarInfoFile(text: string, file: string): NarInfo | Problem {
  try {
    const narInfo = parseNarInfo(text, file)
    if (`${parseStorePath(narInfo.storePath).hash}.narinfo` === file) return narInfo
    return { code: 'NARINFO_MISNAMED', detail: narInfo.storePath }
  } catch (error) {
    if (!(error instanceof NarPublishError)) throw error
    return { code: 'NARINFO_INVALID', detail: error.reason }
  }
}

/** What keeps Nix from taking it under these keys (`name:base64`); without any, nothing is asked. */
export function signatureProblems(narInfo: NarInfo, publicKeys: readonly string[]): Problem[] {
  if (publicKeys.length === 0) return []
  const problems: Problem[] = []
  let isSigned = false
  const others: string[] = []
  for (const signature of narInfo.signatures) {
    const name = signature.slice(0, signature.indexOf(':'))
    const keys = publicKeys.filter((key) => key.startsWith(`${name}:`))
    // Of somebody else: who trusts that key can check it.
    if (keys.length === 0) others.push(name)
    else if (keys.some((key) => verifySignature(key, narInfo, signature))) isSigned = true
    else problems.push({ code: 'SIGNATURE_WRONG', detail: `key ${name}` })
  }
  // Nix takes content-addressed paths without any: the path itself is the proof.
  if (!isSigned && problems.length === 0 && narInfo.ca === null) {
    const by = others.length === 0 ? '' : `, signed by ${list(others)}`
    problems.push({ code: 'SIGNATURE_MISSING', detail: `${narInfo.storePath}${by}` })
  }
  return problems
}

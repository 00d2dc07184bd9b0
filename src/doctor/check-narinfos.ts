import { parseNarInfo } from '../binary-cache/narinfo.ts'
import { verifySignature } from '../binary-cache/signature.ts'
import type { NarInfo } from '../binary-cache/types.ts'
import { NarPublishError } from '../errors.ts'
import { parseStorePath } from '../store-path.ts'
import { finding, type Finding } from './findings.ts'

export interface CheckedNarInfos {
  /** Readable, and named as their store path says. */
  narInfos: Map<string, NarInfo>
  findings: Finding[]
}

/** `texts`: file → text. A key is `name:base64`. */
export function checkNarInfos(
  texts: ReadonlyMap<string, string>,
  publicKeys: readonly string[]
): CheckedNarInfos {
  const narInfos = new Map<string, NarInfo>()
  const findings: Finding[] = []
  for (const [file, text] of texts) {
    const narInfo = readNarInfo(text, file, findings)
    if (narInfo === null) continue
    narInfos.set(file, narInfo)
    findings.push(...signatureFindings(file, narInfo, publicKeys))
  }
  return { narInfos, findings }
}

function readNarInfo(text: string, file: string, findings: Finding[]): NarInfo | null {
  try {
    const narInfo = parseNarInfo(text, file)
    if (`${parseStorePath(narInfo.storePath).hash}.narinfo` === file) return narInfo
    findings.push(finding('NARINFO_MISNAMED', file, narInfo.storePath))
    return null
  } catch (error) {
    if (!(error instanceof NarPublishError)) throw error
    findings.push(finding('NARINFO_INVALID', file, error.reason))
    return null
  }
}

function signatureFindings(
  file: string,
  narInfo: NarInfo,
  publicKeys: readonly string[]
): Finding[] {
  if (publicKeys.length === 0) return []
  const findings: Finding[] = []
  let isSigned = false
  for (const signature of narInfo.signatures) {
    const name = signature.slice(0, signature.indexOf(':'))
    const keys = publicKeys.filter((key) => key.startsWith(`${name}:`))
    // Of somebody else: who trusts that key can check it.
    if (keys.length === 0) continue
    if (keys.some((key) => verifySignature(key, narInfo, signature))) isSigned = true
    else findings.push(finding('SIGNATURE_WRONG', file, `key ${name}`))
  }
  // Nix takes content-addressed paths without any: the path itself is the proof.
  if (!isSigned && findings.length === 0 && narInfo.ca === null) {
    findings.push(finding('SIGNATURE_MISSING', file, narInfo.storePath))
  }
  return findings
}

/** Base names that narinfos refer to and the store does not have: readers get them from upstream, or not at all. Sorted. */
export function upstreamReferences(narInfos: ReadonlyMap<string, NarInfo>): string[] {
  const own = new Set([...narInfos.values()].map(({ storePath }) => storePath))
  const referred = [...narInfos.values()].flatMap(({ references }) => references)
  return [...new Set(referred)].filter((name) => !own.has(`/nix/store/${name}`)).sort()
}

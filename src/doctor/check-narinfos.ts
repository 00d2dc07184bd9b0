import type { NarInfo } from '../binary-cache/types.ts'
import { readNarInfoFile, signatureProblems } from '../reader/judge-narinfo.ts'
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
    const narInfo = readNarInfoFile(text, file)
    const problems = 'code' in narInfo ? [narInfo] : signatureProblems(narInfo, publicKeys)
    findings.push(...problems.map(({ code, detail }) => finding(code, file, detail)))
    if (!('code' in narInfo)) narInfos.set(file, narInfo)
  }
  return { narInfos, findings }
}

/** Base names that narinfos refer to and the store does not have: readers get them from upstream, or not at all. Sorted. */
export function upstreamReferences(narInfos: ReadonlyMap<string, NarInfo>): string[] {
  const own = new Set([...narInfos.values()].map(({ storePath }) => storePath))
  const referred = [...narInfos.values()].flatMap(({ references }) => references)
  return [...new Set(referred)].filter((name) => !own.has(`/nix/store/${name}`)).sort()
}

import { isSignedByAny, isTakenBy, keyName } from '../binary-cache/signature.ts'
import type { NarInfo } from '../binary-cache/types.ts'
import { compareBytes } from '../catalogue/byte-order.ts'
import type { KeyState } from './state.ts'

/** A key of a cache, and what hangs on it. */
export interface CacheKey {
  name: string
  /** `name:base64`; null: signatures bear the name, and neither README nor catalogue has such a key. */
  publicKey: string | null
  /** Whether the README tells readers to trust it. */
  isTold: boolean
  isInCatalogue: boolean
  /** Paths with a valid signature of it; where the key itself is not known, with one that bears its name. */
  signs: number
  /** Of these, the ones that no other key which readers are told has signed. */
  alone: number
}

export interface CacheKeys {
  keys: CacheKey[]
  paths: number
  /** Store paths that no key which readers are told has signed, and that need it. Sorted. */
  unreadable: string[]
}

/** Each key that README, catalogue or a signature names: told ones first, then by name. */
export function listKeys({ narInfos, told, catalogue }: KeyState): CacheKeys {
  const paths = [...narInfos.values()]
  const inCatalogue = catalogue?.publicKeys ?? []
  const known = [...new Set([...told, ...inCatalogue])]
  const names = new Set(known.map(keyName))
  const others = new Set(paths.flatMap(({ signatures }) => signatures.map(keyName)))
  const keys = [
    ...known.map((publicKey): CacheKey => {
      const signed = paths.filter((narInfo) => isSignedByAny([publicKey], narInfo))
      return {
        name: keyName(publicKey),
        publicKey,
        isTold: told.includes(publicKey),
        isInCatalogue: inCatalogue.includes(publicKey),
        ...countsOf(signed, without(told, publicKey))
      }
    }),
    ...[...others]
      .filter((name) => !names.has(name))
      .map((name): CacheKey => {
        const signed = paths.filter(({ signatures }) =>
          signatures.some((text) => keyName(text) === name)
        )
        const noKey = { publicKey: null, isTold: false, isInCatalogue: false }
        return { name, ...noKey, ...countsOf(signed, told) }
      })
  ]
  const isBefore = (a: CacheKey, b: CacheKey): number =>
    Number(b.isTold) - Number(a.isTold) || compareBytes(a.name, b.name)
  return {
    keys: keys.sort(isBefore),
    paths: paths.length,
    unreadable: unreadablePaths(paths, told)
  }
}

/** Store paths that readers who are told these keys are refused, sorted. */
export function unreadablePaths(narInfos: readonly NarInfo[], told: readonly string[]): string[] {
  return narInfos
    .filter((narInfo) => !isTakenBy(told, narInfo))
    .map(({ storePath }) => storePath)
    .sort(compareBytes)
}

function countsOf(
  signed: readonly NarInfo[],
  otherTold: readonly string[]
): Pick<CacheKey, 'signs' | 'alone'> {
  const alone = signed.filter((narInfo) => !isSignedByAny(otherTold, narInfo))
  return { signs: signed.length, alone: alone.length }
}

function without(keys: readonly string[], key: string): string[] {
  return keys.filter((other) => other !== key)
}

import { encodeDigest, hashTexts, readHash, sriOf, type Digest } from '../binary-cache/digest.ts'
import { mapTexts, type Attributes } from './attributes.ts'

/** What is to be different about a derivation, apart from its inputs. */
export interface DerivationChange {
  /** Of a fixed output; it is written as the old one is, wherever that stands. */
  digest?: Digest
  /** Applied to every text but the store paths of inputs: name, builder, arguments, environment, structured attributes. */
  replaceText?: (text: string) => string
  system?: string
}

/** `fixed`: texts that stay; `rewriteHashes`: see `hashRewriter`. */
export function changeAttributes(
  attributes: Attributes,
  { digest, replaceText = String, system }: DerivationChange,
  fixed: readonly string[],
  rewriteHashes: (text: string) => string
): Attributes {
  const replace = replaceBetween(fixed, (text) => rewriteHashes(replaceText(text)))
  const { outputHash, ...others } = attributes
  return {
    ...(mapTexts(others, replace) as Attributes),
    // Not by its text: another derivation may have had the same placeholder.
    ...(outputHash === undefined
      ? {}
      : { outputHash: digest === undefined ? outputHash : writeLike(outputHash, digest) }),
    ...(system === undefined ? {} : { system })
  }
}

/** Writes new hashes where old ones stand, in their encoding; `changes`: old and new. */
export function hashRewriter(
  changes: readonly (readonly [Digest, Digest])[]
): (text: string) => string {
  const news = new Map<string, string>()
  for (const [old, digest] of changes) {
    const texts = hashTexts(digest)
    for (const [index, text] of hashTexts(old).entries()) news.set(text, texts[index] ?? text)
  }
  return replaceEach([...news.keys()], (text) => news.get(text) ?? text)
}

function replaceEach(
  texts: readonly string[],
  replace: (text: string) => string
): (text: string) => string {
  if (texts.length === 0) return String
  const pattern = new RegExp(anyOf(texts), 'g')
  return (text) => text.replace(pattern, replace)
}

/** Leaves these texts alone. */
function replaceBetween(
  texts: readonly string[],
  replace: (text: string) => string
): (text: string) => string {
  if (texts.length === 0) return replace
  const pattern = new RegExp(`(${anyOf(texts)})`)
  return (text) =>
    text
      .split(pattern)
      .map((part, index) => (index % 2 === 0 ? replace(part) : part))
      .join('')
}

/** The longest first: one may begin as another one does. */
function anyOf(texts: readonly string[]): string {
  const escaped = texts.map((text) => text.replace(/[.+?]/g, (character) => `\\${character}`))
  return escaped.toSorted((a, b) => b.length - a.length).join('|')
}

/** A digest as `outputHash` had the old one: with its algorithm in front or without, in its encoding. */
function writeLike(old: unknown, digest: Digest): string {
  const text = typeof old === 'string' ? old : ''
  const form = readHash(text, digest.algorithm)?.form ?? 'sri'
  if (form === 'sri') return sriOf(digest)
  return (text.includes(':') ? `${digest.algorithm}:` : '') + encodeDigest(digest, form)
}

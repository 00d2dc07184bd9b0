import type { Region } from '../types.ts'
import { blankEscape } from './escapes.ts'
import { NixAttributes } from './nix-attributes.ts'
import { nixTokens, type NixToken } from './nix-tokens.ts'

/** The strings of a Nix file, cut at their interpolations; those that are names of attributes too. */
export function nixRegions(text: string, rootName: string): Region[] {
  const tokens = nixTokens(text)
  const attributes = new NixAttributes(text, tokens, rootName)
  const regions: Region[] = []
  for (const [index, { kind, start, end }] of tokens.entries()) {
    attributes.pass(index)
    if (kind === 'uri') {
      const names = attributes.namesOf(index, index)
      regions.push({ start, text: text.slice(start, end), isWhole: true, names })
    }
    if (kind !== 'open-string' && kind !== 'close-interpolation') continue
    const content = contentFrom(tokens, index + 1)
    const after = tokens[index + 1 + content.length]
    const isWhole = kind === 'open-string' && after?.kind === 'close-string'
    // What is never closed is no string, but the rest of a broken file.
    if (after === undefined || (content.length === 0 && !isWhole)) continue
    regions.push({
      start: end,
      text: content.map((token) => blanked(text, token)).join(''),
      isWhole,
      names: isWhole ? attributes.namesOf(index, index + 1 + content.length) : []
    })
  }
  return regions
}

/** The tokens of a string from `index` on, up to its end or an interpolation. */
function contentFrom(tokens: readonly NixToken[], index: number): NixToken[] {
  let end = index
  while (tokens[end]?.kind === 'text' || tokens[end]?.kind === 'escape') end++
  return tokens.slice(index, end)
}

function blanked(text: string, { kind, start, end }: NixToken): string {
  const piece = text.slice(start, end)
  if (kind === 'text') return piece
  // `\n` and `''\n` mean a control character; any other says itself after `\` or `''`.
  return blankEscape(piece, /\\[nrt]$/.test(piece) ? ' ' : piece.slice(-1))
}

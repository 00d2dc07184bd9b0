/**
 * What stands for an escape where literals are looked for: as long, and a boundary of words exactly when the character it means
 * is one. `\/` stays, as the one escape that a hash may hold: PHP writes its JSON so.
 */
export function blankEscape(escape: string, meaning: string): string {
  if (escape === '\\/') return escape
  return (/^\w/.test(meaning) ? '_' : ' ').repeat(escape.length)
}

const escapes = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|[^])/g

/** The content of a string of JSON or TOML. */
export function blankEscapes(content: string): string {
  if (!content.includes('\\')) return content
  return content.replaceAll(escapes, (escape, short?: string, long?: string) => {
    const code = parseInt(short ?? long ?? '0', 16)
    // Only these matter, and what is beyond Unicode is no character at all.
    return blankEscape(escape, code < 0x80 ? String.fromCharCode(code) : ' ')
  })
}

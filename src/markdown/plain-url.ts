/**
 * A URL (or key, or path) with everything percent-encoded that could mean something where we write it: in Markdown, in HTML, between
 * the single quotes of a shell, in a Nix string, in nix.conf. What a well-formed URL needs stays; a fragment's `#` does not.
 */
export function plainUrl(url: string): string {
  return url.replace(/[^A-Za-z0-9\-._~:/?@!$&+,;=%[\]]/gu, (character) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join('')
  )
}

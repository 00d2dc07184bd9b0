/**
 * Whether a text is a version that no shell, path, option or URL reads otherwise, and Nix code neither: at most 100 of
 * `0-9 A-Z a-z . _ + = ~ -`, with a digit, between letters or digits, without `..`.
 */
export function isVersion(text: string): boolean {
  return (
    /^[0-9A-Za-z](?:[0-9A-Za-z._+=~-]{0,98}[0-9A-Za-z])?$/.test(text) &&
    /[0-9]/.test(text) &&
    !text.includes('..')
  )
}

/** One that a tag names, which begins with a digit and has no sign that Git refuses. */
export function isTagVersion(text: string): boolean {
  return /^[0-9][0-9A-Za-z._+-]*$/.test(text) && isVersion(text)
}

/** A tag is somebody else's text, of any length. */
export function shownTag(text: string): string {
  return JSON.stringify(text.slice(0, 200))
}

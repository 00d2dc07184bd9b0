/** How the releases that hold large NARs are called, so that people who meet them know what they are. */

const tagPattern = /^nar-publish-store-([1-9]\d{0,8})$/

export function releaseTag(number: number): string {
  return `nar-publish-store-${number}`
}

/** The number in a tag of ours; null for any other tag. */
export function releaseNumber(tag: string): number | null {
  const digits = tagPattern.exec(tag)?.[1]
  return digits === undefined ? null : Number(digits)
}

export function releaseTitle(number: number): string {
  return `Nix store: large NARs (${number})`
}

/** `nonce` tells this draft from others when the answer that names it was lost. */
export function releaseBody(nonce: string): string {
  return [
    'Files of this repository’s Nix binary cache that are kept out of its branch: too large for Git, or for all who clone it.',
    '',
    'The cache’s `.narinfo` files name them in their `URL:` lines, and Nix downloads them from here: nobody needs to do it by hand.',
    'Deleting one takes its store path out of the cache. This is not a version of anything.',
    '',
    releaseMark(nonce)
  ].join('\n')
}

export function releaseMark(nonce: string): string {
  return `<!-- nar-publish ${nonce} -->`
}

/** What the tag of such a release points at, instead of a state of the cache. */
export const tagReadme = `# Nix store: large NARs

This tag belongs to a release that holds files of this repository’s Nix binary cache which are kept out of Git. It points at
a commit of its own, so that it keeps nothing of the cache’s history alive.
`

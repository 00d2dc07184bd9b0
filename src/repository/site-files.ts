import { createHash } from 'node:crypto'
import { blobSha } from './github/git-objects.ts'
import type { Target, TargetSnapshot } from './types.ts'

export const notFoundPagePath = '404.html'
const noJekyllPath = '.nojekyll'

/** Any text will do: it is that the file is there which counts. */
const noJekyll = Buffer.from('GitHub Pages serves these files as they are.\n')

/**
 * What a branch needs beside the cache for GitHub Pages to serve it well. Without `.nojekyll` Pages runs each commit through a site
 * generator, which leaves files out; a miss, of which readers have hundreds, downloads `404.html`, or 9 KB of GitHub's.
 */
export function siteFiles(target: Pick<Target, 'name' | 'branch'>): ReadonlyMap<string, Buffer> {
  return new Map([
    [noJekyllPath, noJekyll],
    [notFoundPagePath, notFoundPage(target)]
  ])
}

/** Tells by its second line of which branch of which repository a site is made, in letters that nobody else chose. */
export function notFoundPage({ name, branch }: Pick<Target, 'name' | 'branch'>): Buffer {
  const id = createHash('sha256').update(`${name.toLowerCase()}\n${branch}`).digest('hex')
  return Buffer.from(`<!DOCTYPE html>
<!-- nar-publish ${id.slice(0, 32)} -->
<html lang="en">
<meta charset="utf-8">
<title>Not in this cache</title>
<p>This is a binary cache for <a href="https://nixos.org">Nix</a>, and it does not have this file.</p>
</html>
`)
}

const ownPage = /^<!DOCTYPE html>\n<!-- nar-publish [0-9a-f]{32} -->\n/

/** Whether a file at such a path is one that we made, for whatever branch; another's stays as it is. */
export function isOwnSiteFile(path: string, content: Buffer): boolean {
  return path === notFoundPagePath && ownPage.test(content.toString('latin1'))
}

/** Those that a state of the branch lacks. */
export async function missingSiteFiles(
  target: Pick<Target, 'name' | 'branch'>,
  snapshot: TargetSnapshot
): Promise<Map<string, Buffer>> {
  const missing = new Map<string, Buffer>()
  const files = siteFiles(target)
  const there = await snapshot.itemsAt([...files.keys()])
  for (const [path, content] of files) {
    const item = there.get(path)
    if (item?.object === blobSha(content)) continue
    const found = item === undefined ? null : await snapshot.readFile(path)
    // Another's stays, unless it is of a fork, or from before the repository got its name. What is no file is for the commit to refuse.
    if (found === null || isOwnSiteFile(path, found)) missing.set(path, content)
  }
  return missing
}

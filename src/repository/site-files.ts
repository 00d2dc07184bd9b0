import { createHash } from 'node:crypto'
import { blobSha } from './github/git-objects.ts'
import type { Target, TargetSnapshot } from './types.ts'

export const notFoundPagePath = '404.html'
const noJekyllPath = '.nojekyll'
export const attributesPath = '.gitattributes'

/** Any text will do: it is that the file is there which counts. */
const noJekyll = Buffer.from('GitHub Pages serves these files as they are.\n')

/** The files that Nix or this action reads, as Git matches them. What else is in the branch is people's own. */
const cacheFiles = [
  '/nix-cache-info',
  '/*.narinfo',
  '/*.provenance',
  '/provenance/**',
  '/nar/**',
  '/log/**',
  '/pins/**',
  '/debuginfo/**',
  '/catalogue.json',
  '/catalogue/**'
]
const asTheyAre = '-text -eol -ident -filter -working-tree-encoding'
const attributesBegin = '# nar-publish: '

/** With `core.autocrlf` or `eol=crlf` Git would give a clone other bytes than those that are signed and hashed. */
const attributes = Buffer.from(
  [
    `${attributesBegin}a clone is a cache only where Git leaves these files as they are.`,
    ...cacheFiles.map((pattern) => `${pattern} ${asTheyAre}`),
    ''
  ].join('\n')
)

/** The lines that a `.gitattributes` of somebody's own lacks for a clone to be a cache everywhere; none: it says as much. */
export function missingAttributes(content: Buffer): string[] {
  const all = content
    .toString()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  // Of two lines about one file the later counts.
  const isText = (word: string): boolean => /^!?text$|^text=/.test(word)
  const last = all.findLastIndex(([name, ...words]) => name === '*' && words.some(isText))
  const lines = all.slice(last + 1)
  const isKept = (pattern: string): boolean =>
    lines.some(
      ([name, ...words]) =>
        name === pattern && (words.includes('-text') || words.includes('binary'))
    )
  if (isKept('*')) return []
  return cacheFiles
    .filter((pattern) => !isKept(pattern))
    .map((pattern) => `${pattern} ${asTheyAre}`)
}

/**
 * A sentence when somebody's own `.gitattributes`, which stays, does not say so; an older one of ours is written anew by the commit. A raw
 * file where there is one, else no request.
 */
export async function attributesNotes(snapshot: TargetSnapshot): Promise<string[]> {
  const item = (await snapshot.itemsAt([attributesPath])).get(attributesPath)
  const isOwn = item === undefined || item.object === blobSha(attributes)
  const content = isOwn ? null : await snapshot.readFile(attributesPath)
  const isOlder = content !== null && isOwnSiteFile(attributesPath, content)
  const missing = content === null || isOlder ? [] : missingAttributes(content)
  if (missing.length === 0) return []
  return [
    `The branch’s ${attributesPath} is not of nar-publish and stays as it is: a clone with \`core.autocrlf\` is no cache without these lines at its end: ${missing.map((line) => `\`${line}\``).join(', ')}.`
  ]
}

/**
 * What a branch needs beside the cache: `.gitattributes` for clones, and the rest for GitHub Pages to serve it well. Without `.nojekyll`
 * Pages runs each commit through a site generator, which leaves files out; a miss, of which readers have hundreds, downloads `404.html`,
 * or 9 KB of GitHub's.
 */
export function siteFiles(target: Pick<Target, 'name' | 'branch'>): ReadonlyMap<string, Buffer> {
  return new Map([
    [attributesPath, attributes],
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
/** With a line of somebody's own in it, it is theirs. */
const ownAttributes = new RegExp(`^${attributesBegin}.*\n(?:/\\S+ ${asTheyAre}\n)*$`)

/** Whether a file at such a path is one that we made, for whatever branch; another's stays as it is. */
export function isOwnSiteFile(path: string, content: Buffer): boolean {
  const text = content.toString('latin1')
  return (
    (path === notFoundPagePath && ownPage.test(text)) ||
    (path === attributesPath && ownAttributes.test(text))
  )
}

/** Of one that we made: whether it stays, as it has what is needed. A newer version knows more lines, and the two are not to take turns. */
export function mayStay(path: string, content: Buffer): boolean {
  return path === attributesPath && missingAttributes(content).length === 0
}

/** Another file for readers that we make. */
export interface SiteFile {
  content: Buffer
  /** Whether it is written where there is none. */
  isNeeded: boolean
  /** Whether we made what is there; somebody else's stays. */
  isOurs: (found: Buffer) => boolean
  /** Of ours: whether it stays as well, as it says the same. */
  mayStay: (found: Buffer) => boolean
}

export interface MissingSiteFiles {
  files: Map<string, Buffer>
  /** Paths at which somebody else has a file of that name. */
  others: string[]
}

/** Those that a state of the branch lacks; `more`: by their paths. One that is as it should be is not read. */
export async function missingSiteFiles(
  target: Pick<Target, 'name' | 'branch'>,
  snapshot: Pick<TargetSnapshot, 'itemsAt' | 'readFile'>,
  more: ReadonlyMap<string, SiteFile> = new Map()
): Promise<MissingSiteFiles> {
  const missing: MissingSiteFiles = { files: new Map(), others: [] }
  const files = new Map<string, SiteFile>(more)
  for (const [path, content] of siteFiles(target)) {
    // Another's stays, unless it is of a fork, or from before the repository got its name.
    const isOurs = (found: Buffer): boolean => isOwnSiteFile(path, found)
    const stays = (found: Buffer): boolean => mayStay(path, found)
    files.set(path, { content, isNeeded: true, isOurs, mayStay: stays })
  }
  const there = await snapshot.itemsAt([...files.keys()])
  for (const [path, { content, isNeeded, isOurs, mayStay: stays }] of files) {
    const item = there.get(path)
    if (item?.object === blobSha(content)) continue
    const found = item === undefined ? null : await snapshot.readFile(path)
    // What is no file is for the commit to refuse.
    if (found === null) {
      if (isNeeded) missing.files.set(path, content)
    } else if (!isOurs(found)) missing.others.push(path)
    else if (!stays(found)) missing.files.set(path, content)
  }
  return missing
}

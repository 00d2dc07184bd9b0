import { decoded } from '../text.ts'

/** A NAR as this action and Nix's own copies lay them down. Other files below `nar/` are somebody's own. */
export function isNarFile(path: string): boolean {
  return /^nar\/(?:.*\/)?[^/]+\.nar(?:\.[a-z0-9]{1,8})?$/.test(path)
}

/**
 * Which files a narinfo's `URL:` may mean: every ending of its path, as it stands and decoded, without its query. An absolute address
 * may be that of the same repository under whatever name, so a file with such an ending counts as named.
 */
export function namedFiles(urls: readonly string[]): Set<string> {
  return new Set(
    urls.flatMap((url) => {
      const [path = ''] = url.replace(/^https?:\/\//, '').split(/[?#]/)
      return [path, decoded(path)].flatMap(endings)
    })
  )
}

function endings(path: string): string[] {
  const segments = path.split('/')
  return segments.map((_, index) => segments.slice(index).join('/'))
}

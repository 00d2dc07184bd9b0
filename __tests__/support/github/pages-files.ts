import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { refusal, type Answer, type Call, type Layer } from './call.ts'
import type { GitObjects } from './objects.ts'
import type { PagesStore, SiteContent } from './pages-store.ts'
import type { Repository } from './repository.ts'

export interface PagesFileParts {
  store: PagesStore
  objects: GitObjects
}

interface SiteFile {
  bytes: Buffer
  etag: string
}

/**
 * A site's files as GitHub Pages serves them: to everybody alike, whatever token comes along. Of Jekyll there is only what it leaves out.
 */
export function pagesFiles({ store, objects }: PagesFileParts): Layer {
  async function answerOf({ repository, resource, path, headers }: Call): Promise<Answer> {
    const content = repository && (await store.served(repository))
    if (!repository || !content) return notFound('Site not found', 9_115)
    const url = store.urlOf(repository)
    const isAtOwnDomain = headers.host === new URL(url).host
    if (!isAtOwnDomain) return movedTo(url + encodePath(resource))
    if (`${path}/` === new URL(url).pathname) return movedTo(url)

    const files = siteFiles(objects, repository, content)
    const wanted = resource === '' || resource.endsWith('/') ? `${resource}index.html` : resource
    const name = wanted.replaceAll(/\/{2,}/g, '/')
    const file = await files.read(name)
    if (file) return served(file, name, headers['if-none-match'])
    if (await files.isFolder(resource)) return movedTo(`${encodePath(path)}/`)
    const page = await files.read(`${name}.html`)
    if (page) return served(page, `${name}.html`, headers['if-none-match'])

    const own = await files.read('404.html')
    if (!own) return notFound('Page not found', 9_379)
    return { status: 404, headers: { 'content-type': html, etag: own.etag }, body: own.bytes }
  }

  return async (call, next) => {
    if (call.kind !== 'pages') return next(call)
    if (call.method !== 'GET' && call.method !== 'HEAD') return refusal(405, 'Not Allowed')
    return answerOf(call)
  }
}

function served({ bytes, etag }: SiteFile, name: string, knownEtag: string | undefined): Answer {
  const headers = { 'cache-control': 'max-age=600', etag, 'access-control-allow-origin': '*' }
  if (knownEtag === etag || knownEtag === `W/${etag}`) {
    return { status: 304, headers, body: Buffer.alloc(0) }
  }
  return {
    status: 200,
    headers: { ...headers, 'content-type': siteContentType(name) },
    body: bytes
  }
}

export function siteContentType(name: string): string {
  return contentTypes[extname(name)] ?? 'application/octet-stream'
}

const html = 'text/html; charset=utf-8'
const contentTypes: Readonly<Record<string, string>> = {
  '.html': html,
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xz': 'application/x-xz'
}

function movedTo(location: string): Answer {
  return { status: 301, headers: { location, 'content-type': html }, body: Buffer.alloc(0) }
}

/** GitHub's own page, which is as large as this. */
function notFound(title: string, bytes: number): Answer {
  const body = `<!DOCTYPE html>\n<html><title>${title} &middot; GitHub Pages</title>\n<h1>404</h1></html>\n`
  return { status: 404, headers: { 'content-type': html }, body: Buffer.from(body.padEnd(bytes)) }
}

/** What of a site's content is served. */
function siteFiles(objects: GitObjects, repository: Repository, content: SiteContent) {
  if ('files' in content) {
    return {
      read: (path: string): Promise<SiteFile | null> => {
        const bytes = content.files.get(path)
        if (bytes === undefined) return Promise.resolve(null)
        const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 40)}"`
        return Promise.resolve({ bytes, etag })
      },
      isFolder: (path: string): Promise<boolean> =>
        Promise.resolve([...content.files.keys()].some((name) => name.startsWith(`${path}/`)))
    }
  }
  const root = content.folder === '/' ? '' : `${content.folder.slice(1)}/`
  const entryOf = async (path: string) => {
    const entry = await objects.entryAt(repository, content.commit, root + path)
    const isHidden = path.split('/').some((name) => /^[_.]/.test(name))
    if (entry === null || !isHidden) return entry
    // Jekyll takes such files for its own.
    const mark = await objects.entryAt(repository, content.commit, `${root}.nojekyll`)
    return mark === null ? null : entry
  }
  return {
    read: async (path: string): Promise<SiteFile | null> => {
      const entry = await entryOf(path)
      const bytes = entry?.type === 'blob' ? await objects.blob(repository, entry.sha) : null
      return entry && bytes ? { bytes, etag: `"${entry.sha}"` } : null
    },
    isFolder: async (path: string): Promise<boolean> => (await entryOf(path))?.type === 'tree'
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

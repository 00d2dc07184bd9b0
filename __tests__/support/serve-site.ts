import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { siteContentType } from './github/pages-files.ts'

export interface ServedSite {
  /** With a slash at its end; below the host, as a project's Pages are. */
  url: string
  /** Paths below `url` that were asked for, in their order, without a query. */
  readonly asked: readonly string[]
  forgetAsked(): void
  /** From now on such a path is answered with this status and nothing else; 200: as it is. */
  answer(path: string, status: number): void
  close(): void
}

export interface SiteOptions {
  /** `name:password` that every request must bring; else it is asked for. */
  login?: string
}

/** The files of a branch as GitHub Pages serves them to a browser, on loopback: without the emulated GitHub, for thousands of files. */
export async function serveSite(
  files: ReadonlyMap<string, Buffer | string>,
  { login }: SiteOptions = {}
): Promise<ServedSite> {
  const asked: string[] = []
  const answers = new Map<string, number>()
  const expected = login && `Basic ${Buffer.from(login).toString('base64')}`
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const name = path.startsWith(root) ? path.slice(root.length) || 'index.html' : null
    if (name !== null) asked.push(name)
    if (expected !== undefined && request.headers.authorization !== expected) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="files"' }).end()
      return
    }
    const status = answers.get(name ?? '') ?? 200
    const content = name === null ? undefined : files.get(name)
    if (status !== 200) response.writeHead(status).end()
    else if (name !== null && content !== undefined) {
      const type = { 'content-type': siteContentType(name), 'cache-control': 'max-age=600' }
      response.writeHead(200, type).end(content)
    } else {
      response.writeHead(404, { 'content-type': siteContentType('404.html') })
      response.end(files.get('404.html'))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${root}`,
    asked,
    forgetAsked: () => {
      asked.length = 0
    },
    answer: (path, status) => {
      answers.set(path, status)
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    }
  }
}

const root = '/store/'

import * as v from 'valibot'

/** What the page is told of its cache when it is made: `src/page/page.ts` writes it into the file. */
const shape = v.object({
  repository: v.string(),
  branch: v.string(),
  substituterUrl: v.nullable(v.string()),
  login: v.nullable(v.object({ host: v.string(), name: v.string() })),
  /** Of the repository's page on its server; empty: not known. */
  web: v.string(),
  publicKeys: v.array(v.string())
})

export type PageCache = v.InferOutput<typeof shape>

/** Of the data block. Throws when it is not as it was made. */
export function readCache(text: string): PageCache {
  return v.parse(shape, JSON.parse(text))
}

/** Of the cache's own web server, for links; null: not known. */
export function originOf({ web }: PageCache): string | null {
  return URL.canParse(web) ? new URL(web).origin : null
}

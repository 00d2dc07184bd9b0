import { z } from 'zod'
import {
  isWrite,
  jsonAnswer,
  readJson,
  refusal,
  validationFailed,
  type Answer,
  type Call,
  type Layer
} from './call.ts'
import type { GitObjects } from './objects.ts'
import type { Conditions } from './options.ts'
import type { Deployment, PagesBuild, PagesStore, Site } from './pages-store.ts'
import type { Repository } from './repository.ts'

export interface PagesApiParts {
  conditions: () => Conditions
  store: PagesStore
  objects: GitObjects
  baseUrl: string
}

const settingsShape = z.object({
  build_type: z.enum(['legacy', 'workflow']).optional(),
  source: z.object({ branch: z.string(), path: z.enum(['/', '/docs']).default('/') }).optional(),
  cname: z.string().nullable().optional()
})
const deploymentShape = z.object({
  artifact_id: z.number().optional(),
  artifact_url: z.string().optional(),
  pages_build_version: z.string(),
  oidc_token: z.string()
})

/** GitHub's API of Pages, of which emulate has nothing, and `has_pages` of the repository. */
export function pagesApi(parts: PagesApiParts): Layer {
  const { conditions, store } = parts
  return async (call, next) => {
    const { repository, resource, method } = call
    if (!repository || call.kind !== 'api') return next(call)
    if (resource === '' && method === 'GET') {
      const reply = await next(call)
      const json = typeof reply === 'symbol' || reply.status !== 200 ? null : readJson(reply.body)
      if (typeof reply === 'symbol' || json === null) return reply
      return jsonAnswer(200, { ...json, has_pages: store.of(repository) !== null }, reply.headers)
    }
    if (!/^pages(\/|$)/.test(resource)) return next(call)

    const administers = call.token?.administers === true
    // What people report: without a token there is nothing, whatever GitHub's description says of public repositories.
    if (call.token === null) return refusal(404, 'Not Found')
    if (!administers && conditions().pagesHidden) return forbidden('pages=read')
    if (isWrite(call) && call.token.lacks?.includes('pages')) return forbidden('pages=write')
    const isSettings = resource === 'pages' && isWrite(call)
    if (isSettings && !administers) return forbidden('administration=write')
    return answerOf(parts, call, repository)
  }
}

async function answerOf(parts: PagesApiParts, call: Call, repository: Repository): Promise<Answer> {
  const { store } = parts
  const { resource, method } = call
  const site = store.of(repository)
  if (resource === 'pages' && method === 'POST') return switchOn(parts, call, repository)
  if (site === null) return refusal(404, 'Not Found')
  if (resource === 'pages') {
    if (method === 'GET') return jsonAnswer(200, await siteJson(parts, repository, site))
    if (method === 'PUT') return changeSettings(parts, call, repository)
    if (method === 'DELETE') {
      await store.configure(repository, null)
      return noContent
    }
  }
  if (resource === 'pages/builds/latest' && method === 'GET') {
    const newest = (await store.builds(repository)).at(-1)
    if (newest === undefined) return refusal(404, 'Not Found')
    return jsonAnswer(200, buildJson(parts, repository, newest))
  }
  if (resource === 'pages/deployments' && method === 'POST') return deploy(parts, call, repository)
  const [, id, cancel] = /^pages\/deployments\/([^/]+)(\/cancel)?$/.exec(resource) ?? []
  const deployment = site.deployments.findLast((candidate) => candidate.id === id)
  if (deployment && method === 'GET' && cancel === undefined) {
    return jsonAnswer(200, { status: store.statusOf(deployment) })
  }
  if (deployment && method === 'POST' && cancel !== undefined) {
    deployment.isCancelled = true
    return noContent
  }
  return refusal(404, 'Not Found')
}

async function switchOn(parts: PagesApiParts, call: Call, repository: Repository): Promise<Answer> {
  if (parts.store.of(repository)) return refusal(409, 'GitHub Pages is already enabled.')
  if (repository.isPrivate) {
    const plan = 'Your current plan does not support GitHub Pages for this repository.'
    return refusal(422, plan)
  }
  const refused = await configure(parts, call, repository)
  const site = parts.store.of(repository)
  return refused ?? jsonAnswer(201, site && (await siteJson(parts, repository, site)))
}

async function changeSettings(
  parts: PagesApiParts,
  call: Call,
  repository: Repository
): Promise<Answer> {
  return (await configure(parts, call, repository)) ?? noContent
}

/** Takes the settings in the body; gives the refusal when they cannot be. */
async function configure(
  { store, objects }: PagesApiParts,
  call: Call,
  repository: Repository
): Promise<Answer | null> {
  const { data } = settingsShape.safeParse(readJson(call.body))
  if (!data || (!data.source && !data.build_type && data.cname === undefined)) {
    return validationFailed([{ resource: 'Page', code: 'missing_field', field: 'source' }])
  }
  const { source, build_type: buildType, cname } = data
  if (source && (await objects.ref(repository, `refs/heads/${source.branch}`)) === null) {
    const missing = `The ${source.branch} branch must exist before GitHub Pages can be built.`
    return refusal(422, missing)
  }
  await store.configure(repository, {
    ...source,
    ...(buildType && { buildType }),
    ...(cname !== undefined && { cname })
  })
  return null
}

async function siteJson(
  { store, objects, baseUrl }: PagesApiParts,
  repository: Repository,
  { settings }: Site
): Promise<Record<string, unknown>> {
  const { branch, path, cname, buildType } = settings
  const content = await store.served(repository)
  const newest = (await store.builds(repository)).at(-1)
  const page = path === '/' ? '404.html' : `${path.slice(1)}/404.html`
  const hasOwn404 =
    content !== null &&
    ('files' in content
      ? content.files.has('404.html')
      : (await objects.blobAt(repository, content.commit, page)) !== null)
  return {
    url: `${baseUrl}/repos/${repository.fullName}/pages`,
    status: newest ? statusOf(newest) : content && 'built',
    cname,
    custom_404: hasOwn404,
    html_url: store.urlOf(repository),
    build_type: buildType,
    source: { branch, path },
    public: true,
    https_enforced: false
  }
}

function statusOf({ endsAt, isTooLarge }: PagesBuild): 'built' | 'building' | 'errored' {
  if (Date.now() < endsAt) return 'building'
  return isTooLarge ? 'errored' : 'built'
}

function buildJson(
  { baseUrl }: PagesApiParts,
  repository: Repository,
  build: PagesBuild
): Record<string, unknown> {
  const status = statusOf(build)
  const endedAt = Math.min(Date.now(), build.endsAt)
  return {
    url: `${baseUrl}/repos/${repository.fullName}/pages/builds/${build.startsAt}`,
    status,
    error: { message: status === 'errored' ? 'Page build failed.' : null },
    pusher: null,
    commit: build.commit,
    duration: endedAt - build.startsAt,
    created_at: new Date(build.startsAt).toISOString(),
    updated_at: new Date(endedAt).toISOString()
  }
}

async function deploy(
  { store, baseUrl }: PagesApiParts,
  call: Call,
  repository: Repository
): Promise<Answer> {
  const { data } = deploymentShape.safeParse(readJson(call.body))
  if (!data) return validationFailed([{ resource: 'PageDeployment', code: 'missing_field' }])
  if (repositoryOf(data.oidc_token) !== repository.fullName) {
    return refusal(400, 'Invalid OIDC token')
  }
  const archive =
    data.artifact_id === undefined
      ? await download(data.artifact_url)
      : store.artifact(repository, data.artifact_id)
  if (archive === null) return refusal(404, 'Not Found')
  const { id }: Deployment = await store.deploy(repository, data.pages_build_version, archive)
  return jsonAnswer(200, {
    id,
    status_url: `${baseUrl}/repos/${repository.fullName}/pages/deployments/${id}`,
    page_url: store.urlOf(repository)
  })
}

async function download(url: string | undefined): Promise<Buffer | null> {
  if (url === undefined) return null
  const answer = await fetch(url)
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : null
}

const claims = z.object({ repository: z.string() })

/** Which repository's run an OIDC token is of. Nobody here signs any. */
function repositoryOf(token: string): string | null {
  const payload = readJson(Buffer.from(token.split('.')[1] ?? '', 'base64url'))
  return claims.safeParse(payload).data?.repository ?? null
}

function forbidden(permission: string): Answer {
  return refusal(403, 'Resource not accessible by integration', {
    'x-accepted-github-permissions': permission
  })
}

const noContent: Answer = { status: 204, headers: {}, body: Buffer.alloc(0) }

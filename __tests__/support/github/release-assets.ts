import {
  isWrite,
  jsonAnswer,
  pageOf,
  readJson,
  refusal,
  validationFailed,
  type Answer,
  type Call,
  type Layer
} from './call.ts'
import type { Emulator } from './emulator.ts'
import type { GitObjects } from './objects.ts'
import type { Conditions, TokenSetup } from './options.ts'
import type { ReleaseStore, StoredAsset, StoredRelease } from './release-store.ts'
import type { Repository } from './repository.ts'

export interface ReleaseParts {
  conditions: () => Conditions
  store: ReleaseStore
  objects: GitObjects
  emulator: Emulator
  tokens: Readonly<Record<string, TokenSetup>>
}

/**
 * Releases as GitHub has them and emulate has not: assets with their bytes, drafts that strangers do not see, a tag that is made when a
 * draft is published, immutable releases, and downloads by a redirect.
 */
export function releaseAssets(parts: ReleaseParts): Layer {
  const { store } = parts
  return async (call, next) => {
    const { repository, resource } = call
    const file = /^\/release-asset-files\/(\d+)$/.exec(call.path)?.[1]
    if (file !== undefined) return bytesOf(store, Number(file))
    if (!repository) return next(call)
    if (call.kind === 'asset') {
      const [, tag, name] = /^releases\/download\/(.+)\/([^/]+)$/.exec(resource) ?? []
      return tag !== undefined && name !== undefined
        ? redirectToAsset(store, repository, tag, name)
        : next(call)
    }
    if (!/^releases(\/|$)/.test(resource) || (isWrite(call) && repository.isArchived)) {
      return next(call)
    }
    return answerOf(parts, call, repository)
  }
}

async function answerOf(parts: ReleaseParts, call: Call, repository: Repository): Promise<Answer> {
  const { store } = parts
  const { method, resource } = call
  const canWrite = Object.values(parts.tokens).some(
    ({ login, access }) => login === call.login && access === 'write'
  )
  const visible = store.of(repository).filter(({ isDraft }) => !isDraft || canWrite)
  if (resource === 'releases') {
    if (method === 'POST') return createRelease(parts, call, repository)
    return pageOf(call, visible, (release) => store.releaseJson(repository, release))
  }
  if (resource === 'releases/latest') {
    const latest = visible.find(({ isDraft, isPrerelease }) => !isDraft && !isPrerelease)
    if (latest === undefined) return refusal(404, 'Not Found')
    return jsonAnswer(200, store.releaseJson(repository, latest))
  }
  const assetId = /^releases\/assets\/(\d+)$/.exec(resource)?.[1]
  if (assetId !== undefined) return oneAsset(store, call, repository, Number(assetId))
  const [, id, rest = ''] = /^releases\/(\d+)(\/assets)?$/.exec(resource) ?? []
  const release = visible.find((release) => release.id === Number(id))
  if (release === undefined) return refusal(404, 'Not Found')
  if (rest === '/assets') {
    if (method === 'POST') return upload(parts, call, repository, release)
    return pageOf(call, release.assets, (asset) => store.assetJson(repository, release, asset))
  }
  if (method === 'PATCH') {
    return repository.alone(() => updateRelease(parts, call, repository, release))
  }
  if (method === 'DELETE') {
    const all = store.of(repository)
    all.splice(all.indexOf(release), 1)
    return { status: 204, headers: {}, body: Buffer.alloc(0) }
  }
  return jsonAnswer(200, store.releaseJson(repository, release))
}

async function createRelease(
  parts: ReleaseParts,
  call: Call,
  repository: Repository
): Promise<Answer> {
  const { store } = parts
  if (repository.isEmpty) return refusal(422, 'Repository is empty.')
  const body = readJson(call.body) ?? {}
  const release = store.make(repository, {
    tag: String(body['tag_name']),
    title: typeof body['name'] === 'string' ? body['name'] : null,
    body: typeof body['body'] === 'string' ? body['body'] : null,
    isPrerelease: body['prerelease'] === true,
    isDraft: true
  })
  if (body['draft'] === true) return jsonAnswer(201, store.releaseJson(repository, release))
  const published = await updateRelease(parts, call, repository, release)
  return { ...published, status: published.status === 200 ? 201 : published.status }
}

async function updateRelease(
  { store, objects, emulator, conditions }: ReleaseParts,
  call: Call,
  repository: Repository,
  release: StoredRelease
): Promise<Answer> {
  const body = readJson(call.body) ?? {}
  const tag = typeof body['tag_name'] === 'string' ? body['tag_name'] : release.tag
  if (release.isImmutable && tag !== release.tag) {
    return refusal(422, 'Cannot change the tag of an immutable release.')
  }
  const isPublished = release.isDraft && body['draft'] !== true
  if (isPublished) {
    const others = store.of(repository).filter((other) => other !== release && !other.isDraft)
    if (others.some((other) => other.tag === tag)) return invalid('Release', 'tag_name')
    if (store.burnedTags(repository).has(tag)) {
      return invalid('Release', 'tag_name', 'tag_name was used by an immutable release')
    }
    if ((await objects.ref(repository, `refs/tags/${tag}`)) === null) {
      const sha = await objects.ref(repository, `refs/heads/${repository.defaultBranch}`)
      const url = `/repos/${repository.fullName}/git/refs`
      const made = { ref: `refs/tags/${tag}`, sha }
      await emulator.ask({ method: 'POST', url, body: made, login: repository.owner })
    }
    release.isDraft = false
    release.isImmutable = conditions().immutableReleases
    // What was not whole by then never will be.
    release.assets = release.assets.filter(({ state }) => state === 'uploaded')
    if (release.isImmutable) store.burnedTags(repository).add(tag)
  }
  release.tag = tag
  if (typeof body['name'] === 'string') release.title = body['name']
  return jsonAnswer(200, store.releaseJson(repository, release))
}

function upload(
  { store, conditions }: ReleaseParts,
  call: Call,
  repository: Repository,
  release: StoredRelease
): Answer {
  const name = call.query.get('name')
  if (call.headers['content-length'] === undefined) return refusal(400, 'Bad Content-Length')
  if (!name) return invalid('ReleaseAsset', 'name', 'name is missing')
  if (release.isImmutable) return refusal(422, 'Cannot upload assets to an immutable release.')
  if (release.assets.some((asset) => asset.name === name)) return invalid('ReleaseAsset', 'name')
  const { assetsPerRelease, largestAsset } = conditions()
  if (release.assets.length >= assetsPerRelease) {
    const message = `file_count limited to ${assetsPerRelease} assets per release`
    return invalid('ReleaseAsset', 'file_count', message)
  }
  if (call.body.length > largestAsset) {
    const message = `size must be less than or equal to ${largestAsset}`
    return invalid('ReleaseAsset', 'size', message)
  }
  if (store.takeBreak('bad-gateway')) {
    store.leaveStarter(repository, call.resource, name)
    return refusal(502, 'Server Error')
  }
  const asset = store.addAsset(release, { name, state: 'uploaded', bytes: call.body })
  return jsonAnswer(201, store.assetJson(repository, release, asset))
}

function oneAsset(store: ReleaseStore, call: Call, repository: Repository, id: number): Answer {
  const found = store.findAsset(id)
  if (found === null) return refusal(404, 'Not Found')
  const { release, asset } = found
  if (call.method !== 'DELETE') {
    const wantsBytes = call.headers.accept === 'application/octet-stream'
    return wantsBytes
      ? redirectTo(store, asset)
      : jsonAnswer(200, store.assetJson(repository, release, asset))
  }
  if (release.isImmutable) return refusal(422, 'Cannot delete asset from an immutable release')
  release.assets.splice(release.assets.indexOf(asset), 1)
  return { status: 204, headers: {}, body: Buffer.alloc(0) }
}

/** Words only for what has no code of its own. */
function invalid(resource: string, field: string, message?: string): Answer {
  return validationFailed([
    message === undefined
      ? { resource, code: 'already_exists', field }
      : { resource, code: 'custom', field, message }
  ])
}

function redirectToAsset(
  store: ReleaseStore,
  repository: Repository,
  tag: string,
  name: string
): Answer {
  const asset = store
    .of(repository)
    .find((release) => !release.isDraft && release.tag === tag)
    ?.assets.find((asset) => asset.name === name && asset.state === 'uploaded')
  // Of a private repository only a browser's session downloads it, whatever token comes along.
  if (asset === undefined || repository.isPrivate) return refusal(404, 'Not Found')
  return redirectTo(store, asset)
}

function redirectTo(store: ReleaseStore, asset: StoredAsset): Answer {
  return { status: 302, headers: { location: store.fileUrl(asset) }, body: Buffer.alloc(0) }
}

function bytesOf(store: ReleaseStore, id: number): Answer {
  const found = store.findAsset(id)
  if (found === null) return refusal(404, 'Not Found')
  const headers = { 'content-type': 'application/octet-stream' }
  return { status: 200, headers, body: found.asset.bytes }
}

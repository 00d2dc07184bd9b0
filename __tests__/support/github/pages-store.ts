import type { GitObjects } from './objects.ts'
import type { Conditions, PagesSettings } from './options.ts'
import { artifactFiles } from './pages-artifact.ts'
import type { Repository } from './repository.ts'
import type { RefHistory } from './stale-refs.ts'

/** What a site consists of: a folder of a commit, or the files of an artifact by path. */
export type SiteContent =
  { commit: string; folder: PagesSettings['path'] } | { files: ReadonlyMap<string, Buffer> }

/** GitHub building a commit of the branch. */
export interface PagesBuild {
  commit: string
  /** Milliseconds since the epoch. */
  startsAt: number
  endsAt: number
  /** Larger than a site may be. */
  isTooLarge: boolean
}

/** A workflow's deployment. */
export interface Deployment {
  /** `pages_build_version`: the commit of the run. */
  id: string
  /** Milliseconds since the epoch. */
  startedAt: number
  isCancelled: boolean
  /** null: it is no archive that GitHub takes. */
  files: ReadonlyMap<string, Buffer> | null
}

export interface Site {
  settings: PagesSettings
  /** Milliseconds since the epoch; at that time the branch was at `commitThen`. */
  configuredAt: number
  commitThen: string | null
  deployments: Deployment[]
  /** What was served under the settings before these. */
  before: SiteContent | null
}

export interface PagesParts {
  baseUrl: string
  repositories: ReadonlyMap<string, Repository>
  conditions: () => Conditions
  objects: GitObjects
  history: RefHistory
}

/** The sites of all repositories, and what each serves at this moment: that follows from when the branch moved. */
export class PagesStore {
  readonly #parts: PagesParts
  readonly #sites = new Map<string, Site>()
  readonly #artifacts = new Map<number, { repository: string; bytes: Buffer }>()
  /** Bytes below a folder, which never change. */
  readonly #sizes = new Map<string, number>()
  #lastId = 0

  constructor(parts: PagesParts) {
    this.#parts = parts
  }

  of({ fullName }: Repository): Site | null {
    return this.#sites.get(fullName) ?? null
  }

  /** Switches Pages on, or over to other settings; null switches it off. */
  async configure(repository: Repository, settings: Partial<PagesSettings> | null): Promise<void> {
    if (settings === null) {
      this.#sites.delete(repository.fullName)
      return
    }
    const old = this.of(repository)
    const complete: PagesSettings = {
      buildType: 'legacy',
      branch: repository.defaultBranch,
      path: '/',
      cname: null,
      ...old?.settings,
      ...settings
    }
    const before = old && (await this.served(repository))
    const commitThen = await this.#parts.objects.ref(repository, `refs/heads/${complete.branch}`)
    const configuredAt = Date.now()
    const deployments = old?.deployments ?? []
    const site = { settings: complete, configuredAt, commitThen, deployments, before }
    this.#sites.set(repository.fullName, site)
  }

  /** Where readers find the site, with a slash at its end. An Enterprise server has them below `/pages/`, too. */
  urlOf(repository: Repository): string {
    const { baseUrl } = this.#parts
    const cname = this.of(repository)?.settings.cname ?? null
    if (cname !== null) return `http://${cname}:${new URL(baseUrl).port}/`
    const { owner, name } = repository
    return `${baseUrl}/pages/${owner}/${isOwnersSite(repository) ? '' : `${name}/`}`
  }

  /** Which site an address is of, and which path in it; null: it is no site's. */
  locate(
    host: string | undefined,
    path: string
  ): { repository: Repository | null; resource: string } | null {
    const { repositories } = this.#parts
    const domain = host?.replace(/:\d+$/, '')
    for (const [name, { settings }] of this.#sites) {
      if (settings.cname === null || settings.cname !== domain) continue
      return { repository: repositories.get(name) ?? null, resource: path.slice(1) }
    }
    const [, owner = '', below = ''] = /^\/pages\/([^/]+)\/(.*)$/.exec(path) ?? []
    if (owner === '') return null
    const [name = ''] = below.split('/')
    const project = repositories.get(`${owner}/${name}`)
    if (project && (this.of(project) || isOwnersSite(project))) {
      return { repository: project, resource: below.slice(name.length + 1) }
    }
    return { repository: repositories.get(`${owner}/${owner}.github.io`) ?? null, resource: below }
  }

  storeArtifact({ fullName }: Repository, bytes: Buffer): number {
    this.#artifacts.set(++this.#lastId, { repository: fullName, bytes })
    return this.#lastId
  }

  artifact({ fullName }: Repository, id: number): Buffer | null {
    const found = this.#artifacts.get(id)
    return found?.repository === fullName ? found.bytes : null
  }

  async deploy(repository: Repository, id: string, archive: Buffer): Promise<Deployment> {
    const files = await artifactFiles(archive)
    const deployment = { id, startedAt: Date.now(), isCancelled: false, files }
    this.of(repository)?.deployments.push(deployment)
    return deployment
  }

  statusOf({ files, isCancelled, startedAt }: Deployment): string {
    const { pagesBuildMs, largestSite } = this.#parts.conditions()
    if (isCancelled) return 'deployment_cancelled'
    if (Date.now() - startedAt < pagesBuildMs) return 'deployment_in_progress'
    const size = [...(files?.values() ?? [])].reduce((sum, { length }) => sum + length, 0)
    return files === null || size > largestSite ? 'deployment_content_failed' : 'succeed'
  }

  /**
   * Builds of the branch, oldest first: one at a time, and of the commits that wait for the one under way only the newest is built.
   */
  async builds(repository: Repository): Promise<PagesBuild[]> {
    const site = this.of(repository)
    if (site?.settings.buildType !== 'legacy') return []
    const { objects, history, conditions } = this.#parts
    const ref = `refs/heads/${site.settings.branch}`
    const moves = history.moves(repository, ref).filter(({ at }) => at >= site.configuredAt)
    const head = await objects.ref(repository, ref)
    const wanted = [
      { at: site.configuredAt, commit: moves[0] ? moves[0].before : head },
      ...moves.map(({ at }, index) => ({
        at,
        commit: moves[index + 1] ? (moves[index + 1]?.before ?? null) : head
      }))
    ]
    const builds: PagesBuild[] = []
    let freeAt = 0
    for (const [index, { at, commit }] of wanted.entries()) {
      const startsAt = Math.max(at, freeAt)
      const newer = wanted[index + 1]
      const isSuperseded = newer !== undefined && newer.at <= startsAt && startsAt > at
      if (commit === null || isSuperseded) continue
      freeAt = startsAt + conditions().pagesBuildMs
      const isTooLarge =
        (await this.#sizeOf(repository, commit, site.settings.path)) > conditions().largestSite
      builds.push({ commit, startsAt, endsAt: freeAt, isTooLarge })
    }
    return builds
  }

  /** What readers get now; null: there is no site yet. */
  async served(repository: Repository): Promise<SiteContent | null> {
    const site = this.of(repository)
    if (site === null) return null
    const { pagesBuildMs } = this.#parts.conditions()
    const now = Date.now()
    const built = (await this.builds(repository))
      .filter(({ endsAt, isTooLarge }) => endsAt <= now && !isTooLarge)
      .map(({ commit, endsAt }) => ({
        endsAt,
        content: { commit, folder: site.settings.path }
      }))
    const deployed = site.deployments.flatMap((deployment) =>
      deployment.files !== null && this.statusOf(deployment) === 'succeed'
        ? [{ endsAt: deployment.startedAt + pagesBuildMs, content: { files: deployment.files } }]
        : []
    )
    // Whatever was ready last, as when a workflow deploys what is built from a branch as well.
    const newest = [...built, ...deployed].toSorted((a, b) => a.endsAt - b.endsAt).at(-1)
    return newest?.content ?? site.before
  }

  async #sizeOf(
    repository: Repository,
    commit: string,
    folder: PagesSettings['path']
  ): Promise<number> {
    const entry = await this.#parts.objects.entryAt(repository, commit, folder.slice(1))
    return entry?.type === 'tree' ? this.#bytesBelow(repository, entry.sha) : 0
  }

  async #bytesBelow(repository: Repository, tree: string): Promise<number> {
    const known = this.#sizes.get(tree)
    if (known !== undefined) return known
    let sum = 0
    for (const entry of (await this.#parts.objects.tree(repository, tree)) ?? []) {
      sum +=
        entry.type === 'tree' ? await this.#bytesBelow(repository, entry.sha) : (entry.size ?? 0)
    }
    this.#sizes.set(tree, sum)
    return sum
  }
}

/** `OWNER.github.io` is served at the root of the owner's address. */
function isOwnersSite({ owner, name }: Repository): boolean {
  return name === `${owner}.github.io`
}

import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { sectionOf } from '../script/changelog.ts'
import { compareVersions, parseTag, planRelease, type Tagged } from '../script/release-plan.ts'
import { home, version } from '../src/version.ts'
import { removeFolder } from './support/nix.ts'
import { output, runProgram } from './support/program.ts'

const root = join(import.meta.dirname, '..')

test.each(['v1', 'v1.2', '1.2.3', 'v01.2.3', 'v1.2.3-', 'v1.2.3-01', 'v1.2.3+x', 'v1.2.3\n', ''])(
  '%j is no version',
  (tag) => {
    expect(parseTag(tag)).toBeNull()
  }
)

test('versions are ordered as semver.org has it', () => {
  const tags = [
    ...['v1.0.0-alpha', 'v1.0.0-alpha.1', 'v1.0.0-alpha.beta', 'v1.0.0-beta', 'v1.0.0-beta.2'],
    ...['v1.0.0-beta.11', 'v1.0.0-rc.1', 'v1.0.0', 'v1.0.10', 'v1.2.0', 'v1.10.0', 'v2.0.0']
  ]
  const sorted = [...tags].reverse().sort((a, b) => {
    const [one, other] = [parseTag(a), parseTag(b)]
    if (one === null || other === null) throw new Error('no version')
    return compareVersions(one, other)
  })
  expect(sorted).toEqual(tags)
})

describe('a tag becomes', () => {
  const tagged = (tag: string, tags: string[] = [], rest: Partial<Tagged> = {}): Tagged => ({
    tag,
    tags: [...tags, tag],
    repository: 'org/nar-publish',
    packageVersion: tag.slice(1),
    lockVersion: tag.slice(1),
    packageHome: 'github:org/nar-publish',
    notes: 'What changed.',
    workflows: { 'publish.yml': `      - uses: org/nar-publish@${tag}\n` },
    isOnMain: true,
    ...rest
  })

  test.each([
    ['v1.0.0', [], { latest: true, movingTag: 'v1', prerelease: false }],
    ['v1.3.0', ['v1.2.3', 'v1', 'nightly'], { latest: true, movingTag: 'v1' }],
    // An older line goes on.
    ['v1.2.4', ['v1.3.0', 'v1'], { latest: false, movingTag: null }],
    ['v1.9.9', ['v1.9.8', 'v2.0.0'], { latest: false, movingTag: 'v1' }],
    ['v1.10.0', ['v1.9.0'], { latest: true, movingTag: 'v1' }],
    // What is to come does not hold the present back, and does not move it.
    ['v1.3.0', ['v1.4.0-rc.1', 'v2.0.0-rc.1'], { latest: true, movingTag: 'v1' }],
    ['v1.4.0-rc.1', ['v1.3.0'], { latest: false, movingTag: null, prerelease: true }],
    ['v0.1.0', [], { latest: true, movingTag: 'v0' }]
  ])('%s beside %j', (tag, tags, release) => {
    expect(planRelease(tagged(tag, tags))).toMatchObject({ tag, ...release })
  })

  test.each([
    ['v1', {}, 'v1 is no version such as v1.2.3'],
    ['v1.2.3', { packageVersion: '1.2.2' }, 'package.json has the version 1.2.2'],
    ['v1.2.3', { lockVersion: '1.2.2' }, 'package-lock.json has the version 1.2.2'],
    ['v1.2.3', { notes: null }, 'CHANGELOG.md has no section 1.2.3'],
    [
      'v1.2.3',
      { packageHome: 'github:fork/nar-publish' },
      'names the home github:fork/nar-publish'
    ],
    ['v1.2.3', { isOnMain: false }, 'the commit of v1.2.3 is not on main'],
    [
      'v1.2.3',
      {
        workflows: {
          'a.yml': 'uses: org/nar-publish@v1.2.3\n',
          'b.yml': 'uses: org/nar-publish@v1\n'
        }
      },
      'b.yml calls the action of v1'
    ],
    ['v1.2.3', { repository: 'fork/nar-publish' }, 'this repository is fork/nar-publish']
  ])('nothing: %s, %j', (tag, rest, says) => {
    expect(() => planRelease(tagged(tag, [], rest))).toThrow(says)
  })
})

/** GitHub's releases and tags, with memory. */
class Releases {
  releases: Record<string, unknown>[] = []
  refs: Record<string, string> = {}
  requests: string[] = []
  /** Fails uploads, as a lost connection does. */
  refuseUploads = false
  private readonly server: Server

  constructor() {
    this.server = createServer((request, response) => {
      const body: Buffer[] = []
      request.on('data', (chunk: Buffer) => body.push(chunk))
      request.on('end', () => {
        const path = (request.url ?? '').replace('/repos/org/nar-publish/', '')
        this.requests.push(`${request.method ?? ''} ${path.replace(/\?per_page=100$/, '')}`)
        const isAllowed = request.headers.authorization === 'Bearer job-token'
        const [status, answer] = isAllowed
          ? this.answer(request.method ?? '', path, Buffer.concat(body))
          : [401, {}]
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(status === 204 ? '' : JSON.stringify(answer))
      })
    })
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => {
        resolve()
      })
      this.server.closeAllConnections()
    })
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  private answer(method: string, path: string, body: Buffer): [number, unknown] {
    const json = (): Record<string, string> => JSON.parse(body.toString()) as Record<string, string>
    const id = Number(/^releases\/(\d+)/.exec(path)?.[1] ?? 0)
    const release = this.releases.find((one) => one['id'] === id)
    if (path.includes('/assets?name=')) {
      if (this.refuseUploads) return [502, {}]
      const digest = createHash('sha256').update(body).digest('hex')
      const name = path.replace(/.*name=/, '')
      Object.assign(release?.['assets'] as object, { [name]: digest })
      return [201, {}]
    }
    if (path.startsWith('releases') && method === 'GET') return [200, this.releases]
    if (path === 'releases') {
      const made = this.releases.length + 1
      const upload_url = `${this.url}/repos/org/nar-publish/releases/${made}/assets{?name,label}`
      this.releases.push({ ...json(), id: made, upload_url, html_url: '', assets: {} })
      return [201, this.releases.at(-1)]
    }
    if (method === 'DELETE') {
      this.releases = this.releases.filter((one) => one !== release)
      return [204, null]
    }
    if (release !== undefined) return [200, Object.assign(release, json(), { immutable: true })]
    if (path.startsWith('git/matching-refs/tags/')) {
      const begin = path.replace('git/matching-refs/', 'refs/')
      const found = Object.entries(this.refs).filter(([ref]) => ref.startsWith(begin))
      return [200, found.map(([ref, sha]) => ({ ref, object: { sha } }))]
    }
    const { ref = path.replace('git/', ''), sha = '' } = json()
    this.refs[ref] = sha
    return [200, {}]
  }
}

describe('script/release.ts, in a repository', () => {
  let folder: string
  const github = new Releases()
  const git = (...args: string[]): Promise<string> => output('git', args, { cwd: folder })

  const release = (...args: string[]) =>
    runProgram(process.execPath, [join(root, 'script/release.ts'), ...args], {
      cwd: folder,
      env: {
        ...{ PATH: process.env['PATH'], HOME: folder, GITHUB_REPOSITORY: 'org/nar-publish' },
        ...{ GITHUB_API_URL: github.url, GH_TOKEN: 'job-token' }
      }
    })

  /** A commit on main with that version everywhere, and its tag. */
  async function commitRelease(version: string): Promise<string> {
    const files = {
      'package.json': JSON.stringify({ version, repository: 'github:org/nar-publish' }),
      'package-lock.json': JSON.stringify({ version }),
      '.github/workflows/publish.yml': `      - uses: org/nar-publish@v${version}\n`,
      'CHANGELOG.md': `# Changes\n\n## ${version}\n\n- Made ${version}.\n\n## 0.9.0\n\n- Older.\n`,
      'dist/index.js': version,
      ...{ 'action.yml': '', 'README.md': '', LICENSE: '', 'src/main.ts': '' }
    }
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    await git('add', '.')
    await git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-qm', version)
    await git('tag', `v${version}`)
    await git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    return git('rev-parse', 'HEAD')
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'release-'))
    await git('init', '-q', '-b', 'main')
    await github.listen()
  })
  afterAll(async () => {
    await github.close()
    await removeFolder(folder)
  })

  test('the first version makes v1.0.0 a release and v1 a tag, and its section the release’s text', async () => {
    const sha = await commitRelease('1.0.0')
    expect((await release('check', 'v1.0.0')).stdout).toBe(
      'v1.0.0 is the latest release; v1 moves\n'
    )
    // The one file comes from another job; without it nothing is packed.
    mkdirSync(join(folder, 'first'))
    expect((await release('pack', 'v1.0.0', 'first')).status).toBe(1)
    writeFileSync(join(folder, 'first/nar-publish.mjs'), 'the one file\n')
    for (const part of ['pack', 'publish', 'move']) {
      expect(await release(part, 'v1.0.0', 'first')).toMatchObject({ status: 0 })
    }
    expect(github.releases).toEqual([
      expect.objectContaining({
        ...{ tag_name: 'v1.0.0', draft: false, make_latest: 'true', body: '- Made 1.0.0.' }
      })
    ])
    expect(Object.keys(github.releases[0]?.['assets'] as object).sort()).toEqual([
      ...['SHA256SUMS', 'nar-publish-1.0.0.tar.gz', 'nar-publish.mjs']
    ])
    expect(github.refs).toEqual({ 'refs/tags/v1': sha })
    Object.assign(github, { releases: [], refs: {} })
  })

  test('an upload that fails leaves a draft, and the next run a whole release of the tag’s files', async () => {
    await commitRelease('1.2.3')
    expect(await release('check', 'v1.2.3')).toMatchObject({
      status: 0,
      stdout: 'v1.2.3 is the latest release; v1 moves\n'
    })
    mkdirSync(join(folder, 'out'))
    writeFileSync(join(folder, 'out/nar-publish.mjs'), 'the one file\n')
    writeFileSync(join(folder, 'out/nar-publish'), 'of another job\n')
    const refused = await release('pack', 'v1.2.3', 'out')
    expect(refused).toMatchObject({ status: 1 })
    expect(refused.stdout).toContain('not of a release: nar-publish')
    rmSync(join(folder, 'out/nar-publish'))
    expect((await release('pack', 'v1.2.3', 'out')).status).toBe(0)
    const sums = readFileSync(join(folder, 'out/SHA256SUMS'), 'utf8')
    await output('sha256sum', ['--check', 'SHA256SUMS'], { cwd: join(folder, 'out') })
    const files = await output('tar', ['-tzf', 'out/nar-publish-1.2.3.tar.gz'], { cwd: folder })
    expect(files.split('\n')).toContain('nar-publish-1.2.3/dist/index.js')
    expect(files).not.toContain('src')

    github.refuseUploads = true
    expect((await release('publish', 'v1.2.3', 'out')).status).toBe(1)
    expect(github.releases).toEqual([expect.objectContaining({ draft: true })])
    github.refuseUploads = false
    expect(await release('publish', 'v1.2.3', 'out')).toMatchObject({ status: 0 })
    expect(github.releases).toEqual([
      expect.objectContaining({
        ...{ tag_name: 'v1.2.3', draft: false, prerelease: false, make_latest: 'true' },
        assets: {
          'nar-publish-1.2.3.tar.gz': sums.slice(0, 64),
          'nar-publish.mjs': createHash('sha256').update('the one file\n').digest('hex'),
          SHA256SUMS: createHash('sha256').update(sums).digest('hex')
        }
      })
    ])
  })

  test('a release that is there stays as it is', async () => {
    github.requests = []
    expect((await release('publish', 'v1.2.3', 'out')).stdout).toContain('released already')
    expect(github.requests).toEqual(['GET releases'])
  })

  test('v1 is made, moves on, and neither a pre-release nor an older one moves it', async () => {
    const v1 = (): string | undefined => github.refs['refs/tags/v1']
    expect((await release('move', 'v1.2.3')).status).toBe(0)
    expect(v1()).toBe(await git('rev-parse', 'v1.2.3'))
    // A tag that only begins alike is another one.
    github.refs['refs/tags/v10'] = v1() ?? ''
    const newest = await commitRelease('1.3.0')
    await commitRelease('1.4.0-rc.1')
    await commitRelease('1.2.4')
    for (const tag of ['v1.3.0', 'v1.4.0-rc.1', 'v1.2.4', 'v1.2.3']) {
      expect(await release('move', tag)).toMatchObject({ status: 0 })
    }
    expect(v1()).toBe(newest)
    expect(github.refs['refs/tags/v10']).not.toBe(newest)
  })

  test('a v1 that leads elsewhere stays where it is', async () => {
    await commitRelease('1.5.0')
    github.refs['refs/tags/v1'] = '0'.repeat(40)
    const { status, stdout } = await release('move', 'v1.5.0')
    expect([status, stdout]).toEqual([1, expect.stringContaining('it stays there')])
    expect(github.refs['refs/tags/v1']).toBe('0'.repeat(40))
  })

  test.each(['v9.9.9', '--help', 'v1.3.0^{commit}', '$(id)'])('no such tag: %s', async (tag) => {
    github.requests = []
    expect((await release('move', tag)).status).toBe(1)
    expect(github.requests).toEqual([])
  })

  test('a tag beside main is not released', async () => {
    await git('switch', '--quiet', '--detach')
    await commitRelease('1.6.0')
    await git('update-ref', 'refs/remotes/origin/main', 'refs/heads/main')
    const { status, stdout } = await release('publish', 'v1.6.0', 'out')
    expect([status, stdout]).toEqual([1, expect.stringContaining('is not on main')])
  })
})

test('this checkout could be released: versions, home, section and workflows agree', () => {
  const read = (name: string): string => readFileSync(join(root, name), 'utf8')
  const json = (name: string): Record<string, string> =>
    JSON.parse(read(name)) as Record<string, string>
  const { version: packageVersion = '', repository: packageHome = '' } = json('package.json')
  const plan = planRelease({
    ...{ tag: `v${version}`, tags: [], repository: home, isOnMain: true },
    ...{ packageVersion, lockVersion: json('package-lock.json')['version'] ?? '', packageHome },
    notes: sectionOf(read('CHANGELOG.md'), version),
    workflows: Object.fromEntries(
      ['publish.yml', 'update.yml'].map((name) => [name, read(`.github/workflows/${name}`)])
    )
  })
  expect(plan.version).toBe(version)
})

test('the job that may write runs only after the whole gate, and installs no packages', () => {
  const { jobs } = parse(readFileSync(join(root, '.github/workflows/release.yml'), 'utf8')) as {
    jobs: Record<
      string,
      {
        needs?: string | string[]
        uses?: string
        permissions: Record<string, string>
        steps?: { run?: string; uses?: string }[]
      }
    >
  }
  expect(jobs['ci']).toMatchObject({ needs: 'check', uses: './.github/workflows/ci.yml' })
  expect(jobs['one-file']).toMatchObject({ needs: 'check', permissions: { contents: 'read' } })
  expect(jobs['release']?.needs).toEqual(['ci', 'one-file'])
  expect(jobs['release']?.steps?.flatMap(({ run }) => run ?? [])).toEqual(
    ['pack', 'publish', 'move'].map((part) =>
      expect.stringContaining(`node script/release.ts ${part} "$GITHUB_REF_NAME"`)
    )
  )
  // And no action but GitHub's.
  const used = jobs['release']?.steps?.flatMap(({ uses }) => uses ?? []) ?? []
  expect(used.filter((uses) => !uses.startsWith('actions/'))).toEqual([])
})

/**
 * What .github/workflows/release.yml does for a pushed tag. `node script/release.ts <part> <tag> [folder]`:
 *   check    whether it may be released, and as what
 *   pack     the command line and the action as an archive into the folder, where the one file is already, and the checksums of both
 *   publish  a draft with the files of the folder, then the release
 *   move     the bare tag of its major version, only forward
 * Nothing but Node and git: the job that may write runs nobody else's code. GITHUB_REPOSITORY, GITHUB_API_URL and GH_TOKEN as in a job.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sectionOf } from './changelog.ts'
import { planRelease, type Release } from './release-plan.ts'

interface GitHubRelease {
  id: number
  tag_name: string
  draft: boolean
  upload_url: string
  html_url: string
  immutable?: boolean
}

const [part = '', tag = '', folder = ''] = process.argv.slice(2)
const parts: Record<string, (release: Release) => void | Promise<void>> = {
  check: ({ prerelease, latest, movingTag }) => {
    const kind = prerelease ? 'a pre-release' : latest ? 'the latest release' : 'a release'
    console.log(`${tag} is ${kind}; ${movingTag ?? 'no bare tag'} moves`)
  },
  pack,
  publish,
  move
}

try {
  const run = parts[part]
  if (run === undefined) throw new Error(`there is no part ${part}`)
  await run(planRelease(readTagged()))
} catch (error) {
  console.log(`::error::${(error as Error).message.replaceAll('%', '%25').replaceAll('\n', '%0A')}`)
  process.exitCode = 1
}

function readTagged() {
  // A ref of git's own, so that no tag is taken for an option.
  const show = (path: string): string => git('show', `refs/tags/${tag}:${path}`)
  const json = (path: string): Record<string, string> =>
    JSON.parse(show(path)) as Record<string, string>
  return {
    tag,
    tags: git('tag', '--list').split('\n'),
    repository: given('GITHUB_REPOSITORY'),
    packageVersion: json('package.json')['version'] ?? '',
    lockVersion: json('package-lock.json')['version'] ?? '',
    packageHome: json('package.json')['repository'] ?? '',
    notes: sectionOf(show('CHANGELOG.md'), tag.slice(1)),
    workflows: Object.fromEntries(
      git('ls-tree', '--name-only', `refs/tags/${tag}:.github/workflows`)
        .split('\n')
        .map((name) => [name, show(`.github/workflows/${name}`)])
    ),
    isOnMain: isAncestor(commit(), git('rev-parse', '--verify', 'refs/remotes/origin/main'))
  }
}

/**
 * The archive has the same bytes on every machine: `git archive` of the tag. npm can install it. The one file was made by another job, as that
 * takes others' code to run.
 */
function pack({ version }: Release): void {
  const name = `nar-publish-${version}.tar.gz`
  const files = ['dist', 'action.yml', 'package.json', 'README.md', 'LICENSE', 'CHANGELOG.md']
  const archive = execFileSync(
    'git',
    [
      ...['archive', '--format=tar.gz', `--prefix=nar-publish-${version}/`, commit()],
      ...['--', ...files]
    ],
    { maxBuffer: 2 ** 28 }
  )
  writeFileSync(join(folder, name), archive)
  const released = [name, 'nar-publish.mjs']
  // Any job of the run could have put more into the artifact that the one file came in.
  const others = readdirSync(folder).filter((file) => ![...released, 'SHA256SUMS'].includes(file))
  if (others.length > 0) throw new Error(`not of a release: ${others.join(', ')}`)
  const sums = released.map((file) => {
    const digest = createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex')
    return `${digest}  ${file}\n`
  })
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''))
}

/** Drafts may be filled and thrown away; a release is there whole or not at all. */
async function publish({ prerelease, latest, notes }: Release): Promise<void> {
  const all = (await api('GET', 'releases?per_page=100')) as GitHubRelease[]
  for (const earlier of all.filter(({ tag_name }) => tag_name === tag)) {
    if (!earlier.draft) {
      console.log(`${tag} is released already: ${earlier.html_url}`)
      return
    }
    await api('DELETE', `releases/${earlier.id}`)
  }
  const draft = (await api('POST', 'releases', {
    ...{ tag_name: tag, name: tag, draft: true, prerelease, body: notes }
  })) as GitHubRelease
  const upload = draft.upload_url.replace(/\{.*$/, '')
  for (const name of readdirSync(folder).sort()) {
    await request('POST', `${upload}?name=${encodeURIComponent(name)}`, {
      body: readFileSync(join(folder, name)),
      type: 'application/octet-stream'
    })
  }
  const released = (await api('PATCH', `releases/${draft.id}`, {
    ...{ draft: false, prerelease, make_latest: String(latest) }
  })) as GitHubRelease
  console.log(`released: ${released.html_url}`)
  if (released.immutable !== true) {
    console.log(
      '::warning::The release can be changed: turn on immutable releases in the settings.'
    )
  }
}

/** `v1` is a tag without a release, as that could not move. */
async function move({ movingTag }: Release): Promise<void> {
  if (movingTag === null) {
    console.log(`${tag} moves no tag`)
    return
  }
  const sha = commit()
  const there = (await api('GET', `git/matching-refs/tags/${movingTag}`)) as {
    ref: string
    object: { sha: string }
  }[]
  const current = there.find(({ ref }) => ref === `refs/tags/${movingTag}`)?.object.sha
  if (current === undefined) {
    await api('POST', 'git/refs', { ref: `refs/tags/${movingTag}`, sha })
  } else if (!isAncestor(current, sha)) {
    throw new Error(
      `${movingTag} stands on ${current}, from which ${tag} does not lead on: it stays there`
    )
  } else {
    // What a tag's update without `force` does is not documented. That this one goes forward was just seen, and one release runs at a time.
    await api('PATCH', `git/refs/tags/${movingTag}`, { sha, force: true })
  }
  console.log(`${movingTag} stands on ${tag} (${sha})`)
}

function commit(): string {
  return git('rev-parse', '--verify', `refs/tags/${tag}^{commit}`)
}

function isAncestor(older: string, newer: string): boolean {
  try {
    git('merge-base', '--is-ancestor', older, newer)
    return true
  } catch {
    // Also of a commit that is not here.
    return false
  }
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}

function given(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is empty`)
  return value
}

function api(method: string, path: string, body?: object): Promise<unknown> {
  return request(method, `${given('GITHUB_API_URL')}/repos/${given('GITHUB_REPOSITORY')}/${path}`, {
    ...(body && { body: JSON.stringify(body) }),
    type: 'application/json'
  })
}

async function request(
  method: string,
  url: string,
  { body, type }: { body?: string | Buffer<ArrayBuffer>; type: string }
): Promise<unknown> {
  const answer = await fetch(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${given('GH_TOKEN')}`,
      'content-type': type
    },
    ...(body !== undefined && { body })
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`)
  return text === '' ? null : JSON.parse(text)
}

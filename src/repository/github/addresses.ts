/** Where a repository's files are for readers: pure functions of names, which are data and percent-encoded. */
export interface Addresses {
  /** That readers' programs talk to; without its port, as a netrc has it. */
  host: string
  /** Below this, the branch's files. */
  branchFiles: string
  /** Where the repository's site on GitHub Pages may be when nobody says where; on an Enterprise server that depends on its settings. */
  sites: readonly [string, ...string[]]
  /** Below this, the files of a commit. */
  commitFiles: (commit: string) => string
  /** A file as a stranger downloads it. */
  rawFile: (commit: string, path: string) => string
  /** The web page of a file on the branch; of the empty path: the branch's own. */
  page: (path: string) => string
  commitPage: (commit: string) => string
}

export function addressesOf(
  serverUrl: string,
  owner: string,
  repo: string,
  branch: string
): Addresses {
  const repository = `${encode(owner)}/${encode(repo)}`
  const web = `${serverUrl}/${repository}`
  // github.com's own raw address redirects there; an Enterprise server's host for raw files differs by its settings.
  const raw =
    serverUrl === 'https://github.com'
      ? `https://raw.githubusercontent.com/${repository}`
      : `${web}/raw`
  // In its short form a branch with a slash could also be read as a branch and a folder, and `deadbeef` as a commit.
  const ref = /^(?![0-9a-f]{7,}$)[\w.-]+$/i.test(branch) ? branch : `refs/heads/${encode(branch)}`
  const commitFiles = (commit: string): string => `${raw}/${commit}`
  return {
    host: new URL(raw).hostname,
    branchFiles: `${raw}/${ref}`,
    sites: sitesOf(serverUrl, owner, repo),
    commitFiles,
    rawFile: (commit, path) => `${commitFiles(commit)}/${encode(path)}`,
    // GitHub calls a folder's page, as that of the whole branch, otherwise than a file's.
    page: (path) =>
      path === ''
        ? `${web}/tree/${encode(branch)}`
        : `${web}/blob/${encode(branch)}/${encode(path)}`,
    commitPage: (commit) => `${web}/commit/${commit}`
  }
}

function sitesOf(serverUrl: string, owner: string, repo: string): [string, ...string[]] {
  const { protocol, host } = new URL(serverUrl)
  const isOwners = repo.toLowerCase() === `${owner}.github.io`.toLowerCase()
  const below = isOwners ? '' : `/${encode(repo)}`
  if (host === 'github.com') return [`https://${owner.toLowerCase()}.github.io${below}`]
  const ofOwner = `/${encode(owner)}${below}`
  return [`${serverUrl}/pages${ofOwner}`, `${protocol}//pages.${host}${ofOwner}`]
}

/** Each segment of a path. */
function encode(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

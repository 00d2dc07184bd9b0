/** What a pushed tag means for a release: pure, and without packages, because the job that may write installs none. */
import { home } from '../src/version.ts'

export interface Version {
  major: number
  minor: number
  patch: number
  /** `rc`, `1` of `1.2.3-rc.1`; empty for a release. */
  pre: string[]
}

export interface Release {
  tag: string
  version: string
  prerelease: boolean
  /** Whether GitHub shows it as the latest: the newest of all that are no pre-release. */
  latest: boolean
  /** `v1` when it is to stand on this release; null for a pre-release, and when a newer release of that major is there. */
  movingTag: string | null
  /** What CHANGELOG.md says of it. */
  notes: string
}

/** What the tagged commit and the repository hold. */
export interface Tagged {
  tag: string
  /** All tags of the repository, this one included or not. */
  tags: readonly string[]
  /** `owner/name` of the repository that releases. */
  repository: string
  packageVersion: string
  lockVersion: string
  /** `repository` of package.json. */
  packageHome: string
  /** The section of CHANGELOG.md, null when there is none. */
  notes: string | null
  /** The files of .github/workflows, by their names. */
  workflows: Readonly<Record<string, string>>
  isOnMain: boolean
}

const number = '(0|[1-9]\\d*)'
const preId = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)'
const tagPattern = new RegExp(
  `^v${number}\\.${number}\\.${number}(?:-(${preId}(?:\\.${preId})*))?$`
)

/** `v1.2.3` or `v1.2.3-rc.1`, as semver.org has it, without build metadata; null for anything else, such as `v1`. */
export function parseTag(tag: string): Version | null {
  const [, major, minor, patch, pre] = tagPattern.exec(tag) ?? []
  if (major === undefined) return null
  return {
    major: Number(major),
    minor: Number(minor),
    patch: Number(patch),
    pre: pre?.split('.') ?? []
  }
}

/** Negative when `a` is the older; semver.org, item 11. */
export function compareVersions(a: Version, b: Version): number {
  const numbers = a.major - b.major || a.minor - b.minor || a.patch - b.patch
  if (numbers !== 0) return numbers
  if (a.pre.length === 0 || b.pre.length === 0) return b.pre.length - a.pre.length
  for (const [index, one] of a.pre.entries()) {
    const other = b.pre[index]
    if (other === undefined) return 1
    const order = comparePre(one, other)
    if (order !== 0) return order
  }
  return a.pre.length - b.pre.length
}

function comparePre(one: string, other: string): number {
  const isNumber = /^\d+$/
  const [first, second] = [isNumber.test(one), isNumber.test(other)]
  if (first && second) return Number(one) - Number(other)
  if (first !== second) return first ? -1 : 1
  return one < other ? -1 : one > other ? 1 : 0
}

/** What `uses:` names of an action of our name, whosever it is, as `owner/name` and ref. */
export function selfReferences(workflow: string): { name: string; ref: string }[] {
  const own = home.replace(/.*\//, '').replaceAll('.', '\\.')
  return [...workflow.matchAll(new RegExp(`uses: ([\\w.-]+/${own})@(\\S+)`, 'g'))].map(
    ([, name = '', ref = '']) => ({ name, ref })
  )
}

/** The release that a tag makes. Throws with every reason why it makes none. */
export function planRelease(tagged: Tagged): Release {
  const { tag, tags, repository, packageVersion, lockVersion, packageHome, notes, workflows } =
    tagged
  const version = parseTag(tag)
  if (version === null) throw new Error(`${tag} is no version such as v1.2.3 or v1.2.3-rc.1`)
  const text = tag.slice(1)
  const problems = [
    tagged.isOnMain ? '' : `the commit of ${tag} is not on main`,
    packageVersion === text ? '' : `package.json has the version ${packageVersion}`,
    lockVersion === text ? '' : `package-lock.json has the version ${lockVersion}`,
    packageHome === `github:${repository}` ? '' : `package.json names the home ${packageHome}`,
    notes === null ? `CHANGELOG.md has no section ${text}` : '',
    ...Object.entries(workflows).flatMap(([file, text]) =>
      selfReferences(text).flatMap(({ name, ref }) => [
        ref === tag ? '' : `${file} calls the action of ${ref}`,
        name === repository ? '' : `${file} calls ${name}, and this repository is ${repository}`
      ])
    )
  ].filter((problem) => problem !== '')
  if (notes === null || problems.length > 0) {
    throw new Error(`${tag} is not released: ${[...new Set(problems)].join('; ')}`)
  }
  const newer = tags
    .map(parseTag)
    .filter((other): other is Version => other?.pre.length === 0)
    .filter((other) => compareVersions(other, version) > 0)
  const prerelease = version.pre.length > 0
  return {
    tag,
    version: text,
    prerelease,
    latest: !prerelease && newer.length === 0,
    notes,
    movingTag:
      prerelease || newer.some(({ major }) => major === version.major) ? null : `v${version.major}`
  }
}

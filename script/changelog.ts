/**
 * CHANGELOG.md: a section for each release, the newest first. `node script/changelog.ts 1.2.3` begins the section of a version with what changed
 * since the last release's tag, for people to put into their own words; a section that is there stays as it is. script/release.ts releases no
 * version without one. Nothing but Node and git, as the job that may write reads it.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTag, compareVersions, type Version } from './release-plan.ts'

export interface Commit {
  /** The first line of its message. */
  subject: string
  /** The files that it touches, from the repository's root. */
  files: readonly string[]
}

/** What a section says, without its heading; null when there is none, or nothing in it. */
export function sectionOf(changelog: string, version: string): string | null {
  const [, section] = splitAt(changelog, version) ?? []
  const text = section?.trim() ?? ''
  return text === '' ? null : text
}

/** The text with a section of that version before all others. Throws when it has one. */
export function withSection(changelog: string, version: string, section: string): string {
  if (splitAt(changelog, version) !== null) throw new Error(`CHANGELOG.md has a section ${version}`)
  const first = /^## /m.exec(changelog)?.index ?? changelog.length
  const [before, after] = [changelog.slice(0, first), changelog.slice(first)]
  return `${before.trimEnd()}\n\n## ${version}\n\n${section}\n\n${after}`.trimEnd() + '\n'
}

/** By what they are about, in the order of `topics`; what touches nothing that users get is counted. */
export function draftSection(commits: readonly Commit[]): string {
  const byTopic = Map.groupBy(commits, topicOf)
  const told = [...topics.map(([topic]) => topic), rest].flatMap((topic) => {
    const lines = byTopic.get(topic)?.map(({ subject }) => `- ${plain(subject)}`) ?? []
    return lines.length === 0 ? [] : [`### ${topic}\n\n${lines.join('\n')}`]
  })
  const others = byTopic.get(null)?.length ?? 0
  const count = others === 1 ? '1 commit changes' : `${others} commits change`
  const last = others === 0 ? [] : [`${count} nothing of what users get.`]
  return [...told, ...last].join('\n\n') || 'Nothing changed.'
}

/** A topic's name, and where what belongs to it stands. */
const topics: readonly (readonly [string, RegExp])[] = [
  ['publish and matrix', /^src\/(?:publish|matrix|cache|om-results|build-plan)\//],
  ['version-sync', /^src\/sync\//],
  ['hook and queue', /^(?:src\/queue|nix)\//],
  ['prune, doctor and keys', /^src\/(?:prune|doctor|keys)\//],
  ['use, and what readers see', /^src\/(?:use|reader|page|site|catalogue|pins)\//],
  ['The reusable workflows', /^\.github\/workflows\/(?:publish|update)\.yml$/]
]
const rest = 'Everything else'

/** Where most of its files stand; null: in nothing that users get. */
function topicOf({ files }: Commit): string | null {
  const counts = topics.map(([topic, place]) => ({
    topic,
    count: files.filter((file) => place.test(file)).length
  }))
  const most = counts.reduce((one, other) => (other.count > one.count ? other : one))
  if (most.count > 0) return most.topic
  return files.some((file) => /^(?:src|docs)\/|^(?:action\.yml|README\.md|flake\.\w+)$/.test(file))
    ? rest
    : null
}

/** A message is other people's text: no mention, no reference, no markup. Code between backticks stays. */
function plain(subject: string): string {
  return subject
    .split(/(`[^`]*`)/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[\\<>@#*[\]_&]/g, '\\$&')))
    .join('')
}

function splitAt(changelog: string, version: string): [string, string, string] | null {
  const headings = [...changelog.matchAll(/^## (\S+).*$/gm)]
  const at = headings.findIndex(([, name]) => name === version)
  const found = headings[at]
  if (found === undefined) return null
  const begin = found.index + found[0].length
  const end = headings[at + 1]?.index ?? changelog.length
  return [changelog.slice(0, found.index), changelog.slice(begin, end), changelog.slice(end)]
}

/** Those between the newest release before `version` and HEAD, oldest first; all when there is none. */
function commitsBefore(version: Version): Commit[] {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' })
  const [last] = git('tag', '--list', '--merged', 'HEAD')
    .split('\n')
    .flatMap((tag) => {
      const parsed = parseTag(tag)
      return parsed !== null && compareVersions(parsed, version) < 0 ? [{ tag, parsed }] : []
    })
    .sort((a, b) => compareVersions(b.parsed, a.parsed))
  const range = last === undefined ? 'HEAD' : `refs/tags/${last.tag}..HEAD`
  const log = git(
    ...['-c', 'core.quotePath=false', 'log', '--no-merges', '--reverse', '--name-only'],
    ...['--format=%x00%s', range, '--']
  )
  return log
    .split('\0')
    .slice(1)
    .map((text) => {
      const [subject = '', ...files] = text.split('\n').filter((line) => line !== '')
      return { subject, files }
    })
}

if (import.meta.main) {
  const [text = ''] = process.argv.slice(2)
  const version = parseTag(`v${text}`)
  if (version === null) throw new Error(`${text} is no version such as 1.2.3 or 1.2.3-rc.1`)
  const file = join(import.meta.dirname, '..', 'CHANGELOG.md')
  const made = withSection(readFileSync(file, 'utf8'), text, draftSection(commitsBefore(version)))
  writeFileSync(file, made)
}
